"""Photograph each type of page: python -m tests.browser.shoot SITE OUT [NAME…]

SITE is a built site (of `python -m tests.browser.states`, or any other), OUT the folder for the
pictures; they are for the eye and are not committed. Names are those of PAGES below; all of them by
default.
"""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page

from tests.browser.chrome import browser, serving

PAGES = {
    "home": "",
    "articles": "articles/",
    "article": "articles/moscow-warns-of-direct-clash-with-nato/",
    "article-fictional": "articles/demo-eddermoor/we-warned-the-trust-twice/",
    "people": "people/",
    "speaker": "people/ilse-varnholt/",
    "organisations": "organisations/",
    "places": "places/",
    "quotes": "quotes/",
    "compare": "compare/",
    "comparison": "compare/we-warned-the-trust-twice/",
    "voices": "unnamed-voices/",
    "method": "method/",
    "collection": "collections/demo-eddermoor/",
    "lost": "404.html",
}
SIZES = {"wide": (1440, 1000), "middle": (1024, 900), "phone": (390, 844)}
TALLEST = 6000


def shoot(chromium: Browser, base: str, name: str, size: str, scheme: str, out: Path) -> None:
    """One picture of a whole page."""
    width, height = SIZES[size]
    mobile = size == "phone"
    context = chromium.new_context(
        viewport={"width": width, "height": height},
        color_scheme=scheme,  # type: ignore[arg-type]
        has_touch=mobile,
        is_mobile=mobile,
    )
    page = context.new_page()
    page.on("pageerror", lambda error: print("error on", name, error))
    page.goto(base + PAGES.get(name, name))
    settle(page)
    tall = min(TALLEST, max(height, int(page.evaluate("document.body.scrollHeight"))))
    page.set_viewport_size({"width": width, "height": tall})
    settle(page)
    page.screenshot(path=out / f"{name.strip('/').replace('/', '-') or 'home'}-{size}-{scheme}.png")
    context.close()


def settle(page: Page) -> None:
    """Wait for fonts and for the layout that follows them."""
    page.wait_for_load_state("networkidle")
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(250)


def main(site: Path, out: Path, names: list[str]) -> None:
    """All sizes and both schemes of the named pages."""
    out.mkdir(parents=True, exist_ok=True)
    with serving(site) as base, browser() as chromium:
        for name in names:
            for size in SIZES:
                for scheme in ("light", "dark"):
                    shoot(chromium, base, name, size, scheme, out)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:] or list(PAGES))
