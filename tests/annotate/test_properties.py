"""What must hold for any text: spans inside it, ordered, disjoint, verbatim; and time linear in its
length.
"""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.annotate import annotate
from generator.annotate.text import parse
from generator.annotate.text.marks import quoted_runs
from generator.model import Annotations, Article, Block, Span
from tests.steps import steps

PIECES = [
    "“",
    "”",
    '"',
    "''",
    "‘",
    "’",
    "„",
    "«",
    "»",
    ",",
    ".",
    "?",
    ": ",
    "\n",
    " ",
    "— ",
    "(",
    "…",
    "é",
    "\u00a0",
    "1",
]
WORDS = [
    "said ",
    "Ann Lee ",
    "he ",
    "told reporters ",
    "that ",
    "the road was shut",
    "according to ",
    "We won’t go",
]
TEXTS = st.lists(st.sampled_from(PIECES + WORDS) | st.text(max_size=4), max_size=40).map("".join)


def article_of(text: str) -> Article:
    blocks = tuple(
        Block("paragraph", Span(m.start(), m.end()))
        for m in re.finditer(r"[^\n]+", text)
        if m[0].strip()
    )
    return Article(id="a", source="a.txt", title="A", text=text, blocks=blocks)


def check(article: Article, found: Annotations) -> None:
    at = 0
    for quote in found.quotes:
        for part in quote.parts:
            assert 0 <= part.start < part.end <= len(article.text)
        assert list(quote.parts) == sorted(quote.parts)
        for span in (quote.cue, quote.printed):
            assert span is None or 0 <= span.start < span.end <= len(article.text)
        assert quote.words(article.text) == " … ".join(
            article.text[p.start : p.end] for p in quote.parts
        )
        assert 0 <= quote.confidence <= 1
    everything = sorted(part for quote in found.quotes for part in quote.parts)
    for part in everything:
        assert part.start >= at
        at = part.end
    assert [q.parts[0] for q in found.quotes] == sorted(q.parts[0] for q in found.quotes)
    assert len({q.id for q in found.quotes}) == len(found.quotes)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_any_text_without_a_model(text: str) -> None:
    article = article_of(text)
    check(article, annotate(article, None))


@pytest.mark.skipif(parse.model_version() is None, reason="no language model installed")
@given(TEXTS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text(text: str) -> None:
    article = article_of(text)
    check(article, annotate(article, parse.parse(text, article.blocks)))


def steps_of(text: str) -> int:
    """What marks.py takes to find the runs of a text."""
    blocks = article_of(text).blocks
    return steps(lambda: quoted_runs(text, blocks), within="marks.py")


@pytest.mark.parametrize(
    "piece",
    ["“a ", "“a” ", "‘a ", '"a ', "”a ", "''a ", "“‘a ", "'a' ", "«a “b ", "“a, said he \n"],
)
def test_twice_the_marks_cost_twice_the_steps(piece: str) -> None:
    once, twice = steps_of(piece * 400), steps_of(piece * 800)
    assert twice < 2.5 * once
