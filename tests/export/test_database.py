"""The SQLite file: opens, is whole, answers the documented queries."""

from __future__ import annotations

import errno
import sqlite3
from pathlib import Path

import pytest

from generator.export import data_page_facts, database
from generator.export.data_page import data_page
from generator.export.schema import QUERIES
from generator.export.tables import RawFile
from tests.export.by_hand import SITE, pages, small

ASK = dict(QUERIES)


@pytest.fixture
def db(tmp_path: Path) -> sqlite3.Connection:
    file = tmp_path / "florilegium.sqlite"
    file.write_bytes(pages(small())["data/florilegium.sqlite"])
    return sqlite3.connect(f"file:{file}?mode=ro", uri=True)


def test_it_is_whole(db: sqlite3.Connection) -> None:
    assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert db.execute("SELECT count(*) FROM quotes").fetchone() == (13,)


def test_foreign_keys_name_their_columns(db: sqlite3.Connection) -> None:
    """Datasette answers 500 on a table with a key that leaves the other table's column to be
    guessed.
    """
    tables = [name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    keys = [
        (table, *row)
        for table in tables
        for row in db.execute(f'PRAGMA foreign_key_list ("{table}")')
    ]
    assert {(row[5]) for row in keys} == {"n"}
    assert {(row[0], row[4], row[3]) for row in keys} >= {
        ("quotes", "article", "articles"),
        ("quotes", "person", "people"),
        ("quote_parts", "quote", "quotes"),
        ("versions", "statement", "statements"),
    }


def test_who_is_quoted_most(db: sqlite3.Connection) -> None:
    assert db.execute(ASK["Who is quoted most"]).fetchall() == [
        ("Ann Lee", "person", 6, 3, 3),
        ("Bo Ek", "person", 1, 1, 1),
    ]


def test_everything_one_person_said(db: sqlite3.Connection) -> None:
    rows = db.execute(ASK["Everything one person said, the oldest first"]).fetchall()
    assert [(date, text) for date, _, text, _ in rows] == [
        (None, "“It is what it is,”"),
        (None, "it is what it is"),
        ("2042-03-12", "“We will not go,”"),
        ("2042-03-12", "that the dam was “a joke”"),
        ("2042-04", "“We shall stay in the valley,”"),
        ("2042-04", "that the dam was “a joke”"),
    ]


def test_full_text_search_by_phrase(db: sqlite3.Connection) -> None:
    query = ASK["Full-text search, by phrase"].replace("the river", "the valley")
    assert [row[:2] for row in db.execute(query)] == [("Ann Lee", "“We shall stay in the valley,”")]
    assert db.execute(query.replace("the valley", "valley the")).fetchall() == []


def test_the_same_statement_in_several_versions(db: sqlite3.Connection) -> None:
    rows = db.execute(ASK["The same statement in several versions"]).fetchall()
    assert [row[:4] for row in rows] == [
        ("The dam a joke", "2042-03-12", "'t Blad", "that the dam was “a joke”"),
        ("The dam a joke", "2042-04", None, "that the dam was “a joke”"),
    ]


def test_what_to_check_by_hand(db: sqlite3.Connection) -> None:
    rows = db.execute(ASK["What to check by hand: no speaker, or little confidence"]).fetchall()
    assert len(rows) == 13
    assert rows[-1][:3] == ("“One,” … “Two.”", "he", 0.91)


def test_every_quotation_is_its_slice_of_the_text(db: sqlite3.Connection) -> None:
    query = ASK["Check every quotation against the text"]
    assert db.execute(query).fetchone() == (0,)
    # and the query counts what is wrong
    assert db.execute(query.replace("<>", "=")).fetchone() == (12,)


def test_a_withheld_text_is_not_there(db: sqlite3.Connection) -> None:
    assert db.execute(
        "SELECT id FROM texts JOIN articles ON n = article ORDER BY 1"
    ).fetchall() == [
        ("controls",),
        ("later",),
        ("parts",),
        ("varn/flood",),
    ]
    assert db.execute(
        "SELECT publish, standfirst FROM articles WHERE id = 'secret'"
    ).fetchone() == ("quotes", None)


def test_related_articles_have_their_reasons(db: sqlite3.Connection) -> None:
    assert db.execute(
        "SELECT a.id, b.id, score, reasons FROM related JOIN articles a ON a.n = article JOIN articles b ON b.n = other"
    ).fetchall() == [("later", "varn/flood", 0.5, "Ann Lee")]


def test_datasette_sees_that_quotes_can_be_searched(db: sqlite3.Connection) -> None:
    # the condition by which Datasette (0.65, utils.detect_fts) shows a search box on a table
    shown = "SELECT name FROM sqlite_master WHERE rootpage = 0 AND sql LIKE ?"
    assert db.execute(shown, ('%VIRTUAL TABLE%USING FTS%content="quotes"%',)).fetchall() == [
        ("quotes_fts",)
    ]


def test_the_data_page_asks_for_what_is_there(db: sqlite3.Connection) -> None:
    asked = {query.title: query.code for query in data_page_facts(small(), SITE).queries}
    assert len(db.execute(asked["Everything one person said, the oldest first"]).fetchall()) == 6
    assert db.execute(asked["Full-text search, by phrase"]).fetchall()


def test_the_examples_may_ask_for_any_name(db: sqlite3.Connection) -> None:
    page = data_page(
        [RawFile("quotes.csv", b"", 0), RawFile("florilegium.sqlite", b"", 0)],
        SITE,
        0,
        "O'Ode",
        "we go",
    )
    asked = next(query.code for query in page.queries if "one person" in query.title)
    assert "speaker = 'O''Ode'" in asked
    assert db.execute(asked).fetchall() == []


def test_a_full_disk_is_named_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*given: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(database, "_fill", full)
    with pytest.raises(OSError, match="database or disk is full") as caught:
        pages(small())
    assert caught.value.errno == errno.ENOSPC
