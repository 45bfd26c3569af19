"""Who is who: one entity for everything that the articles call by names of the same one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.corpus import profiles
from generator.corpus.order import in_time
from generator.corpus.spelling import key, shown, slug, sort_name
from generator.model import Entity, EntityKind, Name, NameCorrection, Problem, QuoteRef, Story

# Which of two with the same name keeps the plain address; the other gets its kind behind it: "moscow-place".
KINDS: tuple[EntityKind, ...] = ("person", "organisation", "government", "group", "place")

Bearer = tuple[str, str]  # (Article.id, Name.label)


@dataclass(frozen=True, slots=True)
class Known:
    """The entities, and whom each article's names mean."""

    entities: tuple[Entity, ...]  # by id
    bearers: dict[Bearer, str]  # → Entity.id
    problems: tuple[Problem, ...] = ()

    @property
    def kinds(self) -> dict[str, EntityKind]:
        """Entity.id → kind."""
        return {entity.id: entity.kind for entity in self.entities}


def who_is_who(stories: Sequence[Story], names: Sequence[NameCorrection]) -> Known:
    """Join the names of all articles into entities, as yet without what they said."""
    groups: defaultdict[tuple[EntityKind, str], list[tuple[Story, Name]]] = defaultdict(list)
    for story in in_time(stories):
        for name in story.annotations.names:
            groups[(name.kind, key(name.label, name.kind))].append((story, name))
    taken: set[str] = set()
    entities: list[Entity] = []
    bearers: dict[Bearer, str] = {}
    for (kind, _), group in sorted(groups.items(), key=lambda item: (KINDS.index(item[0][0]), item[0][1])):
        entity = _entity(kind, group, taken)
        taken.add(entity.id)
        entities.append(entity)
        bearers |= {(story.article.id, name.label): entity.id for story, name in group}
    return Known(tuple(sorted(entities, key=lambda entity: entity.id)), bearers)


def with_sayings(known: Known, speakers: Mapping[QuoteRef, str]) -> tuple[Entity, ...]:
    """The entities, each with its quotations."""
    said = profiles.sayings(speakers)
    return tuple(replace(entity, said=said.get(entity.id, ())) for entity in known.entities)


def _entity(kind: EntityKind, group: list[tuple[Story, Name]], taken: set[str]) -> Entity:
    labels = Counter(shown(name.label, kind) for _, name in group)
    name = min(labels, key=lambda label: (-labels[label], -len(label), label))
    return Entity(
        id=_free(slug(name), kind, taken),
        name=name,
        kind=kind,
        sort=sort_name(name, kind),
        aliases=profiles.aliases(group),
        roles=profiles.roles(group),
        appears_in=tuple(dict.fromkeys(story.article.id for story, _ in group)),
    )


def _free(wanted: str, kind: EntityKind, taken: set[str]) -> str:
    """`wanted`, or with the kind behind it, or with the kind and a number from 2."""
    if wanted not in taken:
        return wanted
    if f"{wanted}-{kind}" not in taken:
        return f"{wanted}-{kind}"
    number = 2
    while f"{wanted}-{kind}-{number}" in taken:
        number += 1
    return f"{wanted}-{kind}-{number}"
