"""The extractor does no worse on the shipped gold set than it did; see measure.py."""

import json

import pytest

from tests.gold.measure import (
    ACCURACY,
    FLOOR,
    MARGIN,
    accuracy,
    figures,
    fingerprint,
    measured_gold,
)


@pytest.fixture(scope="module")
def held() -> dict[str, dict[str, float]]:
    return dict(json.loads(FLOOR.read_text(encoding="utf-8")))


def test_the_floor_is_of_this_gold_set(held: dict[str, object]) -> None:
    assert held["gold"] == fingerprint(), (
        "run python -m tests.gold.measure after changing the gold set"
    )


def test_no_figure_is_below_its_floor_and_the_site_shows_what_was_measured(
    held: dict[str, dict[str, float]],
) -> None:
    measured, apart = measured_gold()
    now = figures(measured)
    assert {
        name: value for name, value in now.items() if value < held["floor"][name] - MARGIN
    } == {}
    shown = json.loads(ACCURACY.read_text(encoding="utf-8"))
    fresh = accuracy(measured, apart)
    assert (shown["articles"], shown["quotes"]) == (fresh["articles"], fresh["quotes"])
    assert [row["kind"] for row in shown["documents"]] == [
        row["kind"] for row in fresh["documents"]
    ]
    for was, now_is in zip(shown["kinds"], fresh["kinds"], strict=True):
        assert was["f1"] == pytest.approx(now_is["f1"], abs=2 * MARGIN), (
            "run python -m tests.gold.measure"
        )
