"""What in a page could act: by a parser that reads HTML as browsers do (selectolax, on Lexbor)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

ADDRESSES = frozenset(
    "href src action formaction xlink:href data poster background cite srcset ping manifest srcdoc content".split()
)
ELEMENTS = frozenset(
    "script iframe frame object embed applet base form style link portal math foreignobject animate set template dialog"
    " input button textarea select noscript plaintext xmp".split()
)
UP = re.compile(r"(?:\.\.?/)+")


def active(page: str) -> Iterator[str]:
    """Everything in a page that runs, loads, submits or leads to a script; addresses without the
    way up.
    """
    tree = LexborHTMLParser(page)
    assert tree.root is not None
    for node in tree.root.traverse(include_text=False):
        given = {name.lower(): value or "" for name, value in node.attributes.items()}
        tag = (node.tag or "").lower()
        if tag == "link" and given.get("rel") in ("canonical", "alternate", "prev", "next"):
            continue  # loads nothing
        if tag in ELEMENTS or (tag == "meta" and "http-equiv" in given):
            words = node.text(deep=True) if tag in ("script", "style") else ""
            kept = sorted(
                (k, v)
                for k, v in given.items()
                if k in ("src", "href", "action", "type", "rel", "content")
            )
            yield UP.sub("", f"{tag} {kept} {words}")
        for name, value in given.items():
            scheme = re.match(r"[\s\x00-\x20]*([a-z][a-z0-9+.-]*):", value, re.IGNORECASE)
            runs = name.startswith("on") or name in ("srcdoc", "ping", "style")
            leads = (
                name in ADDRESSES
                and scheme
                and scheme[1].lower() not in ("http", "https", "mailto")
            )
            loads = name in ("src", "srcset", "poster", "data") and urlsplit(value).netloc
            if runs or leads or loads:
                yield f"{tag} {name}={value}"


def scripts(page: str) -> list[str]:
    """The inline scripts of a page that a browser would run; those of another type are data."""
    found = LexborHTMLParser(page).css("script:not([src])")
    return [
        node.text(deep=True)
        for node in found
        if node.attributes.get("type") in (None, "text/javascript", "module")
    ]


def shown(page: str) -> str:
    """The text of the main part of a page, blank space collapsed."""
    tree = LexborHTMLParser(page)
    for node in tree.css("script, style, nav"):
        node.decompose()
    main = tree.css_first("main")
    assert main is not None
    return " ".join(main.text(deep=True).split())


def pages(site: Path) -> dict[str, str]:
    """Path → page of every page of a site."""
    return {
        path.relative_to(site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(site.rglob("*.html"))
    }
