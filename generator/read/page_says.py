"""What a page says of itself, put right: titles with the outlet's name, authors that are none,
archives.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

from generator.fields import bylines
from generator.fields.metadata import safe_url
from generator.languages.words import TIMES
from generator.read.columns import without_outlet

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Said = Mapping[str, tuple[str, ...]]
LEAST: Final = 12  # letters of a heading that may be the title
MOST_HEADINGS: Final = 20
_SEPARATOR: Final = re.compile(r"\s*[|·–—:\-•«»]+\s*(?P<outlet>.{2,80})\Z")
_ARCHIVED: Final = re.compile(
    r"https?://web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/(?P<scheme>https?):/{1,2}(?P<rest>.+)\Z"
)
_DAY: Final = re.compile(
    rf"[,\s|·•-]+(?:on )?(?:\d{{1,2}}\.? )?(?:{'|'.join(month[:3] for month in TIMES.months)})[a-z]*\.?"
    r"(?: \d{1,2})?"
    r"(?:,? \d{4})?.{0,40}\Z",
    re.IGNORECASE,
)
_NOBODY: Final = re.compile(
    r"posted|published|authority control|redaktion|editorial|newsroom|subscribe|sign up|share|cookie",
    re.IGNORECASE,
)
_BYLINE: Final = (
    "//*[contains(concat(' ', @class, ' '), ' byline ') or @itemprop='author' or @rel='author']"
)
MOST_WORDS: Final = 5  # of an author's name


def put_right(said: Said, tree: HtmlElement) -> dict[str, tuple[str, ...]]:
    """The fields of a page, by canonical name, without what they can't be."""
    made = _from_archive(dict(said))
    title, outlet = "".join(made.get("title", ())), "".join(made.get("publication", ()))
    if _is_no_outlet(outlet, title):
        outlet = ""
    shorter, behind = _heading(title, tree)
    behind = behind or _heading(" ".join((tree.findtext(".//title") or "").split()), tree)[1]
    title = shorter or without_outlet(title, outlet)
    made["title"] = (title,)
    made["publication"] = (behind if behind and ("." in outlet or not outlet) else outlet,)
    none = {name.casefold() for name in (outlet, behind, title) if name}
    names = [_author(name) for name in made.get("author", ())]
    made["author"] = tuple(name for name in names if name and name.casefold() not in none)
    if not made["author"]:
        made["author"] = _in_byline(tree, none)
    return made


def _from_archive(said: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """An address of the Wayback Machine parted into the archive's and the page's own."""
    found = _ARCHIVED.match("".join(said.get("source_url", ())))
    own = safe_url(f"{found['scheme']}://{found['rest']}") if found else None
    if found is None or own is None:
        return said
    at = found[0][: found.start("scheme")]
    made = {**said, "source_url": (own,), "archive_url": (at + own,)}
    if "archive.org" in "".join(said.get("publication", ())):
        made["publication"] = ((urlsplit(own).hostname or "").removeprefix("www."),)
    return made


def _is_no_outlet(outlet: str, title: str) -> bool:
    return outlet.isdigit() or outlet.casefold() == title.casefold()


def _heading(title: str, tree: HtmlElement) -> tuple[str, str]:
    """(the heading of the page that the title begins with, what stands behind it there); ("", "") =
    the title has nothing behind it.
    """
    for heading in [*tree.iter("h1", "h2")][:MOST_HEADINGS]:
        words = " ".join(" ".join(heading.itertext()).split())
        begins = len(words) >= LEAST and title.startswith(words) and len(title) > len(words)
        behind = _SEPARATOR.match(title[len(words) :]) if begins else None
        # longer than the heading, it is the title, and the heading the name of the site
        if behind and len(behind["outlet"]) < len(words):
            return words, behind["outlet"].strip()
    return "", ""


def _author(name: str) -> str:
    """A name without the day behind it; "" = it is nobody's."""
    name = bylines.without_role(_DAY.sub("", name) if len(name) < bylines.LONGEST else "")
    return "" if _NOBODY.search(name) or len(name.split()) > MOST_WORDS else name


def _in_byline(tree: HtmlElement, none: set[str]) -> tuple[str, ...]:
    """Who is named where the page marks its byline."""
    for node in tree.xpath(_BYLINE)[:5]:
        words = " ".join(" ".join(node.itertext()).split())
        if not 4 < len(words) <= bylines.LONGEST:
            continue
        names, others = bylines.people(_DAY.sub("", words))
        good = tuple(
            name for name in names if name.casefold() not in none and not _NOBODY.search(name)
        )
        if good and all(map(bylines.is_role, others)):
            return good
    return ()
