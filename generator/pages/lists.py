"""Articles in lists: all of them by date, and those of one outlet or collection."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import jinja2

from generator import escape, paths
from generator.escape import Html
from generator.model import Article, Page
from generator.pages import dates, tallies, views
from generator.pages import notices as notices_module
from generator.pages import pager as pager_module
from generator.pages.archive import Archive, Outlet
from generator.pages.jinja import fill
from generator.pages.notices import Notice
from generator.pages.pager import Pager
from generator.pages.tallies import Tally
from generator.pages.views import Entry, Text, Who
from generator.pages.words import counted


@dataclass(frozen=True, slots=True)
class Group:
    """The articles of a year."""

    title: str
    anchor: Html
    articles: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class ArticleList:
    """Context of articles.md.j2."""

    title: str
    section: str
    parent: Text  # the list of lists that this one belongs to; words "" = none
    lede: str
    notices: tuple[Notice, ...]
    groups: tuple[Group, ...]
    outlets: tuple[Tally, ...]
    collections: tuple[Tally, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class Shelf:
    """A collection or an outlet among others."""

    title: str
    url: Html
    lede: str
    note: str


@dataclass(frozen=True, slots=True)
class Shelves:
    """Context of shelves.md.j2."""

    title: str
    section: str
    lede: str
    notices: tuple[Notice, ...]
    shelves: tuple[Shelf, ...]


def article_index(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """All articles, newest first."""
    yield from _list(
        archive,
        env,
        paths.ARTICLES,
        archive.words["titles"]["articles"],
        archive.words["ledes"]["articles"],
        Text("", Html("")),
        archive.articles,
        rail=True,
    )


def outlet_pages(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """The index of outlets, and the articles of each."""
    shelves = tuple(
        Shelf(
            outlet.name,
            views.link(paths.OUTLETS, outlet.url),
            "",
            _size(archive, outlet),
        )
        for outlet in archive.outlets
    )
    yield _shelves(archive, env, paths.OUTLETS, shelves)
    for outlet in archive.outlets:
        span = dates.span([a.date for a in outlet.articles if a.date])
        parent = Text(archive.words["titles"]["outlets"], Html(""))
        yield from _list(
            archive, env, outlet.url, outlet.name, span, parent, outlet.articles, up=paths.OUTLETS
        )


def collection_pages(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """The index of collections, and the articles of each."""
    held = [c for c in archive.collections.values() if c.id]
    if not held:
        return
    shelves = []
    articles_of: dict[str, list[Article]] = defaultdict(list)
    for article in archive.articles:
        articles_of[article.collection].append(article)
    for collection in held:
        articles = tuple(articles_of[collection.id])
        note = ", ".join(
            filter(
                None,
                (
                    counted(archive.words, len(articles), "article"),
                    dates.span([a.date for a in articles if a.date], "month"),
                ),
            )
        )
        url = paths.collection(collection.id)
        shelves.append(
            Shelf(
                collection.title, views.link(paths.COLLECTIONS, url), collection.description, note
            )
        )
        parent = Text(archive.words["titles"]["collections"], Html(""))
        yield from _list(
            archive,
            env,
            url,
            collection.title,
            collection.description,
            parent,
            articles,
            up=paths.COLLECTIONS,
        )
    yield _shelves(archive, env, paths.COLLECTIONS, tuple(shelves))


def _shelves(
    archive: Archive,
    env: jinja2.Environment,
    here: str,
    shelves: tuple[Shelf, ...],
) -> Page:
    notices = notices_module.notices(archive, here, archive.articles)
    name = here.rstrip("/").rpartition("/")[2]
    title, lede = archive.words["titles"][name], archive.words["ledes"][name]
    return Page(
        paths.source(here),
        fill(env, "shelves.md.j2", Shelves(title, "articles", lede, notices, shelves)),
    )


def _list(
    archive: Archive,
    env: jinja2.Environment,
    listing: str,
    title: str,
    lede: str,
    parent: Text,
    articles: tuple[Article, ...],
    up: str = "",
    rail: bool = False,
) -> Iterator[Page]:
    size = archive.site.rows_per_page
    weight = -(
        -pager_module.PAGE // size
    )  # an entry is short: its page is full with `size` of them
    names = [article.id for article in articles]
    chunks = pager_module.steady(articles, [weight] * len(articles), names)
    for number, chunk in enumerate(chunks, 1):
        here = paths.page(listing, number)
        context = ArticleList(
            title=title,
            section="articles",
            parent=Text(parent.words, views.link(here, up)) if parent.words else parent,
            lede=lede,
            notices=notices_module.notices(archive, here, chunk),
            groups=_groups(archive, here, chunk),
            # numbers that any new article changes stand on the first page alone
            outlets=_outlets(archive, here) if rail and number == 1 else (),
            collections=_collections(archive, here) if rail and number == 1 else (),
            pager=pager_module.pager(here, listing, number, len(chunks)),
        )
        yield Page(paths.source(here), fill(env, "articles.md.j2", context))


def _groups(archive: Archive, here: str, articles: list[Article]) -> tuple[Group, ...]:
    found: dict[str, list[Entry]] = {}
    for article in articles:
        held = dates.parts(article.date)
        found.setdefault(str(held[0]) if held else archive.words["undated"], []).append(
            views.entry(archive, here, article)
        )
    return tuple(
        Group(key, escape.address(f"y-{key.lower()}"), tuple(mine)) for key, mine in found.items()
    )


def _size(archive: Archive, outlet: Outlet) -> str:
    articles = counted(archive.words, len(outlet.articles), "article")
    return f"{articles}, {counted(archive.words, outlet.quotes, 'quote')}"


def _outlets(archive: Archive, here: str) -> tuple[Tally, ...]:
    return tallies.tallies(
        [
            (
                Who(outlet.name, views.link(here, outlet.url), ""),
                len(outlet.articles),
                _size(archive, outlet),
            )
            for outlet in archive.outlets[:20]
        ]
    )


def _collections(archive: Archive, here: str) -> tuple[Tally, ...]:
    count = Counter(article.collection for article in archive.articles)
    pairs = []
    for collection in archive.collections.values():
        n = count[collection.id]
        if collection.id and n:
            who = Who(collection.title, views.link(here, paths.collection(collection.id)), "")
            pairs.append((who, n, counted(archive.words, n, "article")))
    return tallies.tallies(pairs)
