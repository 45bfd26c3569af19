"""What stands beside somebody's quotations: roles, why the forms are one, who is quoted
together.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from dataclasses import dataclass

from generator import paths
from generator.escape import Html
from generator.model import Entity
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


def reasons_of(entity: Entity) -> tuple[Reasoned, ...]:
    """Why the forms of somebody are one, as the page says it."""
    return tuple(Reasoned(why.words, why.kind, why.articles) for why in entity.why[:MOST_WHYS])


def kept_apart(entity: Entity) -> str:
    """A line for corrections.yml, for what the program and not a person has joined."""
    words = next((w.words for w in entity.why if w.kind not in ("by hand", "open")), "")
    if not words or words == entity.name:
        return ""
    one, two = (json.dumps(name, ensure_ascii=False) for name in (entity.name, words))
    return f"- {{name: {one}, apart_from: [{two}]}}"


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
