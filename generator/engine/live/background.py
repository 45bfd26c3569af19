"""The whole site, built by a process of its own while the pages are up."""

from __future__ import annotations

import dataclasses
import gc
import logging
import multiprocessing
import os
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from typing import Any, Literal

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config

from generator import build, model, processes
from generator.config import Settings
from generator.disk import lock
from generator.model import Corpus

Told = (
    tuple[Literal["corpus"], Corpus] | tuple[Literal["site"], str] | tuple[Literal["failed"], str]
)

_keeper: list[build.Keep] = []  # in the process that builds: who wants the corpus


@dataclass(frozen=True, slots=True)
class Job:
    """What to build. Everything in it can be sent to another process."""

    settings: Settings
    folder: str = ""  # where the site goes; "" = no site, only the corpus
    url: str = ""  # the address at which it is served
    config_file: str = ""
    strict: bool = False
    use_directory_urls: bool = True


class Background:
    """A process at work; `end` stops it."""

    def __init__(self, job: Job) -> None:
        # a forked copy of a process with threads may hang
        context = multiprocessing.get_context("spawn")
        self.job = job
        self._here, self._there = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_work, args=(job, self._there), name="florilegium-build"
        )
        self._ended = False

    def told(self) -> Iterator[Told]:
        """Start it; what it says, until it ends."""
        if self._ended:
            return
        self._process.start()
        self._there.close()
        try:
            while True:
                yield _received(self._here)
        except (EOFError, OSError):
            self._process.join()
        finally:
            self._here.close()
        if self._process.exitcode and not self._ended:
            yield "failed", f"its process ended with status {self._process.exitcode}"

    def end(self) -> None:
        """Stop it; what it had published stays."""
        self._ended = True
        if self._process.pid is not None:
            self._process.terminate()
            self._process.join(5)


def keeper(otherwise: build.Keep) -> build.Keep:
    """Who wants the corpus in this process."""
    return _keeper[0] if _keeper else otherwise


def _work(job: Job, to: Connection[Any, Any]) -> None:
    # Ctrl-C is for the server, which then ends this process
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    processes.end_with_the_parent()
    if hasattr(os, "nice"):
        os.nice(15)  # an edit that comes meanwhile goes first
    _keeper.append(_Sender(to))
    try:
        (_site if job.folder else _corpus)(job)
        if job.folder:
            to.send(("site", job.folder))
    except SystemExit as error:
        to.send(("failed", str(error)))
    except Exception as error:  # of a plugin, a template, the disk: the server goes on and says so
        to.send(("failed", f"{type(error).__name__}: {error}"))
    to.close()


def _corpus(job: Job) -> None:
    held = lock.hold(job.settings.cache, lambda words: None)
    try:
        _keeper[0](build.gather(job.settings))
    finally:
        if held is not None:
            held.release()


def _site(job: Job) -> None:
    _print()
    config = load_config(
        job.config_file,
        strict=job.strict,
        use_directory_urls=job.use_directory_urls,
        site_dir=job.folder,
    )
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = job.url
    build_site(config, serve_url=job.url)


def _print() -> None:
    """Warnings of MkDocs, and what our own build says."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(levelname)-8s-  %(message)s"))
    logging.getLogger("mkdocs").addHandler(handler)
    logging.getLogger("mkdocs.hooks.florilegium").setLevel(logging.INFO)


class _Sender:
    """Sends the corpus to the server. By its constructor a value arrives three times as fast as by
    its state.
    """

    def __init__(self, to: Connection[Any, Any]) -> None:
        self._to = to
        for kind in vars(model).values():
            if isinstance(kind, type) and dataclasses.is_dataclass(kind):
                ForkingPickler.register(kind, _by_constructor)

    def __call__(self, found: Corpus) -> None:
        self._to.send(("corpus", found))


def _by_constructor(value: Any) -> tuple[Any, tuple[Any, ...]]:
    kind = type(value)
    return kind, tuple([getattr(value, name) for name in kind.__slots__])


def _received(pipe: Connection[Any, Any]) -> Told:
    """What our own process says next. Looking for garbage between the corpus' millions of values
    would take seconds.
    """
    pipe.poll(None)
    gc.disable()
    try:
        told: Told = pipe.recv()
        gc.freeze()
    finally:
        gc.enable()
    return told
