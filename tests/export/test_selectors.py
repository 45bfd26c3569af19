"""Any text, any span: found again, once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.export.selectors import CONTEXT, selector
from generator.model import Span


@st.composite
def text_and_span(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(
        st.one_of(st.text(min_size=1, max_size=300), st.text("ab \n.", min_size=1, max_size=300))
    )
    start = draw(st.integers(0, len(text) - 1))
    return text, Span(start, draw(st.integers(start + 1, len(text))))


@given(text_and_span(), st.booleans())
def test_words_and_context_stand_in_the_text_once(given_: tuple[str, Span], withheld: bool) -> None:
    text, span = given_
    found = selector(text, span, withheld)
    assert text[found.start : found.end] == found.exact == span.of(text)
    around = found.prefix + found.exact + found.suffix
    at = text.find(around)
    assert at == found.start - len(found.prefix)
    assert text.find(around, at + 1) == -1


def test_a_text_of_nothing_but_repetitions_is_not_copied() -> None:
    text = "“Ha,” he said. " * 10_000
    found = selector(text, Span(75_000, 75_005))
    assert (len(found.prefix), len(found.suffix)) == (CONTEXT, CONTEXT)


def test_a_withheld_text_gives_whole_words_and_no_more_than_needed() -> None:
    text = "He said no and she said no thanks"
    assert selector(text, Span(8, 10), withheld=True).prefix == "He said "
    assert selector(text, Span(3, 10), withheld=True).prefix == "He "
    assert selector("one two", Span(0, 3), withheld=True).suffix == ""
