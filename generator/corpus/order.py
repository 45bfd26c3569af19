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


def neighbours(stories: Iterable[Story]) -> dict[str, tuple[str | None, str | None]]:
    """The articles before and after each in time, by Article.id; None at either end and for undated articles."""
    row = [story.article.id for story in in_time(stories) if story.article.date]
    before: list[str | None] = [None, *row[:-1]]
    after: list[str | None] = [*row[1:], None]
    found: dict[str, tuple[str | None, str | None]] = {story.article.id: (None, None) for story in stories}
    return found | {here: (left, right) for here, left, right in zip(row, before, after)}
