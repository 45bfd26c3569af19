"""The person at the end of a speaker's phrase: "Former minister for Equalities Nina Morland"."""

from __future__ import annotations

from collections.abc import Iterable

from generator.annotate.names.candidates import Candidate, make
from generator.annotate.text.layout import Layout
from generator.annotate.text.spans import Cover
from generator.languages.words import NAMES, TITLES
from generator.model import Span


def by_end(layout: Layout, printed: Iterable[Span]) -> list[Candidate]:
    """A first name and a surname that end the words for a speaker behind another capital.

    A body's name and a person's run together there: the Refugee Council | Nina Morland. The first
    name tells where the person's begins; a run that begins with one is a name of its own.
    """
    found: dict[Span, Candidate] = {}
    for span in printed:
        end = _stretch_end(layout, span)
        start = next((n for n in (end - 2, end - 3) if _begins(layout, n, end)), None)
        first = layout.first_word(span.start)
        if start is not None and all(word.capital for word in layout.words[first:start]):
            continue  # Azfar Ali Khan: one name
        one = make(layout, start, end, "person") if start is not None else None
        if one is not None:
            found[one.span] = one
    return [found[span] for span in sorted(found)]


def by_acronym(layout: Layout, printed: Iterable[Span], taken: Cover) -> list[Candidate]:
    """A printed speaker that is nothing but capitals, without a given name: “…,” added CCNA."""
    found: dict[Span, Candidate] = {}
    for span in printed:
        words = [word for word in layout.inside(span) if word.low != "the"]
        if len(words) != 1 or taken.touches(words[0].span):
            continue
        index = layout.first_word(words[0].span.start)
        spelled = (
            words[0].text.isupper() and 3 <= len(words[0].text) <= 6 and words[0].text.isalpha()
        )
        one = make(layout, index, index + 1, "organisation") if spelled else None
        if one is not None:
            found[one.span] = one
    return [found[span] for span in sorted(found)]


def _stretch_end(layout: Layout, span: Span) -> int:
    """The word behind the phrase up to its first comma or bracket."""
    first = layout.first_word(span.start)
    end = first
    last = layout.first_word(span.end)
    while end < last and (end == first or layout.adjacent(end)):
        end += 1
    return end


def _begins(layout: Layout, start: int, end: int) -> bool:
    """Whether a person's full name starts at a word, right behind another name's last word."""
    if start < 1 or end - start < 2 or not layout.adjacent(start):
        return False
    words = layout.words[start - 1 : end]
    if not all(word.capital for word in words) or words[-1].possessive:
        return False
    first, before = words[1].low, words[0].low
    titled = before in TITLES.words or before in TITLES.honorifics or before in NAMES.given
    return first in NAMES.given and len(first) > 2 and not titled
