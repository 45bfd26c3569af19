"""A stretch in quotation marks, and the paragraphs that an open mark runs through."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.model import Block, Span

Width = Literal["double", "single"]


@dataclass(frozen=True, slots=True, order=True)
class Run:
    """Words in one pair of marks. `span` takes the marks in, `inner` leaves them out."""

    span: Span
    inner: Span
    block: int  # index into Article.blocks
    width: Width = "double"
    opened: bool = True  # False: there is no opening mark, so it starts with its block
    closed: bool = True  # False: there is no closing mark, so it ends with its block

    def words(self, text: str) -> int:
        """How many words stand in it."""
        return len(self.inner.of(text).split())


THROUGH = 5  # paragraphs without a mark that an open quotation may run through


def between(text: str, blocks: tuple[Block, ...], runs: list[Run]) -> Iterator[Run]:
    """Paragraphs between one that opens a quotation and one that only closes it: all are inside.

    “Many are waking. (next) This was cruel. (next) Our thoughts are with them.” — where only the
    first paragraph has its opening mark and only the last its closing one.
    """
    of_block: dict[int, list[Run]] = {}
    for run in sorted(runs):
        of_block.setdefault(run.block, []).append(run)
    for number, inside in of_block.items():
        last = inside[-1]
        if last.closed or last.width == "single" or last.span.end < blocks[number].span.end - 2:
            continue
        end = next((n for n in range(number + 1, number + THROUGH + 2) if n in of_block), None)
        if end is None or of_block[end][0].opened:
            continue
        for through in range(number + 1, end):
            span = blocks[through].span
            words = span.of(text)
            first = span.start + len(words) - len(words.lstrip())
            whole = Span(first, max(first, span.start + len(words.rstrip())))
            if whole.end > whole.start:
                yield Run(whole, whole, through, "double", opened=False, closed=False)
