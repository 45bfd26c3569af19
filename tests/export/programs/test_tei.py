"""TEI, read with another library than wrote it."""

from __future__ import annotations

import re

from lxml import etree

from generator.export.programs.letters import for_xml
from generator.export.programs.tei import tei
from generator.model import QuoteRef
from tests.export.by_hand import SITE, small

NS = {"t": "http://www.tei-c.org/ns/1.0"}
ID = "{http://www.w3.org/XML/1998/namespace}id"


def documents() -> dict[str, etree._Element]:
    return {
        page.path: etree.fromstring(page.text)
        for page in tei(small(), SITE)
        if isinstance(page.text, bytes)
    }


def test_the_words_of_an_article_stand_in_it_unchanged() -> None:
    held = documents()
    for story in small().stories:
        body = held[f"articles/{story.article.id}.xml"].find(".//t:body", NS)
        assert body is not None
        shown = [block.span.of(story.article.text) for block in story.article.blocks]
        assert ["".join(element.itertext()) for element in body] == [*map(for_xml, shown)]


def test_each_quotation_is_said_by_who_said_it() -> None:
    held = documents()
    people = {person.get(ID) for person in held["people.xml"].iterfind(".//t:person", NS)}
    for story in small().stories:
        document = held[f"articles/{story.article.id}.xml"]
        said = {element.get(ID): element for element in document.iterfind(".//t:said", NS)}
        for quote in story.annotations.quotes:
            who = small().speakers.get(QuoteRef(story.article.id, quote.id))
            element = said[quote.id]
            assert (element.get("who") or "").partition("#")[2] == (f"who-{who}" if who else "")
            assert not who or f"who-{who}" in people
            pieces = [element]
            while following := pieces[-1].get("next"):
                pieces.append(said[following[1:]])
            words = " ".join("".join(piece.itertext()) for piece in pieces)
            assert re.sub(r"\s+", " ", words) == re.sub(
                r"\s+", " ", for_xml(quote.words(story.article.text).replace(" … ", " "))
            )


def test_ids_are_unique_in_a_document() -> None:
    for path, document in documents().items():
        ids = [element.get(ID) for element in document.iter() if element.get(ID)]
        assert len(ids) == len(set(ids)), path
