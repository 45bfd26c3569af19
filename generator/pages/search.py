"""The search page: words, facets, and the place for what is found."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import jinja2

from generator import paths
from generator.model import Page, presence
from generator.pages.archive import Archive
from generator.pages.entity_indexes import latest_role
from generator.pages.jinja import fill

MOST_NAMES = 5000  # some 100 bytes each, loaded when somebody searches
MOST_FORMS = 6
LONGEST_ROLE = 80  # characters


@dataclass(frozen=True, slots=True)
class Facet:
    """A list to choose from; its values come from the index."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Context of search.md.j2."""

    title: str
    facets: tuple[Facet, ...]


def names(archive: Archive) -> str:
    """Everybody whom a search may mean, as JSON: [[name, address, kind, quotes, articles, role,
    [other forms]], …], the most quoted first; at most MOST_NAMES.

    The search page finds people, bodies and places in it before it asks the index, and guesses at
    names that are misspelt.
    """
    ranked = sorted(
        archive.corpus.entities, key=lambda e: (-len(e.said), -len(e.appears_in), e.sort, e.id)
    )
    rows = []
    for entity in ranked[:MOST_NAMES]:
        count = presence(entity)
        forms = [
            a.words for a in entity.aliases if a.words != entity.name and a.words[:1].isupper()
        ]
        role = latest_role(archive.words, entity)[:LONGEST_ROLE]
        where = paths.entity(entity.kind, entity.id)
        rows.append(
            [
                entity.name,
                where,
                entity.kind,
                count.quotes,
                count.articles,
                role,
                forms[:MOST_FORMS],
            ]
        )
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":")) + "\n"


def search_page(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """One page; its script is site_overrides/assets/florilegium/search-page.js."""
    facets = tuple(Facet(name, label) for name, label in archive.words["facets"].items())
    yield Page(f"{paths.SEARCH}names.json", names(archive))
    yield Page(
        paths.source(paths.SEARCH),
        fill(env, "search.md.j2", SearchPage(archive.words["titles"]["search"], facets)),
    )
