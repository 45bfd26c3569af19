"""The index of quotations: a table for people, the same rows as CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import jinja2

from generator import escape, paths
from generator.escape import Html
from generator.model import Page
from generator.pages import dates, views
from generator.pages.archive import Archive, Said
from generator.pages.jinja import fill
from generator.pages.views import Line, Notice, Pager, When

NOT_IDENTIFIED = "Not identified"
NOT_STATED = "Not stated"
UNDATED = "Undated"
MOST_OPTIONS = 200  # names in a filter's list
MOST_ROWS = 150  # of a page, however many the site allows: a row takes about 1.3 kB, and a page should stay below 300
_COLUMNS = "id date speaker printed cue kind confidence band by quote article outlet url".split()


@dataclass(frozen=True, slots=True)
class Row:
    """A quotation in the table."""

    line: Line
    when: When
    year: str
    speaker: str
    article: str
    article_url: Html
    source: str


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
    total: int
    speakers: tuple[Option, ...]
    kinds: tuple[Option, ...]
    sources: tuple[Option, ...]
    years: tuple[Option, ...]
    bands: tuple[Option, ...]
    pager: Pager
    listing: Html  # the first page of the index, from here
    home: Html  # the site's root, from here: the addresses in the JSON files are relative to it


def quote_index(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """The table in pages of `rows_per_page` (at most MOST_ROWS), newest first, each with its rows as CSV and JSON."""
    size = min(archive.site.rows_per_page, MOST_ROWS)
    said = archive.said_newest
    chunks = [said[at : at + size] for at in range(0, len(said), size)] or [()]
    options = _options(said)
    for number, chunk in enumerate(chunks, 1):
        here = paths.page(paths.QUOTES, number)
        speakers, kinds, sources, years, bands = options
        context = QuoteIndex(
            title="Quotes",
            notices=views.notices(archive, here, archive.articles),
            rows=tuple(_row(archive, here, one) for one in chunk),
            total=len(said),
            speakers=speakers,
            kinds=kinds,
            sources=sources,
            years=years,
            bands=bands,
            pager=views.pager(here, paths.QUOTES, number, len(chunks)),
            listing=views.link(here, paths.QUOTES),
            home=views.link(here, paths.HOME),
        )
        yield Page(paths.source(here), fill(env, "quotes.md.j2", context))
        records = [record(archive, one) for one in chunk]
        yield Page(here + "quotes.json", json.dumps(records, ensure_ascii=True, indent=0) + "\n")
        yield Page(here + "quotes.csv", as_csv(records).encode("utf-8", "replace"))


def _row(archive: Archive, here: str, said: Said) -> Row:
    article = said.article
    return Row(
        line=views.line(archive, here, said),
        when=views.when(article.date),
        year=_year(said),
        speaker=_speaker(said),
        article=article.title,
        article_url=views.link(here, paths.article(article.id)),
        source=article.publication or NOT_STATED,
    )


def _year(said: Said) -> str:
    held = dates.parts(said.article.date)
    return str(held[0]) if held else UNDATED


def _speaker(said: Said) -> str:
    return said.entity.name if said.entity else NOT_IDENTIFIED


def record(archive: Archive, said: Said) -> dict[str, str | int | float | None]:
    """A quotation as data. `url` is absolute when the site's address is known, else relative to the site's root."""
    entity = said.entity
    return {
        "id": said.quote.id,
        "date": said.article.date,
        "speaker": entity.name if entity else None,
        "speaker_url": paths.entity(entity.kind, entity.id) if entity else None,
        "printed": said.printed or None,
        "cue": said.cue or None,
        "kind": said.quote.kind,
        "confidence": views.sure(said.quote).percent / 100,
        "band": views.sure(said.quote).band,
        "by": said.quote.by,
        "quote": said.words,
        "article": said.article.title,
        "outlet": said.article.publication,
        "path": said.url,
        "url": archive.site.url + said.url,
    }


def as_csv(records: list[dict[str, str | int | float | None]]) -> str:
    """Records as CSV with a header. A cell that a spreadsheet would run as a formula gets an apostrophe before it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for held in records:
        writer.writerow([_cell(held[column]) for column in _COLUMNS])
    return out.getvalue()


def _cell(value: str | int | float | None) -> str:
    return "" if value is None else escape.cell(str(value))


def _options(said: tuple[Said, ...]) -> tuple[tuple[Option, ...], ...]:
    speakers = Counter(map(_speaker, said))
    kinds = Counter(one.quote.kind for one in said)
    sources = Counter(one.article.publication or NOT_STATED for one in said)
    years = Counter(map(_year, said))
    bands = Counter(views.sure(one.quote).band for one in said)
    return (
        _most(speakers),
        tuple(Option(kind, kind.capitalize(), kinds[kind]) for kind in views.KINDS if kinds[kind]),
        _most(sources),
        tuple(Option(year, year, years[year]) for year in sorted(years, reverse=True)),
        tuple(Option(band, band.capitalize(), bands[band]) for band in ("high", "medium", "low") if bands[band]),
    )


def _most(count: Counter[str]) -> tuple[Option, ...]:
    ranked = sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))[:MOST_OPTIONS]
    return tuple(Option(name, name, n) for name, n in ranked)
