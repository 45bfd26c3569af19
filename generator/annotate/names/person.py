"""A person while the article is being read, and whether two names are one person's."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal

from generator.annotate.names.candidates import Candidate
from generator.languages.named import Gender
from generator.languages.words import NAMES, TITLES
from generator.model import Mention, Span

MOST_OF_A_FAMILY = (
    50  # how many people of one surname are told apart; keeps the time linear on hostile text
)


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
    return (
        short[0] in NAMES.family_particles
        and len(full) > len(short)
        and full[-len(short) :] == short
    )


def _same_first(one: str, other: str) -> bool:
    if one == other or NAMES.nicknames.get(one, one) == NAMES.nicknames.get(other, other):
        return True
    return (len(one) == 1 or len(other) == 1) and one[:1] == other[:1]


def first_name_gender(parts: tuple[str, ...]) -> Gender | None:
    """The gender that a first name gives; None = unknown, or used by both."""
    return NAMES.gender.get(parts[0]) if len(parts) > 1 and parts[0] not in NAMES.either else None
