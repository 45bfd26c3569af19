"""An article's words as its page shows them: headline, paragraphs, or what may be published."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator import escape, paths
from generator.escape import Html
from generator.model import Article, Quote, Span
from generator.pages import marks, views
from generator.pages.archive import Archive
from generator.pages.around import around


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text."""

    anchor: Html
    html: Html
    rtl: bool  # whether any of it runs right to left


def _quotes(archive: Archive, article: Article) -> list[tuple[int, Quote]]:
    return [(said.number, said.quote) for said in archive.said_in[article.id]]


def marked_block(archive: Archive, article: Article, span: Span, links: bool = True) -> Html:
    """One block with its quotations marked and, with `links`, its names linked."""
    return _blocks(archive, article, (span,), links)[0]


def _blocks(
    archive: Archive, article: Article, spans: Sequence[Span], links: bool = True
) -> list[Html]:
    """Each block with its marks; looking for them in all blocks at once keeps the cost in
    proportion to the text.
    """
    here = paths.article(article.id)
    known = archive.entities
    pairs = [
        (link.span, (link, paths.link(here, paths.entity(known[link.entity].kind, link.entity))))
        for link in archive.corpus.links.get(article.id, ())
        if links and link.entity in known
    ]
    quotes = [(part, one) for one in _quotes(archive, article) for part in one[1].parts]
    told = archive.words["not_speech"]
    not_speech = [
        (one.span, (one.span, told.format(one.reason)))
        for one in archive.stories[article.id].annotations.not_speech
    ]
    former = archive.former.get(article.id, {})
    said, linked, other = (
        marks.within(spans, quotes),
        marks.within(spans, pairs),
        marks.within(spans, not_speech),
    )
    return [
        marks.marked(article.text, span, said[n], linked[n], other[n], former)
        for n, span in enumerate(spans)
    ]


def headline_of(archive: Archive, article: Article, withheld: bool) -> Html:
    """The headline with its marks; the title where the text has no headline."""
    span = article.headline
    return (
        marked_block(archive, article, span, links=False) if span else escape.prose(article.title)
    )


def text_of(archive: Archive, article: Article) -> tuple[Paragraph, ...]:
    """The paragraphs with their quotations marked and their names linked."""
    return tuple(
        Paragraph(escape.address(paths.paragraph(n)), html, views.rtl(html))
        for n, html in enumerate(_blocks(archive, article, article.paragraphs), 1)
    )


def withheld_text(archive: Archive, article: Article) -> tuple[Paragraph, ...]:
    """The quotations with a few words around them, each as a paragraph; the headline keeps its own
    marks.
    """
    blocks = [block.span for block in article.blocks if block.kind != "headline"]
    found: list[Paragraph] = []
    for said in archive.said_in[article.id]:
        for part in said.quote.parts:
            block = next((block for block in blocks if block.overlaps(part)), None)
            if block:
                html = marks.marked(article.text, part, [(said.number, said.quote)])
                html = marks.in_context(article.text, html, *around(article.text, block, part))
                anchor = escape.address(paths.paragraph(len(found) + 1))
                found.append(Paragraph(anchor, html, views.rtl(html)))
    return tuple(found)
