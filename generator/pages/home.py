"""The home page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import jinja2

from generator import paths
from generator.escape import Html
from generator.model import Entity, Page, Statement
from generator.pages import charts, dates, tallies, views
from generator.pages import notices as notices_module
from generator.pages.archive import Archive, Said
from generator.pages.charts import Chart
from generator.pages.comparison_index import group_of, outlets_of
from generator.pages.comparisons import Version, versions
from generator.pages.entity_indexes import latest_role
from generator.pages.jinja import fill
from generator.pages.notices import Notice
from generator.pages.tallies import Tally
from generator.pages.views import Counts, Entry, Text, Who

LATEST = 5
MOST_QUOTED = 7
TELLINGS = 3


@dataclass(frozen=True, slots=True)
class Told:
    """One statement as several articles print it."""

    title: str
    url: Html
    who: Who
    versions: tuple[Version, ...]
    more: int


@dataclass(frozen=True, slots=True)
class HomePage:
    """Context of home.md.j2."""

    name: str
    description: str
    span: str
    notices: tuple[Notice, ...]
    stats: tuple[Text, ...]
    suggestions: tuple[str, ...]
    quotes_url: Html
    people_url: Html
    articles_url: Html
    method_url: Html
    articles: int
    counts: Counts
    chart: Chart | None
    latest: tuple[Entry, ...]
    most_quoted: tuple[Tally, ...]
    told: Told | None


def home_page(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """What the corpus holds, at a glance; for an empty one, what to do next."""
    here = paths.HOME
    said = archive.said_newest
    context = HomePage(
        name=archive.site.name,
        description=archive.site.description,
        span=dates.span([a.date for a in archive.articles if a.date], "month"),
        notices=notices_module.notices(archive, here, archive.articles),
        stats=_stats(archive, here),
        suggestions=_suggestions(archive),
        quotes_url=views.link(here, paths.QUOTES),
        people_url=views.link(here, paths.PEOPLE),
        articles_url=views.link(here, paths.ARTICLES),
        method_url=views.link(here, paths.METHOD),
        articles=len(archive.articles),
        counts=views.counts(said),
        chart=charts.chart(said, archive.words),
        latest=tuple(views.entry(archive, here, article) for article in archive.articles[:LATEST]),
        most_quoted=tallies.tallies(
            [
                (views.named(here, e), len(archive.said_by(e)), latest_role(archive.words, e))
                for e in _ranked(archive)[:MOST_QUOTED]
            ]
        ),
        told=_told(archive, here),
    )
    yield Page(paths.source(here), fill(env, "home.md.j2", context))


def _stats(archive: Archive, here: str) -> tuple[Text, ...]:
    """Six counts that are links."""
    entities = archive.corpus.entities
    people = sum(1 for e in entities if paths.section_of(e.kind) == paths.PEOPLE and e.said)
    organisations = sum(1 for e in entities if e.kind == "organisation")
    # what one article prints twice is no statement told differently
    told = sum(group_of(archive, one) != "text" for one in archive.corpus.statements)
    counts = (
        (len(archive.articles), "article", paths.ARTICLES),
        (len(archive.said_newest), "quote", paths.QUOTES),
        (people, "person", paths.PEOPLE),
        (organisations, "organisation", paths.ORGANISATIONS),
        (len(archive.outlets), "outlet", paths.OUTLETS),
        (told, "statement", paths.COMPARE),
    )
    return tuple(
        Text(f"{n:,}", views.link(here, url), archive.words["counts"][what][n != 1])
        for n, what, url in counts
    )


def _ranked(archive: Archive) -> list[Entity]:
    """Who is quoted, the most quoted first."""
    quoted = [e for e in archive.corpus.entities if e.said]
    return sorted(quoted, key=lambda e: (-len(e.said), e.sort, e.id))


def _suggestions(archive: Archive) -> tuple[str, ...]:
    """Words to try: the most quoted person's surname, and the organisation and place that most
    articles name.
    """
    people = [e.sort.split(",")[0] for e in _ranked(archive) if e.kind == "person"]
    found = people[:1]
    for kind in ("organisation", "place"):
        named = [e for e in archive.corpus.entities if e.kind == kind]
        found += [e.name for e in sorted(named, key=lambda e: (-len(e.appears_in), e.id))[:1]]
    return tuple(dict.fromkeys(word for word in found if 0 < len(word) <= 30))


def _told(archive: Archive, here: str) -> Told | None:
    """The statement that most articles tell, in the fullest words; None if no two articles tell
    one.
    """
    best = max(archive.corpus.statements, key=lambda s: (*_weight(archive, s), s.id), default=None)
    if best is None or len(_one_each(archive, best)) < 2:
        return None
    shown = {said.ref for said in _one_each(archive, best)}
    told = [
        v
        for v, compared in zip(versions(archive, here, best), best.compared, strict=True)
        if compared.quote in shown
    ]
    return Told(
        title=best.title,
        url=views.link(here, paths.statement(best.id)),
        who=views.who(here, archive.said[best.versions[0]]),
        versions=tuple(told[:TELLINGS]),
        more=len(best.versions) - len(told[:TELLINGS]),
    )


def _one_each(archive: Archive, statement: Statement) -> list[Said]:
    """The longest version of each article, oldest article first."""
    found: dict[str, Said] = {}
    for ref in statement.versions:
        said = archive.said.get(ref)
        if said and len(said.words) > len(found[ref.article].words if ref.article in found else ""):
            found[ref.article] = said
    return list(found.values())


def _weight(archive: Archive, statement: Statement) -> tuple[int, int, int]:
    """In how many outlets and articles it stands, no more than the page shows; how much they print
    of it, up to 400 characters.
    """
    said = _one_each(archive, statement)
    outlets = min(len(outlets_of(archive, statement)), TELLINGS)
    return (
        outlets,
        min(len(said), TELLINGS),
        min(400, max((len(one.words) for one in said), default=0)),
    )
