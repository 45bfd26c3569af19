"""The Frictionless descriptor of the data files
(https://specs.frictionlessdata.io/data-package/).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any, Final

from generator.config import Site
from generator.export.fields import TABLES, Table
from generator.export.tables import RawFile
from generator.paths import slug

MEDIA: Final = {
    "csv": "text/csv",
    "jsonl": "application/jsonl",
    "sqlite": "application/vnd.sqlite3",
    "jsonld": "application/ld+json",
    "ris": "application/x-research-info-systems",
    "bib": "application/x-bibtex",
    "csl.json": "application/vnd.citationstyles.csl+json",
}
SUMMARY: Final = "Who said what, in which words, where"  # of a site that says nothing of itself
GZIP: Final = "application/gzip"


def is_address(words: str) -> bool:
    """Whether a licence is given by its address."""
    return words.startswith(("https://", "http://"))


def doi_address(site: Site) -> str:
    """ "https://doi.org/10.…"; "" = there is none."""
    return f"https://doi.org/{site.about.doi}" if site.about.doi else ""


def media(name: str) -> str:
    """The media type of a data file."""
    return GZIP if name.endswith(".gz") else MEDIA.get(name.partition(".")[2], "application/json")


_BY_NAME: Final = {table.name: table for table in TABLES}


def datapackage(files: Iterable[RawFile], site: Site) -> str:
    """datapackage.json: every file with its size and hash, every CSV file with its columns."""
    held = list(files)
    names = {file.name.removesuffix(".gz") for file in held}
    package: dict[str, Any] = {
        "profile": "data-package",
        "name": slug(site.name),
        "title": site.name,
        "description": f"{site.description or SUMMARY}. " + NOTES,
        **({"homepage": site.url} if site.url else {}),
        **licences(site),
        **_makers(site),
        "resources": [_resource(file, names) for file in held],
    }
    return json.dumps(package, ensure_ascii=False, indent=2) + "\n"


NOTES: Final = (
    "Offsets count Unicode characters of an article's text from 0, end exclusive. "
    "In CSV files a cell that begins with = + - @ (also full width), a tab, a line end or an apostrophe has an "
    "apostrophe in front, so that no spreadsheet takes it for a formula: drop one leading apostrophe to have the text. "
    "Each article's own rights are in its column `rights`."
)


def _makers(site: Site) -> dict[str, Any]:
    """Contributors, version and identifier, where the owner says them."""
    made = {
        "contributors": [{"title": name, "role": "author"} for name in site.about.creators],
        "version": site.about.version,
        "id": doi_address(site),
    }
    return {key: value for key, value in made.items() if value}


def licences(site: Site) -> dict[str, Any]:
    """What the site's owner says of the data's licence; nothing if nothing is said."""
    if not site.licence:
        return {}
    key = "path" if is_address(site.licence) else "title"
    return {
        "licenses": [
            {key: site.licence}
            if key == "path"
            else {"name": slug(site.licence), key: site.licence}
        ]
    }


def _resource(file: RawFile, names: set[str]) -> dict[str, Any]:
    stem, _, ending = file.name.removesuffix(".gz").partition(".")
    zipped = file.name.endswith(".gz")
    table = _BY_NAME.get(stem.rstrip("0123456789").rstrip("-"))
    resource: dict[str, Any] = {
        "name": file.name.removesuffix(".gz").replace(".", "-"),
        "path": file.name,
        "format": ending,
        "mediatype": media(file.name),
        **({"compression": "gz"} if zipped else {}),
        **({} if ending == "sqlite" else {"encoding": "utf-8"}),
        "bytes": len(file.body),
        "hash": "sha256:" + hashlib.sha256(file.body).hexdigest(),
    }
    if ending == "csv" and table is not None:
        resource |= {
            "profile": "tabular-data-resource",
            "description": table.what,
            "schema": _schema(table, names),
        }
    return resource


def _schema(table: Table, names: set[str]) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [
            {"name": c.name, "type": c.type, "description": c.what}
            | ({"constraints": {"required": True}} if c.required else {})
            for c in table.columns
        ],
        "primaryKey": list(table.key),
    }
    # a reference can name one file only, so it is left out where the other table is split
    keys = [
        {"fields": [column], "reference": {"resource": f"{other}-csv", "fields": ["id"]}}
        for column, other in table.references
        if f"{other}.csv" in names
    ]
    return schema | ({"foreignKeys": keys} if keys else {})
