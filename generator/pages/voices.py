"""Quotations whose speaker is not known, for the site's editor: grouped by the words that the text
uses for them.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import jinja2

from generator import paths
from generator.escape import Html
from generator.model import Page, Span, normal_words
from generator.pages import marks, views
from generator.pages import notices as notices_module
from generator.pages import pager as pager_module
from generator.pages.archive import Archive, Said
from generator.pages.jinja import fill
from generator.pages.notices import Notice
from generator.pages.pager import Pager
from generator.pages.views import Byline, Line

_CONTEXT = 100  # characters around a quotation, at most, on each side


@dataclass(frozen=True, slots=True)
class Unnamed:
    """A quotation, the text around it, and what to paste to name its speaker."""

    line: Line
    article: str
    byline: Byline
    before: Html
    after: Html
    correction: str


@dataclass(frozen=True, slots=True)
class Voice:
    """The quotations that the texts ascribe in the same words."""

    printed: str
    count: int
    quotes: tuple[Unnamed, ...]


@dataclass(frozen=True, slots=True)
class VoicesPage:
    """Context of voices.md.j2."""

    title: str
    notices: tuple[Notice, ...]
    total: int
    all: int
    voices: tuple[Voice, ...]
    pager: Pager


def voices_pages(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """The page in parts of `rows_per_page` quotations; none when the site leaves its editor's pages
    out.
    """
    if not archive.site.editor_pages:
        return
    groups = _groups(archive)
    rows = [(name, said) for name, held in groups for said in held]
    size = archive.site.rows_per_page
    chunks = pager_module.steady(
        rows,
        [max(pager_module.PAGE // size, 900 + 2 * len(said.words)) for _, said in rows],
        [f"{said.article.id}#{said.quote.id}" for _, said in rows],
    )
    for number, chunk in enumerate(chunks, 1):
        here = paths.page(paths.VOICES, number)
        shown: dict[str, list[Said]] = defaultdict(list)
        for name, said in chunk:
            shown[name].append(said)
        context = VoicesPage(
            title=archive.words["titles"]["voices"],
            notices=notices_module.notices(archive, here, [said.article for _, said in chunk]),
            total=len(rows),
            all=len(archive.said_newest),
            voices=tuple(
                Voice(name, len(held), tuple(_unnamed(archive, here, said) for said in held))
                for name, held in shown.items()
            ),
            pager=pager_module.pager(here, paths.VOICES, number, len(chunks)),
        )
        yield Page(paths.source(here), fill(env, "voices.md.j2", context))


def _groups(archive: Archive) -> list[tuple[str, list[Said]]]:
    """By the printed words, the most frequent first; those without any come last."""
    held: dict[str, list[Said]] = defaultdict(list)
    for said in archive.said_newest:
        if said.entity is None:
            held[normal_words(said.printed)].append(said)
    named = [(min(said.printed for said in group), group) for group in held.values()]
    return sorted(named, key=lambda pair: (not pair[0], -len(pair[1]), pair[0]))


def _unnamed(archive: Archive, here: str, said: Said) -> Unnamed:
    before, after = _around(archive, said)
    return Unnamed(
        line=views.line(archive, here, said),
        article=said.article.title,
        byline=views.byline(said.article),
        before=before,
        after=after,
        correction=correction(said),
    )


def _around(archive: Archive, said: Said) -> tuple[Html, Html]:
    """The rest of the paragraph before and behind the quotation, cut at a word; nothing of a
    withheld text.
    """
    article = said.article
    first, last = said.quote.parts[0].start, said.quote.parts[-1].end
    place = article.place_of(said.quote.parts[0])
    block = place[0].span if place else Span(first, last)
    if archive.withheld(article):
        return Html(""), Html("")
    before, after = article.text[block.start : first], article.text[last : max(last, block.end)]
    if len(before) > _CONTEXT:
        before = "… " + before[-_CONTEXT:].partition(" ")[2]
    if len(after) > _CONTEXT:
        after = after[:_CONTEXT].rpartition(" ")[0] + " …"
    return marks.spoken(before, mixed=False), marks.spoken(after, mixed=False)


def correction(said: Said) -> str:
    """The lines of seeds/corrections.yml that would name the speaker."""
    words = said.quote.parts[0].of(said.article.text)
    short = words if len(words) <= 90 else words[:90].rpartition(" ")[0] or words[:90]
    quoted = json.dumps(short, ensure_ascii=False)
    return f"  - article: {said.article.id}\n    words: {quoted}\n    speaker: NAME"
