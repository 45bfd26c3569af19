"""Inline scripts that other plugins put into our pages and the pages' policy stops: named once a
build, so that nobody looks for a fault that is a wall.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from html import unescape
from pathlib import Path

from generator.engine.policy import digest

log = logging.getLogger("mkdocs.hooks.florilegium")
_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
# an attribute that makes it a file or a block of data, which no policy stops so
_NOT_INLINE = re.compile(r"\b(?:src|type)\s*=\s*(?![\"']?(?:text/javascript|module)\b)")
_POLICY = re.compile(r'<meta http-equiv="?Content-Security-Policy"? content="([^"]*)"')
SHOWN = 60  # characters of a script that stand for it
# pages that are there whatever the articles, in which a plugin puts what it puts into each
LOOKED_AT = ("index.html", "articles/index.html", "people/index.html", "method/index.html")


def name_stopped(site: Path, plugins: Iterable[str]) -> None:
    """Log a line for each inline script that browsers refuse; `plugins`: the names that mkdocs.yml
    has, one of which may stand in the script.
    """
    found: dict[str, str] = {}
    for name in LOOKED_AT:
        page = site / name
        if page.is_file():
            for script in stopped(page.read_text(encoding="utf-8")):
                found.setdefault(script, name)
    for script, page_name in found.items():
        named = [name for name in plugins if name.rpartition("/")[2] in script.lower()]
        whose = f"of the plugin {named[0]}" if named else "of another plugin"
        begins = " ".join(script.split())[:SHOWN]
        log.info(
            f"{page_name}: an inline script {whose} does not run on the archive's pages, since only scripts in"
            f" files may: “{begins}…” — what it does is missing there; leave the plugin out, or give its script"
            " as a file in extra_javascript"
        )


def stopped(page: str) -> tuple[str, ...]:
    """The inline scripts of a page that its own policy has no hash for; () without a policy."""
    policy = _POLICY.search(page)
    if policy is None:
        return ()
    known = unescape(policy[1])
    return tuple(
        script
        for attributes, script in _SCRIPT.findall(page)
        if script.strip()
        and not _NOT_INLINE.search(attributes)
        and f"'sha256-{digest(script)}'" not in known
    )
