"""ISO 8601 dates, whole or partial, in the forms that citations want."""

from __future__ import annotations

import re
from typing import Final

from generator.languages.words import TIMES

_DATE: Final = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)")


def date_parts(date: str | None) -> tuple[int, ...]:
    """Year, month and day as far as they are known; () for None and for what is no ISO date."""
    match = _DATE.match(date or "")
    if match is None:
        return ()
    year, month, day = (int(part) if part else 0 for part in match.groups())
    if not 1 <= month <= 12:
        return (year,)
    return (year, month, day) if 1 <= day <= 31 else (year, month)


def spelled(date: str | None) -> str:
    """ "12 March 2042", "March 2042" or "2042"; "n.d." (no date) when there is none."""
    parts = date_parts(date)
    if not parts:
        return "n.d."
    year = f"{parts[0]:04}"
    if len(parts) == 1:
        return year
    month = f"{TIMES.months[parts[1] - 1]} {year}"
    return f"{parts[2]} {month}" if len(parts) == 3 else month


def iso(date: str | None) -> str:
    """ "2042-03-12", "2042-03" or "2042"; "" when there is none."""
    return "-".join(
        f"{part:0{width}}" for part, width in zip(date_parts(date), (4, 2, 2), strict=False)
    )
