"""People, organisations, governments and places that an article mentions."""

from __future__ import annotations

from typing import Any

from generator.annotate.candidates import candidates
from generator.annotate.lexing import Layout
from generator.annotate.organisations import bodies, kind_of
from generator.annotate.people import Person, people
from generator.annotate.roles import RoleWords, bearers, descriptions, roles_of
from generator.model import Article, Mention, Name, Span


def find_names(article: Article, doc: Any | None) -> tuple[Name, ...]:
    """Everyone and everything named in an article, by first mention; labels are unique.

    `doc`: the spaCy parse whose character offsets are those of `article.text`; None = no language model, names by
    capitals, titles and known first names only. Mentions are names, and roles ("the diplomat") where only one person
    of the article can be meant; never pronouns. Titles and possessive endings are outside the spans.
    """
    layout = Layout(article)
    found = candidates(layout, doc)
    persons = people(layout, found)
    roles = [roles_of(layout, person, doc) for person in persons]
    _add_role_mentions(layout, persons, roles)
    named = [_person(person, role) for person, role in zip(persons, roles)]
    for body in bodies(layout, found, persons):
        named.append(Name(body.label, kind_of(layout, body), tuple(sorted(body.mentions, key=lambda m: m.span))))
    return _unique(sorted(named, key=lambda name: (name.mentions[0].span, name.label)))


def _person(person: Person, roles: list[RoleWords]) -> Name:
    spans = {role.span for role in roles} | {t for t in person.titles if not any(r.span.overlaps(t) for r in roles)}
    return Name(person.label, "person", tuple(sorted(person.mentions, key=lambda m: m.span)), tuple(sorted(spans)))


def _add_role_mentions(layout: Layout, persons: list[Person], roles: list[list[RoleWords]]) -> None:
    """Adds "the deputy envoy" to the one person whose role, introduced before, it repeats."""
    given = [(index, role) for index, found in enumerate(roles) for role in found]
    role_spans = [role.span for _, role in given]
    names = [m.span for person in persons for m in person.mentions]
    for description in descriptions(layout):
        if any(description.span.overlaps(span) for span in (*role_spans, *names)):
            continue
        meant = bearers(given, description)
        if len(meant) == 1:
            persons[meant[0]].mentions.append(Mention(description.span, "role"))


def _unique(names: list[Name]) -> tuple[Name, ...]:
    """One name a label: a second one of the same label, and mentions taken twice, are left out."""
    labels: set[str] = set()
    taken: list[Span] = []
    kept = []
    for name in names:
        mentions = tuple(m for m in name.mentions if not any(m.span.overlaps(span) for span in taken))
        if name.label in labels or not mentions:
            continue
        labels.add(name.label)
        taken.extend(m.span for m in mentions)
        kept.append(Name(name.label, name.kind, mentions, name.roles))
    return tuple(kept)
