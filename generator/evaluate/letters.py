"""Quotations as sets of letters, and which letters stand inside double quotation marks."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Span

_OPENING = "“„«"
_CLOSING = "”»"
_STRAIGHT = '"‟〝〞'


def letters_of(text: str, parts: Iterable[Span]) -> frozenset[int]:
    """Indices of the letters and digits in the parts."""
    return frozenset(
        place for part in parts for place in range(part.start, part.end) if text[place].isalnum()
    )


def inside_marks(text: str) -> bytearray:
    """1 for each character inside double marks; every line starts outside, so an open mark ends
    with its line.
    """
    inside = bytearray(len(text))
    open_now = False
    place = 0
    while place < len(text):
        mark = text[place]
        step = 2 if text[place : place + 2] in ("''", "``") else 1
        if mark == "\n":
            open_now = False
        elif mark in _OPENING:
            open_now = True
        elif mark in _CLOSING:
            open_now = False
        elif mark in _STRAIGHT or step == 2:
            open_now = not open_now
        elif open_now:
            inside[place] = 1
        place += step
    return inside


def kind_of(letters: frozenset[int], inside: bytearray) -> str:
    """direct, mixed or indirect, by how much of a quotation stands inside marks."""
    quoted = sorted(place for place in letters if inside[place])
    if letters and len(quoted) >= 0.9 * len(letters):
        return "direct"
    words = sum(1 for before, place in zip([-2, *quoted], quoted) if place != before + 1)
    return "mixed" if words >= 2 else "indirect"
