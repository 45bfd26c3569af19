"""What the search knows: one small HTML document for each article and entity, in the form that
Pagefind reads.

The reader never sees these. They hold the words that the article's page shows, marks where each
quotation starts and ends, and the facets; so that the index does not depend on how pages look.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from urllib.parse import quote as percent_encoded

from generator import escape, paths
from generator.config import Site
from generator.escape import Html
from generator.model import Article, Corpus, Entity, Page, Quote, QuoteRef, Story

# Names of the facets, as the search page asks for them
FACETS = ("speaker", "kind", "outlet", "year", "collection")


def documents(corpus: Corpus, site: Site) -> Iterator[Page]:
    """A document for each page that can be found, at the same address as the page."""
    names = {entity.id: entity.name for entity in corpus.entities}
    titles = {collection.id: collection.title for collection in corpus.collections}
    for story in corpus.stories:
        speakers = {
            quote.id: " and ".join(
                names[id] for id in (corpus.speakers[ref], *corpus.others.get(ref, ()))
            )
            for quote in story.annotations.quotes
            if (ref := QuoteRef(story.article.id, quote.id)) in corpus.speakers
        }
        yield _article(story, speakers, titles, site)
    for entity in corpus.entities:
        yield _entity(entity, site)


def _article(story: Story, speakers: dict[str, str], titles: dict[str, str], site: Site) -> Page:
    article, quotes = story.article, story.annotations.quotes
    facets = [("speaker", name) for name in sorted(set(speakers.values()))]
    facets += [("kind", kind) for kind in sorted({quote.kind for quote in quotes})]
    facets += [("outlet", article.publication)] if article.publication else []
    facets += [("year", article.date[:4])] if article.date else []
    facets += (
        [("collection", titles.get(article.collection) or article.collection)]
        if article.collection
        else []
    )
    shown = {"date": article.date or "", "outlet": article.publication or ""}
    withheld = article.publish == "quotes" or site.publish == "quotes"
    body = (_quotes_only if withheld else _whole)(article, quotes, speakers)
    return _document(paths.article(article.id), article.title, facets, shown, body, site)


def _entity(entity: Entity, site: Site) -> Page:
    words = [
        *(alias.words for alias in entity.aliases),
        *dict.fromkeys(role.words for role in entity.roles[:8]),
    ]
    body = [Html("<p>"), escape.text(", ".join(words)), Html("</p>")]
    url = paths.entity(entity.kind, entity.id)
    return _document(
        url, entity.name, [], {"shows": entity.kind, "said": str(len(entity.said))}, body, site
    )


def _document(
    url: str,
    title: str,
    facets: list[tuple[str, str]],
    shown: dict[str, str],
    body: list[Html],
    site: Site,
) -> Page:
    head = [_tag("filter", name, value) for name, value in facets]
    head += [_tag("meta", name, value) for name, value in shown.items() if value]
    return Page(
        f"{url}index.html",
        escape.join(
            [
                Html('<!doctype html><html lang="'),
                escape.text(site.language),
                Html('"><head><meta charset="utf-8">'),
                *head,
                Html('</head><body data-pagefind-body><h1 data-pagefind-meta="title">'),
                escape.text(title),
                Html("</h1>"),
                *body,
                Html("</body></html>\n"),
            ]
        ),
    )


def _tag(attribute: str, name: str, value: str) -> Html:
    return escape.join(
        [
            Html(f'<meta data-pagefind-{attribute}="{name}[content]" content="'),
            escape.text(value),
            Html('">'),
        ]
    )


def _whole(article: Article, quotes: tuple[Quote, ...], speakers: dict[str, str]) -> list[Html]:
    """Every block but the headline, with an empty mark before and behind each part of a
    quotation.
    """
    edges: dict[int, list[Html]] = {}
    for quote in quotes:
        for number, part in enumerate(quote.parts):
            anchor = paths.part(quote.id, number)
            edges.setdefault(part.start, []).append(
                _start(anchor, quote, speakers, quote.label(article.text))
            )
            edges.setdefault(part.end, []).insert(0, _mark(f"end|{anchor}"))
    made: list[Html] = []
    places = sorted(edges)
    for block in article.blocks:
        if block.kind == "headline":
            continue
        made.append(Html("<p>"))
        at = block.span.start
        for place in places[
            bisect_left(places, block.span.start) : bisect_right(places, block.span.end)
        ]:
            made += [escape.text(article.text[at:place]), *edges[place]]
            at = place
        made += [escape.text(article.text[at : block.span.end]), Html("</p>")]
    return made


def _quotes_only(
    article: Article, quotes: tuple[Quote, ...], speakers: dict[str, str]
) -> list[Html]:
    """The quotations alone, for an article whose text may not be republished."""
    made: list[Html] = []
    for quote in quotes:
        label = quote.label(article.text)
        for number, part in enumerate(quote.parts):
            anchor = paths.part(quote.id, number)
            made += [
                Html("<p>"),
                escape.text(f"{label}: " if label else ""),
                _start(anchor, quote, speakers, label),
                escape.text(part.of(article.text)),
            ]
            made += [_mark(f"end|{anchor}"), Html("</p>")]
    return made


def _start(anchor: str, quote: Quote, speakers: dict[str, str], label: str) -> Html:
    """The mark that says who speaks from here on, how, and the verb before it; search.js reads it.

    (What stands in meta is searched.)
    """
    who = percent_encoded(speakers.get(quote.id, ""), safe="")
    return _mark(f"{anchor}|{quote.kind}|{who}|{percent_encoded(label, safe='')}")


def _mark(name: str) -> Html:
    return escape.join([Html('<a id="'), escape.text(name), Html('"></a>')])
