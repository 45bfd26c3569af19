"""A stretch of words that may be a name, and the words that speak for and against it."""

from __future__ import annotations

from dataclasses import dataclass

from generator.annotate.text.layout import Layout, Word, fold
from generator.languages.words import GRAMMAR, NAMES, ORGANISATIONS, PLACES, ROLES, TITLES
from generator.model import EntityKind, Span

_TAILS = TITLES.particles | ROLES.words  # what no name ends with
_GIVEN = NAMES.given - TITLES.words - ROLES.words
NO_PERSON_ENDS = ORGANISATIONS.ends | PLACES.ends
NO_PERSON_WORDS = NO_PERSON_ENDS | ROLES.words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of capitalised words that may name somebody. `span` has no title, article or
    possessive ending.
    """

    span: Span
    words: tuple[str, ...]  # as printed, honorifics and titles left out
    key: tuple[str, ...]  # the words to compare by
    kind: EntityKind
    title: Span | None = None  # the honorific or title right before it


def title_before(layout: Layout, index: int) -> int:
    """How many words right before word `index` are an honorific or title ("Deputy Prime
    Minister").
    """
    count = 0
    while layout.adjacent(index - count):
        word = layout.words[index - count - 1]
        is_title = word.low in TITLES.honorifics or word.low in TITLES.words
        if not (word.capital and (is_title or (count and word.low in TITLES.parts))):
            break
        count += 1
    return count


def make(layout: Layout, first: int, end: int, kind: EntityKind) -> Candidate | None:
    """The candidate of words first to end; None if they can't be a name."""
    if kind == "person":
        end = _without_tail(layout, first, end)
    words = layout.words[first:end]
    if not words or not words[0].text[0].isalnum():
        return None
    if all(w.low in NAMES.never or w.low in TITLES.particles for w in words):
        return None
    if kind == "person" and (_no_person(words) or _is_the_body(layout, first, words)):
        return None
    kind = _kind_by_words(words, kind)
    count = title_before(layout, first) if kind == "person" else 0
    title = (
        Span(layout.words[first - count].span.start, layout.words[first - 1].span.end)
        if count
        else None
    )
    return candidate(words, kind, title)


def _kind_by_words(words: tuple[Word, ...], kind: EntityKind) -> EntityKind:
    """What a name is by its own words, else what it was taken for."""
    low = " ".join(w.low for w in words)
    if low in PLACES.seats:
        return "government"
    if low in PLACES.countries or low in PLACES.capitals:
        return "place"
    if len(words) > 1 and words[-1].low in PLACES.ends:
        return "place"  # "Quay Street"
    body = kind == "person" and words[-1].low in ORGANISATIONS.ends and len(words) > 1
    return "organisation" if body else kind


def _is_the_body(layout: Layout, first: int, words: tuple[Word, ...]) -> bool:
    """Whether one word with "the" is a body's: "the Council"."""
    return len(words) == 1 and words[0].low in ORGANISATIONS.ends and _the(layout, first)


def _without_tail(layout: Layout, first: int, end: int) -> int:
    """Where a person's name ends: before another sentence ("Joan Lee MP. She"), honours and what no
    name ends with.
    """
    words = layout.words
    pronoun = (i for i in range(first + 1, end) if words[i].low in GRAMMAR.pronouns)
    end = next(pronoun, end)
    while end - first > 2 and words[end - 1].low in TITLES.honours:
        end -= 1
    while end > first and words[end - 1].low in _TAILS:
        if (
            end - first == 2
            and words[end - 1].low in NAMES.also_roles
            and words[first].low in _GIVEN
        ):
            break  # "Joan Baker": a family name here
        end -= 1
    return end


def _the(layout: Layout, index: int) -> bool:
    """Whether "the" stands right before a word."""
    return layout.adjacent(index) and layout.words[index - 1].low == "the"


def candidate(words: tuple[Word, ...], kind: EntityKind, title: Span | None = None) -> Candidate:
    """The candidate that starts with the first of the words and ends with the last; those between
    may be left out.
    """
    span = Span(words[0].span.start, words[-1].span.end)
    return Candidate(
        span,
        tuple(w.text for w in words),
        tuple(fold(w.text).rstrip(".") for w in words),
        kind,
        title,
    )


def _no_person(words: tuple[Word, ...]) -> bool:
    if any(c.isdigit() for w in words for c in w.text):
        return True
    if any(w.low in ("the", "a", "an", "with", "for", "and") for w in words):
        return True
    return len(words) == 1 and (words[0].low in ROLES.words or len(words[0].text.rstrip(".")) < 2)
