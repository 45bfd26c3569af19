"""Whether two sayings are one statement."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from generator.corpus.statements.compare import agreement, align
from generator.corpus.statements.sayings import UNKNOWN, Saying
from generator.languages.words import TIMES, WORDING

NEAR_DAYS = 14  # reports of one occasion; beyond, the wording must agree more


FEW = 8  # telling words of a short quotation


IN_A_ROW = 8  # words of one speaker that nobody says twice by chance


AT_LENGTH = 12  # words in a row that are one statement, whoever is named as the speaker


WHOLE = 5  # words of a quotation that stands in another as it is


LONG = 8  # words from which nearly the same ones are no chance, though a speaker is unknown


NAME = 3  # words of a name that stands for another


CAPITAL = re.compile(r"(?<=[a-z,;] )[A-Z][A-Za-z]+")


OPPOSITE_STEMS = tuple(frozenset(WORDING.stem(word) for word in pair) for pair in WORDING.opposites)


def same_statement(one: Saying, other: Saying, weights: Mapping[str, float]) -> bool:
    """Whether two quotations of one speaker are the same statement.

    They must share four rare words (two, if ten words of both, or all of the shorter one's, stand
    in the other in a row, or if the words that one of them has in quotation marks are all in the
    other), in much the same order unless they share nearly all, and must not contradict each other.
    How much of the shorter one, by weight, the other must hold depends on who chose the words: see
    `_needed`. With an unknown speaker, they must be long and nearly the same.
    """
    shared = one.rare & other.rare
    if one.speaker == other.speaker != UNKNOWN and _verbatim(one, other, len(shared)):
        return not contradict(one.words, other.words) and not _another_name(one, other)
    cited = _cited(one, other)
    if len(shared) < 2 or (len(shared) < 4 and not cited and not _inside(one, other)):
        return False
    if UNKNOWN in (one.speaker, other.speaker):
        return one.ref.article != other.ref.article and _same_words(one, other)
    both = weight_of(set(one.telling) & set(other.telling), weights)
    less, more = sorted(
        (weight_of(set(one.telling), weights), weight_of(set(other.telling), weights))
    )
    held, alike = _needed(one, other, cited)
    if (both < held * less or 2 * both < alike * (less + more)) and not _same_sentence(one, other):
        return False
    whole = both >= 0.9 * less and 2 * both >= 0.7 * (less + more)
    return (
        not _misquoted(one, other)
        and (whole or _in_order(one, other))
        and not contradict(one.words, other.words)
        and not _another_name(one, other)
    )


def _verbatim(one: Saying, other: Saying, shared: int) -> bool:
    """Whether one speaker's two quotations, in two articles, are the same words: eight in a row
    that are most of the shorter one, or the whole of it.
    """
    least = min(len(one.words), len(other.words))
    if least < WHOLE or one.ref.article == other.ref.article:
        return False
    if shared < 2 and least < IN_A_ROW:
        return False
    if shared < 1 or not set(one.telling) & set(other.telling):
        return False
    if not _share_a_row(one.words, other.words, min(least, IN_A_ROW)):
        return False
    run = _run(one, other)
    return (run >= IN_A_ROW and 2 * run >= least) or run == least


def at_length(one: Saying, other: Saying) -> bool:
    """Whether two quotations in two articles have so many words in a row that nobody says them by
    chance, whoever is named as the speaker.
    """
    if one.ref.article == other.ref.article or len(one.rare & other.rare) < 4:
        return False
    if not _share_a_row(one.words, other.words, min(len(one.words), len(other.words), AT_LENGTH)):
        return False
    return _run(one, other) >= AT_LENGTH and not contradict(one.words, other.words)


def _share_a_row(one: tuple[str, ...], other: tuple[str, ...], length: int) -> bool:
    """Whether so many words in a row are the same: a quick answer, mostly no."""
    return not _rows(one, length).isdisjoint(_rows(other, length))


@lru_cache(maxsize=1 << 10)
def _rows(words: tuple[str, ...], length: int) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(*(words[at:] for at in range(length))))


def _another_name(one: Saying, other: Saying) -> bool:
    """Whether a proper name stands in one where the other has another: the same words of two."""
    names = _names(one.text), _names(other.text)
    if not names[0] or not names[1]:
        return False
    for kind, i1, i2, j1, j2 in align(one.words, other.words):
        if kind == "replace" and i2 - i1 <= NAME and j2 - j1 <= NAME:
            gone, new = set(one.words[i1:i2]) & names[0], set(other.words[j1:j2]) & names[1]
            if gone and new and not gone & new:
                return True
    return False


def _names(text: str) -> set[str]:
    """The words with a capital inside a sentence, as compared."""
    return {word.casefold() for word in CAPITAL.findall(text)} - {"i"}


def _needed(one: Saying, other: Saying, cited: bool) -> tuple[float, float]:
    """What share of the shorter one's weight, and of both together (Dice), must be the same.

    A standfirst retells its article's body: least. Two full quotations have the speaker's own
    words: what they do not share was said on another occasion, unless one is cut short. A report in
    other words lies between them.
    """
    if not _one_occasion(one, other):
        return 0.8, 0.7
    if one.ref.article == other.ref.article:
        return (0.8, 0.7) if one.body and other.body else (0.58, 0.42)
    if one.kind == "direct" == other.kind:
        return 0.8, 0.3
    return (0.55, 0.3) if cited else (0.68, 0.5)


def _same_sentence(one: Saying, other: Saying) -> bool:
    """Whether reports of one occasion have twelve words in the same order, and these are 85 % of
    the shorter one.
    """
    least = min(len(one.words), len(other.words))
    if least < 12 or not _one_occasion(one, other) or one.ref.article == other.ref.article:
        return False
    same = sum(i2 - i1 for kind, i1, i2, _, _ in align(one.words, other.words) if kind == "equal")
    return same >= max(12, 0.85 * least)


def _cited(one: Saying, other: Saying) -> bool:
    """Whether three or more telling words that one has in quotation marks are all in the other: of
    a report, or of a few words quoted alone. Two ("New York values") are a catchword.
    """
    return any(
        (a.kind == "mixed" or len(a.telling) <= FEW)
        and len(set(a.marked) & a.rare) > 2
        and set(a.marked) <= set(b.telling)
        for a, b in ((one, other), (other, one))
    )


def _misquoted(one: Saying, other: Saying) -> bool:
    """Whether the words that a report has in quotation marks are mostly missing in the full
    quotation.
    """
    return any(
        a.kind == "mixed"
        and b.kind == "direct"
        and len(b.telling) >= len(set(a.marked))  # a few words quoted alone miss most of any other
        and 2 * len(set(a.marked) & set(b.telling)) < len(set(a.marked))
        for a, b in ((one, other), (other, one))
    )


def contradict(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two like sentences differ in a number, a date, an opposite or a "not", so that they
    say two things.

    Only differences inside what both have count; what one of them leaves out at its ends is no
    contradiction.
    """
    codes = align(one, other)
    lost = gained = 0
    for at, (kind, i1, i2, j1, j2) in enumerate(codes):
        gone, new = one[i1:i2], other[j1:j2]
        if kind == "replace" and _differ_in_kind(set(gone), set(new)):
            return True
        inside = 0 < at < len(codes) - 1
        # at an end, more than "No" itself may be what the other version cut
        most = 3 if inside else 1
        if kind != "equal" and max(len(gone), len(new)) <= most:
            lost += any(word in WORDING.negations for word in gone)
            gained += any(word in WORDING.negations for word in new)
    return lost != gained


# of these one is never another: on Monday, on Tuesday
KINDS = (
    frozenset(month.lower() for month in TIMES.months),
    frozenset(day.lower() for day in TIMES.weekdays),
    WORDING.numbers,
)


def _differ_in_kind(gone: set[str], new: set[str]) -> bool:
    for held in KINDS:
        if gone & held and new & held and not gone & new & held:
            return True
    digits, others = {w for w in gone if w.isdigit()}, {w for w in new if w.isdigit()}
    if digits and others and not digits & others:
        return True
    gone, new = {WORDING.stem(word) for word in gone}, {WORDING.stem(word) for word in new}
    return any(pair & gone and pair & new and not pair & gone & new for pair in OPPOSITE_STEMS)


def weight_of(words: set[str], weights: Mapping[str, float]) -> float:
    """How much telling words weigh together: the rarer, the more."""
    return sum(weights.get(word, 1.0) for word in sorted(words))


def _inside(one: Saying, other: Saying) -> bool:
    """Whether ten words in a row are the same, or six when that is all that the shorter one has."""
    least = min(len(one.words), len(other.words))
    return least >= 6 and _share_a_row(one.words, other.words, min(10, least))


def _run(one: Saying, other: Saying) -> int:
    """How many words in a row are the same, at most."""
    return max(
        (i2 - i1 for kind, i1, i2, _, _ in align(one.words, other.words) if kind == "equal"),
        default=0,
    )


def _in_order(one: Saying, other: Saying) -> bool:
    """Whether most of the shorter one's telling words come in the same order in the other."""
    same = sum(
        i2 - i1 for kind, i1, i2, _, _ in align(one.telling, other.telling) if kind == "equal"
    )
    return same >= 0.6 * min(len(one.telling), len(other.telling))


def _same_words(one: Saying, other: Saying) -> bool:
    """Whether two long quotations are nearly the same word for word, or have ten words in a row; of
    two whose speakers are unknown eight, with four rare ones among them.
    """
    if min(len(one.words), len(other.words)) < LONG or len(one.rare & other.rare) < 3:
        return False
    if agreement(one.words, other.words) >= 0.9:
        return True
    run = _run(one, other)
    unknown = one.speaker == other.speaker == UNKNOWN and len(one.rare & other.rare) > 3
    return run >= (LONG if unknown else 10)


def _one_occasion(one: Saying, other: Saying) -> bool:
    return one.day is None or other.day is None or abs(one.day - other.day) <= NEAR_DAYS
