"""Corpus → pages. One context dataclass for each template; the templates decide the words and their
order.

To add a kind of page: a function here, a template of the same context, a line in `paths.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import jinja2

from generator.config import Site
from generator.model import Corpus, DataPage, Page, QuoteRef
from generator.pages.archive import NOTHING, Archive, open_archive
from generator.pages.article import article_pages
from generator.pages.comparisons import comparison_pages
from generator.pages.data import data_pages
from generator.pages.entities import entity_pages
from generator.pages.entity_indexes import entity_indexes
from generator.pages.hand_written import hand_written_pages
from generator.pages.home import home_page
from generator.pages.jinja import environment
from generator.pages.lists import article_index, collection_pages, outlet_pages
from generator.pages.method import method_page
from generator.pages.quotes import quote_index
from generator.pages.search import search_page
from generator.pages.side_by_side import side_by_side_page
from generator.pages.subjects import subject_pages
from generator.pages.voices import voices_pages

PAGES: list[Callable[[Archive, jinja2.Environment], Iterator[Page]]] = [
    home_page,
    article_index,
    article_pages,
    outlet_pages,
    collection_pages,
    entity_indexes,
    entity_pages,
    quote_index,
    comparison_pages,
    side_by_side_page,
    subject_pages,
    voices_pages,
    method_page,
    search_page,
    data_pages,
    hand_written_pages,
]


def render(
    corpus: Corpus,
    site: Site,
    templates: Path,
    data: DataPage | None = None,
    former: Mapping[QuoteRef, tuple[str, ...]] = NOTHING,
) -> Iterator[Page]:
    """Every page of the site, in a fixed order; the Data page only with `data`.

    `former`: the anchors that a quotation had before, which still land on it.
    Raises jinja2.TemplateError when a template is wrong.
    """
    archive = open_archive(corpus, site, data, former, templates)
    env = environment(templates)
    for pages in PAGES:
        yield from pages(archive, env)
