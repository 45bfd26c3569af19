"""Where in an article's text people speak, drawn."""

from __future__ import annotations

from dataclasses import dataclass

from generator import escape
from generator.escape import Html
from generator.model import (
    Article,
    Kind,
    Span,
)
from generator.pages.archive import Archive

# where the row of each kind begins
TOPS: dict[Kind, int] = {"direct": 0, "mixed": 20, "indirect": 40}


@dataclass(frozen=True, slots=True)
class Strip:
    """Where in the text people speak, in thousandths of its length: one SVG path a kind ("" =
    none).
    """

    direct: Html
    mixed: Html
    indirect: Html


def strip(archive: Archive, article: Article) -> Strip:
    """Where in an article people speak."""
    length = max(1, len(article.text))
    drawn: dict[str, list[str]] = {kind: [] for kind in TOPS}
    for said in archive.said_in[article.id]:
        drawn[said.quote.kind] += [
            stroke(said.quote.kind, part, length) for part in said.quote.parts
        ]
    return Strip(*(escape.address("".join(drawn[kind])) for kind in TOPS))


def stroke(kind: Kind, part: Span, length: int) -> str:
    """A stretch of speech in a text of `length` characters as an SVG path, 1000 wide and 60
    high.
    """
    x, width = (
        round(part.start / length * 1000),
        max(3, round((part.end - part.start) / length * 1000)),
    )
    return f"M{x},{TOPS[kind]}h{width}V60h-{width}z"
