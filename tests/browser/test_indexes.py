"""The lists: filters, sorting, downloads, search, the way through pages."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.shoot import settle


def shown(page: Page) -> int:
    """How many rows of the table are visible."""
    return page.locator(".rq-table tbody tr:visible").count()


def test_filters_write_the_address(open_page: Open) -> None:
    page = open_page("quotes/?speaker=Dmitry%20Polyansky")
    all_his = shown(page)
    page.select_option("[name=kind]", "mixed")
    page.fill("[name=words]", "instructors")
    expect(page.locator(".rq-out")).to_contain_text("1 of")
    assert shown(page) == 1 < all_his
    assert page.url.split("?")[1] == "words=instructors&speaker=Dmitry+Polyansky&kind=mixed"


def test_filters_are_restored_from_the_address(open_page: Open) -> None:
    page = open_page("quotes/?words=instructors&speaker=Dmitry+Polyansky")
    expect(page.locator(".rq-out")).to_contain_text("1 of")
    assert page.locator("[name=words]").input_value() == "instructors"
    assert page.locator("[name=speaker]").input_value() == "Dmitry Polyansky"
    page.click("[data-rq-clear]")
    assert "?" not in page.url
    assert page.evaluate("document.activeElement.name") == "words"


def test_no_match_says_so(open_page: Open) -> None:
    page = open_page("quotes/?words=zeppelin")
    expect(page.locator(".rq-none")).to_be_visible()
    expect(page.locator(".rq-table")).to_be_hidden()


def test_filters_reach_the_other_pages_of_the_list(open_page: Open) -> None:
    page = open_page("quotes/", site="paged")
    assert 0 < shown(page) <= 12
    page.fill("[name=words]", "many indications")
    expect(page.locator(".rq-table tbody tr")).to_have_count(1)
    row = page.locator(".rq-table tbody tr")
    expect(row.locator("td:nth-child(2) a")).to_have_text("Dmitry Polyansky")
    row.locator("td:nth-child(3) a").first.click()
    settle(page)
    assert "#q-" in page.url
    expect(page.locator(":target")).to_contain_text("many indications")
    page.go_back()
    settle(page)
    expect(page.locator(".rq-table tbody tr")).to_have_count(1)


def test_columns_sort(open_page: Open) -> None:
    page = open_page("quotes/?speaker=Dmitry%20Polyansky")
    page.click("th button:has-text('Kind')")
    kinds = page.locator(".rq-table tbody tr:visible").evaluate_all(
        "rows => rows.map(r => r.dataset.kind)"
    )
    assert kinds == sorted(kinds)
    assert page.locator("th[data-key=kind]").get_attribute("aria-sort") == "ascending"


def test_the_files_hold_what_the_page_shows(open_page: Open) -> None:
    page = open_page("quotes/", site="paged")
    words = page.locator(".rq-table td:nth-child(3) > a:not(.rq-vers)").all_inner_texts()
    with page.expect_download() as held:
        page.click(".rq-dl button:has-text('JSON')")
    records = json.loads(Path(held.value.path()).read_text(encoding="utf-8"))
    assert [record["quote"] for record in records] == words
    with page.expect_download() as held:
        page.click(".rq-dl button:has-text('CSV')")
    rows = list(csv.DictReader(io.StringIO(Path(held.value.path()).read_text(encoding="utf-8"))))
    assert [row["quote"].removeprefix("'") for row in rows] == words
    expect(page.locator(".rq-dl a")).to_have_attribute("href", "../data/")


def test_a_filter_reads_only_the_pages_that_have_it(open_page: Open) -> None:
    page = open_page("quotes/", site="paged")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/quotes/")[2]))
    page.fill("[name=speaker]", "Dmitry Polyansky")
    expect(page.locator(".rq-out")).to_contain_text("of")
    expect(page.locator(".rq-table tbody tr").first.locator("td:nth-child(2) a")).to_have_text(
        "Dmitry Polyansky"
    )
    pages = int(page.locator("#rq-quotes").get_attribute("data-pages") or 0)
    assert 0 < sum(url.startswith("page~") for url in asked) < pages / 2
    assert sum(url.startswith("rows-") for url in asked) == -(-pages // 20)


def test_a_filtered_list_is_downloaded_as_it_is_shown(open_page: Open) -> None:
    page = open_page("quotes/?speaker=Dmitry%20Polyansky")
    with page.expect_download() as held:
        page.click(".rq-dl button:has-text('CSV')")
    rows = list(csv.DictReader(io.StringIO(Path(held.value.path()).read_text(encoding="utf-8"))))
    assert {row["speaker"] for row in rows} == {"Dmitry Polyansky"}
    assert len(rows) == shown(page)


def test_the_table_is_there_without_script(open_page: Open) -> None:
    page = open_page("quotes/", script=False)
    assert 50 < shown(page) <= 150  # a page ends where a row's checksum says, at 150 at the latest
    expect(page.locator(".rq-filter")).to_be_hidden()


def test_search_finds_a_quotation_and_lands_on_it(open_page: Open) -> None:
    page = open_page("")
    page.fill("#rq-q", "strange messages")
    page.keyboard.press("Enter")
    result = page.locator(".md-search-result__link", has_text="Dmitry Polyansky").first
    result.wait_for(state="attached")
    page.evaluate(
        "document.querySelectorAll('.md-search-result details').forEach(d => d.open = true)"
    )
    expect(result).to_contain_text("strange messages")
    href = result.get_attribute("href") or ""
    assert "articles/moscow-warns-of-direct-clash-with-nato/" in href
    assert "#c-" in href
    result.click()
    settle(page)
    expect(page.locator("mark.is-on")).to_contain_text("strange messages")
    expect(page.locator("mark.is-on")).to_be_in_viewport()


def test_search_finds_people_and_comparisons(open_page: Open) -> None:
    page = open_page("")
    for words, path in (
        ("Ilse Varnholt", "people/ilse-varnholt/"),
        ("warned trust twice", "compare/we-warned-the-trust-twice/"),
    ):
        page.fill("[data-md-component=search-query]", words)
        page.keyboard.press("End")
        page.locator(f".md-search-result__link[href*='{path}']").first.wait_for(state="attached")
        page.fill("[data-md-component=search-query]", "")


def test_a_speaker_of_many_quotes_is_split_by_year(open_page: Open) -> None:
    page = open_page("people/ilse-varnholt/", site="paged")
    years = page.locator("nav[aria-label=Years] a")
    assert years.all_inner_texts()[:2] == ["Latest", "2041"]
    assert page.locator(".rq-entries .rq-said li").count() == 20
    years.nth(1).click()
    settle(page)
    assert page.url.endswith("people/ilse-varnholt/2041~/")
    expect(page.locator("nav[aria-label=Years] [aria-current]")).to_have_text("2041")


def test_a_long_list_goes_on_on_other_pages(open_page: Open) -> None:
    page = open_page("articles/", site="paged")
    page.click(".rq-pager >> text=Next")
    settle(page)
    assert page.url.endswith("articles/page~2/")
    expect(page.locator(".rq-pager [aria-current]")).to_have_text("2")
    expect(page.locator(".md-tabs a[aria-current]")).to_have_text("Articles")


def test_an_empty_corpus_says_what_to_do(open_page: Open) -> None:
    page = open_page("", site="empty")
    expect(page.locator(".rq-empty")).to_contain_text("No articles yet")
    expect(page.locator(".rq-empty")).to_contain_text("mkdocs serve")
    for path in (
        "articles/",
        "people/",
        "quotes/",
        "compare/",
        "places/",
        "organisations/",
        "outlets/",
    ):
        assert open_page(path, site="empty").locator(".rq-empty:visible").count() == 1


def test_one_article(open_page: Open) -> None:
    page = open_page("", site="one")
    expect(page.locator(".rq-stats li").first).to_contain_text("1 article")
    expect(page.locator(".rq-most")).to_contain_text("Nobody is quoted yet.")


def test_unnamed_voices_are_grouped_and_can_be_named(open_page: Open) -> None:
    page = open_page("unnamed-voices/")
    group = page.locator(
        "section", has=page.locator("h2", has_text="A retired gate operator")
    ).first
    group.locator("summary").first.click()
    expect(group.locator("code").first).to_have_text(
        '  - article: states/edge-cases\n    words: "the gate had “stuck and been kicked” for years"\n    speaker: NAME'
    )


def test_each_page_of_a_collection_carries_its_notice(open_page: Open) -> None:
    for path in (
        "articles/demo-eddermoor/north-gate-jams-open/",
        "collections/demo-eddermoor/",
    ):
        expect(open_page(path).locator(".rq-demo")).to_contain_text(
            "Fictional: every person, place and newspaper"
        )
    # a page that shows articles of others too does not say it of all
    for path in ("articles/moscow-warns-of-direct-clash-with-nato/", "people/ilse-varnholt/", ""):
        assert open_page(path).locator(".rq-demo").count() == 0


def test_sorting_sorts_the_whole_list_and_stands_in_the_address(open_page: Open) -> None:
    page = open_page("quotes/", site="paged")
    first = shown(page)
    page.click("th[data-key=speaker] button")
    page.wait_for_url("**sort=speaker*")
    expect(page.locator(".rq-table tbody tr")).not_to_have_count(first)
    names = page.locator(".rq-table tbody td:nth-child(2) > :first-child").all_inner_texts()
    assert names == sorted(names, key=str.casefold)
    assert len(set(names)) > 3
    page.reload()
    settle(page)
    expect(page.locator("th[data-key=speaker]")).to_have_attribute("aria-sort", "ascending")


def test_a_part_of_a_name_finds_its_speakers(open_page: Open) -> None:
    page = open_page("quotes/")
    page.fill("[name=speaker]", "polyan")
    expect(page.locator(".rq-out")).to_contain_text(" of ")
    assert set(page.locator(".rq-table tbody td:nth-child(2) a:visible").all_inner_texts()) == {
        "Dmitry Polyansky"
    }


def test_names_are_filtered_over_all_pages_of_their_list(open_page: Open) -> None:
    page = open_page("people/", site="paged")
    assert page.locator(".rq-people li[data-named]:visible").count() == 0
    page.fill("[data-rq-people] [name=words]", "polyan")
    expect(page.locator(".rq-people li:visible")).to_have_count(1)
    expect(page.locator(".rq-out")).to_contain_text("1 ")
    page.fill("[data-rq-people] [name=words]", "")
    page.select_option("[data-rq-people] [name=order]", "quotes")
    page.wait_for_url("**order=quotes*")
    counts = page.eval_on_selector_all(
        ".rq-people li", "all => all.filter(n => n.offsetParent).map(n => +n.dataset.quotes)"
    )
    assert counts == sorted(counts, reverse=True)
