"""A quotation that is no stretch of its article is a problem, whoever made it."""

import pytest

from generator.correct import verbatim
from generator.model import Annotations, Article, Block, Quote, Span, Story

TEXT = "We sail at noon\n\nand not before."
ARTICLE = Article(
    "a", "a.txt", "T", TEXT, (Block("paragraph", Span(0, 15)), Block("paragraph", Span(17, 32)))
)


@pytest.mark.parametrize(
    ("parts", "fault"),
    [
        (((0, 7),), None),
        (((0, 7), (8, 15)), None),
        (((3, 24),), None),  # goes on in the next paragraph
        (((8, 15), (0, 7)), "has parts that overlap, or are out of order"),
        (((0, 7), (6, 15)), "has parts that overlap, or are out of order"),
        (((5, 40),), "does not lie in the text"),
        (((7, 7),), "does not lie in the text"),
        (((-3, 7),), "does not lie in the text"),
        (((16, 20),), "begins or ends outside the paragraphs"),
        (((0, 16),), "begins or ends outside the paragraphs"),
        ((), "has no words"),
    ],
)
def test_check(parts: tuple[tuple[int, int], ...], fault: str | None) -> None:
    quote = Quote("q-1", "direct", tuple(Span(*part) for part in parts))
    found = [
        problem.what for problem in verbatim.check([Story(ARTICLE, Annotations(quotes=(quote,)))])
    ]
    assert found == ([] if fault is None else [f"the quotation q-1 {fault}"])
