"""Zotero's own RDF: records, and the files that belong to them."""

from __future__ import annotations

from typing import Any, Final

_SPACES: Final = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "z": "http://www.zotero.org/namespaces/export#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "bib": "http://purl.org/net/biblio#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "link": "http://purl.org/rss/1.0/modules/link/",
}
_ABOUT: Final = f"{{{_SPACES['rdf']}}}about"
_RESOURCE: Final = f"{{{_SPACES['rdf']}}}resource"
# of an item that stands at the top, but is no record of a source
_PARTS: Final = frozenset(("attachment", "note"))


def read_rdf(text: str) -> list[dict[str, tuple[str, ...]]]:
    """The records of an RDF file, by canonical field name, their attachments under "files"."""
    from lxml import etree

    # no entity is resolved, nothing is fetched, and libxml2's limits of depth and size hold
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    root = etree.fromstring(text.encode("utf-8"), parser)
    at_top = {name: node for node in root if (name := node.get(_ABOUT))}
    files = {
        name: tuple(path for part in _all(node, "rdf:resource") if (path := part.get(_RESOURCE)))
        for name, node in at_top.items()
        if _one(node, "z:itemType") == "attachment"
    }
    return [
        _record(node, at_top, files)
        for node in root
        if (kind := _one(node, "z:itemType")) and kind not in _PARTS
    ]


def _record(
    node: Any, at_top: dict[str, Any], files: dict[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    within = [
        held
        for part in _all(node, "dcterms:isPartOf")
        for held in (*part, at_top.get(part.get(_RESOURCE) or ""))
        if held is not None
    ]
    people = _all(node, "bib:authors/rdf:Seq/rdf:li/foaf:Person")
    linked = [part.get(_RESOURCE) or "" for part in _all(node, "link:link")]
    return {
        "title": (_one(node, "dc:title"),),
        "author": tuple(
            f"{_one(one, 'foaf:givenName') or _one(one, 'foaf:givenname')} {_one(one, 'foaf:surname')}"
            for one in people
        ),
        "publication": tuple(name for part in within if (name := _one(part, "dc:title"))),
        "date": (_one(node, "dc:date"),),
        "lang": (_one(node, "z:language"),),
        "rights": (_one(node, "dc:rights"),),
        "accessed": (_one(node, "dcterms:dateSubmitted"),),
        "source_url": (_one(node, "dc:identifier/dcterms:URI/rdf:value"),),
        "tags": tuple(
            " ".join("".join(one.itertext()).split()) for one in _all(node, "dc:subject")
        ),
        "files": tuple(path for name in linked for path in files.get(name, ())),
    }


def _all(node: Any, path: str) -> list[Any]:
    return list(node.findall(path, _SPACES))


def _one(node: Any, path: str) -> str:
    return " ".join((node.findtext(path, "", _SPACES) or "").split())
