"""Sites of the states corpora, built once, and pages in Chromium that notice errors and requests to
other hosts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.chrome import browser, serving
from tests.browser.shoot import settle
from tests.browser.states import SITES, build

WIDE, PHONE = (1440, 1000), (390, 844)


@dataclass
class Built:
    """A site on disk, and where it is served: under a sub-path."""

    root: Path
    base: str

    def pages(self) -> list[str]:
        """Every page's address below the base."""
        found = sorted(p.relative_to(self.root).as_posix() for p in self.root.rglob("*.html"))
        return [path.removesuffix("index.html") for path in found]


@dataclass
class Seen:
    """What went wrong while pages were open."""

    errors: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)


Sites = dict[str, Built]
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sites]:
    """The site of each corpus in `states.SITES`."""
    folder = tmp_path_factory.mktemp("sites")
    with ExitStack() as servers:
        found = {}
        for name in SITES:
            www = build(name, folder)
            found[name] = Built(www / "repo", servers.enter_context(serving(www)) + "repo/")
        yield found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests."""
    with browser() as launched:
        yield launched


@pytest.fixture
def seen() -> Seen:
    """Errors and requests of the pages of one test."""
    return Seen()


@pytest.fixture
def open_page(chromium: Browser, sites: Sites, seen: Seen) -> Iterator[Open]:
    """Open a page of a site; script errors and requests elsewhere fail the test when it ends."""
    contexts: list[BrowserContext] = []

    def open_page(
        path: str = "",
        site: str = "states",
        size: tuple[int, int] = WIDE,
        scheme: str = "light",
        script: bool = True,
        **options: Any,
    ) -> Page:
        context = chromium.new_context(
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,  # type: ignore[arg-type]
            java_script_enabled=script,
            permissions=["clipboard-read", "clipboard-write"],
            **options,
        )
        contexts.append(context)
        page = context.new_page()
        base = sites[site].base
        page.on("pageerror", lambda error: seen.errors.append(str(error)))
        page.on(
            "console",
            lambda message: seen.errors.append(message.text) if message.type == "error" else None,
        )
        page.on(
            "request",
            lambda r: (
                None if r.url.startswith((base, "data:", "blob:")) else seen.elsewhere.append(r.url)
            ),
        )
        page.goto(base + path)
        if script:
            settle(page)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert seen.errors == []
    assert seen.elsewhere == []
