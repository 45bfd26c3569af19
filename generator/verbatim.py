"""Word for word, checked at build: every quotation is a stretch of its article, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model import Article, Problem, Quote, Span, Story


def check(stories: Iterable[Story]) -> Iterator[Problem]:
    """A problem for each quotation whose parts are no stretches of text that the article shows, in its order."""
    for story in stories:
        for quote in story.annotations.quotes:
            if fault := _fault(story.article, quote):
                yield Problem(
                    f"seeds/{story.article.source}",
                    f"the quotation {quote.id} {fault}",
                    "this is a mistake of the program: please report it with the article",
                )


def _fault(article: Article, quote: Quote) -> str:
    """What is wrong with a quotation; "" = nothing."""
    end = 0
    for part in quote.parts:
        if not 0 <= part.start < part.end <= len(article.text):
            return "does not lie in the text"
        if part.start < end:
            return "has parts that overlap, or are out of order"
        if not _shown(article, part):
            return "begins or ends outside the paragraphs"
        end = part.end
    return "" if quote.parts else "has no words"


def _shown(article: Article, part: Span) -> bool:
    """Whether a part begins and ends in what the page shows; it may run over several paragraphs."""
    spans = [block.span for block in article.blocks]
    return any(s.start <= part.start < s.end for s in spans) and any(s.start < part.end <= s.end for s in spans)
