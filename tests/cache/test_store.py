"""A cache may be lost, damaged or from another version: time is lost, never a result."""

import pickle
import sqlite3
import zlib
from pathlib import Path

import pytest
import srsly  # type: ignore[import-untyped]

from generator.annotate.text import parse
from generator.cache.store import Cache


def test_gives_back_what_it_was_given(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "c" / "cache.sqlite")
    cache.put([("parse:a", b"A"), ("parse:b", b"B" * 10_000)])
    cache.close()
    again = Cache(tmp_path / "c" / "cache.sqlite")
    assert again.get(["parse:a", "parse:b", "parse:c"]) == {
        "parse:a": b"A",
        "parse:b": b"B" * 10_000,
    }
    assert again.problems == []


def test_a_value_that_was_altered_is_not_believed(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    cache = Cache(path)
    cache.put([("a", b"A"), ("b", b"B")])
    cache.close()
    with sqlite3.connect(path) as db:
        db.execute(
            "UPDATE value SET body = (SELECT body FROM value WHERE key = 'b') WHERE key = 'a'"
        )
    again = Cache(path)
    assert again.get(["a", "b"]) == {"b": b"B"}
    assert [(p.what, p.note) for p in again.problems] == [
        ("a part of the cache was damaged and is left out", True)
    ]


def test_a_damaged_file_is_made_anew_with_a_note(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    path.write_bytes(b"not a database at all" * 100)
    cache = Cache(path)
    assert [p.what for p in cache.problems] == ["the cache was damaged or can't be written"]
    cache.put([("a", b"A")])
    assert cache.get(["a"]) == {"a": b"A"}


def test_another_version_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "cache.sqlite"
    cache = Cache(path)
    cache.put([("a", b"A")])
    cache.close()
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA user_version = 999")
    assert Cache(path).get(["a"]) == {}


def test_a_folder_in_the_way_is_survived(tmp_path: Path) -> None:
    (tmp_path / "cache.sqlite").mkdir()
    cache = Cache(tmp_path / "cache.sqlite")
    cache.put([("a", b"A")])
    assert cache.get(["a"]) == {}
    assert cache.problems


def test_forgets_what_nobody_asks_for_any_more(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache.sqlite")
    cache.put([("parse:a", b"A"), ("parse:b", b"B"), ("other:c", b"C")])
    cache.keep_only("parse:", ["parse:b"])
    assert cache.get(["parse:a", "parse:b", "other:c"]) == {"parse:b": b"B", "other:c": b"C"}


def test_a_parse_in_the_cache_is_never_unpickled(capsys: pytest.CaptureFixture[str]) -> None:
    """The parse is msgpack; numpy's form of it could hold a pickle, which must not be opened."""

    class Bait:
        def __reduce__(self) -> tuple[object, tuple[str]]:
            return print, ("ran",)

    assert pickle.loads(pickle.dumps(Bait())) is None  # noqa: S301 (shows that the bait bites)
    assert capsys.readouterr().out == "ran\n"
    array = {b"nd": True, b"kind": b"O", b"type": "O", b"shape": [1], b"data": pickle.dumps(Bait())}
    held = {
        "version": "0.1",
        "attrs": [65],
        "tokens": array,
        "spaces": b"",
        "lengths": b"",
        "strings": [],
        "cats": [],
    }
    with pytest.raises((ValueError, TypeError, KeyError)):
        parse.load_doc(zlib.compress(srsly.msgpack_dumps(held)))
    assert capsys.readouterr().out == ""
