"""The same statement in several quotations: what each version has, word by word.

The comparing itself is the corpus's (`corpus/compare.py`); here it is laid out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import jinja2

from generator import paths
from generator.escape import Html
from generator.model import Column, Page, Segment, Statement
from generator.pages import dates, views
from generator.pages.archive import Archive, Said
from generator.pages.jinja import fill
from generator.pages.views import Line, Notice, Pager, When, Who

_STATE: dict[str, Literal["same", "added", "missing"]] = {
    "same": "same",
    "only here": "added",
    "missing here": "missing",
}


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words, and the spaces around them, which are not marked as a difference."""

    state: Literal["same", "added", "missing"]
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class Version:
    """One printing of a statement."""

    name: str  # tells it from the others: the outlet, or the place in the text
    line: Line
    when: When
    authors: str
    article: str
    pieces: tuple[Piece, ...]
    alike: int
    fullest: bool


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Context of comparison.md.j2."""

    title: str
    section_url: Html
    notices: tuple[Notice, ...]
    who: Who
    span: str
    articles: int
    findings: tuple[str, ...]
    versions: tuple[Version, ...]
    fullest: str
    table: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """A statement in the index."""

    title: str
    url: Html
    words: str
    who: Who
    sources: str
    versions: int
    least_alike: int


@dataclass(frozen=True, slots=True)
class CompareIndex:
    """Context of compare.md.j2."""

    title: str
    notices: tuple[Notice, ...]
    statements: tuple[Compared, ...]
    pager: Pager


def comparison_pages(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """A page for each statement, and their index."""
    for statement in archive.corpus.statements:
        here = paths.statement(statement.id)
        yield Page(paths.source(here), fill(env, "comparison.md.j2", _page(archive, here, statement)))
    yield from _index(archive, env)


def _index(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """The statements in most versions first."""
    listed = sorted(archive.corpus.statements, key=lambda statement: (-len(statement.versions), statement.id))
    size = archive.site.rows_per_page
    chunks = [listed[at : at + size] for at in range(0, len(listed), size)] or [[]]
    for number, chunk in enumerate(chunks, 1):
        here = paths.page(paths.COMPARE, number)
        shown = [archive.said[ref].article for statement in chunk for ref in statement.versions]
        context = CompareIndex(
            title="Same words",
            notices=views.notices(archive, here, shown),
            statements=tuple(_listed(archive, here, statement) for statement in chunk),
            pager=views.pager(here, paths.COMPARE, number, len(chunks)),
        )
        yield Page(paths.source(here), fill(env, "compare.md.j2", context))


def _said(archive: Archive, statement: Statement) -> list[Said]:
    return [archive.said[ref] for ref in statement.versions]


def _listed(archive: Archive, here: str, statement: Statement) -> Compared:
    said = _said(archive, statement)
    return Compared(
        title=statement.title,
        url=views.link(here, paths.statement(statement.id)),
        words=archive.said[statement.base or statement.versions[0]].words,
        who=views.who(here, said[0]),
        sources=", ".join(dict.fromkeys(one.article.publication or one.article.title for one in said)),
        versions=len(said),
        least_alike=min((version.alike for version in statement.compared), default=100),
    )


def _page(archive: Archive, here: str, statement: Statement) -> ComparisonPage:
    said = _said(archive, statement)
    articles = [one.article for one in said]
    shown = versions(archive, here, statement)
    return ComparisonPage(
        title=statement.title,
        section_url=views.link(here, paths.COMPARE),
        notices=views.notices(archive, here, articles),
        who=views.who(here, said[0]),
        span=dates.span([article.date for article in articles if article.date]),
        articles=len({article.id for article in articles}),
        findings=statement.findings,
        versions=shown,
        fullest=next((version.name for version in shown if version.fullest), ""),
        table=statement.columns,
    )


def versions(archive: Archive, here: str, statement: Statement) -> tuple[Version, ...]:
    """Each version beside the fullest, oldest first."""
    found = []
    for compared in statement.compared:
        said = archive.said[compared.quote]
        found.append(
            Version(
                name=compared.label[:1].upper() + compared.label[1:],
                line=views.line(archive, here, said),
                when=views.when(said.article.date),
                authors=", ".join(said.article.authors),
                article=said.article.title,
                pieces=tuple(_piece(segment) for segment in compared.segments),
                alike=compared.alike,
                fullest=compared.quote == statement.base,
            )
        )
    return tuple(found)


def _piece(segment: Segment) -> Piece:
    words = segment.words.strip()
    start = len(segment.words) - len(segment.words.lstrip())
    if segment.kind == "missing here":
        return Piece("missing", " ", words, " ")
    return Piece(_STATE[segment.kind], " " * bool(start), words, " " * bool(segment.words[start + len(words) :]))
