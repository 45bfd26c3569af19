"""Words, paragraphs and quotation marks of an article, without a language model."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from generator.annotate.text.marks import quoted_runs
from generator.languages.words import TITLES
from generator.model import Article, Span, without_accents

_WORD = re.compile(r"[^\W_]+(?:[’'.\-–&][^\W_]+)*")


# as frozen as a dataclass, and made in a third of the time: there is one for each word
class Word(NamedTuple):
    """A word of the text. `span` leaves out a possessive ending and takes in the full stop of
    "Sen." and "J.".
    """

    text: str
    span: Span
    possessive: bool  # "Moscow’s", "the players’"
    capital: bool  # starts with a capital letter
    low: str  # lower case, no full stop at the end, "’" as "'"


def fold(words: str) -> str:
    """Lower case without accents; "’" as "'": to compare names by."""
    return without_accents(words.casefold().replace("’", "'"))


def words_of(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of a stretch of text, in order."""
    return tuple(
        [_word(text, m) for m in _WORD.finditer(text, start, len(text) if end is None else end)]
    )


def _word(text: str, match: re.Match[str]) -> Word:
    start, end = match.span()
    word = match.group()
    possessive = False
    if word[-2:] in ("’s", "'s") and len(word) > 2:
        word, end, possessive = word[:-2], end - 2, True
    elif text[end : end + 1] == "." and _abbreviation(word):
        word, end = word + ".", end + 1
    elif word[-1] == "s":
        possessive = text[end : end + 2] in ("’ ", "' ")
    low = word.casefold()
    if not word.isalpha():  # the few with a mark in them
        low = low.rstrip(".").replace("’", "'")
    capital = word[0].isupper() or (not word.isalpha() and GLUED.match(word) is not None)
    return Word(word, Span(start, end), possessive, capital, low)


# a particle that is written in one with its name: al-Hamdan, el-Masri, d’Aubigné
GLUED = re.compile(r"(?:a[dlnrstz]|el|es|ul|bin|ben|ibn|d|l|o|n)[-–’'][A-ZÀ-Þ]")


def _abbreviation(word: str) -> bool:
    low = word.casefold()
    short = (
        len(low) <= 5
        and low in TITLES.words
        and low not in ("chief", "chair", "king", "queen", "judge", "mayor", "coach")
    )
    return (
        (len(word) == 1 and word.isupper())
        or short
        or low in TITLES.honorifics
        or low in TITLES.suffixes
        or "." in word
    )


@lru_cache(maxsize=1)
def layout_of(article: Article) -> Layout:
    """The layout of an article; the last one is kept, since names and speakers are found one after
    the other.
    """
    return Layout(article)


class Layout:
    """Where paragraphs, words and quotation marks of one article stand; built once, then only
    read.
    """

    def __init__(self, article: Article) -> None:
        self.text = article.text
        self.blocks = tuple(block.span for block in article.blocks)
        self.headline = article.headline
        self.words = tuple(
            [w for span in self.blocks for w in words_of(self.text, span.start, span.end)]
        )
        self._block_starts = [span.start for span in self.blocks]
        self._word_starts = [w.span.start for w in self.words]
        self.quoted = _quoted(article)
        self._adjacent = [False, *(self._only_spaces(index) for index in range(1, len(self.words)))]

    def block(self, place: int) -> int:
        """Index of the block that holds a place; -1 = before the first."""
        return bisect_right(self._block_starts, place) - 1

    def word(self, place: int) -> int:
        """Index of the last word that starts at or before a place; -1 = none."""
        return bisect_right(self._word_starts, place) - 1

    def first_word(self, place: int) -> int:
        """Index of the first word that starts at or after a place."""
        return bisect_right(self._word_starts, place - 1)

    def inside(self, span: Span) -> tuple[Word, ...]:
        """The words that start inside a span."""
        return self.words[self.first_word(span.start) : self.first_word(span.end)]

    def sentence_start(self, index: int) -> bool:
        """Whether a word opens a sentence, block or quotation, so that its capital says nothing."""
        word = self.words[index]
        if index == 0 or self.block(self.words[index - 1].span.start) != self.block(
            word.span.start
        ):
            return True
        return any(
            c in '.?!:“”"„«—' for c in self.text[self.words[index - 1].span.end : word.span.start]
        )

    def adjacent(self, index: int) -> bool:
        """Whether only spaces stand between a word and the one before it, in the same block."""
        return 0 < index < len(self.words) and self._adjacent[index]

    def _only_spaces(self, index: int) -> bool:
        gap = self.text[self.words[index - 1].span.end : self.words[index].span.start]
        return gap != "" and not gap.strip(" \u00a0") and not self.words[index - 1].possessive


def _quoted(article: Article) -> bytearray:
    """For each character whether it lies inside quotation marks."""
    mask = bytearray(len(article.text))
    for run in quoted_runs(article.text, article.blocks):
        mask[run.inner.start : run.inner.end] = b"\1" * (run.inner.end - run.inner.start)
    return mask
