"""A form: all names of the corpus that are spelled with the same letters. What the rules of who-is-who join.

A person's family name alone ("Smith") and an acronym ("ICA") are one form per article: two articles need not mean
the same one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.corpus import spelling
from generator.corpus.order import when
from generator.corpus.profiles import SMALL
from generator.model import EntityKind, Name, Story, normal_words

Spelling = tuple[str, str, EntityKind]  # key, where of the correction that sets it apart or "", kind


@dataclass(frozen=True)
class Form:
    """The bearers of one spelling, oldest article first, taken for the same one."""

    kind: EntityKind
    key: str
    split: str  # where of the correction that set these apart; "" = none
    alone: str  # Article.id for a family name alone or an acronym; "" = all articles
    bearers: tuple[tuple[Story, Name], ...]

    @cached_property
    def articles(self) -> frozenset[str]:
        """Where it stands: Article.ids."""
        return frozenset(story.article.id for story, _ in self.bearers)

    @cached_property
    def label(self) -> str:
        """As printed first."""
        return self.bearers[0][1].label

    @cached_property
    def person(self) -> spelling.PersonName:
        """Its parts, if it is a person's."""
        return spelling.person(self.label)

    @cached_property
    def role_words(self) -> frozenset[str]:
        """The telling words of its roles and of phrases like "the deputy envoy"."""
        return frozenset(word for story, name in self.bearers for word in _role_words(story, name))


def forms_of(bearers: Iterable[tuple[Story, Name, str]]) -> list[Form]:
    """Group bearers (with the correction that set them apart, or "") by kind and letters; sorted."""
    groups: defaultdict[Spelling, list[tuple[Story, Name]]] = defaultdict(list)
    for story, name, split in bearers:
        groups[(spelling.key(name.label, name.kind), split, name.kind)].append((story, name))
    kinds = _one_kind({where: len(group) for where, group in groups.items()})
    merged: defaultdict[tuple[str, str, EntityKind, str], list[tuple[Story, Name]]] = defaultdict(list)
    for (key, split, kind), group in groups.items():
        one = kinds[(key, split, kind)]
        for story, name in group:
            alone = story.article.id if _may_be_many(name.label, one) else ""
            merged[(key, split, one, alone)].append((story, name))
    return [
        Form(kind, key, split, alone, tuple(sorted(group, key=lambda bearer: when(bearer[0].article))))
        for (key, split, kind, alone), group in sorted(merged.items())
    ]


def _may_be_many(label: str, kind: EntityKind) -> bool:
    if kind == "person":
        return not spelling.person(label).given
    return kind != "place" and bool(spelling.ACRONYM.fullmatch(spelling.shown(label, kind)))


def _one_kind(counts: dict[Spelling, int]) -> dict[Spelling, EntityKind]:
    """The kind that each spelling counts as.

    The same words are organisation here and government there because the model wavers; the most frequent kind wins.
    A place stays beside the government named by it ("Moscow"), and a single word ("Washington") beside the person.
    """
    rivals: defaultdict[tuple[str, str, str], list[tuple[int, EntityKind]]] = defaultdict(list)
    for (key, split, kind), count in counts.items():
        rivals[(key, split, _camp(key, kind))].append((-count, kind))
    won = {where: min(kinds)[1] for where, kinds in rivals.items()}
    return {(key, split, kind): won[(key, split, _camp(key, kind))] for key, split, kind in counts}


def _camp(key: str, kind: EntityKind) -> str:
    """Kinds of one camp are rivals for the same words."""
    if kind in ("government", "group") or (kind == "organisation" and " " not in key):
        return "body"
    return "named" if " " in key else kind


def _role_words(story: Story, name: Name) -> Iterator[str]:
    text = story.article.text
    spans = [*name.roles, *(mention.span for mention in name.mentions if mention.form == "role")]
    for span in spans:
        yield from (word for word in normal_words(span.of(text)).split() if word not in SMALL and len(word) > 1)
