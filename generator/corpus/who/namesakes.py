"""Two people of one full name: what speaks for it is told to a person, who decides.

One page may be two people where the articles fall into sets that have nothing to do with each
other: each gives a telling role, no word of the roles is shared, and neither is anybody or any body
that few articles name.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from generator.corpus.who.profiles import telling_of
from generator.languages.words import ROLES, TITLES
from generator.model import Entity, Name, Namesake, Problem, Story, parted

FEW = 3  # articles, which are never too many
RARE = 0.05  # share of the articles from which who is named ties nothing together
ENOUGH = 2  # telling words of a role, or one that is a title
MOST = 2  # sets of articles that are told apart; of more the two largest


@dataclass(slots=True)
class _Side:
    """Articles that are about one person, on the way."""

    words: set[str]
    others: set[str]  # Entity.ids of those whom few articles name
    role: str
    articles: list[str]


def with_namesakes(
    entities: Sequence[Entity], bearers: Mapping[tuple[str, str], str], stories: Sequence[Story]
) -> tuple[tuple[Entity, ...], list[Problem]]:
    """The entities, those that may be two with what tells them apart, and a note for each.

    `bearers`: (Article.id, Name.label) → Entity.id.
    """
    maybe = {e.id: e for e in entities if _may_be_two(e)}
    if not maybe:
        return tuple(entities), []
    named: defaultdict[str, set[str]] = defaultdict(set)
    kinds = {entity.id: entity.kind for entity in entities}
    held: defaultdict[str, list[tuple[Story, Name]]] = defaultdict(list)
    for story in stories:
        for name in story.annotations.names:
            id = bearers.get((story.article.id, name.label), "")
            if id and kinds[id] != "place":
                named[story.article.id].add(id)
            if id in maybe:
                held[id].append((story, name))
    counts = Counter(id for ids in named.values() for id in sorted(ids))
    common = {id for id, count in counts.items() if count > max(FEW, RARE * len(stories))}
    found: dict[str, tuple[Namesake, ...]] = {}
    for id, ones in sorted(held.items()):
        rare = {s.article.id: named[s.article.id] - common - {id} for s, _ in ones}
        sides = _sides(ones, rare)
        if len(sides) == MOST:
            found[id] = sides
    out = tuple(replace(e, namesakes=found.get(e.id, ())) for e in entities)
    sources = {story.article.id: story.article.source for story in stories}
    notes = [_note(entity, sources) for entity in out if entity.namesakes]
    return out, notes


def _may_be_two(entity: Entity) -> bool:
    person = entity.kind == "person" and entity.by == "machine" and " " in entity.name
    return (
        person and len(entity.roles) > 1 and len(entity.appears_in) > 1 and "(" not in entity.name
    )


def _sides(
    bearers: Sequence[tuple[Story, Name]], named: Mapping[str, set[str]]
) -> tuple[Namesake, ...]:
    """The two largest sets of articles that share no word of a role and nobody rare."""
    sides: list[_Side] = []
    for story, name in bearers:
        roles = [span.of(story.article.text) for span in name.roles]
        words = {TITLES.same.get(word, word) for role in roles for word in _telling(role)}
        if len(words) < ENOUGH and words.isdisjoint(TITLES.dropped):
            continue
        one = _Side(words, set(named[story.article.id]), roles[0], [story.article.id])
        for other in [s for s in sides if s.words & one.words or s.others & one.others]:
            sides.remove(other)
            one.words |= other.words
            one.others |= other.others
            one.role, one.articles = other.role, [*other.articles, *one.articles]
        sides.append(one)
    ranked = sorted(sides, key=lambda side: (-len(side.articles), side.articles))[:MOST]
    return tuple(Namesake(side.role, tuple(side.articles)) for side in ranked)


def _telling(role: str) -> Iterator[str]:
    yield from sorted(
        word for word in telling_of(role) - ROLES.small - TITLES.courtesy if len(word) > 1
    )


def _note(entity: Entity, sources: Mapping[str, str]) -> Problem:
    larger, smaller = entity.namesakes
    one = json.dumps(entity.name, ensure_ascii=False)
    return Problem(
        f"seeds/{sources[smaller.articles[0]]}",
        f"“{entity.name}” may be two people: “{larger.role}” and “{smaller.role}” share no word",
        f"if they are two, add under `names:` of seeds/corrections.yml: - {parted(entity)}"
        f" (or, if they are one: - {{name: {one}}})",
        paste=parted(entity),
        note=True,
    )
