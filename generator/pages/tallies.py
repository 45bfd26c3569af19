"""Names with numbers, and the length of their bars."""

from __future__ import annotations

from dataclasses import dataclass

from generator.pages.views import Who


@dataclass(frozen=True, slots=True)
class Tally:
    """A name with a number, and how long its bar is (0 to 50 steps)."""

    who: Who
    count: int
    note: str
    steps: int


def tallies(pairs: list[tuple[Who, int, str]]) -> tuple[Tally, ...]:
    """Names with numbers, drawn against the largest."""
    top = max((count for _, count, _ in pairs), default=1) or 1
    return tuple(Tally(who, count, note, steps(count, top)) for who, count, note in pairs)


def steps(count: int, top: int) -> int:
    """A length out of 50; at least 1 for what is there."""
    return max(1, round(count / top * 50)) if count else 0
