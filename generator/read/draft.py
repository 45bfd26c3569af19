"""What one reader makes of one file, before it has an id: the seam between the formats and
`Article`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.fields.values import Note, Value
from generator.model import Block


@dataclass(frozen=True, slots=True)
class Draft:
    """An article in a file, as its format's reader understood it."""

    text: str = ""  # final, see `Article.text`
    blocks: tuple[Block, ...] = ()
    fields: Mapping[str, Value] = field(default_factory=dict)  # by canonical name, see `fields.py`
    dateline: str | None = None  # ISO 8601, from the text itself
    line: int = 1  # line of the file where the paragraphs start
    notes: tuple[Note, ...] = ()
    # of Markdown, without its front matter: a page that is passed through; None = can't be one
    body: str | None = None
    name: str = ""  # of an article inside a file of many; "" = the file's own
    plain: str = ""  # of Word and PDF, line by line: what a database exported shows in it
