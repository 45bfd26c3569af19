"""What a build found, kept for the next one: JSON Lines, one article a line."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from generator.model import Corpus, Problem, QuoteRef, Story, normal_words

VERSION: Final = 1


@dataclass(frozen=True, slots=True)
class QuoteState:
    """A quotation as a build saw it."""

    id: str
    kind: str
    words: str
    speaker: str | None  # the name that the site shows


@dataclass(frozen=True, slots=True)
class ArticleState:
    """An article as a build saw it."""

    id: str
    text: str  # digest of its paragraphs' words: the same under another title or file name
    quotes: tuple[QuoteState, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a build found."""

    articles: Mapping[str, ArticleState] = field(default_factory=dict)  # by id
    orphans: tuple[str, ...] = ()  # corrections that match nothing, or several


def snapshot(
    corpus: Corpus, problems: Iterable[Problem] = (), corrections: str = "corrections.yml"
) -> Snapshot:
    """What this build found. `problems`: all of them; those in the file of corrections are its
    orphans.
    """
    names = {entity.id: entity.name for entity in corpus.entities}
    speakers = {ref: names.get(id) for ref, id in corpus.speakers.items()}
    orphans = {p.what for p in problems if p.where.partition(":")[0].endswith(corrections)}
    return Snapshot(
        {story.article.id: _state(story, speakers) for story in corpus.stories},
        tuple(sorted(orphans)),
    )


def _state(story: Story, speakers: Mapping[QuoteRef, str | None]) -> ArticleState:
    article = story.article
    body = "\n".join(normal_words(span.of(article.text)) for span in article.paragraphs)
    return ArticleState(
        article.id,
        hashlib.sha256(body.encode("utf-8", "replace")).hexdigest()[:32],
        tuple(
            QuoteState(
                q.id, q.kind, q.words(article.text), speakers.get(QuoteRef(article.id, q.id))
            )
            for q in story.annotations.quotes
        ),
    )


def dump(held: Snapshot) -> str:
    """The snapshot as text; `load` reads it back."""
    lines: list[Any] = [{"version": VERSION, "orphans": held.orphans}]
    lines += [
        [a.id, a.text, [[q.id, q.kind, q.words, q.speaker] for q in a.quotes]]
        for a in held.articles.values()
    ]
    # ASCII, so that no half surrogate pair can get in the way
    return "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines)


def load(text: str) -> Snapshot | None:
    """A snapshot that `dump` wrote; None if it is damaged or of another version: then nothing is
    known of before.
    """
    try:
        head, *rows = [json.loads(line) for line in text.splitlines()]
        if head["version"] != VERSION:
            return None
        articles = [
            ArticleState(id, digest, tuple(QuoteState(*quote) for quote in quotes))
            for id, digest, quotes in rows
        ]
        return Snapshot({article.id: article for article in articles}, tuple(head["orphans"]))
    except (ValueError, TypeError, KeyError):
        return None
