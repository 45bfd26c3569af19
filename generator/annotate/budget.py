"""How much of an article is searched, and how many names it may have: all, but for texts that no
newspaper prints.

The language model needs time and memory in proportion to the words; so that a text of megabytes (a
book, a log, bait) doesn't hold up everything else, it is shown whole and searched as far as the
budget goes. A name costs a page.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice
from typing import Final

from generator.model import Annotations, Article, Block, Problem, Span

LONGEST: Final = 10_000  # words and marks that are searched; few magazine articles are longer
# of people, bodies and places; a magazine article of 5,000 words has some sixty
MOST_NAMES: Final = 500
# What the model takes for a word or a mark, about; a run without a space counts for each 16 of its
# characters
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


def named(article: Article, found: Annotations, most: int = MOST_NAMES) -> Annotations:
    """The annotations with so many names at most: those who speak, then those that the text names
    first.
    """
    if len(found.names) <= most:
        return found
    speaking = {quote.speaker for quote in found.quotes}
    silent = [name for name in found.names if name.label not in speaking]
    silent.sort(key=lambda name: name.mentions[0].span)
    first_left_out = max(0, most - (len(found.names) - len(silent)))
    left_out = {name.label for name in silent[first_left_out:]}
    if not left_out:
        return found
    place = silent[first_left_out].mentions[0].span.start
    problem = Problem(
        f"seeds/{article.source}",
        f"names more than {most:,} people, bodies and places: from character {place:,} on only who speaks has a page",
        "split it into articles",
    )
    names = tuple(name for name in found.names if name.label not in left_out)
    return replace(found, names=names, problems=(*found.problems, problem))
