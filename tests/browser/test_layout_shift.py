"""Nothing jumps while a page loads: the cumulative layout shift (https://web.dev/articles/cls) of
each kind of page stays below what is called good.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import PHONE, WIDE, Sites

GOOD = 0.1
PAGES = (
    "",
    "articles/",
    "articles/moscow-warns-of-direct-clash-with-nato/",
    "people/",
    "people/ilse-varnholt/",
    "quotes/",
    "compare/",
    "compare/we-warned-the-trust-twice/",
    "places/",
    "method/",
    "data/",
    "search/",
)
WATCH = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) window.shift += one.value;
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("path", PAGES)
def test_no_page_jumps(chromium: Browser, sites: Sites, path: str, size: tuple[int, int]) -> None:
    context = chromium.new_context(viewport={"width": size[0], "height": size[1]})
    page = context.new_page()
    page.add_init_script(WATCH)
    page.goto(sites["states"].base + path)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(300)
    shift = page.evaluate("window.shift")
    context.close()
    assert shift <= GOOD, f"{shift:.3f}"
