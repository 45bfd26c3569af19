"""A quotation of several people: the correction, the pages and the data name each of them."""

from __future__ import annotations

import csv
import json
import sqlite3
from pathlib import Path

import pytest

from generator import build, correct
from generator.config import load
from tests.conftest import make_project

FERRY = (
    "Ferry back\n\n“We sail at noon,” Ada Varnholt said.\n\n"
    "Bruno Estrup, the captain, was there. “It may rain,” said Estrup.\n"
)
BOTH = (
    "quotes:\n  - {article: ferry, words: We sail at noon, speaker: [Ada Varnholt, Bruno Estrup]}\n"
)


@pytest.fixture(scope="module")
def docs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    project = make_project(tmp_path_factory.mktemp("several") / "project")
    (project / "seeds/ferry.txt").write_text(FERRY, encoding="utf-8")
    (project / "seeds/corrections.yml").write_text(BOTH, encoding="utf-8")
    report = build.build(load(project / "mkdocs.yml"))
    assert [problem for problem in report.problems if not problem.note] == []
    return project / ".build/docs"


def test_the_file_takes_a_list_and_nothing_else() -> None:
    (entry,) = correct.read(BOTH).quotes
    assert (entry.speaker, entry.others) == ("Ada Varnholt", ("Bruno Estrup",))
    one = correct.read(BOTH.replace("[Ada Varnholt, Bruno Estrup]", "[Ada Varnholt]"))
    assert (one.quotes[0].speaker, one.quotes[0].others, one.problems) == ("Ada Varnholt", (), ())
    wrong = correct.read(BOTH.replace("[Ada Varnholt, Bruno Estrup]", "[[Ada]]"))
    assert wrong.problems != ()


def test_the_pages_of_the_article_and_of_each_speaker_name_both(docs: Path) -> None:
    article = (docs / "articles/ferry/index.md").read_text("utf-8")
    card = article.partition('<ol class="rq-list"')[2].partition("</h3>")[0]
    assert card.count("people/ada-varnholt/") == card.count("people/bruno-estrup/") == 1
    for id in ("ada-varnholt", "bruno-estrup"):
        page = (docs / f"people/{id}/index.md").read_text("utf-8")
        row = page.partition("We sail at noon")[2].partition("</li>")[0]
        assert "together:" in row
        assert "Ada Varnholt" in row
        assert "Bruno Estrup" in row
    people = [
        json.loads(line) for line in (docs / "data/people.jsonl").read_text("utf-8").splitlines()
    ]
    assert {one["id"]: one["quotes"] for one in people if one["quotes"]} == {
        "ada-varnholt": 1,
        "bruno-estrup": 2,
    }


def test_the_data_and_the_references_name_both(docs: Path) -> None:
    rows = [
        json.loads(line) for line in (docs / "data/quotes.jsonl").read_text("utf-8").splitlines()
    ]
    (both,) = [row for row in rows if "noon" in row["text"]]
    assert (both["speaker"], both["also_speakers"]) == ("Ada Varnholt", ["Bruno Estrup"])
    assert (both["speaker_id"], both["also_speaker_ids"]) == ("ada-varnholt", ["bruno-estrup"])
    with (docs / "data/quotes.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [row["also_speakers"] for row in csv.DictReader(file) if "noon" in row["text"]]
    assert cells == ["Bruno Estrup"]
    with sqlite3.connect(docs / "data/florilegium.sqlite") as base:
        told = base.execute(
            "SELECT p.id FROM said_too t JOIN people p ON p.n = t.person"
        ).fetchall()
        view = base.execute(
            "SELECT also_speakers FROM quotations WHERE text LIKE '%noon%'"
        ).fetchall()
    assert (told, view) == ([("bruno-estrup",)], [("Bruno Estrup",)])
    annotations = (docs / "data/annotations.jsonld").read_text("utf-8")
    assert "people/ada-varnholt/" in annotations
    assert "people/bruno-estrup/" in annotations
    for name in ("articles.ris", "quotes.csl.json"):
        assert "Ada Varnholt and Bruno Estrup" in (docs / "data" / name).read_text("utf-8")
    described = (docs / "data/schema_org.jsonld").read_text("utf-8")
    assert described.count('"name":"Bruno Estrup"') == 1
