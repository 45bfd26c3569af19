"""How the versions of one statement differ, word by word.

Case and punctuation don't count; what is shown is as printed.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

# Quotations longer than this are compared by their first words only: the alignment costs the square of the length.
MOST_WORDS = 400
_WORD = re.compile(r"\S+")
_BARE = re.compile(r"[^\w’'-]+")

Op = tuple[Literal["replace", "delete", "insert", "equal"], int, int, int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that are the same in both, only here ("added"), or only in the other ("missing")."""

    state: Literal["same", "added", "missing"]
    words: str


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table: how each version reads at this place; "" = not there."""

    same: bool
    readings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What the alignment proves about one version beside the fullest."""

    version: int
    state: Literal["replaced", "added", "missing"]
    here: str
    there: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """The versions beside the fullest one."""

    base: int  # index of the fullest version
    pieces: tuple[tuple[Piece, ...], ...]  # by version
    alike: tuple[int, ...]  # per cent, by version
    table: tuple[Column, ...]
    findings: tuple[Finding, ...]


def tokens(words: str) -> list[str]:
    """Words as printed, punctuation attached."""
    return _WORD.findall(words)[:MOST_WORDS]


def _norm(word: str) -> str:
    return _BARE.sub("", word).casefold()


def compare(versions: Sequence[str], direct: Sequence[bool]) -> Comparison:
    """Compare each version with the fullest: the longest one, a direct quotation before any other."""
    split = [tokens(words) for words in versions]
    base = max(range(len(split)), key=lambda n: (direct[n], len(split[n]), -n))
    normal = [[_norm(word) for word in words] for words in split]
    matchers = [difflib.SequenceMatcher(None, normal[base], words, autojunk=False) for words in normal]
    ops: list[list[Op]] = [matcher.get_opcodes() for matcher in matchers]
    return Comparison(
        base=base,
        pieces=tuple(_pieces(op, split[base], words) for op, words in zip(ops, split, strict=True)),
        alike=tuple(round(matcher.ratio() * 100) for matcher in matchers),
        table=_table(ops, split, base),
        findings=tuple(f for n, op in enumerate(ops) if n != base for f in _findings(n, op, split[base], split[n])),
    )


def _pieces(ops: list[Op], base: list[str], words: list[str]) -> tuple[Piece, ...]:
    found: list[Piece] = []
    for name, i1, i2, j1, j2 in ops:
        if name == "equal":
            found.append(Piece("same", " ".join(words[j1:j2])))
            continue
        if i2 > i1:
            found.append(Piece("missing", " ".join(base[i1:i2])))
        if j2 > j1:
            found.append(Piece("added", " ".join(words[j1:j2])))
    return tuple(found)


def _findings(version: int, ops: list[Op], base: list[str], words: list[str]) -> list[Finding]:
    found = []
    for name, i1, i2, j1, j2 in ops:
        here, there = _bare(words[j1:j2]), _bare(base[i1:i2])
        if name == "replace":
            found.append(Finding(version, "replaced", here, there))
        elif name == "insert":
            found.append(Finding(version, "added", here, ""))
        elif name == "delete":
            found.append(Finding(version, "missing", "", there))
    return found


def _bare(words: list[str]) -> str:
    return " ".join(words).strip("“”«»\"'‘’.,;:!?… ")


def _table(ops: list[list[Op]], split: list[list[str]], base: int) -> tuple[Column, ...]:
    """Columns cut wherever any version differs from the base; neighbours of one sort are joined."""
    cuts = sorted({0, len(split[base])} | {at for op in ops for _, i1, i2, _, _ in op for at in (i1, i2)})
    spans: list[tuple[int, int]] = []
    for start, end in zip(cuts, [*cuts[1:], None], strict=True):
        spans.append((start, start))
        if end is not None:
            spans.append((start, end))
    columns: list[Column] = []
    for span in spans:
        readings = tuple(_reading(op, words, *span) for op, words in zip(ops, split, strict=True))
        if not any(readings):
            continue
        same = len({" ".join(_norm(word) for word in reading.split()) for reading in readings}) == 1
        if columns and columns[-1].same == same:
            joined = zip(columns[-1].readings, readings, strict=True)
            columns[-1] = Column(same, tuple(f"{one} {two}".strip() for one, two in joined))
        else:
            columns.append(Column(same, readings))
    return tuple(columns)


def _reading(ops: list[Op], words: list[str], i1: int, i2: int) -> str:
    """How a version reads where the base has its words i1 to i2; i1 == i2 asks for what is put in before i1."""
    out: list[str] = []
    for name, a1, a2, j1, j2 in ops:
        if name == "equal":
            low, high = max(i1, a1), min(i2, a2)
            if low < high:
                out += words[j1 + low - a1 : j1 + high - a1]
        elif a1 == a2:
            if a1 == i1 == i2:
                out += words[j1:j2]
        elif a1 == i1 < i2:  # what replaces several columns is shown in the first of them
            out += words[j1:j2]
    return " ".join(out)
