"""What a search costs in the browser: bytes before the first key; bytes, time and CPU to the first
result.
"""

from __future__ import annotations

import os
import time
from pathlib import Path

from tests.bench.processes import used_below
from tests.browser.chrome import browser, serving


def search_costs(site: Path) -> dict[str, float]:
    """MB that the search loads before and after the first key; seconds from the click into the box
    to the first result, by the clock and of CPU (of all of Chromium's processes)."""
    with serving(site) as address, browser() as chromium:
        page = chromium.new_page()
        sizes: dict[str, int] = {}
        page.on(
            "requestfinished",
            lambda request: sizes.update({request.url: request.sizes()["responseBodySize"]}),
        )
        page.goto(address, wait_until="networkidle")
        before = sum(size for url, size in sizes.items() if "search" in url or "pagefind" in url)
        known = set(sizes)
        box = page.locator("[data-md-component=search-query]")
        start, cpu = time.monotonic(), used_below(os.getpid(), "chrom")
        box.click()
        box.press_sequentially("evidence", delay=0)
        page.locator(".md-search-result__item").first.wait_for()
        took, used = time.monotonic() - start, used_below(os.getpid(), "chrom") - cpu
        page.wait_for_load_state("networkidle")
        after = sum(size for url, size in sizes.items() if url not in known)
        return {
            "search: before a key, MB": before / 1e6,
            "search: to results, MB": after / 1e6,
            "search: first result, s": took,
            "search: first result, CPU s": used,
        }
