"""A few cases of the fault sweep; `make faults` runs them all."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.faults import bench, cases
from tests.faults.bench import Bench
from tests.faults.sweep import faults, spread, summary


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    return bench.make(tmp_path_factory.mktemp("faults"))


@pytest.fixture(scope="module")
def numbers(held: Bench, tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    return bench.counts(held, tmp_path_factory.mktemp("counts"))


def test_old_and_new_differ_so_that_a_mix_would_show(held: Bench) -> None:
    assert bench.differing(held.old, held.new)
    assert set(held.old) - set(held.new)
    assert set(held.new) - set(held.old)


@pytest.mark.parametrize("part", [0.3, 0.95])
def test_killed(held: Bench, numbers: dict[str, int], tmp_path: Path, part: float) -> None:
    assert cases.injected(held, tmp_path, f"kill:{int(numbers['kill'] * part)}") == ""


@pytest.mark.parametrize("kind", ["write", "rename", "read"])
def test_an_operation_fails(
    held: Bench, numbers: dict[str, int], tmp_path: Path, kind: str
) -> None:
    assert cases.injected(held, tmp_path, f"{kind}:{numbers[kind] // 2}") == ""


def test_a_full_disk(held: Bench, tmp_path: Path) -> None:
    said = cases.disk_full(held, tmp_path, 700_000)
    if said.startswith("skipped"):
        pytest.skip(said)
    assert said == ""


def test_the_sweep_covers_the_whole_build() -> None:
    assert spread(5, 12) == [1, 2, 3, 4, 5]
    assert spread(100, 4) == [1, 34, 67, 100]
    assert spread(101, 1) == [51]
    assert spread(100, 0) == []
    assert faults({"kill": 9, "write": 2, "rename": 1, "read": 0}, 6, 3) == [
        *("kill:1", "kill:3", "kill:5", "kill:7", "kill:8", "kill:9", "write:1", "write:2", "rename:1")
    ]  # fmt: skip


def test_the_summary_counts_each_sort_and_repeats_what_is_wrong() -> None:
    verdicts = [
        ("kill:1", ""),
        ("kill:2", "a mix"),
        ("disk full, 0 bytes free", "skipped: no disk"),
        ("read only", ""),
    ]
    assert summary(verdicts).strip().splitlines() == [
        *(
            "Summary",
            "kill: 2 runs, 1 wrong",
            "disk full: 1 runs, 0 wrong, 1 skipped",
            "read only: 1 runs, 0 wrong",
        ),
        *("all: 4 runs, 1 wrong, 1 skipped", "WRONG kill:2: a mix"),
    ]


@pytest.mark.parametrize(
    ("said", "new", "fine"),
    [
        *[("", True, True), ("cut short when site was the new one already", True, True)],
        *[
            ("cut short, and left site as it was", True, False),
            ("cut short when … was the new one already", False, False),
        ],
    ],
)
def test_a_next_build_that_names_the_wrong_site_is_seen(said: str, new: bool, fine: bool) -> None:
    assert (bench.misled(said, new) == "") == fine
