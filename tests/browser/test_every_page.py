"""What holds for every page: accessibility, width, links, size."""

from __future__ import annotations

import gzip
import html
import importlib.util
import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PHONE, WIDE, Built, Open, Sites
from tests.browser.states import ADDRESS, SITES
from tests.conftest import ROOT

TYPES = {
    "home": "",
    "articles": "articles/",
    "article": "articles/moscow-warns-of-direct-clash-with-nato/",
    "article-fictional": "articles/demo-eddermoor/we-warned-the-trust-twice/",
    "edge": "articles/states/edge-cases/",
    "sixty": "articles/states/sixty-quotes/",
    "no-quotes": "articles/states/no-quotes/",
    "only-quotes": "articles/states/only-quotes/",
    "people": "people/",
    "speaker": "people/ilse-varnholt/",
    "organisations": "organisations/",
    "places": "places/",
    "outlets": "outlets/",
    "collection": "collections/demo-eddermoor/",
    "quotes": "quotes/?speaker=Dmitry%20Polyansky",
    "compare": "compare/",
    "comparison": "compare/we-warned-the-trust-twice/",
    "side": "side-by-side/?both=demo-eddermoor/dam-owner-ignored-two-letters+demo-eddermoor/we-warned-the-trust-twice",
    "voices": "unnamed-voices/",
    "method": "method/",
    "data": "data/",
    "search": "search/",
    "lost": "404.html",
}
OTHERS = [
    ("empty", ""),
    ("empty", "quotes/"),
    ("one", ""),
    ("paged", "people/ilse-varnholt/2042~/"),
    ("paged", "articles/page~2/"),
]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASSETS = ROOT / "site_overrides/assets/florilegium"


def axe_source() -> str:
    """axe-core, as the package axe-playwright-python carries it."""
    spec = importlib.util.find_spec("axe_playwright_python")
    assert spec is not None
    assert spec.origin is not None
    return (Path(spec.origin).parent / "axe.min.js").read_text(encoding="utf-8")


RUN = """tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, rules: {'target-size': {enabled: true}}})
.then(r => r.violations.map(v =>
    v.id + ': ' + v.nodes.slice(0, 3).map(n => n.target + ' ' + n.failureSummary).join(' | ')))"""


@pytest.mark.parametrize(
    ("size", "scheme"), [(WIDE, "light"), (PHONE, "dark")], ids=["wide-light", "phone-dark"]
)
@pytest.mark.parametrize("name", TYPES)
def test_no_violation_of_wcag(
    open_page: Open, name: str, size: tuple[int, int], scheme: str
) -> None:
    page = open_page(TYPES[name], size=size, scheme=scheme, bypass_csp=True)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.wait_for_timeout(200)
    page.evaluate(axe_source())
    assert page.evaluate(RUN, TAGS) == []


@pytest.mark.parametrize(("site", "path"), OTHERS)
def test_no_violation_of_wcag_elsewhere(open_page: Open, site: str, path: str) -> None:
    page = open_page(path, site=site, bypass_csp=True)
    page.evaluate(axe_source())
    assert page.evaluate(RUN, TAGS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_violation_in_the_open_drawer_and_the_lit_card(open_page: Open, scheme: str) -> None:
    page = open_page(TYPES["article"], scheme=scheme, bypass_csp=True)
    page.hover(".rq-list > li >> nth=7 >> css=blockquote")
    page.evaluate("document.querySelector('#rq-cite').showPopover()")
    page.wait_for_timeout(400)
    page.evaluate(axe_source())
    assert page.evaluate(RUN, TAGS) == []


@pytest.mark.parametrize("name", TYPES)
def test_no_page_is_wider_than_its_window(open_page: Open, name: str) -> None:
    page = open_page(TYPES[name])
    for width in (320, 390, 768, 1024, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        over = too_wide(page)
        for _ in range(40):  # Material's search field takes a moment to move
            if over <= 0:
                break
            page.wait_for_timeout(50)
            over = too_wide(page)
        assert over <= 0, f"{over} px too wide at {width}"


def too_wide(page: Page) -> int:
    """By how many pixels a page is wider than its window."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


@pytest.mark.parametrize("name", TYPES)
def test_every_page_reads_without_script(open_page: Open, name: str) -> None:
    page = open_page(TYPES[name], script=False)
    assert page.locator("h1:visible").count() == 1
    assert len(page.locator("main").inner_text()) > 60


def test_everything_is_reached_by_keyboard(open_page: Open) -> None:
    page = open_page(TYPES["article"])
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent.trim()") == "Skip to content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "rq-main"
    wanted = page.evaluate(
        "[...document.querySelectorAll('.rq-page a[href], .rq-page button')]"
        ".filter(e => e.checkVisibility() && e.getClientRects().length).length"
    )
    reached = 0
    for _ in range(wanted + 60):
        page.keyboard.press("Tab")
        reached += page.evaluate("document.activeElement.matches('.rq-page :is(a, button)')")
    assert reached >= wanted


ATTRIBUTES = re.compile(r'\s(?:href|src|cite)="?([^"\s>]*)')
IDS = re.compile(r'\sid="?([^"\s>]*)')


def broken_links(built: Built, address: str) -> list[str]:
    """Links and fragments of a site that lead nowhere. The site lies under a sub-path."""
    texts = {
        p.relative_to(built.root).as_posix(): p.read_text(encoding="utf-8")
        for p in built.root.rglob("*.html")
    }
    ids = {path: set(IDS.findall(text)) for path, text in texts.items()}
    broken = []
    for path, text in texts.items():
        here = address + path.removesuffix("index.html")
        for link in sorted(set(ATTRIBUTES.findall(text))):
            url = urlsplit(urljoin(here, html.unescape(link)))
            if not url.geturl().startswith(address):
                if url.netloc == urlsplit(address).netloc:
                    broken.append(f"{path}: {link} leaves the sub-path")
                continue
            target = unquote(url.path.removeprefix(urlsplit(address).path))
            target = target + "index.html" if target.endswith("/") or not target else target
            known = target in texts or (built.root / target).is_file()
            if not known or (
                url.fragment
                and target in ids
                and url.fragment not in ids[target]
                and url.fragment[:2] != "__"
            ):
                broken.append(f"{path}: {link}")
    return broken


@pytest.mark.parametrize("name", SITES)
def test_no_link_or_fragment_is_broken(sites: Sites, name: str) -> None:
    assert broken_links(sites[name], ADDRESS) == []


@pytest.mark.parametrize("name", SITES)
def test_no_id_stands_twice_on_a_page(sites: Sites, name: str) -> None:
    for path in sites[name].root.rglob("*.html"):
        found = IDS.findall(path.read_text(encoding="utf-8"))
        assert len(found) == len(set(found)), (
            f"{path}: {sorted(i for i in set(found) if found.count(i) > 1)}"
        )


@pytest.mark.parametrize("name", SITES)
def test_no_page_has_style_attributes_or_inline_scripts_of_ours(sites: Sites, name: str) -> None:
    for path in sites[name].root.rglob("*.html"):
        body = path.read_text(encoding="utf-8").partition('<div class="rq-page')[2]
        page = body.partition("</article>")[0]
        assert " style=" not in page
        assert not re.search(r"<script(?![^>]* src=)", page)


def test_script_and_styles_are_small() -> None:
    def packed(*names: str) -> int:
        return sum(len(gzip.compress((ASSETS / name).read_bytes(), 9)) for name in names)

    # what a page loads before it is used; shell.js is a template that holds Material's own header:
    # see the test below
    for own in (
        ("speaker.js", "lists.js"),
        ("search-page.js", "lists.js"),
        ("people.js", "lists.js"),
        ("compare.js", "lists.js"),
        ("quotes.js", "lists.js"),
        ("side.js", "lists.js"),
    ):
        assert packed("rq.js", *own) <= 15_000
    # desk.css comes with the form, when it is first wanted; side.css with two articles
    later = ("desk.css", "side.css", "peek.css")
    at_rest = [path.name for path in ASSETS.glob("*.css") if path.name not in later]
    assert packed(*at_rest) <= 16_000
    # pins and pencils
    assert packed("hand.js") <= 5_000
    # what each of their uses fetches: a quotation put right, a review, a notebook
    for use in (("entries.js", "right.js"), ("entries.js", "review.js"), ("notes.js",)):
        assert packed("hand.js", "desk.js", *use) <= 16_000


def test_what_all_pages_share_is_small_and_stands_once(sites: Sites) -> None:
    root = sites["paged"].root
    shell = (root / "assets/florilegium/shell.js").read_bytes()
    assert len(gzip.compress(shell, 9)) <= 5_000
    for path in sorted(root.rglob("index.html")):
        page = path.read_text(encoding="utf-8")
        assert page.count("shell.js") == 1
        assert "__palette" not in page
        assert "__config" not in page
        assert "md-search" not in page
