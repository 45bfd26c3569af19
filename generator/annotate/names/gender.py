"""Whether an article calls a person he or she; None where it does not say."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable

from generator.annotate.names.roles import called_by
from generator.annotate.text.layout import Layout, fold
from generator.languages.named import Gender
from generator.languages.words import NAMES, ROLES, TITLES
from generator.model import Name

_PRONOUNS: dict[str, Gender] = {
    "he": "m",
    "him": "m",
    "his": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
}


def gender_of(layout: Layout, name: Name) -> Gender | None:
    """From honorifics ("Ms Lee"), then what stands in front ("his sister, Inge Lee,"), then roles
    ("spokeswoman").

    None = they say nothing.
    """
    for honorific in _honorifics(layout, name):
        if (gender := TITLES.honorifics.get(honorific)) is not None:
            return gender
    for front in _in_front(layout, name):
        if (gender := ROLES.gender.get(front)) is not None:
            return gender
    for role in called_by(name):
        for word in layout.inside(role):
            if not word.possessive and (gender := ROLES.gender.get(word.low)):
                return gender
    return None


def first_name_gender(name: Name) -> Gender | None:
    """What the first name says; None = nothing, or either."""
    parts = fold(name.label).split()
    if len(parts) < 2 or parts[0] in NAMES.either:
        return None
    return NAMES.gender.get(parts[0], NAMES.gender.get(parts[0].split("-")[0]))


def learned(
    layout: Layout,
    subjects: list[tuple[int, str]],
    known: dict[str, Gender | None],
    by_first_name: set[str],
) -> dict[str, Gender]:
    """What pronouns say about people whose gender nothing else tells: "Jayme told police she was
    cold".

    `subjects`: (place, label) of subjects outside quotations, in text order. Each pronoun outside
    quotation marks votes for the last subject before it in its paragraph; two thirds of the votes
    decide. A gender that only the first name gives is overruled by three votes and three quarters
    of all.
    """
    places = [place for place, _ in subjects]
    votes: dict[str, Counter[Gender]] = {}
    for word in layout.words:
        gender = _PRONOUNS.get(word.low)
        if gender is None or layout.quoted[word.span.start]:
            continue
        index = bisect_left(places, word.span.start) - 1
        if index < 0 or layout.block(places[index]) != layout.block(word.span.start):
            continue
        label = subjects[index][1]
        if label in known and (known[label] is None or label in by_first_name):
            votes.setdefault(label, Counter())[gender] += 1
    out: dict[str, Gender] = {}
    for label, counted in votes.items():
        gender, most = counted.most_common(1)[0]
        others = counted.total() - most
        if (known[label] is None and most >= 2 * others) or (
            label in by_first_name and most >= 3 + 3 * others
        ):
            out[label] = gender
    return out


def _in_front(layout: Layout, name: Name) -> Iterable[str]:
    """The word in front of a name between commas, or right in front of it: his sister, Inge Lee, /
    his wife Ada
    """
    for mention in name.mentions:
        index = layout.first_word(mention.span.start)
        if mention.form == "role" or index == 0:
            continue
        gap = layout.text[layout.words[index - 1].span.end : mention.span.start]
        if gap == " " or (
            gap == ", " and layout.text[mention.span.end : mention.span.end + 1] == ","
        ):
            yield layout.words[index - 1].low


def _honorifics(layout: Layout, name: Name) -> Iterable[str]:
    for mention in name.mentions:
        index = layout.first_word(mention.span.start)
        if mention.form != "role" and layout.adjacent(index):
            yield layout.words[index - 1].low
