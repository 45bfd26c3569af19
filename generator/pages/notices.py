"""What a collection wants said on each of its pages."""

from __future__ import annotations

from dataclasses import dataclass

from generator import paths
from generator.escape import Html
from generator.model import (
    Article,
    Collection,
)
from generator.pages.archive import Archive
from generator.pages.views import link


@dataclass(frozen=True, slots=True)
class Notice:
    """What a collection wants said on each of its pages."""

    words: str
    collection: str
    url: Html


def notices(
    archive: Archive, here: str, articles: list[Article] | tuple[Article, ...]
) -> tuple[Notice, ...]:
    """What the collections of these articles want said."""
    return shown_notices(here, archive.notices(articles))


def shown_notices(here: str, asked: tuple[Collection, ...]) -> tuple[Notice, ...]:
    """The same of collections that are known: for the many pages of one person, found once."""
    return tuple(_notice(here, collection) for collection in asked)


def _notice(here: str, collection: Collection) -> Notice:
    return Notice(collection.notice, collection.title, link(here, paths.collection(collection.id)))
