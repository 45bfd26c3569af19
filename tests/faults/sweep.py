"""The whole sweep: python -m tests.faults.sweep [--kills 50] [--each 12] [--only PART…]."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.faults import bench, cases
from tests.faults.bench import Bench

Run = tuple[str, Callable[[], str]]  # what breaks, what gives the verdict
FINE = "old or new, said which, and no litter"
# bytes free on the small disk
SPARE = (0, 20_000, 100_000, 300_000, 700_000, 1_200_000, 2_500_000, 4_000_000)


def spread(last: int, count: int) -> list[int]:
    """`count` of the numbers 1 to `last`, evenly, both ends among them; one of them: the middle."""
    if last <= count:
        return list(range(1, last + 1))
    if count < 2:
        return [(last + 1) // 2] * count
    return sorted({1 + round(i * (last - 1) / (count - 1)) for i in range(count)})


def faults(numbers: dict[str, int], kills: int, each: int) -> list[str]:
    """The injected faults. A third of the kills falls on the last operations, where the sites
    change places.
    """
    last = numbers["kill"]
    early = max(1, last - kills // 3)
    at = [*spread(early, kills - kills // 3), *range(early + 1, last + 1)]
    failing = [
        f"{kind}:{n}"
        for kind in ("write", "rename", "read")
        for n in spread(numbers.get(kind, 0), each)
    ]
    return [*(f"kill:{n}" for n in at), *failing]


def runs(held: Bench, folder: Path, wanted: list[str]) -> Iterator[Run]:
    """Every run: the injected faults that are wanted, and the others."""
    for fault in wanted:
        yield fault, partial(cases.injected, held, folder, fault)
    for spare in SPARE:
        yield f"disk full, {spare} bytes free", partial(cases.disk_full, held, folder, spare)
    for one in (cases.read_only, cases.at_once, cases.vanished, cases.interrupted_serve):
        yield one.__name__.replace("_", " "), partial(one, held, folder)


def main() -> int:
    """Run all, print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument(
        "--each", type=int, default=12, help="failing writes, renames and reads, of each so many"
    )
    parser.add_argument(
        "--only", nargs="*", default=[], metavar="PART", help="runs whose name has this in it"
    )
    given = parser.parse_args()
    verdicts: list[tuple[str, str]] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        held = bench.make(folder)
        numbers = bench.counts(held, folder)
        print("operations of a build:", numbers, flush=True)
        todo = list(runs(held, folder, faults(numbers, given.kills, given.each)))
        todo = [
            (what, run)
            for what, run in todo
            if not given.only or any(part in what for part in given.only)
        ]
        for done, (what, run) in enumerate(todo, 1):
            said = told(run)
            verdicts.append((what, said))
            print(f"{done} of {len(todo)}, {what}: {said or FINE}", flush=True)
    print(summary(verdicts))
    return 1 if any(wrong(said) for _, said in verdicts) else 0


def told(run: Callable[[], str]) -> str:
    """The verdict of a run; one that can't be made is wrong, and the others still run."""
    try:
        return run()
    except (AssertionError, OSError, subprocess.SubprocessError) as error:
        return f"the run failed: {type(error).__name__}: {error}"


def wrong(said: str) -> bool:
    """Whether a verdict is neither good nor that nothing could be tried."""
    return bool(said) and not said.startswith("skipped")


def summary(verdicts: list[tuple[str, str]]) -> str:
    """A line for each sort of fault, and one for all; what is wrong stands below."""
    sorts: dict[str, list[str]] = {}
    for what, said in verdicts:
        sorts.setdefault(re.split("[:,]", what)[0], []).append(said)
    lines = [f"{sort}: {counted(held)}" for sort, held in sorts.items()]
    return "\n".join(
        [
            *("", "Summary", *lines, f"all: {counted([said for _, said in verdicts])}"),
            *(f"WRONG {what}: {said}" for what, said in verdicts if wrong(said)),
        ]
    )


def counted(held: list[str]) -> str:
    """How many verdicts of each sort."""
    skipped = sum(said.startswith("skipped") for said in held)
    return f"{len(held)} runs, {sum(map(wrong, held))} wrong" + (
        f", {skipped} skipped" if skipped else ""
    )


if __name__ == "__main__":
    sys.exit(main())
