"""The list of statements that stand in several places, and which outlets print the same ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

import jinja2

from generator import escape, paths
from generator.escape import Html
from generator.model import Page, Statement
from generator.pages import notices as notices_module
from generator.pages import pager as pager_module
from generator.pages import tallies, views
from generator.pages.archive import Archive, Said
from generator.pages.jinja import fill
from generator.pages.notices import Notice
from generator.pages.pager import Pager
from generator.pages.views import Line, Who

MOST_OUTLETS = 12  # in the table


@dataclass(frozen=True, slots=True)
class Listed:
    """A statement in the index."""

    title: str
    url: Html
    line: Line  # the fullest version
    who: Who
    sources: str
    outlets: Html  # numbers of outlets in the filter, "0,3": those that print it
    versions: int
    least_alike: int


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that differ between outlets, between articles of one, or in one article."""

    name: str  # "outlets", "articles" or "text": words.toml has its words
    count: int  # on all pages
    statements: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """An outlet or a speaker to choose, with the number of its statements."""

    name: str
    count: int


@dataclass(frozen=True, slots=True)
class Cell:
    """How many statements two outlets both print. `pair` is "0,3", "" = one outlet with itself."""

    count: int
    steps: int  # 0 to 50
    pair: Html
    other: str


@dataclass(frozen=True, slots=True)
class OutletRow:
    """An outlet, beside each other one."""

    name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class CompareIndex:
    """Context of compare.md.j2."""

    title: str
    notices: tuple[Notice, ...]
    groups: tuple[Group, ...]
    total: int
    across: int  # of them stand in two outlets and more
    speakers: tuple[Choice, ...]  # on the first page alone, as what follows
    outlets: tuple[Choice, ...]
    table: tuple[OutletRow, ...]  # the busiest outlets; () = fewer than three print the same
    rest: tuple[Html, ...]  # the other pages of this list
    script: Html
    pager: Pager


def compare_index(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """First what most outlets print, then what differs most."""
    listed = sorted(
        archive.corpus.statements,
        key=lambda one: (
            *(GROUPS.index(group_of(archive, one)), -len(outlets_of(archive, one))),
            *(least_alike(one), one.id),
        ),
    )
    size = archive.site.rows_per_page
    chunks = [listed[at : at + size] for at in range(0, len(listed), size)] or [[]]
    held = Counter(group_of(archive, one) for one in listed)
    named = Counter(name for one in listed for name in outlets_of(archive, one))
    numbers = {name: n for n, name in enumerate(sorted(named))}
    speakers = Counter(
        said.entity.name for one in listed if (said := named_version(archive, one)).entity
    )
    for number, chunk in enumerate(chunks, 1):
        here = paths.page(paths.COMPARE, number)
        shown = [archive.said[ref].article for statement in chunk for ref in statement.versions]
        context = CompareIndex(
            title=archive.words["titles"]["compare"],
            notices=notices_module.notices(archive, here, shown),
            groups=tuple(
                Group(
                    name,
                    held[name],
                    tuple(
                        _listed(archive, here, one, numbers)
                        for one in chunk
                        if group_of(archive, one) == name
                    ),
                )
                for name in GROUPS
                if any(group_of(archive, one) == name for one in chunk)
            ),
            total=len(listed),
            across=held["outlets"],
            speakers=_choices(speakers) if number == 1 else (),
            outlets=_choices(named) if number == 1 else (),
            table=_table(archive, listed, named, numbers) if number == 1 else (),
            rest=tuple(
                views.link(here, paths.page(paths.COMPARE, n))
                for n in range(1, len(chunks) + 1)
                if n != number
            ),
            script=views.link(here, "assets/florilegium/compare.js"),
            pager=pager_module.pager(here, paths.COMPARE, number, len(chunks)),
        )
        yield Page(paths.source(here), fill(env, "compare.md.j2", context))


GROUPS = ("outlets", "articles", "text")


def group_of(archive: Archive, statement: Statement) -> str:
    """Between what a statement differs."""
    if len(outlets_of(archive, statement)) > 1:
        return "outlets"
    return "articles" if len({ref.article for ref in statement.versions}) > 1 else "text"


def outlets_of(archive: Archive, statement: Statement) -> tuple[str, ...]:
    """The outlets that print a statement, each once, the oldest first; unknown ones left out."""
    found = (archive.said[ref].article.publication for ref in statement.versions)
    return tuple(dict.fromkeys(name for name in found if name))


def named_version(archive: Archive, statement: Statement) -> Said:
    """The oldest version whose speaker is known; the oldest where none is."""
    said = [archive.said[ref] for ref in statement.versions]
    return next((one for one in said if one.entity), said[0])


def least_alike(statement: Statement) -> int:
    """How much the version that differs most has in common with the fullest, per cent."""
    return min((version.alike for version in statement.compared), default=100)


def _choices(count: Counter[str]) -> tuple[Choice, ...]:
    return tuple(Choice(name, count[name]) for name in sorted(count))


def _table(
    archive: Archive, listed: list[Statement], named: Counter[str], numbers: dict[str, int]
) -> tuple[OutletRow, ...]:
    both: Counter[frozenset[str]] = Counter()
    for one in listed:
        both.update(map(frozenset, combinations(outlets_of(archive, one), 2)))
    shared = {name for pair in both for name in pair}
    ranked = sorted(shared, key=lambda name: (-named[name], name))[:MOST_OUTLETS]
    if len(ranked) < 3:
        return ()
    top = max(both.values())

    def cell(one: str, other: str) -> Cell:
        count = both[frozenset((one, other))] if one != other else 0
        pair = f"{numbers[one]},{numbers[other]}" if one != other else ""
        return Cell(count, tallies.steps(count, top), escape.address(pair), other)

    return tuple(OutletRow(one, tuple(cell(one, other) for other in ranked)) for one in ranked)


def _listed(archive: Archive, here: str, statement: Statement, numbers: dict[str, int]) -> Listed:
    said = [archive.said[ref] for ref in statement.versions]
    printed = outlets_of(archive, statement)
    return Listed(
        title=archive.title_of(statement),
        url=views.link(here, paths.statement(statement.id)),
        line=views.line(archive, here, archive.said[statement.base or statement.versions[0]]),
        who=views.who(here, named_version(archive, statement)),
        sources=", ".join(
            dict.fromkeys(one.article.publication or one.article.title for one in said)
        ),
        outlets=escape.address(",".join(str(numbers[name]) for name in printed)),
        versions=len(said),
        least_alike=least_alike(statement),
    )
