"""What reading a folder of seeds gives."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model.article import Article, Problem


@dataclass(frozen=True, slots=True)
class Collection:
    """A folder of seeds."""

    id: str  # folder under seeds/, "/"-separated
    title: str
    description: str = ""
    # shown on every page of the collection, such as "The people here are invented."
    notice: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class HandWritten:
    """A page written by the site's owner (`layout: page`), passed through as Markdown."""

    id: str  # address on the site
    source: str
    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from seeds/, sorted by `id`."""

    articles: tuple[Article, ...] = ()
    pages: tuple[HandWritten, ...] = ()
    collections: tuple[Collection, ...] = ()
    problems: tuple[Problem, ...] = ()
