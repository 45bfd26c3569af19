"""Every article once, in its order; remembered work is not done again; who does it changes
nothing.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest
from distributed import Client, LocalCluster

from generator import batch
from generator import processes as processes_module
from generator.annotate.text import parse
from generator.cache.store import Cache
from generator.model import Annotations, Article, Block, Span


def article(number: int) -> Article:
    text = f"“We have {number} ships,” said Ada Varnholt, the harbour master."
    return Article(
        f"a{number}",
        f"a{number}.txt",
        f"T{number}",
        text,
        (Block("paragraph", Span(0, len(text))),),
    )


ARTICLES = [article(number) for number in range(6)]


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were parsed in this process."""
    texts: list[str] = []
    real: Callable[..., bytes] = parse.parse

    def noted(text: str, blocks: tuple[Block, ...]) -> bytes:
        texts.append(text)
        return real(text, blocks)

    monkeypatch.setattr(parse, "parse", noted)
    return texts


def run(folder: Path, articles: list[Article], **how: object) -> list[Annotations]:
    cache = Cache(folder / "cache.sqlite")
    try:
        return batch.annotate_all(articles, cache, **how)  # type: ignore[arg-type]
    finally:
        cache.close()


def test_only_an_edited_article_is_parsed_again(tmp_path: Path, parsed: list[str]) -> None:
    first = run(tmp_path, ARTICLES, workers=1)
    assert len(parsed) == 6
    assert run(tmp_path, ARTICLES, workers=1) == first
    assert len(parsed) == 6
    edited = [*ARTICLES[:3], article(33), *ARTICLES[4:]]
    again = run(tmp_path, edited, workers=1)
    assert parsed[6:] == [article(33).text]
    assert [*again[:3], *again[4:]] == [*first[:3], *first[4:]]


def test_a_changed_rule_finds_anew_but_parses_nothing(
    tmp_path: Path, parsed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(tmp_path, ARTICLES, workers=1)
    monkeypatch.setattr(batch, "_sources", lambda: b"changed")
    monkeypatch.setattr(batch, "annotate", lambda article, parse: Annotations())
    assert run(tmp_path, ARTICLES, workers=1) == [Annotations()] * 6
    assert len(parsed) == 6


def test_what_is_not_text_counts_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(tmp_path, ARTICLES[:1], workers=1)
    monkeypatch.setattr(batch, "annotate", lambda article, parse: Annotations())
    assert run(tmp_path, [replace(ARTICLES[0], date="2042")], workers=1) == [Annotations()]


def test_short_articles_are_not_worth_a_process_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 4)
    long = [replace(made, text=made.text * 50) for made in ARTICLES]
    assert [
        processes_module.how_many(made, 0)
        for made in (ARTICLES * 80, long * 2, long * 4, long * 80)
    ] == [1, 1, 2, 4]
    assert processes_module.how_many(long * 80, 2) == 2


def _killed(*_: object) -> Iterator[None]:
    os._exit(1)


def test_killed_processes_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = run(tmp_path / "here", ARTICLES, workers=1)
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"), initializer=_killed)
    monkeypatch.setattr(batch, "pool", lambda count: pool)
    assert run(tmp_path / "there", ARTICLES) == here


def test_a_cluster_gives_the_same_though_a_worker_is_killed(tmp_path: Path) -> None:
    articles = [article(number) for number in range(24)]
    here = run(tmp_path / "here", articles, workers=1)
    make_cluster: Any = LocalCluster
    make_client: Any = Client
    with (
        make_cluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        make_client(cluster) as client,
    ):
        processes = client.run(os.getpid)
        victim = sorted(processes.values())[0]

        def progress(stage: str, done: int, total: int) -> None:
            if done == 6:
                os.kill(victim, signal.SIGKILL)

        there = run(tmp_path / "there", articles, dask=cluster.scheduler_address, progress=progress)
        # the scheduler may not have noticed yet; then it can't reach the worker, which is left out
        # of the answer
        assert victim not in client.run(os.getpid, on_error="ignore").values()
    assert there == here


def test_a_cluster_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(
        processes_module.ClusterError, match=r"no Dask scheduler at tcp://127\.0\.0\.1:9"
    ):
        run(tmp_path, ARTICLES, dask="tcp://127.0.0.1:9")
