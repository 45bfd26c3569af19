"""Whom the words of a quotation name: half of all quotations name somebody, and a page of a person,
body or place shows what others say of it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from generator.model import Entity

if TYPE_CHECKING:
    from generator.pages.archive import Said

_SHORTEST = 3  # letters of a name that is looked for


def naming(
    said_in: Mapping[str, Sequence[Said]], named_in: Mapping[str, Sequence[Entity]]
) -> dict[str, tuple[Said, ...]]:
    """By Entity.id, the quotations of others whose words name it, by article, in text order.

    A form that two entities of the article bear ("Lee") names neither.
    """
    found: defaultdict[str, list[Said]] = defaultdict(list)
    for article, entities in named_in.items():
        said = said_in.get(article, ())
        bearer = _bearers(entities) if said else {}
        if not bearer:
            continue
        longest_first = sorted(bearer, key=lambda form: (-len(form), form))
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
        for one in said:
            speaker = one.entity.id if one.entity else ""
            held = {bearer[match[0]] for match in pattern.finditer(one.words)}
            for entity in sorted(held - {speaker}):
                found[entity].append(one)
    return {entity: tuple(quotes) for entity, quotes in found.items()}


def _bearers(entities: Iterable[Entity]) -> dict[str, str]:
    """By printed form the one entity of an article that bears it."""
    held: defaultdict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for form in (entity.name, *(alias.words for alias in entity.aliases)):
            if len(form) >= _SHORTEST and form[0].isupper():
                held[form].add(entity.id)
    return {form: next(iter(ids)) for form, ids in held.items() if len(ids) == 1}
