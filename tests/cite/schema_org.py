"""The terms of schema.org that we use, by the vocabulary's own definitions.

Source: the public pages of these types and properties on https://schema.org/, written down by hand
in November 2026, only what we use. Property → (types it is used on, types of its values); "Text",
"URL" and "Date" are data types, and a URL is a Text.
"""

from __future__ import annotations

PARENT = {
    "NewsArticle": "Article",
    "Article": "CreativeWork",
    "Quotation": "CreativeWork",
    "Dataset": "CreativeWork",
    "DataCatalog": "CreativeWork",
    "MediaObject": "CreativeWork",
    "DataDownload": "MediaObject",
    "CreativeWork": "Thing",
    "GovernmentOrganization": "Organization",
    "Organization": "Thing",
    "Person": "Thing",
}
PROPERTY: dict[str, tuple[set[str], set[str]]] = {
    "name": ({"Thing"}, {"Text"}),
    "url": ({"Thing"}, {"URL"}),
    "description": ({"Thing"}, {"Text"}),
    "disambiguatingDescription": ({"Thing"}, {"Text"}),
    "headline": ({"CreativeWork"}, {"Text"}),
    "text": ({"CreativeWork"}, {"Text"}),
    "datePublished": ({"CreativeWork"}, {"Date"}),
    "dateModified": ({"CreativeWork"}, {"Date"}),
    "author": ({"CreativeWork"}, {"Organization", "Person"}),
    "publisher": ({"CreativeWork"}, {"Organization", "Person"}),
    "creator": ({"CreativeWork"}, {"Organization", "Person"}),
    "isBasedOn": ({"CreativeWork"}, {"CreativeWork", "URL"}),
    "archivedAt": ({"CreativeWork"}, {"URL"}),
    "keywords": ({"CreativeWork", "Organization"}, {"Text", "URL"}),
    "inLanguage": ({"CreativeWork"}, {"Text"}),
    "license": ({"CreativeWork"}, {"CreativeWork", "URL"}),
    "copyrightNotice": ({"CreativeWork"}, {"Text"}),
    "hasPart": ({"CreativeWork"}, {"CreativeWork"}),
    "isPartOf": ({"CreativeWork"}, {"CreativeWork", "URL"}),
    "spokenByCharacter": ({"Quotation"}, {"Organization", "Person"}),
    "distribution": ({"Dataset"}, {"DataDownload"}),
    "contentUrl": ({"MediaObject"}, {"URL"}),
    "contentSize": ({"MediaObject"}, {"Text"}),
    "encodingFormat": ({"CreativeWork", "MediaObject"}, {"Text", "URL"}),
}


def ancestors(kind: str) -> set[str]:
    """The type itself and all above it."""
    return {kind} | (ancestors(PARENT[kind]) if kind in PARENT else set())


def faults(node: object, where: str = "$", above: str = "") -> list[str]:
    """What in a JSON-LD node the vocabulary does not allow; [] = nothing."""
    if not isinstance(node, dict):
        return [f"{where}: not a node"]
    kind = node.get("@type")
    if set(node) == {"@id"}:  # a reference to a node described elsewhere
        return []
    if kind not in PARENT:
        return [f"{where}: unknown type {kind!r}"]
    found: list[str] = []
    for name, value in node.items():
        if name.startswith("@"):
            continue
        if name not in PROPERTY:
            found.append(f"{where}.{name}: unknown property")
            continue
        domains, ranges = PROPERTY[name]
        if not domains & ancestors(kind):
            found.append(f"{where}.{name}: not a property of {kind}")
        for number, one in enumerate(value if isinstance(value, list) else [value]):
            found += _value_faults(one, ranges, f"{where}.{name}[{number}]")
    return found


def _value_faults(value: object, ranges: set[str], where: str) -> list[str]:
    if isinstance(value, dict):
        if "@type" in value and not ancestors(str(value["@type"])) & ranges:
            return [f"{where}: {value['@type']} is none of {sorted(ranges)}"]
        return faults(value, where)
    if not isinstance(value, str) or not value:
        return [f"{where}: {value!r} is no text"]
    if "Text" in ranges or ("URL" in ranges and value.startswith(("http://", "https://"))):
        return []
    if "Date" in ranges and value.replace("-", "").isdigit() and len(value) in (4, 7, 10):
        return []
    return [f"{where}: {value!r} is none of {sorted(ranges)}"]
