"""Edited articles into the site that is shown."""

from __future__ import annotations

import html
import logging
import re
import time
from pathlib import Path

from generator import edit
from generator.disk import write
from generator.engine.live.shell import Shell
from generator.model import Page, Problem

log = logging.getLogger("mkdocs.hooks.florilegium.live")

FOLLOWS = "Just edited. Lists, comparisons and search follow."
_NOTE = re.compile(r"<aside data-fl-live[^>]*>[^<]*</aside>")
_LOOKS = "position:fixed;z-index:99;inset:auto 0 0;padding:4px 16px;background:#fff3c4;color:#222;font:14px sans-serif"


def show(kept: edit.Kept, shell: Shell, source: str, root: Path) -> edit.Edited | Problem | None:
    """The page of one edited seed and its people's, into a site. A Problem: the last good page
    stays, and says so.
    """
    begun = time.monotonic()
    try:
        got = edit.edit(kept, source)
        if isinstance(got, edit.Edited):
            shown = [_write(page, shell, root) for page in got.pages]
    except Exception as error:  # whatever it is, the whole build will say it better
        log.info("%s follows with the whole site (%s: %s)", source, type(error).__name__, error)
        return None
    if isinstance(got, Problem):
        log.warning("%s. The page stays as it was until that is mended", got)
        _say(root / edit.url(kept.ids[source]) / "index.html", f"Not shown yet: {got}")
    elif got is None:
        log.info("%s follows with the whole site", source)
    else:
        for problem in got.problems:
            log.log(logging.INFO if problem.note else logging.WARNING, "%s", problem)
        log.info(
            "%s and %d of its people's pages shown after %.2f s",
            source,
            sum(shown) - 1,
            time.monotonic() - begun,
        )
    return got


def _write(page: Page, shell: Shell, root: Path) -> bool:
    made = shell.html(page.path, str(page.text))
    if made is not None:
        path, output = made
        write.beside(root / path, _noted(output, FOLLOWS))
    return made is not None


def _say(path: Path, words: str) -> None:
    if path.is_file():
        write.beside(path, _noted(path.read_text(encoding="utf-8"), words))


def _noted(page: str, words: str) -> str:
    body, end, rest = _NOTE.sub("", page).rpartition("</body>")
    return f'{body}<aside data-fl-live role="status" style="{_LOOKS}">{html.escape(words)}</aside>{end}{rest}'
