"""A name's span without the possessive ending behind it."""

from __future__ import annotations

from generator.model import Span

POSSESSIVE = ("’s", "'s", "ʼs")


def without_possessive(span: Span, text: str) -> Span:
    """The span without a final ’s."""
    return Span(span.start, span.end - 2) if span.of(text).endswith(POSSESSIVE) else span
