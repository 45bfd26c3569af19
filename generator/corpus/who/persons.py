"""Which spellings are the same person. Only rules that are safe join; what is merely likely is a
`Doubt`.

The rules, in order:
1. One is the other plus middle names or initials, and no third one contradicts: "John Smith", "John A. Smith".
   "George W. Bush" and "George H. W. Bush" contradict each other, so they and "George Bush" stay
   three.
2. An initial and the family name, when the corpus has one such person: "D. Polyansky".
3. The family name alone, when the corpus has one person of that name and the name is not among the commonest, or
   when two telling words of the role agree with one of them only: "Varnholt, the former chief
   engineer".
4. Two transliterations of one spelling, when two telling words of the roles agree as well: "Dmitri Polyanskiy".
Two names of one article are never the same person: its author had reason to print both.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from generator.corpus.who.groups import Groups
from generator.corpus.who.transliteration import sound_class

ENOUGH_ROLE_WORDS = 2

# Family names that so many people share that one bearer in the corpus proves nothing: the commonest
# of the United States (census of 2010) and the United Kingdom, and those of
# `spelling.FAMILY_FIRST`, which are few for many people.
COMMON = frozenset(
    """smith johnson williams brown jones garcia miller davis rodriguez martinez hernandez lopez gonzalez wilson
    anderson thomas taylor moore jackson martin lee perez thompson white harris sanchez clark ramirez lewis robinson
    walker young allen king wright scott torres nguyen hill flores green adams nelson baker hall rivera campbell
    mitchell carter roberts evans hughes edwards wood turner davies cooper ward morris murphy kelly khan singh patel
    ahmed ali hussain kim park choi wang li zhang liu chen yang huang zhao wu zhou ivanov petrov smirnov kuznetsov
    muller schmidt""".split()
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Forms that may be one of the others: for a person to decide."""

    forms: tuple[int, ...]
    candidates: tuple[int, ...]
    why: str  # "spelled alike"


def join_persons(groups: Groups) -> list[Doubt]:
    """Join the person forms of `groups` by the rules above; returns what they would not decide."""
    full: defaultdict[str, list[int]] = defaultdict(list)
    alone: defaultdict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(groups.forms):
        if form.kind == "person":
            (full if form.person.given else alone)[form.person.family].append(index)
    doubts: list[Doubt] = []
    for _, members in sorted(full.items()):
        doubts += _middle_names(groups, members)
        doubts += _initials(groups, members)
    doubts += _transliterations(groups, [i for _, members in sorted(full.items()) for i in members])
    for family, members in sorted(alone.items()):
        doubts += _family_alone(groups, members, full.get(family, []))
    return doubts


def _middle_names(groups: Groups, members: list[int]) -> list[Doubt]:
    """Rule 1, among forms of one family name."""
    firsts: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i in members:
        name = groups.forms[i].person
        if len(name.given[0]) > 1:
            firsts[(name.given[0], name.suffix)].append(i)
    doubts: list[Doubt] = []
    for (first, suffix), same in sorted(firsts.items()):
        bare = [i for i in same if len(groups.forms[i].person.given) == 1]
        camps = _camps(groups, [i for i in same if len(groups.forms[i].person.given) > 1])
        for camp in camps:
            doubts += _join_all(groups, camp, "same given and family name")
        for i in bare:
            doubts += _join_only(
                groups, i, {groups.of(camp[0]) for camp in camps}, "same given and family name"
            )
        if suffix and (first, "") in firsts:
            doubts.append(
                Doubt((firsts[(first, "")][0],), (same[0],), "same but for the generational suffix")
            )
    return doubts


def _camps(groups: Groups, members: list[int]) -> list[list[int]]:
    """Forms with middle names, in sets that agree among themselves: all that agree with one, if
    they all agree.
    """
    camps: list[list[int]] = []
    for i in members:
        middle = groups.forms[i].person.given[1:]
        fitting = [
            camp
            for camp in camps
            if all(_agree(middle, groups.forms[j].person.given[1:]) for j in camp)
        ]
        if len(fitting) == 1:
            fitting[0].append(i)
        else:
            camps.append([i])
    return camps


def _agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the names or initials of the shorter are the first of the longer, each the same or
    its initial.
    """
    return all(a == b or (1 in (len(a), len(b)) and a[0] == b[0]) for a, b in zip(one, other))


def _join_all(groups: Groups, same: list[int], why: str) -> list[Doubt]:
    doubts = []
    for i in same[1:]:
        doubts += _join_only(groups, same[0], {i}, why)
    return doubts


def _join_only(groups: Groups, form: int, fitting: Iterable[int], why: str) -> list[Doubt]:
    """Join when there is one to join and no article has both; a doubt otherwise."""
    ones = tuple(sorted({groups.of(i) for i in fitting} - {groups.of(form)}))
    if len(ones) == 1 and not groups.apart(form, ones[0]):
        groups.join(form, ones[0])
        return []
    return [Doubt((form,), ones, why)] if ones else []


def _initials(groups: Groups, members: list[int]) -> list[Doubt]:
    """Rule 2, among forms of one family name."""
    doubts: list[Doubt] = []
    for i in members:
        name = groups.forms[i].person
        if len(name.given[0]) == 1:
            others = (
                (j, groups.forms[j].person)
                for j in members
                if len(groups.forms[j].person.given[0]) > 1
            )
            fitting = [
                j
                for j, other in others
                if other.suffix == name.suffix and _agree(name.given, other.given)
            ]
            doubts += _join_only(groups, i, fitting, "same initial and family name")
    return doubts


def _transliterations(groups: Groups, members: list[int]) -> list[Doubt]:
    """Rule 4, over all family names."""
    classes: defaultdict[tuple[tuple[str, ...], str, str], list[int]] = defaultdict(list)
    for i in members:
        name = groups.forms[i].person
        if len(name.given[0]) > 1:
            classes[
                (tuple(map(sound_class, name.given)), sound_class(name.family), name.suffix)
            ].append(i)
    doubts: list[Doubt] = []
    for _, same in sorted(classes.items()):
        for i in same[1:]:
            if groups.of(same[0]) == groups.of(i):
                continue
            if _roles_agree(groups, same[0], i):
                doubts += _join_only(groups, same[0], [i], "spelled alike")
            else:
                doubts.append(Doubt((i,), (same[0],), "spelled alike"))
    return doubts


def _family_alone(groups: Groups, members: list[int], bearers: list[int]) -> list[Doubt]:
    """Rule 3: forms that are one family name alone, and the full names with it."""
    family = groups.forms[members[0]].person.family
    ones = sorted({groups.of(i) for i in bearers})
    unsure: list[int] = []
    for i in members:
        agreeing = [one for one in ones if _roles_agree(groups, i, one)]
        sure = agreeing if agreeing or len(ones) != 1 or family in COMMON else ones
        if len(sure) == 1 and not groups.apart(i, sure[0]):
            groups.join(i, sure[0])
        else:
            unsure.append(i)
    if not ones and family not in COMMON:
        for i in unsure[1:]:
            groups.join(unsure[0], i)
    return [Doubt(tuple(unsure), tuple(ones), "same family name")] if unsure and ones else []


def _roles_agree(groups: Groups, one: int, other: int) -> bool:
    return len(groups.role_words(one) & groups.role_words(other)) >= ENOUGH_ROLE_WORDS
