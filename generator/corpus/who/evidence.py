"""Who gets a page: a name for which the articles give evidence that it names somebody. The rest
stays in the data.

An organisation that speaks, whose acronym is known, that has a word which bodies have, or that two
articles name; a place likewise, or where something is; a person who speaks, is given a role or
title, or whose name is no common word.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from generator.corpus.who.forms import Form
from generator.corpus.who.spelling import country, fold
from generator.languages.words import ORGANISATIONS, PLACES
from generator.model import EntityKind, Story

WORD = re.compile(r"[^\W\d_]+")
TWICE = 2  # a word that stands twice as often in lower case is a common one
OFTEN = 2.5  # … and so often that even its speaking proves nothing
BEFORE = 12  # characters before a name that may say where something is
LOCATED = re.compile(
    r"\b(?:in|at|near|from|to|outside|around|across|throughout|of|between|through|into|over) (?:the )?$",
    re.IGNORECASE,
)
# People and beliefs, which the model takes for bodies
PEOPLES = ("ism", "isms", "phobia", "anos", "inos", "ians", "icans", "ese", "ists")
LETTERS = re.compile(r"(?:[A-Z]\.?&?){3,8}")  # an acronym
BODIES = ORGANISATIONS.generic | ORGANISATIONS.words
TOWNS = PLACES.countries | PLACES.capitals
KNOWN = frozenset(fold(short) for short, _, _ in ORGANISATIONS.acronyms)


@dataclass(frozen=True, slots=True)
class Common:
    """How often the corpus prints words with and without a capital."""

    lower: Counter[str]
    capital: Counter[str]

    def is_common(self, word: str, times: float = TWICE) -> bool:
        """Whether a folded word is mostly printed in lower case."""
        return self.lower[word] >= 3 and self.lower[word] >= times * self.capital[word]


def common_words(stories: Iterable[Story], forms: Iterable[Form]) -> Common:
    """Count the last words of names, and the single words, in all texts."""
    wanted = {word for form in forms for word in fold(form.label).split()[-1:]}
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for story in stories:
        for word, count in Counter(WORD.findall(story.article.text)).items():
            low = word.casefold()
            if low in wanted:
                (lower if word == low else capital)[low] += count
    return Common(lower, capital)


def has_page(forms: Sequence[Form], kind: EntityKind, common: Common) -> bool:
    """Whether forms that are one entity have a page and links."""
    words = fold(forms[0].label).split()
    known = kind == "government" or any(
        country(form.key) or form.key in ORGANISATIONS.national for form in forms
    )
    if len(words) == 1 and common.is_common(words[0], OFTEN) and not known:
        return False
    if known or any(_speaks(form) for form in forms):
        return True
    if kind == "person":
        return _is_somebody(forms, words, common)
    if len(words) == 1 and (common.is_common(words[0]) or words[0].endswith(PEOPLES)):
        return False
    articles = frozenset[str]().union(*(form.articles for form in forms))
    if len(articles) > 1:
        return True
    if kind == "place":
        return any(form.key in TOWNS or _located(form) for form in forms)
    return any(form.key in KNOWN or LETTERS.fullmatch(form.label) for form in forms) or any(
        not BODIES.isdisjoint(form.key.split()) for form in forms
    )


def _speaks(form: Form) -> bool:
    return any(
        quote.speaker == name.label
        for story, name in form.bearers
        for quote in story.annotations.quotes
    )


def _located(form: Form) -> bool:
    """Whether something is in, at or near it."""
    return any(
        LOCATED.search(story.article.text[max(0, mention.span.start - BEFORE) : mention.span.start])
        for story, name in form.bearers
        for mention in name.mentions
    )


def _is_somebody(forms: Sequence[Form], words: Sequence[str], common: Common) -> bool:
    """Whether a person who doesn't speak has a role, a short form beside the full one, or a name of
    no common words.

    "Sharon Statement", "Universe" are none; "Ann Price", called "Price" in the next sentence, is.
    """
    if any(name.roles or name.claimed for form in forms for _, name in form.bearers):
        return True
    if any(
        mention.form == "short"
        for form in forms
        for _, name in form.bearers
        for mention in name.mentions
    ):
        return True
    if len(words) == 1:
        return not common.is_common(words[0])
    return not common.is_common(words[-1]) and BODIES.isdisjoint(words[1:])
