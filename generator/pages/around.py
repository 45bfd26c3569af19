"""The words around a quotation, where an article may be published by its quotations only."""

from __future__ import annotations

import re
from typing import Final

from generator.model import Span

MOST: Final = 6  # words on each side
_END: Final = re.compile(r"[.!?…][”’\"'»)\]]*(?=\s)")
_ENDED: Final = re.compile(r"[.!?…][”’\"'»)\]]*\Z")
_WORD: Final = re.compile(r"\S+")


def around(text: str, block: Span, span: Span) -> tuple[Span, Span]:
    """Up to MOST words before and behind `span` in `block`: of the same sentence, and never all
    that it has there.

    So no sentence of the article can be put together again from a quotation and its context. An
    empty span where the sentence has no more than one word on that side.
    """
    begin = max(
        (end.end() for end in _END.finditer(text, block.start, span.start)), default=block.start
    )
    end = _END.search(text, span.end, block.end)
    before = list(_WORD.finditer(text, begin, span.start))
    behind = list(_WORD.finditer(text, span.end, end.start() if end else block.end))
    if (
        _ENDED.search(text, max(span.start, span.end - 4), span.end)
        and behind
        and not behind[0][0][0].islower()
    ):
        behind = []  # the quotation ends the sentence
    kept, following = before[1:][-MOST:], behind[:-1][:MOST]
    return (
        Span(kept[0].start(), span.start) if kept else Span(span.start, span.start),
        Span(span.end, following[-1].end()) if following else Span(span.end, span.end),
    )
