"""Which comes first: articles by date, quotations by article and place."""

from __future__ import annotations

from collections.abc import Iterable

from generator.model import Article, Story

When = tuple[bool, str, str]


def when(article: Article) -> When:
    """Sort key: dated articles by date ("2042" before "2042-03"), then the undated; ties by id."""
    return (article.date is None, article.date or "", article.id)


def in_time(stories: Iterable[Story]) -> list[Story]:
    """The stories, oldest first, undated last."""
    return sorted(stories, key=lambda story: when(story.article))
