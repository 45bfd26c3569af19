"""A quotation in the world: what a link leads to, a picture, words to embed, and what pages say of
themselves.
"""

from __future__ import annotations

import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.conftest import PHONE, Open, Sites

HERE = "articles/demo-eddermoor/we-warned-the-trust-twice/"


def test_a_name_shows_who_it_is_and_nothing_is_fetched_before(open_page: Open) -> None:
    page = open_page(HERE)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.wait_for_timeout(300)
    assert asked == []
    link = page.locator(".rq-body a[href*='people/ilse-varnholt']").first
    link.hover()
    peek = page.locator(".rq-peek")
    expect(peek).to_contain_text("Ilse Varnholt")
    expect(link).to_have_attribute("aria-describedby", "rq-peek")
    page.keyboard.press("Escape")
    expect(peek).to_be_hidden()
    link.focus()
    page.mouse.move(0, 0)
    link.blur()
    link.focus()
    expect(peek).to_contain_text("Quoted")


def test_a_picture_and_words_to_embed(open_page: Open) -> None:
    page = open_page(HERE)
    card = page.locator(".rq-list > li").nth(2)
    card.hover()
    card.locator("[data-share]").click()
    words = page.locator(".rq-picture textarea").input_value()
    said = card.locator("blockquote").inner_text()
    assert re.match(r'<blockquote cite="http[^"]+#q-[0-9a-f]{8}[a-z]?"><p>', words)
    assert "</a></footer></blockquote>" in words
    assert said[:20] in words
    with page.expect_download() as got:
        page.get_by_role("button", name="Save as PNG").click()
    assert Path(got.value.path()).read_bytes()[:4] == b"\x89PNG"


def test_the_phone_has_the_picture_too(open_page: Open) -> None:
    page = open_page(HERE, size=PHONE)
    page.locator(".rq-body mark").first.click()
    page.locator(".rq-sheet [data-share]").click()
    expect(page.locator(".rq-picture canvas")).to_be_visible()


def test_every_page_says_what_it_is(sites: Sites) -> None:
    for path in sites["states"].root.rglob("index.html"):
        head = path.read_text(encoding="utf-8").partition("</head>")[0]
        for name in ('"?description', "og:title", "og:description"):
            assert re.search(rf"<meta[^>]*{name}", head), f"{path}: {name}"


def test_the_page_for_the_editor_is_for_no_search_engine(sites: Sites) -> None:
    root = sites["states"].root
    voices = (root / "unnamed-voices/index.html").read_text(encoding="utf-8")
    assert re.search(r'<meta name="?robots"? content="?noindex', voices)
    sitemap = (root / "sitemap.xml").read_text(encoding="utf-8")
    assert "people/ilse-varnholt/" in sitemap
    assert "unnamed-voices" not in sitemap
