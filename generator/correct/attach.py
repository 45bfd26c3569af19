"""Where an entry's words stand, and which quotation the machine holds there."""

from __future__ import annotations

from collections.abc import Sequence

from generator.correct.desk import CLOSING, OPENING, Desk, cut, nearest, with_marks
from generator.correct.entries import QuoteCorrection
from generator.correct.place import CLEARLY, Place
from generator.model import (
    Kind,
    Quote,
    Span,
)


def held_at(quotes: Sequence[Quote], places: Sequence[Place]) -> list[tuple[Place, int, float]]:
    """(place, index of the quotation that lies there best, how well: 0 to 1) for each place with a
    quotation.
    """
    held: list[tuple[Place, int, float]] = []
    for place in places:
        start, end = place.parts[0].start, place.parts[-1].end
        near = [
            (n, quote)
            for n, quote in enumerate(quotes)
            if quote.parts[0].start < end and start < quote.parts[-1].end
        ]
        best = max(((_shared(quote, place), -n) for n, quote in near), default=(0.0, 0))
        if best[0] > 0:
            held.append((place, -best[1], best[0]))
    return held


def _shared(quote: Quote, place: Place) -> float:
    """Intersection over union of a quotation and a place; 0 if less than half of both is shared."""
    ours = sum(part.end - part.start for part in quote.parts)
    theirs = sum(part.end - part.start for part in place.parts)
    both = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start))
        for a in quote.parts
        for b in place.parts
        if a.overlaps(b)
    )
    return both / (ours + theirs - both) if both * 2 > min(ours, theirs) else 0.0


def best_of(scored: list[tuple[float, int]]) -> tuple[int, bool]:
    """(the quotation with the highest score, whether no other comes near)."""
    best: dict[int, float] = {}
    for score, index in scored:
        best[index] = max(score, best.get(index, 0.0))
    ranked = sorted(best, key=lambda index: (-best[index], index))
    return ranked[0], len(ranked) == 1 or best[ranked[0]] - best[ranked[1]] >= CLEARLY


def span_of(desk: Desk, entry: QuoteCorrection, near: Span) -> tuple[Span, ...] | None:
    """Where the words of `span` stand, nearest to the quotation; None without the field or the
    words.
    """
    if not entry.span:
        return None
    parts = nearest(desk, entry.span, near)
    if not parts:
        desk.problem(
            entry,
            f"the words of span, {cut(entry.span)!r}, are not at the quotation",
            "copy them exactly",
        )
        return None
    return tuple(with_marks(desk.article.text, part) for part in parts)


def cue_of(desk: Desk, entry: QuoteCorrection, near: Span) -> Span | None:
    """Where the cue of an entry stands, nearest to the quotation; None = it gives none, or it is
    not there, which is a problem.
    """
    if not entry.cue:
        return None
    parts = nearest(desk, entry.cue, near)
    if not parts:
        desk.problem(
            entry, f"the cue {cut(entry.cue)!r} is not near the quotation", "copy it exactly"
        )
        return None
    return parts[0]


def kind_of(text: str, span: Span) -> Kind:
    """Direct where the words stand in marks whole, else indirect."""
    return "direct" if text[span.start] in OPENING and text[span.end - 1] in CLOSING else "indirect"
