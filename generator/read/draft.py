"""What one reader makes of one file, before it has an id: the seam between the formats and `Article`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from generator.model import Block


@dataclass(frozen=True, slots=True)
class Value:
    """A field as the file has it."""

    name: str  # the name that the file uses, such as "headline" for `title`
    line: int  # 1-based
    texts: tuple[str, ...] = ()  # as written: `lang: no` is "no", `title: 1984` is "1984"
    shape: str = "text"  # "text" (one), "list" (any number), "empty", or what it is instead: "a mapping", …

    @property
    def text(self) -> str:
        """The one text, without outer blank space; "" for anything else."""
        return self.texts[0].strip() if self.shape == "text" else ""


@dataclass(frozen=True, slots=True)
class Note:
    """A problem of the file at hand, before it is known how the user calls the file."""

    what: str
    hint: str = ""
    line: int = 0  # 1-based; 0 = the file as a whole


@dataclass(frozen=True, slots=True)
class Draft:
    """An article in a file, as its format's reader understood it."""

    text: str = ""  # final, see `Article.text`
    blocks: tuple[Block, ...] = ()
    fields: Mapping[str, Value] = field(default_factory=dict)  # by canonical name, see `fields.py`
    dateline: str | None = None  # ISO 8601, from the text itself
    line: int = 1  # line of the file where the paragraphs start
    notes: tuple[Note, ...] = ()
    body: str = ""  # the file without its front matter, for a page that is passed through
    name: str = ""  # of an article inside a file of many; "" = the file's own
