"""Paragraphs that were run together are parted where their marks show it: for reading only, the
page keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Block, Span

MARK = re.compile(r"[“”]|(?<!\S)\"(?=\w)|(?<=[\w.,?!…—])\"(?!\w)")
# what stands before the first mark of a paragraph: the end of a sentence
SENTENCE_END = re.compile(r"[.?!…]\s+\Z")


def parted(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, with a new one where a mark opens a sentence while one is open.

    “It stuck in May. “It stuck in June,” she said. — by the convention of print each paragraph of a
    long quotation opens with a mark and only the last one closes it; so a second opening mark is
    the start of a paragraph, unless both are closed: “He said. “No.” And left.” has one inside.
    """
    return tuple(part for block in blocks for part in _parts(text, block))


def _parts(text: str, block: Block) -> Iterator[Block]:
    at = block.span.start
    for place in _openings(text, block.span):
        end = at + len(text[at:place].rstrip())
        yield Block(block.kind, Span(at, end))
        at = place
    yield Block(block.kind, Span(at, block.span.end))


def _openings(text: str, span: Span) -> Iterator[int]:
    """Where marks open a sentence while one is open, and no two closing ones follow."""
    marks = list(MARK.finditer(text, span.start, span.end))
    opens = [_opens(text, mark) for mark in marks]
    first: int | None = None  # where the quotation opened that is open, if a paragraph may so
    is_open = False
    for n, mark in enumerate(marks):
        starts = SENTENCE_END.search(text[max(span.start, mark.start() - 4) : mark.start()])
        if opens[n] and is_open and starts:
            nested = len(opens) > n + 2 and not opens[n + 1] and not opens[n + 2]
            if not nested:
                if first is not None:
                    yield first
                first = None
                yield mark.start()
        elif opens[n] and not is_open:
            first = mark.start() if starts else None
        is_open = opens[n]


def _opens(text: str, mark: re.Match[str]) -> bool:
    if mark.group() == '"':
        return text[mark.end() : mark.end() + 1].isalnum()
    return mark.group() == "“"
