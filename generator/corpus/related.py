"""Which articles belong together, and why, in words.

Candidates come from inverted indices: for each of an article's weightiest features (statements,
speakers, names, words) the articles nearest in time that share it, so that the cost of one article
does not grow with the corpus.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.corpus.order import in_time
from generator.corpus.similarity import Texts, cosine, read_texts, shared_words, vectors
from generator.model import Entity, QuoteRef, Reason, Relation, Statement, Story

MOST = 6
REASONS = 4
FEATURES = 32  # features by which an article looks for others
WINDOW = 12  # articles looked at for each of them, on either side in time
CLOSEST = 40  # candidates that are compared in full

# What a shared feature is worth when it is as rare as can be; see `_rarity` for how it falls.
STATEMENT, SPEAKER, NAME, PLACE = 1.0, 0.45, 0.2, 0.08
TEXT = 0.8  # what two texts of the same words are worth

# Entries below are not shown. Of 40,000 pairs of 1,000 invented articles (`python -m
# tests.corpus.related_floor`), no pair of two topics reaches it that shares nothing (16,342 pairs,
# the highest .020) or only names of people and places (11,958 pairs, the highest .077); all that
# share a statement do (238 pairs, the lowest .413), and 98 % of those with one topic and one
# speaker (547 pairs). In the seeds, the owner's article and the invented collection score .016.
FLOOR = 0.1

# ("said", Statement.id), ("speaker" or "name", Entity.id), ("word", number)
Feature = tuple[str, str | int]


@dataclass(frozen=True, slots=True)
class Index:
    """What the articles of a corpus have, and which articles have it."""

    order: list[str]  # Article.ids by time
    at: dict[str, int]  # their places in it
    # of each article: its features, without words, and what each is worth
    features: list[dict[Feature, float]]
    vectors: list[dict[int, float]]
    texts: Texts
    postings: dict[Feature, list[int]]  # places in `order`, ascending


def related(
    stories: Sequence[Story],
    entities: Sequence[Entity],
    speakers: Mapping[QuoteRef, str],
    statements: Sequence[Statement] = (),
) -> dict[str, tuple[Relation, ...]]:
    """For each article that has any, at most six others, best first, none below `FLOOR`."""
    index = index_of(stories, entities, speakers, statements)
    said = _wordings(index, entities, statements)
    found: dict[str, tuple[Relation, ...]] = {}
    for here, article in enumerate(index.order):
        scored = [(score(index, here, there), there) for there in _candidates(index, here)]
        best = sorted(
            (one for one in scored if one[0] >= FLOOR), key=lambda one: (-one[0], one[1])
        )[:MOST]
        if best:
            found[article] = tuple(
                Relation(index.order[there], round(worth, 3), _reasons(index, here, there, said))
                for worth, there in best
            )
    return {article: found[article] for article in sorted(found)}


def index_of(
    stories: Sequence[Story],
    entities: Sequence[Entity],
    speakers: Mapping[QuoteRef, str],
    statements: Sequence[Statement],
) -> Index:
    """Read the features of all articles. A feature of one article alone is left out."""
    order = [story.article.id for story in in_time(stories)]
    at = {article: place for place, article in enumerate(order)}
    holders: dict[Feature, list[int]] = {}
    worth: dict[Feature, float] = {}
    for feature, full, articles in _features(entities, speakers, statements):
        places = sorted(at[article] for article in articles)
        if len(places) > 1:
            holders[feature] = places
            worth[feature] = full * _rarity(len(places), len(order))
    features: list[dict[Feature, float]] = [{} for _ in order]
    for feature, places in holders.items():
        for place in places:
            features[place][feature] = worth[feature]
    texts = read_texts([_without_names(story) for story in in_time(stories)])
    made = vectors(texts)
    words: defaultdict[Feature, list[int]] = defaultdict(list)
    for place, vector in enumerate(made):
        for word in vector:
            words[("word", word)].append(place)
    return Index(order, at, features, made, texts, holders | words)


def _without_names(story: Story) -> str:
    """The text without the names that count as features of their own."""
    text, at, kept = story.article.text, 0, []
    spans = sorted(mention.span for name in story.annotations.names for mention in name.mentions)
    for span in spans:
        if span.start >= at:
            kept.append(text[at : span.start])
            at = span.end
    return " ".join((*kept, text[at:]))


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
        found.append(
            (("said", statement.id), STATEMENT, {ref.article for ref in statement.versions})
        )
    for one in entities:
        found.append((("speaker", one.id), SPEAKER, quoted[one.id]))
        found.append(
            (("name", one.id), PLACE if one.kind == "place" else NAME, set(one.appears_in))
        )
    return found


def _rarity(holders: int, total: int) -> float:
    """1 for what almost no article has, 0 for what all have: the square of log(total / holders) /
    log(total).
    """
    return (math.log((total + 1) / holders) / math.log(total + 1)) ** 2


def _candidates(index: Index, here: int) -> list[int]:
    """Articles that share weighty features, nearest in time first among the holders of a common
    one.
    """
    own: dict[Feature, float] = dict(index.features[here])
    own.update(
        {("word", word): TEXT * weight * weight for word, weight in index.vectors[here].items()}
    )
    heaviest = sorted(own, key=lambda feature: (-own[feature], feature[0], str(feature[1])))[
        :FEATURES
    ]
    seen: defaultdict[int, float] = defaultdict(float)
    for feature in heaviest:
        places = index.postings[feature]
        middle = bisect_left(places, here)
        for place in places[max(0, middle - WINDOW) : middle + WINDOW + 1]:
            seen[place] += own[feature]
    seen.pop(here, None)
    return sorted(seen, key=lambda place: (-seen[place], place))[:CLOSEST]


def score(index: Index, here: int, there: int) -> float:
    """How closely two articles are related, 0 to 1: evidence adds up, each piece taking its share
    of what is left.
    """
    text = TEXT * cosine(index.vectors[here], index.vectors[there])
    others = index.features[there]
    shared = sum(worth for feature, worth in index.features[here].items() if feature in others)
    return 1 - (1 - text) * math.exp(-shared)


def _reasons(
    index: Index, here: int, there: int, said: Mapping[Feature, Reason]
) -> tuple[Reason, ...]:
    """The weightiest of what two articles share, at most four; a speaker is not named again as a
    name.

    What half of the corpus has is no reason beside one that is ten times as rare.
    """
    others = index.features[there]
    shared = {
        feature: worth for feature, worth in index.features[here].items() if feature in others
    }
    least = max(shared.values(), default=0.0) / 10
    shared = {feature: worth for feature, worth in shared.items() if worth >= least}
    ordered = sorted(
        shared, key=lambda f: (f[0] != "said", -shared[f], f[0] != "speaker", str(f[1]))
    )
    found = [said[f] for f in ordered if f[0] != "name" or ("speaker", f[1]) not in shared]
    words = shared_words(index.texts, index.vectors[here], index.vectors[there])
    alike = TEXT * cosine(index.vectors[here], index.vectors[there])
    if len(words) > 1 and (alike >= FLOOR or not found):
        found = [*found[: REASONS - 1], Reason("words", "Words in common", ", ".join(words))]
    return tuple(found[:REASONS])


def _wordings(
    index: Index, entities: Sequence[Entity], statements: Sequence[Statement]
) -> dict[Feature, Reason]:
    """Every feature that two articles can share, in words: one value, however many entries show
    it.
    """
    found: dict[Feature, Reason] = {}
    for statement in statements:
        title = f"Both print “{statement.title}”"
        found[("said", statement.id)] = Reason(
            "same", title, _alike(statement), statement=statement.id
        )
    for one in entities:
        quoted, named = (
            f"{len(index.postings.get((kind, one.id), ()))} of" for kind in ("speaker", "name")
        )
        share = f"{len(index.order)} articles do"
        found[("speaker", one.id)] = Reason(
            "speaker", f"Both quote {one.name}", f"{quoted} {share}", entity=one.id
        )
        found[("name", one.id)] = Reason(
            "about", f"Both name {one.name}", f"{named} {share}", entity=one.id
        )
    return found


def _alike(statement: Statement) -> str:
    least = min((version.alike for version in statement.compared), default=100)
    versions = f"{len(statement.versions)} versions"
    return (
        f"{versions}, word for word"
        if least == 100
        else f"{versions}, the least like {least}% alike"
    )
