"""The search box and the search page in Chromium: under a sub-path, the policy, and no other
host.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.browser.chrome import serving
from tests.conftest import make_project, run_module

HOSTILE = "<img src=x onerror=alert(1)>"
SEEDS = {
    "north/ferry.md": "---\ntitle: Ferry back\ndate: 2042-03-12\noutlet: Harbour Post\n---\n\n"
    "The harbour was shut for a week. “We sail at noon, whatever the weather,” Ada Varnholt said.\n\n"
    "“The crews were never asked about the lighthouse,” said Bruno Estrup. "
    "Carla Dunmore, the harbour master, was at home in Fenby.\n",
    "south/bridge.md": "---\ntitle: Bridge shut\ndate: 2041-01-02\noutlet: Tarn Courier\n---\n\n"
    "“Noon is too late to sail,” Bruno Estrup said. The lighthouse stayed dark.\n",
    "south/odd.txt": f'---\ntitle: "Odd {HOSTILE}"\n---\n\n“A zeppelin {HOSTILE} came,” said Ada Varnholt.\n',
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a site under a sub-path."""
    folder = tmp_path_factory.mktemp("search")
    project = make_project(folder / "project")
    for name, text in SEEDS.items():
        target = project / "seeds" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    done = run_module(project, "mkdocs", "build", "-q", "-d", str(folder / "www/sub/path"))
    assert done.returncode == 0, done.stderr
    with serving(folder / "www") as address:
        yield f"{address}sub/path/"


@pytest.fixture
def page(chromium: Any, site: str) -> Iterator[Any]:
    context = chromium.new_context()
    opened = context.new_page()
    opened.fetched = []
    opened.wrong = []
    opened.on("response", lambda response: opened.fetched.append(response))
    opened.on("dialog", lambda dialog: opened.wrong.append(dialog.message))
    opened.on(
        "console",
        lambda message: opened.wrong.append(message.text) if message.type == "error" else None,
    )
    opened.on("pageerror", lambda error: opened.wrong.append(str(error)))
    opened.goto(site)
    yield opened
    assert [r.url for r in opened.fetched if not r.url.startswith((site, "data:"))] == []
    assert opened.wrong == []
    context.close()


def ask(page: Any, words: str) -> None:
    box = page.locator("[data-md-component=search-query]")
    box.click()
    box.press_sequentially(words, delay=5)


def test_a_result_shows_the_quotation_and_its_speaker_and_lands_on_it(page: Any) -> None:
    ask(page, "noon")
    quote = page.locator(".md-search-result__link", has_text="Ada Varnholt")
    expect(quote.locator("mark")).to_have_text("noon,")
    expect(quote).to_contain_text("“We sail at noon, whatever the weather,”")
    quote.click()
    page.wait_for_url("**/articles/north/ferry/**#q-*")
    assert page.locator(f"[id='{page.url.split('#')[1]}']").inner_text().startswith("“We sail")


def test_quotation_marks_ask_for_the_exact_words(page: Any) -> None:
    ask(page, '"too late to sail"')
    expect(page.locator(".md-search-result__meta")).to_have_text("1 matching document")
    expect(page.locator(".md-search-result__list")).to_contain_text("Bridge shut")


def test_words_outside_quotations_are_found_too(page: Any) -> None:
    ask(page, "harbour shut")
    expect(page.locator(".md-search-result__list")).to_contain_text("The harbour was shut")


def test_hostile_text_is_shown_as_text(page: Any) -> None:
    ask(page, "zeppelin")
    expect(page.locator(".md-search-result__list")).to_contain_text(HOSTILE)
    assert page.locator(".md-search-result__list img").count() == 0


def test_nothing_of_the_index_is_loaded_before_the_first_key(page: Any) -> None:
    page.wait_for_load_state("networkidle")
    assert [r.url for r in page.fetched if "/pagefind/" in r.url] == []
    index = [r for r in page.fetched if "search" in r.url]
    assert sum(len(r.body()) for r in index) < 50_000
    ask(page, "noon")
    expect(page.locator(".md-search-result__item").first).to_be_visible()
    assert any("/pagefind/" in r.url for r in page.fetched)


def test_facets_narrow_the_search(page: Any, site: str) -> None:
    page.goto(f"{site}search/")
    assert [r.url for r in page.fetched if "/pagefind/" in r.url] == []
    page.get_by_label("Words", exact=True).fill("lighthouse")
    status = page.locator("[data-fl-status]")
    expect(status).to_have_text("2 pages")
    page.get_by_label("Year").select_option("2042")
    expect(status).to_have_text("1 page")
    expect(page.locator("[data-fl-results]")).to_contain_text("Bruno Estrup, direct")
    page.get_by_label("Year").select_option("")
    page.get_by_label("Speaker").fill("Ada Varnholt")
    page.wait_for_url("**/search/?words=lighthouse&speaker=Ada+Varnholt")
    page.reload()
    expect(status).to_have_text("1 page")


def test_a_speakers_quotations_without_a_word(page: Any, site: str) -> None:
    page.goto(f"{site}search/?speaker=Bruno+Estrup")
    expect(page.locator("[data-fl-status]")).to_have_text("2 pages")
    expect(page.locator("[data-fl-results] blockquote")).to_have_count(2)
    for field, values in (
        ("Kind", ["direct"]),
        ("Outlet", ["Harbour Post", "Tarn Courier"]),
        ("Collection", ["north", "south"]),
    ):
        shown = (
            page.get_by_label(field)
            .locator("option")
            .evaluate_all("all => all.map(o => o.value).sort()")
        )
        assert [value.casefold() for value in shown] == [
            "",
            *(value.casefold() for value in values),
        ]


def test_hostile_text_on_the_search_page(page: Any, site: str) -> None:
    page.goto(f"{site}search/?words=zeppelin")
    expect(page.locator("[data-fl-results]")).to_contain_text(HOSTILE)
    assert page.locator("[data-fl-results] img").count() == 0


def test_the_stub_index_of_material_holds_no_page(site: str, page: Any) -> None:
    stub = json.loads(page.request.get(f"{site}search/search_index.json").text())
    assert stub["docs"] == []


def test_somebody_who_is_only_named_is_found_and_stands_first(page: Any, site: str) -> None:
    names = json.loads(page.request.get(f"{site}search/names.json").text())
    silent = next(
        row for row in names if row[3] == 0 and row[2] in ("person", "organisation", "place")
    )
    page.goto(f"{site}search/?q={quote(silent[0])}")
    first = page.locator("[data-fl-people] h3 a").first
    expect(first).to_have_text(silent[0])
    assert page.locator("[data-fl-search] [name=words]").input_value() == silent[0]
    expect(page.locator(".md-search")).not_to_have_attribute("data-md-state", "active")
    assert not page.locator("#__search").is_checked()


def test_a_misspelt_name_finds_its_bearer_and_the_page_says_so(page: Any, site: str) -> None:
    page.goto(f"{site}search/?words=ada+varnhlot")
    expect(page.locator("[data-fl-guess]")).to_contain_text("No page has “varnhlot”")
    expect(page.locator("[data-fl-guess]")).to_contain_text("varnholt")
    expect(page.locator("[data-fl-people] h3 a").first).to_have_text("Ada Varnholt")
    expect(page.locator("[data-fl-results]")).to_contain_text("Ada Varnholt")


def test_a_word_that_no_page_has_is_named(page: Any, site: str) -> None:
    page.goto(f"{site}search/?words=hovercrafts")
    expect(page.locator("[data-fl-guess]")).to_contain_text("No page has “hovercrafts”")
    expect(page.locator("[data-fl-status]")).to_have_text("Nothing to show")
    assert page.locator("[data-fl-results] li").count() == 0


def test_enter_in_the_header_leads_to_the_search_page(page: Any) -> None:
    ask(page, "noon")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?words=noon")
    expect(page.locator("[data-fl-results]")).to_contain_text("We sail at noon")
