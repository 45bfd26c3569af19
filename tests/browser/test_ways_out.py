"""What leaves the page: a decision that can be taken back after the page came again, a proposal on
GitHub, a citation on the clipboard; and in how many actions.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from generator.correct import is_corrections, load, read
from tests.engine.live.server import Server, serving

FERRY = (
    "---\ntitle: Ferry back\npublication: Harbour Post\ndate: 2042-03-12\n---\n\n"
    "“We sail at noon,” Ada Varnholt said.\n\n"
    "Bruno Estrup, the captain, was not so sure. “It may be later,” said Estrup.\n"
)
LATER = (
    "Ferry stays\n\n“There is no hurry,” said Ada Varnholt. “None at all,” said Adah Varnholte.\n"
)
BEGUN, DONE = "Building documentation in the background", "The whole site is"
REPO = "https://github.com/you/archive"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    seeds = {"ferry.md": FERRY, "later.txt": LATER}
    with serving(tmp_path_factory.mktemp("out"), seeds) as running:
        yield running


@pytest.fixture
def page(chromium: Any, server: Server) -> Iterator[Page]:
    file = server.project / "seeds" / "corrections.yml"
    if not file.exists() or file.read_text(encoding="utf-8"):
        file.write_text("", encoding="utf-8")
        time.sleep(0.5)  # until the change is noticed
    server.until(lambda: server.log.count(BEGUN) <= server.log.count(DONE))
    context = chromium.new_context(permissions=["clipboard-read", "clipboard-write"])
    opened: Page = context.new_page()
    # a page that comes again in the middle would be another test's doing
    opened.route("**/livereload/**", lambda route: route.abort())
    yield opened
    context.close()


class Hand:
    """Counts what a person does."""

    def __init__(self) -> None:
        self.actions = 0

    def press(self, what: Locator) -> None:
        self.actions += 1
        what.dispatch_event("click") if what.get_attribute("data-do") else what.click()

    def fill(self, what: Locator, words: str) -> None:
        self.actions += 1
        what.fill(words)


def show(page: Page, server: Server, path: str) -> None:
    page.goto(server.url + path)
    page.wait_for_selector(".rq-pin", state="attached")


def entries(server: Server) -> Any:
    return load(server.project / "seeds" / "corrections.yml")


def test_a_wrong_speaker_takes_three_actions_and_undo_outlives_a_reload(
    page: Page, server: Server
) -> None:
    show(page, server, "articles/ferry/")
    hand, card = Hand(), page.locator(".rq-list > li").first
    hand.press(card.locator("[data-do=right]"))
    hand.press(page.locator(".rq-desk label", has_text="Bruno Estrup"))
    hand.press(page.locator(".rq-desk button", has_text="Save"))
    assert hand.actions <= 3
    server.until(lambda: [one.speaker for one in entries(server).quotes] == ["Bruno Estrup"])
    page.reload()  # as the page does by itself when it has been made anew
    undo = page.locator(".rq-toast").get_by_role("button", name="Undo")
    expect(undo).to_be_visible()
    undo.click()
    server.until(lambda: entries(server).quotes == ())


def test_two_people_are_one_in_four_actions(page: Page, server: Server) -> None:
    show(page, server, "people/ada-varnholt/")
    hand = Hand()
    hand.press(page.locator("h1 .rq-pen"))
    hand.fill(page.get_by_label("The same one as", exact=True), "Adah Varnholte")
    hand.press(page.locator(".rq-desk button", has_text="Save"))
    assert hand.actions <= 4
    server.until(lambda: [one.also for one in entries(server).names] == [("Adah Varnholte",)])
    (entry,) = entries(server).names
    assert entry.name == "Ada Varnholt"
    # a name is on many pages: it is said that they follow
    expect(page.locator(".rq-toast")).to_contain_text("shown when the site is built")


def test_a_proposal_is_one_new_file_by_the_parameters_that_github_takes(
    page: Page, server: Server
) -> None:
    page.route("**/-/corrections", lambda route: route.abort())  # a published site has no server
    show(page, server, "articles/ferry/")
    page.evaluate(f"RQ.data.repo = {REPO!r}; window.open = address => {{ window.went = address; }}")
    page.locator(".rq-list > li").first.locator("[data-do=right]").dispatch_event("click")
    page.locator(".rq-desk label", has_text="Bruno Estrup").click()
    page.locator(".rq-desk button", has_text="Add to my list").click()
    page.locator(".rq-dock [data-k=r]").click()
    page.get_by_role("button", name="Propose on GitHub").click()
    address = urlsplit(str(page.evaluate("window.went")))
    assert f"{address.scheme}://{address.netloc}{address.path}" == f"{REPO}/new/main"
    asked = parse_qs(address.query, strict_parsing=True)
    assert set(asked) == {"filename", "value", "message"}
    (name,), (value,) = asked["filename"], asked["value"]
    assert name.startswith("seeds/corrections/")
    assert is_corrections(name.removeprefix("seeds/"))
    proposed = read(value, name)
    assert proposed.problems == ()
    assert [one.speaker for one in proposed.quotes] == ["Bruno Estrup"]
    assert entries(server).quotes == ()  # nothing is written where nobody is served


def test_a_long_proposal_goes_by_the_clipboard(page: Page, server: Server) -> None:
    page.route("**/-/corrections", lambda route: route.abort())
    show(page, server, "articles/ferry/")
    page.evaluate(f"RQ.data.repo = {REPO!r}; window.open = address => {{ window.went = address; }}")
    page.evaluate(
        """RQ.load("entries").then(() => RQ.decide([...Array(120).keys()].map(n => ({
        section: "quotes", what: "nobody",
        title: "x", url: location.href,
        entry: { article: "ferry", words: "We sail at noon and at the hour " + n, speaker: null } }))))"""
    )
    page.locator(".rq-dock [data-k=r]").click()
    page.get_by_role("button", name="Propose on GitHub").click()
    page.wait_for_timeout(500)
    went = str(page.evaluate("window.went"))
    assert len(went) <= 7500
    assert "paste the lines" in parse_qs(urlsplit(went).query)["value"][0]
    lines = str(page.evaluate("navigator.clipboard.readText()"))
    assert len(read(lines).quotes) == 120


def test_only_what_can_be_made_is_offered_and_is_copied_with_italics(
    page: Page, server: Server
) -> None:
    show(page, server, "articles/ferry/")
    page.locator(".rq-list > li").first.locator("[data-do=cite]").dispatch_event("click")
    menu = page.get_by_role("menu", name="Cite this quotation")
    expect(menu).to_be_visible()
    assert menu.get_by_role("menuitem").all_inner_texts() == ["Footnote", "Plain", "RIS, one file"]
    menu.get_by_role("menuitem", name="Footnote").click()
    expect(page.get_by_text("Copied in the style Footnote")).to_be_attached()
    text = str(page.evaluate("navigator.clipboard.readText()"))
    assert text.startswith(
        "Ada Varnholt, quoted in “Ferry back”, Harbour Post, 12 March 2042, ¶ 1, "
    )
    html = page.evaluate(
        "navigator.clipboard.read().then(l => l[0].getType('text/html')).then(b => b.text())"
    )
    assert "<i>Harbour Post</i>" in html


def test_a_pin_is_of_its_own_quotation_also_where_a_script_adds_rows(
    page: Page, server: Server
) -> None:
    show(page, server, "people/ada-varnholt/")
    page.locator(".rq-pin").first.dispatch_event("click")
    expect(page.locator(".rq-pin[aria-pressed=true]")).to_have_count(1)
    page.evaluate(
        """const list = document.querySelector(".rq-entries"), entry = list.querySelector(".rq-entry").cloneNode(true);
        entry.querySelectorAll("[data-do]").forEach(b => b.remove()); list.append(entry);"""
    )
    expect(page.locator(".rq-pin[aria-pressed=true]")).to_have_count(2)  # the same one, shown twice
    page.locator(".rq-pin[aria-pressed=true]").last.dispatch_event("click")
    expect(page.locator(".rq-pin[aria-pressed=true]")).to_have_count(0)
