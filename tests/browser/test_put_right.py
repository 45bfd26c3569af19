"""A mistake is mended where it is seen: under `mkdocs serve` the form writes one entry into
corrections.yml, and the page shows it; a pinned quotation is kept in the browser.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import expect

from tests.engine.live.server import serving

FERRY = (
    "---\ntitle: Ferry back\n---\n\n“We sail at noon,” Ada Varnholt said.\n\n"
    "Bruno Estrup, the captain, was not so sure. “It may be later,” said Estrup.\n"
)


def test_another_speaker_is_written_and_shown(chromium: Any, tmp_path: Path) -> None:
    with serving(tmp_path, {"ferry.md": FERRY}) as server:
        page = chromium.new_context().new_page()
        wrong: list[str] = []
        page.on("pageerror", lambda error: wrong.append(str(error)))
        server.until(lambda: "an edit is seen at once" in server.log)
        page.goto(f"{server.url}articles/ferry/")
        card = page.locator(".rq-list > li").first
        page.wait_for_selector(".rq-pin", state="attached")
        card.locator("[data-do=right]").dispatch_event("click")
        form = page.locator(".rq-desk")
        form.locator("button, label", has_text="Bruno Estrup").first.click()
        form.locator("button", has_text="Save").click()
        expect(page.locator(".rq-list > li").first).to_contain_text("Bruno Estrup", timeout=60_000)
        written = (server.project / "seeds" / "corrections.yml").read_text(encoding="utf-8")
        assert "speaker: Bruno Estrup" in written
        assert (server.project / "seeds" / "ferry.md").read_text(encoding="utf-8") == FERRY
        assert wrong == []


def test_a_pin_keeps_a_quotation_in_this_browser(chromium: Any, tmp_path: Path) -> None:
    with serving(tmp_path, {"ferry.md": FERRY}) as server:
        page = chromium.new_context().new_page()
        page.goto(f"{server.url}articles/ferry/")
        page.wait_for_selector(".rq-pin", state="attached")
        page.locator(".rq-list > li").first.locator(".rq-pin").first.dispatch_event("click")
        expect(page.get_by_text("Notebook").first).to_be_visible()
        page.reload()
        expect(page.get_by_text("Notebook").first).to_be_visible()


DENIED = (
    "---\ntitle: Weir safe\n---\n\nMayor Ilka Brandt runs Fenby. Mayor Ilka Brandt denied that the old "
    "weir was unsafe.\n\n“Ilka Brandt has never seen the weir,” said Bruno Estrup, the captain.\n"
)


def test_what_is_kept_has_its_own_speaker_and_a_denial_its_word(
    chromium: Any, tmp_path: Path
) -> None:
    with serving(tmp_path, {"weir.md": DENIED}) as server:
        page = chromium.new_context().new_page()
        page.goto(f"{server.url}people/ilka-brandt/")
        page.wait_for_selector(".rq-pin", state="attached")
        for pin in page.locator(".rq-pin").all():
            pin.dispatch_event("click")
        page.locator(".rq-dock [data-k=n]").click()
        kept = [" ".join(one.split()) for one in page.locator(".rq-notelist li").all_inner_texts()]
        assert len(kept) == 2, kept
        (denied,) = [one for one in kept if "unsafe" in one]
        (named,) = [one for one in kept if "never seen" in one]
        assert denied.startswith("denied: ")
        assert "Ilka Brandt, reported in Weir safe" in denied
        assert "Bruno Estrup, quoted in Weir safe" in named
