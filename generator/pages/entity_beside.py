"""What stands beside somebody's quotations: roles, why the forms are one, who is quoted
together.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass

from generator import paths
from generator.escape import Html
from generator.model import Entity, Why, normal_words, parted
from generator.pages import dates, tallies, views
from generator.pages.archive import Archive, Said
from generator.pages.tallies import Tally
from generator.pages.views import Byline, Line, Text
from generator.pages.words import counted

TOGETHER_MOST = 8  # names in the list "quoted together with"


MOST_NAMING = 20  # quotations of others that name it


MOST_BESIDE = 40  # roles, names and statements beside the quotations; the rest is in the articles


MOST_WHYS = 6  # reasons why forms of a name are one


@dataclass(frozen=True, slots=True)
class Held:
    """A role, and when the articles gave it."""

    words: str
    when: str
    url: Html  # "" = given by a person, not by an article


@dataclass(frozen=True, slots=True)
class Naming:
    """A quotation of somebody else whose words name the one that the page is about."""

    line: Line
    article: str
    byline: Byline


@dataclass(frozen=True, slots=True)
class Reasoned:
    """Why a form of the name was taken for this one."""

    words: str
    kind: str  # of corpus.who.claims.ClaimKind: the template words it
    articles: int
    undo: str  # an entry for `names:` of corrections.yml that takes it back; "" = a person said it


def reasons_of(entity: Entity) -> tuple[Reasoned, ...]:
    """Why the forms of somebody are one, as the page says it."""
    return tuple(
        Reasoned(why.words, why.kind, why.articles, _undone(entity, why))
        for why in entity.why[:MOST_WHYS]
    )


def _undone(entity: Entity, why: Why) -> str:
    """An entry for what the program and not a person has joined: by words where these tell the two
    apart, else by the article in which the words mean somebody else.
    """
    if why.kind == "by hand":
        return ""
    one, two, where = (
        json.dumps(words, ensure_ascii=False) for words in (entity.name, why.words, why.first)
    )
    same = normal_words(why.words) == normal_words(entity.name)
    if why.by_article or same or "(" in entity.name:
        return f"- {{name: {two}, only_in: [{where}]}}"
    return f"- {{name: {one}, apart_from: [{two}]}}"


def two_people(entity: Entity) -> tuple[tuple[Reasoned, ...], str]:
    """What tells two people apart who may share a page, and an entry that parts them; () = nothing
    speaks for two.
    """
    if not entity.namesakes:
        return (), ""
    sides = (Reasoned(one.role, "role", len(one.articles), "") for one in entity.namesakes)
    return tuple(sides), f"- {parted(entity)}"


def roles_of(archive: Archive, here: str, entity: Entity) -> tuple[Held, ...]:
    """Each wording once, with the span of its articles' dates and a link to the first of them.

    What a person gave stands in no article: it has no link.
    """
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for role in entity.roles:
        if role.article in archive.stories or not role.article:
            found[role.words].append((role.date or "", role.article))
    return tuple(
        Held(
            words=words,
            when=dates.span([date for date, _ in places if date], "month"),
            url=views.link(here, paths.article(places[0][1])) if places[0][1] else Html(""),
        )
        for words, places in list(found.items())[:MOST_BESIDE]
    )


def naming_of(archive: Archive, here: str, entity: Entity) -> tuple[Naming, ...]:
    """The newest first."""
    said = archive.named_by.get(entity.id, ())
    dated = sorted(said, key=lambda one: one.article.date or "", reverse=True)[:MOST_NAMING]
    return tuple(
        Naming(views.line(archive, here, one), one.article.title, views.byline(one.article))
        for one in dated
    )


def together_with(
    archive: Archive, here: str, entity: Entity, said: tuple[Said, ...]
) -> tuple[Tally, ...]:
    """Who else is quoted in the same articles."""
    count: Counter[str] = Counter()
    for article_id in {s.article.id for s in said}:
        count.update(
            {
                s.entity.id
                for s in archive.said_in[article_id]
                if s.entity and s.entity.id != entity.id
            }
        )
    ranked = sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))[:TOGETHER_MOST]
    return tallies.tallies(
        [
            (views.named(here, archive.entities[key]), n, counted(archive.words, n, "article"))
            for key, n in ranked
        ]
    )


def statements_of(archive: Archive, here: str, entity: Entity) -> tuple[Text, ...]:
    """Those in most versions."""
    found = sorted(
        archive.statements_of.get(entity.id, ()), key=lambda s: (-len(s.versions), s.id)
    )[:MOST_BESIDE]
    return tuple(
        Text(
            archive.title_of(s),
            views.link(here, paths.statement(s.id)),
            counted(archive.words, len(s.versions), "version"),
        )
        for s in found
    )
