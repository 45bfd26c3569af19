"""Where given words stand in a text that may have been edited since: exactly, by their bare words,
or nearly.

The approximate search is in the manner of seed-and-extend: words of the needle vote for the place
where it would begin, and only the best places are compared, so the time is linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass

from rapidfuzz.distance import Indel
from rapidfuzz.fuzz import ratio

from generator.model import Span, without_accents

WORD = re.compile(r"[^\W_]+")
PIECES = re.compile(r"…|\[…\]|\.\.\.")
NEAR = 0.75  # likeness (0 to 1) from which words count as the same ones, edited
NEAR_SHORT = 0.85  # of fewer than 5 words
SURE = 0.9  # likeness of the words around from which they can be relied on
CLEARLY = 0.35  # by how much the best place must be better than the next
LONG = 6  # words that are enough to know a quotation by, whatever stands around it now
COMMON = 300  # a word that stands more often than this votes for no place
MOST_PLACES = 1000  # of the same words; more can't be told apart anyway
WIDEST_GAP = 400  # words between two parts of one quotation


@dataclass(frozen=True, slots=True)
class Place:
    """Where the words stand, and how good the match is."""

    parts: tuple[Span, ...]
    likeness: float  # of the words, 0 to 1
    context: float  # of the words before and after, 0 to 1; 1 if none were asked for

    @property
    def score(self) -> float:
        """For comparing places of the same words."""
        return self.likeness + self.context


class Text:
    """A text cut into bare words, to search in."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words: list[str] = []
        self.spans: list[Span] = []
        for match in WORD.finditer(text):
            if word := bare(match[0]):
                self.words.append(word)
                self.spans.append(Span(match.start(), match.end()))
        self._places: defaultdict[str, list[int]] | None = None

    def places_of(self, word: str) -> list[int]:
        """Indices of a word."""
        if self._places is None:
            self._places = defaultdict(list)
            for index, other in enumerate(self.words):
                self._places[other].append(index)
        return self._places.get(word, [])

    def find(self, words: str, before: str = "", after: str = "") -> list[Place]:
        """Every place that may be meant, best first; [] = none comes near."""
        whole = bare_words(words)
        pieces = [needle for piece in PIECES.split(words) if (needle := bare_words(piece))]
        if not whole:
            return []
        found = self._exact([whole]) or self._exact(pieces)
        places = [self._place(runs, 1.0, before, after) for runs in found]
        if max((place.context for place in places), default=0.0) < SURE:
            longest = max(pieces, key=len)
            near = [self._place([run], like, before, after) for run, like in self._near(longest)]
            enough = NEAR_SHORT if len(longest) < 5 else NEAR
            told = bool(bare_words(before + after))
            places += [
                p
                for p in near
                if p.likeness >= (enough - 0.15 if told and p.context >= SURE else enough)
            ]
        places = list({place.parts: place for place in reversed(places)}.values())
        # short words with another context are other words: "yes" elsewhere is not the "yes" that
        # was meant
        sure = [
            p for p in places if p.context >= 0.25 or (p.likeness >= 0.9 and len(whole) >= LONG)
        ]
        return sorted(sure, key=lambda p: (-p.score, p.parts))

    def _place(
        self, runs: list[tuple[int, int]], likeness: float, before: str, after: str
    ) -> Place:
        parts = tuple(Span(self.spans[start].start, self.spans[end - 1].end) for start, end in runs)
        scores = []
        if wanted := bare_words(before):
            scores.append(
                _shared(wanted, self.words[max(0, runs[0][0] - len(wanted)) : runs[0][0]])
            )
        if wanted := bare_words(after):
            scores.append(_shared(wanted, self.words[runs[-1][1] : runs[-1][1] + len(wanted)]))
        return Place(parts, likeness, sum(scores) / len(scores) if scores else 1.0)

    def _exact(self, needles: list[list[str]]) -> list[list[tuple[int, int]]]:
        """Runs of word indices (start, end) for each occurrence of the needles, one soon after the
        other.
        """
        found = []
        for start in self._starts(needles[0], 0, len(self.words))[:MOST_PLACES]:
            runs = [(start, start + len(needles[0]))]
            for needle in needles[1:]:
                at = runs[-1][1]
                following = self._starts(needle, at, at + WIDEST_GAP)[:1]
                runs += [(s, s + len(needle)) for s in following]
            if len(runs) == len(needles):
                found.append(runs)
        return found

    def _starts(self, needle: list[str], low: int, high: int) -> list[int]:
        """Where the needle stands, starting in `low`…`high`: by the places of its rarest word."""
        rarest = min(range(len(needle)), key=lambda i: len(self.places_of(needle[i])))
        indices = self.places_of(needle[rarest])
        meant = indices[bisect_left(indices, low + rarest) : bisect_left(indices, high + rarest)]
        return [
            i - rarest for i in meant if self.words[i - rarest : i - rarest + len(needle)] == needle
        ]

    def _near(self, needle: list[str]) -> list[tuple[tuple[int, int], float]]:
        """((start, end), likeness) of the places that resemble the needle."""
        votes: Counter[int] = Counter()
        step = max(4, len(needle) // 4)
        for at, word in enumerate(needle):
            indices = self.places_of(word)
            if len(indices) <= COMMON:
                votes.update({max(0, index - at) // step for index in indices})
        best = sorted(votes, key=lambda bin_: (-votes[bin_] - votes[bin_ + 1], bin_))[:6]
        found: dict[tuple[int, int], float] = {}
        for bin_ in best:
            run, like = self._best_run(
                needle, range(max(0, bin_ * step - 2), (bin_ + 1) * step + 2)
            )
            if like >= NEAR - 0.15:
                found[run] = like
        return _apart(found)

    def _best_run(self, needle: list[str], starts: range) -> tuple[tuple[int, int], float]:
        """The run that is most like the needle, of those that begin there: by whole words, then its
        end by letters.
        """
        length, last = len(needle), len(self.words)
        alike = [
            (-Indel.normalized_similarity(needle, self.words[s : s + length]), s)
            for s in starts
            if s < last
        ]
        likes = [
            (_like(needle, self.words[start:end]), -abs(end - start - length), -start, end)
            for _, start in sorted(alike)[:3]
            for end in range(
                min(last, max(start + 1, start + length - 3)), min(last, start + length + 3) + 1
            )
        ]
        like, _, start, end = max(likes)
        return (-start, end), like

    def words_before(self, place: Place, count: int) -> str:
        """The last words before a place, as they are written."""
        end = bisect_left(self.spans, Span(place.parts[0].start, 0))
        return (
            self.text[self.spans[max(0, end - count)].start : self.spans[end - 1].end]
            if end
            else ""
        )

    def nearest(self, words: str) -> str:
        """The words of the text that come nearest, for a hint; "" if nothing is near."""
        needle = bare_words(words)
        for length in (len(needle), len(needle) // 2):
            for start in range(0, max(1, len(needle) - length + 1), max(1, length)):
                for run in self._exact([needle[start : start + length]]) if length else ():
                    return self.text[self.spans[run[0][0]].start : self.spans[run[0][1] - 1].end]
        return ""


def _apart(found: dict[tuple[int, int], float]) -> list[tuple[tuple[int, int], float]]:
    """The best of those that overlap."""
    kept: list[tuple[tuple[int, int], float]] = []
    for run, like in sorted(found.items(), key=lambda item: (-item[1], item[0])):
        if all(run[1] <= other[0] or other[1] <= run[0] for other, _ in kept):
            kept.append((run, like))
    return kept


def _like(some: list[str], others: list[str]) -> float:
    return ratio(" ".join(some), " ".join(others)) / 100


def _shared(some: list[str], others: list[str]) -> float:
    """How much of two lists of words is the same, in order: 0 to 1. Letters alone would make any
    two alike.
    """
    return Indel.normalized_similarity(some, others)


def bare(word: str) -> str:
    """A word without case and accents; "" if nothing is left."""
    return without_accents(word.casefold())


def bare_words(words: str) -> list[str]:
    """The bare words of a string."""
    return [word for match in WORD.finditer(words) if (word := bare(match[0]))]
