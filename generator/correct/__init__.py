"""What people wrote into corrections, laid over what the machine found: their word wins, and none
is lost unsaid.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from difflib import get_close_matches

from generator import paths
from generator.correct.entries import (
    About,
    ArticleCorrection,
    Corrections,
    MentionCorrection,
    QuoteCorrection,
    is_about,
)
from generator.correct.load import is_corrections, load, load_all, read
from generator.correct.quotes import correct_quotes
from generator.correct.statements import statement_pairs
from generator.model import Article, Problem, Story

__all__ = [
    "ArticleCorrection",
    "Corrections",
    "QuoteCorrection",
    "changed",
    "correct_articles",
    "correct_story",
    "is_about",
    "is_corrections",
    "load",
    "load_all",
    "orphans",
    "read",
    "statement_pairs",
]


def correct_articles(
    articles: Sequence[Article], corrections: Corrections
) -> tuple[tuple[Article, ...], list[Problem]]:
    """The articles with the metadata that a person gave them, sorted by id; those made drafts are
    left out.

    A slug moves an article to another address; its former one goes on leading there. One that is
    taken is a problem.
    """
    taken = {article.id for article in articles}
    made: list[Article] = []
    problems: list[Problem] = []
    for article in articles:
        entries = [entry for entry in corrections.articles if is_about(entry, article)]
        if any(entry.draft for entry in entries):
            continue
        for entry in entries:
            article = _with_values(article, entry)
            moved = _moved(article, entry)
            if moved.id != article.id and moved.id in taken:
                problems.append(
                    Problem(entry.where, f"the address {moved.id} is in use", "choose another slug")
                )
            else:
                taken.add(moved.id)
                article = moved
        made.append(article)
    return tuple(sorted(made, key=lambda article: article.id)), problems


def _with_values(article: Article, entry: ArticleCorrection) -> Article:
    """Its text is never touched."""
    values = dict(entry.values)
    if "date" in values:
        values["date_from"] = "corrections" if values["date"] else ""
    by_hand = tuple(sorted({*article.by_hand, *values} - {"date_from"}))
    return replace(article, by_hand=by_hand, **values)


def _moved(article: Article, entry: ArticleCorrection) -> Article:
    folder, _, name = article.id.rpartition("/")
    if entry.slug in (None, name):
        return article
    former = paths.article(article.id).strip("/")
    made = f"{folder}/{entry.slug}".lstrip("/")
    return replace(article, id=made, redirect_from=(*article.redirect_from, former))


def correct_story(story: Story, corrections: Corrections) -> Story:
    """The story with every correction of its quotations; those that match none or several are its
    problems.
    """
    article = story.article
    entries = [entry for entry in corrections.quotes if is_about(entry, article)]
    mentions = [mention for mention in corrections.mentions if is_about(mention, article)]
    if not (entries or mentions):
        return story
    made = correct_quotes(article, story.annotations, entries, corrections.names, mentions)
    return replace(story, annotations=made)


def orphans(corrections: Corrections, articles: Collection[Article]) -> tuple[Problem, ...]:
    """Problems of the file itself, and the entries about none of these articles (by any of their
    addresses).
    """
    known = {name for a in articles for name in (a.id, a.source, f"seeds/{a.source}")}
    lost: list[Problem] = list(corrections.problems)
    entries: list[ArticleCorrection | QuoteCorrection | MentionCorrection] = []
    entries += [*corrections.articles, *corrections.quotes, *corrections.mentions]
    for entry in entries:
        if entry.article not in known and not any(is_about(entry, article) for article in articles):
            close = get_close_matches(entry.article, sorted(known), 1, 0.5)
            hint = f"did you mean {close[0]!r}?" if close else "give its address or its file"
            lost.append(Problem(entry.where, f"there is no article {entry.article!r}", hint))
    return tuple(lost)


def changed(before: Corrections, after: Corrections) -> list[About]:
    """The entries about single articles that only one of the two has, wherever they stand."""
    old, new = _plain(before), _plain(after)
    return [*(old ^ new)]


def _plain(held: Corrections) -> set[About]:
    entries: list[QuoteCorrection | MentionCorrection | ArticleCorrection] = []
    entries += [*held.quotes, *held.mentions, *held.articles]
    return {replace(entry, where="") for entry in entries}
