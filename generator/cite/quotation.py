"""The citation of a quotation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from generator import paths
from generator.cite.article import absolute, key, permalink, reference_of, where
from generator.cite.formats import csl_item, dump, one_line
from generator.cite.fragment import text_fragment
from generator.config import Site
from generator.model import Article, Kind, Quote

# How far the words are the speaker's own
HOW: Final[dict[Kind, str]] = {
    "direct": "quoted in",
    "mixed": "partly quoted in",
    "indirect": "reported in",
}


@dataclass(frozen=True, slots=True)
class QuoteCitation:
    """A quotation, ready to be cited. All plain text: nothing of it is escaped for HTML."""

    # words (of a denial: “denied: words”) — speaker, quoted in “title”, outlet, date, ¶ 2,
    # permalink
    text: str
    permalink: str  # absolute; relative to the site while it has no address
    fragment: str | None  # the place on the publisher's own page; None if that page is not known
    csl_json: str  # an array of one item


def quote_citation(
    article: Article, quote: Quote, speaker: str | None, site: Site
) -> QuoteCitation:
    """The citation of one quotation; `speaker` is the name that the site shows, None if it is not
    known.
    """
    url = paths.quote(article.id, quote.id)
    text = _text(article, quote, speaker, site)
    item = dump([_csl(article, quote, speaker, site)]) + "\n"
    return QuoteCitation(text, permalink(site, url), text_fragment(article, quote), item)


def quote_note(article: Article, quote: Quote, speaker: str | None, site: Site) -> str:
    """A quotation as a note of its article's reference: words, speaker, how, where, permalink."""
    at = place(article, quote) or "the article"
    said = f"{_said(article, quote, speaker)}, {HOW[quote.kind]} {at}"
    return f"{said}, {url}" if (url := absolute(site, paths.quote(article.id, quote.id))) else said


def quote_reference(article: Article, quote: Quote, speaker: str | None, site: Site) -> str:
    """The CSL-JSON item of a quotation, on one line; `speaker` as for `quote_citation`."""
    return dump(_csl(article, quote, speaker, site))


def _text(article: Article, quote: Quote, speaker: str | None, site: Site) -> str:
    url = paths.quote(article.id, quote.id)
    at = place(article, quote)
    source = [
        f"{HOW[quote.kind]} {where(article)[0]}",
        *where(article)[1:],
        at,
        absolute(site, url),
    ]
    return f"{_said(article, quote, speaker)}, {', '.join(filter(None, source))}"


def _said(article: Article, quote: Quote, speaker: str | None) -> str:
    name = speaker or (quote.printed.of(article.text) if quote.printed else "speaker not named")
    return f"{one_line(quote.told(article.text))} — {one_line(name)}"


def quote_title(article: Article, quote: Quote, speaker: str) -> str:
    """One line for a list or a feed: speaker, how, “title”; "" = nobody is named."""
    who = f"{one_line(speaker)}, " if speaker else ""
    return f"{who}{HOW[quote.kind]} {where(article)[0]}"


def place(article: Article, quote: Quote) -> str:
    """Where in the article it begins: "¶ 2" (paragraphs of the body, 1-based), "headline" or
    "standfirst".
    """
    found = article.place_of(quote.parts[0])
    if found is None:
        return ""
    block, number = found
    return f"¶ {number}" if block.kind == "paragraph" else block.kind


def _csl(article: Article, quote: Quote, speaker: str | None, site: Site) -> dict[str, Any]:
    """CSL has no type for a quotation: an item of its own for the article, with the quotation as
    its note.
    """
    at = place(article, quote) or "the article"
    item = csl_item(reference_of(article, site))
    for field in ("abstract", "source"):
        item.pop(field, None)
    item |= {
        "id": f"{key(article.id)}:{quote.id}",
        "note": f"{_said(article, quote, speaker)}, {HOW[quote.kind]} {at}",
    }
    url = absolute(site, paths.quote(article.id, quote.id))
    if url:
        item["URL"] = url
    return item
