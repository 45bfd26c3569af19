"""How much of an article is searched: all of it, but for texts that no newspaper prints.

The language model needs time and memory in proportion to the words; so that a text of megabytes (a book, a log, bait)
doesn't hold up everything else, it is shown whole and searched as far as the budget goes.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import Final

from generator.model import Article, Block, Problem, Span

LONGEST: Final = 10_000  # words and marks that are searched; few magazine articles are longer
# What the model takes for a word or a mark, about; a run without a space counts for each 16 of its characters
_PIECE: Final = re.compile(r"\w{1,16}|[^\w\s]|\s{16}")


def within(article: Article, longest: int = LONGEST) -> tuple[Article, tuple[Problem, ...]]:
    """(the article up to the budget, why it is not whole). Offsets stay those of the whole text."""
    beyond = next(islice(_PIECE.finditer(article.text), longest, None), None)
    if beyond is None:
        return article, ()
    end = beyond.start()
    blocks = tuple(_cut(block, end) for block in article.blocks if block.span.start < end)
    problem = Problem(
        f"seeds/{article.source}",
        f"is longer than {longest:,} words and marks: searched for quotations up to character {end:,}",
        "split it into articles",
    )
    return replace(article, text=article.text[:end], blocks=blocks), (problem,)


def _cut(block: Block, end: int) -> Block:
    return block if block.span.end <= end else Block(block.kind, Span(block.span.start, end))
