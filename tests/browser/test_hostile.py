"""Hostile articles in Chromium: nothing runs, no other host is asked; without the first wall, the
second holds.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from tests.browser.chrome import serving
from tests.conftest import make_project, run_module
from tests.hostile import seeds

# Both walls are of Python, so a test can take them down in its copy of the product
NO_ESCAPING = "\n\ndef text(words: str) -> Html:\n    return Html(words)\n\n\nprose = text\n"
NO_POLICY = (
    "\n\ndef with_policy(page: str, known: Known, others: object = ()) -> str:\n    return page\n"
)
# without a double quotation mark, which would end a quoted value of the page's front matter
LIVE = """<img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)></svg>
<a id=live href=javascript:alert(4)>press</a> <img src=https://elsewhere.example/pixel.png>
<object data=https://elsewhere.example/x></object> <style>@import url(https://elsewhere.example/x.css);</style>"""
QUERIES = ("Varnholt", "img", "script", "words", "onerror", "<img src=x onerror=alert(1)>")


@dataclass
class Watched:
    """A page, and what ran or was asked for on it that should not have been."""

    page: Any
    base: str
    ran: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def note_run(self, dialog: Any) -> None:
        self.ran.append(dialog.message)
        dialog.dismiss()

    def note_request(self, route: Any) -> None:
        self.asked.append(route.request.url)
        route.abort()


@pytest.fixture
def watched(chromium: Any) -> Iterator[Any]:
    """A function from a site's address to a page on which nothing that runs goes unseen."""
    contexts = []

    def watch(base: str) -> Watched:
        context = chromium.new_context()
        contexts.append(context)
        page = context.new_page()
        held = Watched(page, base)
        page.on("dialog", held.note_run)
        context.route("https://elsewhere.example/**", held.note_request)
        return held

    yield watch
    for context in contexts:
        context.close()


def built(folder: Path, changes: dict[str, str], articles: dict[str, str] | None = None) -> Path:
    """A site; `changes`: file of the product → what is written below it."""
    project = make_project(folder / "project")
    if articles is None:
        seeds.plant(project)
    for name, text in (articles or {}).items():
        (project / "seeds" / name).parent.mkdir(exist_ok=True)
        (project / "seeds" / name).write_text(text, encoding="utf-8")
    for name, more in changes.items():
        path = project / name
        path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    done = run_module(project, "mkdocs", "build", "-q")
    assert done.returncode == 0, done.stderr[-3000:]
    return project / "site"


def addresses(site: Path) -> list[str]:
    return [
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in sorted(site.rglob("*.html"))
    ]


def search(page: Any, words: str) -> int:
    """Type words into the search box; how many results there are."""
    box = page.locator("[data-md-component=search-query]")
    box.click()
    box.fill("")
    box.press_sequentially(words, delay=5)
    page.wait_for_timeout(700)
    return int(page.locator(".md-search-result__item").count())


def test_nothing_runs_on_any_page_or_in_the_search_box(tmp_path: Path, watched: Any) -> None:
    site = built(tmp_path, {})
    with serving(site) as base:
        held = watched(base)
        for address in addresses(site):
            held.page.goto(base + address, wait_until="load")
            assert held.page.url == base + address
        held.page.goto(base)
        results = sum(search(held.page, words) for words in QUERIES)
        assert results > 0
        assert (
            held.page.locator(".md-search-result [onerror], .md-search-result script").count() == 0
        )
        for question in (
            "?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E",
            "?h=%3Csvg%20onload%3Dalert(1)%3E",
        ):
            held.page.goto(base + question)
            held.page.wait_for_timeout(700)
        assert (held.ran, held.asked) == ([], [])


@pytest.mark.parametrize("policy", [True, False], ids=["with the policy", "without"])
def test_with_escaping_switched_off_the_policy_stops_every_run(
    tmp_path: Path, watched: Any, policy: bool
) -> None:
    """The second half shows that the texts would run, so the first half is no empty promise."""
    changes = {"generator/escape.py": NO_ESCAPING} | (
        {} if policy else {"generator/engine/policy.py": NO_POLICY}
    )
    live = " ".join(LIVE.split())
    site = built(
        tmp_path, changes, {"live.txt": f"Gate shut\n\nThe gate was shut. {live}\n\nIt is open.\n"}
    )
    with serving(site) as base:
        held = watched(base)
        held.page.goto(base + "articles/live/", wait_until="load")
        assert held.page.locator("#rq-main img[onerror]").count() > 0
        held.page.evaluate("document.querySelector('#live').click()")
        held.page.wait_for_timeout(500)
        if policy:
            assert (held.ran, held.asked) == ([], [])
            assert held.page.url == base + "articles/live/"
        else:
            assert {"1", "2", "3", "4"} <= set(held.ran)
            assert held.asked


def live_article(title: str, more: str, own: str) -> str:
    """An article with live markup in each place that a page of the site takes words from; `own`:
    what no other article has, since copies of one article are not compared."""
    live = " ".join(LIVE.split())
    lists = f'author: ["Ann {live} Lee"]\ntags: ["mill {live}", bridge]\n'
    return (
        f'---\ntitle: "{title} {live}"\nstandfirst: "It opened {live}"\npublication: "Courier {live}"\n{lists}---\n\n'
        f"The gate was shut. {live}\n\n“The gate of the mill was shut by the water {live} on Monday morning and nobody "
        f"was hurt,” said Ada Varnholt, the mayor of Eddermoor {live}.\n\n“{more} was lost {live} that day,” said "
        "Bruno Estrup.\n\n“Nobody knows it,” he said.\n\nThe board said that the ferry would sail at noon.\n\n"
        f"{own}\n"
    )


GATE = " ".join(
    f"Cart {n} of the queue turned at the bridge {n} minutes later." for n in range(150)
)
MILL = " ".join(f"Sack {n} of flour was sold for {n} crowns in the yard." for n in range(60))
LIVE_SITE = {
    "papers/gate.txt": live_article("Gate shut", "Nothing", GATE),
    "papers/mill.txt": live_article("Mill open", "Everything", MILL),
    "papers/_collection.yml": 'title: "Papers {0}"\ndescription: "{0}"\nnotice: "{0}"\n'.format(
        " ".join(LIVE.split())
    ),
}
# the kinds of page that show words of articles, by the first part of their address; "" = the home
# page
WITH_WORDS = set(
    "|articles|collections|compare|organisations|outlets|people|places|quotes|unnamed-voices".split(
        "|"
    )
)


@pytest.mark.parametrize("policy", [True, False], ids=["with the policy", "without"])
def test_with_escaping_switched_off_nothing_runs_on_any_kind_of_page(
    tmp_path: Path, watched: Any, policy: bool
) -> None:
    changes = {"generator/escape.py": NO_ESCAPING} | (
        {} if policy else {"generator/engine/policy.py": NO_POLICY}
    )
    site = built(tmp_path, changes, LIVE_SITE)
    ran: dict[str, int] = {}
    with serving(site) as base:
        held = watched(base)
        for address in addresses(site):
            before = len(held.ran)
            held.page.goto(base + address, wait_until="load")
            held.page.wait_for_timeout(100)
            held.page.goto("about:blank")  # so that what ran late is not counted with the next page
            kind = address.split("/")[0]
            ran[kind] = ran.get(kind, 0) + len(held.ran) - before
        held.ran.clear()
        # holds no words of articles, so what runs on it comes from the results
        held.page.goto(base + "search/")
        for words in ("Varnholt", "shut", "onerror"):
            search(held.page, words)
            held.page.wait_for_selector(".md-search-result__item", state="attached")
        assert (
            held.page.locator(".md-search-result [onerror], .md-search-result script").count() == 0
        )
        assert held.ran == []
        assert (held.asked == []) == policy
    assert {kind for kind, count in ran.items() if count} == (set() if policy else WITH_WORDS)
