"""Which articles belong together, and why."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.model import Entity, QuoteRef, Reason, Relation, Story

MOST = 6


def related(
    stories: Sequence[Story], entities: Sequence[Entity], speakers: Mapping[QuoteRef, str]
) -> dict[str, tuple[Relation, ...]]:
    """For each article, at most six that quote the same people, rarest first."""
    quoted: defaultdict[str, set[str]] = defaultdict(set)
    for ref, entity in speakers.items():
        quoted[entity].add(ref.article)
    names = {entity.id: entity.name for entity in entities}
    total = len(stories)
    reasons: defaultdict[str, defaultdict[str, list[tuple[float, Reason]]]] = defaultdict(lambda: defaultdict(list))
    for entity, articles in sorted(quoted.items()):
        detail = f"{len(articles)} of {total} articles quote {names[entity]}"
        reason = Reason("speaker", f"both quote {names[entity]}", detail, entity)
        for here in sorted(articles)[:50]:
            for there in sorted(articles)[:50]:
                if here != there:
                    reasons[here][there].append((1 / len(articles), reason))
    found: dict[str, tuple[Relation, ...]] = {}
    for here, others in reasons.items():
        ranked = sorted(((sum(w for w, _ in rs), other) for other, rs in others.items()), key=lambda x: (-x[0], x[1]))
        found[here] = tuple(
            Relation(other, min(1.0, score), tuple(reason for _, reason in others[other]))
            for score, other in ranked[:MOST]
        )
    return found
