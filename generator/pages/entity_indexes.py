"""The lists of people, organisations and places."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import jinja2

from generator import escape, paths
from generator.escape import Html
from generator.model import Entity, EntityKind, Page, presence, without_accents
from generator.pages import dates, views
from generator.pages import notices as notices_module
from generator.pages import pager as pager_module
from generator.pages.archive import Archive, Said
from generator.pages.jinja import fill
from generator.pages.notices import Notice
from generator.pages.pager import Pager
from generator.pages.views import Text, Who
from generator.pages.words import Words

SECTIONS: tuple[tuple[str, tuple[EntityKind, ...]], ...] = (
    (paths.PEOPLE, ("person", "government", "group")),
    (paths.ORGANISATIONS, ("organisation",)),
    (paths.PLACES, ("place",)),
)


@dataclass(frozen=True, slots=True)
class Spark:
    """A tiny chart: heights in steps of 20, oldest first, as one SVG path; "" = nothing to draw."""

    width: int
    path: Html


@dataclass(frozen=True, slots=True)
class Listed:
    """A name in an index."""

    who: Who
    note: str
    quotes: int
    articles: int  # that quote it
    named: int  # in so many more it is named without a quote
    spark: Spark


@dataclass(frozen=True, slots=True)
class Letter:
    """The names under one initial."""

    letter: str
    anchor: Html
    names: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class EntityIndex:
    """Context of entities.md.j2."""

    title: str
    section: str
    lede: str
    notices: tuple[Notice, ...]
    initials: tuple[Text, ...]
    letters: tuple[Letter, ...]
    total: int
    quoted: int  # of them are quoted
    rest: tuple[Html, ...]  # the other pages of this list
    script: Html
    pager: Pager


def entity_indexes(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """The indexes of people, organisations and places, each in pages of `rows_per_page`."""
    top = max((max(_bins(archive, archive.said_by(e))[1].values(), default=0)
               for e in archive.corpus.entities), default=0)  # fmt: skip
    for section, kinds in SECTIONS:
        name = section.rstrip("/")
        found = [e for e in archive.corpus.entities if e.kind in kinds]
        found.sort(key=lambda e: (initial(e), e.sort.casefold(), e.id))
        size = archive.site.rows_per_page
        chunks = [found[at : at + size] for at in range(0, len(found), size)] or [[]]
        for number, chunk in enumerate(chunks, 1):
            here = paths.page(section, number)
            context = EntityIndex(
                title=archive.words["titles"][name],
                section=name,
                lede=archive.words["ledes"][name],
                notices=notices_module.notices(archive, here, archive.articles),
                initials=_initials(here, section, chunks),
                letters=_letters(archive, here, chunk, top),
                total=len(found),
                quoted=sum(1 for e in found if e.said),
                rest=tuple(
                    views.link(here, paths.page(section, n))
                    for n in range(1, len(chunks) + 1)
                    if n != number
                ),
                script=views.link(here, "assets/florilegium/people.js"),
                pager=pager_module.pager(here, section, number, len(chunks)),
            )
            yield Page(paths.source(here), fill(env, "entities.md.j2", context))


def initial(entity: Entity) -> str:
    """The letter under which a name is filed, without its accent; "#" when it has none."""
    for char in without_accents(entity.sort or entity.name):
        if char.isalpha():
            return char.upper()[:1]
    return "#"


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower() if letter.isascii() and letter.isalpha() else format(ord(letter), 'x')}"


def _initials(here: str, section: str, chunks: list[list[Entity]]) -> tuple[Text, ...]:
    found: dict[str, Text] = {}
    for number, chunk in enumerate(chunks, 1):
        for entity in chunk:
            letter = initial(entity)
            if letter not in found:
                url = views.link(here, f"{paths.page(section, number)}#{_anchor(letter)}")
                found[letter] = Text(letter, url)
    return tuple(found.values())


def _letters(archive: Archive, here: str, entities: list[Entity], top: int) -> tuple[Letter, ...]:
    found: dict[str, list[Listed]] = defaultdict(list)
    for entity in entities:
        said, count = archive.said_by(entity), presence(entity)
        listed = Listed(
            who=views.named(here, entity),
            note=latest_role(archive.words, entity),
            quotes=count.quotes,
            articles=count.quoted_in,
            named=count.only_named_in,
            spark=spark(archive, said, top),
        )
        found[initial(entity)].append(listed)
    return tuple(
        Letter(key, escape.address(_anchor(key)), tuple(names)) for key, names in found.items()
    )


def shown_role(entity: Entity) -> str:
    """The role that most articles give, if a title or two articles do, or a person wrote it."""
    told = (role for role in entity.roles if role.title or role.articles > 1 or not role.article)
    return next((role.words for role in told), "")


def latest_role(words: Words, entity: Entity) -> str:
    """The newest words that give a role; for what is no person, what it is."""
    if entity.roles:
        return shown_role(entity)
    return "" if entity.kind in ("person", "place") else str(words["entity_kinds"][entity.kind])


def _bins(archive: Archive, said: tuple[Said, ...]) -> tuple[int, Counter[int]]:
    """(months in a bar, quotations in each): the span of the whole corpus in at most 24 bars."""
    first, last = archive.months
    size = (last - first) // 24 + 1
    months = (dates.month(s.article.date) for s in said)
    return size, Counter((m - first) // size for m in months if m is not None)


def spark(archive: Archive, said: tuple[Said, ...], top: int) -> Spark:
    """Quotations over time. All lines share one scale, the square root of a bar's quotations:
    `top` is the most that any bar of the corpus has.
    """
    first, last = archive.months
    if not said or first == last:
        return Spark(1, Html(""))
    size, count = _bins(archive, said)
    drawn = [
        f"M{at * 6},20v-{max(1, round(math.sqrt(n / max(1, top)) * 20))}h5v20z"
        for at, n in sorted(count.items())
    ]
    return Spark(((last - first) // size + 1) * 6, escape.address("".join(drawn)))
