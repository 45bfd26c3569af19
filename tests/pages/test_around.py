"""A little context for quotations whose article is withheld."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.pages.around import MOST, around


def shown(text: str, words: str) -> tuple[str, str]:
    start = text.index(words)
    before, behind = around(text, Span(0, len(text)), Span(start, start + len(words)))
    return before.of(text), behind.of(text)


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("“It is shut,” Ann Lee said. Nobody came.", "“It is shut,”", ("", " Ann Lee")),
        (
            "It rained. On Monday Lee said the bridge was shut.",
            "the bridge was shut",
            ("Monday Lee said ", ""),
        ),
        ("“It is shut.” Lee left. It rained.", "“It is shut.”", ("", "")),
        ("“Is it shut?” asked Ann Lee.", "“Is it shut?”", ("", " asked Ann")),
        ("Lee: “It is shut.”", "“It is shut.”", ("", "")),
        (
            "In a letter that she sent to all of the members Lee called it “a joke” and went home to her wife and cat.",
            "“a joke”",
            ("of the members Lee called it ", " and went home to her wife"),
        ),
    ],
)
def test_a_few_words_of_the_sentence_and_never_all_of_it(
    text: str, words: str, expected: tuple[str, str]
) -> None:
    assert shown(text, words) == expected


@given(st.text(alphabet="ab .?”\n", max_size=80), st.integers(0, 80), st.integers(0, 20))
def test_the_first_and_the_last_word_of_a_sentence_stay_withheld(
    text: str, start: int, length: int
) -> None:
    start = min(start, len(text))
    span = Span(start, min(len(text), start + length))
    before, behind = around(text, Span(0, len(text)), span)
    assert before.end == span.start
    assert behind.start == span.end
    assert len(before.of(text).split()) <= MOST
    assert len(behind.of(text).split()) <= MOST
    assert before == Span(span.start, span.start) or text[: before.start].split()
    assert behind == Span(span.end, span.end) or text[behind.end :].split()
