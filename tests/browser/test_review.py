"""The review page under `mkdocs serve`: a hundred answers by keyboard alone, and none of them
lost.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from generator.correct import load
from tests.browser.test_every_page import RUN, axe_source
from tests.engine.live.server import Server, serving

ARTICLES, PARAGRAPHS = 4, 32
MOST = 60.0  # seconds for a hundred answers; by keys they take some ten


def article(number: int) -> str:
    """Quotations of officials whom nobody names, and two people who could have said it."""
    rows = [
        f"“Barge {number} {n} left the quay too late,” an official said on day {n}."
        for n in range(PARAGRAPHS)
    ]
    return "\n\n".join(
        [f"Harbour report {number}", "Ada Varnholt and Bruno Estrup watched the quay.", *rows]
    )


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    seeds = {f"harbour-{n}.txt": article(n) for n in range(ARTICLES)}
    with serving(tmp_path_factory.mktemp("review"), seeds) as running:
        yield running


def opened(chromium: Any, server: Server, **options: Any) -> Page:
    page: Page = chromium.new_context(**options).new_page()
    page.goto(f"{server.url}review/")
    expect(page.locator(".rq-rcard")).to_be_visible()
    return page


def settled(server: Server) -> None:
    """Wait until the list of questions knows all that was written."""
    file = server.project / "seeds" / "corrections.yml"

    def is_so() -> bool:
        held = sum(not entry.drop for entry in load(file).quotes)
        return bool(json.loads(server.page("review/items.json"))["by_hand"] == held)

    server.until(is_so)


def left(page: Page) -> int:
    return int(page.locator(".rq-rnum b").first.inner_text())


def answer(page: Page, key: str) -> None:
    """Press a key, and wait for the next question."""
    before, deadline = left(page), time.monotonic() + 20
    page.keyboard.press(key)
    while left(page) == before or page.locator(".rq-review [aria-busy]").count():
        assert time.monotonic() < deadline, f"{key} answered nothing"
        time.sleep(0.005)


def written(server: Server) -> int:
    return len(load(server.project / "seeds" / "corrections.yml").quotes)


def test_a_hundred_answers_by_keyboard_alone_and_none_is_lost(
    chromium: Any, server: Server
) -> None:
    file = server.project / "seeds" / "corrections.yml"
    file.write_text("# mine\nquotes:\n", encoding="utf-8")
    page, wrong = opened(chromium, server), []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    begun, first = time.monotonic(), left(page)
    assert first >= 110
    other = page.context.new_page()
    other.goto(f"{server.url}review/")
    expect(other.locator(".rq-rcard")).to_be_visible()
    for n in range(100):
        if n == 30:  # a person edits the file meanwhile
            file.write_text(file.read_text("utf-8") + "# and this too\n", encoding="utf-8")
        if n in (40, 41):  # a second tab knows what the first one answered
            answer(other, "ArrowRight")
        elif n == 60:  # the server is away, and comes back
            page.route("**/-/corrections", lambda route: route.abort())
            answer(page, "ArrowRight")
            page.unroute("**/-/corrections")
        else:
            page.bring_to_front()
            answer(page, ("ArrowRight", "1", "0", "2")[n % 4])
    took = time.monotonic() - begun
    assert left(page) == first - 100
    page.reload()  # what could not be written is written now
    server.until(lambda: written(server) == 100)
    held = file.read_text(encoding="utf-8")
    assert held.startswith("# mine\n")
    assert "# and this too\n" in held
    entries = load(file)
    assert entries.problems == ()
    assert {entry.speaker for entry in entries.quotes} == {None, "Ada Varnholt", "Bruno Estrup"}
    assert took < MOST
    assert wrong == []


def test_the_last_answer_is_taken_back_and_asked_again(chromium: Any, server: Server) -> None:
    settled(server)
    page = opened(chromium, server)
    before, words = written(server), page.locator(".rq-rpar .is-on").inner_text()
    answer(page, "ArrowRight")
    server.until(lambda: written(server) == before + 1)
    page.keyboard.press("u")
    expect(page.locator(".rq-rpar .is-on")).to_have_text(words)
    server.until(lambda: written(server) == before)


def test_wrong_asks_what_is_wrong_and_skip_comes_back_to_it_later(
    chromium: Any, server: Server
) -> None:
    settled(server)
    page = opened(chromium, server)
    words = page.locator(".rq-rpar .is-on").inner_text()
    page.keyboard.press("s")
    expect(page.locator(".rq-rpar .is-on")).not_to_have_text(words)
    page.keyboard.press("ArrowLeft")
    expect(page.get_by_role("group", name="What is wrong")).to_be_visible()
    before = written(server)
    answer(page, "d")
    server.until(lambda: written(server) == before + 1)
    assert load(server.project / "seeds" / "corrections.yml").quotes[-1].drop


@pytest.mark.parametrize("width", [1440, 1024, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_has_no_fault_that_axe_knows(
    chromium: Any, server: Server, width: int, scheme: str
) -> None:
    page = opened(
        chromium,
        server,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        bypass_csp=True,
    )
    page.evaluate(axe_source())
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate(RUN, tags)
    assert found == [], found
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.wait_for_timeout(400)  # it fades in
    assert page.evaluate(RUN, tags) == []


def test_without_script_it_says_what_it_is(chromium: Any, server: Server) -> None:
    page = chromium.new_context(java_script_enabled=False).new_page()
    page.goto(f"{server.url}review/")
    expect(page.get_by_text("check --review")).to_be_visible()
    expect(page.get_by_text("This page is not published")).to_be_visible()


def test_it_is_under_serve_alone(server: Server) -> None:
    assert "rq-review" in server.page("review/")
    assert not (server.project / ".build/docs/review").exists()
    assert "livereload(" not in server.page("review/")
    assert "livereload(" in server.page("quotes/")
