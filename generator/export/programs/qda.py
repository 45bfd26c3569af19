"""A project of qualitative data analysis, `quotations.qdpx`, as REFI-QDA 1.5 has it
(https://www.qdasoftware.org): NVivo, ATLAS.ti, MAXQDA and QualCoder open it. Each article is a
source; each part of a quotation a coded selection, by speaker, by kind and by how sure it is.
"""

from __future__ import annotations

import io
import uuid
import zipfile
from collections.abc import Iterator
from typing import Final
from xml.etree import ElementTree as ET  # it only writes; nothing from outside is parsed by it

from generator import cite, paths
from generator.config import Site
from generator.export import rows
from generator.export.programs.letters import for_xml
from generator.model import Corpus, Page, Quote, QuoteRef, Story, band

_SPACE: Final = "urn:QDA-XML:project:1.0"
_OURS: Final = uuid.UUID("5b2a2b8e-6c0a-5c6e-9f0e-0f1a3c0d7e42")  # so that ids are the same again
_UNDATED: Final = "1970-01-01"
NOBODY: Final = "Nobody named"
KINDS: Final = ("direct", "mixed", "indirect")
BANDS: Final = ("high", "medium", "low")


def qda(corpus: Corpus, site: Site) -> Iterator[Page]:
    """One file. Positions are counted in characters (Unicode code points) from 0, the end
    exclusive, in a text whose lines end in a line feed.
    """
    about = rows.known(corpus, site)
    project, sources = _project(corpus, site)
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for story in corpus.stories:
            guid = _guid("source", story.article.id)
            sources.append(_source(story, about))
            text = for_xml(story.article.text)
            packed.writestr(_entry(f"sources/{guid}.txt"), text.encode())
        body = ET.tostring(project, encoding="utf-8", xml_declaration=True)
        packed.writestr(_entry("project.qde"), body)
    yield Page("quotations.qdpx", held.getvalue())


def _project(corpus: Corpus, site: Site) -> tuple[ET.Element, ET.Element]:
    """(the whole, its still empty element for the sources)."""
    newest = max((story.article.date or "" for story in corpus.stories), default="")
    when = _time(newest or None)
    user = _guid("user", "Florilegium")
    project = ET.Element(
        "Project",
        {
            "xmlns": _SPACE,
            "name": for_xml(site.name) or "Florilegium",
            "origin": "Florilegium",
            "creatingUserGUID": user,
            "creationDateTime": when,
        },
    )
    users = ET.SubElement(project, "Users")
    ET.SubElement(users, "User", {"guid": user, "name": "Florilegium"})
    codes = ET.SubElement(ET.SubElement(project, "CodeBook"), "Codes")
    speakers = [(e.id, for_xml(e.name)) for e in corpus.entities if e.said]
    for folder, members in (
        ("Speaker", [*speakers, (NOBODY, NOBODY)]),
        ("Kind", [(name, name) for name in KINDS]),
        ("How sure", [(name, name) for name in BANDS]),
    ):
        above = _code(codes, folder, folder, folder)
        above.set("isCodable", "false")
        for key, name in members:
            _code(above, folder, key, name)
    return project, ET.SubElement(project, "Sources")


def _code(above: ET.Element, folder: str, key: str, name: str) -> ET.Element:
    guid = _guid(folder, key)
    return ET.SubElement(above, "Code", {"guid": guid, "name": name, "isCodable": "true"})


def _source(story: Story, about: rows.Known) -> ET.Element:
    article = story.article
    guid = _guid("source", article.id)
    source = ET.Element(
        "TextSource",
        {
            "guid": guid,
            "name": for_xml(article.title),
            "plainTextPath": f"internal://{guid}.txt",
            "creatingUser": _guid("user", "Florilegium"),
            "creationDateTime": _time(article.date),
        },
    )
    described = ET.SubElement(source, "Description")
    described.text = for_xml(cite.citation(article, about.site).formatted)
    for quote in story.annotations.quotes:
        source.extend(_selections(story, quote, about))
    return source


def _selections(story: Story, quote: Quote, about: rows.Known) -> Iterator[ET.Element]:
    """One for each part: the standard knows no selection of several stretches."""
    article = story.article
    ref = QuoteRef(article.id, quote.id)
    speaker = about.speaker(ref)
    codes = (
        ("Speaker", speaker.id if speaker else NOBODY),
        *(("Speaker", one.id) for one in about.others(ref)),
        ("Kind", quote.kind),
        ("How sure", band(quote.confidence)),
    )
    for number, part in enumerate(quote.parts):
        key = f"{article.id}#{quote.id}.{number}"
        by = {"creatingUser": _guid("user", "Florilegium")}
        chosen = ET.Element(
            "PlainTextSelection",
            {
                "guid": _guid("selection", key),
                "name": for_xml(quote.told(article.text))[:80],
                "startPosition": str(part.start),
                "endPosition": str(part.end),
                "creationDateTime": _time(article.date),
                **by,
            },
        )
        described = ET.SubElement(chosen, "Description")
        described.text = cite.permalink(about.site, paths.quote(article.id, quote.id))
        for folder, code in codes:
            guid = _guid("coding", f"{key} {folder}")
            coding = ET.SubElement(chosen, "Coding", {"guid": guid, **by})
            ET.SubElement(coding, "CodeRef", {"targetGUID": _guid(folder, code)})
        yield chosen


def _guid(sort: str, key: str) -> str:
    return str(uuid.uuid5(_OURS, f"{sort} {key}")).upper()


def _time(date: str | None) -> str:
    """The first moment of a date, since the standard wants one."""
    return f"{date or _UNDATED}-01-01"[:10] + "T00:00:00Z"


def _entry(name: str) -> zipfile.ZipInfo:
    """A file in the archive that is the same to the byte whenever it is made."""
    entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry
