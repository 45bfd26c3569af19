"""When Pagefind's index is made: in a build at once, under `serve` while the pages are up."""

from __future__ import annotations

import logging
import threading
from multiprocessing import parent_process
from pathlib import Path

from mkdocs.exceptions import PluginError

from generator.config import Settings
from generator.engine import offline, search_index

log = logging.getLogger("mkdocs.hooks.florilegium")


class Indexing:
    """The making of one index after the other."""

    def __init__(self) -> None:
        self._thread: threading.Thread | None = None

    def make(self, settings: Settings, site: Path, serving: bool) -> None:
        """The search index into the site; under `serve` the last one at once, and a new one when it
        is made. Raises PluginError in a build that can't make it.
        """
        if not serving:
            _index(settings, site, serving)
            if settings.offline:
                offline.publish(settings.cache / "search", site)
            return
        index = settings.cache / "pagefind"
        if index.is_dir():
            search_index.publish(index, site)
        self.wait()
        # a process that builds in the background ends when its index is made; the server doesn't
        # wait for that
        self._thread = threading.Thread(
            target=_index, args=(settings, site, serving), daemon=parent_process() is None
        )
        self._thread.start()

    def wait(self) -> None:
        """Until the last one is made."""
        if self._thread is not None:
            self._thread.join()


def _index(settings: Settings, site: Path, serving: bool) -> None:
    index = settings.cache / "pagefind"

    def damaged() -> None:
        log.info("the search index in %s was damaged and is made anew", settings.cache)

    try:
        anew = search_index.refresh(
            settings.cache / "search", index, settings.site.language, damaged
        )
    except (search_index.SearchError, OSError) as error:
        if not serving:
            raise PluginError(f"no search index: {error}") from error
        log.warning("The search box will find nothing: %s", error)
        return
    if anew or not serving:
        search_index.publish(index, site)
    if anew:
        log.info("Search index made")
