"""An article's text with its white space made even, of the same length: what every rule and the
model read.

A no-break space is a space to a reader, and so is the end of a line that a program broke to a width;
the end of a line that a person put there is not.
"""

from __future__ import annotations

import re

from generator.model import Block

# spaces of all widths; a tab stays, since it parts columns
SPACE = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
BREAK = re.compile(r"\n(?=(?P<next>\S+))")
NARROWEST, WIDEST = 40, 120  # characters of a line that was broken to a width
FEWEST = 3  # breaks that show one
MOST = 0.9  # share of the breaks that stand where the next word had no room


def even(text: str, blocks: tuple[Block, ...]) -> str:
    """The text with a space for each no-break space, and for each break of a wrapped paragraph.

    "… the mayor,\\nAnn Lee, said" in lines of 72 characters is "… the mayor, Ann Lee, said"; the
    lines of an interview or a poem end before the next word would have to, and stay.
    """
    if not text.isascii():
        text = SPACE.sub(" ", text)
    breaks = [
        (match.start(), len(match["next"]))
        for block in blocks
        for match in BREAK.finditer(text, block.span.start, block.span.end)
    ]
    if len(breaks) < FEWEST:
        return text
    lengths = [at - (text.rfind("\n", 0, at) + 1) for at, _ in breaks]
    width = max(lengths)
    full = sum(length + 1 + word > width for length, (_, word) in zip(lengths, breaks))
    if not NARROWEST <= width <= WIDEST or full < MOST * len(breaks):
        return text
    pieces, end = [], 0
    for at, _ in breaks:
        pieces += [text[end:at], " "]
        end = at + 1
    return "".join([*pieces, text[end:]])
