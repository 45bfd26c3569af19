"""The language model's entities, cleaned."""

from __future__ import annotations

from typing import Any

from generator.annotate.names.candidates import Candidate, make
from generator.annotate.text.layout import GLUED, Layout, Word
from generator.languages.listed import word_set
from generator.languages.words import NAMES, ORGANISATIONS, PLACES, ROLES, SPEAKERS, TITLES
from generator.model import EntityKind, Span

_NO_NAMES = TITLES.words | TITLES.parts | ROLES.words | ORGANISATIONS.ends
_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}


def by_model(layout: Layout, doc: Any) -> list[Candidate]:
    """The people, organisations and places that the model labels, in text order, disjoint."""
    found = []
    for ent in doc.ents:
        kind = _KINDS.get(ent.label_)
        if kind is not None and (
            candidate := _clean(layout, Span(ent.start_char, ent.end_char), kind)
        ):
            found.append(candidate)
    return _without_first_words(layout, _without_headline_capitals(layout, found))


def _without_first_words(layout: Layout, found: list[Candidate]) -> list[Candidate]:
    """Without ordinary words that the model took for names since they open a sentence: Dam owner
    ignored letters.
    """
    alone = {c.words[0] for c in found if _is_one_word(c)}
    ordinary = _ordinary(layout, alone) if alone else alone
    return [c for c in found if not _is_one_word(c) or c.words[0] not in ordinary]


def _is_one_word(candidate: Candidate) -> bool:
    """Whether a body's or place's name is one word."""
    return len(candidate.words) == 1 and candidate.kind != "person"


def _ordinary(layout: Layout, alone: set[str]) -> set[str]:
    """Those words that the article has in lower case, and with a capital only first in a
    sentence.
    """
    lower = {w.text for w in layout.words if not w.capital}
    inside = {
        w.text
        for i, w in enumerate(layout.words)
        if w.text in alone and not layout.sentence_start(i)
    }
    return {word for word in alone - inside if word.lower() in lower}


def _without_headline_capitals(layout: Layout, found: list[Candidate]) -> list[Candidate]:
    """Where every word of the headline has a capital, the model sees names in it: only those of the
    body are kept.
    """
    headline = layout.headline
    if headline is None or not _all_capitals(layout, headline):
        return found
    body = {part for c in found if not headline.holds(c.span) for part in (c.key, c.key[-1:])}
    return [c for c in found if not headline.holds(c.span) or c.key in body]


def _all_capitals(layout: Layout, headline: Span) -> bool:
    """Whether nearly every longer word of a headline has a capital."""
    words = [w for w in layout.inside(headline) if len(w.text) > 3]
    return len(words) >= 3 and sum(w.capital for w in words) >= 0.8 * len(words)


def _clean(layout: Layout, span: Span, kind: EntityKind) -> Candidate | None:
    """A model's entity without titles, articles, possessives and what lies behind a line or mark;
    None if empty.
    """
    first = layout.first_word(span.start)
    last = layout.first_word(span.end)
    if kind != "person" and (titled := _titled_inside(layout, first, last)):
        return make(layout, titled, last, "person")
    first = _without_front(layout, first, last, kind)
    end = first + 1
    while end < last and _joined(layout, end, last, kind):
        end += 1
    if kind == "person" and end == last:
        end = _with_particles(layout, end)
    if first >= last or layout.words[end - 1].low.endswith(PLACES.described_by):
        return None
    return make(layout, first, end, kind)


def _without_front(layout: Layout, first: int, last: int, kind: EntityKind) -> int:
    """Behind the articles and titles that open an entity, and what only describes it."""
    while first < last and (
        _drop_in_front(layout.words[first], kind) or _describes(layout, first, last, kind)
    ):
        first += 1
    return first


def _with_particles(layout: Layout, end: int) -> int:
    """Where a person's name ends that the model cut at a particle: Faisal | bin Khalid
    al-Hamdan.
    """
    for _ in range(LONGEST):
        at = end
        while layout.adjacent(at) and layout.words[at].low in TITLES.particles and at < end + 2:
            at += 1
        more = layout.adjacent(at) and layout.words[at].capital
        if not more or (at == end and not GLUED.match(layout.words[at].text)):
            break
        end = at + 1
    return end


LONGEST = 4  # parts of a name with particles


def _titled_inside(layout: Layout, first: int, last: int) -> int | None:
    """Where a person's name starts in "Winnipeg Police Const. Rob Carver"; None if there is no
    title inside.
    """
    for index in range(max(first + 2, last - 3), last):
        rest = layout.words[index:last]
        is_title = layout.words[index - 1].low in TITLES.words and layout.words[index - 1].capital
        no_name = any(not w.capital or w.low in _NO_NAMES for w in rest)
        if is_title and not no_name:
            return index
    return None


def _drop_in_front(word: Word, kind: EntityKind) -> bool:
    if word.low in ("the", "a", "an") or not (
        word.capital or (word.text[0].isdigit() and kind != "person")
    ):
        return True
    return kind == "person" and (word.low in TITLES.honorifics or word.low in TITLES.words)


_PEOPLE = (
    ROLES.words
    | SPEAKERS.relations
    | word_set("eyewitness onlooker bystander passerby mum mom dad gran grandad")
) - (NAMES.given | NAMES.also_roles)


def _describes(layout: Layout, first: int, last: int, kind: EntityKind) -> bool:
    """Whether a word that opens a sentence only says what the person behind it is: "Neighbour Joan
    Lee".
    """
    behind = layout.words[first + 1 : last]
    names = len(behind) >= 2 and all(word.capital for word in behind[:2])
    return (
        kind == "person"
        and names
        and layout.words[first].low in _PEOPLE
        and layout.sentence_start(first)
    )


def _joined(layout: Layout, index: int, last: int, kind: EntityKind) -> bool:
    before, word = layout.words[index - 1], layout.words[index]
    gap = layout.text[before.span.end : word.span.start]
    if kind == "person":
        return layout.adjacent(index) and (
            word.capital or word.low in TITLES.particles or word.low in TITLES.suffixes
        )
    if gap.startswith(", "):  # "Immigration, Refugees and Citizenship Canada", but not a list
        return any(w.low in ("and", "&") for w in layout.words[index + 1 : min(last, index + 3)])
    return gap == ". " or ("\n" not in gap and not gap.strip(" &-–'’s"))
