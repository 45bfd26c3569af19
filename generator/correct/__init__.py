"""seeds/corrections.yml laid over what the machine found: people's word wins, and none of it is lost unsaid."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches

from generator.correct.entries import ArticleCorrection, Corrections, QuoteCorrection, is_about
from generator.correct.load import load, read
from generator.correct.quotes import correct_quotes
from generator.model import Article, Problem, Story

__all__ = [
    "ArticleCorrection",
    "Corrections",
    "QuoteCorrection",
    "correct_article",
    "correct_story",
    "load",
    "orphans",
    "read",
]


def correct_article(article: Article, corrections: Corrections) -> Article:
    """The article with the metadata that a person gave it. Its text is never touched."""
    for entry in corrections.articles:
        if is_about(entry, article.id, article.source):
            values = dict(entry.values)
            if "date" in values:
                values["date_from"] = "corrections"
            by_hand = tuple(sorted({*article.by_hand, *values} - {"date_from"}))
            article = replace(article, by_hand=by_hand, **values)
    return article


def correct_story(story: Story, corrections: Corrections) -> Story:
    """The story with every correction of its quotations; those that match none or several are its problems."""
    article = story.article
    entries = [entry for entry in corrections.quotes if is_about(entry, article.id, article.source)]
    if not entries:
        return story
    return replace(story, annotations=correct_quotes(article, story.annotations, entries, corrections.names))


def orphans(corrections: Corrections, stories: Sequence[Story]) -> tuple[Problem, ...]:
    """Problems of the file itself, and the entries about articles that are not there."""
    ids = {story.article.id for story in stories}
    sources = {story.article.source for story in stories}
    known = ids | sources | {f"seeds/{source}" for source in sources}
    lost: list[Problem] = list(corrections.problems)
    entries: list[ArticleCorrection | QuoteCorrection] = [*corrections.articles, *corrections.quotes]
    for entry in entries:
        if entry.article not in known:
            close = get_close_matches(entry.article, sorted(known), 1, 0.5)
            hint = f"did you mean {close[0]!r}?" if close else "give its address or its file"
            lost.append(Problem(entry.where, f"there is no article {entry.article!r}", hint))
    return tuple(lost)
