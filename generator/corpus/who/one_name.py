"""Whom a family name or a first name alone means: rules 5 and 6 of `persons`."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.corpus.who.claims import Claim, settle
from generator.corpus.who.groups import Groups
from generator.languages.words import NAMES

ENOUGH_ROLE_WORDS = 2
DOMINANT = 0.85  # share of a family name's articles from which the name alone is its bearer's
ENOUGH_ARTICLES = 3  # of a bearer of one of the commonest names
ENOUGH_OF_FIRST_NAME = 5  # articles of whom a first name alone may mean


@dataclass(frozen=True, slots=True)
class Doubt:
    """Forms that may be one of the others: for a person to decide."""

    forms: tuple[int, ...]
    candidates: tuple[int, ...]
    why: str  # "spelled alike"


def family_alone(groups: Groups, members: list[int], bearers: list[int]) -> list[Doubt]:
    """Rule 5: forms that are one family name alone, and the full names with it."""
    family = groups.forms[members[0]].person.family
    ones = sorted({groups.of(i) for i in bearers})
    counts = {one: len(groups.articles(one)) for one in ones}
    first = max(ones, key=lambda one: (counts[one], -one), default=None)
    sure = first is not None and counts[first] >= DOMINANT * sum(counts.values())
    if first is not None and family in NAMES.shared_families:
        sure = sure and counts[first] >= ENOUGH_ARTICLES
    unsure: list[int] = []
    others: list[int] = []  # whom the only bearers can't be
    for i in members:
        if len(groups.members(i)) > 1 and groups.of(i) in ones:
            continue
        agreeing = [one for one in ones if roles_agree(groups, i, one)] or _by_title(
            groups, i, ones
        )
        if len(agreeing) == 1 and settle(groups, Claim("role", i, agreeing[0])):
            continue
        here = [one for one in ones if not groups.articles(one).isdisjoint(groups.articles(i))]
        if (
            sure
            and first is not None
            and not here
            and settle(groups, Claim("family name", i, first))
        ):
            continue
        (unsure if any(_may_be(groups, i, one) for one in ones) else others).append(i)
    _together(groups, unsure, unknown=True)
    for gender in ("f", "m", None):
        same = [i for i in others if groups.forms[i].gender == gender]
        _together(groups, same, unknown=family in NAMES.shared_families and len(same) > 1)
    return [Doubt(tuple(unsure), tuple(ones), "same family name")] if unsure and ones else []


def _may_be(groups: Groups, form: int, one: int) -> bool:
    if groups.apart(form, one):
        return False
    mine, theirs = groups.genders(form), groups.genders(one)
    return not (mine and theirs and mine.isdisjoint(theirs))


def _together(groups: Groups, forms: Sequence[int], unknown: bool) -> None:
    """One entity for what may be several: "Varnholt (which one is not known)"."""
    for i in forms[1:]:
        settle(groups, Claim("open" if unknown else "family name", i, forms[0]))
    if unknown:
        groups.open.update(forms)


def _by_title(groups: Groups, form: int, ones: Sequence[int]) -> list[int]:
    """Who of several has the very title that a family name alone is printed with, if only one
    has.
    """
    titles = groups.forms[form].titles
    if not titles:
        return []
    return [
        one for one in ones if any(titles & groups.forms[i].titles for i in groups.members(one))
    ]


def by_first_name(groups: Groups, everybody: Sequence[int]) -> dict[str, Counter[int]]:
    """Given names that may stand alone: who has them, in how many articles."""
    found: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for i in everybody:
        first = groups.forms[i].person.given[0]
        if len(first) > 2 and first in NAMES.given:
            found[first][groups.of(i)] = len(groups.articles(i))
    return dict(found)


def first_name_alone(groups: Groups, members: list[int], bearers: Mapping[int, int]) -> list[Doubt]:
    """Rule 6."""
    first = max(sorted(bearers), key=lambda one: bearers[one])
    most = bearers[first]
    if most < ENOUGH_OF_FIRST_NAME or most < DOMINANT * sum(bearers.values()):
        return []
    for i in members:
        here = any(
            not groups.articles(one).isdisjoint(groups.articles(i)) for one in sorted(bearers)
        )
        if not here:
            settle(groups, Claim("first name", i, first))
    return []


def roles_agree(groups: Groups, one: int, other: int, least: int = ENOUGH_ROLE_WORDS) -> bool:
    """Whether so many telling words of the roles of two are the same."""
    return len(groups.role_words(one) & groups.role_words(other)) >= least
