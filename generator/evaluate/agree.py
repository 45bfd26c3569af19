"""Whether two speakers are the same: their printed places overlap, or the last names agree."""

from __future__ import annotations

import re

from generator.evaluate.marked import MarkedQuote
from generator.model import without_accents

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "md", "phd"))
_PARTICLES = frozenset(("de", "van", "von", "bin", "al", "la", "der", "el"))
_NO_NAMES = frozenset(
    (
        "the",
        "a",
        "an",
        "he",
        "she",
        "they",
        "it",
        "i",
        "we",
        "his",
        "her",
        "their",
        "you",
        "some",
        "many",
        "one",
        "who",
    )
) | {"that", "this"}
_WORD = re.compile(r"[^\W\d_][\w’'\-]*")
_CUTS = re.compile(r"[,(;)—]| who | of the | from ")


def speaker_agrees(gold: MarkedQuote, found: MarkedQuote) -> bool:
    """Whether the speaker of a prediction is right; always, where gold names none."""
    if not (gold.printed or gold.printed_text or gold.name):
        return True
    if any(one.overlaps(other) for one in gold.printed for other in found.printed):
        return True
    lasts = {last_name(words) for words in (gold.printed_text, gold.name)} - {""}
    return any(last_name(words) in lasts for words in (found.printed_text, found.name) if words)


def name_agrees(gold: MarkedQuote, found: MarkedQuote) -> bool:
    """Whether a prediction's name, or failing that its printed speaker, has the last name that gold
    gives.
    """
    mine = found.name or found.printed_text
    last = last_name(gold.name)
    if not last:
        return bool(mine) and fold(mine).strip() == fold(gold.name).strip()
    return last == last_name(mine)


def last_name(words: str) -> str:
    """The word to compare names by, without case and accents; "" if there is none.

    A stretch between commas that has only capitalised words wins ("Moscow’s envoy, Dmitry
    Polyansky,"), then the last capitalised word of the first stretch, then of all.
    """
    words = re.sub(r"’s\b", "", words)
    stretches = [stretch.strip() for stretch in _CUTS.split(words) if stretch.strip()]
    for stretch in stretches:
        split = stretch.split()
        if (
            len(split) >= 2
            and all(w[0].isupper() or fold(w) in _PARTICLES for w in split)
            and _capitals(stretch)
        ):
            return _bare(_capitals(stretch)[-1])
    for stretch in (*stretches[:1], words):
        if _capitals(stretch):
            return _bare(_capitals(stretch)[-1])
    return ""


def _capitals(stretch: str) -> list[str]:
    capitals = [word for word in _WORD.findall(stretch) if word[0].isupper()]
    return [
        word
        for word in capitals
        if fold(word).strip(".") not in _SUFFIXES and fold(word) not in _NO_NAMES
    ]


def _bare(word: str) -> str:
    return fold(word).strip("'’.")


def fold(words: str) -> str:
    """Lower case, without accents."""
    return without_accents(words).lower()
