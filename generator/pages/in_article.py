"""What one article has of somebody, or of a subject: its quotations under its title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator import paths
from generator.escape import Html
from generator.model import Article
from generator.pages import views
from generator.pages.views import Byline, Line


@dataclass(frozen=True, slots=True)
class InArticle:
    """An article in a list, with the quotations that belong there; () = it is only named."""

    title: str
    url: Html
    byline: Byline
    quotes: tuple[Line, ...]
    year: str = ""  # of the first article of a year, where the list has jumps to it


def in_article(here: str, article: Article, quotes: Iterable[Line] = ()) -> InArticle:
    """One article, linked from the page `here`."""
    url = views.link(here, paths.article(article.id))
    return InArticle(article.title, url, views.byline(article), tuple(quotes))


def by_article(here: str, lines: Iterable[tuple[Article, Line]]) -> tuple[InArticle, ...]:
    """Lines under their articles, each article once, in the order in which it comes first."""
    found: dict[str, tuple[Article, list[Line]]] = {}
    for article, line in lines:
        found.setdefault(article.id, (article, []))[1].append(line)
    return tuple(in_article(here, article, held) for article, held in found.values())
