"""A site opened from a folder: links lead to files, and the search works where it was built so."""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import Browser, expect

from generator.engine import offline
from tests.browser.conftest import Sites

DOCUMENT = (
    '<!doctype html><html lang="en"><head><meta data-pagefind-meta="date[content]" '
    'content="2041&#45;11&#45;20"></head><body data-pagefind-body><h1 data-pagefind-meta="title">'
    'Café &#60;shut&#62;</h1><p>It is shut. <a id="q&#45;788ab053&#124;direct&#124;Ann&#37;20Lee'
    '&#124;denied"></a>“A heron,”<a id="end&#124;q&#45;788ab053"></a></p></body></html>'
)


def test_the_script_holds_what_the_documents_hold(tmp_path: Path) -> None:
    page = tmp_path / "documents/articles/cafe/index.html"
    page.parent.mkdir(parents=True)
    page.write_text(DOCUMENT, encoding="utf-8")
    offline.publish(tmp_path / "documents", tmp_path / "site")
    assert (tmp_path / "site/search/offline.js").read_text(encoding="utf-8") == (
        'window.FL_DOCS = [["articles/cafe/index.html","Café \\u003cshut>","2041-11-20",'
        '"It is shut. “A heron,”",[["q-788ab053","direct","Ann Lee","denied","“A heron,”"]]]];\n'
    )


def test_links_lead_to_files_and_the_search_finds(
    chromium: Browser, sites: Sites, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    shutil.copytree(sites["states"].root, site)
    documents = tmp_path / "documents/people/ilse-varnholt"
    documents.mkdir(parents=True)
    (documents / "index.html").write_text(DOCUMENT, encoding="utf-8")
    page = chromium.new_context().new_page()
    page.goto((site / "index.html").as_uri())
    page.locator(".rq-most a", has_text="Ilse Varnholt").first.click()
    expect(page.locator("h1")).to_contain_text("Ilse Varnholt")
    assert page.url.endswith("people/ilse-varnholt/index.html")
    expect(page.locator("[role=note]")).to_contain_text("offline: true")
    search = (site / "search/index.html").as_uri() + "?words=cafe"
    page.goto(search)
    expect(page.locator("[role=note]")).to_contain_text("http.server")
    offline.publish(tmp_path / "documents", site)
    page.goto(search)
    expect(page.locator("[data-fl-status]")).to_have_text("1 page")
    expect(page.locator(".rq-hit h2")).to_have_text("Café <shut>")
    page.fill("[name=words]", "heron")
    expect(page.locator(".rq-hit blockquote")).to_contain_text("denied")
    page.locator(".rq-hit blockquote a").click()
    assert page.url.endswith("people/ilse-varnholt/index.html#q-788ab053")
    page.context.close()
