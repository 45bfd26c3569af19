"""Where `related.FLOOR` comes from: `python -m tests.corpus.related_floor` (1,000 invented
articles, some 10 seconds).

Scores of 40,000 pairs drawn by chance, by what the two articles have in common.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict

from generator.corpus.related import FLOOR, score
from generator.corpus.related_index import index_of
from generator.corpus.statements.versions import statements_of
from generator.corpus.who.entities import who_is_who, with_sayings
from generator.corpus.who.profiles import said_by
from tests.bench import corpus
from tests.corpus.bench import bench_story

COUNT = 1000
PAIRS = 40_000


def main() -> None:
    stories = [bench_story(number, COUNT) for number in range(COUNT)]
    known = who_is_who(stories, ())
    speakers = said_by(stories, known.bearers)
    index = index_of(
        stories, with_sayings(known, speakers, {}), speakers, statements_of(stories, speakers)
    )
    chance = random.Random(1)  # noqa: S311
    scores: defaultdict[str, list[float]] = defaultdict(list)
    for _ in range(PAIRS):
        one, other = chance.sample(range(COUNT), 2)
        shared = index.features[one].keys() & index.features[other].keys()
        topic = (
            "one topic"
            if topic_of(index.order[one]) == topic_of(index.order[other])
            else "two topics"
        )
        kinds = {str(kind) for kind, _ in shared}
        most = next((kind for kind in ("said", "speaker", "name") if kind in kinds), "nothing")
        scores[f"{topic}, {most} shared"].append(score(index, one, other))
    for what, found in sorted(scores.items()):
        found.sort()
        at = [found[int(part * (len(found) - 1))] for part in (0, 0.5, 0.9, 1)]
        above = sum(one >= FLOOR for one in found) / len(found)
        print(
            f"{what}: {len(found)} pairs; lowest {at[0]:.3f}, median {at[1]:.3f}, 90 % below {at[2]:.3f}, "
            f"highest {at[3]:.3f}; "
            f"{above:.1%} reach the floor of {FLOOR}"
        )


def topic_of(article: str) -> str:
    path = corpus.seed(int(article[1:]), COUNT).path
    return re.sub(r"^.*/(?:\d{4}-\d\d-\d\d-)?", "", path).split("-")[0]


if __name__ == "__main__":
    main()
