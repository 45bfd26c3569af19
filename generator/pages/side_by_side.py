"""Two articles side by side: one page, that asks in its address which two, and fetches them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import jinja2

from generator import escape, paths
from generator.escape import Html
from generator.model import Page, QuoteRef
from generator.pages import views
from generator.pages.archive import Archive
from generator.pages.jinja import fill


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Context of side.md.j2."""

    title: str
    section_url: Html
    articles: Html  # where articles lie, from here
    script: Html


def side_by_side_page(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """One page for all pairs; none where no statement stands twice."""
    if not archive.corpus.statements:
        return
    here = paths.SIDE
    context = SideBySide(
        title=archive.words["titles"]["side"],
        section_url=views.link(here, paths.COMPARE),
        articles=views.link(here, paths.ARTICLES),
        script=views.link(here, "assets/florilegium/side.js"),
    )
    yield Page(paths.source(here), fill(env, "side.md.j2", context))


def side_by_side(archive: Archive, here: str, one: QuoteRef | None, other: QuoteRef) -> Html:
    """The address of the articles of two quotations, beside each other; "" = it is one article, or
    the text of one is kept back.
    """
    if one is None or one.article == other.article:
        return Html("")
    if any(archive.withheld(archive.article(ref.article)) for ref in (one, other)):
        return Html("")
    return escape.address(f"{paths.link(here, paths.SIDE)}?both={one.article}+{other.article}")
