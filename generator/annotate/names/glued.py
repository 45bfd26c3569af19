"""Words that a capital at a sentence start glues to a name: Telling Jeb Orbell, Some Norlanders,
Will Orbell win?
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.annotate.names.candidates import Candidate, candidate
from generator.annotate.text.layout import Layout, Word
from generator.annotate.text.spans import Cover
from generator.languages.words import GRAMMAR, NAMES, TITLES
from generator.model import Span

# Who comes from where: "Kentuckian Rand Orbell"
_FROM = ("ian", "ean", "ese", "ish", "can")
# Particles that no name begins with, and words of parties that a body's name may hold
_OPEN_PARTICLES = frozenset(("al", "el", "ibn", "bint", "abu"))
_PARTY = frozenset(("republican", "democratic", "democrat", "conservative", "liberal", "labour"))
_PARTIES = frozenset(("republicans", "democrats", "conservatives", "liberals"))
# The agency that a dateline names: HALDEN (NPA) — …
_AGENCY = re.compile(r"\(([A-Z]{2,8}|[A-Z][a-z]{4,9})\)\s*(?:--|[-–—])")
_DATELINE = 160  # characters of a paragraph in which a dateline stands


def unglued(layout: Layout, found: Iterable[Candidate]) -> list[Candidate]:
    """The candidates without an ordinary word in front of a full name, and without "some", "most"
    and peoples.

    The first word goes where it is no given name and what follows is: a known given name, or a full
    name that the article prints elsewhere. Twice, since a name that is found so may tell of
    another.
    """
    return _unglued(layout, _unglued(layout, sorted(found, key=lambda one: one.span)))


def _unglued(layout: Layout, held: list[Candidate]) -> list[Candidate]:
    full = {one.key for one in held if one.kind == "person" and len(one.key) > 1}
    surnames = {key[-1]: key for key in full if key[0] not in GRAMMAR.auxiliaries}
    out = []
    for one in held:
        if _is_several(one):
            continue
        cut = _opens_with_more(layout, one, full, surnames)
        out.append(_behind(layout, one, 1) if cut else one)
    return out


def _is_several(one: Candidate) -> bool:
    """ "Most Republicans", "Some Germans": several people, none of them named."""
    body = one.kind == "organisation" and len(one.key) > 2
    several = one.key[0] in GRAMMAR.quantities and one.key[-1].endswith(("s", "ese"))
    return several and len(one.key) < 4 and not body


def _opens_with_more(
    layout: Layout,
    one: Candidate,
    full: set[tuple[str, ...]],
    surnames: dict[str, tuple[str, ...]],
) -> bool:
    """Whether the first word is none of the name."""
    starts = layout.sentence_start(layout.first_word(one.span.start))
    if one.kind == "organisation" and len(one.key) > 2:
        return False
    if len(one.key) == 2:
        rest = surnames.get(one.key[1])
        asks = one.key[0] in GRAMMAR.auxiliaries and starts
        return asks and rest is not None and rest[0] != one.key[0]  # Will Orbell win?
    return len(one.key) > 2 and _is_ordinary(one, starts, full)


def _is_ordinary(one: Candidate, starts: bool, full: set[tuple[str, ...]]) -> bool:
    """Whether a word before two or more of a full name says something of its bearer: Telling Jeb
    Orbell, Kentuckian Rand Orbell.
    """
    first, *rest = one.key
    if first in NAMES.given or first in TITLES.particles or len(first) < 2:
        return False
    if rest[0] in TITLES.particles:
        return False  # Joost van der Meer
    given = rest[0] in NAMES.given
    if tuple(rest) in full and (starts or given):
        return True
    if starts and first.endswith(("ing", "ian", "ean")):
        return True
    ordinary = starts or first.endswith((*_FROM, "ed"))
    return ordinary and given and rest[0] not in NAMES.never and one.title is None


def extended(layout: Layout, found: Iterable[Candidate]) -> list[Candidate]:
    """The candidates with a capital that belongs to them and that the model left out.

    Fouzia | Al Hashim: a particle opens no name when a capital stands before it. The | Republican |
    Jewish Circle, the Log House | Republicans: a party's word is part of a body's name.
    """
    held = sorted(found, key=lambda one: one.span)
    taken = Cover(one.span for one in held)
    return [_extended(layout, one, taken) for one in held]


def _extended(layout: Layout, one: Candidate, taken: Cover) -> Candidate:
    first = layout.first_word(one.span.start)
    end = layout.first_word(one.span.end)
    before = layout.words[first - 1] if layout.adjacent(first) else None
    if before is not None and before.capital and not taken.touches(before.span):
        if _is_opened_by_name(one, before):
            return candidate(layout.words[first - 1 : end], "person")
        if _is_opened_by_party(layout, one, first):
            return candidate(layout.words[first - 1 : end], "organisation")
    after = layout.words[end] if layout.adjacent(end) else None
    if after is None or after.low not in _PARTIES or not after.capital or taken.touches(after.span):
        return one
    if one.kind == "organisation" and len(one.key) > 1 and not layout.words[end - 1].possessive:
        return candidate(layout.words[first : end + 1], "organisation")
    return one


def _is_opened_by_name(one: Candidate, before: Word) -> bool:
    """Whether a capital before a particle is the given name: Fouzia | Al Hashim."""
    particle = one.key[0] in _OPEN_PARTICLES and one.kind == "person" and len(one.key) > 1
    return particle and not (
        before.low in NAMES.never or before.low in TITLES.words or before.low in TITLES.honorifics
    )


def _is_opened_by_party(layout: Layout, one: Candidate, first: int) -> bool:
    """Whether a party's word behind "the" opens a body's name: the | Republican | Jewish Circle."""
    if layout.words[first - 1].low not in _PARTY or not layout.adjacent(first - 1):
        return False
    several = len(one.key) > 1 and one.key[-1] not in _PARTY
    return several and layout.words[first - 2].low == "the" and not _role_behind(layout, one)


def _role_behind(layout: Layout, one: Candidate) -> bool:
    """Whether a party's word before it says what a person is: "the Republican Ira Holt"."""
    return one.key[0] in NAMES.given or layout.text[one.span.end : one.span.end + 1] == ","


def _behind(layout: Layout, one: Candidate, cut: int) -> Candidate:
    words: tuple[Word, ...] = layout.inside(one.span)[cut:]
    return replace(candidate(words, "person"), title=None)


def agencies(layout: Layout, taken: Cover) -> list[Candidate]:
    """The news agencies in brackets of datelines."""
    found = []
    for block in layout.blocks[:6]:
        for match in _AGENCY.finditer(
            layout.text, block.start, min(block.end, block.start + _DATELINE)
        ):
            span = Span(match.start(1), match.end(1))
            words = layout.inside(span)
            if len(words) == 1 and not taken.touches(span):
                found.append(candidate(words, "organisation"))
    return found
