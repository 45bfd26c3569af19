"""Who gets a page: a name for which the articles give evidence that it names somebody. The rest
stays in the data.

An organisation that speaks, whose acronym is known, that has a word which bodies have, or that two
articles name; a place likewise, or where something is; a person who speaks, is given a role or
title, or whose name is no common word.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.corpus.who.forms import Form, begins_with_a_place
from generator.corpus.who.spelling import country, fold
from generator.corpus.who.standing import Common, is_no_name
from generator.languages.words import NAMES, ORGANISATIONS, PLACES, VERBS, WORDING
from generator.model import EntityKind, Mention

OFTEN = 2.5  # times as often in lower case: even a word's speaking proves nothing then
ENOUGH = 3  # mentions from which it tells that none stands for itself
PLURALS = 2  # times that the plural of an acronym must be printed
MANY = 20  # … and for how many of the acronym one of them tells that it is a common noun
BEFORE = 12  # characters before a name that may say where something is
LOCATED = re.compile(
    r"\b(?:in|at|near|from|to|outside|around|across|throughout|of|between|through|into|over) (?:the )?$",
    re.IGNORECASE,
)
SAID_OF = re.compile(r" ([a-z]+)")
ACTS = frozenset(("has", "is", "will", "would", "does"))
ONE_OF = re.compile(r"\ban? $", re.IGNORECASE)
TITLED = re.compile(r"\b(?:M[rsx]|Mrs|Dr|Sir|Dame|Lord|Lady|Baroness|Prof)\.? $")
# People and beliefs, which the model takes for bodies
PEOPLES = ("ism", "isms", "phobia", "anos", "inos", "ians", "icans", "ese", "ists")
LETTERS = re.compile(r"(?:[A-Z]\.?&?){3,8}")  # an acronym
BODIES = ORGANISATIONS.generic | ORGANISATIONS.words
TOWNS = PLACES.countries | PLACES.capitals
KNOWN = frozenset(fold(short) for short, _, _ in ORGANISATIONS.acronyms)


def has_page(forms: Sequence[Form], kind: EntityKind, common: Common) -> bool:
    """Whether forms that are one entity have a page and links."""
    if not any(form.stands for form in forms):
        return False
    if kind != "place" and all(form.label.split()[-1].islower() for form in forms):
        return False  # "Eddermoor bureau": a description
    # the fullest of its names: a family name alone may stand before it
    words = max((fold(form.label).split() for form in forms), key=len)
    if _is_common_noun(forms, common):
        return False
    known = kind == "government" or any(
        country(form.key) or form.key in ORGANISATIONS.national for form in forms
    )
    if len(words) == 1 and common.is_common(words[0], OFTEN) and not known:
        return False
    if (
        kind == "person"
        and len(words) > 1
        and words[0] in WORDING.common
        and is_no_name(words[0], common)
    ):
        return any(name.roles for form in forms for _, name in form.bearers)
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
    return any(
        form.key in KNOWN
        or LETTERS.fullmatch(form.label)
        or not BODIES.isdisjoint(form.key.split())
        or (begins_with_a_place(form.key) and _acts(form))
        for form in forms
    )


def _speaks(form: Form) -> bool:
    return any(
        quote.speaker == name.label
        for story, name in form.bearers
        for quote in story.annotations.quotes
    )


def _acts(form: Form) -> bool:
    """Whether a verb stands right behind it: "Alberta Milk has …"."""
    return any(
        found[1] in ACTS or found[1] in VERBS.pasts or found[1].endswith("ed")
        for story, name in form.bearers
        for mention in name.mentions
        if (found := SAID_OF.match(story.article.text, mention.span.end))
    )


def _located(form: Form) -> bool:
    """Whether something is in, at or near it."""
    return any(
        LOCATED.search(story.article.text[max(0, mention.span.start - BEFORE) : mention.span.start])
        for story, name in form.bearers
        for mention in name.mentions
    )


def _is_common_noun(forms: Sequence[Form], common: Common) -> bool:
    """Whether an acronym is a word for many things: it has a plural ("PACs"), always stands behind
    "a" ("an EVP at …"), or is only ever said of what follows ("the LGBT community").
    """
    form = forms[0]
    if form.kind == "person" or form.key in KNOWN or not LETTERS.fullmatch(form.label):
        return False
    plural = common.plural[form.key]
    if plural >= PLURALS and MANY * plural >= common.capital[form.key]:
        return True
    places = [
        (story.article.text, mention.span)
        for one in forms
        for story, name in one.bearers
        for mention in name.mentions
    ]
    if not places or any(map(_speaks, forms)):
        return False
    behind = [SAID_OF.match(text, span.end) for text, span in places]
    words = [found[1] for found in behind if found is not None and found[1] not in WORDING.small]
    if not words:
        return all(
            ONE_OF.search(text[max(0, span.start - BEFORE) : span.start]) for text, span in places
        )
    verbs = any(word.endswith("ed") or word in VERBS.pasts for word in words)
    nouns = not verbs and any(word[-1] != "s" for word in words)
    return nouns and len(words) == len(places) >= ENOUGH


def _is_somebody(forms: Sequence[Form], words: Sequence[str], common: Common) -> bool:
    """Whether a person who doesn't speak has a role, or a name that is a person's: a given name or
    a title, and no common words.

    "Sharon Statement", "Universe" are none; "Ann Price", called "Price" in the next sentence, is.
    """
    if any(name.roles or name.claimed for form in forms for _, name in form.bearers):
        return True
    if len(words) == 1:
        known = words[0] in NAMES.given or words[0] in common.families
        return (known or any(map(_has_title, forms))) and not common.is_common(words[0])
    if is_no_name(words[0], common):
        return False
    if any(
        mention.form == "short" and not _behind_the(story.article.text, mention)
        for form in forms
        for story, name in form.bearers
        for mention in name.mentions
    ):
        return True
    return not common.is_common(words[-1]) and BODIES.isdisjoint(words[1:])


def _behind_the(text: str, mention: Mention) -> bool:
    """Whether it is called so in the text: "at the [Sharon]", as no person is."""
    return text[max(0, mention.span.start - BEFORE) : mention.span.start].endswith(("the ", "The "))


def _has_title(form: Form) -> bool:
    return any(
        TITLED.search(story.article.text[max(0, mention.span.start - BEFORE) : mention.span.start])
        for story, name in form.bearers
        for mention in name.mentions
    )
