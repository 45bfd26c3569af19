"""One row more in a long list moves few others to another page."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from generator.pages import pager

ROWS = st.lists(st.integers(1, pager.PAGE + 500), max_size=60)


@given(ROWS)
def test_each_row_is_on_one_page_in_order_and_no_page_is_too_full(weights: list[int]) -> None:
    rows = list(range(len(weights)))
    pages = pager.steady(rows, weights, [f"row-{row}" for row in rows])
    assert [row for page in pages for row in page] == rows
    assert all(pages) or not rows
    for page in pages:
        assert len(page) == 1 or sum(weights[row] for row in page) <= pager.PAGE


def test_a_new_row_changes_a_page_or_two_of_hundreds() -> None:
    chance = random.Random(7)  # noqa: S311
    rows = [f"article-{n}#q" for n in range(5_000)]
    weights = {row: chance.randint(700, 2000) for row in rows}

    def pages(held: list[str]) -> set[tuple[str, ...]]:
        return {
            tuple(page)
            for page in pager.steady(held, [weights.get(row, 900) for row in held], held)
        }

    before = pages(rows)
    changed = []
    for n in range(30):
        place = chance.randrange(len(rows)) if n else 0
        changed.append(len(pages([*rows[:place], f"new-{n}", *rows[place:]]) - before))
    assert len(before) > 50
    assert sum(changed) / len(changed) < 4
