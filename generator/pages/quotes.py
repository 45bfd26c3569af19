"""The index of quotations: a table for people, and for its filters what is on which page."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import jinja2

from generator import paths
from generator.escape import Html
from generator.model import Band, Page
from generator.pages import dates, views
from generator.pages import notices as notices_module
from generator.pages import pager as pager_module
from generator.pages.archive import Archive, Said
from generator.pages.jinja import fill
from generator.pages.notices import Notice
from generator.pages.pager import Pager
from generator.pages.views import Line, When
from generator.pages.words import Words

MOST_OPTIONS = 1000  # names in a filter's list
# of a page, however many the site allows: a row takes about 1.3 kB, and a page should stay below
# 300
MOST_ROWS = 150
SHARD = 20  # pages of which one file for the filters tells
BANDS: tuple[Band, ...] = ("high", "medium", "low")


@dataclass(frozen=True, slots=True)
class Row:
    """A quotation in the table."""

    line: Line
    when: When
    article: str
    source: str
    # of the same article as the row above it, which shows its date, title and outlet
    as_above: bool


@dataclass(frozen=True, slots=True)
class Option:
    """A choice in a filter, with the number of its quotations."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class QuoteIndex:
    """Context of quotes.md.j2."""

    title: str
    notices: tuple[Notice, ...]
    rows: tuple[Row, ...]
    total: int  # of all pages; it stands on the first alone, so that the others stay as they are
    speakers: tuple[Option, ...]
    kinds: tuple[Option, ...]
    sources: tuple[Option, ...]
    years: tuple[Option, ...]
    bands: tuple[Option, ...]
    pager: Pager
    listing: Html  # the first page of the index, from here
    shards: int  # pages of which one file for the filters tells
    data_url: Html  # the Data page; "" = none
    script: Html
    subjects_url: Html  # the list of subjects; "" = none is declared


def quote_index(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """The table in pages of `rows_per_page` (at most MOST_ROWS), newest first; the filters stand on
    the first.
    """
    size = min(archive.site.rows_per_page, MOST_ROWS)
    said = archive.said_newest
    chunks = pager_module.steady(
        said,
        [max(pager_module.PAGE // size, 600 + len(one.words)) for one in said],
        [f"{one.article.id}#{one.quote.id}" for one in said],
    )
    options = _options(archive.words, said)
    nothing: tuple[tuple[Option, ...], ...] = ((),) * len(options)
    for number, chunk in enumerate(chunks, 1):
        here = paths.page(paths.QUOTES, number)
        speakers, kinds, sources, years, bands = options if number == 1 else nothing
        context = QuoteIndex(
            title=archive.words["titles"]["quotes"],
            notices=notices_module.notices(archive, here, [one.article for one in chunk]),
            rows=tuple(
                _row(archive, here, one, above)
                for one, above in zip(chunk, [None, *chunk], strict=False)
            ),
            total=len(said) if number == 1 else 0,
            speakers=speakers,
            kinds=kinds,
            sources=sources,
            years=years,
            bands=bands,
            pager=pager_module.pager(here, paths.QUOTES, number, len(chunks)),
            listing=views.link(here, paths.QUOTES),
            shards=SHARD,
            data_url=views.link(here, paths.DATA) if archive.data else Html(""),
            script=views.link(here, "assets/florilegium/quotes.js"),
            subjects_url=views.link(here, paths.SUBJECTS) if archive.corpus.subjects else Html(""),
        )
        yield Page(paths.source(here), fill(env, "quotes.md.j2", context))
    for number, start in enumerate(range(0, len(chunks), SHARD), 1):
        if len(chunks) > 1:
            yield Page(
                f"{paths.QUOTES}rows-{number}.json",
                shard(chunks[start : start + SHARD], archive.words),
            )


def _row(archive: Archive, here: str, said: Said, above: Said | None) -> Row:
    article = said.article
    return Row(
        line=views.line(archive, here, said),
        when=views.when(article.date),
        article=article.title,
        source=article.publication or archive.words["not_stated"],
        as_above=above is not None and above.article.id == article.id,
    )


def _year(words: Words, said: Said) -> str:
    held = dates.parts(said.article.date)
    return str(held[0]) if held else str(words["undated"])


def _speaker(words: Words, said: Said) -> str:
    return said.entity.name if said.entity else str(words["nobody"])


def shard(rows: Sequence[Sequence[Said]], words: Words) -> str:
    """What the filters ask of the rows of some pages, as JSON.

    {"speaker": [names], "source": [names], "pages": [[[speaker, kind, source, year, confidence],
    …], …]}; all but the year are numbers: places in the lists here, in KINDS and in BANDS.
    """
    speakers: dict[str, int] = {}
    sources: dict[str, int] = {}
    pages = [
        [
            [
                speakers.setdefault(_speaker(words, one), len(speakers)),
                views.KINDS.index(one.quote.kind),
                sources.setdefault(one.article.publication or words["not_stated"], len(sources)),
                _year(words, one),
                BANDS.index(views.sure(one.quote).band),
            ]
            for one in page
        ]
        for page in rows
    ]
    return (
        json.dumps(
            {"speaker": [*speakers], "source": [*sources], "pages": pages}, separators=(",", ":")
        )
        + "\n"
    )


def _options(words: Words, said: tuple[Said, ...]) -> tuple[tuple[Option, ...], ...]:
    speakers = Counter(_speaker(words, one) for one in said)
    kinds = Counter(one.quote.kind for one in said)
    sources = Counter(one.article.publication or words["not_stated"] for one in said)
    years = Counter(_year(words, one) for one in said)
    bands = Counter(views.sure(one.quote).band for one in said)
    return (
        _most(speakers),
        tuple(
            Option(kind, words["kinds"][kind], kinds[kind]) for kind in views.KINDS if kinds[kind]
        ),
        _most(sources),
        tuple(Option(year, year, years[year]) for year in sorted(years, reverse=True)),
        tuple(Option(band, words["bands"][band], bands[band]) for band in BANDS if bands[band]),
    )


def _most(count: Counter[str]) -> tuple[Option, ...]:
    ranked = sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_OPTIONS]
    return tuple(Option(name, name, n) for name, n in ranked)
