"""The collection as one work: who made it, in every description of it."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace

import yaml

from generator.config import About
from generator.export import export
from generator.export.schema import SCHEMA
from tests.export.by_hand import SITE, pages, small

MADE = replace(
    SITE, about=About(("Brook, Ada", "Valley Archive"), "10.5281/zenodo.1234", "2042-03")
)


def files(site: object = MADE) -> dict[str, str]:
    found = {}
    for page in export(small(), site).data:  # type: ignore[arg-type]
        text = page.text if isinstance(page.text, str) else page.text.decode("utf-8", "replace")
        found[page.path] = text
    return found


def test_a_person_and_a_body_are_named_as_what_they_are() -> None:
    held = yaml.safe_load(files()["data/CITATION.cff"])
    assert held["authors"] == [
        {"family-names": "Brook", "given-names": "Ada"},
        {"name": "Valley Archive"},
    ]
    assert (held["doi"], held["version"]) == ("10.5281/zenodo.1234", "2042-03")
    assert held["title"] == "Quotations of Valley archive"


def test_every_description_names_the_makers() -> None:
    held = files()
    crate = json.loads(held["data/ro-crate-metadata.json"])["@graph"]
    assert [one["name"] for one in crate if one["@id"].startswith("#creator")] == [
        "Ada Brook",
        "Valley Archive",
    ]
    dataset = json.loads(held["dataset.jsonld"])
    assert [one["@type"] for one in dataset["creator"]] == ["Person", "Organization"]
    assert dataset["identifier"] == "https://doi.org/10.5281/zenodo.1234"
    package = json.loads(held["data/datapackage.json"])
    assert package["contributors"][0] == {"title": "Brook, Ada", "role": "author"}
    assert package["id"] == "https://doi.org/10.5281/zenodo.1234"


def test_nobody_is_named_unasked() -> None:
    held = files(SITE)
    assert "data/CITATION.cff" not in held
    assert "creator" not in json.loads(held["dataset.jsonld"])
    assert "contributors" not in json.loads(held["data/datapackage.json"])


def test_the_crate_lists_the_files_that_there_are() -> None:
    graph = json.loads(files()["data/ro-crate-metadata.json"])["@graph"]
    by_id = {one["@id"]: one for one in graph}
    parts = {part["@id"] for part in by_id["./"]["hasPart"]}
    assert {f"data/{name}" for name in parts} <= set(pages(small()))
    assert all(by_id[name]["@type"] == "File" for name in parts)


def test_datasette_is_told_of_tables_columns_and_queries_that_there_are() -> None:
    database = json.loads(files()["data/datasette.json"])["databases"]["florilegium"]
    connection = sqlite3.connect(":memory:")
    connection.executescript(SCHEMA)
    for name, told in database["tables"].items():
        columns = {row[1] for row in connection.execute(f"PRAGMA table_info({name})")}
        used = [*told.get("facets", ()), told.get("label_column"), told.get("sort_desc")]
        assert {column for column in used if column} <= columns, name
    asked = {"speaker": "Ann Lee", "words": "the river"}
    for query in database["queries"].values():
        connection.execute(query["sql"], asked).fetchall()
