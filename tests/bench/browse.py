"""What a search costs in the browser: bytes before the first key, bytes and time to the first result."""

from __future__ import annotations

import time
from pathlib import Path

from tests.browser.chrome import browser, serving


def search_costs(site: Path) -> dict[str, float]:
    """MB that the search loads before and after the first key, and seconds to the first result (CPU of all of Chromium
    is not less than that only when nothing else waits)."""
    with serving(site) as address, browser() as chromium:
        page = chromium.new_page()
        sizes: dict[str, int] = {}
        page.on("requestfinished", lambda request: sizes.update({request.url: request.sizes()["responseBodySize"]}))
        page.goto(address, wait_until="networkidle")
        before = sum(size for url, size in sizes.items() if "search" in url or "pagefind" in url)
        known = set(sizes)
        box = page.locator("[data-md-component=search-query]")
        box.click()
        start = time.monotonic()
        box.press_sequentially("evidence", delay=0)
        page.locator(".md-search-result__item").first.wait_for()
        took = time.monotonic() - start
        page.wait_for_load_state("networkidle")
        after = sum(size for url, size in sizes.items() if url not in known)
        return {
            "search: before a key, MB": before / 1e6,
            "search: to results, MB": after / 1e6,
            "search: first result, s": took,
        }
