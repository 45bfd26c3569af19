"""The one gate through which two forms become one entity.

Each rule of who is who makes a claim: of a kind, for two forms, on evidence. `settle` decides. A
veto rejects it, and then it is a doubt for a person to settle; what it lets through is kept, so
that the page can say why its forms are one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.corpus.who.forms import Form
from generator.corpus.who.groups import Groups
from generator.corpus.who.spelling import fold, shown
from generator.model import Why

ClaimKind = Literal[
    "middle name",
    "initial",
    "nickname",
    "family name",
    "first name",
    "role",
    "spelling",
    "open",
    "acronym",
    "short name",
    "general word",
    "full name beside it",
    "country",
    "own paper",
    "sentence word",
    "by hand",
]
# claims about people, of whom one article may print both names: its author had reason to
_OF_PERSONS = frozenset(
    {"middle name", "initial", "nickname", "family name", "first name", "role", "spelling"}
)


@dataclass(frozen=True, slots=True)
class Claim:
    """That the bearers of one form are those of another."""

    kind: ClaimKind
    form: int  # index of the form that is explained: "Varnholt"
    other: int  # index of the one that it is said to be: "Ilse Varnholt"


def settle(groups: Groups, claim: Claim) -> bool:
    """Join what a claim says, unless a veto speaks; whether they are one now."""
    if groups.of(claim.form) == groups.of(claim.other):
        return True
    if claim.kind != "by hand" and any(veto(groups, claim) for veto in VETOES):
        return False
    if not groups.join(claim.form, claim.other):
        return False
    groups.settled.append((claim.kind, claim.form))
    return True


def both_in_one_article(groups: Groups, claim: Claim) -> bool:
    """One article prints both names of persons, or a person set one of them apart."""
    return claim.kind in _OF_PERSONS and groups.apart(claim.form, claim.other)


def another_gender(groups: Groups, claim: Claim) -> bool:
    """ "Ms Hallam" is not George Hallam: what the articles call them contradicts."""
    if claim.kind not in _OF_PERSONS:
        return False
    one, other = groups.genders(claim.form), groups.genders(claim.other)
    return bool(one and other) and one.isdisjoint(other)


def another_kind(groups: Groups, claim: Claim) -> bool:
    """A place never takes an organisation's name: HONG KONG (AFP)."""
    kinds = {groups.forms[i].kind for i in (claim.form, claim.other)}
    return "place" in kinds and len(kinds) > 1 and claim.kind != "country"


VETOES: tuple[Callable[[Groups, Claim], bool], ...] = (
    both_in_one_article,
    another_gender,
    another_kind,
)


def reasons(groups: Groups) -> dict[int, tuple[Why, ...]]:
    """Why the forms of each set are one, by `Groups.of`: the commonest first."""
    held: defaultdict[int, dict[tuple[ClaimKind, str], list[Form]]] = defaultdict(dict)
    for kind, i in groups.settled:
        form = groups.forms[i]
        held[groups.of(i)].setdefault((kind, fold(form.label)), []).append(form)
    return {root: _reasons(found) for root, found in held.items()}


def _reasons(found: dict[tuple[ClaimKind, str], list[Form]]) -> tuple[Why, ...]:
    whys = [_why(kind, forms) for (kind, _), forms in found.items()]
    return tuple(sorted(whys, key=lambda why: (-why.articles, why.kind, why.words)))


def _why(kind: ClaimKind, forms: Sequence[Form]) -> Why:
    articles = frozenset[str]().union(*(form.articles for form in forms))
    first = forms[0]
    printed = first.bearers[0][1].label if kind == "sentence word" else first.label
    return Why(kind, shown(printed, first.kind), len(articles), min(articles))
