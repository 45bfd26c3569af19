"""The cards beside an article's text, and who speaks in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator import cite, escape, paths
from generator.escape import Html
from generator.model import Article, Entity
from generator.pages import strips, tallies, views
from generator.pages.archive import Archive, Said
from generator.pages.tallies import Tally
from generator.pages.views import Line


@dataclass(frozen=True, slots=True)
class Card:
    """A quotation in the sidebar."""

    line: Line
    anchor: Html
    role: str
    goes_on: bool  # the same speaker as the card before, in the same paragraph
    at: str  # the characters that its words are, "812–871"; "" = the text is not published
    original: Html  # its words on the publisher's own page; "" = no address of that page


def _characters(said: Said) -> str:
    """Where the words stand, as the data counts: from the first character (0) up to the last."""
    return ", ".join(f"{part.start}–{part.end}" for part in said.quote.parts)


def cards_of(archive: Archive, article: Article) -> tuple[Card, ...]:
    """A card for each quotation, in the order of the text; a speaker is linked once."""
    here = paths.article(article.id)
    found: list[Card] = []
    seen: set[str] = set()
    before: Said | None = None
    for said in archive.said_in[article.id]:
        entity = said.entity
        role = _role(entity, article) if entity and entity.id not in seen else ""
        goes_on = bool(
            before
            and entity
            and before.entity == entity
            and before.paragraph == said.paragraph
            and said.paragraph
        )
        line, anchor = views.line(archive, here, said), escape.address(paths.card(said.quote.id))
        found.append(
            Card(
                line,
                anchor,
                role,
                goes_on,
                "" if archive.withheld(article) else _characters(said),
                views.elsewhere(cite.text_fragment(article, said.quote)),
            )
        )
        seen |= {entity.id} if entity else set()
        before = said
    return tuple(found)


def _role(entity: Entity, article: Article) -> str:
    """The role that this article gives a speaker; "" when it gives none."""
    return next((role.words for role in entity.roles if role.article == article.id), "")


def strokes_of(article: Article, said: tuple[Said, ...]) -> tuple[Html, ...]:
    """Where each card's words stand, as SVG paths, in the order of the cards."""
    length = max(1, len(article.text))
    return tuple(
        escape.address("".join(strips.stroke(s.quote.kind, part, length) for part in s.quote.parts))
        for s in said
    )


def share_of(article: Article, said: tuple[Said, ...]) -> int:
    """Per cent of the text that stands in a quotation with or without a known speaker; nested ones
    count once.
    """
    covered = at = 0
    for part in sorted(part for s in said for part in s.quote.parts):
        covered += max(0, part.end - max(part.start, at))
        at = max(at, part.end)
    return round(covered / max(1, len(article.text)) * 100)


def speakers_of(here: str, said: tuple[Said, ...]) -> tuple[Tally, ...]:
    """Who speaks how often, the most quoted first; an empty address = not identified."""
    told = [one for s in said for one in (s.entity, *s.others)]
    count = Counter(one.id if one else "" for one in told)
    known = {one.id: one for one in told if one}
    nobody = views.Who("", Html(""), "")
    ranked = sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))
    return tallies.tallies(
        [(views.named(here, known[key]) if key else nobody, n, "") for key, n in ranked]
    )
