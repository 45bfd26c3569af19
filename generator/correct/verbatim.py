"""Word for word, checked at build: every quotation is a stretch of its article, and nothing
else.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from generator.model import Article, Problem, Quote, Span, Story


def check(stories: Iterable[Story]) -> Iterator[Problem]:
    """A problem for each quotation whose parts are no stretches of text that the article shows, in
    its order.
    """
    for story in stories:
        blocks = [block.span for block in story.article.blocks]
        for quote in story.annotations.quotes:
            if fault := _fault(story.article, blocks, quote):
                yield Problem(
                    f"seeds/{story.article.source}",
                    f"the quotation {quote.id} {fault}",
                    "this is a mistake of the program: please report it with the article",
                )


def _fault(article: Article, blocks: Sequence[Span], quote: Quote) -> str:
    """What is wrong with a quotation; "" = nothing."""
    end = 0
    for part in quote.parts:
        if not 0 <= part.start < part.end <= len(article.text):
            return "does not lie in the text"
        if part.start < end:
            return "has parts that overlap, or are out of order"
        if not _shown(blocks, part):
            return "begins or ends outside the paragraphs"
        end = part.end
    return "" if quote.parts else "has no words"


def _shown(blocks: Sequence[Span], part: Span) -> bool:
    """Whether a part begins and ends in what the page shows; it may run over several paragraphs."""
    first = bisect_right(blocks, part.start, key=lambda block: block.start) - 1
    last = bisect_left(blocks, part.end, key=lambda block: block.start) - 1
    return (
        first >= 0 and last >= 0 and part.start < blocks[first].end and part.end <= blocks[last].end
    )
