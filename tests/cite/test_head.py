"""Zotero takes an article's page for a newspaper article: its own precedence, written down.

From the translators "Embedded Metadata" (2024-06-13) and "RDF" of zotero/translators, read in
November 2026: a Highwire `citation_…` tag that betrays a type wins; then the type is the first of
zotero, bib, prism, eprints, og, dc, then the default (a web page, or the journal article that a
`citation_title` suggests), then guesses, of which `og:type=article` is one. Fields: the first that
is there.
"""

from __future__ import annotations

import pytest

from generator.cite import head_metadata, is_like_an_address
from generator.config import Site
from generator.model import Article, Block, Span

SITE = Site(name="Valley archive", url="https://example.org/valley/")
Tags = tuple[tuple[str, str], ...]

HIGHWIRE = {  # a tag whose presence alone decides the type
    "citation_journal_title": "journalArticle",
    "citation_technical_report_institution": "report",
    "citation_conference_title": "conferencePaper",
    "citation_conference": "conferencePaper",
    "citation_book_title": "bookSection",
    "citation_inbook_title": "bookSection",
    "citation_dissertation_institution": "thesis",
}
GUESSES = {
    "citation_title": "journalArticle",
    "citation_series_title": "journalArticle",
    "citation_isbn": "book",
}
OPEN_GRAPH = {
    "website": "webpage",
    "book": "book",
    "video.movie": "videoRecording",
    "music.song": "audioRecording",
}
FIELDS = {
    "title": ("DC.title", "og:title"),
    "publicationTitle": ("DC.source", "og:site_name"),
    "date": ("DC.date",),
    "url": ("og:url",),
    "abstractNote": ("og:description", "DC.description"),
    "language": ("DC.language",),
    "rights": ("DC.rights",),
}


def zotero_type(tags: Tags) -> str:
    """The item type by that precedence."""
    for name, _ in tags:
        if name in HIGHWIRE:
            return HIGHWIRE[name]
    held = dict(reversed(tags))
    guess = next((GUESSES[name] for name, _ in tags if name in GUESSES), "webpage")
    return OPEN_GRAPH.get(held.get("og:type", "")) or held.get("DC.type") or guess


def zotero_item(tags: Tags) -> dict[str, object]:
    """Type, fields and authors."""
    held = dict(reversed(tags))
    item: dict[str, object] = {"itemType": zotero_type(tags)}
    for field, names in FIELDS.items():
        found = next((held[name] for name in names if name in held), None)
        if found is not None:
            item[field] = found
    return item | {"creators": [content for name, content in tags if name == "citation_author"]}


def test_the_precedence_itself() -> None:
    assert (
        zotero_type((("DC.type", "newspaperArticle"), ("og:type", "article"))) == "newspaperArticle"
    )
    assert zotero_type((("DC.type", "newspaperArticle"), ("og:type", "website"))) == "webpage"
    assert (
        zotero_type((("DC.type", "newspaperArticle"), ("citation_journal_title", "X")))
        == "journalArticle"
    )
    assert zotero_type((("og:type", "article"), ("citation_title", "X"))) == "journalArticle"
    assert zotero_type((("og:type", "article"),)) == "webpage"


def test_an_article_is_a_newspaper_article_with_all_its_fields() -> None:
    article = Article(
        id="varn/flood",
        source="varn/flood.md",
        title="Flood in Varn",
        text="Flood in Varn\nThe river rose\n",
        blocks=(Block("headline", Span(0, 13)), Block("standfirst", Span(14, 28))),
        date="2042-03-12",
        authors=("Ann Lee", "Bo Ek"),
        publication="The Courier",
        source_url="https://courier.example/flood",
        lang="en",
        rights="All rights reserved",
    )
    assert zotero_item(head_metadata(article, SITE)) == {
        "itemType": "newspaperArticle",
        "title": "Flood in Varn",
        "publicationTitle": "The Courier",
        "date": "2042-03-12",
        "url": "https://example.org/valley/articles/varn/flood/",
        "abstractNote": "The river rose",
        "language": "en",
        "rights": "All rights reserved",
        "creators": ["Ann Lee", "Bo Ek"],
    }


def test_what_is_not_known_is_absent_and_the_site_is_not_the_newspaper() -> None:
    article = Article(id="note", source="note.txt", title="A note", text="", blocks=())
    assert zotero_item(head_metadata(article, SITE)) == {
        "itemType": "newspaperArticle",
        "title": "A note",
        "url": "https://example.org/valley/articles/note/",
        "creators": [],
    }


def test_each_author_has_a_tag_and_no_tag_spans_lines() -> None:
    article = Article(
        id="n", source="n", title="A\nnote ", text="", blocks=(), authors=("Ann Lee", " ")
    )
    tags = head_metadata(article, Site())
    assert ("DC.title", "A note") in tags
    assert [content for name, content in tags if name == "citation_author"] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("title", "left_out"),
    [
        ("javascript:alert(1)", True),
        ("\n JavaScript:alert(1)", True),
        ("java\tscript:alert(1)", True),
        ("\x01java\r\nscript:alert(1)", True),
        ("data:text/html,x", True),
        ("file:///etc/passwd", True),
        ("Data: what the census says", False),
        ("Bridge shut until May", False),
    ],
)
def test_a_text_that_looks_like_an_active_address_is_in_no_meta_tag(
    title: str, left_out: bool
) -> None:
    assert is_like_an_address(title) is left_out
    article = Article("a", "a.txt", title, "T", (Block("headline", Span(0, 1)),))
    assert ("DC.title" not in dict(head_metadata(article, Site()))) is left_out
