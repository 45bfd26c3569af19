"""What a person said about names (`names:` of seeds/corrections.yml), laid over what the rules
found. It always wins.

A correction means every name spelled with the letters of its `name` or of one of its `also`, and
what the rules have joined to them. With `only_in`, it means them in those articles alone, and in
all others they are somebody else.
"""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.corpus.who.claims import Claim, settle
from generator.corpus.who.forms import Form
from generator.corpus.who.groups import Groups
from generator.corpus.who.profiles import telling_of
from generator.corpus.who.spelling import body, fold, person
from generator.model import EntityKind, Name, NameCorrection, Problem, Story


@dataclass(frozen=True, slots=True)
class Said:
    """What the corrections say of one set of forms."""

    name: str | None = None  # None = as the rules choose
    kind: EntityKind | None = None
    roles: tuple[str, ...] | None = None
    not_roles: tuple[str, ...] = ()
    only_checked: bool = False  # a person agrees, and has changed nothing


def letters(words: str) -> frozenset[str]:
    """The keys under which a name of a correction is looked up, whatever its kind."""
    return frozenset({fold(words), person(words).key, body(words)}) - {""}


def bearers_left(
    stories: Iterable[Story], names: Sequence[NameCorrection]
) -> Iterator[tuple[Story, Name, str]]:
    """All names but those that are none, each with `where` of the correction that sets it apart, or
    "".
    """
    nobody = _by_letters(names, lambda correction: correction.not_a_name)
    split = _by_letters(
        names, lambda correction: bool(correction.only_in) and not correction.not_a_name
    )
    for story in stories:
        for name in story.annotations.names:
            keys = letters(name.label)
            if any(_holds(correction, story) for correction in _found(nobody, keys)):
                continue
            ones = [correction for correction in _found(split, keys) if _holds(correction, story)]
            yield story, name, ones[0].where if ones else ""


def apply(groups: Groups, names: Sequence[NameCorrection]) -> tuple[dict[int, Said], list[Problem]]:
    """Join what the corrections join; what they say of each set, by `Groups.of`, and the
    corrections that miss.
    """
    by_letters: defaultdict[str, list[int]] = defaultdict(list)
    for i, form in enumerate(groups.forms):
        for key in sorted(letters(form.label) | {form.key}):
            by_letters[key].append(i)
    meant: list[tuple[NameCorrection, int]] = []
    problems: list[Problem] = []
    others = {correction.elsewhere: correction.name for correction in names if correction.elsewhere}
    there = {correction.name for correction in names}
    for other, name in others.items():
        for i in sorted(
            {i for key in letters(name) for i in by_letters[key] if not groups.forms[i].split}
        ):
            by_letters[other].append(i)
    names = [*names, *(NameCorrection(_where(names, o), o) for o in others if o not in there)]
    labels = {key: groups.forms[found[0]].label for key, found in by_letters.items()}
    for correction in names:
        if correction.not_a_name:
            continue
        forms, missing = _forms_of(correction, groups.forms, by_letters)
        for i in forms[1:]:
            settle(groups, Claim("by hand", i, forms[0]))
        if forms:
            meant.append((correction, forms[0]))
        problems += [_no_such(correction, words, labels) for words in missing]
    return _said(groups, meant, problems), problems


def two_of(forms: Sequence[Form], names: Sequence[NameCorrection]) -> list[tuple[int, int]]:
    """Pairs of forms that corrections set apart (`apart_from`)."""
    by_letters: defaultdict[str, list[int]] = defaultdict(list)
    if any(correction.apart_from for correction in names):
        for i, form in enumerate(forms):
            for key in letters(form.label):
                by_letters[key].append(i)
    return sorted(
        (one, other)
        for correction in names
        for words in correction.apart_from
        for one in {i for key in letters(correction.name) for i in by_letters[key]}
        for other in {i for key in letters(words) for i in by_letters[key]}
        if one != other
    )


def kept_apart(names: Sequence[NameCorrection]) -> frozenset[frozenset[str]]:
    """Pairs of folded names that a person said are two."""
    return frozenset(
        frozenset({fold(one.name), fold(other)}) for one in names for other in one.apart_from
    )


def not_names_unmatched(stories: Iterable[Story], names: Sequence[NameCorrection]) -> list[Problem]:
    """A problem for each `not a name` that no article has."""
    wanted = [correction for correction in names if correction.not_a_name]
    if not wanted:
        return []
    labels = {
        key: name.label
        for story in stories
        for name in story.annotations.names
        for key in sorted(letters(name.label))
    }
    return [
        _no_such(correction, correction.name, labels)
        for correction in wanted
        if not any(labels.keys() & letters(words) for words in (correction.name, *correction.also))
    ]


def unknown_articles(stories: Iterable[Story], names: Sequence[NameCorrection]) -> list[Problem]:
    """A problem for each article of an `only_in` that is not there."""
    ids = sorted(story.article.id for story in stories)
    there = set(ids)
    return [
        Problem(correction.where, f"there is no article “{article}”", _close(article, ids))
        for correction in names
        for article in correction.only_in
        if article not in there
    ]


def roles_not_given(groups: Groups, names: Sequence[NameCorrection]) -> list[Problem]:
    """A problem for each refused role that no article gives to the name."""
    refusing = [correction for correction in names if correction.not_roles]
    if not refusing:
        return []
    given: defaultdict[str, set[frozenset[str]]] = defaultdict(set)
    for members in groups.all():
        forms = [groups.forms[i] for i in members]
        roles = {
            telling_of(span.of(story.article.text))
            for f in forms
            for story, name in f.bearers
            for span in name.roles
        }
        for form in forms:
            for key in letters(form.label):
                given[key] |= roles
    return [
        Problem(
            one.where,
            f"no article gives “{one.name}” the role “{role}”",
            "copy the words of the role",
        )
        for one in refusing
        for role in one.not_roles
        if not any(
            telling_of(role) in given[key]
            for words in (one.name, *one.also)
            for key in letters(words)
        )
    ]


def _where(names: Sequence[NameCorrection], elsewhere: str) -> str:
    return next(correction.where for correction in names if correction.elsewhere == elsewhere)


def _forms_of(
    correction: NameCorrection, forms: Sequence[Form], by_letters: Mapping[str, list[int]]
) -> tuple[list[int], list[str]]:
    """The forms that a correction means, sorted, and those of its names that no article has."""
    found: set[int] = set()
    missing = []
    split = correction.where if correction.only_in else ""
    for words in (correction.name, *correction.also):
        keys = letters(words) | {words}  # the words themselves: the name of an `elsewhere`
        fitting = {i for key in keys for i in by_letters.get(key, ()) if forms[i].split == split}
        fitting = _of_one_kind(fitting, forms, correction.kind) or _printed_as(words, forms, split)
        found |= fitting
        if not fitting:
            missing.append(words)
    if found and correction.name in missing and correction.also:
        # the name that the site shall show need not stand in an article
        missing.remove(correction.name)
    return sorted(found), missing


def _of_one_kind(found: set[int], forms: Sequence[Form], kind: EntityKind | None) -> set[int]:
    """Moscow the government and Moscow the place: those of the correction's kind, or else all but
    the places.
    """
    kinds = {forms[i].kind for i in found}
    if len(kinds) < 2:
        return found
    return {
        i for i in found if (forms[i].kind == kind if kind in kinds else forms[i].kind != "place")
    }


def _printed_as(words: str, forms: Sequence[Form], split: str) -> set[int]:
    """The forms of the one name that articles print in these words, though it is not the fullest
    form in any.
    """
    wanted = fold(words)
    found = {
        i
        for i, form in enumerate(forms)
        if form.split == split
        for story, name in form.bearers
        if any(fold(mention.span.of(story.article.text)) == wanted for mention in name.mentions)
    }
    return found if len({forms[i].key for i in found}) == 1 else set()


def _said(
    groups: Groups, meant: list[tuple[NameCorrection, int]], problems: list[Problem]
) -> dict[int, Said]:
    """What the corrections say, together; a problem where two of them name one set differently."""
    said: dict[int, Said] = {}
    for correction, form in meant:
        root = groups.of(form)
        before = said.get(root, Said())
        name = correction.rename or correction.name
        if before.name is not None and before.name != name:
            what = f"“{name}” and “{before.name}” are the same one, and both corrections name it"
            problems.append(Problem(correction.where, what, "keep one of the two names"))
            name = before.name
        roles = (
            before.roles if correction.roles is None else (*(before.roles or ()), *correction.roles)
        )
        not_roles = (*before.not_roles, *correction.not_roles)
        agreed = correction.checked and correction == NameCorrection(
            correction.where, correction.name, checked=True
        )
        only = agreed and (before == Said() or before.only_checked)
        said[root] = Said(name, correction.kind or before.kind, roles, not_roles, only)
    return said


def _by_letters(
    names: Sequence[NameCorrection], wanted: Callable[[NameCorrection], bool]
) -> dict[str, list[NameCorrection]]:
    found: defaultdict[str, list[NameCorrection]] = defaultdict(list)
    for correction in names:
        if wanted(correction):
            for key in sorted(
                frozenset().union(*map(letters, (correction.name, *correction.also)))
            ):
                found[key].append(correction)
    return dict(found)


def _found(
    by_letters: Mapping[str, list[NameCorrection]], keys: frozenset[str]
) -> list[NameCorrection]:
    if not by_letters:
        return []
    return list(
        {
            correction.where: correction
            for key in sorted(keys)
            for correction in by_letters.get(key, ())
        }.values()
    )


def _holds(correction: NameCorrection, story: Story) -> bool:
    return not correction.only_in or story.article.id in correction.only_in


def _no_such(correction: NameCorrection, words: str, labels: Mapping[str, str]) -> Problem:
    close = difflib.get_close_matches(fold(words), sorted(labels), n=1, cutoff=0.6)
    hint = (
        f"did you mean “{labels[close[0]]}”?"
        if close
        else "check the spelling, or remove the correction"
    )
    return Problem(correction.where, f"no article has the name “{words}”", hint)


def _close(wanted: str, held: Sequence[str]) -> str:
    close = difflib.get_close_matches(wanted, held, n=1, cutoff=0.6)
    return f"did you mean “{close[0]}”?" if close else "check the address of the article"
