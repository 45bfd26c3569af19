"""The page of an article: its text with the quotations marked, and their cards beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import jinja2

from generator import cite, escape, paths
from generator.cite.article import where
from generator.escape import Html
from generator.languages.which import is_right_to_left, name_of, rules_know
from generator.model import Article, DocumentKind, Entity, Page
from generator.pages import dates, views
from generator.pages import notices as notices_module
from generator.pages.archive import Archive
from generator.pages.article_cards import Card, cards_of, share_of, speakers_of, strokes_of
from generator.pages.article_links import (
    LinkedFrom,
    Related,
    linking_here,
    neighbour_of,
    neighbours,
    related_to,
)
from generator.pages.article_text import (
    Paragraph,
    headline_of,
    marked_block,
    text_of,
    withheld_text,
)
from generator.pages.jinja import fill
from generator.pages.notices import Notice
from generator.pages.tallies import Tally
from generator.pages.views import Counts, Text, When
from generator.pages.words import counted


@dataclass(frozen=True, slots=True)
class Reference:
    """One form of a reference. `file` lies beside the article's page."""

    label: str
    file: Html
    download: str  # the name under which it is saved


@dataclass(frozen=True, slots=True)
class Language:
    """The language of an article; all "" for English, the language of the page."""

    name: str  # "German"
    lang: Html  # BCP 47
    dir: Html  # "rtl" where it is written so, else "ltr"


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Context of article.md.j2."""

    title: str
    description: str
    headline: Html
    standfirst: Html  # "" = none
    source: str
    source_page: Html
    original: Html  # "" = no address of the publisher's page
    archived: Html
    when: When
    updated: When
    authors: str
    length: int  # words
    notices: tuple[Notice, ...]
    paragraphs: tuple[Paragraph, ...]
    withheld: bool
    cards: tuple[Card, ...]
    # where each card's words stand: SVG paths, thousandths of the text across
    strokes: tuple[Html, ...]
    share: int  # per cent of the text that is attributed
    counts: Counts
    left_out: tuple[Text, ...]
    speakers: tuple[Tally, ...]
    others: tuple[Text, ...]
    organisations: tuple[Text, ...]
    places: tuple[Text, ...]
    collection: Text
    tags: tuple[str, ...]
    rights: str
    document: str  # its kind, by `DocumentKind`; "" = a narrative, of which nothing is said
    by_hand: str  # the fields that a person corrected: "authors, date"; "" = none
    language: Language
    file: str
    related: tuple[Related, ...]
    linked_from: tuple[LinkedFrom, ...]
    earlier: Text
    later: Text
    cite: str  # title, outlet and date, as in the citation of a quotation
    citation: str
    references: tuple[Reference, ...]
    # the page with the file of references for each quotation; "" = nobody is quoted
    each_quote: Html
    head: tuple[tuple[Html, Html, str], ...]  # head tags: name, property (one may be ""), content


def article_pages(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """One page for each article."""
    around = neighbours(archive)
    for article in archive.articles:
        context = article_page(archive, article, *around[article.id])
        yield Page(paths.source(paths.article(article.id)), fill(env, "article.md.j2", context))


def article_page(
    archive: Archive, article: Article, earlier: Article | None, later: Article | None
) -> ArticlePage:
    """All that the page of an article shows."""
    here = paths.article(article.id)
    said = archive.said_in[article.id]
    withheld = archive.withheld(article)
    named = archive.named_in.get(article.id, ())
    speakers = {s.entity.id for s in said if s.entity}
    collection = archive.collections.get(article.collection)
    standfirst = article.standfirst
    citation = cite.citation(article, archive.site)
    relations = [
        r for r in archive.corpus.related.get(article.id, ()) if r.article in archive.stories
    ]
    description = _description(article, withheld) or _counted(archive, article)
    return ArticlePage(
        title=article.title,
        description=description,
        headline=headline_of(archive, article, withheld),
        standfirst=marked_block(archive, article, standfirst)
        if standfirst and not withheld
        else Html(""),
        source=article.publication or "",
        source_page=views.link(here, paths.outlet(article.publication))
        if article.publication
        else Html(""),
        original=views.elsewhere(article.source_url),
        archived=views.elsewhere(article.archive_url),
        when=views.when(article.date, long=True),
        updated=views.when(article.updated, long=True),
        authors=", ".join(article.authors),
        length=len(article.text.split()),
        notices=notices_module.notices(archive, here, [article]),
        paragraphs=withheld_text(archive, article) if withheld else text_of(archive, article),
        withheld=withheld,
        cards=cards_of(archive, article),
        strokes=strokes_of(article, said),
        share=share_of(article, said),
        counts=views.counts(said),
        left_out=views.left_out(
            article, archive.stories[article.id].annotations.not_speech, withheld
        ),
        speakers=speakers_of(here, said),
        others=_names(here, named, ("person", "government", "group"), speakers),
        organisations=_names(here, named, ("organisation",), set()),
        places=_names(here, named, ("place",), set()),
        collection=Text(collection.title, views.link(here, paths.collection(collection.id)))
        if collection and collection.id
        else Text("", Html("")),
        tags=article.tags,
        rights=article.rights or "",
        document=_document(archive.stories[article.id].annotations.document),
        by_hand=", ".join(name.replace("_", " ") for name in article.by_hand),
        language=_language(archive.stories[article.id].annotations.lang),
        file=article.source,
        related=tuple(related_to(archive, here, r, said) for r in relations),
        linked_from=linking_here(archive, here, article, {r.article for r in relations}),
        earlier=neighbour_of(here, earlier),
        later=neighbour_of(here, later),
        cite=", ".join(where(article)),
        citation=citation.formatted,
        references=_references(citation),
        each_quote=views.link(here, paths.DATA) if said else Html(""),
        head=_head(_described(cite.head_metadata(article, archive.site), description)),
    )


def _document(kind: DocumentKind) -> str:
    return "" if kind == "narrative" else kind


def _language(tag: str) -> Language:
    if rules_know(tag):
        return Language("", Html(""), Html(""))
    turned = Html("rtl") if is_right_to_left(tag) else Html("ltr")
    return Language(name_of(tag), escape.address(tag), turned)


def _head(tags: Sequence[tuple[str, str]]) -> tuple[tuple[Html, Html, str], ...]:
    """Tags that say the same share one element: Zotero reads its `name`, then no `property`; Open
    Graph the other.
    """
    found: list[tuple[Html, Html, str]] = []
    for tag, words in tags:
        name = escape.address(tag)
        same = next((at for at, held in enumerate(found) if held[2] == words and not held[1]), None)
        if ":" not in tag:
            found.append((name, Html(""), words))
        elif same is None or tag == "og:description":
            found.append((Html(""), name, words))
        else:
            found[same] = (found[same][0], name, words)
    return tuple(found)


def _references(citation: cite.Citation) -> tuple[Reference, ...]:
    """The forms that reference managers read, the best first."""
    name = citation.key.replace(":", "-")
    forms = (("CSL-JSON", "json"), ("RIS", "ris"), ("BibTeX", "bib"))
    return tuple(
        Reference(label, escape.address(f"cite.{end}"), f"{name}.{end}") for label, end in forms
    )


def _described(tags: Sequence[tuple[str, str]], description: str) -> tuple[tuple[str, str], ...]:
    """With what a preview shows below the title, where there is no standfirst for it."""
    if any(name == "og:description" for name, _ in tags):
        return tuple(tags)
    return (*tags, ("og:description", description))


def _counted(archive: Archive, article: Article) -> str:
    """What can be said of an article whose words are kept back, or that has none."""
    quotes = counted(archive.words, len(archive.said_in[article.id]), "quote")
    return ", ".join(filter(None, (quotes, article.publication, dates.short(article.date))))


def _description(article: Article, withheld: bool) -> str:
    first = article.standfirst or (article.paragraphs[0] if article.paragraphs else None)
    words = "" if withheld or not first else first.of(article.text)[:200]
    if cite.is_like_an_address(words):
        return ""
    return words if len(words) < 200 else words.rsplit(" ", 1)[0] + " …"


def _names(
    here: str, named: tuple[Entity, ...], kinds: tuple[str, ...], without: set[str]
) -> tuple[Text, ...]:
    return tuple(
        Text(e.name, views.link(here, paths.entity(e.kind, e.id)))
        for e in named
        if e.kind in kinds and e.id not in without
    )
