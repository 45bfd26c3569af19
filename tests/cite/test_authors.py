from __future__ import annotations

import pytest

from generator.cite.authors import author
from generator.cite.dates import date_parts, iso, spelled


@pytest.mark.parametrize(
    ("name", "inverted"),
    [
        ("Ann Lee", "Lee, Ann"),
        ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
        ("Ann B. de la Cruz", "de la Cruz, Ann B."),
        ("Martin Luther King Jr.", "King, Martin Luther, Jr."),
        ("Lee, Ann", "Lee, Ann"),
        ("Van Morrison", "Morrison, Van"),
        ("Reuters", "Reuters"),
        ("Associated Press", "Associated Press"),
        ("The Editors", "The Editors"),
        ("Valley News, Politics Desk", "Valley News Politics Desk"),
        ("Channel 4", "Channel 4"),
        ("王小明", "王小明"),
    ],
)
def test_a_byline_is_a_person_or_stands_as_it_is(name: str, inverted: str) -> None:
    assert author(name).inverted == inverted


@pytest.mark.parametrize(
    ("date", "parts", "words", "back"),
    [
        ("2042-03-12", (2042, 3, 12), "12 March 2042", "2042-03-12"),
        ("2042-03-12T10:00:00Z", (2042, 3, 12), "12 March 2042", "2042-03-12"),
        ("2042-03", (2042, 3), "March 2042", "2042-03"),
        ("2042", (2042,), "2042", "2042"),
        ("2042-13-01", (2042,), "2042", "2042"),
        ("soon", (), "n.d.", ""),
        (None, (), "n.d.", ""),
    ],
)
def test_dates_are_as_exact_as_they_are_known(
    date: str | None, parts: tuple[int, ...], words: str, back: str
) -> None:
    assert date_parts(date) == parts
    assert spelled(date) == words
    assert iso(date) == back
