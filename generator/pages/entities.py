"""People, organisations and places: their indexes, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator

import jinja2

from generator import paths
from generator.model import Article, Entity, Page
from generator.pages import pager as pager_module
from generator.pages.archive import Archive, Said, newest_first
from generator.pages.entity_page import EntityPage, facts_of, page_of, year_of
from generator.pages.jinja import fill

LATEST = 20  # quotations and articles on the first page of one that is split by year


def entity_pages(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """A page for each entity; one with more than `rows_per_page` quotations or mentions is split by
    year.
    """
    for entity in archive.corpus.entities:
        for here, context in _pages_of(archive, entity):
            yield Page(paths.source(here), fill(env, "entity.md.j2", context))


def _pages_of(archive: Archive, entity: Entity, year: str = "") -> Iterator[tuple[str, EntityPage]]:
    """Addresses and contexts; with `year`, of a split entity only the first page and those of that
    year.
    """
    home = paths.entity(entity.kind, entity.id)
    facts = facts_of(archive, entity)
    said = facts.said
    size = archive.site.rows_per_page
    only = _named_only(archive, entity, said)
    if len(_chunks(list(said), size)) == 1 and len(only) <= size:
        yield (
            home,
            page_of(
                archive,
                entity,
                facts,
                home,
                said,
                only,
                (),
                "",
                pager_module.pager(home, home, 1, 1),
            ),
        )
        return
    years = sorted({year_of(s.article) for s in said} | {year_of(a) for a in only})
    others_of: list[str] = []  # pages with quotations
    for name in years:
        held = _chunks(list(facts.said_in.get(name, ())), size)
        others_of += [
            paths.page(paths.year(home, name), n) for n, some in enumerate(held, 1) if some
        ]
    for name in (name for name in years if year in ("", name)):
        first = paths.year(home, name)
        mine = _chunks(list(facts.said_in.get(name, ())), size)
        others = [a for a in only if year_of(a) == name]
        of = max(1, len(mine), -(-len(others) // size))
        for n in range(1, of + 1):
            here = paths.page(first, n)
            pager = pager_module.pager(here, first, n, of)
            shown = tuple(mine[n - 1]) if n <= len(mine) else ()
            named = tuple(others[(n - 1) * size : n * size])
            yield (
                here,
                page_of(archive, entity, facts, here, shown, named, tuple(years), name, pager),
            )
    newest = list(said[: -LATEST - 1 : -1])
    latest = tuple(
        pager_module.chunks(newest, [400 + 2 * len(one.words) for one in newest])[0][::-1]
    )
    yield (
        home,
        page_of(
            archive,
            entity,
            facts,
            home,
            latest,
            only[:LATEST],
            tuple(years),
            "",
            pager_module.pager(home, home, 1, 1),
            tuple(others_of),
        ),
    )


def _chunks(said: list[Said], size: int) -> list[list[Said]]:
    """Quotations for each page: at most `size`, and fewer where they are long."""
    return pager_module.chunks(
        said, [max(400 + 2 * len(one.words), pager_module.PAGE // size) for one in said]
    )


def _named_only(archive: Archive, entity: Entity, said: tuple[Said, ...]) -> tuple[Article, ...]:
    quoted = {s.article.id for s in said}
    others = [
        archive.article(i) for i in entity.appears_in if i in archive.stories and i not in quoted
    ]
    return newest_first(others)


def pages_showing(
    archive: Archive, env: jinja2.Environment, entity: Entity, article: Article
) -> Iterator[Page]:
    """The pages of an entity on which an article stands: its only one, or the first and those of
    the article's year.
    """
    for here, context in _pages_of(archive, entity, year_of(article)):
        yield Page(paths.source(here), fill(env, "entity.md.j2", context))
