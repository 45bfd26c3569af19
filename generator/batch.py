"""The per-article stage over all articles: in several processes, remembered by content.

Two things are remembered: the parse, by text and model, and what was found in it, by all that
finding reads (the whole article, the parse's key, the sources of `annotate/`). A changed rule so
finds anew, but needs no new parse.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor
from dataclasses import replace
from pathlib import Path

from generator.annotate import annotate, budget, is_read
from generator.annotate.text import parse
from generator.cache import packed
from generator.cache.store import Cache
from generator.model import Annotations, Article
from generator.processes import how_many, on_cluster, pool

Progress = Callable[[str, int, int], None]  # stage, done, of how many
Result = tuple[bytes, Annotations]  # the parse, and what was found

_CHUNK = 8  # articles handed to a process at a time
# articles; an interrupted first build keeps most of its work, and no more is held in memory
_SAVE_EVERY = 200


def model() -> str | None:
    """Which language model is installed, with all that its results depend on; None = none."""
    return parse.model_version()


def annotate_all(
    articles: Sequence[Article],
    cache: Cache,
    workers: int = 0,
    progress: Progress = lambda stage, done, total: None,
    dask: str = "",
) -> list[Annotations]:
    """Annotations of each article, in the given order.

    The result depends neither on the cache nor on who does the work: `workers` processes of this
    machine (0 = one for each core), or the Dask cluster whose scheduler is at `dask`, with the same
    generator and model installed. Raises ClusterError when that can't be reached.
    """
    installed = model()
    if installed is None:
        return [_annotate(article, None) for article in articles]
    parses = [_parse_key(installed, article) for article in articles]
    keys = [_key(parses[i], article) for i, article in enumerate(articles)]
    found = _remembered(cache, keys)
    missing = [i for i in range(len(articles)) if i not in found]
    with (
        on_cluster(dask)
        if dask and missing
        else pool(how_many([articles[i] for i in missing], workers)) as run
    ):
        for start in range(0, len(missing), _SAVE_EVERY):
            some = missing[start : start + _SAVE_EVERY]
            known = cache.get([parses[i] for i in some])
            results = _map(run, [articles[i] for i in some], [known.get(parses[i]) for i in some])
            fresh: list[tuple[str, bytes]] = []
            for i, (parsed, result) in zip(some, results, strict=True):
                progress("Finding quotations", len(found), len(articles))
                found[i] = result
                fresh.append((keys[i], packed.pack(result)))
                if parses[i] not in known:
                    fresh.append((parses[i], parsed))
            cache.put(fresh)
    cache.keep_only("parse:", parses)
    cache.keep_only("found:", keys)
    progress("Finding quotations", len(articles), len(articles))
    return [found[i] for i in range(len(articles))]


def _remembered(cache: Cache, keys: Sequence[str]) -> dict[int, Annotations]:
    found: dict[int, Annotations] = {}
    for start in range(0, len(keys), _SAVE_EVERY):
        held = cache.get(keys[start : start + _SAVE_EVERY])
        for i in range(start, min(start + _SAVE_EVERY, len(keys))):
            if keys[i] in held:
                found[i] = packed.unpack(Annotations, held[keys[i]])
    return found


def _map(
    run: Executor | None, articles: list[Article], known: list[bytes | None]
) -> Iterable[Result]:
    if run is None:
        return map(parse_and_annotate, articles, known)
    return _finished(
        run.map(parse_and_annotate, articles, known, chunksize=_CHUNK), articles, known
    )


def _finished(
    results: Iterator[Result], articles: list[Article], known: list[bytes | None]
) -> Iterator[Result]:
    """All results; should the processes be killed, this one does what is left."""
    done = 0
    try:
        for result in results:
            yield result
            done += 1
    except BrokenExecutor:
        yield from map(parse_and_annotate, articles[done:], known[done:])


def annotate_one(article: Article) -> tuple[Annotations, list[tuple[str, bytes]]]:
    """The annotations of one article, and what a cache may `put` so that the next build needn't
    find them anew.
    """
    installed = model()
    if installed is None:
        return _annotate(article, None), []
    parsed, found = parse_and_annotate(article)
    key = _parse_key(installed, article)
    return found, [(key, parsed), (_key(key, article), packed.pack(found))]


def parse_and_annotate(article: Article, parsed: bytes | None = None) -> Result:
    """The whole of the per-article stage: a pure function of the article and the installed
    model.
    """
    if not is_read(article):
        return b"", _annotate(article, None)
    if parsed is None:
        part, _ = budget.within(article)
        parsed = parse.parse(part.text, part.blocks)
    return parsed, _annotate(article, parsed)


def _annotate(article: Article, parsed: bytes | None) -> Annotations:
    part, beyond = budget.within(article)
    found = budget.named(part, annotate(part, parsed))
    return replace(found, problems=(*found.problems, *beyond)) if beyond else found


def _parse_key(model: str, article: Article) -> str:
    blocks = [(b.kind, b.span.start, b.span.end) for b in article.blocks]
    return "parse:" + _digest(json.dumps([model, budget.LONGEST, article.text, blocks]).encode())


def _key(parse_key: str, article: Article) -> str:
    return "found:" + _digest(parse_key.encode() + _sources() + packed.pack(article))


@functools.cache
def _sources() -> bytes:
    """A digest of the code that finds, so that a changed rule is never answered from memory."""
    here = Path(__file__).parent
    rooms = [*(here / "annotate").rglob("*"), *(here / "languages").rglob("*")]
    files = [*sorted(rooms), *sorted((here / "model").glob("*.py")), here / "cache" / "packed.py"]
    held = b"".join(
        hashlib.blake2b(file.read_bytes()).digest()
        for file in files
        if file.suffix != ".pyc" and file.is_file()
    )
    return hashlib.blake2b(held).digest()


def _digest(body: bytes) -> str:
    return hashlib.blake2b(body, digest_size=20).hexdigest()
