"""TEI P5 (https://tei-c.org/release/doc/tei-p5-doc/en/html/ref-said.html): one document an
article, each quotation a `<said who="…#…">` in the running text, and `people.xml` with everybody
who speaks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET  # it only writes; nothing from outside is parsed by it

from generator import cite, paths
from generator.config import Site
from generator.export import rows
from generator.export.programs.letters import for_xml
from generator.model import Article, Corpus, Page, Quote, QuoteRef, Span, Story, band

_TEI = "http://www.tei-c.org/ns/1.0"
_ID = "xml:id"
# of the words as a whole: what is in marks and what is not isn't told apart in a mixed one
_DIRECT = {"direct": "true", "mixed": "unknown", "indirect": "false"}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of one block that belongs to a quotation, and the element for it."""

    span: Span
    attributes: dict[str, str]


def tei(corpus: Corpus, site: Site) -> Iterator[Page]:
    """`people.xml`, and `articles/<address>.xml`."""
    about = rows.known(corpus, site)
    yield Page("people.xml", _people(corpus, site))
    for story in corpus.stories:
        yield Page(f"articles/{story.article.id}.xml", _article(story, about))


def _people(corpus: Corpus, site: Site) -> bytes:
    profile = ET.Element("profileDesc")
    people = ET.SubElement(ET.SubElement(profile, "particDesc"), "listPerson")
    for entity in corpus.entities:
        if entity.said:
            person = ET.SubElement(people, "person", {_ID: _who(entity.id)})
            name = "persName" if entity.kind == "person" else "name"
            _words(person, name, entity.name).set("type", entity.kind)
            address = cite.permalink(site, paths.entity(entity.kind, entity.id))
            ET.SubElement(person, "ptr", {"target": address})
    body = ET.Element("body")
    _words(body, "p", "Who speaks in the articles.")
    source = ET.Element("p")
    source.text = for_xml(site.name)
    return _document(f"Who speaks: {site.name}", source, profile, body)


def _article(story: Story, about: rows.Known) -> bytes:
    article = story.article
    body = ET.Element("body")
    pieces = _pieces(story, about, people="../" * (article.id.count("/") + 1) + "people.xml")
    for number, block in enumerate(article.blocks):
        head = number == 0 and block.kind == "headline"
        element = ET.SubElement(body, "head" if head else "p")
        if block.kind != "paragraph" and not head:
            element.set("rend", block.kind)
        _fill(element, block.span, pieces, article.text)
    if not any(element.tag == "p" for element in body):
        ET.SubElement(body, "p")  # a body is more than a head
    profile = ET.Element("profileDesc")
    usage = ET.SubElement(profile, "langUsage")
    language = article.lang or story.annotations.lang
    ET.SubElement(usage, "language", {"ident": for_xml(language)})
    return _document(article.title, _bibliography(article, about.site), profile, body)


def _bibliography(article: Article, site: Site) -> ET.Element:
    """The article as it was published, and its page here."""
    source = ET.Element("bibl")
    _words(source, "title", article.title)
    for author in article.authors:
        _words(source, "author", author)
    if article.publication:
        _words(source, "publisher", article.publication)
    if article.date:
        _words(source, "date", article.date).set("when", article.date)
    for url in (article.source_url, cite.permalink(site, paths.article(article.id))):
        if url:
            ET.SubElement(source, "ptr", {"target": for_xml(url)})
    return source


def _document(title: str, source: ET.Element, profile: ET.Element, body: ET.Element) -> bytes:
    document = ET.Element("TEI", {"xmlns": _TEI})
    header = ET.SubElement(document, "teiHeader")
    file = ET.SubElement(header, "fileDesc")
    _words(ET.SubElement(file, "titleStmt"), "title", title)
    _words(ET.SubElement(file, "publicationStmt"), "p", "Written by Florilegium, for study.")
    ET.SubElement(file, "sourceDesc").append(source)
    header.append(profile)
    ET.SubElement(document, "text").append(body)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(document) + b"\n"


def _pieces(story: Story, about: rows.Known, people: str) -> list[_Piece]:
    """Every part of every quotation, cut at the ends of blocks; outer ones before inner ones.

    The parts of one quotation point to each other by `next` and `prev`.
    """
    found = []
    for quote in story.annotations.quotes:
        ref = QuoteRef(story.article.id, quote.id)
        speaker = about.speaker(ref)
        told = [speaker, *about.others(ref)] if speaker else []
        spans = [
            Span(max(part.start, block.span.start), min(part.end, block.span.end))
            for part in quote.parts
            for block in story.article.blocks
            if block.span.overlaps(part)
        ]
        ids = [quote.id if n == 0 else f"{quote.id}.{n + 1}" for n in range(len(spans))]
        for number, span in enumerate(spans):
            attributes = {_ID: ids[number], **_said(quote, story.article.text)}
            if speaker:
                attributes["who"] = " ".join(f"{people}#{_who(one.id)}" for one in told)
            if number:
                attributes["prev"] = f"#{ids[number - 1]}"
            if number + 1 < len(ids):
                attributes["next"] = f"#{ids[number + 1]}"
            found.append(_Piece(span, attributes))
    return sorted(found, key=lambda piece: (piece.span.start, -piece.span.end))


def _said(quote: Quote, text: str) -> dict[str, str]:
    """What TEI has a word for. A denial keeps its word, since the words alone say the opposite."""
    label = {"rend": for_xml(quote.label(text))} if quote.label(text) else {}
    return {"direct": _DIRECT[quote.kind], "cert": band(quote.confidence), **label}


def _fill(element: ET.Element, within: Span, pieces: Sequence[_Piece], text: str) -> None:
    """Put the words of a span into an element, with what is said in it, nested as in the text.

    A quotation that begins in another and goes on behind it ends with it: XML can't cross.
    """
    at, last = within.start, None
    for number, piece in enumerate(pieces):
        if piece.span.start < at or piece.span.start >= within.end:
            continue
        end = min(piece.span.end, within.end)
        _append(element, last, text[at : piece.span.start])
        last = ET.SubElement(element, "said", piece.attributes)
        _fill(last, Span(piece.span.start, end), pieces[number + 1 :], text)
        at = end
    _append(element, last, text[at : within.end])


def _append(element: ET.Element, last: ET.Element | None, words: str) -> None:
    if last is None:
        element.text = (element.text or "") + for_xml(words)
    else:
        last.tail = (last.tail or "") + for_xml(words)


def _words(above: ET.Element, name: str, words: str) -> ET.Element:
    element = ET.SubElement(above, name)
    element.text = for_xml(words)
    return element


def _who(entity_id: str) -> str:
    return f"who-{entity_id}"
