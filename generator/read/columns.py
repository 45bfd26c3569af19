"""What the columns of a table, and the fields of what programs fetch, are called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from generator.fields.dates import SLASHED, is_settled
from generator.fields.yaml_fields import CANONICAL

TEXT: Final = (
    *("text", "body", "content", "articlebody", "fulltext", "full_text", "article"),
    *("article_text", "maintext", "bodytext", "body_text"),
)
NAME: Final = ("id", "article_id", "uuid")
# names that programs use and people don't: NewsAPI, the Guardian, GDELT, news-please, HuffPost
_OF_PROGRAMS: Final = {
    "publishedat": "date",
    "published_at": "date",
    "webpublicationdate": "date",
    "date_publish": "date",
    "publish_date": "date",
    "publication_date": "date",
    "pub_date": "date",
    "seendate": "date",
    "webtitle": "title",
    "weburl": "source_url",
    "trailtext": "standfirst",
    "short_description": "standfirst",
    "source_name": "publication",
    "publication_title": "publication",
    "sectionname": "tags",
    "category": "tags",
    "manual_tags": "tags",
    "access_date": "accessed",
    "date_download": "accessed",
}
COLUMNS: Final = {**_OF_PROGRAMS, **CANONICAL}
KNOWN: Final = sorted({*COLUMNS, *TEXT, *NAME})


def column(name: str) -> str:
    """A name as it is looked up: "Publication Title" → "publication_title"."""
    return name.lower().replace(" ", "_")


def flat(found: Mapping[str, Any]) -> dict[str, Any]:
    """A JSON object with what it holds under "fields", as the Guardian's answers do, beside the
    rest.
    """
    inner = found.get("fields")
    if not isinstance(inner, dict):
        return dict(found)
    return {**inner, **{name: value for name, value in found.items() if name != "fields"}}


def day_first(values: Iterable[str]) -> tuple[bool, str] | None:
    """(whether the day stands first in dates such as "31/12/2042", the one that tells it) of a
    column; None = none of its values tells, or they contradict each other.
    """
    told: dict[bool, str] = {}
    for value in values:
        found = SLASHED.fullmatch(value.strip())
        if found and (int(found[1]) > 12) != (int(found[2]) > 12):
            told.setdefault(int(found[1]) > 12, value.strip())
    return next(iter(told.items())) if len(told) == 1 else None


def is_ambiguous(value: str) -> bool:
    """Whether a date does not tell which of its numbers is the day: "05/03/2042"."""
    return SLASHED.fullmatch(value.strip()) is not None and not is_settled(value)


def in_order(value: str, first: bool) -> str:
    """A date with slashes as ISO 8601, its order known; any other text as it stands.

    >>> in_order("05/03/2042", True)
    '2042-03-05'
    """
    found = SLASHED.fullmatch(value.strip())
    if found is None:
        return value
    day, month = (found[1], found[2]) if first else (found[2], found[1])
    return f"{found[3]}-{month.zfill(2)}-{day.zfill(2)}"


def without_outlet(title: str, outlet: str) -> str:
    """A title without the outlet's name that its page puts behind it.

    >>> without_outlet("Bridge closed - The Courier", "Courier")
    'Bridge closed'
    """
    for mark in (" | ", " - ", " – ", " — ", " · ", " :: "):
        head, found, tail = title.rpartition(mark)
        if found and head.strip() and _bare(tail) and _bare(tail) == _bare(outlet):
            return head.strip()
    return title


def _bare(name: str) -> str:
    return " ".join(name.split()).casefold().removeprefix("the ").removesuffix(".com")
