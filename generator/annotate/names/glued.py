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
from generator.languages.listed import listed
from generator.languages.words import NAMES, TITLES
from generator.model import Span

_AUXILIARIES = frozenset(
    ("will", "may", "might", "can", "could", "did", "does", "do", "has", "is", "was", "would")
)
_QUANTITIES = frozenset(
    listed(
        "some many most few several both all other another each every any no more which these those"
    )
)
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
    surnames = {key[-1]: key for key in full if key[0] not in _AUXILIARIES}
    out = []
    for one in held:
        cut = _cut(layout, one, full, surnames)
        if cut is None:
            continue
        out.append(one if cut == 0 else _behind(layout, one, cut))
    return out


def _cut(
    layout: Layout,
    one: Candidate,
    full: set[tuple[str, ...]],
    surnames: dict[str, tuple[str, ...]],
) -> int | None:
    """How many words in front are none of the name; None = there is no name."""
    first = one.key[0]
    if one.kind == "organisation" and len(one.key) > 2:
        return 0
    if first in _QUANTITIES and one.key[-1].endswith(("s", "ese")) and len(one.key) < 4:
        return None  # "Most Republicans", "Some Germans": several people, none of them named
    index = layout.first_word(one.span.start)
    if len(one.key) == 2:
        rest = surnames.get(one.key[1])
        asks = first in _AUXILIARIES and layout.sentence_start(index)
        return 1 if asks and rest is not None and rest[0] != first else 0
    if len(one.key) < 3 or first in NAMES.given or first in TITLES.particles or len(first) < 2:
        return 0
    rest = one.key[1:]
    named = rest[0] in NAMES.given and rest[0] not in NAMES.never
    starts = layout.sentence_start(index)
    if rest[0] in TITLES.particles:
        return 0
    if (rest in full and (starts or rest[0] in NAMES.given)) or (
        starts and first.endswith(("ing", "ian", "ean"))
    ):
        return 1
    ordinary = starts or first.endswith(_FROM) or first.endswith("ed")
    return 1 if named and ordinary and one.title is None else 0


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
    after = layout.words[end] if layout.adjacent(end) else None
    if before is not None and before.capital and not taken.touches(before.span):
        particle = (
            one.key[0] in _OPEN_PARTICLES
            and before.low not in NAMES.never | TITLES.words | TITLES.honorifics.keys()
        )
        party = (
            before.low in _PARTY
            and layout.adjacent(first - 1)
            and layout.words[first - 2].low == "the"
        )
        if particle and one.kind == "person" and len(one.key) > 1:
            return candidate(layout.words[first - 1 : end], "person")
        if (
            party
            and one.key[-1] not in _PARTY
            and (len(one.key) > 1)
            and not _role_behind(layout, one)
        ):
            return candidate(layout.words[first - 1 : end], "organisation")
    if after is None or after.low not in _PARTIES or not after.capital or taken.touches(after.span):
        return one
    if one.kind == "organisation" and len(one.key) > 1 and not layout.words[end - 1].possessive:
        return candidate(layout.words[first : end + 1], "organisation")
    return one


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
