"""First and family names that stand alone: whose they are."""

from __future__ import annotations

from generator.annotate.names.candidates import Candidate, title_before
from generator.annotate.names.person import MOST_OF_A_FAMILY, Person, first_name_gender
from generator.annotate.text.layout import Layout, fold
from generator.annotate.text.spans import Cover
from generator.languages.words import NAMES, TITLES, VERBS
from generator.model import Mention, Span


def bare_mentions(layout: Layout, persons: list[Person], found: tuple[Candidate, ...]) -> None:
    """Finds surnames (and first names that only one person has) wherever they stand alone."""
    bearers = _bearers(persons)
    blocked = Cover(c.span for c in found if len(c.words) > 1)
    single = {c.span for c in found if c.kind == "person" and len(c.words) == 1}
    for index, word in enumerate(layout.words):
        key = fold(word.text).rstrip(".") if word.capital else ""
        if key not in bearers or blocked.touches(word.span):
            continue
        if not _stands_alone(layout, index, word.span in single):
            continue
        if _names_a_place(layout, index, bearers[key], key):
            continue
        bearer = _bearer(layout, bearers[key], key, index)
        if bearer is not None:
            bearer.mentions.append(Mention(word.span, "short"))
            _add_title(layout, bearer, index)


def _bearers(persons: list[Person]) -> dict[str, list[Person]]:
    """First and family name, folded → those who have it."""
    bearers: dict[str, list[Person]] = {}
    for person in persons:
        for part in dict.fromkeys((person.surname, person.parts[0])):
            family = bearers.setdefault(part, [])
            if len(family) < MOST_OF_A_FAMILY:
                family.append(person)
    return bearers


def _in_headline(layout: Layout, span: Span) -> bool:
    """Whether a word stands in the headline, where every word may have a capital."""
    return layout.headline is not None and layout.headline.holds(span)


def _stands_alone(layout: Layout, index: int, named: bool) -> bool:
    """Whether a capitalised word is a name of its own, not part of "Trump Tower" or the first word
    of a sentence.
    """
    word = layout.words[index]
    if named:
        return True
    if _capital_beside(layout, index):
        return False
    if not layout.sentence_start(index) or word.low not in NAMES.also_words or word.possessive:
        return True
    return layout.adjacent(index + 1) and layout.words[index + 1].low in _SPEAKS


def _capital_beside(layout: Layout, index: int) -> bool:
    """Whether a word is part of a longer name: Trump | Tower, New | Trump."""
    words = layout.words
    behind = layout.adjacent(index + 1) and words[index + 1].capital
    if behind and not _in_headline(layout, words[index].span):
        return True
    before = layout.adjacent(index) and words[index - 1].capital
    if not before or title_before(layout, index):
        return False
    return not (_in_headline(layout, words[index - 1].span) or layout.sentence_start(index - 1))


def _names_a_place(layout: Layout, index: int, bearers: list[Person], key: str) -> bool:
    """Whether a first name belongs to a name of something else: "Prince George", "Star of David",
    "Jan. 9".
    """
    if any(person.surname == key for person in bearers):
        return False
    if _before_a_number(layout, index):
        return True
    if not layout.adjacent(index):
        return False
    before = layout.words[index - 1]
    if before.low == "of":
        return layout.adjacent(index - 1) and layout.words[index - 2].capital
    starts = layout.sentence_start(index - 1)
    return before.capital and not starts and not _in_headline(layout, before.span)


def _before_a_number(layout: Layout, index: int) -> bool:
    """Whether a number stands right behind a word: "Jan. 9"."""
    if index + 1 == len(layout.words):
        return False
    word, after = layout.words[index], layout.words[index + 1]
    return after.text.isdigit() and not layout.text[word.span.end : after.span.start].strip(" .")


_SPEAKS = VERBS.finite | frozenset(
    "has had is was will would did does could can should also who never".split()
)


def _bearer(layout: Layout, bearers: list[Person], key: str, index: int) -> Person | None:
    """Who a bare name means: its only bearer; of several the one whom an honorific or the last full
    name points to.
    """
    place = layout.words[index].span.start
    by_surname = [p for p in bearers if p.surname == key]
    if not by_surname:
        # "Ada said", before Ada Kell is named: somebody else
        later = bearers[0].first_place() >= place and key in NAMES.gender
        return bearers[0] if len(bearers) == 1 and not later else None
    if len(by_surname) == 1:
        return by_surname[0]
    fitting = _of_honorific(layout, by_surname, index)
    return fitting or _main_bearer(layout, by_surname, place)


def _of_honorific(layout: Layout, bearers: list[Person], index: int) -> Person | None:
    """The only bearer whom the honorific before a word fits: Mrs | Kell; None = none, or several."""
    if not title_before(layout, index):
        return None
    gender = TITLES.honorifics.get(layout.words[index - 1].low)
    if gender is None:
        return None
    fitting = [p for p in bearers if first_name_gender(p.parts) in (gender, None)]
    return fitting[0] if len(fitting) == 1 else None


def _main_bearer(layout: Layout, bearers: list[Person], place: int) -> Person | None:
    """Of several with one surname: the one named in full last, if that was in this paragraph; else
    the first named.

    Nobody, where the last two were named in one breath: "the brothers Jan Kaspar and Emil Kaspar".
    """
    block = layout.block(place)
    here = [
        (f.span, p)
        for p in bearers
        for f in p.forms
        if layout.block(f.span.start) == block and f.span.start < place
    ]
    if here:
        *_, (span, last) = before = sorted(here, key=lambda pair: pair[0])
        joined = len(before) > 1 and layout.text[before[-2][0].end : span.start] == " and "
        return None if joined and before[-2][1] is not last else last
    return min(bearers, key=lambda p: p.first_place())


def _add_title(layout: Layout, person: Person, index: int) -> None:
    if count := title_before(layout, index):
        person.titles.append(
            Span(layout.words[index - count].span.start, layout.words[index - 1].span.end)
        )
