"""Atom (RFC 4287) and JSON Feed 1.1: of the articles, of what each speaker said, and of what was
said about each subject. Only for a site with an address.

Newest first. Atom wants a date of each entry, and a date is never made up: undated articles are in
the JSON Feed alone. A date known to the month or year stands as its first day, since both formats
want a time.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from generator import cite, paths
from generator.config import Site
from generator.escape import visible
from generator.export.rows import Known
from generator.model import Corpus, Page, Quote, QuoteRef, Story

MOST: Final = 100  # entries of the site's feed
MOST_SAID: Final = 5  # of a speaker's, the newest
MOST_ABOUT: Final = 20  # of a subject's
# besides controls: https://www.w3.org/TR/xml/#NT-Char
_NOT_XML: Final = re.compile("[\ufffe\uffff]")
_ATOM: Final = "http://www.w3.org/2005/Atom"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed; plain text."""

    url: str
    title: str
    text: str
    date: str | None  # ISO 8601
    authors: tuple[str, ...] = ()


def feeds(corpus: Corpus, about: Known) -> Iterator[Page]:
    """The site's feeds, then each speaker's, in the order of `corpus.entities`, then each
    subject's.
    """
    site = about.site
    if not site.url:
        return
    stories = {story.article.id: story for story in corpus.stories}
    entries = [_article_entry(story, site) for story in corpus.stories]
    yield from _both(paths.HOME, site.name, _newest(entries), site)
    quotes = {(s.article.id, q.id): (s, q) for s in stories.values() for q in s.annotations.quotes}
    for entity in corpus.entities:
        said = [
            quotes[ref.article, ref.quote]
            for ref in entity.said
            if (ref.article, ref.quote) in quotes
        ]
        if said:
            owner = paths.entity(entity.kind, entity.id)
            spoken = _newest(
                [
                    _quote_entry(
                        story,
                        quote,
                        about.named(QuoteRef(story.article.id, quote.id)) or entity.name,
                        site,
                    )
                    for story, quote in said
                ],
                MOST_SAID,
            )
            yield from _both(owner, f"{entity.name} – {site.name}", spoken, site)
    for subject in corpus.subjects:
        told = [(ref, *quotes[ref.article, ref.quote]) for ref, _ in subject.said]
        if told:
            spoken = _newest(
                [
                    _quote_entry(story, quote, _who(about, ref, story, quote), site)
                    for ref, story, quote in told
                ],
                MOST_ABOUT,
            )
            yield from _both(
                paths.subject(subject.id), f"{subject.name} – {site.name}", spoken, site
            )


def _who(about: Known, ref: QuoteRef, story: Story, quote: Quote) -> str:
    """The speaker's name, or the words that the text has for one; "" = nobody is named."""
    if named := about.named(ref):
        return named
    return quote.printed.of(story.article.text) if quote.printed else ""


def _newest(entries: Sequence[Entry], most: int = MOST) -> list[Entry]:
    """Newest first, undated last, otherwise in the given order."""
    return sorted(entries, key=lambda entry: entry.date or "", reverse=True)[:most]


def _article_entry(story: Story, site: Site) -> Entry:
    article = story.article
    hidden = cite.withheld(article, site)
    words = "" if hidden or article.standfirst is None else article.standfirst.of(article.text)
    url = cite.permalink(site, paths.article(article.id))
    return Entry(url, article.title, words, article.date, article.authors)


def _quote_entry(story: Story, quote: Quote, who: str, site: Site) -> Entry:
    article = story.article
    url = cite.permalink(site, paths.quote(article.id, quote.id))
    title = cite.quote_title(article, quote, who)
    return Entry(url, title, quote.told(article.text), article.date, article.authors)


def _both(owner: str, title: str, entries: list[Entry], site: Site) -> Iterator[Page]:
    yield Page(paths.feed(owner, "feed.xml"), _atom(owner, title, entries, site))
    yield Page(paths.feed(owner, "feed.json"), _json(owner, title, entries, site))


def _time(date: str | None) -> str | None:
    parts = cite.date_parts(date)
    if not parts:
        return None
    year, month, day = (*parts, 1, 1)[:3]
    return f"{year:04}-{month:02}-{day:02}T00:00:00Z"


def _atom(owner: str, title: str, entries: list[Entry], site: Site) -> bytes:
    dated = [entry for entry in entries if _time(entry.date)]
    feed = ET.Element("feed", {"xmlns": _ATOM})
    _add(feed, "id", cite.permalink(site, owner))
    _add(feed, "title", title)
    # a feed without entries is as old as can be
    _add(
        feed,
        "updated",
        max((_time(entry.date) or "" for entry in dated), default="1970-01-01T00:00:00Z"),
    )
    ET.SubElement(
        feed, "link", {"rel": "self", "href": cite.permalink(site, paths.feed(owner, "feed.xml"))}
    )
    ET.SubElement(feed, "link", {"rel": "alternate", "href": cite.permalink(site, owner)})
    _add(ET.SubElement(feed, "author"), "name", site.name)
    for entry in dated:
        node = ET.SubElement(feed, "entry")
        _add(node, "id", entry.url)
        _add(node, "title", entry.title)
        _add(node, "updated", _time(entry.date) or "")
        ET.SubElement(node, "link", {"href": entry.url})
        for author in entry.authors:
            _add(ET.SubElement(node, "author"), "name", author)
        if entry.text:
            _add(node, "content", entry.text, {"type": "text"})
    body: bytes = ET.tostring(feed, encoding="unicode").encode()
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + body + b"\n"


def _add(
    parent: ET.Element, tag: str, words: str, attributes: dict[str, str] | None = None
) -> None:
    """A child with text; what XML can't hold is shown as a replacement character."""
    ET.SubElement(parent, tag, attributes or {}).text = _NOT_XML.sub("\ufffd", visible(words))


def _json(owner: str, title: str, entries: list[Entry], site: Site) -> str:
    return cite.dump(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": title,
            "home_page_url": cite.permalink(site, owner),
            "feed_url": cite.permalink(site, paths.feed(owner, "feed.json")),
            "items": [_item(entry) for entry in entries],
        }
    )


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.text or entry.title,
    }
    if time := _time(entry.date):
        item["date_published"] = time
    if entry.authors:
        item["authors"] = [{"name": name} for name in entry.authors]
    return item
