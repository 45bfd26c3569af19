"""A build of the same does nothing; any change of what goes in or came out makes it work again."""

from __future__ import annotations

import os
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator import build as stages
from generator.build import Report, build
from generator.cache.unchanged import inputs
from generator.config import Settings, load
from tests.conftest import files_under

TEXT = "Ferry back\n\n“We sail at noon,” said Ada Varnholt, the harbour master.\n"


@pytest.fixture
def settings(project: Path) -> Settings:
    (project / "seeds/a.txt").write_text(TEXT, encoding="utf-8")
    return load(project / "mkdocs.yml")


@pytest.fixture
def works(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Grows by one when the stages are run."""
    runs: list[str] = []
    real: Callable[..., Report] = stages._build

    def noted(*given: object) -> Report:
        runs.append("")
        return real(*given)

    monkeypatch.setattr(stages, "_build", noted)
    return runs


def test_the_second_build_is_not_one(settings: Settings, works: list[str]) -> None:
    first = build(settings)
    second = build(settings)
    assert len(works) == 1
    assert replace(second, written=first.written) == first
    assert (second.written.written, second.written.unchanged) == (0, first.written.written)
    assert build(replace(settings, workers=2)).written.written == 0
    assert len(works) == 1


def test_any_change_is_seen(settings: Settings, works: list[str]) -> None:
    build(settings)
    first = files_under(settings.docs)
    page = settings.docs / "articles/a/index.md"
    changes: list[Callable[[], object]] = [
        lambda: (settings.seeds / "b.txt").write_text("Bridge\n\nShut.\n", encoding="utf-8"),
        lambda: (settings.seeds / "b.txt").unlink(),
        lambda: page.write_text("broken", encoding="utf-8"),
        lambda: page.unlink(),
        lambda: (settings.cache / "search/articles/a/index.html").unlink(),
        lambda: (settings.templates / "parts.j2").open("a").write(" "),
        lambda: (settings.seeds / "link.txt").symlink_to("/etc/hostname"),
    ]
    for number, change in enumerate(changes):
        change()
        build(settings)
        assert len(works) == number + 2
    assert files_under(settings.docs).keys() == first.keys()
    build(replace(settings, site=replace(settings.site, name="Another")))
    assert len(works) == len(changes) + 2


def test_a_pipe_among_the_seeds_holds_nobody_up(settings: Settings, works: list[str]) -> None:
    os.mkfifo(settings.seeds / "pipe.txt")
    build(settings)
    build(settings)
    assert len(works) == 1


def test_a_file_that_no_reader_opens_is_not_opened(settings: Settings, works: list[str]) -> None:
    video = settings.seeds / "interview.mp4"
    with video.open("wb") as file:
        file.truncate(1 << 40)  # of a terabyte, none of it written
    build(settings)
    build(settings)
    assert len(works) == 1
    os.utime(video, ns=(1, 1))
    build(settings)
    assert len(works) == 2


def test_a_large_file_is_hashed_in_pieces(tmp_path: Path) -> None:
    with (tmp_path / "a").open("wb") as file:
        file.truncate(200_000_000)
    tracemalloc.start()
    inputs([tmp_path])
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert most < 5_000_000
