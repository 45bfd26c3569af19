"""Which mentions are the same person: full names first, then bare surnames anywhere in the
article.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from generator.annotate.names.candidates import Candidate, title_before
from generator.annotate.names.speaks import speaks
from generator.annotate.text.layout import Layout, fold
from generator.annotate.text.spans import Cover
from generator.languages.listed import listed
from generator.languages.named import Gender
from generator.languages.words import NAMES, TITLES, VERBS
from generator.model import Mention, Span

_FAMILY = 50  # how many people of one surname are told apart; keeps the time linear on hostile text


@dataclass
class Person:
    """A person while the article is being read; frozen into a `Name` at the end."""

    parts: tuple[str, ...]  # the fullest form's words, folded, without suffixes ("jr")
    # in text order: full names; if there is none, the bare ones
    forms: list[Candidate] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    titles: list[Span] = field(default_factory=list)

    def add(self, candidate: Candidate, form: Literal["full", "short"]) -> None:
        """Take a form of the name, the next in text order."""
        if len(name_parts(candidate)) > len(self.parts):
            self.parts = name_parts(candidate)
        self.forms.append(candidate)
        self.mentions.append(Mention(candidate.span, form))
        if candidate.title:
            self.titles.append(candidate.title)

    @property
    def label(self) -> str:
        """The fullest form as printed; of equal ones the most frequent, then the first."""
        printed = Counter(" ".join(form.words) for form in self.forms)
        return max(printed, key=lambda words: (len(words.split()), printed[words]))

    @property
    def surname(self) -> str:
        """The last word of the name, folded."""
        return self.parts[-1]

    def first_place(self) -> int:
        """Where the person is first named in full."""
        return self.forms[0].span.start


def name_parts(candidate: Candidate) -> tuple[str, ...]:
    """The words to compare persons by: folded, without suffixes and particles in front."""
    parts = [w for w in candidate.key if w not in TITLES.suffixes]
    return tuple(parts) or candidate.key


def people(layout: Layout, found: tuple[Candidate, ...]) -> list[Person]:
    """The persons of an article, in the order in which they are first named.

    A full name anywhere makes its bare surname that person, whatever the model calls it (measured
    by the project: F .81 → .93 on 79 mentions). Full names with the same surname and unlike first
    names stay apart.
    """
    by_surname: dict[str, list[Person]] = {}
    for candidate in found:
        if candidate.kind == "person" and len(name_parts(candidate)) > 1:
            _join(by_surname.setdefault(name_parts(candidate)[-1], []), candidate)
    persons = [person for family in by_surname.values() for person in family]
    known = {part for person in persons for part in (person.surname, person.parts[0])}
    persons += _single_names(layout, known, found)
    _bare_mentions(layout, persons, found)
    for person in persons:
        person.mentions.sort(key=lambda m: m.span)
    return sorted((p for p in persons if p.mentions), key=lambda p: p.mentions[0].span)


def _join(family: list[Person], candidate: Candidate) -> None:
    person = next(
        (p for p in family[:_FAMILY] if same_person(p.parts, name_parts(candidate))), None
    )
    if person is None:
        person = Person(name_parts(candidate))
        family.append(person)
    person.add(candidate, "full")


def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names can be one person: same surname; first names equal, nicknames or
    initials of each other.

    Middle names may be missing, but never differ: "George W. Bush" is not "George H. W. Bush".
    """
    if one == other or _begun_by_a_particle(one, other) or _begun_by_a_particle(other, one):
        return True
    if one[-1] != other[-1] or not _same_first(one[0], other[0]):
        return False
    middle, other_middle = one[1:-1], other[1:-1]
    if not middle or not other_middle:
        return True
    return len(middle) == len(other_middle) and all(
        _same_first(a, b) for a, b in zip(middle, other_middle)
    )


def _begun_by_a_particle(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether one is the family name of the other with its particle: "Al Hashim" of "Fouzia Al
    Hashim".
    """
    return short[0] in _FAMILY_PARTICLES and len(full) > len(short) and full[-len(short) :] == short


_FAMILY_PARTICLES = frozenset("al el bin ben ibn abu van von de del la le ap ni".split())


def _same_first(one: str, other: str) -> bool:
    if one == other or NAMES.nicknames.get(one, one) == NAMES.nicknames.get(other, other):
        return True
    return (len(one) == 1 or len(other) == 1) and one[:1] == other[:1]


def _bare_mentions(layout: Layout, persons: list[Person], found: tuple[Candidate, ...]) -> None:
    """Finds surnames (and first names that only one person has) wherever they stand alone."""
    bearers: dict[str, list[Person]] = {}
    for person in persons:
        for part in dict.fromkeys((person.surname, person.parts[0])):
            family = bearers.setdefault(part, [])
            if len(family) < _FAMILY:
                family.append(person)
    blocked = Cover(c.span for c in found if len(c.words) > 1)
    single = {c.span for c in found if c.kind == "person" and len(c.words) == 1}
    for index, word in enumerate(layout.words):
        if not word.capital:
            continue
        key = fold(word.text).rstrip(".")
        if key not in bearers or blocked.touches(word.span):
            continue
        if not _stands_alone(layout, index, word.span in single) or _names_a_place(
            layout, index, bearers[key], key
        ):
            continue
        bearer = _bearer(layout, bearers[key], key, index)
        if bearer is not None:
            bearer.mentions.append(Mention(word.span, "short"))
            _add_title(layout, bearer, index)


def _stands_alone(layout: Layout, index: int, named: bool) -> bool:
    """Whether a capitalised word is a name of its own, not part of "Trump Tower" or the first word
    of a sentence.
    """
    word = layout.words[index]
    follows = layout.adjacent(index + 1) and layout.words[index + 1].capital
    if follows and not (layout.headline and layout.headline.holds(word.span)) and not named:
        return False
    if (
        layout.adjacent(index)
        and layout.words[index - 1].capital
        and not title_before(layout, index)
    ):
        before = layout.words[index - 1]
        in_headline = layout.headline is not None and layout.headline.holds(before.span)
        if not (named or in_headline or layout.sentence_start(index - 1)):
            return False
    if not layout.sentence_start(index) or word.low not in _COMMON or named or word.possessive:
        return True
    return layout.adjacent(index + 1) and layout.words[index + 1].low in VERBS.finite | _VERBS


def _names_a_place(layout: Layout, index: int, bearers: list[Person], key: str) -> bool:
    """Whether a first name belongs to a name of something else: "Prince George", "Star of David",
    "Jan. 9".
    """
    if any(person.surname == key for person in bearers):
        return False
    after = layout.words[index + 1] if index + 1 < len(layout.words) else None
    if (
        after
        and after.text.isdigit()
        and not layout.text[layout.words[index].span.end : after.span.start].strip(" .")
    ):
        return True
    if not layout.adjacent(index):
        return False
    before = layout.words[index - 1]
    if before.low == "of":
        return layout.adjacent(index - 1) and layout.words[index - 2].capital
    headline = layout.headline is not None and layout.headline.holds(before.span)
    return before.capital and not layout.sentence_start(index - 1) and not headline


_COMMON = frozenset(
    listed(
        """
    may will mark bill rob pat sue grant frank art rich dean drew grace faith hope joy rose dawn page day long
    short young old white black green brown gray grey rice park parks wood woods stone field fields hill price
    love king strong good best west north east south case cook march summer winter snow rains bush bell ball
    power powers justice judge law banks cash chase close cross cruise early noble poor sharp small stark sweet
    swift true wise much many more most major minor first church house rush hunt fish fox wolf bird moon star
    court garden
    """
    )
)


_VERBS = frozenset("has had is was will would did does could can should also who never".split())


def _bearer(layout: Layout, bearers: list[Person], key: str, index: int) -> Person | None:
    """Who a bare name means: its only bearer; of several the one whom an honorific or the last full
    name points to.
    """
    place = layout.words[index].span.start
    by_surname = [p for p in bearers if p.surname == key]
    if not by_surname:
        later = bearers[0].first_place() >= place and key in NAMES.gender
        return bearers[0] if len(bearers) == 1 and not later else None
    if len(by_surname) == 1:
        return by_surname[0]
    gender = (
        TITLES.honorifics.get(layout.words[index - 1].low) if title_before(layout, index) else None
    )
    if gender is not None:
        fitting = [p for p in by_surname if first_name_gender(p.parts) in (gender, None)]
        if len(fitting) == 1:
            return fitting[0]
    return _main_bearer(layout, by_surname, place)


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


def _single_names(layout: Layout, known: set[str], found: tuple[Candidate, ...]) -> list[Person]:
    """Single names that the model calls a person and that belong to no full name ("Mr Lee",
    "Beyoncé").

    The model errs most on these: one is kept if it has a title, is a known first name, speaks, or
    stands twice. Their mentions are found later, with those of everybody else.
    """
    alone: dict[str, Person] = {}
    kept: set[str] = set()
    for candidate in found:
        key = name_parts(candidate)[0]
        if candidate.kind != "person" or len(name_parts(candidate)) > 1 or key in known:
            continue
        if key in alone or candidate.title or key in NAMES.gender or speaks(layout, candidate.span):
            kept.add(key)
        alone.setdefault(key, Person(name_parts(candidate))).forms.append(candidate)
    return [person for key, person in alone.items() if key in kept]


def first_name_gender(parts: tuple[str, ...]) -> Gender | None:
    """The gender that a first name gives; None = unknown, or used by both."""
    return NAMES.gender.get(parts[0]) if len(parts) > 1 and parts[0] not in NAMES.either else None
