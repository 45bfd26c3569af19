"""What the articles of a corpus have, and which articles have it: by that they are compared."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.corpus.order import in_time
from generator.corpus.similarity import Text, Texts, read_texts, vectors
from generator.model import Entity, QuoteRef, Statement, Story

LEAD = 3  # paragraphs that say what an article is about
QUOTED = 2.0  # a name that speaks in both weighs so much more

Feature = tuple[str, str | int]  # ("said", Statement.id), ("speaker" or "name", Entity.id)


@dataclass(frozen=True, slots=True)
class Index:
    """What the articles of a corpus have, and which articles have it."""

    order: list[str]  # Article.ids by time
    at: dict[str, int]  # their places in it
    # of each article: its features, without words, and what each is worth
    features: list[dict[Feature, float]]
    lengths: list[float]  # of each article: the length of that vector
    days: list[int | None]
    vectors: list[dict[int, float]]
    texts: Texts
    postings: dict[Feature, list[int]]  # places in `order`, ascending
    names: frozenset[str]  # words of names
    last_words: dict[str, str]  # Entity.id → the last word of its name


def index_of(
    stories: Sequence[Story],
    entities: Sequence[Entity],
    speakers: Mapping[QuoteRef, str],
    statements: Sequence[Statement],
) -> Index:
    """Read the features of all articles. A feature of one article alone is left out."""
    ordered = in_time(stories)
    order = [story.article.id for story in ordered]
    at = {article: place for place, article in enumerate(order)}
    postings: dict[Feature, list[int]] = {}
    features: list[dict[Feature, float]] = [{} for _ in order]
    for feature, full, articles in _features(entities, speakers, statements):
        places = sorted(at[article] for article in articles)
        if len(places) > 1:
            postings[feature] = places
            worth = full * math.log((len(order) + 1) / len(places))
            for place in places:
                features[place][feature] = worth
    texts = read_texts([text_of(story) for story in ordered])
    made = vectors(texts)
    words: defaultdict[Feature, list[int]] = defaultdict(list)
    for place, vector in enumerate(made):
        for word in vector:
            words[("word", word)].append(place)
    names = frozenset(
        word for entity in entities for word in entity.name.casefold().replace("’", " ").split()
    )
    lengths = [math.sqrt(sum(w * w for w in held.values())) for held in features]
    days = [_day(story.article.date) for story in ordered]
    last = {one.id: one.name.split(" (")[0].split()[-1] for one in entities if one.name.split()}
    return Index(order, at, features, lengths, days, made, texts, postings | words, names, last)


def text_of(story: Story) -> Text:
    """An article's text in the parts that weigh differently."""
    article = story.article
    paragraphs = article.paragraphs
    lead = paragraphs[:LEAD]
    standfirst = article.standfirst.of(article.text) if article.standfirst else ""
    return Text(
        article.title,
        " ".join((standfirst, *(span.of(article.text) for span in lead))),
        article.text[lead[-1].end :] if lead else "",
    )


def _day(when: str | None) -> int | None:
    try:
        return date.fromisoformat(when).toordinal() if when and len(when) == 10 else None
    except ValueError:
        return None


def _features(
    entities: Sequence[Entity], speakers: Mapping[QuoteRef, str], statements: Sequence[Statement]
) -> list[tuple[Feature, float, set[str]]]:
    """Every feature but the words: what it is worth at its rarest, and the articles that have
    it.
    """
    quoted: defaultdict[str, set[str]] = defaultdict(set)
    for ref, entity in speakers.items():
        quoted[entity].add(ref.article)
    found: list[tuple[Feature, float, set[str]]] = []
    for statement in statements:
        found.append((("said", statement.id), 0.0, {ref.article for ref in statement.versions}))
    for one in entities:
        found.append((("speaker", one.id), QUOTED, quoted[one.id]))
        found.append((("name", one.id), 1.0, set(one.appears_in)))
    return found
