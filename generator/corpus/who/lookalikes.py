"""Names that are likely the same and were not joined: notes for `check`, each with a correction
ready to paste.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.corpus.who.groups import Groups
from generator.corpus.who.one_name import Doubt
from generator.corpus.who.spelling import fold
from generator.model import Problem

MOST = 100  # a longer list is read by nobody; the rest is counted
# letters from which one letter more, less or other is rather a slip than another name
LONG_NAME = 6


def likely_pairs(
    groups: Groups,
    doubts: Sequence[Doubt],
    named: Mapping[int, str],
    apart: frozenset[frozenset[str]],
) -> list[Problem]:
    """One problem for each doubt that is still open.

    `named`: the name of each set, by `Groups.of`; `apart`: pairs of folded names that a person said
    are two.
    """
    found: dict[tuple[str, str], Problem] = {}
    for doubt in (*doubts, *_slips(groups)):
        if any(groups.forms[i].split for i in (*doubt.forms, *doubt.candidates)):
            continue  # a person has already said who is who
        candidates = {groups.of(i) for i in doubt.candidates if groups.of(i) in named}
        for form in (form for form in doubt.forms if groups.of(form) in named):
            rest = sorted(named[root] for root in candidates - {groups.of(form)})
            name = named[groups.of(form)]
            open_ = [other for other in rest if frozenset({fold(name), fold(other)}) not in apart]
            if open_ and len(rest) == len(candidates):
                source = groups.forms[form].bearers[0][0].article.source
                found.setdefault(
                    (name, open_[0]), _problem(f"seeds/{source}", name, open_, doubt.why)
                )
    problems = [problem for _, problem in sorted(found.items())]
    if len(problems) > MOST:
        left = len(problems) - MOST
        problems = [
            *problems[:MOST],
            Problem("seeds/corrections.yml", f"{left} more pairs of names look alike", note=True),
        ]
    return problems


def _problem(where: str, name: str, others: Sequence[str], why: str) -> Problem:
    listed = " or ".join(f"“{other}”" for other in others[:4])
    if len(others) > 1:
        return Problem(
            where,
            f"“{name}” may be {listed} ({why})",
            "print the full name in the seed, or say who it is with a `names:` correction",
            note=True,
        )
    kept, merged = (
        (others[0], name) if (len(others[0]), others[0]) >= (len(name), name) else (name, others[0])
    )
    one, two = json.dumps(kept, ensure_ascii=False), json.dumps(merged, ensure_ascii=False)
    entry = f"{{name: {one}, also: [{two}]}}"
    hint = (
        f"add under `names:` of seeds/corrections.yml: - {entry}"
        f" (or, if they are two: - {{name: {one}, apart_from: [{two}]}})"
    )
    return Problem(
        where, f"“{name}” and {listed} may be the same ({why})", hint, paste=entry, note=True
    )


def _slips(groups: Groups) -> Iterator[Doubt]:
    """Full names of persons that differ by one letter of the family name: "Quillfeather",
    "Quilfeather".

    Found by the words with one letter left out (symmetric delete), so that no two names are
    compared for nothing.
    """
    near: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for i, form in enumerate(groups.forms):
        if form.kind == "person" and form.person.given and len(form.person.family) >= LONG_NAME:
            first, family = form.person.given[0], form.person.family
            for without in sorted(
                {family, *(family[:at] + family[at + 1 :] for at in range(len(family)))}
            ):
                near[(first, without)].append(i)
    pairs = {pair for _, found in sorted(near.items()) for pair in _neighbours(found)}
    for one, other in sorted(pairs):
        if (
            groups.of(one) != groups.of(other)
            and groups.forms[one].person.family != groups.forms[other].person.family
        ):
            yield Doubt((other,), (one,), "one letter differs")


def _neighbours(found: Iterable[int]) -> Iterator[tuple[int, int]]:
    ones = sorted(set(found))
    return pairwise(ones)
