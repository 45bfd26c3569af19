"""Which words of an article link to whose page."""

from __future__ import annotations

from collections.abc import Mapping

from generator.corpus.who.without_possessive import without_possessive
from generator.model import Link, Span, Story

LINKED = frozenset({"person", "organisation", "government", "group"})


def links_of(story: Story, known: Mapping[str, str], kinds: Mapping[str, str]) -> tuple[Link, ...]:
    """The first mention of each person or organisation in standfirst and paragraphs, in text order.

    `known`: Name.label → Entity.id for this article; `kinds`: Entity.id → kind. Only names as
    printed are linked, never a role ("the deputy envoy"), never the headline. Where two names
    overlap, the longer one has the words: "Kennedy" inside "Kennedy Airport" is no link to a
    person.
    """
    article = story.article
    shown = bytearray(len(article.text))
    for block in article.blocks:
        if block.kind != "headline":
            shown[block.span.start : block.span.end] = b"\1" * (block.span.end - block.span.start)
    first: dict[str, Span] = {}
    for span, label in _longest_first(story):
        if not all(shown[span.start : span.end]):
            continue
        shown[span.start : span.end] = bytes(span.end - span.start)  # taken by the longer name
        entity = known.get(label)
        if (
            entity is not None
            and kinds[entity] in LINKED
            and span < first.get(entity, Span(span.end, span.end))
        ):
            first[entity] = span
    return tuple(
        Link(without_possessive(span, article.text), entity)
        for entity, span in sorted(first.items(), key=lambda item: item[1])
    )


def _longest_first(story: Story) -> list[tuple[Span, str]]:
    places = [
        (mention.span, name.label)
        for name in story.annotations.names
        for mention in name.mentions
        if mention.form != "role" and mention.span.end > mention.span.start
    ]
    return sorted(
        places, key=lambda place: (place[0].start - place[0].end, place[0].start, place[1])
    )
