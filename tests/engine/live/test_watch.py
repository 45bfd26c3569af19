"""Which changes are told, and which are none."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from generator.engine.live import watch


class Told(FileSystemEventHandler):
    def __init__(self) -> None:
        self.events: list[FileSystemEvent] = []

    def on_any_event(self, event: FileSystemEvent) -> None:
        self.events.append(event)


Start = Callable[[Path], tuple[watch.Watch, Told]]


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    monkeypatch.setattr(watch, "SLOW", 0.3)
    running = []

    def start(path: Path) -> tuple[watch.Watch, Told]:
        observer, told = watch.Watch(lambda name: not name.endswith("~")), Told()
        observer.schedule(told, str(path), recursive=True)
        observer.start()
        running.append(observer)
        time.sleep(0.2)  # until the folder has been looked at once
        return observer, told

    yield start
    for observer in running:
        observer.stop()
        observer.join()


def until(true: Callable[[], Any]) -> None:
    deadline = time.monotonic() + 20
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def settled(observer: watch.Watch) -> list[str]:
    time.sleep(1.5)  # both ways of looking have had their turn
    return [Path(path).name for path in observer.take()]


def test_a_saved_file_is_told_once_and_a_read_one_never(tmp_path: Path, start: Start) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "b.txt").write_text("b")
    observer, told = start(tmp_path)
    (tmp_path / "a.txt").write_text("changed")
    until(lambda: told.events)
    assert (tmp_path / "b.txt").read_text() == "b"
    assert settled(observer) == ["a.txt"]
    told.events.clear()
    assert settled(observer) == []
    assert told.events == []


def test_a_file_saved_beside_and_renamed_is_told(tmp_path: Path, start: Start) -> None:
    (tmp_path / "a.txt").write_text("a")
    observer, _ = start(tmp_path)
    (tmp_path / "a.txt~").write_text("changed")
    (tmp_path / "a.txt~").replace(tmp_path / "a.txt")
    assert settled(observer) == ["a.txt"]
    (tmp_path / "a.txt").unlink()
    assert settled(observer) == ["a.txt"]


def test_a_single_file_that_an_editor_replaces_again_and_again(
    tmp_path: Path, start: Start
) -> None:
    (tmp_path / "mkdocs.yml").write_text("a")
    observer, _ = start(tmp_path / "mkdocs.yml")
    for words in ("one", "three"):
        (tmp_path / "new").write_text(words)
        (tmp_path / "new").replace(tmp_path / "mkdocs.yml")
        assert settled(observer) == ["mkdocs.yml"]


def test_where_the_system_tells_nothing_files_are_looked_at(
    tmp_path: Path, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_left(self: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(Observer, "start", none_left)
    observer, _ = start(tmp_path)
    (tmp_path / "a.txt").write_text("new")
    assert settled(observer) == ["a.txt"]
