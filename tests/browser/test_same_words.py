"""Same words: fields, the table of outlets, and two articles side by side."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PHONE, WIDE, Open

COMPARISON = "compare/we-warned-the-trust-twice/"


def test_fields_and_numbers_narrow_the_statements(open_page: Open) -> None:
    page = open_page("compare/")
    rows = page.locator("section[data-g] li:visible")
    total = rows.count()
    cell = page.locator(".rq-matrix button").first
    count = int(cell.inner_text())
    cell.click()
    expect(rows).to_have_count(count)
    assert "pair=" in page.url
    expect(cell).to_have_attribute("aria-pressed", "true")
    page.locator("[data-rq-clear]:visible").click()
    expect(rows).to_have_count(total)
    assert "?" not in page.url
    page.fill("[name=words]", "zeppelin")
    expect(page.locator(".rq-none")).to_be_visible()


def test_the_address_brings_an_outlet_back(open_page: Open) -> None:
    page = open_page("compare/?outlet=1")
    held = page.eval_on_selector_all(
        "section[data-g] li:not([hidden])", "all => all.map(li => li.dataset.o.split(','))"
    )
    assert held
    assert all("1" in one for one in held)


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_two_articles_side_by_side(open_page: Open, size: tuple[int, int]) -> None:
    page = open_page(COMPARISON, size=size)
    page.locator(".rq-beside").first.click()
    expect(page.locator(".rq-lede")).to_contain_text("in both articles")
    shared = page.locator(".rq-shared > li").count()
    assert shared >= 1
    if size == WIDE:
        expect(page.locator(".rq-ribbons path")).to_have_count(shared)
        number = page.locator("#a a[data-n]").first
        number.click()
        tops = [
            page.locator(f"#{side} mark[data-q='0']").first.bounding_box() for side in ("a", "b")
        ]
        assert tops[0]
        assert tops[1]
        assert abs(tops[0]["y"] - tops[1]["y"]) < 2
    else:
        expect(page.locator("#a")).to_be_hidden()
        page.locator(".rq-seg [data-show=b]").click()
        expect(page.locator("#b")).to_be_visible()
        page.locator("#b a[data-n]").first.click()
        expect(page.locator("#both-0")).to_be_visible()


@pytest.mark.parametrize("asked", ["", "?both=../../people+x", "?both=//a.example/x+y", "?both=no"])
def test_nothing_but_articles_of_this_site_is_fetched(open_page: Open, asked: str) -> None:
    page = open_page("side-by-side/" + asked)
    expect(page.locator(".rq-cols2")).to_have_count(0)
