"""A speaker's page: fields over all quotations, bars that choose a period, what is taken away."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, WIDE, Open

HERE = "people/ilse-varnholt/"


def rows(page: Page) -> int:
    return page.locator(".rq-entries .rq-said > li:visible").count()


def total(page: Page) -> int:
    return int(page.locator(".rq-speaker").get_attribute("data-total") or 0)


def taken(page: Page, form: str) -> str:
    page.click("[popovertarget=rq-take]")
    with page.expect_download() as got:
        page.click(f"[data-as={form}]")
    return Path(got.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_words_and_fields_narrow_the_list(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(HERE, size=size)
    all_hers = rows(page)
    assert all_hers == total(page)
    page.select_option("[name=kind]", "direct")
    expect(page.locator(".rq-out").first).to_contain_text(" of ")
    direct = rows(page)
    assert 0 < direct < all_hers
    page.fill("[name=words]", "zeppelin")
    expect(page.locator(".rq-none")).to_be_visible()
    assert "words=zeppelin&kind=direct" in page.url
    page.locator("[data-rq-clear]:visible").first.click()
    expect(page.locator(".rq-none")).to_be_hidden()
    assert rows(page) == all_hers
    assert "?" not in page.url


def test_what_is_asked_comes_back_from_the_address(open_page: Open) -> None:
    page = open_page(HERE + "?kind=indirect&order=new")
    expect(page.locator(".rq-out").first).to_contain_text(" of ")
    dates = page.eval_on_selector_all(".rq-entry:not([hidden])", "all => all.map(e => e.dataset.d)")
    assert dates == sorted(dates, reverse=True)
    kinds = page.eval_on_selector_all(
        ".rq-entries .rq-said > li:not([hidden])", "all => all.map(e => e.dataset.kind)"
    )
    assert set(kinds) == {"indirect"}


def test_a_bar_chooses_a_period_with_the_keyboard_too(open_page: Open) -> None:
    page = open_page(HERE)
    before = rows(page)
    end = page.locator(".rq-brush input").last
    end.focus()
    while rows(page) == before and int(end.input_value()) > 1:
        page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(200)
    assert 0 < rows(page) < before
    assert "period=0-" in page.url


def test_what_is_shown_is_taken_away(open_page: Open) -> None:
    page = open_page(HERE + "?kind=direct")
    expect(page.locator(".rq-out").first).to_contain_text(" of ")
    count = rows(page)
    table = list(csv.DictReader(io.StringIO(taken(page, "csv"))))
    assert len(table) == count
    assert {row["kind"] for row in table} == {"direct"}
    held = json.loads(taken(page, "json"))
    assert [row["quote"] for row in held] == [row["quote"] for row in table]
    assert all(row["url"].startswith("http") for row in held)
    assert taken(page, "ris").count("TY  - NEWS") == count
    assert taken(page, "md").count("> ") >= count


def test_without_scripts_all_is_a_plain_list(open_page: Open) -> None:
    page = open_page(HERE, script=False)
    assert rows(page) == total(page)
    expect(page.locator("[data-rq-said]")).to_be_hidden()


def test_what_others_say_is_listed_and_copied_as_theirs(open_page: Open) -> None:
    page = open_page(HERE)
    apart = page.locator(".rq-namedby > li")
    if apart.count() == 0:
        pytest.skip("nobody names her in this corpus")
    speaker = apart.first.locator("p > :first-child").inner_text()
    assert speaker != "Ilse Varnholt"
    apart.first.locator("[data-quote]").click()
    page.wait_for_timeout(100)
    assert speaker in page.evaluate("navigator.clipboard.readText()")
