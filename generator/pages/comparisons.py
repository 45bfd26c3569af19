"""The same statement in several quotations: what each version has, word by word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import jinja2

from generator import paths
from generator.cite import place
from generator.escape import Html
from generator.model import Page, Statement
from generator.pages import dates, views
from generator.pages.archive import Archive, Said
from generator.pages.differences import Column, Comparison, Piece, compare
from generator.pages.jinja import fill
from generator.pages.views import Line, Notice, Pager, When, Who

MOST_FINDINGS = 5


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
    total: int


def comparison_pages(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """A page for each statement, and their index."""
    listed: list[tuple[Statement, list[Said], Comparison]] = []
    for statement in archive.corpus.statements:
        said = [archive.said[ref] for ref in statement.versions if ref in archive.said]
        if len(said) < 2:
            continue
        compared = compare([one.words for one in said], [one.quote.kind == "direct" for one in said])
        listed.append((statement, said, compared))
        here = paths.statement(statement.id)
        yield Page(paths.source(here), fill(env, "comparison.md.j2", _page(archive, here, statement, said, compared)))
    yield from _index(archive, env, listed)


def _index(
    archive: Archive, env: jinja2.Environment, listed: list[tuple[Statement, list[Said], Comparison]]
) -> Iterator[Page]:
    """The statements in most versions first."""
    listed.sort(key=lambda held: (-len(held[1]), held[0].id))
    size = archive.site.rows_per_page
    chunks = [listed[at : at + size] for at in range(0, len(listed), size)] or [[]]
    for number, chunk in enumerate(chunks, 1):
        here = paths.page(paths.COMPARE, number)
        context = CompareIndex(
            title="Same words",
            notices=views.notices(archive, here, [one.article for _, said, _ in listed for one in said]),
            statements=tuple(_listed(here, *held) for held in chunk),
            pager=views.pager(here, paths.COMPARE, number, len(chunks)),
            total=len(listed),
        )
        yield Page(paths.source(here), fill(env, "compare.md.j2", context))


def _listed(here: str, statement: Statement, said: list[Said], compared: Comparison) -> Compared:
    return Compared(
        title=statement.title,
        url=views.link(here, paths.statement(statement.id)),
        words=said[compared.base].words,
        who=views.who(here, said[0]),
        sources=", ".join(dict.fromkeys(one.article.publication or one.article.title for one in said)),
        versions=len(said),
        least_alike=min(compared.alike),
    )


def _page(archive: Archive, here: str, statement: Statement, said: list[Said], compared: Comparison) -> ComparisonPage:
    labels = names(said)
    return ComparisonPage(
        title=statement.title,
        section_url=views.link(here, paths.COMPARE),
        notices=views.notices(archive, here, [one.article for one in said]),
        who=views.who(here, said[0]),
        span=dates.span([one.article.date for one in said if one.article.date]),
        articles=len({one.article.id for one in said}),
        findings=(*_first(said, labels), *_kinds(said, labels), *_differ(compared, labels)),
        versions=versions(archive, here, said, compared, labels),
        fullest=labels[compared.base],
        table=compared.table,
    )


def versions(
    archive: Archive, here: str, said: list[Said], compared: Comparison, labels: list[str]
) -> tuple[Version, ...]:
    """Each version beside the fullest, oldest first."""
    return tuple(
        Version(
            name=labels[n],
            line=views.line(archive, here, one),
            when=views.when(one.article.date),
            authors=", ".join(one.article.authors),
            article=one.article.title,
            pieces=compared.pieces[n],
            alike=compared.alike[n],
            fullest=n == compared.base,
        )
        for n, one in enumerate(said)
    )


def names(said: Sequence[Said]) -> list[str]:
    """What tells the versions apart: the outlet; where that is not enough also the date, then the place in the text."""
    one_article = len({one.article.id for one in said}) == 1
    labels = [_place(one) if one_article else one.article.publication or one.article.title for one in said]
    for more in (lambda one: dates.short(one.article.date) or "undated", _place, lambda one: f"quote {one.number}"):
        count = Counter(labels)
        labels = [
            f"{label}, {more(one)}" if count[label] > 1 else label for label, one in zip(labels, said, strict=True)
        ]
    return labels


def _place(said: Said) -> str:
    return place(said.article, said.quote).capitalize() or "text"


def _first(said: Sequence[Said], labels: list[str]) -> list[str]:
    """Who printed it first, when the dates tell."""
    held = [one.article.date or "" for one in said]
    if len({one.article.id for one in said}) == 1 or not all(len(date) == 10 for date in held):
        return []
    first = min(held)
    earliest = [label for label, date in zip(labels, held, strict=True) if date == first]
    if len(earliest) == len(held):
        return [f"All versions appeared on the same day, {dates.long(first)}."]
    verb = "appeared first" if len(earliest) == 1 else "appeared first, on the same day"
    return [f"Of the versions held here, {_listing(earliest)} {verb}: {dates.long(first)}."]


def _kinds(said: Sequence[Said], labels: list[str]) -> list[str]:
    """Which of them quote, when some do and some only report."""
    quoting = [label for label, one in zip(labels, said, strict=True) if one.quote.kind == "direct"]
    if not quoting or len(quoting) == len(said):
        return []
    others = "the other reports" if len(said) - len(quoting) == 1 else "the others report"
    verb = "quotes" if len(quoting) == 1 else "quote"
    return [f"{_listing(quoting)} {verb} the words; {others} them, in whole or in part."]


def _differ(compared: Comparison, labels: list[str]) -> list[str]:
    """What is missing, replaced or added: no more than the alignment proves. The longest differences first."""
    base = labels[compared.base]
    held: dict[tuple[str, str, str], list[str]] = {}
    for finding in compared.findings:
        if finding.here or finding.there:
            held.setdefault((finding.state, finding.here, finding.there), []).append(labels[finding.version])
    ranked = sorted(held.items(), key=lambda pair: -len(pair[0][1] + pair[0][2]))
    shown = [_sentence(*what, names, base) for what, names in ranked]
    more = len(shown) - MOST_FINDINGS
    tail = [f"And {views.plural(more, 'smaller difference')}, below."] if more > 0 else []
    return shown[:MOST_FINDINGS] + tail


def _sentence(state: str, here: str, there: str, names: list[str], base: str) -> str:
    who, one = _listing(names), len(names) == 1
    if here and there:
        return f"{who} {'has' if one else 'have'} “{here}” where {base} has “{there}”."
    if here:
        return f"{who} {'adds' if one else 'add'} “{here}”."
    return f"{who} {'doesn’t' if one else 'don’t'} have “{there}”."


def _listing(labels: list[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{', '.join(labels[:-1])} and {labels[-1]}"
