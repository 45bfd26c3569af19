"""An open page under `mkdocs serve`: it shows an edit by itself, and the search finds the new
words.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Error, expect

from tests.engine.live.server import serving

FERRY = "---\ntitle: Ferry back\n---\n\n“We sail at noon,” Ada Varnholt said.\n"
BRIDGE = "---\ntitle: Bridge shut\n---\n\n“It will open in May,” said Bruno Estrup.\n"


def found(page: Any, address: str, words: str) -> Any:
    for again in (True, False):
        try:
            page.goto(address)
            break
        except Error:  # the server has the open page come again at the same moment
            if not again:
                raise
    box = page.locator("[data-md-component=search-query]")
    box.click()
    box.press_sequentially(words)
    return page.locator(".md-search-result__list")


def test_an_open_page_shows_an_edit_and_search_follows(chromium: Any, tmp_path: Path) -> None:
    with serving(tmp_path, {"ferry.md": FERRY, "bridge.md": BRIDGE}) as server:
        context = chromium.new_context()
        page = context.new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        server.until(lambda: "Search index made" in server.log)
        expect(found(page, server.url, "noon")).to_contain_text("We sail at noon")
        page.goto(f"{server.url}articles/ferry/")
        note = page.get_by_text("Just edited. Lists, comparisons and search follow.")
        server.save("ferry.md", FERRY.replace("at noon", "at zeppelin time"))
        expect(page.get_by_role("article").first).to_contain_text(
            "at zeppelin time", timeout=60_000
        )
        # the whole site has been built, and the page came again
        expect(note).to_have_count(0, timeout=60_000)
        server.until(lambda: server.log.count("Search index made") == 2)
        expect(found(page, server.url, "zeppelin")).to_contain_text("We sail at zeppelin time")
        context.close()
        assert wrong == []
