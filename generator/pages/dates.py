"""ISO dates, whole or partial, in words. English month names by hand: no locale, so the same bytes
everywhere.
"""

from __future__ import annotations

import re
from functools import cache

from generator.languages.words import TIMES

MONTHS = TIMES.months
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def parts(date: str | None) -> tuple[int, int | None, int | None] | None:
    """Year, month and day of "2042", "2042-03" or "2042-03-12"; None for anything else."""
    found = _ISO.match(date or "")
    if not found:
        return None
    year, month, day = found.groups()
    if month and not 1 <= int(month) <= 12:
        return int(year), None, None
    return int(year), int(month) if month else None, int(day) if day else None


def iso(date: str | None) -> str:
    """What is known of a date: "2042", "2042-03", "2042-03-12"; "" when there is none."""
    found = _ISO.match(date or "")
    return found[0] if found else ""


@cache
def month(date: str | None) -> int | None:
    """Months since the year 0; None for a date that has none."""
    held = parts(date)
    return held[0] * 12 + held[1] - 1 if held and held[1] else None


def long(date: str | None) -> str:
    """ "12 March 2042", "March 2042", "2042"; "" when there is no date."""
    return _words(date, len(MONTHS[8]))


def short(date: str | None) -> str:
    """ "12 Mar 2042", "Mar 2042", "2042"; "" when there is no date."""
    return _words(date, 3)


def _words(date: str | None, letters: int) -> str:
    held = parts(date)
    if not held:
        return ""
    year, month, day = held
    return " ".join(
        [
            *([str(day)] if day and month else []),
            *([MONTHS[month - 1][:letters]] if month else []),
            str(year),
        ]
    )


def month_year(date: str | None) -> str:
    """ "March 2042", or "2042" when that is all that is known; "" when there is no date."""
    return long((date or "")[:7])


def span(dates: list[str], words: str = "long") -> str:
    """From the first to the last of some dates: "4 November 2041 – 22 January 2043"; "" when there
    are none.
    """
    if not dates:
        return ""
    write = {"long": long, "month": month_year}[words]
    first, last = write(min(dates)), write(max(dates))
    return first if first == last else f"{first} – {last}"
