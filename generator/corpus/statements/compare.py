"""How versions of one statement differ, word by word. It says how each was printed, never which is
right.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from generator.model import Column, Segment, normal_words

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
# words times words that are aligned in full; beyond, only the common beginning and end
LONGEST = 60_000
# a reporter's word before what was said: no difference from the same words without it
REPORTED = re.compile(r"(?:that|to) (?=\w)")
Opcode = tuple[str, int, int, int, int]  # as difflib's


@dataclass(frozen=True, slots=True)
class Words:
    """A text cut into words: `printed` joined is the text; `plain` is what is compared (no case, no
    accents).
    """

    printed: tuple[str, ...]
    plain: tuple[str, ...]


@lru_cache(maxsize=1 << 10)
def words_of(text: str) -> Words:
    """Cut at spaces and hyphens. Marks go with the word they touch, a space with the word before
    it, and a reporter's "that" or "to" in front with the word behind it.
    """
    found = list(WORD.finditer(text))[1 if REPORTED.match(text) else 0 :]
    if not found:
        return Words((text,) if text else (), ("",) if text else ())
    cuts = [0]
    for before, after in pairwise(found):
        gap = text[before.end() : after.start()]
        space = max((at for at, c in enumerate(gap) if c.isspace()), default=len(gap) - 1)
        cuts.append(before.end() + space + 1)
    cuts.append(len(text))
    printed = tuple(text[start:end] for start, end in pairwise(cuts))
    return Words(printed, tuple(_plain(word[0]) for word in found))


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> str:
    return normal_words(word).replace(" ", "")


def differences(base: str, other: str) -> tuple[Segment, ...]:
    """`other` against `base`: runs that both have, that only `other` has, and that are missing in
    it.

    Compared by word without case, accents and punctuation. Joining all but the missing ones gives
    `other` exactly.
    """
    one, two = words_of(base), words_of(other)
    segments: list[Segment] = []
    for kind, i1, i2, j1, j2 in align(one.plain, two.plain):
        if kind == "equal":
            segments.append(Segment("same", "".join(two.printed[j1:j2])))
            continue
        if i2 > i1:
            segments.append(Segment("missing here", "".join(one.printed[i1:i2]).rstrip() + " "))
        if j2 > j1:
            segments.append(Segment("only here", "".join(two.printed[j1:j2])))
    return tuple(segments)


def alike(base: str, other: str) -> int:
    """Percent of the words of both that are the same in the same order; 100 for two empty texts."""
    one, two = words_of(base).plain, words_of(other).plain
    return round(100 * agreement(one, two))


def agreement(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Share of the words of both that are aligned, 0 to 1."""
    same = sum(i2 - i1 for kind, i1, i2, _, _ in align(one, other) if kind == "equal")
    return 2 * same / (len(one) + len(other)) if one or other else 1.0


@lru_cache(maxsize=1 << 12)
def align(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[Opcode, ...]:
    """Longest matching blocks first (Ratcliff and Obershelp, as difflib); bounded for very long
    texts.
    """
    if len(one) * len(other) <= LONGEST:
        return tuple(difflib.SequenceMatcher(None, one, other, autojunk=False).get_opcodes())
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    tail = 0
    while tail < min(len(one), len(other)) - head and one[-1 - tail] == other[-1 - tail]:
        tail += 1
    left, right = len(one) - tail, len(other) - tail
    middle = "replace" if left > head and right > head else "delete" if left > head else "insert"
    found = [
        ("equal", 0, head, 0, head),
        (middle, head, left, head, right),
        ("equal", left, len(one), right, len(other)),
    ]
    return tuple(code for code in found if code[2] > code[1] or code[4] > code[3])


def apparatus(versions: Sequence[str], base: int = 0) -> tuple[Column, ...]:
    """A table of all versions, cut where any of them differs from version number `base`.

    A replacement is read at the first place that it replaces. Neighbouring columns of one kind are
    one.
    """
    if not versions:
        return ()
    origin = words_of(versions[base])
    aligned = [(words_of(text), align(origin.plain, words_of(text).plain)) for text in versions]
    cuts = sorted(
        {0, len(origin.plain)} | {at for _, codes in aligned for code in codes for at in code[1:3]}
    )
    places = [
        place for at, after in zip(cuts, [*cuts[1:], None]) for place in ((at, at), (at, after))
    ]
    columns: list[Column] = []
    for start, end in places:
        if end is None:
            continue
        readings = tuple(_reading(words, codes, start, end) for words, codes in aligned)
        if any(readings):
            same = len({normal_words(reading) for reading in readings}) == 1
            columns.append(Column(same, readings))
    return _merged(columns)


def _reading(words: Words, codes: Sequence[Opcode], start: int, end: int) -> str:
    """What one version has at the base's words `start` to `end` (equal: between two words)."""
    found: list[str] = []
    for kind, i1, i2, j1, j2 in codes:
        low, high = max(i1, start), min(i2, end)
        if kind == "equal" and low < high:
            found += words.printed[j1 + low - i1 : j1 + high - i1]
        elif (kind == "replace" and i1 == start < end) or (kind == "insert" and i1 == start == end):
            found += words.printed[j1:j2]
    return "".join(found).strip()


def _merged(columns: Sequence[Column]) -> tuple[Column, ...]:
    merged: list[Column] = []
    for column in columns:
        if merged and merged[-1].same == column.same:
            readings = zip(merged[-1].readings, column.readings)
            merged[-1] = Column(
                column.same, tuple(" ".join(filter(None, pair)) for pair in readings)
            )
        else:
            merged.append(column)
    return tuple(merged)
