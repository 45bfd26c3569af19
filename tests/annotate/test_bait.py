"""A text twice as long takes about twice the steps to search, whatever is repeated in it."""

from __future__ import annotations

import pytest

from generator.annotate import annotate, budget
from generator.annotate.text import parse
from generator.model import Article, Block, Span
from tests.steps import steps


def article(text: str) -> Article:
    """Each line that is not blank is a paragraph."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", Span(at, at + len(line))))
        at += len(line) + 1
    return Article("a", "a.txt", "T", text, tuple(blocks))


BAIT = {
    "opened and never closed": "“a ",
    "closed and never opened": "a” ",
    "straight marks": '"a" ',
    "apostrophes": "'a ",
    "cues": "he said that ",
    "names": "Ann Lee and ",
    "colons": "said: ",
    "quotations": "“We sail at noon,” said Ann Lee.\n",
    "brackets": "(said [he ",
    "acts": "Lee called it a sin, saying he blamed ",
    "asides": "as Lee noted, and, Lee said, ",
    "chants": "they chanted “a b” and “c d” ",
    "excerpts": '"LEE: A “b” c\n',
    "owners": "A-A’s answer was, “a b c” ",
}


@pytest.mark.parametrize("bait", BAIT.values(), ids=BAIT)
def test_twice_the_text_takes_about_twice_the_steps(bait: str) -> None:
    few, many = (steps_of(article(bait * number)) for number in (250, 1000))
    assert many < 6 * few  # 16 times, were it quadratic


def steps_of(made: Article) -> int:
    """What the finder takes; the parse is not counted."""
    part, _ = budget.within(made)
    parsed = parse.parse(part.text, part.blocks)
    return steps(lambda: annotate(part, parsed))
