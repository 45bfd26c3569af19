"""Where words stand in a text, so that they are found again: the words, and enough around them to
match once.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.model import Span

CONTEXT: Final = 32  # characters on each side, where the text is published
MOST: Final = 1024  # characters on each side at most


@dataclass(frozen=True, slots=True)
class Selector:
    """A stretch of an article's text, as W3C's TextPositionSelector and TextQuoteSelector have
    it.
    """

    start: int
    end: int
    exact: str
    prefix: str
    suffix: str

    def record(self) -> dict[str, int | str]:
        """Its fields by name; `dataclasses.asdict` copies each value, and takes ten times as
        long.
        """
        return {
            "start": self.start,
            "end": self.end,
            "exact": self.exact,
            "prefix": self.prefix,
            "suffix": self.suffix,
        }


def selector(text: str, span: Span, withheld: bool = False) -> Selector:
    """`text[start:end] == exact`, and prefix, words and suffix together stand in `text` once.

    The context grows until that is so. With `withheld` it starts from nothing, so that no more of
    the text is given away than the words need. In a text of nothing but repetitions MOST characters
    a side don't tell places apart; then the context stays as short as it began, and only the
    offsets tell.
    """
    size = least = 0 if withheld else CONTEXT
    while True:
        left, right = _outwards(text, span, size, withheld)
        around = text[left:right]
        first = text.find(around)
        once = first == left and text.find(around, first + 1) < 0
        if not once and size >= MOST:
            left, right = _outwards(text, span, least, withheld)
        if once or size >= MOST:
            return Selector(
                span.start, span.end, span.of(text), text[left : span.start], text[span.end : right]
            )
        size = max(8, size * 2)


def _outwards(text: str, span: Span, size: int, whole_words: bool) -> tuple[int, int]:
    left, right = max(0, span.start - size), min(len(text), span.end + size)
    if whole_words and size:
        # half a word tells nothing and finds nothing
        while span.start > left > 0 and text[left - 1].isalnum():
            left += 1
        while span.end < right < len(text) and text[right].isalnum():
            right -= 1
    return left, right
