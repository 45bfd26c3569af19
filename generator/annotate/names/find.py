"""People, organisations, governments and places that an article mentions."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from generator.annotate.names.after_role import by_acronym, by_end
from generator.annotate.names.asserted import given
from generator.annotate.names.by_capitals import by_place, by_printed, by_rules
from generator.annotate.names.by_model import by_model
from generator.annotate.names.candidates import NO_PERSON_ENDS, Candidate
from generator.annotate.names.descriptions import Register, descriptions
from generator.annotate.names.firms import is_firm, with_firms
from generator.annotate.names.gender import first_name_gender, gender_of
from generator.annotate.names.glued import agencies, extended, unglued
from generator.annotate.names.organisations import Body, Key, bodies, kind_of
from generator.annotate.names.people import people
from generator.annotate.names.person import Person
from generator.annotate.names.reported import Reported
from generator.annotate.names.roles import RoleWords, roles_beside, roles_of
from generator.annotate.names.speaks import speaks
from generator.annotate.text.layout import Layout, fold, layout_of
from generator.annotate.text.spans import Cover
from generator.languages.words import PLACES, ROLES, TITLES
from generator.model import Article, EntityKind, Mention, Name, Quote, Span

_GOVERNED = PLACES.countries | PLACES.capitals


def find_names(
    article: Article,
    doc: Any | None,
    quotes: tuple[Quote, ...] = (),
    introduced: tuple[Span, ...] = (),
) -> tuple[Name, ...]:
    """Everyone and everything named in an article, by first mention; labels are unique.

    `doc`: the spaCy parse whose character offsets are those of `article.text`; None = no language
    model, names by capitals, titles and known first names only. `quotes`: what is said in it; the
    speakers as printed may give away names that the model overlooks, and what is reported gives
    nobody a role. `introduced`: people whom the layout gives away, such as the one whose initials
    label turns. Mentions are names, and roles ("the diplomat") where only one person of the article
    can be meant; never pronouns. Titles and possessive endings are outside the spans.
    """
    layout = layout_of(article)
    found = candidates(
        layout, doc, (*(quote.printed for quote in quotes if quote.printed), *introduced)
    )
    persons = people(layout, found)
    roles = _roles(layout, persons)
    _add_role_mentions(layout, persons, roles)
    reported = Reported(layout, quotes, doc)
    whole = Cover(c.span for c in found)
    names = [_person(reported, person, role, whole) for person, role in zip(persons, roles)]
    names += (_body(layout, body) for body in bodies(layout, found, persons))
    names = [_with_gender(layout, name) for name in names]
    return _unique(sorted(names, key=lambda name: (name.mentions[0].span, name.label)))


def _roles(layout: Layout, persons: list[Person]) -> list[list[RoleWords]]:
    """For each person the roles beside the name that are no part of anybody's name."""
    named = Cover(m.span for person in persons for m in person.mentions)
    return [
        [r for r in roles_of(layout, person) if not named.touches(r.span)] for person in persons
    ]


def _body(layout: Layout, body: Body) -> Name:
    mentions = tuple(sorted(body.mentions, key=lambda m: m.span))
    return Name(body.label, kind_of(layout, body), mentions)


def _with_gender(layout: Layout, name: Name) -> Name:
    if name.kind != "person":
        return name
    gender = gender_of(layout, name) or first_name_gender(name)
    return replace(name, gender=gender) if gender else name


def candidates(layout: Layout, doc: Any | None, printed: tuple[Span, ...]) -> tuple[Candidate, ...]:
    """All candidates in text order, disjoint; what rules find wins over what the model says."""
    found = by_end(layout, printed)
    found = _with_free(found, by_rules(layout, with_capitals=doc is None))
    found = _with_free(found, by_model(layout, doc) if doc is not None else ())
    found += by_place(layout, Cover(c.span for c in found))
    found += by_printed(layout, printed, Cover(c.span for c in found))
    found += by_acronym(layout, printed, Cover(c.span for c in found))
    found += agencies(layout, Cover(c.span for c in found))
    return tuple(_families(layout, with_firms(layout, unglued(layout, extended(layout, found)))))


def _with_free(found: Iterable[Candidate], more: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, and those of others that touch none of them."""
    found = list(found)
    taken = Cover(c.span for c in found)
    return [*found, *(c for c in more if not taken.touches(c.span))]


def _families(layout: Layout, found: list[Candidate]) -> list[Candidate]:
    """The same candidates, with the kind that the whole article speaks for.

    "Ana Calder" is a person where there is a "Paul Calder"; a single name is what it is called most
    often, and a person if it speaks and is then called he or she, or is given a role.
    """
    surnames = {c.key[-1] for c in found if c.kind == "person"}
    votes = _votes(layout, found)
    out = []
    for one in found:
        if len(one.words) == 1 and one.key[0] not in _GOVERNED:
            kind = _voted(votes[one.key], one.kind)
            one = one if kind == one.kind else replace(one, kind=kind)
        if _may_be_family(one) and (
            one.key[-1] in surnames
            or _has_role(layout, one.span)
            or _said_by_one_of(layout, one.span)
        ):
            one = replace(one, kind="person")
        out.append(one)
    return out


def _votes(layout: Layout, found: list[Candidate]) -> dict[Key, Counter[EntityKind]]:
    """Single name → how often it is called what; whoever speaks and is then he or she is a
    person.
    """
    votes: dict[Key, Counter[EntityKind]] = {}
    aged = {match["name"] for match in AGED.finditer(layout.text)}
    for one, following in zip(found, [*found[1:], None]):
        if len(one.words) == 1:
            counts = votes.setdefault(one.key, Counter())
            counts[one.kind] += 1
            end = following.span.start if following else len(layout.text)
            if _he_or_she_follows(layout, one.span, end):
                counts["person"] += 2
            if counts["person"] < 2 and (one.words[0] in aged or _ranks(layout, one.span)):
                counts["person"] += 2
    return votes


# somebody's age behind a name: "Pike, 41, of Mill Lane"
AGED = re.compile(r"\b(?P<name>[A-Z][\w’'-]{1,40}), \d\d,")


def _ranks(layout: Layout, name: Span) -> bool:
    """Whether a role that only people have stands before a name: "Vicar Pym"."""
    return any(
        role.head in ROLES.of_people and role.span.end <= name.start
        for role in roles_beside(layout, name)
    )


def _voted(counts: Counter[EntityKind], kind: EntityKind) -> EntityKind:
    """What a single name is called most often, where a person is among it."""
    if not counts["person"]:
        return kind
    return max(counts, key=lambda one: (counts[one], one == "person"))


def _may_be_family(one: Candidate) -> bool:
    """Whether two or three words that were taken for a body or a place may name a person."""
    body = one.kind in ("organisation", "place") and not is_firm(one)
    return body and len(one.words) in (2, 3) and NO_PERSON_ENDS.isdisjoint(one.key)


def _has_role(layout: Layout, name: Span) -> bool:
    """Whether a role that only people have is given beside a name: "Its spokesman, Lucan Farrow," """
    return any(
        (role.head in ROLES.wider and role.head not in ROLES.of_things)
        or (role.head in ROLES.of_people and role.span.end <= name.start)
        for role in roles_beside(layout, name)
    )


def _said_by_one_of(layout: Layout, name: Span) -> bool:
    """Whether a name is told to belong to a body in its paragraph: “We met,” said Ira Holt of the
    circle.
    """
    index = layout.first_word(name.end)
    before = layout.first_word(name.start)
    of = layout.adjacent(index) and layout.words[index].low == "of"
    return of and layout.adjacent(before) and layout.words[before - 1].low in ("said", "says")


def _he_or_she_follows(layout: Layout, name: Span, end: int) -> bool:
    """Whether a name speaks and is called he or she within 25 words, before somebody else is
    named.
    """
    if not speaks(layout, name):
        return False
    first = layout.first_word(name.end)
    near = [
        w
        for w in layout.words[first : first + 25]
        if w.span.start < end and not layout.quoted[w.span.start]
    ]
    block = layout.block(name.start)
    return any(
        w.low in ("he", "she", "his", "her") and layout.block(w.span.start) == block for w in near
    )


def _person(reported: Reported, person: Person, roles: list[RoleWords], whole: Cover) -> Name:
    """The finished name; each role once, where it is given first."""
    layout = reported.layout
    mentions = sorted((m for m in person.mentions if m.form != "role"), key=lambda m: m.span)
    asserted = _disjoint(
        _to_the_end(span, whole) for m in mentions for span in given(reported, m.span)
    )
    taken = Cover(asserted)
    claimed = [role.span for role in roles if not taken.touches(role.span)]
    taken = Cover([*asserted, *claimed])
    for span in _offices(layout, person.titles):
        if not taken.touches(span):
            claimed.append(span)
            taken.add(span)
    return Name(
        person.label,
        "person",
        tuple(sorted(person.mentions, key=lambda m: m.span)),
        _once(layout, asserted),
        _once(layout, claimed),
    )


def _offices(layout: Layout, titles: list[Span]) -> Iterator[Span]:
    """The titles without the honorifics in them: not "Mr", "Dr"."""
    for title in titles:
        words = [w for w in layout.inside(title) if w.low not in TITLES.honorifics]
        if words:
            yield Span(words[0].span.start, words[-1].span.end)


def _once(layout: Layout, spans: list[Span]) -> tuple[Span, ...]:
    first = {fold(span.of(layout.text)): span for span in sorted(spans, reverse=True)}
    return tuple(sorted(first.values()))


def _to_the_end(role: Span, whole: Cover) -> Span:
    """A role up to the end of a name that it would cut: "manager with Heart | and Stroke"."""
    name = whole.at(Span(role.end - 1, role.end))
    return Span(role.start, max(role.end, name.end)) if name else role


def _disjoint(spans: Iterable[Span]) -> list[Span]:
    taken = Cover()
    kept = []
    for span in sorted(spans):
        if not taken.touches(span):
            taken.add(span)
            kept.append(span)
    return kept


def _add_role_mentions(layout: Layout, persons: list[Person], roles: list[list[RoleWords]]) -> None:
    """Adds "the deputy envoy" to the one person whose role, introduced before, it repeats."""
    given = [(index, role) for index, found in enumerate(roles) for role in found]
    register = Register(given)
    role_spans = Cover(role.span for _, role in given)
    names = Cover(m.span for person in persons for m in person.mentions)
    for description in descriptions(layout):
        if role_spans.touches(description.span) or names.touches(description.span):
            continue
        meant = register.bearers(description, before=description.span.start)
        if len(meant) == 1:
            persons[meant[0]].mentions.append(Mention(description.span, "role"))


def _unique(names: list[Name]) -> tuple[Name, ...]:
    """One name a label: a second one of the same label, and mentions taken twice, are left out."""
    labels: set[str] = set()
    taken = Cover()
    kept = []
    for name in names:
        mentions = tuple(m for m in name.mentions if not taken.touches(m.span))
        if name.label in labels or not mentions:
            continue
        labels.add(name.label)
        for mention in mentions:
            taken.add(mention.span)
        kept.append(replace(name, mentions=mentions))
    return tuple(kept)
