"""Measure the extractor on articles that people have marked: `python -m generator evaluate
GOLD.jsonl`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.annotate import annotate
from generator.annotate.text import parse
from generator.evaluate.marked import (
    FORM,
    GoldError,
    MarkedArticle,
    article_of,
    read_gold,
    record_of,
    write_records,
)
from generator.evaluate.report import lines
from generator.evaluate.scoring import Measured, in_pieces, measure
from generator.model import Annotations, Article

Extract = Callable[[Article], Annotations]


def extract(article: Article) -> Annotations:
    """The product's own extractor, without corrections and without a cache; without a model where
    none is installed.
    """
    parsed = None if parse.model_version() is None else parse.parse(article.text, article.blocks)
    return annotate(article, parsed)


# A gold file with this many quotations, none of which has two parts, was marked by another habit
# than ours: in real news about one quotation in six is interrupted (3,450 of PolNeAR's 22,024; none
# of the Gender Gap Tracker's 1,214).
_ENOUGH_TO_TELL = 100


def compare(
    gold: tuple[MarkedArticle, ...], extractor: Extract
) -> tuple[Measured, tuple[MarkedArticle, ...]]:
    """Run an extractor on the texts of marked articles and measure it; the second value is what it
    found.

    Where the gold marks the parts of an interrupted quotation as quotations of their own, so does
    what was found.
    """
    found = tuple(record_of(one, extractor(article_of(one))) for one in gold)
    if marks_pieces(gold):
        found = tuple(map(in_pieces, found))
    return measure(gold, found), found


def marks_pieces(gold: tuple[MarkedArticle, ...]) -> bool:
    """Whether people marked "A," she said, "b" as two quotations throughout; False if there are too
    few to tell.
    """
    quotes = [quote for article in gold for quote in article.quotes]
    return len(quotes) >= _ENOUGH_TO_TELL and all(len(quote.parts) == 1 for quote in quotes)


def run(gold: Path, predictions: Path | None, echo: Callable[[str], None]) -> int:
    """Print how well the extractor does on a gold file; write what it found to `predictions` if
    given.

    0 = done, 1 = it holds no article, 2 = the gold file can't be read as such, or the predictions
    can't be written.
    """
    try:
        marked = read_gold(gold)
        if not marked:
            echo(f"florilegium: {gold}: holds no marked article — {FORM}")
            return 1
        measured, found = compare(marked, extract)
        if predictions is not None:
            write_records(predictions, found)
    except (GoldError, parse.ModelError) as error:
        echo(f"florilegium: {error}")
        return 2
    except OSError as error:
        echo(f"florilegium: {error.filename}: {error.strerror}")
        return 2
    if marks_pieces(marked):
        echo(
            "This file marks each part of an interrupted quotation by itself, and what was found is split too."
        )
    for line in lines(measured, measure(marked, found, pieces=True)):
        echo(line)
    return 0
