"""The descriptor, the Web Annotations and llms.txt."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re

from tests.cite.schema_org import faults
from tests.export.by_hand import pages, small


def test_the_descriptor_describes_every_file_and_column() -> None:
    files = pages(small())
    package = json.loads(files["data/datapackage.json"])
    assert package["licenses"] == [{"name": "cc0-1-0", "title": "CC0-1.0"}]
    names = [resource["name"] for resource in package["resources"]]
    assert all(re.fullmatch(r"[a-z0-9._-]+", name) for name in names)
    assert len(set(names)) == len(names)
    for resource in package["resources"]:
        held = files[f"data/{resource['path']}"]
        assert resource["bytes"] == len(held)
        assert resource["hash"] == f"sha256:{hashlib.sha256(held).hexdigest()}"
        if resource["format"] == "csv":
            header = next(csv.reader(io.StringIO(held.decode(), newline="")))
            assert [field["name"] for field in resource["schema"]["fields"]] == header


def test_the_columns_keep_what_the_descriptor_promises() -> None:
    files = pages(small())
    tables = {}
    for resource in json.loads(files["data/datapackage.json"])["resources"]:
        if resource["format"] == "csv":
            rows = list(
                csv.DictReader(io.StringIO(files[f"data/{resource['path']}"].decode(), newline=""))
            )
            tables[resource["name"]] = (resource["schema"], rows)
    for schema, rows in tables.values():
        for field in schema["fields"]:
            cells = [row[field["name"]] for row in rows]
            if field.get("constraints", {}).get("required"):
                assert all(cells), field["name"]
            if field["type"] == "integer":
                assert all(cell.isdigit() for cell in cells), field["name"]
        keys = [tuple(row[name] for name in schema["primaryKey"]) for row in rows]
        assert len(set(keys)) == len(keys)
        for key in schema.get("foreignKeys", ()):
            (column,), other = key["fields"], tables[key["reference"]["resource"]][1]
            assert {row[column] for row in rows} - {""} <= {row["id"] for row in other}


def test_web_annotations_have_what_the_model_asks_for() -> None:
    page = json.loads(pages(small())["data/annotations.jsonld"])
    assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (page["type"], page["startIndex"], page["partOf"]["total"]) == ("AnnotationPage", 0, 13)
    ids = [item["id"] for item in page["items"]]
    assert len(set(ids)) == 13
    for item in page["items"]:
        assert item["type"] == "Annotation"
        targets = item["target"] if isinstance(item["target"], list) else [item["target"]]
        for target in targets:
            kinds = [one["type"] for one in target["selector"]]
            if "/articles/secret/" in item["id"]:
                assert kinds == ["TextQuoteSelector"]
                assert target["source"] == "https://example.org/valley/articles/secret/"
            else:
                assert kinds == ["TextQuoteSelector", "TextPositionSelector"]
                record = item["id"].partition("#")[0].partition("/articles/")[2].strip("/")
                assert (
                    target["source"] == f"https://example.org/valley/data/articles.jsonl#{record}"
                )
    assert [len(item["target"]) for item in page["items"] if isinstance(item["target"], list)] == [
        2
    ]


def test_pages_of_annotations_are_a_chain() -> None:
    files = {
        path: held for path, held in pages(small(), limit=3_000).items() if "annotations" in path
    }
    held = [json.loads(files[path]) for path in sorted(files)]
    assert len(held) > 2
    assert [page.get("next") for page in held] == [*(page["id"] for page in held[1:]), None]
    starts = [page["startIndex"] for page in held]
    assert starts == [
        sum(len(page["items"]) for page in held[:number]) for number in range(len(held))
    ]


def test_the_data_set_is_valid_json_ld() -> None:
    value = json.loads(pages(small())["dataset.jsonld"])
    assert faults(value) == []
    assert value["@type"] == "Dataset"
    assert "https://example.org/valley/data/quotes.csv" in [
        one["contentUrl"] for one in value["distribution"]
    ]


def test_llms_txt_names_files_and_no_text_of_an_article() -> None:
    text = pages(small())["llms.txt"].decode()
    assert text.startswith("# Valley archive\n\n> ")
    assert "- [quotes.csv](https://example.org/valley/data/quotes.csv): " in text
    assert [s.article.title for s in small().stories if f"{s.article.title}](" in text] == []
    assert "Varn" not in text
