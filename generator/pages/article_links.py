"""Where an article's page leads: related articles, those that link here, its neighbours."""

from __future__ import annotations

from dataclasses import dataclass

from generator import escape, paths
from generator.escape import Html
from generator.model import Article, Backlink, Reason, Relation
from generator.pages import dates, views
from generator.pages.archive import Archive, Said
from generator.pages.side_by_side import side_by_side
from generator.pages.views import Byline, Text
from generator.pages.words import Words


@dataclass(frozen=True, slots=True)
class Because:
    """Why an article is related: its words, and between them a link to a quotation here."""

    label: str
    quote: Text
    detail: str


@dataclass(frozen=True, slots=True)
class Related:
    """A related article."""

    title: str
    url: Html
    byline: Byline
    quotes: int
    reasons: tuple[Because, ...]
    beside: Html  # both side by side; "" = they share no statement


@dataclass(frozen=True, slots=True)
class LinkedFrom:
    """An article that links here, with all its reasons."""

    kinds: str
    title: str
    url: Html
    note: str
    sentences: tuple[str, ...]


def neighbours(archive: Archive) -> dict[str, tuple[Article | None, Article | None]]:
    """The article before and after each one in time, within its collection."""
    found: dict[str, tuple[Article | None, Article | None]] = {}
    rows: dict[str, list[Article]] = {}
    for article in archive.articles:
        rows.setdefault(
            article.collection if article.date else f"{article.collection}\0{article.id}", []
        ).append(article)
    for row in rows.values():
        for at, article in enumerate(row):
            found[article.id] = (
                row[at + 1] if at + 1 < len(row) else None,
                row[at - 1] if at else None,
            )
    return found


def related_to(archive: Archive, here: str, relation: Relation, said: tuple[Said, ...]) -> Related:
    """A related article with its reasons, linked from the page `here`."""
    other = archive.article(relation.article)
    return Related(
        title=other.title,
        url=views.link(here, paths.article(other.id)),
        byline=views.byline(other),
        quotes=len(archive.said_in[other.id]),
        beside=_beside(archive, here, relation, said),
        reasons=tuple(_because(archive.words, reason, said) for reason in relation.reasons),
    )


def _beside(archive: Archive, here: str, relation: Relation, said: tuple[Said, ...]) -> Html:
    shared = {reason.statement for reason in relation.reasons if reason.statement}
    mine = next((s for s in said if s.statement and s.statement.id in shared), None)
    if mine is None or mine.statement is None:
        return Html("")
    other = next((r for r in mine.statement.versions if r.article == relation.article), mine.ref)
    return side_by_side(archive, here, mine.ref, other)


def _because(words: Words, reason: Reason, said: tuple[Said, ...]) -> Because:
    """A statement that both print is a quotation here, whose card leads on to its versions; the
    other names are linked beside the text, by "Who speaks" and the names."""
    mine = next((s for s in said if s.statement and s.statement.id == reason.statement), None)
    if mine is None:
        return Because(reason.label, Text("", Html("")), reason.detail)
    url = escape.address(f"#{paths.card(mine.quote.id)}")
    return Because(
        words["both_print"], Text(words["quote_number"].format(mine.number), url), reason.detail
    )


def linking_here(
    archive: Archive, here: str, article: Article, related: set[str]
) -> tuple[LinkedFrom, ...]:
    """Each article once; not one that does no more than print the same statement and stands among
    the related ones.
    """
    found: dict[str, list[Backlink]] = {}
    for backlink in archive.corpus.backlinks.get(article.id, ()):
        if backlink.article in archive.stories and not (
            backlink.statement and backlink.article in related
        ):
            found.setdefault(backlink.article, []).append(backlink)
    return tuple(_backlink(archive, here, links) for links in found.values())


def _backlink(archive: Archive, here: str, links: list[Backlink]) -> LinkedFrom:
    other = archive.article(links[0].article)
    # the same statement's words stand on this page, and word by word in the comparison
    shown = [link.sentence for link in links if not link.statement and not archive.withheld(other)]
    return LinkedFrom(
        kinds=", ".join(dict.fromkeys(link.why for link in links)).capitalize(),
        title=other.title,
        url=views.link(here, paths.article(other.id)),
        note=", ".join(filter(None, (other.publication, dates.short(other.date)))),
        sentences=tuple(dict.fromkeys(filter(None, shown))),
    )


def neighbour_of(here: str, article: Article | None) -> Text:
    """The link to the article before or after; empty where there is none."""
    if article is None:
        return Text("", Html(""))
    return Text(
        article.title, views.link(here, paths.article(article.id)), dates.short(article.date)
    )
