"""The search page: words, facets, and the place for what is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import jinja2

from generator import paths
from generator.model import Page
from generator.pages.archive import Archive
from generator.pages.jinja import fill


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


def search_page(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """One page; its script is site_overrides/assets/florilegium/search-page.js."""
    facets = tuple(
        Facet(name, name.capitalize()) for name in ("kind", "outlet", "year", "collection")
    )
    yield Page(paths.source(paths.SEARCH), fill(env, "search.md.j2", SearchPage("Search", facets)))
