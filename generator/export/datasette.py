"""datasette.json: titles, descriptions, facets and ready queries for whoever opens the database
with `datasette florilegium.sqlite --metadata datasette.json`
(https://docs.datasette.io/en/stable/metadata.html).
"""

from __future__ import annotations

import json
from typing import Any, Final

from generator.config import Site
from generator.export.fields import ARTICLES, PEOPLE, QUOTES, Table
from generator.export.package import SUMMARY
from generator.export.schema import PHRASE, QUERIES, SPEAKER
from generator.paths import slug

FACETS: Final = {
    "articles": ["publication", "collection", "lang", "publish"],
    "people": ["kind", "by"],
    "quotes": ["kind", "stance", "by"],
    "quotations": ["speaker", "kind", "stance", "publication"],
}
LABELS: Final = {"articles": "title", "people": "name", "statements": "title", "quotes": "text"}
SORTED: Final = {"articles": "date", "people": "quotes", "mentions": "n"}


def datasette(site: Site) -> str:
    """The metadata, as JSON."""
    described = {table.name: table for table in (ARTICLES, PEOPLE, QUOTES)}
    names = sorted({*FACETS, *LABELS, *SORTED})
    tables = {name: _table(name, described.get(name)) for name in names}
    queries = {slug(title): {"title": title, "sql": _asked(code)} for title, code in QUERIES}
    metadata: dict[str, Any] = {
        "title": site.name,
        "description": site.description or SUMMARY,
        "source": site.name,
        "source_url": site.url,
        "license": site.licence,
        "databases": {"florilegium": {"tables": tables, "queries": queries}},
    }
    held = {key: value for key, value in metadata.items() if value}
    return json.dumps(held, ensure_ascii=False, indent=1) + "\n"


def _asked(code: str) -> str:
    """A query with fields to fill in, which Datasette makes of `:speaker` and `:words`."""
    by_name = code.replace(f"'{SPEAKER}'", ":speaker")
    return by_name.replace(f"'\"{PHRASE}\"'", "'\"' || :words || '\"'").rstrip(";")


def _table(name: str, described: Table | None) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if described:
        found["description"] = described.what
    if name in FACETS:
        found["facets"] = FACETS[name]
    if name in LABELS:
        found["label_column"] = LABELS[name]
    if name in SORTED:
        found["sort_desc"] = SORTED[name]
    return found
