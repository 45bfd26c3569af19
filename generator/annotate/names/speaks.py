"""Whether a name speaks where it stands, told from the words around it, without a parse."""

from __future__ import annotations

from generator.annotate.text.layout import Layout
from generator.languages.words import GRAMMAR, VERBS
from generator.model import Span

_SAYING = frozenset(("said", "says", "asked", "added", "replied", "told", "wrote"))


def speaks(layout: Layout, span: Span) -> bool:
    """Whether a name speaks: a verb of speech follows with at most adverbs between, or "said" goes
    before.
    """
    if layout.quoted[span.start]:
        return False
    index = layout.first_word(span.end)
    before = layout.word(span.start) - 1
    if before >= 0 and layout.adjacent(before + 1) and layout.words[before].low in _SAYING:
        return True  # "said Lee"
    if (
        before >= 0
        and layout.adjacent(before + 1)
        and layout.words[before].low in GRAMMAR.prepositions
    ):
        return False  # "the mayor of Oslo said"
    end = span.end
    for word in layout.words[index : index + 4]:
        if layout.text[end : word.span.start].strip(" "):
            return False  # a mark stands between
        end = word.span.end
        if word.low in VERBS.finite:
            return True
        if not (
            word.low.endswith("ly")
            or word.low in ("has", "have", "had", "also", "again", "later", "now")
        ):
            return False
    return False
