"""Which quotations are the same statement, told again elsewhere or in other words.

Two quotations of one speaker are candidates when they share rare words (an inverted index, so that
nothing is compared for nothing), and the same statement when `same_statement` says so. Its
thresholds were set on the pairs marked by hand in tests/corpus/statements_sample.txt; `python -m
tests.corpus.statements_sample` prints how well they do.
"""

from __future__ import annotations

import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.corpus.statements.same_statement import LONG, at_length, same_statement, weight_of
from generator.corpus.statements.sayings import UNKNOWN, Saying
from generator.model import SaidOfStatements

RARE = 8  # rare words by which a quotation looks for others
# how many of the latest quotations with a word are looked at, so that the cost is bounded
WINDOW = 24
CLOSEST = 12  # how many of those found are compared
RUN = 8  # words in a row by which quotations of two speakers are found
KEPT = 2  # … of which one in so many is kept


def same_statements(
    sayings: Sequence[Saying],
    said: SaidOfStatements = SaidOfStatements(),  # noqa: B008 (a frozen value)
) -> list[list[Saying]]:
    """Groups of two and more that are one statement, each oldest first; groups by their first.
    `said` always wins.
    """
    weights = rarity(sayings)
    by_speaker: defaultdict[str, list[int]] = defaultdict(list)
    long: list[int] = []
    for at, one in enumerate(sayings):
        by_speaker[one.speaker].append(at)
        if len(one.words) >= LONG:
            long.append(at)
    unknown = set(by_speaker.pop(UNKNOWN, ()))
    group_of: dict[int, Group] = {}
    number = {one.ref: at for at, one in enumerate(sayings)}
    for pair in said.same:
        _unite(group_of, number[pair[0]], number[pair[1]], sayings)
    apart = frozenset(frozenset({number[one], number[other]}) for one, other in said.apart)
    for _, members in sorted(by_speaker.items()):
        for at, other in _pairs(sayings, members, members, weights):
            _join(group_of, at, other, sayings, weights, apart)
    asking = [at for at in long if at in unknown]
    for at, other in _pairs(
        sayings, sorted(long, key=lambda at: (at in unknown, at)), asking, weights
    ):
        _join(group_of, at, other, sayings, weights, apart)
    for at, other in _word_for_word(sayings, long):
        _join(group_of, at, other, sayings, weights, apart, whoever=True)
    groups = {id(group): sorted(group.members) for group in group_of.values()}
    return [[sayings[at] for at in members] for members in sorted(groups.values())]


def rarity(sayings: Sequence[Saying]) -> dict[str, float]:
    """What each stem weighs: the logarithm of how many quotations there are for one that has it."""
    counts = Counter(word for one in sayings for word in set(one.telling))
    return {word: math.log(1 + len(sayings) / count) for word, count in counts.items()}


def _pairs(
    sayings: Sequence[Saying],
    members: Sequence[int],
    asking: Sequence[int],
    weights: Mapping[str, float],
) -> Iterator[tuple[int, int]]:
    """Pairs (one of `asking`, one of `members` before it) that are the same statement, found by
    rare words.
    """
    asks = set(asking)
    counts = Counter(word for at in members for word in sayings[at].rare)
    latest: defaultdict[str, list[int]] = defaultdict(list)
    for at in members:
        rare = sorted(
            (word for word in sayings[at].rare if counts[word] > 1), key=lambda w: (-weights[w], w)
        )
        seen: Counter[int] = Counter()
        for word in rare[: RARE if at in asks else 0]:
            seen.update(latest[word][-WINDOW:])
        for other, _ in sorted(seen.items(), key=lambda item: (-item[1], -item[0]))[:CLOSEST]:
            if same_statement(sayings[at], sayings[other], weights):
                yield at, other
        for word in rare:
            latest[word].append(at)


def _word_for_word(sayings: Sequence[Saying], long: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of quotations in two articles that have `AT_LENGTH` words in a row and are laid to two
    speakers: one of the two articles names somebody who only repeats the words, or errs.

    Found by runs of words, of which a fixed part is kept.
    """
    latest: dict[int, int] = {}
    for at in long:
        one = sayings[at]
        others = {latest[run] for run in _runs(one.words) if run in latest}
        for other in sorted(others, reverse=True)[:CLOSEST]:
            if one.speaker != sayings[other].speaker and at_length(one, sayings[other]):
                yield at, other
        latest.update((run, at) for run in _runs(one.words))


@lru_cache(maxsize=1 << 16)
def number_of(word: str) -> int:
    """A number for a word that is the same in every run of the program."""
    return zlib.crc32(word.encode())


@lru_cache(maxsize=1)
def _runs(words: tuple[str, ...]) -> tuple[int, ...]:
    """The kept runs of `RUN` words, as numbers that are the same in every run of the program."""
    hashes = [number_of(word) for word in words]
    rows = zip(*(hashes[at:] for at in range(RUN)))
    return tuple(hash(row) for row in rows if row[0] % KEPT == 0)


@dataclass(slots=True)
class Group:
    """Quotations that are one statement, while it grows."""

    members: list[int]
    fullest: int  # the one with the most telling words
    speaker: str  # the one known speaker, or UNKNOWN


def _join(
    group_of: dict[int, Group],
    one: int,
    other: int,
    sayings: Sequence[Saying],
    weights: Mapping[str, float],
    apart: frozenset[frozenset[int]],
    whoever: bool = False,
) -> None:
    """Put two into one group.

    Not if the fullest of their groups have too little in common (no drifting), nor if an unknown
    speaker would bring two known ones together, nor if a person said that any two of them are not
    the same. `whoever`: the speakers may differ.
    """
    left = group_of.get(one) or Group([one], one, sayings[one].speaker)
    right = group_of.get(other) or Group([other], other, sayings[other].speaker)
    known = {left.speaker, right.speaker} - {UNKNOWN}
    if left is right or (len(known) > 1 and not whoever):
        return
    if apart and any(frozenset({a, b}) in apart for a in left.members for b in right.members):
        return
    words = [set(sayings[group.fullest].telling) for group in (left, right)]
    if weight_of(words[0] & words[1], weights) < 0.4 * min(
        weight_of(held, weights) for held in words
    ):
        return
    _unite(group_of, one, other, sayings)


def _unite(group_of: dict[int, Group], one: int, other: int, sayings: Sequence[Saying]) -> None:
    """Two groups are one from now on, whatever speaks against it."""
    left = group_of.get(one) or Group([one], one, sayings[one].speaker)
    right = group_of.get(other) or Group([other], other, sayings[other].speaker)
    if left is right:
        return
    small, large = sorted((left, right), key=lambda group: len(group.members))
    large.fullest = max(left.fullest, right.fullest, key=lambda at: (len(sayings[at].telling), -at))
    large.members += small.members
    large.speaker = large.speaker or small.speaker
    for at in (one, other, *small.members):
        group_of[at] = large
