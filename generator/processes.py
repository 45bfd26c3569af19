"""Who does the work on many articles: this process, several, or a cluster."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager, nullcontext
from multiprocessing import get_context, parent_process

from generator.model import Article

# Below so many articles, or characters in them, a second process costs more (loading the model)
# than it saves.
WORTH_A_PROCESS, WORTH_CHARACTERS = 12, 30_000


def how_many(articles: Sequence[Article], workers: int) -> int:
    """How many processes are worth starting for these articles; `workers` 0 = one a core."""
    characters = sum(len(article.text) for article in articles)
    worth = min(len(articles) // WORTH_A_PROCESS, characters // WORTH_CHARACTERS)
    return min(workers or os.cpu_count() or 1, max(1, worth))


def pool(count: int) -> AbstractContextManager[Executor | None]:
    """Processes of this machine; None = this process does the work itself."""
    if count <= 1:
        return nullcontext()
    # "spawn": a forked copy of a process with threads (mkdocs serve) may hang, and Windows has
    # nothing else
    return ProcessPoolExecutor(
        count, mp_context=get_context("spawn"), initializer=end_with_the_parent
    )


def end_with_the_parent() -> None:
    """In a process that a build or a server has started: should that be killed, end too. Without
    it, a worker waits for work for ever.
    """
    parent = parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


class ClusterError(Exception):
    """The cluster can't be used; the message says why and what to do."""


@contextmanager
def on_cluster(address: str) -> Iterator[Executor]:
    """Dask's own executor:
    https://distributed.dask.org/en/stable/api.html#distributed.Client.get_executor

    A worker that is lost has its articles done by another; after three losses of the same article
    the build stops.
    """
    try:
        from distributed import Client
    except ImportError:
        raise ClusterError("--dask needs Dask — pip install '.[cluster]'") from None
    try:
        client = Client(address, timeout=10)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise ClusterError(f"no Dask scheduler at {address}: {error}") from error
    with client:
        yield client.get_executor(retries=3)  # type: ignore[no-untyped-call]
