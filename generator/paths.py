"""Where each thing lives on the site: the only file that makes a URL or an anchor.

A URL here is relative to the root of the site, without a leading slash, in plain ASCII; "" is the
home page. Pages link to each other by `link`, so the site works under any sub-path. "~" never
occurs in a slug: what the generator adds below a section ("articles/page~2/") can't fall on an
article.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection
from typing import Final

from generator.model import EntityKind, without_accents

HOME: Final = ""
ARTICLES: Final = "articles/"
PEOPLE: Final = "people/"
ORGANISATIONS: Final = "organisations/"
PLACES: Final = "places/"
QUOTES: Final = "quotes/"
COMPARE: Final = "compare/"
SUBJECTS: Final = "subjects/"
COLLECTIONS: Final = "collections/"
OUTLETS: Final = "outlets/"
VOICES: Final = "unnamed-voices/"
METHOD: Final = "method/"
SEARCH: Final = "search/"
DATA: Final = "data/"
REVIEW: Final = "review/"  # under `mkdocs serve` alone
SIDE: Final = "side-by-side/"

PAGES: Final = "pages/"  # a page of the owner's whose own address is the site's: see OURS

DATA_SET: Final = "dataset.jsonld"  # schema.org Dataset of the files under data/

_SECTION: Final[dict[EntityKind, str]] = {
    "person": PEOPLE,
    "government": PEOPLE,
    "group": PEOPLE,
    "organisation": ORGANISATIONS,
    "place": PLACES,
}
# What the engine and its theme write besides our pages
ENGINE: Final = frozenset(
    ["assets", "search", "pagefind", "404.html", "sitemap.xml", "sitemap.xml.gz", "robots.txt"]
)
# First parts of addresses that are the site's own
OURS: Final = ENGINE | {
    section.rstrip("/")
    for section in (
        *_SECTION.values(),
        ARTICLES,
        QUOTES,
        COMPARE,
        SUBJECTS,
        COLLECTIONS,
        OUTLETS,
        VOICES,
        METHOD,
        SEARCH,
        DATA,
        REVIEW,
        SIDE,
    )
}
LONGEST: Final = 200  # bytes of one name in an address; file systems allow 255
_NAME: Final = re.compile(r"(?!\.)[\w.~ -]*[\w~-]")
# Letters that don't come apart into a letter and an accent
LATIN: Final = str.maketrans(
    {
        "ø": "o",
        "æ": "ae",
        "œ": "oe",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "’": "",
        "'": "",
    }
)
# File names that Windows reserves, and "index", which is every folder's own page
_RESERVED: Final = frozenset(
    [
        "con",
        "prn",
        "aux",
        "nul",
        "index",
        *(f"{port}{n}" for port in ("com", "lpt") for n in range(10)),
    ]
)


def slug(words: str, limit: int = 60) -> str:
    """Words as a part of an address: a–z, 0–9 and single hyphens, cut at a word; never empty.

    Where letters of another script fall away, a short hash of all the words stands for them. Two
    texts may still give the same slug: see `unique`.
    """
    letters = without_accents(words.casefold().translate(LATIN))
    name = ""
    for word in re.findall(r"[a-z0-9]+", letters):
        if len(name) + len(word) + 1 > limit:
            name = name or word[:limit]
            break
        name = f"{name}-{word}" if name else word
    if not name or any(c.isalnum() and not c.isascii() for c in letters):
        return f"{name or 'n'}-{_hash(words)}"
    return name + "-x" if name in _RESERVED else name


def unique(name: str, taken: Collection[str], source: str) -> str:
    """The slug itself, or, when it is taken, the slug and a hash of `source` (what makes the thing
    itself).
    """
    return name if name not in taken else f"{name}-{_hash(source)}"


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def article(article_id: str) -> str:
    """An article's page."""
    return f"{ARTICLES}{article_id}/"


def article_file(article_id: str, name: str) -> str:
    """A file beside an article's page: "cite.ris", "cite.json", "cite.bib"."""
    return f"{article(article_id)}{name}"


def feed(owner: str, name: str) -> str:
    """A feed ("feed.xml" or "feed.json") of the site (`owner` HOME) or of what the owner of a page
    said.
    """
    return f"{owner}{name}"


def entity(kind: EntityKind, entity_id: str) -> str:
    """The page of a person, government, group, organisation or place."""
    return f"{_SECTION[kind]}{entity_id}/"


def section_of(kind: EntityKind) -> str:
    """The index on which this kind of entity is listed."""
    return _SECTION[kind]


def statement(statement_id: str) -> str:
    """The comparison of one statement's versions."""
    return f"{COMPARE}{statement_id}/"


def subject(subject_id: str) -> str:
    """The quotations about a subject."""
    return f"{SUBJECTS}{subject_id}/"


def subject_file(subject_id: str) -> str:
    """The quotations about a subject as a table."""
    return f"{subject(subject_id)}quotes.csv"


def collection(collection_id: str) -> str:
    """A collection's page; the articles in seeds/ itself have none and are found under ARTICLES."""
    return f"{COLLECTIONS}{collection_id}/" if collection_id else ARTICLES


def outlet(name: str) -> str:
    """The page of an outlet's articles. Outlets have no id, so case and accents don't make two of
    them.
    """
    return f"{OUTLETS}{slug(name)}/"


def page(listing: str, number: int) -> str:
    """Page `number` (1-based) of a listing that is too long for one page."""
    return listing if number == 1 else f"{listing}page~{number}/"


def year(owner: str, name: str) -> str:
    """A part of a long page: one year's entries ("2042"), or those without a date ("undated")."""
    return f"{owner}{name}~/"


def part(quote_id: str, number: int) -> str:
    """The anchor of part `number` (0-based) of a quotation in its article."""
    return quote_id if number == 0 else f"{quote_id}-{number + 1}"


def quote(article_id: str, quote_id: str) -> str:
    """A quotation's permanent address: its place in the text."""
    return f"{article(article_id)}#{quote_id}"


def card(quote_id: str) -> str:
    """The anchor of a quotation's card in the sidebar."""
    return "c" + quote_id.removeprefix("q")


def paragraph(number: int) -> str:
    """The anchor of a paragraph, 1-based."""
    return f"p{number}"


def source(url: str) -> str:
    """The Markdown file behind a page's URL."""
    return f"{url}index.md"


def former(old: str) -> str:
    """ "old/path", "/articles/old/" or "2019/old.html" as the path of a file; "" if it can be none,
    on any system.
    """
    parts = [part for part in old.partition("#")[0].partition("?")[0].split("/") if part]
    if not parts or not all(map(_is_name, parts)):
        return ""
    path = "/".join(parts)
    return path if path.endswith((".html", ".htm")) else f"{path}/index.html"


def _is_name(part: str) -> bool:
    reserved = part.partition(".")[0].casefold() in _RESERVED - {"index"}
    return _NAME.fullmatch(part) is not None and len(part.encode()) <= LONGEST and not reserved


def link(here: str, there: str) -> str:
    """How the page at URL `here` refers to `there` (a URL with or without a fragment or query)."""
    path = there.partition("#")[0].partition("?")[0]
    rest = there[len(path) :]
    if path == here and rest:
        return rest
    mine, theirs = here.split("/")[:-1], path.split("/")
    common = 0
    while common < len(mine) and common < len(theirs) - 1 and mine[common] == theirs[common]:
        common += 1
    return (("../" * (len(mine) - common) + "/".join(theirs[common:])) or "./") + rest
