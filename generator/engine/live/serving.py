"""What MkDocs' server does when a file changes: the edited page at once, the whole site when it is
built.
"""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import re
import shutil
import threading
from collections.abc import Callable
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from generator import correct, edit
from generator.cache.store import Cache
from generator.config import Settings
from generator.engine.live import screen
from generator.engine.live.background import Background, Job
from generator.engine.live.built import Built
from generator.engine.live.watch import Watch
from generator.model import Corpus, Problem

log = logging.getLogger("mkdocs.hooks.florilegium.live")

MOST = 3  # seed files changed at once; more, as after a `git checkout`, are left to the whole build
# what editors write beside a file
_TRANSIENT = re.compile(r"(\..*|4913|.*(~|\.swp|\.swx|\.tmp))\Z")


def serve(
    server: LiveReloadServer,
    config: MkDocsConfig,
    builder: Callable[[], None],
    built: Built,
    first: Callable[[], None],
) -> Live:
    """In the `serve` event: take the place of the server's builder and observer.

    `builder`: MkDocs' own, for a change of mkdocs.yml; `first`: waited for before a site is built
    in the background.
    """
    live = Live(server, config, builder, built, first)
    server.unwatch(str(config.config_file_path))
    server.observer = live.watch  # type: ignore[assignment]
    server.watch(str(config.config_file_path))
    server.builder = live
    server.build_delay = 0.05
    return live


class Live:
    """The builder. The server calls it in one thread; another one follows what the background
    says.
    """

    def __init__(
        self,
        server: LiveReloadServer,
        config: MkDocsConfig,
        builder: Callable[[], None],
        built: Built,
        first: Callable[[], None],
    ) -> None:
        self._server, self._config, self._builder, self._built, self._first = (
            server,
            config,
            builder,
            built,
            first,
        )
        self.watch = Watch(lambda path: not _TRANSIENT.match(os.path.basename(path)))
        self._home = Path(server.root)  # MkDocs' own folder, removed by it when the server ends
        self._folders = 0
        self._kept: edit.Kept | None = None
        self._next: edit.Kept | None = None  # the same, of the build in the background
        self._waiting: dict[str, None] = {}  # seeds edited since that began to read
        self._broken: dict[str, Problem] = {}  # seeds that can't be read as they stand
        self._remember: dict[str, bytes] = {}  # for the cache
        self._wanted = False  # a whole build
        self._busy = False  # the background has not yet said what it was started for
        self._background: Background | None = None
        self._lock = threading.Lock()
        self._told: list[edit.Kept | Path | None] = []  # a corpus, a site, or that there is none
        self._begin(site=False)

    def __call__(self) -> None:
        """Show what can be shown now, and see to the rest."""
        touched = [Path(path) for path in self.watch.take()]
        if Path(str(self._config.config_file_path)) in touched:
            self._anew()
            return
        self._hear()
        for source in self._edited(touched):
            self._waiting[source] = None
            self._show(source, Path(self._server.root))
        if self._wanted and not self._busy and not self._broken:
            self.stop()
            self._begin(site=True)

    def stop(self) -> None:
        """End the background: another one begins, or the server ends."""
        if self._background is not None:
            self._background.end()
            self._background = None

    def _edited(self, touched: list[Path]) -> list[str]:
        """The seeds that can be shown by themselves; whatever changed, a whole build is wanted."""
        settings, edited = self._settings(), []
        for path in touched:
            if not path.is_relative_to(settings.seeds):
                if self._built.shell is not None:
                    self._built.shell.forget()
                self._wanted = True
                continue
            name = path.relative_to(settings.seeds).as_posix()
            there, known = path.is_file(), self._kept is None or name in self._kept.ids
            self._broken.pop(name, None)
            self._wanted = self._wanted or there or known
            if there and known:
                edited.append(name)
            if self._kept is not None and correct.is_corrections(name):
                self._kept, sources = edit.corrected(self._kept)
                edited += sources
        if len(edited) > MOST:
            log.info(
                "%d seed files changed at once; they are shown when the whole site is built",
                len(edited),
            )
            return []
        return edited

    def _show(self, source: str, root: Path) -> None:
        if self._kept is None or self._built.shell is None:
            log.info("%s is shown when the articles are in memory", source)
            return
        got = screen.show(self._kept, self._built.shell, source, root)
        if isinstance(got, Problem):
            self._broken[source] = got
        elif got is not None:
            self._kept = got.kept
            self._remember.update(got.remember)

    def _hear(self) -> None:
        """Take in what the background said."""
        with self._lock:
            told, self._told = self._told, []
        for held in told:
            if isinstance(held, edit.Kept):
                self._next = held
                if self._kept is None:
                    self._kept = held
                    for source in self._waiting:
                        self._show(source, Path(self._server.root))
            elif held is not None:
                self._publish(held)
            else:
                self._busy = False

    def _publish(self, folder: Path) -> None:
        """Point the server at the site that the background built, with the edits since it began."""
        self._busy = False
        if self._broken:
            log.info("The site stays as it was until %s is mended", ", ".join(sorted(self._broken)))
            self._wanted = True
            return
        self._kept, self._next = self._next or self._kept, None
        for source in self._waiting:
            self._show(source, folder)
        if (folder / "404.html").is_file():
            # where MkDocs looks for it
            shutil.copyfile(folder / "404.html", self._home / "404.html")
        self._server.root = str(folder)
        log.info(
            "The whole site is %s",
            "built; the last edits follow" if self._waiting else "up to date",
        )

    def _anew(self) -> None:
        """The configuration changed: MkDocs builds as it does without us, and holds the pages back
        meanwhile.
        """
        self.stop()
        self._busy, self._wanted, self._waiting, self._broken = False, True, {}, {}
        self._kept = self._next = None
        self._builder()
        self._server.root = str(self._home)
        self._begin(site=False)

    def _begin(self, site: bool) -> None:
        """Have the whole site built, or only what an edit needs."""
        self._waiting, self._busy = {}, True
        folder = ""
        if site:
            self._wanted = False
            self._folders += 1
            folder = str(self._home / ".florilegium" / str(self._folders))
            log.info("Building documentation in the background...")
        if site or self._built.corpus is None:
            self._background = Background(
                Job(
                    settings=self._settings(),
                    folder=folder,
                    url=str(self._config.site_url),
                    config_file=str(self._config.config_file_path),
                    strict=bool(self._config.strict),
                    use_directory_urls=self._config.use_directory_urls,
                )
            )
        corpus, self._built.corpus = self._built.corpus, None
        remember, self._remember = self._remember, {}
        work = (site, self._background, self._settings(), corpus, remember, Path(self._server.root))
        threading.Thread(target=self._follow, args=work, daemon=True).start()

    def _follow(
        self,
        site: bool,
        background: Background | None,
        settings: Settings,
        corpus: Corpus | None,
        remember: dict[str, bytes],
        root: Path,
    ) -> None:
        """In a thread of its own: start the background and pass on what it says."""
        answered = False
        try:
            if site:
                self._first()
                _clear(self._home, root)
                _put_into_cache(settings, remember)
            if corpus is not None:
                self._tell(_kept(corpus, settings), wake=bool(self._waiting))
            for kind, held in background.told() if background is not None else ():
                if kind == "corpus" and not isinstance(held, str):
                    self._tell(_kept(held, settings), wake=bool(self._waiting))
                elif kind == "site":
                    self._tell(Path(str(held)), wake=True)
                    answered = True
                else:
                    log.error("The site could not be built, and stays as it was: %s", held)
        except Exception as error:  # the server goes on, and the next edit tries again
            log.error(
                "The site could not be built, and stays as it was: %s: %s",
                type(error).__name__,
                error,
            )
        if not answered and background is self._background:
            self._tell(None, wake=self._wanted)

    def _tell(self, held: edit.Kept | Path | None, wake: bool) -> None:
        if isinstance(held, edit.Kept) and self._kept is None:
            log.info("Articles in memory: from now on an edit is seen at once")
        with self._lock:
            self._told.append(held)
        if wake:
            self.watch.wake()

    def _settings(self) -> Settings:
        assert self._built.settings is not None  # noqa: S101 (a build has begun before the server is there)
        return self._built.settings


def _kept(corpus: Corpus, settings: Settings) -> edit.Kept:
    kept = edit.keep(corpus, settings)
    gc.freeze()  # looking through all of it for garbage would take seconds, again and again
    return kept


def _put_into_cache(settings: Settings, remember: dict[str, bytes]) -> None:
    """What was found in the edited articles needn't be found again."""
    if remember:
        cache = Cache(settings.cache / "cache.sqlite")
        cache.put(remember.items())
        cache.close()


def _clear(home: Path, root: Path) -> None:
    """Remove the sites that are shown no more."""
    with contextlib.suppress(OSError):
        for folder in (home / ".florilegium").iterdir():
            if folder != root:
                shutil.rmtree(folder, ignore_errors=True)
    if root != home:
        with contextlib.suppress(OSError):
            for entry in home.iterdir():
                if entry.is_dir() and not entry.name.startswith("."):
                    shutil.rmtree(entry, ignore_errors=True)
