"""Sets of spans of one text, and what they cover."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable

from generator.model import Span


class Cover:
    """Disjoint spans that are taken; asks in logarithmic time whether another one touches them."""

    def __init__(self, spans: Iterable[Span] = ()) -> None:
        self._spans = sorted(spans)

    def touches(self, span: Span) -> bool:
        """Whether a span shares a character with any."""
        return self.at(span) is not None

    def at(self, span: Span) -> Span | None:
        """The first of the spans that shares a character with this one; None = none does."""
        index = bisect_right(self._spans, span.start, key=lambda s: s.end)
        found = self._spans[index] if index < len(self._spans) else None
        return found if found is not None and found.start < span.end else None

    def add(self, span: Span) -> None:
        """Take a span; it must not touch another."""
        insort(self._spans, span)
