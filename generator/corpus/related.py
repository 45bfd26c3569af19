"""Which articles belong together, and why, in words.

The topic carries: how alike the texts are (see `similarity`), times what names, speakers and
statements they share, times how near they are in time. What is shared multiplies and never makes
two articles related alone; articles that are the same text are another version, not related.

Candidates come from inverted indices: for each of an article's weightiest words and its statements
the articles nearest in time that share them, so that the cost of one article does not grow with the
corpus.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.corpus.related_index import Feature, Index, index_of
from generator.corpus.similarity import (
    cosine,
    is_about,
    number_of,
    shared_words,
)
from generator.languages.words import ORGANISATIONS
from generator.model import Entity, QuoteRef, Reason, Relation, Statement, Story

MOST = 6
REASONS = 4
FEATURES = 32  # features by which an article looks for others
WINDOW = 20  # articles looked at for each of them, on either side in time
CLOSEST = 32  # candidates that are compared in full

NAMES = 0.25  # how much names that are all shared add to the likeness of the texts
STATEMENT = 0.5  # how much a shared statement adds
NEAR, OLD, DAYS = 0.3, 0.7, 30  # reports of one day, and what is left when they are far apart

# Entries below are not shown. On articles judged by hand (news of a year by seven outlets), of the
# first three entries that reach it two thirds are of one topic.
FLOOR = 0.055
TELLING = 0.05  # of the articles: what more of them have is no reason
COMMON = 0.1  # … of a word
LEAST = 2  # words that say something together
FEW = 3  # articles, which are never too many


def related(
    stories: Sequence[Story],
    entities: Sequence[Entity],
    speakers: Mapping[QuoteRef, str],
    statements: Sequence[Statement] = (),
    same: Mapping[str, Sequence[str]] | None = None,
) -> dict[str, tuple[Relation, ...]]:
    """For each article that has any, at most six others, best first, none below `FLOOR`.

    `same`: articles that are the same text, by Article.id; None = there are none.
    """
    index = index_of(stories, entities, speakers, statements)
    said = _wordings(index, stories, entities, statements)
    found: dict[str, tuple[Relation, ...]] = {}
    for here, article in enumerate(index.order):
        others = (same or {}).get(article, ())
        never = {index.at[other] for other in others if other in index.at}
        scored = [
            (score(index, here, there), there)
            for there in _candidates(index, here)
            if there not in never
        ]
        best = sorted((one for one in scored if one[0] >= FLOOR), key=lambda one: (-one[0], one[1]))
        kept = _without_editions(index, best, same or {})[:MOST]
        if kept:
            found[article] = tuple(
                Relation(index.order[there], round(worth, 3), _reasons(index, here, there, said))
                for worth, there in kept
            )
    return {article: found[article] for article in sorted(found)}


def _without_editions(
    index: Index, best: Sequence[tuple[float, int]], same: Mapping[str, Sequence[str]]
) -> list[tuple[float, int]]:
    """Of several that are one text, the best."""
    out: list[tuple[float, int]] = []
    seen: set[str] = set()
    for worth, there in best:
        article = index.order[there]
        if article not in seen:
            out.append((worth, there))
            seen.update(same.get(article, ()))
    return out


def _candidates(index: Index, here: int) -> list[int]:
    """Articles that share weighty words or a statement, nearest in time first among the holders of
    a common one.
    """
    vector = index.vectors[here]
    own: dict[Feature, float] = {
        feature: 1.0 for feature in index.features[here] if feature[0] == "said"
    }
    for word in list(vector)[: FEATURES - min(len(own), FEATURES // 2)]:
        own[("word", word)] = vector[word] * vector[word]
    seen: defaultdict[int, float] = defaultdict(float)
    for feature, weight in own.items():
        places = index.postings[feature]
        middle = bisect_left(places, here)
        for place in places[max(0, middle - WINDOW) : middle + WINDOW + 1]:
            seen[place] += weight
    seen.pop(here, None)
    return sorted(seen, key=lambda place: (-seen[place], place))[:CLOSEST]


def score(index: Index, here: int, there: int) -> float:
    """How closely two articles are related, 0 to 1: the topic, times what else they share."""
    text = cosine(index.vectors[here], index.vectors[there])
    one, other = index.features[here], index.features[there]
    shared = [feature for feature in one if feature in other]
    names = sum(one[feature] * other[feature] for feature in shared)
    length = index.lengths[here] * index.lengths[there]
    said = any(feature[0] == "said" for feature in shared)
    more = 1 + NAMES * (names / length if length else 0.0) + STATEMENT * said
    return min(1.0, text * more * _nearness(index.days[here], index.days[there]))


def _nearness(one: int | None, other: int | None) -> float:
    """1 for one day, .7 for articles far apart; half of that way where a date is missing."""
    if one is None or other is None:
        return OLD + NEAR / 2
    return OLD + NEAR * math.exp(-abs(one - other) / DAYS)


def _reasons(
    index: Index, here: int, there: int, said: Mapping[Feature, Reason]
) -> tuple[Reason, ...]:
    """What two articles share and few others have, at most four; a speaker is not named again as a
    name.

    A name or speaker is a reason only where one of the two is about it, by its headline or lead;
    words only where few articles have them and one of the two is about them. Where that leaves
    nothing, the words that both are about, whatever they are.
    """
    others = index.features[there]
    shared = {
        feature: worth
        for feature, worth in index.features[here].items()
        if feature in others
        and feature in said
        and (feature[0] == "said" or _is_about(index, here, there, feature))
    }
    ordered = sorted(
        shared, key=lambda f: (f[0] != "said", -shared[f], f[0] != "speaker", str(f[1]))
    )
    found = [said[f] for f in ordered if f[0] != "name" or ("speaker", f[1]) not in shared]
    one, other = index.vectors[here], index.vectors[there]
    most = max(FEW, COMMON * len(index.order))

    def tells(word: int) -> bool:
        held = len(index.postings[("word", word)])
        return held <= most and any(is_about(index.texts, at, word) for at in (here, there))

    words = shared_words(index.texts, one, other, without=index.names, only=tells)
    if len(words) < LEAST and not found:
        words = shared_words(index.texts, one, other, without=index.names)
        words = words or shared_words(index.texts, one, other)
    if len(words) >= LEAST or not found:
        found = [*found[: REASONS - 1], Reason("words", "Words in common", ", ".join(words))]
    return tuple(found[:REASONS])


def _is_about(index: Index, here: int, there: int, feature: Feature) -> bool:
    """Whether the headline or lead of one of two articles has the last word of a name."""
    word = number_of(index.texts, index.last_words[str(feature[1])])
    return word is not None and any(is_about(index.texts, at, word) for at in (here, there))


def _wordings(
    index: Index,
    stories: Sequence[Story],
    entities: Sequence[Entity],
    statements: Sequence[Statement],
) -> dict[Feature, Reason]:
    """Every feature that tells, in words: one value, however many entries show it.

    What more than a twentieth of the articles have tells nothing, nor an outlet, an agency, an
    abbreviation or a name of which it is not known whom it means.
    """
    found: dict[Feature, Reason] = {}
    total = len(index.order)
    outlets = {(story.article.publication or "").casefold() for story in stories}
    for statement in statements:
        title = f"Both print “{statement.title}”"
        found[("said", statement.id)] = Reason(
            "same", title, _alike(statement), statement=statement.id
        )
    for one in entities:
        if not _tells(one, outlets):
            continue
        for kind, verb, shape in (("speaker", "quote", "speaker"), ("name", "name", "about")):
            count = len(index.postings.get((kind, one.id), ()))
            if 1 < count <= max(FEW, TELLING * total):
                found[(kind, one.id)] = Reason(
                    "speaker" if shape == "speaker" else "about",
                    f"Both {verb} {one.name}",
                    f"{count} of {total} articles do",
                    entity=one.id,
                )
    return found


def _tells(one: Entity, outlets: set[str]) -> bool:
    words = one.name.casefold().split()
    if one.name.casefold() in outlets or not ORGANISATIONS.papers.isdisjoint(words):
        return False
    if one.kind == "place" and one.name.isupper():
        return False
    return not (len(words) == 1 and one.name.upper() == one.name) and "(" not in one.name


def _alike(statement: Statement) -> str:
    least = min((version.alike for version in statement.compared), default=100)
    versions = f"{len(statement.versions)} versions"
    return (
        f"{versions}, word for word"
        if least == 100
        else f"{versions}, the least like {least}% alike"
    )
