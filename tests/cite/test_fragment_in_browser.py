"""A browser goes to the very words: the fragment is right by the browser's own rules."""

from __future__ import annotations

import contextlib
import functools
import html
import http.server
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from generator.cite import text_fragment
from tests.corpus.stories import story

PAGE = story(
    "page",
    "The road was open, he said. The road is shut, she said.",
    "[?: The road is shut], the mayor said, a well-known man.",
    "[?: “It was – and, by the way, will be – a well-kept secret for as long as there is anyone to keep it,”] he said.",
    "[?: “No & never,”] she said. [?: “No & never,”] he said.",
    title="The road",
)
# the paragraph in which each of the four quotations stands
WHERE = ("p2", "p3", "p4", "p4")

SEEN = """id => {
    const box = document.getElementById(id).getBoundingClientRect()
    return box.top >= 0 && box.bottom <= innerHeight
}"""


@pytest.fixture
def url(tmp_path: Path) -> Iterator[str]:
    article = PAGE.article
    gap = '<div style="height: 3000px"></div>'
    shown = gap.join(
        f'<p id="p{number}">{html.escape(span.of(article.text))}</p>'
        for number, span in enumerate(article.paragraphs, 1)
    )
    body = (
        f'<!doctype html><meta charset="utf-8"><title>x</title><h1>The road</h1>{gap}{shown}{gap}'
    )
    (tmp_path / "page.html").write_text(body, encoding="utf-8")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/page.html"
        server.shutdown()


@pytest.mark.skipif(not Path("/usr/bin/chromium").exists(), reason="no Chromium")
def test_the_browser_scrolls_to_the_paragraph(url: str) -> None:
    article = replace(PAGE.article, source_url=url)
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with contextlib.closing(browser):
            for quote, where in zip(PAGE.annotations.quotes, WHERE, strict=True):
                tab = browser.new_page(viewport={"width": 800, "height": 600})
                tab.goto(str(text_fragment(article, quote)))
                tab.wait_for_function(SEEN, arg=where, timeout=10_000)
                tab.close()
            # words that are not there leave the page at its top
            tab = browser.new_page(viewport={"width": 800, "height": 600})
            tab.goto(f"{url}#:~:text=nowhere%20to%20be%20found")
            assert tab.evaluate("scrollY") == 0
