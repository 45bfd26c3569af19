"""A form: all names of the corpus that are spelled with the same letters. What the rules of
who-is-who join.

A person's family name alone ("Smith"), an acronym ("ICA") and a bare "Trust" are one form per
article: two articles need not mean the same one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.corpus.order import when
from generator.corpus.who import spelling
from generator.languages.words import NAMES, ORGANISATIONS, PLACES, ROLES
from generator.model import EntityKind, Name, Story, normal_words

LONGEST_BEFORE = 24  # characters before a name that may say that it is a place
LOCATED = re.compile(
    r"(?<!stake )(?<!shares )\b(?:in|near|outside|around|across|throughout) $", re.IGNORECASE
)
TOWN_OF = re.compile(
    r"\b(?:mayor|town|city|village|residents|streets|port|district|quarter|suburbs?|north|south|east|west) of $",
    re.IGNORECASE,
)

# times as many articles have a family name's full forms as have the word as something else
MOSTLY = 8

# key, where of the correction that sets it apart or "", kind
Spelling = tuple[str, str, EntityKind]
# … and the article of a short name or "", its words where they are not its label, and whether it is
# only a part of other words
Letters = tuple[str, str, EntityKind, str, str, bool]


@dataclass(frozen=True)
class Form:
    """The bearers of one spelling, oldest article first, taken for the same one."""

    kind: EntityKind
    key: str
    split: str  # where of the correction that set these apart; "" = none
    alone: str  # Article.id for such a short name; "" = all articles
    bearers: tuple[tuple[Story, Name], ...]
    words: str = ""  # what it is called, where its labels have words that are none of it
    stands: bool = True  # False = only a part of other words: "Islamic State"

    @cached_property
    def articles(self) -> frozenset[str]:
        """Where it stands: Article.ids."""
        return frozenset(story.article.id for story, _ in self.bearers)

    @cached_property
    def label(self) -> str:
        """As printed first."""
        return self.called(self.bearers[0][1])

    def called(self, name: Name) -> str:
        """The words by which one of its names is known."""
        return self.words or name.label

    @cached_property
    def person(self) -> spelling.PersonName:
        """Its parts, if it is a person's."""
        return spelling.person(self.label)

    @cached_property
    def gender(self) -> str | None:
        """The gender that most of its articles give; None = they say nothing, or as often the one
        as the other.
        """
        votes = Counter(name.gender for _, name in self.bearers if name.gender)
        ranked = votes.most_common(2)
        if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
            return None
        return ranked[0][0]

    @cached_property
    def titles(self) -> frozenset[str]:
        """Its roles as one string each, folded: "president", "former mayor"."""
        return frozenset(
            spelling.fold(span.of(story.article.text))
            for story, name in self.bearers
            for span in name.roles
        )

    @cached_property
    def role_words(self) -> frozenset[str]:
        """The telling words of its roles and of phrases like "the deputy envoy"."""
        return frozenset(word for story, name in self.bearers for word in _role_words(story, name))


def forms_of(
    bearers: Iterable[tuple[Story, Name, str]],
    called: Callable[[Story, Name], str] = lambda story, name: name.label,
    stands: Callable[[Story, Name], bool] = lambda story, name: True,
) -> list[Form]:
    """Group bearers (with the correction that set them apart, or "") by kind and letters;
    sorted.

    `called`: the words of a name without those of its sentence; `stands`: whether it is more there
    than a part of other words (see `standing`).
    """
    groups: defaultdict[Spelling, list[tuple[Story, Name]]] = defaultdict(list)
    for story, name, split in bearers:
        words = name.label if split else called(story, name)
        groups[(spelling.key(words, name.kind), split, name.kind)].append((story, name))
    kinds = _one_kind({where: len(group) for where, group in groups.items()})
    for where in [where for where, kind in kinds.items() if kind == "organisation"]:
        elsewhere = groups.get((where[0], where[1], "place"), [])
        if _is_place(where[0], [*groups.get(where, ()), *elsewhere], sure=bool(elsewhere)):
            kinds[where] = "place"
    for where in [where for where, kind in kinds.items() if kind == "person"]:
        if _is_body_of_a_place(where[0], groups[where]):
            here = any(_located(story, name) for story, name in groups[where])
            kinds[where] = "place" if here else "organisation"
    merged: defaultdict[Letters, list[tuple[Story, Name]]] = defaultdict(list)
    for (key, split, kind), group in groups.items():
        one = kinds[(key, split, kind)]
        for story, name in group:
            words = name.label if split else called(story, name)
            alone = story.article.id if _may_be_many(words, one) else ""
            part = not split and not stands(story, name)
            cut = words if words != name.label else ""
            merged[(key, split, one, alone, cut, part)].append((story, name))
    return [
        Form(
            kind,
            key,
            split,
            alone,
            tuple(sorted(group, key=lambda bearer: when(bearer[0].article))),
            words,
            not part,
        )
        for (key, split, kind, alone, words, part), group in sorted(merged.items())
    ]


def _may_be_many(label: str, kind: EntityKind) -> bool:
    if kind == "person":
        return not spelling.person(label).given
    if spelling.country(spelling.body(label)):
        return False
    return kind != "place" and (
        bool(spelling.ACRONYM.fullmatch(spelling.shown(label, kind)))
        or spelling.is_generic(label)
        or spelling.body(label) in ORGANISATIONS.national
    )


def _one_kind(counts: Mapping[Spelling, int]) -> dict[Spelling, EntityKind]:
    """The kind that each spelling counts as: the same words are one thing, and the model wavers
    what.

    The most frequent kind wins, but a government stays beside the place that names it ("Moscow"),
    and a single word beside the person of that family name ("Washington").
    """
    kinds: defaultdict[tuple[str, str], dict[EntityKind, int]] = defaultdict(dict)
    for (key, split, kind), count in counts.items():
        kinds[(key, split)][kind] = count
    for key, split in list(kinds):
        counted = kinds[(key, split)]
        # a country that speaks anywhere
        if spelling.country(key) and not counted.keys() <= {"place", "person"}:
            kinds[(key, split)] = {"government": sum(counted.values())}
    families: Counter[str] = Counter()
    for (key, _, kind), count in counts.items():
        if kind == "person" and " " in key:
            families[spelling.person(key).family] += count
    for (key, split), counted in kinds.items():
        others = sum(count for kind, count in counted.items() if kind != "person")
        if families[key] >= MOSTLY * others and "person" in counted and counted["person"] >= others:
            # the model took "Obama" for a place once
            kinds[(key, split)] = {"person": sum(counted.values())}
    return {
        (key, split, kind): _settled(kind, kinds[(key, split)], " " in key or key not in families)
        for key, split, kind in counts
    }


def _settled(kind: EntityKind, counts: Mapping[EntityKind, int], nobody: bool) -> EntityKind:
    """`nobody`: no person of the corpus has these words as a family name."""
    if len(counts) == 1:
        return next(iter(counts))
    rivals = set(counts)
    if not nobody:
        rivals = {kind} if kind == "person" else rivals - {"person"}
    if "government" in rivals and "place" in rivals:
        rivals -= {"place"} if kind != "place" else rivals - {"place"}
    return min(rivals, key=lambda rival: (-counts[rival], rival == "person", rival))


def _is_place(key: str, bearers: Sequence[tuple[Story, Name]], sure: bool) -> bool:
    """Whether what the model takes for an organisation is where things are: "in Lower Sluice", "the
    mayor of …".

    `sure`: the model, too, takes it for a place somewhere; "in" alone ("confidence in Oxfam") does
    not tell.
    """
    if key.split()[-1] in ORGANISATIONS.generic or all(
        spelling.ACRONYM.fullmatch(name.label) for _, name in bearers
    ):
        return False
    mentions = located = 0
    for story, name in bearers:
        if any(quote.speaker == name.label for quote in story.annotations.quotes):
            return False
        for mention in name.mentions:
            before = story.article.text[
                max(0, mention.span.start - LONGEST_BEFORE) : mention.span.start
            ]
            town = TOWN_OF.search(before) is not None
            mentions += 1
            located += town or LOCATED.search(before) is not None
            sure = sure or town
    return sure and located >= 2 and located * 3 >= mentions


def _located(story: Story, name: Name) -> bool:
    """Whether something is in or near it."""
    return any(
        LOCATED.search(
            story.article.text[max(0, mention.span.start - LONGEST_BEFORE) : mention.span.start]
        )
        for mention in name.mentions
    )


def begins_with_a_place(key: str) -> bool:
    """Whether the first of a name's words is a country's, a people's or a province's, and nobody's
    given name: "Alberta Milk".
    """
    first, _, rest = key.partition(" ")
    known = first in PLACES.speaks_for or first in PLACES.countries or first in PLACES.capitals
    return bool(rest) and known and first not in NAMES.given and first not in NAMES.doubtful


def _is_body_of_a_place(key: str, bearers: Sequence[tuple[Story, Name]]) -> bool:
    """Whether what the model takes for a person is a body called by its country, and no article
    says anything of it that is said of people.
    """
    return begins_with_a_place(key) and not any(
        name.gender
        or name.roles
        or name.claimed
        or any(mention.form == "short" for mention in name.mentions)
        for _, name in bearers
    )


def _role_words(story: Story, name: Name) -> Iterator[str]:
    text = story.article.text
    spans = [*name.roles, *(mention.span for mention in name.mentions if mention.form == "role")]
    for span in spans:
        yield from (
            word
            for word in normal_words(span.of(text)).split()
            if word not in ROLES.small and len(word) > 1
        )
