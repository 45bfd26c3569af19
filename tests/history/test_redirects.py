"""Every old address still lands."""

from __future__ import annotations

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

from generator.config import Site
from generator.history.redirects import (
    SCRIPT,
    Former,
    dump,
    former_anchors,
    load,
    note,
    redirect_pages,
)
from generator.history.snapshot import Snapshot, snapshot
from generator.model import Article, QuoteRef
from tests.corpus.stories import corpus, story

SITE = Site(url="https://example.org/valley/")


def article(id: str, *old: str) -> Article:
    return Article(id, f"{id}.txt", id, "", (), redirect_from=old)


def test_every_form_of_an_old_address() -> None:
    old = ("articles/old", "/2019/03/old.html", "/plain/")
    pages, problems = redirect_pages([article("new", *old)], Former(), SITE, ())
    assert problems == ()
    assert [page.path for page in pages] == [
        "articles/old/index.html",
        "2019/03/old.html",
        "plain/index.html",
        "redirect.js",
    ]
    text = str(pages[1].text)
    assert '<link rel="canonical" href="https://example.org/valley/articles/new/">' in text
    assert '<meta http-equiv="refresh" content="1; url=../../articles/new/">' in text
    assert '<a id="moved" href="../../articles/new/">' in text
    assert '<script src="../../redirect.js"></script>' in text


def test_an_address_in_use_is_left_alone_and_said() -> None:
    articles = [article("a", "articles/b"), article("b", "old"), article("c", "old")]
    pages, problems = redirect_pages(
        articles, Former({"d": "a", "x": "gone"}), SITE, {"articles/b/index.md"}
    )
    assert [page.path for page in pages] == [
        "old/index.html",
        "articles/d/index.html",
        "redirect.js",
    ]
    assert [str(problem) for problem in problems] == [
        "seeds/a.txt: the address articles/b/index.html is in use — take it out of redirect_from",
        "seeds/c.txt: old/index.html leads to articles/b/ already — let one page have it",
    ]


@pytest.mark.parametrize(
    "old",
    [
        "../up",
        "a/../../b",
        "/",
        "",
        "a\\b",
        ".git/config",
        "a/\0b",
        "x" * 201,
        "a./b",
        "CON/x",
        "aux.html",
    ],
)
def test_no_address_leaves_the_site(old: str) -> None:
    assert redirect_pages([article("a", old)], Former(), SITE, ()) == ((), ())


TAKEN = {"feed.xml", "articles/b/index.md", "articles/b/cite.ris", "index.md"}


@pytest.mark.parametrize(
    "old",
    [
        "feed.xml",
        "articles/b/cite.ris/x",
        "articles/b",
        "sitemap.xml",
        "assets/x",
        "404.html",
        "redirect.js/x",
    ],
)
def test_no_former_address_takes_the_place_of_a_file(old: str) -> None:
    pages, (problem,) = redirect_pages([article("a", old)], Former(), SITE, TAKEN)
    assert pages == ()
    assert "is in use" in problem.what


def test_no_former_address_lies_below_another() -> None:
    pages, problems = redirect_pages(
        [article("a", "x.html", "x.html/y", "z/w.html/v", "z/w.html")], Former(), SITE, ()
    )
    assert [page.path for page in pages] == ["x.html", "z/w.html/v/index.html", "redirect.js"]
    assert [problem.what.split()[0] for problem in problems] == ["x.html/y/index.html", "z/w.html"]


def test_a_record_from_elsewhere_leads_nowhere_outside_the_site() -> None:
    former, _ = load('{"articles": {"../../../x": "a", "b/../../../..": "a"}, "quotations": {}}')
    assert redirect_pages([article("a")], former, SITE, ()) == ((), ())


def test_no_pages_no_script() -> None:
    assert redirect_pages([article("a")], Former(), SITE, ()) == ((), ())


def test_the_record_reads_back_and_a_damaged_one_is_a_problem() -> None:
    held = Former({"old": "new"}, {QuoteRef("new", "q-1"): "q-2"})
    assert load(dump(held)) == (held, ())
    for broken in ("", "[]", "{}", '{"articles": [], "quotations": {}}'):
        former, (problem,) = load(broken)
        assert former == Former()
        assert problem.what == "the record of former addresses can't be read"


FLOOD = story(
    "flood",
    "The river rose by night.",
    "[Ann Lee: “We will not go from here,”] {Ann Lee} said.",
    title="Flood",
)
EDITED = story(
    "flood",
    "[Ann Lee: “We will not ever go from here,”] {Ann Lee} said.",
    "The river rose by night.",
    title="High water",
)


def moved(id: str, title: str) -> Snapshot:
    held = replace(FLOOD, article=replace(FLOOD.article, id=id, title=title))
    return snapshot(corpus(held))


def test_renamed_twice_and_reworded_between() -> None:
    first, second, third = (
        moved("flood", "Flood"),
        moved("high-water", "High water"),
        moved("deluge", "Deluge"),
    )
    former = note(note(Former(), first, second), second, third)
    assert former.articles == {"flood": "deluge", "high-water": "deluge"}
    (old,) = FLOOD.annotations.quotes
    (new,) = EDITED.annotations.quotes
    edited = snapshot(corpus(replace(EDITED, article=replace(EDITED.article, id="deluge"))))
    former = note(former, third, edited)
    assert former_anchors(former) == {QuoteRef("deluge", new.id): (old.id,)}
    # and back again: the address is in use, so it is no former one
    assert former_anchors(note(former, edited, third)) == {QuoteRef("deluge", old.id): (new.id,)}


def test_an_article_that_comes_back_has_its_address_again() -> None:
    first, second = moved("flood", "Flood"), moved("high-water", "High water")
    former = note(Former(), first, second)
    both = Snapshot({**first.articles, **second.articles})
    assert note(former, second, both).articles == {}


def test_nothing_is_lost_when_nothing_is_known_of_the_last_build() -> None:
    held = Former({"old": "new"}, {QuoteRef("new", "q-1"): "q-2"})
    assert note(held, Snapshot(), moved("flood", "Flood")) == held


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=str(tmp_path))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield tmp_path, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.skipif(not Path("/usr/bin/chromium").exists(), reason="no Chromium")
def test_in_a_browser_the_old_anchor_lands(served: tuple[Path, str]) -> None:
    folder, url = served
    pages, _ = redirect_pages([article("new", "articles/old")], Former(), Site(), ())
    for page in pages:
        target = folder / "sub" / page.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(str(page.text), encoding="utf-8")
    new = folder / "sub/articles/new/index.html"
    new.parent.mkdir(parents=True)
    new.write_text(
        '<!doctype html><meta charset="utf-8"><title>New</title><p id="q-1">“We will not go”</p>',
        encoding="utf-8",
    )
    assert (folder / "sub" / SCRIPT).is_file()
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        with contextlib.closing(browser):
            tab = browser.new_page()
            tab.goto(f"{url}sub/articles/old/#q-1")
            tab.wait_for_url(f"{url}sub/articles/new/#q-1", timeout=20_000)
            assert tab.locator(":target").inner_text() == "“We will not go”"
            still = browser.new_context(java_script_enabled=False).new_page()
            still.goto(f"{url}sub/articles/old/")
            still.wait_for_url(f"{url}sub/articles/new/", timeout=20_000)
