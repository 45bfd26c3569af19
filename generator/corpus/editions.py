"""Articles that are the same text: a reprint, the next day's edition, the agency's report in two
papers.

By the containment of shingles (Broder 1997): each text is the set of its runs of eight words, of
which a fixed sixteenth is kept, chosen by its first two words, so that the cost grows with the
text alone.
"""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import lru_cache

from generator.model import Story

WORD = re.compile(r"[^\W_]+")
RUN = 8  # words of a shingle
KEPT = 16  # one in so many is compared
LEAST = 5  # kept shingles from which a text can be judged: some 90 words
SAME = 0.5  # share of the shorter text's shingles from which it is the same text
PRIME = 1_000_003  # so that all letters of two words choose
MOST = 40  # articles with one shingle: beyond, it is a notice that all carry


def editions(stories: Sequence[Story]) -> dict[str, tuple[str, ...]]:
    """For each article that has any: the other articles (ids, sorted) that are the same text."""
    sketches = [_sketch(story.article.text) for story in stories]
    holders: defaultdict[int, list[int]] = defaultdict(list)
    for at, sketch in enumerate(sketches):
        for shingle in sorted(sketch):
            holders[shingle].append(at)
    shared: Counter[tuple[int, int]] = Counter()
    for held in holders.values():
        if 1 < len(held) <= MOST:
            shared.update((a, b) for i, a in enumerate(held) for b in held[i + 1 :])
    found: defaultdict[str, list[str]] = defaultdict(list)
    for (one, other), count in shared.items():
        least = min(len(sketches[one]), len(sketches[other]))
        if least >= LEAST and count >= SAME * least:
            found[stories[one].article.id].append(stories[other].article.id)
            found[stories[other].article.id].append(stories[one].article.id)
    return {article: tuple(sorted(others)) for article, others in sorted(found.items())}


def _sketch(text: str) -> frozenset[int]:
    """The kept shingles of a text, as numbers that are the same in every run of the program."""
    hashes = [number_of(word) for word in WORD.findall(text.casefold())]
    starts = [
        at
        for at in range(len(hashes) - RUN + 1)
        if (hashes[at] * 31 + hashes[at + 1]) % PRIME % KEPT == 0
    ]
    return frozenset(hash(tuple(hashes[at : at + RUN])) for at in starts)


@lru_cache(maxsize=1 << 16)
def number_of(word: str) -> int:
    """A number for a word that is the same in every run of the program."""
    return zlib.crc32(word.encode())
