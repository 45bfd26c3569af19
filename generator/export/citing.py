"""The collection as one work that can be cited: CITATION.cff, RO-Crate, and what the descriptions
of the data files say of its makers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator import cite, paths
from generator.config import Site
from generator.export.package import SUMMARY, doi_address, is_address, media
from generator.export.tables import RawFile

TITLE = "Quotations of {}"


def makers(site: Site) -> list[dict[str, Any]]:
    """The creators as schema.org writes them."""
    return [
        {"@type": "Person" if _family(name) else "Organization", "name": _spoken(name)}
        for name in site.about.creators
    ]


def citation_cff(site: Site) -> str:
    """CITATION.cff 1.2 (https://citation-file-format.github.io); "" = its makers aren't named.

    Values are in double quotes, as JSON and YAML both write them.
    """
    if not site.about.creators:
        return ""
    fields: dict[str, object] = {
        "cff-version": "1.2.0",
        "message": "If you use these quotations, please cite them as below, and each by its address.",
        "type": "dataset",
        "title": TITLE.format(site.name),
        "abstract": site.description or SUMMARY,
        "authors": [_cff(name) for name in site.about.creators],
        "version": site.about.version,
        "doi": site.about.doi,
        "url": site.url,
        "repository-code": site.repo_url,
        "license-url" if is_address(site.licence) else "license": site.licence,
    }
    held = {key: value for key, value in fields.items() if value}
    return "".join(f"{key}: {json.dumps(value)}\n" for key, value in held.items())


def ro_crate(files: Iterable[RawFile], site: Site) -> str:
    """ro-crate-metadata.json (https://w3id.org/ro/crate/1.1) of the folder of data files."""
    listed = list(files)
    people = [{**maker, "@id": f"#creator-{n}"} for n, maker in enumerate(makers(site), 1)]
    root: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "name": TITLE.format(site.name),
        "description": site.description or SUMMARY,
        "url": cite.permalink(site, paths.DATA) if site.url else "",
        "license": {"@id": site.licence} if is_address(site.licence) else site.licence,
        "creator": [{"@id": one["@id"]} for one in people],
        "version": site.about.version,
        "identifier": doi_address(site),
        "hasPart": [{"@id": file.name} for file in listed],
    }
    graph = [
        {
            "@id": "ro-crate-metadata.json",
            "@type": "CreativeWork",
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
            "about": {"@id": "./"},
        },
        {key: value for key, value in root.items() if value},
        *people,
        *(
            {
                "@id": file.name,
                "@type": "File",
                "encodingFormat": media(file.name),
                "contentSize": str(len(file.body)),
            }
            for file in listed
        ),
    ]
    crate = {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}
    return json.dumps(crate, ensure_ascii=False, indent=1) + "\n"


def _cff(name: str) -> dict[str, str]:
    family = _family(name)
    if not family:
        return {"name": name}
    return {"family-names": family, "given-names": _spoken(name).removesuffix(family).strip()}


def _family(name: str) -> str:
    """The family name, which a comma ends; "" = a body."""
    return name.partition(",")[0].strip() if name.count(",") == 1 else ""


def _spoken(name: str) -> str:
    """ "Brook, Ada" → "Ada Brook"."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma and name.count(",") == 1 else name
