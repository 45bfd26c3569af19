"""Quotations as W3C Web Annotations (https://www.w3.org/TR/annotation-model/).

The target is the published text of the article: its record in articles.jsonl, named behind "#", in
whose `text` the offsets count. Where the text is withheld there is nothing to count in: the target
is the article's page, and only the words are given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote

from generator import cite, paths
from generator.config import Site
from generator.export.rows import Row
from generator.export.tables import GZIP_OVER, Pack, RawFile, compressed, is_large, json_line
from generator.model import Entity


def annotation_files(pack: Pack, site: Site, over: int = GZIP_OVER) -> list[RawFile]:
    """ "annotations.jsonld": an AnnotationPage, or as many as the lines (`annotation_line`) ask
    for, each pointing to the next.
    """
    files = pack.files("annotations.jsonld")
    total = sum(file.rows for file in files)
    ending = ".gz" if is_large(files, over) else ""
    wrapped, start = [], 0
    for number, file in enumerate(files):
        following = files[number + 1].name + ending if number + 1 < len(files) else None
        head = json_line(_page(file.name + ending, following, start, total, site)).rstrip()
        # the annotations go where the empty list stands
        body = head.removesuffix(b"[]}") + b"[\n" + file.body[2:] + b"\n]}\n"
        whole = replace(file, body=body)
        wrapped.append(compressed(whole) if ending else whole)
        start += file.rows
    return wrapped


def annotation_line(
    row: Row, texts: Mapping[str, str], entities: Mapping[str, Entity], site: Site
) -> bytes:
    """A quotation's annotation, behind the comma that parts it from the one before.

    `texts`: Article.id → the data file that holds its text; an article whose text is withheld is
    not in it.
    """
    return b",\n" + json_line(_annotation(row, texts, entities, site)).rstrip()


def _page(name: str, following: str | None, start: int, total: int, site: Site) -> Row:
    page: Row = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": cite.permalink(site, paths.DATA + name),
        "type": "AnnotationPage",
        "partOf": {
            "id": cite.permalink(site, paths.DATA + "annotations"),
            "type": "AnnotationCollection",
            "label": f"Quotations of {site.name}",
            "total": total,
        },
        "startIndex": start,
    }
    if following:
        page["next"] = cite.permalink(site, paths.DATA + following)
    return page | {"items": []}


def _annotation(
    row: Row, texts: Mapping[str, str], entities: Mapping[str, Entity], site: Site
) -> Row:
    article = row["article_id"]
    file = texts.get(article)
    record = f"{paths.DATA}{file}#{quote(article, safe='/')}" if file else paths.article(article)
    targets = [
        _target(cite.permalink(site, record), part, file is not None) for part in row["parts"]
    ]
    return {
        "id": f"{row['url']}~annotation",
        "type": "Annotation",
        "motivation": "identifying",
        **_body(row, entities, site),
        "target": targets[0] if len(targets) == 1 else targets,
    }


def _body(row: Row, entities: Mapping[str, Entity], site: Site) -> Row:
    """The speaker's page, and the verb where the words are not simply said; no body where there is
    neither.
    """
    found: list[Row] = []
    for id in (row["speaker_id"] or "", *row["also_speaker_ids"]):
        if (entity := entities.get(id)) is None:
            continue
        url = cite.permalink(site, paths.entity(entity.kind, entity.id))
        found.append({"type": "SpecificResource", "purpose": "identifying", "source": url})
    if label := row["parts"][0]["label"]:
        found.append({"type": "TextualBody", "purpose": "tagging", "value": label})
    return {"body": found[0] if len(found) == 1 else found} if found else {}


def _target(source: str, part: Row, counted: bool) -> Row:
    words = {"exact": part["exact"], "prefix": part["prefix"], "suffix": part["suffix"]}
    selectors: list[Row] = [{"type": "TextQuoteSelector", **words}]
    if counted:
        selectors.append(
            {"type": "TextPositionSelector", "start": part["start"], "end": part["end"]}
        )
    return {"type": "SpecificResource", "source": source, "selector": selectors}
