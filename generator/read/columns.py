"""What the columns of a table, and the fields of what programs fetch, are called."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

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
