"""Which roles the reporter gives in words of the reporter's own, and which are what somebody
claims.

"Senator Paul Brandt" and "Paul Brandt, the mayor of Fenby, said" are given. "A neighbour claimed
that Paul Brandt is the mayor", "Otto Brenn being a founder", words in quotation marks are not: they
may tell who "the mayor" is in this article, but they are nobody's role.
"""

from __future__ import annotations

from generator.annotate.names.apposition import apposition, ends_there
from generator.annotate.names.reported import (
    BEFORE,
    DASHES,
    MOST,
    NO_HEADS,
    PREPOSITIONS,
    Reported,
    is_role_word,
)
from generator.annotate.names.roles import RoleWords, roles_beside
from generator.annotate.text.layout import Layout, Word
from generator.languages.words import GRAMMAR, NAMES, ROLES, TITLES, VERBS
from generator.model import Span


def given(reported: Reported, name: Span) -> list[Span]:
    """The roles that the reporter gives right beside one mention of a name, each as the whole noun
    phrase.
    """
    found = []
    for role in roles_beside(reported.layout, name):
        if (span := _given(reported, name, role)) is not None:
            found.append(span)
    if (span := apposition(reported, name)) is not None:
        found.append(span)
    if (span := _by_what_they_do(reported, name)) is not None and not any(
        span.overlaps(other) for other in found
    ):
        found.append(span)
    return found


def _by_what_they_do(reported: Reported, name: Span) -> Span | None:
    """ "County freeholder Ernest Coursey": a noun that ends like those of people who do something,
    right before a full name."""
    layout = reported.layout
    first = layout.first_word(name.start)
    if not layout.adjacent(first) or reported.marked(name) or " " not in name.of(layout.text):
        return None
    word = layout.words[first - 1]
    if word.capital or not reported.does(word):
        return None
    return _title(reported, RoleWords(word.span, word.low, frozenset((word.low,))))


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
        if between.startswith((",", *DASHES)):
            return None  # see `apposition`
        return (
            _phrase(reported, role.span)
            if _is(layout, name, between) and _closed(layout, role)
            else None
        )
    return _phrase(reported, role.span) if _closed_name(layout, name) else None


def _courtesy(between: str) -> bool:
    return all(word.rstrip(".").casefold() in TITLES.honorifics for word in between.split())


def _title(reported: Reported, role: RoleWords) -> Span | None:
    """ "union president", "former Massachusetts Gov.": the title right before a name, back to its
    first word.
    """
    layout = reported.layout
    if reported.marked(role.span):
        return None
    last = layout.first_word(role.span.end) - 1
    if layout.words[last].low in TITLES.honorifics or layout.words[last].low in NO_HEADS:
        return None
    first = last
    while last - first < MOST and _belongs(reported, first, layout.words[last].capital):
        first -= 1
    words = layout.words[first : last + 1]
    if len(words) == 1 and words[0].low in ROLES.vague:
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
        before.low in GRAMMAR.closed
        or before.low in GRAMMAR.articles
        or before.low in PREPOSITIONS
        or before.low in ROLES.stop
    ):
        return False
    if before.low in TITLES.honorifics or before.low in NAMES.never or before.low.endswith("ly"):
        return False
    if before.low in BEFORE:
        return True
    if before.low in VERBS.finite or not reported.names_things(before):
        return False
    return before.capital or not capital


def _phrase(reported: Reported, span: Span) -> Span | None:
    """The noun phrase without what opens it; None if the word that it turns on is no role."""
    words = reported.layout.inside(span)
    while words and words[0].low in GRAMMAR.openers:
        words = words[1:]
    core = words[: _first(words, PREPOSITIONS, behind=1)]
    if not core or not _turns_on_role(core):
        return None
    words = words[: _first(words, frozenset(("and", "or", "but")), behind=0)]
    while len(words) > len(core) and words[-1].low in PREPOSITIONS | GRAMMAR.articles:
        words = words[:-1]
    return Span(words[0].span.start, words[-1].span.end)


def _first(words: tuple[Word, ...], held: frozenset[str], behind: int) -> int:
    """Index of the first of some words, from one on; their number if there is none."""
    return next((n for n in range(behind, len(words)) if words[n].low in held), len(words))


_NO_NOUN = GRAMMAR.closed | (VERBS.finite - ROLES.words)


def _turns_on_role(core: tuple[Word, ...]) -> bool:
    """Whether a phrase up to its first preposition is a noun phrase that ends in a role of one."""
    if any(word.low in _NO_NOUN for word in core) or core[0].low in PREPOSITIONS:
        return False
    return is_role_word(core[-1]) and core[-1].low not in ROLES.plural


def _closed(layout: Layout, role: RoleWords) -> bool:
    """Whether what somebody is ends where its words do."""
    return ends_there(layout, layout.first_word(role.span.end))


def _closed_name(layout: Layout, name: Span) -> bool:
    """Whether the apposition that a name is ends behind it: "the union’s president, Jeff Traeger,
    said".
    """
    after = layout.text[name.end : name.end + 2]
    if not after.strip() or after[0] in ",.;:—–)\n!?" or after in (" —", " –", " ("):
        return True
    index = layout.first_word(name.end)
    return index < len(layout.words) and layout.words[index].low in VERBS.finite


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
            layout.words[first - 1].low not in TITLES.honorifics
            and layout.words[first - 1].low not in TITLES.words
        ):
            return False
        first -= 1
    return layout.sentence_start(first)
