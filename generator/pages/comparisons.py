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
from generator.model import Page, Segment, Statement
from generator.model import Version as Compared
from generator.pages import dates, views
from generator.pages import notices as notices_module
from generator.pages import pager as pager_module
from generator.pages.archive import Archive, Said
from generator.pages.comparison_index import compare_index, named_version
from generator.pages.jinja import fill
from generator.pages.notices import Notice
from generator.pages.pager import Pager
from generator.pages.side_by_side import side_by_side
from generator.pages.views import Line, When, Who

MOST_IN_TABLE = 60_000  # characters of the word-by-word table
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
    source: str  # the outlet; "" = not known
    beside: (
        Html  # its article beside that of the fullest version; "" = the same, or a text kept back
    )
    pieces: tuple[Piece, ...]
    alike: int
    fullest: bool
    as_before: bool = False  # printed word for word as the version before it in the list


@dataclass(frozen=True, slots=True)
class Reading:
    """A row of the word-by-word table: versions that have the same words."""

    name: str  # of the first of them
    more: int  # how many others
    readings: tuple[str, ...]  # one for each column; "" = not in these versions


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Context of comparison.md.j2."""

    title: str
    section_url: Html
    notices: tuple[Notice, ...]
    who: Who
    others: tuple[Who, ...]  # further speakers that versions name
    span: str
    count: int
    articles: int
    findings: tuple[str, ...]
    versions: tuple[Version, ...]  # those of this page, each wording's together
    fullest: str
    columns: tuple[bool, ...]  # of the table: whether every version has the same words there
    table: tuple[Reading, ...]  # () = two wordings at most, or too many differ
    pager: Pager


def comparison_pages(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """A page for each statement, or several where it has many versions; and their index."""
    for statement in archive.corpus.statements:
        home = paths.statement(statement.id)
        chunks = _chunks(archive, statement)
        for number, chunk in enumerate(chunks, 1):
            here = paths.page(home, number)
            context = _page(
                archive, here, statement, chunk, pager_module.pager(here, home, number, len(chunks))
            )
            yield Page(paths.source(here), fill(env, "comparison.md.j2", context))
    yield from compare_index(archive, env)


def _chunks(archive: Archive, statement: Statement) -> list[list[tuple[Compared, bool]]]:
    """The versions for each page, with whether each is printed as the one before; each wording's
    oldest first.
    """
    wordings: dict[str, list[Compared]] = {}
    for compared in statement.compared:
        wordings.setdefault(archive.said[compared.quote].words, []).append(compared)
    rows = [(one, number > 0) for same in wordings.values() for number, one in enumerate(same)]
    weights = [
        800 if as_before else 800 + 4 * len(archive.said[one.quote].words)
        for one, as_before in rows
    ]
    chunks = pager_module.chunks(rows, weights)
    return [[(chunk[0][0], False), *chunk[1:]] for chunk in chunks]


def _others(archive: Archive, here: str, statement: Statement) -> tuple[Who, ...]:
    """The speakers that versions name beside the first one."""
    first = named_version(archive, statement).entity
    found = {
        one.entity.id: one
        for one in _said(archive, statement)
        if one.entity and first and one.entity != first
    }
    return tuple(views.who(here, one) for one in found.values())


def _said(archive: Archive, statement: Statement) -> list[Said]:
    return [archive.said[ref] for ref in statement.versions]


def _page(
    archive: Archive,
    here: str,
    statement: Statement,
    chunk: list[tuple[Compared, bool]],
    pager: Pager,
) -> ComparisonPage:
    said = _said(archive, statement)
    articles = [one.article for one in said]
    shown = tuple(_version(archive, here, statement, one, as_before) for one, as_before in chunk)
    table = _table(statement) if pager.number == 1 else ()
    return ComparisonPage(
        title=archive.title_of(statement),
        section_url=views.link(here, paths.COMPARE),
        notices=notices_module.notices(archive, here, articles),
        who=views.who(here, named_version(archive, statement)),
        others=_others(archive, here, statement),
        span=dates.span([article.date for article in articles if article.date]),
        count=len(said),
        articles=len({article.id for article in articles}),
        findings=statement.findings,
        versions=shown,
        fullest=next((_name(one) for one in statement.compared if one.quote == statement.base), ""),
        columns=tuple(column.same for column in statement.columns) if table else (),
        table=table,
        pager=pager,
    )


def _table(statement: Statement) -> tuple[Reading, ...]:
    """Versions with the same words in one row; () where that leaves one row or two, which stand
    beside each other already, or more than fit on a page."""
    held: dict[tuple[str, ...], list[str]] = {}
    for number, one in enumerate(statement.compared):
        held.setdefault(tuple(column.readings[number] for column in statement.columns), []).append(
            _name(one)
        )
    if len(held) < 3 or sum(len(words) + 20 for row in held for words in row) > MOST_IN_TABLE:
        return ()
    return tuple(Reading(names[0], len(names) - 1, readings) for readings, names in held.items())


def _name(compared: Compared) -> str:
    return compared.label[:1].upper() + compared.label[1:]


def versions(archive: Archive, here: str, statement: Statement) -> tuple[Version, ...]:
    """Each version beside the fullest, oldest first."""
    return tuple(_version(archive, here, statement, compared) for compared in statement.compared)


def _version(
    archive: Archive, here: str, statement: Statement, compared: Compared, as_before: bool = False
) -> Version:
    said = archive.said[compared.quote]
    return Version(
        name=_name(compared),
        line=views.line(archive, here, said),
        when=views.when(said.article.date),
        authors=", ".join(said.article.authors),
        article=said.article.title,
        source=said.article.publication or "",
        beside=side_by_side(archive, here, statement.base, compared.quote),
        pieces=tuple(_piece(segment) for segment in compared.segments),
        alike=compared.alike,
        fullest=compared.quote == statement.base,
        as_before=as_before,
    )


def _piece(segment: Segment) -> Piece:
    words = segment.words.strip()
    start = len(segment.words) - len(segment.words.lstrip())
    if segment.kind == "missing here":
        return Piece("missing", " ", words, " ")
    return Piece(
        _STATE[segment.kind],
        " " * bool(start),
        words,
        " " * bool(segment.words[start + len(words) :]),
    )
