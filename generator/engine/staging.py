"""One build at a time, and its site beside the one that is there until it is whole."""

from __future__ import annotations

import logging
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.disk import lock, swap

log = logging.getLogger("mkdocs.hooks.florilegium")


class Staging:
    """Where the site of a build goes. `site` is where it belongs while it is built beside; None =
    it is built in place.
    """

    def __init__(self) -> None:
        self.site: Path | None = None
        self._lock: lock.Lock | None = None

    def hold(self, cache: Path) -> None:
        """Wait until no other build is on, and keep further ones waiting."""
        self._lock = lock.hold(cache, log.info)

    def begin(self, config: MkDocsConfig) -> None:
        """Have the site built beside. Raises PluginError where that can't be."""
        site = Path(config.site_dir)
        try:
            if told := swap.cut_short(site):
                log.info("%s", told)
            config.site_dir = str(swap.staging(site))
        except swap.SwapError as error:
            self.release()
            raise PluginError(str(error)) from error
        self.site = site

    def keep(self, config: MkDocsConfig) -> None:
        """The site is right as it is: forget the new one."""
        if self.site is not None:
            swap.abandon(self.site)
            log.info("%s is as it was", self.site)
            config.site_dir, self.site = str(self.site), None
        self.release()

    def swap(self, config: MkDocsConfig) -> None:
        """The new site takes the place of the old one. Raises PluginError; the old one stays
        then.
        """
        if self.site is None:
            return
        try:
            swap.swap(self.site)
        except swap.SwapError as error:
            raise PluginError(str(error)) from error
        config.site_dir = str(self.site)  # `gh-deploy` reads it

    def fail(self) -> None:
        """A build that failed leaves the site that was there."""
        if self.site is not None:
            swap.abandon(self.site)
            log.error("%s is as it was before this build", self.site)  # also under --quiet
        self.release()

    def release(self) -> None:
        """Let the next build begin."""
        self.site = None
        if self._lock is not None:
            self._lock.release()
            self._lock = None


def told(error: OSError) -> str:
    """What the disk refused, in a line."""
    what = f"{error.filename or 'a file'}: {error.strerror}"
    return f"{what} — see to the disk or the permissions, and build again"
