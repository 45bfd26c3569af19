"""Which mentions of names are subjects: who does something is in focus."""

from __future__ import annotations

from typing import Any

from generator.annotate.text.layout import Layout
from generator.languages.words import VERBS
from generator.model import Mention, Name, Span

# names that are joined into one subject; more would cost the square of their number
LONGEST_LIST = 40
_VERBS = VERBS.finite | {"is", "was", "has", "had"}


def named_subjects(
    layout: Layout, doc: Any | None, mentions: list[tuple[Mention, Name]]
) -> set[Span]:
    """The mentions that are subjects: by the parse, or without one those right before a verb of
    speech.
    """
    found = set()
    for mention, _ in mentions:
        span = (
            doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if doc is not None
            else None
        )
        if _is_subject(span) if span is not None else _before_verb(layout, mention.span):
            found.add(mention.span)
    return found


def _is_subject(span: Any) -> bool:
    """Whether a name, or the noun or list that it belongs to, is the subject of a verb."""
    root = span.root
    for _ in range(LONGEST_LIST):
        listed = root.dep_ in ("appos", "conj") and root.head is not root
        if not listed or root.head.pos_ not in ("NOUN", "PROPN"):
            break
        root = root.head
    return root.dep_ in ("nsubj", "nsubjpass")


def _before_verb(layout: Layout, span: Span) -> bool:
    index = layout.first_word(span.end)
    return index < len(layout.words) and layout.words[index].low in _VERBS
