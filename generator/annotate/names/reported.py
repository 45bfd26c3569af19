"""What an article reports and what it says itself, and the words that tell a role."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.annotate.text.layout import Layout, Word
from generator.languages.listed import word_set
from generator.languages.words import ROLES, SPEAKERS, TITLES
from generator.model import Quote, Span

DASHES = (" — ", " – ")
PREPOSITIONS = ROLES.joiners - {"the", "a", "an", "and"}
NO_HEADS = word_set("lead star con rookie")
BEFORE = (
    TITLES.parts
    | ROLES.words
    | TITLES.words
    | frozenset(("shadow", "former", "ex", "then", "late"))
)
MOST = 14  # words of a role
_DOERS = ("er", "or", "ist", "ian", "eer", "man", "woman")


class Reported:
    """What stands in reported words, and which words are nouns or adjectives."""

    def __init__(self, layout: Layout, quotes: Iterable[Quote], doc: Any | None) -> None:
        self.layout = layout
        self.mask = bytearray(layout.quoted)
        self.clause = bytearray(len(layout.text))
        for part in (part for quote in quotes for part in quote.parts):
            self.clause[part.start : part.end] = b"\1" * (part.end - part.start)
        self._kinds = None if doc is None else {token.idx: token.pos_ for token in doc}

    def marked(self, span: Span) -> bool:
        """Whether any of it stands inside quotation marks."""
        return any(self.mask[span.start : span.end])

    def told(self, span: Span) -> bool:
        """Whether any of it stands in what a quotation, direct or not, reports."""
        return any(self.clause[span.start : span.end]) or self.marked(span)

    def names_things(self, word: Word) -> bool:
        """Whether a word is a noun, adjective or number; without a parse, whatever may be."""
        if self._kinds is None:
            return word.low not in ROLES.stop and not word.low.endswith("ing")
        return self._kinds.get(word.span.start, "NOUN") in ("NOUN", "PROPN", "ADJ", "NUM")

    def does(self, word: Word) -> bool:
        """Whether a noun ends like those of people who do something: "freeholder", "motorist"."""
        if self._kinds is None or word.possessive or not word.low.endswith(_DOERS):
            return False
        if word.low in SPEAKERS.relations or word.low in ROLES.no_doers or word.low in ROLES.none:
            return False
        return self._kinds.get(word.span.start) == "NOUN"


def is_role_word(word: Word) -> bool:
    """Whether a word names a role: "envoy", "vice-chair", "ex-mayor", "frontrunner"."""
    if word.possessive or word.low in NO_HEADS:
        return False
    return (
        word.low in ROLES.words
        or word.low in TITLES.words
        or word.low.split("-")[-1] in ROLES.words
    )
