"""The per-article stage over all articles: in several processes, remembered by content."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context

from generator.annotate import annotate, parse
from generator.cache import Cache
from generator.model import Annotations, Article

Progress = Callable[[str, int, int], None]  # stage, done, of how many

# Below this many unparsed articles a second process costs more (loading the model) than it saves.
WORTH_A_PROCESS = 12
_CHUNK = 8  # articles handed to a process at a time
_SAVE_EVERY = 200  # parses; an interrupted first build keeps most of its work


def annotate_all(
    articles: Sequence[Article],
    cache: Cache,
    workers: int = 0,
    progress: Progress = lambda stage, done, total: None,
) -> list[Annotations]:
    """Annotations of each article, in the given order. The result does not depend on `workers` or on the cache."""
    model = parse.model_version()
    if model is None:
        return [annotate(article, None) for article in articles]
    keys = [_key(model, article) for article in articles]
    known = cache.get(keys)
    missing = [i for i, key in enumerate(keys) if key not in known]
    found = {i: annotate(article, known[keys[i]]) for i, article in enumerate(articles) if keys[i] in known}
    fresh: list[tuple[str, bytes]] = []
    for i, (parsed, result) in zip(missing, _map([articles[i] for i in missing], workers), strict=True):
        progress("Finding quotations", len(found), len(articles))
        found[i] = result
        fresh.append((keys[i], parsed))
        if len(fresh) >= _SAVE_EVERY:
            cache.put(fresh)
            fresh.clear()
    cache.put(fresh)
    cache.keep_only("parse:", keys)
    progress("Finding quotations", len(articles), len(articles))
    return [found[i] for i in range(len(articles))]


def _map(articles: Sequence[Article], workers: int) -> Iterator[tuple[bytes, Annotations]]:
    count = min(workers or os.cpu_count() or 1, max(1, len(articles) // WORTH_A_PROCESS))
    if count <= 1:
        yield from map(parse_and_annotate, articles)
        return
    with _pool(count) as pool:
        yield from pool.map(parse_and_annotate, articles, chunksize=_CHUNK)


def _pool(count: int) -> Executor:
    # "spawn": a forked copy of a process with threads (mkdocs serve) may hang, and Windows has nothing else
    return ProcessPoolExecutor(count, mp_context=get_context("spawn"))


def parse_and_annotate(article: Article) -> tuple[bytes, Annotations]:
    """The whole of the per-article stage: a pure function of the article and the installed model."""
    parsed = parse.parse(article.text, article.blocks)
    return parsed, annotate(article, parsed)


def _key(model: str | None, article: Article) -> str:
    blocks = [(b.kind, b.span.start, b.span.end) for b in article.blocks]
    body = json.dumps([model, article.text, blocks], ensure_ascii=True).encode()
    return "parse:" + hashlib.blake2b(body, digest_size=20).hexdigest()
