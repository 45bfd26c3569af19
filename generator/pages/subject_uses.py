"""The quotations that use a subject's words, by speaker."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from generator.model import Span, Subject
from generator.pages.archive import Archive, Said


@dataclass(frozen=True, slots=True)
class Use:
    """A quotation that uses a subject's words, and where in the text they stand."""

    said: Said
    hits: tuple[Span, ...]


def uses_of(archive: Archive, subject: Subject) -> dict[str, list[Use]]:
    """By Entity.id ("" = not identified), the most quoted first; of each the oldest first."""
    found: defaultdict[str, list[Use]] = defaultdict(list)
    for ref, hits in subject.said:
        said = archive.said.get(ref)
        if said is not None:
            found[said.entity.id if said.entity else ""].append(Use(said, hits))
    for uses in found.values():
        uses.sort(key=lambda use: (use.said.article.date or "9999", use.said.ref.article))
    ranked = sorted(found, key=lambda id: (not id, -len(found[id]), id))
    return {id: found[id] for id in ranked}
