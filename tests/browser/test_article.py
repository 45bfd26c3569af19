"""The article page: what lights, what is copied, what opens and closes."""

from __future__ import annotations

import itertools
import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import PHONE, WIDE, Open, Sites
from tests.browser.shoot import settle
from tests.browser.states import ADDRESS

SEED = "articles/moscow-warns-of-direct-clash-with-nato/"
FICTION = "articles/demo-eddermoor/we-warned-the-trust-twice/"
SIXTY = "articles/states/sixty-quotes/"
EDGE = "articles/states/edge-cases/"


def lit(page: Page) -> set[str]:
    """The sorts of things that are lit."""
    return set(page.evaluate("[...document.querySelectorAll('.is-on')].map(e => e.localName)"))


def test_pointing_at_a_mark_lights_its_card_and_its_number(open_page: Open) -> None:
    page = open_page(SEED)
    page.hover(".rq-body mark >> nth=3")
    assert lit(page) == {"mark", "li", "a", "path"}
    page.mouse.move(2, 500)
    assert lit(page) == set()


def test_pointing_at_a_card_lights_its_mark(open_page: Open) -> None:
    page = open_page(SEED)
    page.hover(".rq-list > li >> nth=5 >> css=blockquote")
    card = page.locator(".rq-list > .is-on").get_attribute("data-q")
    assert card
    assert page.locator("mark.is-on").first.get_attribute("data-q") == card


def test_focus_on_a_number_lights_both_sides(open_page: Open) -> None:
    page = open_page(SEED)
    page.focus(".rq-body a[data-n] >> nth=2")
    number = page.locator(".rq-body a[data-n]").nth(2).get_attribute("data-n")
    assert page.locator(".rq-list > .is-on > a").inner_text() == number
    assert page.locator("mark.is-on").count() >= 1


def test_a_permalink_targets_its_mark(open_page: Open) -> None:
    page = open_page(SEED)
    anchor = page.locator(".rq-body mark").nth(9).get_attribute("id")
    page = open_page(f"{SEED}#{anchor}")
    assert page.evaluate("document.querySelector(':target').id") == anchor
    assert page.locator(".rq-list > .is-on").get_attribute("data-q") == anchor
    expect(page.locator(f"#{anchor}")).to_be_in_viewport()


def test_a_permalink_works_without_script(open_page: Open) -> None:
    page = open_page(SEED, script=False)
    anchor = page.locator(".rq-body mark").nth(9).get_attribute("id")
    page.goto(page.url + f"#{anchor}")
    expect(page.locator(":target")).to_have_attribute("id", anchor or "")
    colour = page.locator(":target").evaluate("e => getComputedStyle(e).backgroundColor")
    plain = (
        page.locator(".rq-body mark").nth(3).evaluate("e => getComputedStyle(e).backgroundColor")
    )
    assert colour != plain


def test_copy_gives_words_speaker_source_date_and_permalink(open_page: Open) -> None:
    page = open_page(FICTION)
    card = page.locator(".rq-list > li", has_text="We warned the Trust twice, in writing").first
    card.hover()
    card.locator("[data-quote]").click()
    page.wait_for_timeout(100)
    copied = page.evaluate("navigator.clipboard.readText()")
    words = card.locator("blockquote").text_content() or ""
    assert copied.startswith(words.strip())
    anchor = card.get_attribute("data-q")
    assert re.search(
        r" — Ilse Varnholt, quoted in “‘We warned the Trust twice,’ .*”, Eddermoor Courier, 12 March 2042, ¶ \d+, ",
        copied,
    )
    assert copied.endswith(f", {ADDRESS}{FICTION}#{anchor}")
    expect(page.locator("#rq-live")).to_have_text("Copied to clipboard")


def test_the_text_of_the_page_is_the_text_of_the_source(open_page: Open) -> None:
    page = open_page(SEED, script=False)
    assert page.locator("#p1").text_content() == (
        "The military confrontation in Ukraine has reached a point where it could easily spiral into a full-blown "
        "conflict between Russia and NATO, Moscow’s deputy envoy to the UN, Dmitry Polyansky, said on Friday. The "
        "diplomat blamed the US-led military bloc’s ever deeper involvement in the fighting between Moscow and Kiev."
    )


def test_the_drawer_takes_focus_and_gives_it_back(open_page: Open) -> None:
    page = open_page(SEED)
    page.focus("text=Cite this article")
    page.keyboard.press("Enter")
    settle(page)
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Close"
    expect(page.locator("#cite-text")).to_contain_text("Moscow warns of direct clash with NATO")
    for _ in range(30):
        page.keyboard.press("Tab")
        inside = page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('#rq-cite')"
        )
        assert inside, "focus left the open drawer"
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    expect(page.locator("#rq-cite")).to_be_hidden()
    assert "Cite this article" in page.evaluate("document.activeElement.textContent")


def test_an_article_gives_the_references_of_its_quotes_as_the_data_file_has_them(
    open_page: Open, sites: Sites
) -> None:
    page = open_page(FICTION)
    page.click("text=Cite this article")
    with page.expect_download() as held:
        page.click("text=A reference for each quote")
    given = json.loads(Path(held.value.path()).read_text(encoding="utf-8"))
    listed = json.loads((sites["states"].root / "data/quotes.csl.json").read_text(encoding="utf-8"))
    assert held.value.suggested_filename == "quotes.csl.json"
    assert len(given) > 5
    assert given == [item for item in listed if FICTION in item["URL"]]


def test_the_drawer_opens_without_script(open_page: Open) -> None:
    page = open_page(SEED, script=False)
    page.click("text=Cite this article")
    expect(page.locator("#rq-cite")).to_be_visible()


def test_on_a_phone_a_number_opens_the_sheet(open_page: Open) -> None:
    page = open_page(SEED, size=PHONE, has_touch=True, is_mobile=True)
    reference = page.locator(".rq-body a[data-n]").nth(4)
    number = reference.get_attribute("data-n")
    reference.tap()
    settle(page)
    expect(page.locator("#rq-sheet")).to_be_visible()
    assert page.locator("#sheet-h").inner_text() == f"Quote {number} of 18"
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Close"
    for _ in range(12):
        page.keyboard.press("Tab")
        inside = page.evaluate(
            "document.activeElement === document.body || !!document.activeElement.closest('#rq-sheet')"
        )
        assert inside, "focus left the open sheet"
    page.keyboard.press("Escape")
    page.wait_for_timeout(300)
    expect(page.locator("#rq-sheet")).to_be_hidden()
    assert page.evaluate("document.activeElement.dataset.n") == number


def test_margin_notes_stand_near_their_words_and_apart(open_page: Open) -> None:
    page = open_page(SEED)
    assert page.locator(".rq-article").get_attribute("data-margin") == "on"
    boxes = page.evaluate(
        "[...document.querySelectorAll('.rq-list > li')].map(e => e.getBoundingClientRect())"
        ".map(r => [r.top, r.bottom])"
    )
    assert all(above[1] <= below[0] + 1 for above, below in itertools.pairwise(boxes))


def test_sixty_quotes_are_a_list_that_scrolls_by_itself(open_page: Open) -> None:
    page = open_page(SIXTY)
    assert page.locator(".rq-list > li").count() == 60
    assert page.locator(".rq-article").get_attribute("data-margin") == "off"
    assert page.locator(".rq-list").evaluate("e => e.scrollHeight > e.clientHeight")


@pytest.mark.parametrize("number", ["2"])
def test_an_unnamed_speaker_keeps_the_printed_words(open_page: Open, number: str) -> None:
    page = open_page(EDGE)
    card = page.locator(".rq-list > li", has=page.locator(f":scope > a:text-is('{number}')"))
    expect(card.locator(".rq-nobody")).to_have_text("Speaker not identified")
    expect(card.locator(".rq-as")).to_have_text("“A retired gate operator”")
    assert card.locator("h3 a").count() == 0
    assert card.locator(".rq-nobody").evaluate("e => getComputedStyle(e).fontStyle") == "italic"


def test_low_confidence_says_so_and_why(open_page: Open) -> None:
    page = open_page(EDGE)
    card = page.locator(".rq-list > li").first
    expect(card.locator("b")).to_contain_text("Less certain")
    expect(card.locator("b")).to_contain_text("34%")
    expect(card.locator(".rq-note")).to_have_text("No speaker stands near this quotation")


def test_a_corrected_quote_says_so(open_page: Open) -> None:
    page = open_page(EDGE)
    assert page.locator(".rq-list b[data-band=hand]").all_inner_texts() == ["corrected by hand"]


def test_a_quote_in_a_quote_is_well_formed(open_page: Open) -> None:
    page = open_page(EDGE)
    assert page.locator("mark mark").count() == 1
    assert page.locator("mark mark").text_content() == "“the water would not come”"


def test_hidden_characters_are_shown_by_name(open_page: Open) -> None:
    page = open_page(EDGE)
    assert [e.get_attribute("title") for e in page.locator(".rq-sign").all()] == [
        "U+202E",
        "U+202C",
        "U+0007",
    ]
    text = page.locator(".rq-body p").last.text_content() or ""
    assert "<b>markup</b> & {{ braces }}" in text


def test_right_to_left_text_runs_right_to_left(open_page: Open) -> None:
    page = open_page(EDGE)
    paragraph = page.locator(".rq-body p", has_text="حذّرنا")
    assert paragraph.evaluate("e => getComputedStyle(e).direction") == "rtl"
    assert (
        page.locator(".rq-list blockquote", has_text="حذّرنا").evaluate(
            "e => getComputedStyle(e).direction"
        )
        == "rtl"
    )


def test_words_that_nobody_said_are_listed_with_the_reason(open_page: Open) -> None:
    page = open_page(EDGE)
    expect(page.locator(".rq-leftout")).to_have_text(
        "Quoted words not counted as speech: “improved” (scare quote), “The Temporary Fence” (title)."
    )


def test_an_article_without_quotes_says_so(open_page: Open) -> None:
    page = open_page("articles/states/no-quotes/")
    expect(page.locator(".rq-quotes")).to_contain_text("Nobody is quoted in this article.")
    expect(page.locator(".rq-quotes")).to_contain_text("“dry side” (term)")
    expect(page.locator(".rq-after")).to_contain_text("What links here")


def test_an_article_of_which_only_quotes_may_be_shown(open_page: Open) -> None:
    page = open_page("articles/states/only-quotes/")
    expect(page.locator(".rq-withheld")).to_contain_text("may not be republished")
    link = page.locator(".rq-withheld a")
    expect(link).to_have_attribute("href", "https://example.org/a?b=1&c=2")
    expect(link).to_have_attribute("rel", "nofollow noopener noreferrer")
    assert "keeps its rights" not in page.content()
    assert page.locator(".rq-body mark").inner_text() == "that it would replace the gate"


def test_an_undated_article_without_a_source(open_page: Open) -> None:
    page = open_page(SEED)
    expect(page.locator(".rq-kicker")).to_have_text("Source not stated·Undated".replace("·", ""))
    assert page.locator(".rq-about .rq-nil").all_inner_texts() == [
        "Not stated in the file",
        "Not stated in the file",
    ]


def test_dark_pages_are_printed_in_the_light_colours(open_page: Open) -> None:
    said = "() => { const s = getComputedStyle(document.body); return ['--rq-q', '--rq-q-fg', '--rq-add', '--rq-dim']"
    asked = f"{said}.map(name => s.getPropertyValue(name)) }}"
    printed = []
    for scheme in ("light", "dark"):
        page = open_page(SEED, scheme=scheme)
        on_screen = page.evaluate(asked)
        page.emulate_media(media="print")
        printed.append(page.evaluate(asked))
    assert printed[0] == printed[1] != on_screen


def test_print_is_clean(open_page: Open) -> None:
    page = open_page(SEED)
    page.emulate_media(media="print")
    for hidden in (".md-header", ".md-tabs", ".rq-tools button", ".rq-acts >> nth=0", ".md-footer"):
        expect(page.locator(hidden).first).to_be_hidden()
    expect(page.locator(".rq-list")).to_be_visible()
    expect(page.locator("#cite-text")).to_be_visible()
    expect(page.locator("#cite-text")).to_contain_text(ADDRESS + SEED)
    expect(page.locator(".rq-drawer h2")).to_be_hidden()


def test_the_permalink_copies_the_address(open_page: Open) -> None:
    page = open_page(SEED)
    link = page.locator(".rq-list a[aria-label^=Permalink]").first
    link.evaluate("n => n.click()")
    page.wait_for_timeout(200)
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(link.get_attribute("href") or "?")
    assert copied.startswith("http")


def test_j_and_k_go_from_quote_to_quote(open_page: Open) -> None:
    page = open_page(SEED)
    anchors = page.eval_on_selector_all(".rq-list > li > a", "all => all.map(a => a.hash)")
    for key, expected in (("j", anchors[0]), ("j", anchors[1]), ("k", anchors[0])):
        page.keyboard.press(key)
        page.wait_for_timeout(100)
        assert page.evaluate("location.hash") == expected
    expect(page.locator(".rq-list > li.is-on .rq-ok")).to_contain_text(
        "Equals the text, characters"
    )


def test_a_tap_on_marked_words_opens_the_sheet_and_goes_on(open_page: Open) -> None:
    page = open_page(SEED, size=PHONE)
    page.locator("mark[data-q]").first.click()
    expect(page.locator("#sheet-h")).to_contain_text("Quote 1 of")
    page.get_by_label("Next quote").click()
    expect(page.locator("#sheet-h")).to_contain_text("Quote 2 of")
    expect(page.locator(".rq-sheet .rq-ok")).to_be_visible()


@pytest.mark.parametrize("size", [WIDE, PHONE])
def test_marks_are_none_those_of_direct_words_or_all(
    open_page: Open, size: tuple[int, int]
) -> None:
    page = open_page("articles/demo-eddermoor/we-warned-the-trust-twice/", size=size)
    cards = page.locator(".rq-list > li:visible")
    numbers = page.locator(".rq-body a[data-n]:visible")
    page.evaluate("document.querySelector('.rq-quotes .rq-fold').open = true")
    both = cards.count(), numbers.count()
    page.check("[name=rq-marks][value=direct]")
    assert 0 < cards.count() < both[0]
    assert 0 < numbers.count() < both[1]
    assert page.locator(".rq-list > [data-kind=indirect]:visible").count() == 0
    page.check("[name=rq-marks][value=none]")
    assert (cards.count(), numbers.count()) == (0, 0)
    page.reload()
    expect(page.locator("[name=rq-marks][value=none]")).to_be_checked()
    page.check("[name=rq-marks][value=all]")
    page.evaluate("document.querySelector('.rq-quotes .rq-fold').open = true")
    assert (cards.count(), numbers.count()) == both


def test_one_speaker_is_lit_and_the_others_are_dim(open_page: Open) -> None:
    page = open_page("articles/demo-eddermoor/we-warned-the-trust-twice/")
    row = page.locator(".rq-about .rq-voices li", has_text="Ilse Varnholt")
    count = int(row.locator("button.rq-voice").inner_text())
    row.locator("button.rq-voice").click()
    expect(page.locator(".rq-list > li:not(.is-off)")).to_have_count(count)
    row.locator("button.rq-voice").click()
    expect(page.locator(".is-off")).to_have_count(0)
