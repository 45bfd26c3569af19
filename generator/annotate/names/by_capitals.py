"""Names that capitals, titles, first names and the words around give away, without a language
model.
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.annotate.names.candidates import (
    NO_PERSON_ENDS,
    NO_PERSON_WORDS,
    Candidate,
    candidate,
    make,
)
from generator.annotate.text.layout import Layout, Word
from generator.annotate.text.spans import Cover
from generator.languages.words import NAMES, ORGANISATIONS, PLACES, ROLES, TITLES, VERBS
from generator.model import Span

_NO_SURNAMES = ORGANISATIONS.ends | ROLES.words | NAMES.never


def by_rules(layout: Layout, with_capitals: bool) -> list[Candidate]:
    """Names that need no model: a title or a known first name before capitals; every run of
    capitals if asked.
    """
    found: list[Candidate] = []
    index = 0
    while index < len(layout.words):
        if not layout.words[index].capital:
            index += 1
            continue
        end = _nicknamed(layout, index)
        if end > index and _first_name(layout.words[index]):
            found.append(candidate((layout.words[index], layout.words[end - 1]), "person"))
            index = end
            continue
        end = _run(layout, index)
        one = _judge(layout, index, end, with_capitals) if end > index else None
        if one is not None:
            found.append(one)
        index = max(index + 1, end)
    return found


def _nicknamed(layout: Layout, index: int) -> int:
    """End of a name with a nickname in marks (Harold "Bud" Ostrander) that starts at a word; the
    word if none does.
    """
    words = layout.words[index : index + 3]
    if len(words) < 3 or layout.adjacent(index + 1) or not all(w.capital for w in words):
        return index
    first = layout.text[words[0].span.end : words[1].span.start]
    second = layout.text[words[1].span.end : words[2].span.start]
    return (
        index + 3
        if (first, second) in ((" “", "” "), (' "', '" '), (" ‘", "’ "), (" (", ") "))
        else index
    )


def _judge(layout: Layout, first: int, end: int, with_capitals: bool) -> Candidate | None:
    """What a run of capitals names; None if nothing can be said about it by rules."""
    place, headline = layout.words[first].span.start, layout.headline
    if headline and headline.start <= place < headline.end:
        return None  # capitals say nothing in a headline; known names are found there later
    while first < end and layout.words[first].low in NAMES.never:
        first += 1
    start = _after_titles(layout, first, end)
    run = layout.words[start:end]
    if not run or (len(run) > 4 and not with_capitals):
        return None
    if _is_full_name(layout, run, end, with_capitals):
        return make(layout, start, end, "person")
    if start > first and len(run) <= 3 and run[-1].low not in _NO_SURNAMES:
        return make(layout, start, end, "person")  # "Senator Lee"
    return _plain_capitals(layout, first, end) if with_capitals else None


def _is_full_name(layout: Layout, run: tuple[Word, ...], end: int, with_capitals: bool) -> bool:
    """Whether capitals open with a known first name, or an age stands behind them."""
    if not 2 <= len(run) <= 4:
        return False
    if len(run) <= 3 and _aged(layout, end) and run[-1].low not in ORGANISATIONS.ends:
        return True
    doubtful = run[0].low in NAMES.doubtful and not with_capitals
    return _first_name(run[0]) and not doubtful and run[-1].low not in NO_PERSON_ENDS


def by_place(layout: Layout, taken: Cover) -> list[Candidate]:
    """Two or three capitals that nobody has claimed, where people are named: before ", 32,", a role
    or "said".
    """
    found = []
    index = 0
    while index < len(layout.words):
        if not layout.words[index].capital:
            index += 1
            continue
        end = _run(layout, index)
        start = _after_titles(layout, index, end)
        while start < end and layout.words[start].low in NAMES.never:
            start += 1
        run = layout.words[start:end]
        if _may_be_a_person(run) and _person_follows(layout, end):
            span = Span(run[0].span.start, run[-1].span.end)
            one = make(layout, start, end, "person") if not taken.touches(span) else None
            found += [one] if one else []
        index = max(index + 1, end)
    return found


def _may_be_a_person(run: tuple[Word, ...]) -> bool:
    """Whether two or three capitals hold no word of a body, a place or a role."""
    return 2 <= len(run) <= 3 and not any(w.low in NO_PERSON_WORDS for w in run)


def by_printed(layout: Layout, printed: Iterable[Span], taken: Cover) -> list[Candidate]:
    """Two or three capitals that open a printed speaker and that nobody has claimed: "Jingyi Pan of
    IG".
    """
    found: dict[Span, Candidate] = {}
    for span in printed:
        first = layout.first_word(span.start)
        end = first
        if first < len(layout.words):
            end = min(_run(layout, first), layout.first_word(span.end))
        start = _after_titles(layout, first, end)
        run = layout.words[start:end]
        if _may_be_a_person(run) and not any(w.low in NAMES.never for w in run):
            one = make(layout, start, end, "person")
            if one and not taken.touches(one.span) and not run[-1].possessive and not _shouted(run):
                found[one.span] = one
    return [found[span] for span in sorted(found)]


def _shouted(run: tuple[Word, ...]) -> bool:
    return all(word.text.isupper() for word in run)


def _person_follows(layout: Layout, end: int) -> bool:
    """Whether what comes after word `end` - 1 says that it was a person's name."""
    if end >= len(layout.words) or layout.words[end - 1].possessive:
        return False
    gap = layout.text[layout.words[end - 1].span.end : layout.words[end].span.start]
    after = layout.words[end : end + 6]
    if gap in (": “", ": ‘", ': "'):
        return True
    if gap == " ":
        return after[0].low in VERBS.finite
    if gap != ", ":
        return False
    return any(
        w.low in ROLES.words for w in after[: 4 if after[0].low in ("a", "an", "the") else 2]
    )


def _aged(layout: Layout, end: int) -> bool:
    """Whether an age follows: ", 74," """
    if end >= len(layout.words) or not layout.words[end].text.isdigit():
        return False
    age = layout.words[end].span
    before, after = (
        layout.text[layout.words[end - 1].span.end : age.start],
        layout.text[age.end : age.end + 1],
    )
    return before == ", " and len(layout.words[end].text) == 2 and after in (",", ".")


def _run(layout: Layout, index: int) -> int:
    """End of the run of capitalised words that starts at a word; the word itself if it starts
    none.
    """
    if not layout.words[index].capital:
        return index
    end = index + 1
    while end < len(layout.words) and layout.adjacent(end):
        word = layout.words[end]
        if not word.capital and not (
            word.low in TITLES.particles and _capital_follows(layout, end)
        ):
            break
        end += 1
    return end


def _capital_follows(layout: Layout, index: int) -> bool:
    for after in range(index + 1, min(index + 3, len(layout.words))):
        if not layout.adjacent(after):
            return False
        if layout.words[after].capital:
            return True
        if layout.words[after].low not in TITLES.particles:
            return False
    return False


def _first_name(word: Word) -> bool:
    return word.low in NAMES.given and len(word.text) > 1


def _after_titles(layout: Layout, first: int, end: int) -> int:
    """Where the name starts in a run that opens with titles; `first` if it doesn't."""
    last_title = first - 1
    for index in range(first, min(end, first + 6)):
        low = layout.words[index].low
        if low in TITLES.honorifics or low in TITLES.words:
            last_title = index
        elif low not in TITLES.parts:
            break
    return last_title + 1


def _plain_capitals(layout: Layout, first: int, end: int) -> Candidate | None:
    """Without a model: known places and seats, organisations by their last word, acronyms, two or
    three capitals.
    """
    run = layout.words[first:end]
    low = " ".join(w.low for w in run)
    if low in PLACES.seats or low in PLACES.countries or low in PLACES.capitals:
        return make(layout, first, end, "place")
    if _is_body(run):
        return make(layout, first, end, "organisation")
    roles = any(w.low in ROLES.words for w in run)
    if len(run) in (2, 3) and not layout.sentence_start(first) and not roles:
        return make(layout, first, end, "person")
    return None


def _is_body(run: tuple[Word, ...]) -> bool:
    """Whether capitals are an acronym, or hold a word that only bodies have."""
    if len(run) == 1:
        return run[0].text.isupper() and 2 < len(run[0].text) < 8
    return any(w.low in ORGANISATIONS.ends for w in run)
