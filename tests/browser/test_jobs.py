"""What people come for, with a count of what they do: `pytest -s tests/browser/test_jobs.py` prints
it. To press, to choose, to fill a field and Enter are an action each; to look and to scroll are none.
"""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

SPEAKER = "people/ilse-varnholt/"
ARTICLE = "articles/demo-eddermoor/we-warned-the-trust-twice/"


class Counted:
    """A page on which each action counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.actions = page, 0

    def press(self, what: str) -> None:
        self.actions += 1
        self.page.locator(what).locator("visible=true").first.click()

    def fill(self, what: str, words: str) -> None:
        self.actions += 1
        self.page.fill(what, words)

    def most(self, job: str, count: int) -> None:
        print(f"\n{job}: {self.actions}")
        assert self.actions <= count


def test_everything_somebody_said_about_something(open_page: Open) -> None:
    job = Counted(open_page(SPEAKER))
    job.fill("[data-rq-said] [name=words]", "gate")
    expect(job.page.locator(".rq-out").first).to_contain_text(" of ")
    job.most("1 everything X said about Y, from X's page", 3)


def test_cite_one_quotation(open_page: Open) -> None:
    job = Counted(open_page(ARTICLE))
    job.press(".rq-body a[data-n]")
    job.press(".rq-list > .is-on [data-quote], .rq-list > li:has(:target) [data-quote]")
    assert "—" in job.page.evaluate("navigator.clipboard.readText()")
    job.most("2 cite one quotation", 2)


def test_check_that_it_is_verbatim(open_page: Open) -> None:
    job = Counted(open_page(ARTICLE))
    job.press(".rq-body a[data-n]")
    expect(job.page.locator(".rq-ok:visible")).to_contain_text("Equals the text, characters")
    job.most("3 check that it is verbatim", 1)


def test_two_outlets_on_one_statement(open_page: Open) -> None:
    job = Counted(open_page())
    job.press(".md-tabs a:has-text('Same words')")
    job.press(".rq-matrix button")
    expect(job.page.locator("section[data-g] li:visible").first).to_be_visible()
    job.most("6 two outlets on one statement", 2)


def test_a_link_to_one_quotation(open_page: Open) -> None:
    job = Counted(open_page(ARTICLE))
    job.page.locator(".rq-list > li").first.hover()
    job.press(".rq-list > li:first-child a.rq-act[href^='#']")
    assert "#q-" in job.page.evaluate("navigator.clipboard.readText()")
    job.most("7 a link to one quotation", 1)


def test_all_data_of_one_person(open_page: Open) -> None:
    job = Counted(open_page(SPEAKER))
    job.press("[popovertarget=rq-take]")
    with job.page.expect_download():
        job.press("[data-as=csv]")
    job.most("8 all data of one person", 2)


def test_how_somebodys_words_changed(open_page: Open) -> None:
    job = Counted(open_page(SPEAKER))
    job.press(".rq-rail section:has(#gr-h) a")
    expect(job.page.locator(".rq-vlist ins, .rq-vlist del").first).to_be_attached()
    job.most("9 how X's words changed", 1)
