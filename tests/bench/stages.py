"""One part of a benchmark in a process of its own, so that its memory is its own: prints one JSON
line a stage.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import TypeVar

from generator import batch, build, corpus, correct, export, pages
from generator.cache.store import Cache
from generator.config import Settings, load
from generator.disk import write
from generator.engine import search_index
from generator.model import Annotations, Corpus, Page, Reading, Story
from generator.pages import search_documents
from generator.read import read_seeds

T = TypeVar("T")


def measured(stage: str, work: Callable[[], T]) -> T:
    """Run a stage and print its CPU seconds (with its processes'), wall seconds and the peak memory
    so far, in MB.
    """
    wall, cpu = time.monotonic(), _cpu()
    result = work()
    peak = (
        max(
            resource.getrusage(who).ru_maxrss
            for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
        )
        // 1024
    )
    print(
        json.dumps(
            {"stage": stage, "cpu": _cpu() - cpu, "wall": time.monotonic() - wall, "memory": peak}
        ),
        flush=True,
    )
    return result


def _cpu() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def generate(settings: Settings) -> None:
    """Every stage of the generator, one after the other."""
    reading = measured("read", lambda: read_seeds(settings.seeds))
    corrections = correct.load(settings.seeds / "corrections.yml")
    cache = Cache(settings.cache / "cache.sqlite")
    found = _found(settings, reading, cache)
    cache.close()
    stories = [
        correct.correct_story(Story(article, held), corrections)
        for article, held in zip(reading.articles, found, strict=True)
    ]
    linked = measured("link", lambda: corpus.link(stories, reading, corrections.names))
    exported, beside = measured("export", lambda: _exported(linked, settings))
    made = measured(
        "pages",
        lambda: list(pages.render(linked, settings.site, settings.templates, exported.data_page)),
    )
    everything: list[Page] = list(chain(made, beside))
    measured("write", lambda: write.write(iter(everything), settings.docs))
    documents = list(search_documents.documents(linked, settings.site))
    measured("search documents", lambda: write.write(iter(documents), settings.cache / "search"))


def _exported(linked: Corpus, settings: Settings) -> tuple[export.Export, list[Page]]:
    made = export.export(linked, settings.site)
    return made, list(made.pages)


def _found(settings: Settings, reading: Reading, cache: Cache) -> list[Annotations]:
    """The slow stage; what it took the first time is kept beside the corpus, and said again."""
    kept = settings.root / "first.json"
    if kept.is_file():
        print(kept.read_text(encoding="utf-8"), end="", flush=True)
    name = "find, remembered" if kept.is_file() else "find quotations"
    with contextlib.redirect_stdout(io.StringIO()) as row:
        found = measured(
            name, lambda: batch.annotate_all(reading.articles, cache, settings.workers)
        )
    print(row.getvalue(), end="", flush=True)
    if not kept.is_file():
        kept.write_text(row.getvalue(), encoding="utf-8")
    return found


def again(settings: Settings) -> None:
    """Builds of the whole generator: the first remembers, the second finds that nothing changed."""
    build.build(settings)
    measured("second build", lambda: build.build(settings))


def index(settings: Settings) -> None:
    """Pagefind."""
    measured(
        "search index",
        lambda: search_index.refresh(settings.cache / "search", settings.cache / "pagefind", "en"),
    )


def rendered(settings: Settings, fast: bool) -> None:
    """MkDocs with our hook, whose generator finds nothing to do, or plain MkDocs and Material on
    the same pages.
    """
    config = settings.root / "mkdocs.yml"
    if not fast:
        plain = [
            line
            for line in config.read_text(encoding="utf-8").splitlines()
            if not line.startswith("hooks:")
        ]
        config = settings.root / "plain.yml"
        config.write_text("\n".join(plain), encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "-q",
        "-f",
        str(config),
        "-d",
        f"site-{'fast' if fast else 'plain'}",
    ]
    measured(
        "MkDocs, ours" if fast else "MkDocs, plain",
        lambda: subprocess.run(command, cwd=settings.root, check=True),
    )


if __name__ == "__main__":
    part, folder = sys.argv[1], Path(sys.argv[2])
    # the site's folder as `rendered` names it, so that MkDocs finds the generator's work done
    settings = replace(
        load(folder / "mkdocs.yml"),
        workers=int(os.environ.get("WORKERS", "0")),
        site_dir=folder / "site-fast",
    )
    parts: dict[str, Callable[[Settings], None]] = {
        "generate": generate,
        "again": again,
        "index": index,
        "plain": lambda settings: rendered(settings, False),
        "fast": lambda settings: rendered(settings, True),
    }
    parts[part](settings)
