"""What each article's text is about: its weightiest words (TF-IDF), so that two texts can be
compared cheaply.

tf = 1 + log(count), idf = log(articles / articles with the word) to the power of .8, a word of the
headline twice, one of the first three paragraphs 1.6 times, length normalised (Salton and Buckley
1988). Headline and lead say what a report is about; measured on articles judged by hand.
"""

from __future__ import annotations

import math
import re
from array import array
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from generator.languages.words import WORDING

WORD = re.compile(r"[^\W\d_]{3,}")
TERMS = 150  # words kept of an article; the others together weigh little
NONE = -1  # in place of the number of a word that is not counted
FEW = 4  # texts, of which two may well be about one thing
STOP = (
    WORDING.small
    | WORDING.common
    | {"said", "told", "added", "according", "reported", "mr", "mrs", "ms", "dr"}
)
RARE = 0.8  # power of idf
HEADLINE, LEAD = 2.0, 1.6


@dataclass(frozen=True, slots=True)
class Text:
    """A text in its parts."""

    headline: str
    lead: str  # standfirst and first paragraphs
    rest: str


@dataclass(slots=True)
class Texts:
    """The texts of a corpus, by their words; every list is in the order of the texts."""

    vocabulary: dict[str, int] = field(default_factory=dict)  # stem → number
    # by number of the stem: a word as first printed
    printed: list[str] = field(default_factory=list)
    ids: list[array[int]] = field(default_factory=list)  # of each text: its stems, sorted
    counts: list[array[int]] = field(default_factory=list)  # of each text: how often, at most 65535
    # of each text: the stems of its headline, and those of its lead
    heads: list[tuple[frozenset[int], frozenset[int]]] = field(default_factory=list)


def read_texts(texts: Sequence[Text]) -> Texts:
    """Count the words of each text, without small and common words and those of one or two
    letters.
    """
    found = Texts()
    numbers: dict[str, int] = {}  # of words as they stand
    for text in texts:
        counts: dict[int, int] = {}
        parts = []
        for part in (text.headline, text.lead, text.rest):
            stems = set()
            for word, count in Counter(WORD.findall(part.lower())).items():
                number = numbers.get(word)
                if number is None:
                    number = numbers[word] = NONE if word in STOP else _number(found, word)
                if number != NONE:
                    counts[number] = counts.get(number, 0) + count
                    stems.add(number)
            parts.append(frozenset(stems))
        ids = sorted(counts)
        found.ids.append(array("I", ids))
        found.counts.append(array("H", (min(counts[one], 65535) for one in ids)))
        found.heads.append((parts[0], parts[1]))
    return found


def _number(found: Texts, word: str) -> int:
    root = WORDING.stem(word)
    number = found.vocabulary.get(root)
    if number is None:
        number = found.vocabulary[root] = len(found.printed)
        found.printed.append(word)
    return number


def vectors(texts: Texts) -> list[dict[int, float]]:
    """The weightiest words of each text and their weights, weightiest first; each vector of length
    1.

    A word of one text alone counts for its length, but is left out: it can be like no other. So is
    one that more than half of the texts have, if there are enough to tell.
    """
    total = len(texts.ids)
    most = total / 2 if total > FEW else total
    df: Counter[int] = Counter()
    for ids in texts.ids:
        df.update(ids)
    idf = {word: math.log((total + 1) / count) ** RARE for word, count in df.items()}
    made = []
    for ids, counts, (head, lead) in zip(texts.ids, texts.counts, texts.heads):
        weights = [
            (
                (1 + math.log(count))
                * idf[word]
                * (HEADLINE if word in head else LEAD if word in lead else 1),
                word,
            )
            for word, count in zip(ids, counts)
        ]
        top = sorted(weights, key=lambda pair: (-pair[0], pair[1]))[:TERMS]
        length = math.sqrt(sum(weight * weight for weight, _ in top)) or 1.0
        made.append({word: weight / length for weight, word in top if 1 < df[word] <= most})
    return made


def cosine(one: dict[int, float], other: dict[int, float]) -> float:
    """Likeness of two vectors of length 1, 0 to 1."""
    return sum([one[word] * other[word] for word in one.keys() & other.keys()])


def is_about(texts: Texts, place: int, word: int) -> bool:
    """Whether a text's headline or lead has the word of this number."""
    head, lead = texts.heads[place]
    return word in head or word in lead


def number_of(texts: Texts, word: str) -> int | None:
    """The number of a word's stem; None = no text has it."""
    return texts.vocabulary.get(WORDING.stem(word.lower()))


def shared_words(
    texts: Texts,
    one: dict[int, float],
    other: dict[int, float],
    most: int = 4,
    without: frozenset[str] = frozenset(),
    only: Callable[[int], bool] = lambda word: True,
) -> list[str]:
    """The words that make two texts alike, weightiest first, as first printed in the corpus (lower
    case). `without`: words that are names, which are reasons of their own; `only`: whether the word
    of this number may be shown.
    """
    both = sorted((-one[word] * other[word], word) for word in one.keys() & other.keys())
    shown: list[str] = []
    for _, word in both:
        if texts.printed[word] not in without and only(word):
            shown.append(texts.printed[word])
        if len(shown) == most:
            break
    return shown
