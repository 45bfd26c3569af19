"""The project of qualitative data analysis, read with another library than wrote it."""

from __future__ import annotations

import io
import re
import zipfile

from lxml import etree

from generator.export.programs.qda import NOBODY, qda
from generator.model import QuoteRef
from tests.export.by_hand import SITE, small

NS = {"q": "urn:QDA-XML:project:1.0"}
GUID = re.compile(r"[0-9A-F]{8}-([0-9A-F]{4}-){3}[0-9A-F]{12}")


def opened() -> tuple[etree._Element, dict[str, str]]:
    page = next(iter(qda(small(), SITE)))
    assert isinstance(page.text, bytes)
    with zipfile.ZipFile(io.BytesIO(page.text)) as packed:
        texts = {name: packed.read(name).decode() for name in packed.namelist()}
    return etree.fromstring(texts.pop("project.qde").encode()), texts


def test_every_part_of_a_quotation_is_a_selection_of_its_words_coded_by_its_speaker() -> None:
    project, texts = opened()
    codes = {c.get("guid"): c.get("name") for c in project.iterfind(".//q:Code", NS)}
    names = {entity.id: entity.name for entity in small().entities}
    found = []
    for source in project.iterfind(".//q:TextSource", NS):
        text = texts[str(source.get("plainTextPath")).replace("internal://", "sources/")]
        for chosen in source.iterfind("q:PlainTextSelection", NS):
            words = text[int(chosen.get("startPosition", "")) : int(chosen.get("endPosition", ""))]
            coded = [codes[ref.get("targetGUID")] for ref in chosen.iterfind(".//q:CodeRef", NS)]
            found.append((source.get("name"), words, *coded[:2]))
    expected = []
    for story in small().stories:
        for quote in story.annotations.quotes:
            who = small().speakers.get(QuoteRef(story.article.id, quote.id), "")
            for part in quote.parts:
                words = re.sub("[\x00\ud800]", "\ufffd", part.of(story.article.text))
                expected.append((story.article.title, words, names.get(who, NOBODY), quote.kind))
    assert sorted(found) == sorted(expected)


def test_ids_are_unique_and_as_the_standard_writes_them() -> None:
    project, _ = opened()
    guids = [element.get("guid") for element in project.iterfind(".//*[@guid]")]
    assert len(guids) == len(set(guids))
    assert all(GUID.fullmatch(str(guid)) for guid in guids)


def test_the_same_corpus_gives_the_same_bytes() -> None:
    assert next(iter(qda(small(), SITE))).text == next(iter(qda(small(), SITE))).text
