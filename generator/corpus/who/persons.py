"""Which spellings are the same person. Only rules that are safe claim it; what is merely likely is
a `Doubt`.

The rules, in order:
1. One is the other plus middle names or initials, and no third one contradicts: "John Smith", "John A. Smith".
   "George W. Bush" and "George H. W. Bush" contradict each other, so they and "George Bush" stay
   three.
2. An initial and the family name, when the corpus has one such person: "D. Polyansky".
3. A nickname ("Joe", "Joseph") with words of the role that agree.
4. Two transliterations of one spelling, when two telling words of the roles agree as well: "Dmitri Polyanskiy".
5. The family name alone: two telling words of the role, or a title, agree with one bearer only; or one bearer has 85 %
   of the articles of that family name ("Obama"). Of the commonest names this takes three articles.
   What is left is one entity of which it is not known who is meant, never one an article.
6. A first name alone ("Hillary") in the same way, when nobody has it as a family name.
Two names of one article are never the same person: its author had reason to print both. Which
vetoes a claim meets is in `claims`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from generator.corpus.who.claims import Claim, ClaimKind, settle
from generator.corpus.who.groups import Groups
from generator.corpus.who.one_name import (
    DOMINANT,
    ENOUGH_ARTICLES,
    Doubt,
    by_first_name,
    family_alone,
    first_name_alone,
    roles_agree,
)
from generator.corpus.who.transliteration import sound_class
from generator.languages.words import NAMES


def join_persons(groups: Groups) -> list[Doubt]:
    """Join the person forms of `groups` by the rules above; returns what they would not decide."""
    full: defaultdict[str, list[int]] = defaultdict(list)
    alone: defaultdict[str, list[int]] = defaultdict(list)
    for index, form in enumerate(groups.forms):
        if form.kind == "person":
            (full if form.person.given else alone)[form.person.family].append(index)
    doubts: list[Doubt] = []
    _behind_a_word(groups)
    for _, members in sorted(full.items()):
        doubts += _middle_names(groups, members)
        doubts += _initials(groups, members)
        doubts += _nicknames(groups, members)
    everybody = [i for _, members in sorted(full.items()) for i in members]
    doubts += _transliterations(groups, everybody)
    called = by_first_name(groups, everybody)
    for family, members in sorted(alone.items()):
        if family in full or family not in called:
            doubts += family_alone(groups, members, full.get(family, []))
        else:
            doubts += first_name_alone(groups, members, called[family])
    return doubts


def _behind_a_word(groups: Groups) -> None:
    """A name behind a word of its sentence ("Said Comey") is the one of that name in its article;
    a full one ("Telling Jeb Bush") that of all articles.
    """
    cut = [i for i, form in enumerate(groups.forms) if form.words and form.kind == "person"]
    families = {groups.forms[i].person.family for i in cut}
    bearers: defaultdict[str, list[int]] = defaultdict(list)
    for i, form in enumerate(groups.forms):
        if form.kind == "person" and form.person.family in families:
            bearers[form.person.family].append(i)
    for i in cut:
        form = groups.forms[i]
        for j in bearers[form.person.family]:
            if j != i and groups.forms[j].key == form.key and groups.forms[j].alone == form.alone:
                settle(groups, Claim("sentence word", i, j))
        here = {
            groups.of(j)
            for j in bearers[form.person.family]
            if not form.articles.isdisjoint(groups.forms[j].articles)
        } - {groups.of(i)}
        titled = Counter(
            {
                groups.of(j): len(groups.articles(j))
                for j in bearers[form.person.family]
                if form.titles & groups.forms[j].titles and groups.forms[j].person.given
            }
        )
        for one, count in titled.most_common(1):
            here = {one} if count >= DOMINANT * titled.total() else here
        if form.alone and len(here) == 1:
            settle(groups, Claim("sentence word", i, here.pop()))


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
        why = "same given and family name"
        for camp in camps:
            for i in camp[1:]:
                doubts += _join_only(groups, "middle name", camp[0], {i}, why)
        for i in bare:
            doubts += _join_only(
                groups, "middle name", i, {groups.of(camp[0]) for camp in camps}, why
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


def _join_only(
    groups: Groups, kind: ClaimKind, form: int, fitting: Iterable[int], why: str
) -> list[Doubt]:
    """Claim when there is one to join; a doubt when there are several, or a veto speaks."""
    ones = tuple(sorted({groups.of(i) for i in fitting} - {groups.of(form)}))
    if len(ones) == 1 and settle(groups, Claim(kind, form, ones[0])):
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
            doubts += _join_only(groups, "initial", i, fitting, "same initial and family name")
    return doubts


def _nicknames(groups: Groups, members: list[int]) -> list[Doubt]:
    """Rule 3, among forms of one family name."""
    short: defaultdict[str, list[int]] = defaultdict(list)
    for i in members:
        first = groups.forms[i].person.given[0]
        short[NAMES.nicknames.get(first, first)].append(i)
    doubts: list[Doubt] = []
    for _, same in sorted(short.items()):
        firsts = {groups.forms[i].person.given[0] for i in same}
        same.sort(key=lambda i: (-len(groups.articles(i)), i))  # so that those who lead join first
        for i in same[1:] if len(firsts) > 1 else ():
            if groups.of(i) == groups.of(same[0]) or not _agree_beyond(groups, same[0], i):
                continue
            if roles_agree(groups, same[0], i, least=1) or _leads(groups, members, {same[0], i}):
                doubts += _join_only(
                    groups, "nickname", i, [same[0]], "a short form of the given name"
                )
            else:
                doubts.append(Doubt((i,), (same[0],), "a short form of the given name"))
    return doubts


def _leads(groups: Groups, members: Sequence[int], ones: set[int]) -> bool:
    """Whether these have nearly all articles of a family name that is no common one."""
    counts = {one: len(groups.articles(one)) for one in sorted({groups.of(i) for i in members})}
    most = sum(counts[one] for one in sorted({groups.of(i) for i in ones}))
    leads = most >= ENOUGH_ARTICLES and max(counts.values()) in [counts[groups.of(i)] for i in ones]
    return (
        leads
        and most >= DOMINANT * sum(counts.values())
        and groups.forms[members[0]].person.family not in NAMES.shared_families
    )


def _agree_beyond(groups: Groups, one: int, other: int) -> bool:
    """Whether middle names and suffixes don't contradict each other."""
    a, b = groups.forms[one].person, groups.forms[other].person
    return _agree(a.given[1:], b.given[1:]) and (a.suffix == b.suffix or "" in (a.suffix, b.suffix))


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
            if roles_agree(groups, same[0], i):
                doubts += _join_only(groups, "spelling", same[0], [i], "spelled alike")
            else:
                doubts.append(Doubt((i,), (same[0],), "spelled alike"))
    return doubts
