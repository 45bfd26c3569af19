"""The data files: what they hold, and that they say the same."""

from __future__ import annotations

import csv
import gzip
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from citeproc.source.json import CiteProcJSON

from generator.config import Site
from generator.export import export
from generator.export.tables import cell, split, uncell
from generator.model import Corpus
from tests.export import check_published
from tests.export.by_hand import SITE, body, pages, small, written

QUOTES = 13  # in the corpus made by hand


def table(body: bytes) -> list[dict[str, str]]:
    return [
        {name: uncell(words) for name, words in row.items()}
        for row in csv.DictReader(io.StringIO(body.decode(), newline=""))
    ]


def records(body: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in body.decode().split("\n")[:-1]]


def test_the_independent_script_finds_no_fault(tmp_path: Path) -> None:
    data = written(tmp_path, pages(small()))
    done = subprocess.run(
        [sys.executable, check_published.__file__, str(data)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (
        done.stdout
        == f"{QUOTES + 1} stretches in 5 articles (1 by their quotations only): 0 faults\n"
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_the_independent_script_reads_compressed_tables(tmp_path: Path) -> None:
    files = {page.path: body(page) for page in export(small(), SITE, over=100).pages}
    assert {path for path in files if "quote" in path and path.startswith("data/")} == {
        "data/quotes.csv.gz",
        "data/quote_parts.csv.gz",
        "data/quotes.jsonl.gz",
        "data/quotes.csl.json.gz",
    }
    assert list(check_published.faults(written(tmp_path / "a", files))) == []
    wrong = gzip.decompress(files["data/quotes.jsonl.gz"]).replace(b'"start":', b'"start":1', 1)
    moved = {**files, "data/quotes.jsonl.gz": gzip.compress(wrong)}
    assert list(check_published.faults(written(tmp_path / "b", moved)))


def test_the_script_finds_every_sort_of_fault(tmp_path: Path) -> None:
    files = pages(small())
    wrong = files["data/quotes.jsonl"].replace(b'"start":', b'"start":1', 1)
    moved = written(tmp_path / "a", {**files, "data/quotes.jsonl": wrong})
    assert {fault.partition(":")[0] for fault in check_published.faults(moved)} >= {
        "quote_parts.csv",
        "florilegium.sqlite",
        "annotations.jsonld",
    }
    changed = files["data/articles.jsonl"].replace(b"told the radio", b"told the papers")
    text = written(tmp_path / "b", {**files, "data/articles.jsonl": changed})
    found = list(check_published.faults(text))
    assert any("the text's hash differs" in fault for fault in found)
    assert any("does not stand in the text once" in fault for fault in found)
    shown = files["data/articles.jsonl"].replace(b'"publish":"quotes"', b'"publish":"full"')
    assert list(
        check_published.faults(written(tmp_path / "c", {**files, "data/articles.jsonl": shown}))
    ) == ["secret: publish is full, and the text is not there"]


@pytest.mark.parametrize("limit", [1_200, 1_800, 2_400])
def test_files_over_the_limit_are_split_and_say_the_same(tmp_path: Path, limit: int) -> None:
    whole, pieces = pages(small()), pages(small(), limit=limit)
    assert list(check_published.faults(written(tmp_path, pieces))) == []
    for name in ("quotes", "articles", "people"):
        parts = [
            held
            for path, held in sorted(pieces.items())
            if path.startswith(f"data/{name}") and "jsonl" in path
        ]
        assert b"".join(parts) == whole[f"data/{name}.jsonl"]
    parts = [
        held
        for path, held in sorted(pieces.items())
        if path.startswith("data/quotes") and path.endswith(".csv")
    ]
    assert len(parts) > 1
    assert [row for part in parts for row in table(part)] == table(whole["data/quotes.csv"])
    listed = {
        resource["path"] for resource in json.loads(pieces["data/datapackage.json"])["resources"]
    }
    assert {path.removeprefix("data/") for path in pieces if path.startswith("data/")} == listed | {
        *("datapackage.json", "datasette.json", "ro-crate-metadata.json")
    }


def test_each_quotation_has_its_reference_in_files_within_the_limit() -> None:
    said = {row["id"]: row for row in records(pages(small())["data/quotes.jsonl"])}
    pieces = {
        path: held
        for path, held in pages(small(), limit=1_200).items()
        if path.startswith("data/quotes") and path.endswith("csl.json")
    }
    assert len(pieces) > 1
    assert all(len(held) <= 1_200 for held in pieces.values())
    items = [item for _, held in sorted(pieces.items()) for item in json.loads(held)]
    assert items == json.loads(pages(small())["data/quotes.csl.json"])
    assert len(CiteProcJSON(items)) == QUOTES
    for item, row in zip(items, said.values(), strict=True):
        assert item["id"] == str(row["id"]).replace("/", ":").replace("#", ":")
        assert item["URL"] == row["url"]
        assert row["article_id"] == "controls" or item["note"].startswith(f"{row['text']} — ")


def test_split_keeps_within_the_limit() -> None:
    lines = [b"a" * 30 + b"\n"] * 10
    files = split("x.csv", lines, 100, header=b"head\n")
    assert [file.name for file in files][:2] == ["x-0001.csv", "x-0002.csv"]
    assert all(len(file.body) <= 100 and file.body.startswith(b"head\n") for file in files)
    assert sum(file.rows for file in files) == 10
    assert [(file.name, file.body) for file in split("x.csv", [], 100, header=b"head\n")] == [
        ("x.csv", b"head\n")
    ]


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@cmd", "\tx", "\rx", "\nx", "＝1", "'t Blad", "''", "'=1"]
)
def test_a_cell_is_never_a_formula_and_reads_back(words: str) -> None:
    assert cell(words) == "'" + words
    assert uncell(cell(words)) == words


@pytest.mark.parametrize("words", ["", "a=1", "1-2", "“-”", " =1", "¶ 2"])
def test_other_cells_stand_as_they_are(words: str) -> None:
    assert cell(words) == words == uncell(cell(words))


def test_no_cell_of_any_csv_file_begins_a_formula() -> None:
    for path, held in pages(small()).items():
        if path.endswith(".csv"):
            for row in csv.reader(io.StringIO(held.decode(), newline="")):
                assert not [words for words in row if words[:1] in tuple("=+-@\t\r\n")], path


def test_csv_reads_back_word_for_word() -> None:
    files = pages(small())
    (flood,) = [row for row in table(files["data/articles.csv"]) if row["id"] == "varn/flood"]
    assert flood["title"] == "=1+1 in Varn"
    assert flood["standfirst"] == "-2 metres"
    assert flood["publication"] == "'t Blad"
    assert flood["authors"] == "+Ann, “A” Ray; Valley News"
    quotes = table(files["data/quotes.csv"])
    assert [row["text"] for row in quotes] == [
        row["text"] for row in records(files["data/quotes.jsonl"])
    ]
    assert "@cmd was not the cause" in [row["text"] for row in quotes]


def test_the_person_who_said_it_and_the_one_nobody_knows() -> None:
    rows = records(pages(small())["data/quotes.jsonl"])
    said = {str(row["text"]): row for row in rows}
    assert said["“We will not go,”"]["speaker_id"] == "ann-lee"
    assert "speaker" not in said["“One,” … “Two.”"]
    assert said["“One,” … “Two.”"]["printed"] == "he"
    assert said["“One,” … “Two.”"]["confidence"] == 0.91
    people = {row["id"]: row for row in records(pages(small())["data/people.jsonl"])}
    assert people["ann-lee"]["quotes"] == 6
    assert people["ann-lee"]["appears_in"] == ["varn/flood", "later", "secret"]


def test_the_same_words_three_times_are_told_apart_by_their_context() -> None:
    rows = records(pages(small())["data/quotes.jsonl"])
    noes = [row["parts"][0] for row in rows if row["text"] == "“No,”"]  # type: ignore[index]
    assert len({part["prefix"] + part["exact"] + part["suffix"] for part in noes}) == 3


def test_ids_do_not_depend_on_other_articles() -> None:
    made = small()
    alone = Corpus(stories=made.stories[-1:], entities=made.entities, speakers=made.speakers)
    some = {str(row["id"]) for row in records(pages(alone)["data/quotes.jsonl"])}
    assert some
    assert some <= {str(row["id"]) for row in records(pages(made)["data/quotes.jsonl"])}


def test_without_an_address_every_url_is_relative_and_there_are_no_feeds() -> None:
    files = pages(small(), Site())
    assert not [path for path in files if "feed." in path]
    assert all(
        str(row["url"]).startswith("articles/") for row in records(files["data/quotes.jsonl"])
    )
    json.loads(files["data/annotations.jsonld"])


def test_an_empty_corpus_has_every_file() -> None:
    files = pages(Corpus())
    assert table(files["data/quotes.csv"]) == []
    assert files["data/quotes.jsonl"] == b""
    assert json.loads(files["data/annotations.jsonld"])["items"] == []
    assert files["data/florilegium.sqlite"].startswith(b"SQLite format 3\0")


def test_the_same_corpus_gives_the_same_bytes_in_another_process() -> None:
    code = (
        "import hashlib; from tests.export.by_hand import pages, small; "
        "print({p: hashlib.sha256(b).hexdigest() for p, b in pages(small()).items()})"
    )
    printed = {
        subprocess.run(
            [sys.executable, "-c", code],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C", "PATH": ""},
            cwd=Path(__file__).parents[2],
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Kathmandu"))
    }
    assert len(printed) == 1


def test_the_data_page_lists_every_file() -> None:
    from generator.export import data_page_facts

    page = data_page_facts(small(), SITE)
    files = pages(small())
    assert {file.name: file.size for file in page.files} == {
        path.removeprefix("data/"): len(held)
        for path, held in files.items()
        if path.startswith("data/")
    }
    assert [example.language for example in page.examples] == ["python", "r", "bash"]
    assert all(len(example.code.splitlines()) == 3 for example in page.examples)
    assert page.licence.startswith("Licence of the data: CC0-1.0.")
    assert "1 articles are published by their quotations only" in " ".join(page.notes)


def test_every_article_is_described_as_schema_org_has_it() -> None:
    files = pages(small())
    described = json.loads(files["data/schema_org.jsonld"])
    assert [one["@type"] for one in described] == ["NewsArticle"] * len(small().stories)
    said = {
        words for one in described for words in (quote["text"] for quote in one.get("hasPart", ()))
    }
    assert "“We shall stay in the valley,”" in said
