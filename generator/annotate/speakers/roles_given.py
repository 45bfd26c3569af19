"""Which roles the people of an article are given, and which stand there without a name."""

from __future__ import annotations

from dataclasses import dataclass

from generator.annotate.names.descriptions import Description, Register
from generator.annotate.names.roles import RoleWords, called_by, role_of
from generator.annotate.text.layout import Layout
from generator.annotate.text.spans import Cover
from generator.languages.words import ROLES
from generator.model import Mention, Name, Span


@dataclass(frozen=True, slots=True)
class RolesGiven:
    """The roles and ages of an article's people; a place is an offset into its text."""

    labels: list[str]  # of all names, in the order of `register`
    register: Register
    by_label: dict[str, list[RoleWords]]
    spans: list[tuple[Span, str]]  # where each role stands, and whose it is
    unnamed: dict[str, int]  # "judge" → where the first "a judge" stands who is not named
    first: dict[str, int]  # word → where it stands first
    ages: dict[str, list[str]]  # "74" → the people of that age

    def bearers(self, description: Description) -> list[str]:
        """Everyone in the article, named before or after, whose role a description fits."""
        return [self.labels[i] for i in self.register.bearers(description, loose=True)]

    def allow(self, label: str, word: str) -> bool:
        """Whether somebody may have a role: it is given, or wider than one that is, or none is."""
        roles = self.by_label.get(label, [])
        return not roles or any(
            word == role.head or word in ROLES.wider.get(role.head, ()) for role in roles
        )

    def has(self, label: str, word: str) -> bool:
        """Whether somebody is given a role by that very word, not by a wider one."""
        return any(word == role.head for role in self.by_label.get(label, ()))

    def is_somebodys(self, word: str) -> bool:
        """Whether anybody is given a role by that very word."""
        return any(word == role.head for roles in self.by_label.values() for role in roles)

    def of_age(self, age: str) -> list[str]:
        """Everyone whose age is given as that number, in text order."""
        return self.ages.get(age, [])

    def introduced_unnamed(self, word: str, place: int) -> bool:
        """Whether "a judge", "one judge" stands before a place, outside the roles of people who are
        named.
        """
        return self.unnamed.get(word, place) < place

    def has_several(self, word: str, place: int) -> bool:
        """Whether "inspectors" stands before a place, so that "the inspector" may be any of
        them.
        """
        return self.first.get(word + "s", place) < place


def roles_given(layout: Layout, names: tuple[Name, ...]) -> RolesGiven:
    """The roles that an article gives its names."""
    roles = [
        (i, r) for i, n in enumerate(names) for span in called_by(n) if (r := role_of(layout, span))
    ]
    by_label: dict[str, list[RoleWords]] = {}
    for index, role in roles:
        by_label.setdefault(names[index].label, []).append(role)
    return RolesGiven(
        labels=[name.label for name in names],
        register=Register(roles),
        by_label=by_label,
        spans=sorted((span, n.label) for n in names for span in called_by(n)),
        unnamed=_unnamed(layout, Cover(r.span for _, r in roles)),
        first={word.low: word.span.start for word in reversed(layout.words)},
        ages=_ages(layout, names),
    )


def _unnamed(layout: Layout, roles: Cover) -> dict[str, int]:
    """Where each word first ends an indefinite phrase ("a Superior Court judge") that is no role of
    a named person.
    """
    first: dict[str, int] = {}
    for index, word in enumerate(layout.words):
        if word.low not in ("a", "an", "one", "another") or layout.quoted[word.span.start]:
            continue
        for end in range(index + 1, min(index + 6, len(layout.words))):
            if not layout.adjacent(end):
                break
            last = layout.words[end]
            if last.low in ROLES.words and not roles.touches(last.span):
                first.setdefault(last.low, last.span.start)
    return first


def _ages(layout: Layout, names: tuple[Name, ...]) -> dict[str, list[str]]:
    """Age → people."""
    ages: dict[str, list[str]] = {}
    for name in names:
        for mention in name.mentions if name.kind == "person" else ():
            age = _age(layout, mention)
            if age and name.label not in ages.setdefault(age, []):
                ages[age].append(name.label)
    return ages


def _age(layout: Layout, mention: Mention) -> str:
    """The age beside a name: "Ludo Marchbanks, 74," and "74-year-old Ludo Marchbanks"; "" = none."""
    before = layout.word(mention.span.start) - 1
    if layout.adjacent(before + 1) and layout.words[before].low.endswith("-year-old"):
        return layout.words[before].low.removesuffix("-year-old")
    index = layout.first_word(mention.span.end)
    if index == len(layout.words) or not layout.words[index].text.isdigit():
        return ""
    after = layout.words[index]
    return after.text if layout.text[mention.span.end : after.span.start] == ", " else ""
