"""A quotation as it is compared with others: its words, stems, day and speaker."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.corpus.order import in_time
from generator.corpus.statements.compare import REPORTED
from generator.languages.words import WORDING
from generator.model import Kind, QuoteRef, Story, normal_words

POSSESSIVE = re.compile(
    r"(?<=[a-zA-Z])(?:['’]s\b|(?<=s)['’](?= ))"
)  # "ISIS’ best" is "ISIS’s best"
MARKED = re.compile('[“«„"]([^“”«»„"]+)')


# Apostrophes go, other marks of print part words; what is left is plain ASCII as a rule, which is
# read faster.
MARKS = str.maketrans("“”«»„…–—‘", " " * 9, "’'")


UNKNOWN = ""  # in place of an Entity.id


@dataclass(frozen=True, slots=True)
class Saying:
    """A quotation as it is compared."""

    ref: QuoteRef
    speaker: str  # Entity.id, or UNKNOWN
    text: str  # as shown, parts joined
    kind: Kind
    day: int | None  # days since year 1; None = undated, or only a year or month is known
    body: bool  # stands in a paragraph, not in headline or standfirst
    words: tuple[str, ...]  # plain, without boilerplate
    telling: tuple[str, ...]  # stems of the words that are not small, in text order
    marked: tuple[str, ...]  # those of them inside quotation marks: the speaker's own words
    rare: frozenset[str]  # stems that few quotations share by chance


COMMON_STEMS = frozenset(WORDING.stem(word) for word in WORDING.common)


def saying(
    ref: QuoteRef, speaker: str, text: str, kind: Kind, when: str | None = None, body: bool = True
) -> Saying:
    """Cut a quotation into the words that are compared. `when`: ISO 8601 or None."""
    plain = text[found.end() :] if (found := REPORTED.match(text)) else text
    words = _without_boilerplate(normal_words(POSSESSIVE.sub("", plain).translate(MARKS)))
    telling = _telling(words)
    marked = (
        telling if kind == "direct" else _telling(_inside_marks(text)) if kind == "mixed" else ()
    )
    rare = frozenset(telling) - COMMON_STEMS
    return Saying(ref, speaker, text, kind, _day(when), body, words, telling, marked, rare)


def sayings_of(stories: Sequence[Story], speakers: Mapping[QuoteRef, str]) -> Iterator[Saying]:
    """Every quotation, oldest first, in text order within an article."""
    for story in in_time(stories):
        article = story.article
        above = max((b.span.end for b in article.blocks if b.kind != "paragraph"), default=0)
        for quote in story.annotations.quotes:
            ref = QuoteRef(article.id, quote.id)
            text = quote.words(article.text)
            yield saying(
                ref,
                speakers.get(ref, UNKNOWN),
                text,
                quote.kind,
                article.date,
                quote.parts[0].start >= above,
            )


@lru_cache(maxsize=1 << 14)
def _day(when: str | None) -> int | None:
    return date.fromisoformat(when).toordinal() if when and len(when) == 10 else None


def _telling(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(WORDING.stem(word) for word in words if word not in WORDING.small)


def _inside_marks(text: str) -> list[str]:
    return normal_words(" ".join(MARKED.findall(text)).translate(MARKS)).split()


def _without_boilerplate(words: str) -> tuple[str, ...]:
    for phrase in WORDING.boilerplate:
        if phrase in words:
            words = f" {words} ".replace(f" {phrase} ", " ").strip()
    return tuple(map(sys.intern, words.split()))
