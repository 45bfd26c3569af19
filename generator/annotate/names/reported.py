"""What an article reports and what it says itself, and the words that tell a role."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.annotate.text.layout import Layout, Word
from generator.languages.listed import listed
from generator.languages.words import ROLES, SPEAKERS, TITLES
from generator.model import Quote, Span

DASHES = (" — ", " – ")
ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "one"))
PREPOSITIONS = ROLES.joiners - {"the", "a", "an", "and"}
# What opens no role, and what no role holds: the words of other parts of a sentence
CLOSED = frozenset(
    listed(
        """
    against under than whether neither nor as since only take rather because while if and or but like
    before after outside behind without over about most least more less better best worst real true such same other
    another both between among per via until though although once even just not no this that these those there
    here when where why how what each every any some all few many several much said says told being been
    """
    )
)
DROPPED = frozenset(
    ("now", "then", "as", "also", "the", "a", "an", "his", "her", "its", "their", "our", "one")
)
# Too little alone to say what somebody is
VAGUE = frozenset(
    listed(
        "secretary attorney general deputy chief officer executive rep representative lead con pc"
    )
)
NO_HEADS = frozenset(listed("lead star con rookie"))
BEFORE = (
    TITLES.parts
    | ROLES.words
    | TITLES.words
    | frozenset(("shadow", "former", "ex", "then", "late"))
)
MOST = 14  # words of a role
_DOERS = ("er", "or", "ist", "ian", "eer", "man", "woman")
_NO_DOERS = frozenset(
    listed(
        """
    number member other matter order letter paper river winter summer dinner corner center error
    color colour power water weather quarter chapter shoulder finger computer minor major prior human
    """
    )
)


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
        if word.low in SPEAKERS.relations or word.low in _NO_DOERS or word.low in ROLES.none:
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
