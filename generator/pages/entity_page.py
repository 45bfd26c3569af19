"""What stands on one page of a person, an organisation or a place."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace

from generator import paths
from generator.escape import Html
from generator.model import Article, Collection, Entity, Presence, presence
from generator.pages import charts, dates, views
from generator.pages import notices as notices_module
from generator.pages.archive import Archive, Said
from generator.pages.charts import Chart
from generator.pages.entity_beside import (
    MOST_BESIDE,
    Held,
    Naming,
    Reasoned,
    naming_of,
    reasons_of,
    roles_of,
    statements_of,
    together_with,
    two_people,
)
from generator.pages.in_article import InArticle, by_article, in_article
from generator.pages.notices import Notice
from generator.pages.pager import Pager
from generator.pages.speaker_filters import Field, Jump, fields_of, jumps_of
from generator.pages.subjects import spoken_about
from generator.pages.tallies import Tally
from generator.pages.views import Counts, Text


@dataclass(frozen=True, slots=True)
class EntityPage:
    """Context of entity.md.j2."""

    title: str
    name: str
    section: str
    section_title: str
    section_url: Html
    kind: str
    notices: tuple[Notice, ...]
    roles: tuple[Held, ...]
    quotes: int
    articles: int  # that quote it
    named: int  # in so many more it is named without a quote
    sources: int
    span: str
    counts: Counts
    chart: Chart | None
    order: str  # what this page shows: "All quotes, oldest first"
    years: tuple[Text, ...]  # the years of a split page; () = all on one
    part: str  # the year that this page shows; "" = the first page
    entries: tuple[InArticle, ...]
    pager: Pager
    named_only: tuple[InArticle, ...]
    fields: tuple[Field, ...]  # over all quotations; () = few, or a page of one year
    jumps: tuple[Jump, ...]  # to the years of the list
    rest: tuple[Html, ...]  # pages with the quotations that a split page leaves out
    script: Html  # of the fields
    naming: tuple[Naming, ...]  # the newest of what others say of it
    naming_all: int
    together: tuple[Tally, ...]
    aliases: tuple[Text, ...]
    whys: tuple[Reasoned, ...]  # commonest first
    undone: tuple[str, ...]  # entries for `names:` of corrections.yml that take them back
    # roles of two people who may share this page; () = one, it seems
    namesakes: tuple[Reasoned, ...]
    parted: str  # an entry for `names:` of corrections.yml that makes two of them
    statements: tuple[Text, ...]
    subjects: tuple[Text, ...]  # what it speaks about, most first
    by_hand: bool
    checked: bool  # a person agrees with what was found of it
    is_place: bool  # it isn't missed that a place says nothing
    # what this one says, to follow; () = nothing, or the site has no address
    feeds: tuple[Text, ...]


def year_of(article: Article) -> str:
    """The year of its page on a split one: "2042", or "undated"."""
    held = dates.parts(article.date)
    return str(held[0]) if held else "undated"


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands on every page of an entity: found once, however many pages there are."""

    said: tuple[Said, ...]
    said_in: dict[str, tuple[Said, ...]]  # by year
    notices: tuple[Collection, ...]
    sources: int
    span: str
    counts: Counts
    count: Presence


def facts_of(archive: Archive, entity: Entity) -> Facts:
    """What all pages of an entity say of it."""
    said = archive.said_by(entity)
    articles = list({s.article.id: s.article for s in said}.values())
    everywhere = [archive.article(i) for i in entity.appears_in if i in archive.stories] or articles
    by_year: dict[str, list[Said]] = defaultdict(list)
    for one in said:
        by_year[year_of(one.article)].append(one)
    return Facts(
        said=said,
        said_in={year: tuple(held) for year, held in by_year.items()},
        notices=archive.notices(everywhere),
        sources=len({a.publication for a in articles if a.publication}),
        span=dates.span([a.date for a in articles if a.date]),
        counts=views.counts(said),
        count=presence(entity),
    )


def page_of(
    archive: Archive,
    entity: Entity,
    facts: Facts,
    here: str,
    shown: tuple[Said, ...],
    only: tuple[Article, ...],
    years: tuple[str, ...],
    part: str,
    pager: Pager,
    others: tuple[str, ...] = (),
) -> EntityPage:
    """The context of one page: `shown` are its quotations, `only` the articles that name the entity
    without a quotation, `years` those of a split one, `part` the year of this page ("" = the first
    page), `others` the pages with the quotations that a split first page leaves out.
    """
    said, words = facts.said, archive.words
    home = paths.entity(entity.kind, entity.id)
    section = paths.section_of(entity.kind)
    drawn = said if not part else facts.said_in.get(part, ())
    latest = years and not part
    rest = tuple(views.link(here, url) for url in others)
    count = facts.count
    return EntityPage(
        title=words["part"].format(entity.name, part) if part else entity.name,
        name=entity.name,
        section=section.rstrip("/"),
        section_title=words["titles"][section.rstrip("/")],
        section_url=views.link(here, section),
        kind=words["entity_kinds"][entity.kind],
        notices=notices_module.shown_notices(here, facts.notices),
        roles=roles_of(archive, here, entity) if not part else (),
        quotes=count.quotes,
        articles=count.quoted_in,
        named=count.only_named_in,
        sources=facts.sources,
        span=facts.span,
        counts=facts.counts,
        chart=charts.chart(drawn, words),
        order=words["order"]["latest" if latest else "year" if part else "all"].format(part),
        years=_parts(archive, here, home, years),
        part=part,
        entries=_with_years(archive, _entries(archive, here, shown))
        if not years
        else _entries(archive, here, shown),
        pager=pager,
        named_only=tuple(in_article(here, article) for article in only),
        fields=fields_of(words, said) if not part else (),
        jumps=jumps_of(words, said) if not years else (),
        rest=rest if latest else (),
        script=views.link(here, "assets/florilegium/speaker.js"),
        naming=naming_of(archive, here, entity) if not part else (),
        naming_all=len(archive.named_by.get(entity.id, ())),
        together=together_with(archive, here, entity, said) if not part else (),
        aliases=tuple(
            Text(alias.words, Html(""), str(alias.count)) for alias in entity.aliases[:MOST_BESIDE]
        )
        if not part
        else (),
        whys=reasons_of(entity) if not part else (),
        undone=tuple(dict.fromkeys(why.undo for why in reasons_of(entity) if why.undo))
        if not part
        else (),
        namesakes=two_people(entity)[0] if not part else (),
        parted=two_people(entity)[1] if not part else "",
        statements=statements_of(archive, here, entity) if not part else (),
        subjects=spoken_about(archive, here, entity) if not part else (),
        by_hand=entity.by == "human",
        checked=entity.by == "checked",
        is_place=entity.kind == "place",
        feeds=views.feeds(archive, here, home) if said else (),
    )


def _parts(archive: Archive, here: str, home: str, years: tuple[str, ...]) -> tuple[Text, ...]:
    if not years:
        return ()
    latest = Text(archive.words["latest"], views.link(here, home), "")
    return (
        latest,
        *(
            Text(year.capitalize(), views.link(here, paths.year(home, year)), year)
            for year in years
        ),
    )


def _entries(archive: Archive, here: str, said: tuple[Said, ...]) -> tuple[InArticle, ...]:
    return by_article(here, ((one.article, views.line(archive, here, one)) for one in said))


def _with_years(archive: Archive, entries: tuple[InArticle, ...]) -> tuple[InArticle, ...]:
    """The first article of each year says so."""
    found: list[InArticle] = []
    before = None
    for entry in entries:
        year = entry.byline.when.iso[:4] or archive.words["undated"]
        found.append(replace(entry, year=year) if year != before else entry)
        before = year
    return tuple(found)
