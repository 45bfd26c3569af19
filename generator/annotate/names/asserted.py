"""Which roles the reporter gives in words of the reporter's own, and which are what somebody
claims.

"Senator Paul Brandt" and "Paul Brandt, the mayor of Fenby, said" are given. "A neighbour claimed
that Paul Brandt is the mayor", "Otto Brenn being a founder", words in quotation marks are not: they
may tell who "the mayor" is in this article, but they are nobody's role.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from generator.annotate.names.candidates import NEVER
from generator.annotate.names.roles import JOINERS, STOP, RoleWords, roles_beside
from generator.annotate.text.layout import Layout, Word
from generator.languages.english.finite_verbs import SPEAKING
from generator.languages.english.listed import listed
from generator.languages.english.titles import (
    HONORIFICS,
    PLURAL_ROLES,
    ROLE_WORDS,
    TITLE_PARTS,
    TITLES,
)
from generator.model import Quote, Span

_DASHES = (" — ", " – ")
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "our", "one"))
_PREPOSITIONS = JOINERS - {"the", "a", "an", "and"}
# What opens no role, and what no role holds: the words of other parts of a sentence
_CLOSED = frozenset(
    listed(
        """
    against under than whether neither nor as since only take rather because while if and or but like
    before after outside behind without over about most least more less better best worst real true such same other
    another both between among per via until though although once even just not no this that these those there
    here when where why how what each every any some all few many several much said says told being been
    """
    )
)
_DROPPED = frozenset(
    ("now", "then", "as", "also", "the", "a", "an", "his", "her", "its", "their", "our", "one")
)
# Too little alone to say what somebody is
_VAGUE = frozenset(
    listed(
        "secretary attorney general deputy chief officer executive rep representative lead con pc"
    )
)
_NO_HEADS = frozenset(listed("lead star con rookie"))
_BEFORE = TITLE_PARTS | ROLE_WORDS | TITLES | frozenset(("shadow", "former", "ex", "then", "late"))
_MOST = 14  # words of a role


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
            return word.low not in STOP and not word.low.endswith("ing")
        return self._kinds.get(word.span.start, "NOUN") in ("NOUN", "PROPN", "ADJ", "NUM")


def given(reported: Reported, name: Span) -> list[Span]:
    """The roles that the reporter gives right beside one mention of a name, each as the whole noun
    phrase.
    """
    found = []
    for role in roles_beside(reported.layout, name):
        if (span := _given(reported, name, role)) is not None:
            found.append(span)
    return found


def _given(reported: Reported, name: Span, role: RoleWords) -> Span | None:
    layout = reported.layout
    if reported.marked(name):
        return None
    if role.span.end <= name.start and "," not in layout.text[role.span.end : name.start]:
        between = layout.text[role.span.end : name.start]
        return _title(reported, role) if not between.strip(" .") or _courtesy(between) else None
    if reported.told(role.span):
        return None
    if role.span.start >= name.end:
        between = layout.text[name.end : role.span.start]
        if between.startswith((",", *_DASHES)):
            return (
                _phrase(reported, role.span) if _opened(between) and _closed(layout, role) else None
            )
        return (
            _phrase(reported, role.span)
            if _is(layout, name, between) and _closed(layout, role)
            else None
        )
    return _phrase(reported, role.span) if _closed_name(layout, name) else None


def _courtesy(between: str) -> bool:
    return all(word.rstrip(".").casefold() in HONORIFICS for word in between.split())


def _opened(between: str) -> bool:
    """Whether nothing but an article stands between a name and its apposition."""
    return all(word in _DROPPED for word in between.strip(" ,—–").casefold().split())


def _title(reported: Reported, role: RoleWords) -> Span | None:
    """ "union president", "former Massachusetts Gov.": the title right before a name, back to its
    first word.
    """
    layout = reported.layout
    if reported.marked(role.span):
        return None
    last = layout.first_word(role.span.end) - 1
    if layout.words[last].low in HONORIFICS or layout.words[last].low in _NO_HEADS:
        return None
    first = last
    while last - first < _MOST and _belongs(reported, first, layout.words[last].capital):
        first -= 1
    words = layout.words[first : last + 1]
    if len(words) == 1 and words[0].low in _VAGUE:
        return None
    return Span(words[0].span.start, words[-1].span.end)


def _belongs(reported: Reported, index: int, capital: bool) -> bool:
    """Whether the word before word `index` is part of the title; "action President Obama": a noun
    in lower case is no part of a title with a capital."""
    layout = reported.layout
    if index <= 0:
        return False
    before = layout.words[index - 1]
    gap = layout.text[before.span.end : layout.words[index].span.start]
    if gap.strip("’s' ") or layout.block(before.span.start) != layout.block(
        layout.words[index].span.start
    ):
        return False
    if (
        before.low in _CLOSED
        or before.low in _ARTICLES
        or before.low in _PREPOSITIONS
        or before.low in STOP
    ):
        return False
    if before.low in HONORIFICS or before.low in NEVER or before.low.endswith("ly"):
        return False
    if before.low in _BEFORE:
        return True
    if before.low in SPEAKING or not reported.names_things(before):
        return False
    return before.capital or not capital


def _phrase(reported: Reported, span: Span) -> Span | None:
    """The noun phrase without what opens it; None if the word that it turns on is no role."""
    words = reported.layout.inside(span)
    while words and words[0].low in _DROPPED:
        words = words[1:]
    core = words[
        : next((n for n, word in enumerate(words) if n and word.low in _PREPOSITIONS), len(words))
    ]
    if not core or any(word.low in _CLOSED or word.low in SPEAKING - ROLE_WORDS for word in core):
        return None
    if core[0].low in _PREPOSITIONS or not is_role_word(core[-1]) or core[-1].low in PLURAL_ROLES:
        return None
    words = words[
        : next((n for n, w in enumerate(words) if w.low in ("and", "or", "but")), len(words))
    ]
    while len(words) > len(core) and words[-1].low in _PREPOSITIONS | _ARTICLES:
        words = words[:-1]
    return Span(words[0].span.start, words[-1].span.end)


def is_role_word(word: Word) -> bool:
    """Whether a word names a role: "envoy", "vice-chair", "ex-mayor", "frontrunner"."""
    if word.possessive or word.low in _NO_HEADS:
        return False
    return word.low in ROLE_WORDS or word.low in TITLES or word.low.split("-")[-1] in ROLE_WORDS


def _closed(layout: Layout, role: RoleWords) -> bool:
    """Whether an apposition ends where its words do: at a mark, or at a verb of speech. "Lee, the
    president refused" has a comma of another kind."""
    after = layout.text[role.span.end : role.span.end + 2]
    if not after.strip() or after[0] in ",.;:—–)\n!?" or after in (" —", " –", " ("):
        return True
    index = layout.first_word(role.span.end)
    word = layout.words[index] if index < len(layout.words) else None
    return word is not None and (
        word.low in SPEAKING or word.low in ("who", "and", "when", "while")
    )


def _closed_name(layout: Layout, name: Span) -> bool:
    """Whether the apposition that a name is ends behind it: "the union’s president, Jeff Traeger,
    said".
    """
    after = layout.text[name.end : name.end + 2]
    if not after.strip() or after[0] in ",.;:—–)\n!?" or after in (" —", " –", " ("):
        return True
    index = layout.first_word(name.end)
    return index < len(layout.words) and layout.words[index].low in SPEAKING


def _is(layout: Layout, name: Span, between: str) -> bool:
    """ "Jeff Traeger is the president" as the reporter's own sentence: it opens with the name, or
    "who is" follows.

    "believed that Otto Brenn is a founder", "Otto Brenn being a founder" are somebody's belief.
    """
    words = between.casefold().split()
    if not words or words[0] in ("being", "been", "had") or "named" in words:
        return False
    if words[0] == "who":
        return True
    first = layout.first_word(name.start)
    while layout.adjacent(first) and not layout.sentence_start(first):
        if (
            layout.words[first - 1].low not in HONORIFICS
            and layout.words[first - 1].low not in TITLES
        ):
            return False
        first -= 1
    return layout.sentence_start(first)
