"""Files change only when their text does, and only our own are removed."""

import os
from pathlib import Path

import pytest

from generator.disk.write import JOURNAL, RECORD, WriteError, clear_if_damaged, write
from generator.model import Page


def tree(folder: Path) -> dict[str, str]:
    files = (p for p in folder.rglob("*") if p.is_file() and p.name not in (RECORD, JOURNAL))
    return {p.relative_to(folder).as_posix(): p.read_text(encoding="utf-8") for p in files}


def test_writes_what_is_new_and_leaves_the_rest_alone(tmp_path: Path) -> None:
    write([Page("index.md", "home"), Page("articles/a/index.md", "A")], tmp_path)
    before = (tmp_path / "index.md").stat().st_mtime_ns
    done = write([Page("index.md", "home"), Page("articles/a/index.md", "A, edited")], tmp_path)
    assert done.changed == ("articles/a/index.md",)
    assert (done.written, done.unchanged, done.removed) == (1, 1, 0)
    assert (tmp_path / "index.md").stat().st_mtime_ns == before
    assert tree(tmp_path) == {"index.md": "home", "articles/a/index.md": "A, edited"}


def test_removes_what_is_gone_with_its_empty_folders_but_nothing_of_others(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("*")
    (tmp_path / "theirs.txt").write_text("kept")
    write([Page("articles/a/index.md", "A"), Page("index.md", "home")], tmp_path)
    done = write([Page("index.md", "home")], tmp_path)
    assert done.removed == 1
    assert not (tmp_path / "articles").exists()
    assert tree(tmp_path) == {"index.md": "home", "theirs.txt": "kept", ".gitignore": "*"}


def test_a_write_cut_short_leaves_whole_files_and_no_orphans(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write([Page("a.md", "old a"), Page("b.md", "old b")], tmp_path)
    real, calls = os.replace, 0

    def full_disk(source: str, target: str) -> None:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise OSError(28, "No space left on device", str(target))
        real(source, target)

    monkeypatch.setattr("os.replace", full_disk)
    with pytest.raises(WriteError, match=r"No space left on device — free some space"):
        write([Page("a.md", "new a"), Page("c.md", "new c"), Page("b.md", "new b")], tmp_path)
    monkeypatch.undo()
    assert set(tree(tmp_path).values()) <= {"old a", "old b", "new a", "new b", "new c"}
    assert not list(tmp_path.glob(".florilegium-*"))
    write([Page("a.md", "new a")], tmp_path)
    assert tree(tmp_path) == {"a.md": "new a"}


@pytest.mark.parametrize(
    "path", ["../out.md", "/etc/passwd", "a/../../b.md", "a\\b.md", "nul\0.md", ""]
)
def test_a_page_can_not_leave_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path inside"):
        write([Page(path, "x")], tmp_path / "docs")


def test_two_pages_never_fall_on_one_path(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="two pages at"):
        write([Page("a.md", "1"), Page("a.md", "2")], tmp_path)


def test_with_a_damaged_record_nothing_is_removed_and_nothing_left_over_is_published(
    tmp_path: Path,
) -> None:
    write([Page("a.md", "A")], tmp_path)
    (tmp_path / RECORD).write_text("{ not json")
    with pytest.raises(WriteError, match=r"is damaged — delete the folder"):
        write([Page("b.md", "B")], tmp_path)
    assert tree(tmp_path) == {"a.md": "A"}


def test_what_a_killed_build_left_half_written_is_cleared(tmp_path: Path) -> None:
    (tmp_path / ".florilegium.new").write_text("hal")
    write([Page("a.md", "A")], tmp_path)
    assert tree(tmp_path) == {"a.md": "A"}


@pytest.mark.parametrize("path", ["x" * 300, "a.txt/below/index.md"])
def test_a_path_that_a_build_could_not_write_does_not_stop_the_next_one(
    tmp_path: Path, path: str
) -> None:
    with pytest.raises(WriteError):
        write([Page("a.txt", "A"), Page(path, "B")], tmp_path)
    assert write([Page("a.txt", "A"), Page("c.txt", "C")], tmp_path).changed == tuple(
        sorted(["c.txt", path])
    )
    assert sorted(entry.name for entry in tmp_path.iterdir() if entry.name[0] != ".") == [
        "a.txt",
        "c.txt",
    ]


def test_a_file_in_the_place_of_a_cache_is_removed(tmp_path: Path) -> None:
    (tmp_path / "search").write_text("junk", encoding="utf-8")
    assert clear_if_damaged(tmp_path / "search")
    assert not (tmp_path / "search").exists()
    assert not clear_if_damaged(tmp_path / "search")
