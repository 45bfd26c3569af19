"""Quotation marks: every style, nested, unbalanced, missing; and linear time on hostile text."""

from __future__ import annotations

import re

import pytest

from generator.annotate.text.marks import quoted_runs
from generator.model import Block, Span


def blocks_of(text: str) -> tuple[Block, ...]:
    return tuple(Block("paragraph", Span(m.start(), m.end())) for m in re.finditer(r"[^\n]+", text))


def runs(text: str) -> list[str]:
    return [run.span.of(text) for run in quoted_runs(text, blocks_of(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “we go” twice.", ["“we go”"]),
        ('She said "we go" and "we stay".', ['"we go"', '"we stay"']),
        ("She said ''we go'' twice.", ["''we go''"]),
        ("She said ``we go'' twice.", ["``we go''"]),
        ("« Oui », „Ja“, »Jo«", ["« Oui »", "„Ja“", "»Jo«"]),
        (
            "‘We won’t go,’ said Lee. ‘Not to the players’ lounge.’",
            ["‘We won’t go,’", "‘Not to the players’ lounge.’"],
        ),
        ("It's the players' lounge, in the '90s.", []),
        ("“He called me ‘old’ and ‘slow’,” she said.", ["“He called me ‘old’ and ‘slow’,”"]),
        ("“He said “no” to me,” she said.", ["“He said “no” to me,”"]),
        ('A 6\'2" man said "no".', ['"no"']),
        ("“One.\n“Two.”", ["“One.", "“Two.”"]),
        ("We go,” she said. “Now.”", ["We go,”", "“Now.”"]),
        ("He wrote ”we go” to her.", ["”we go”"]),
        ('He said "we go and "we stay" today.', ['"we go and', '"we stay"']),
        ("No marks at all.", []),
    ],
)
def test_runs(text: str, expected: list[str]) -> None:
    assert runs(text) == expected


def test_a_run_knows_what_it_lacks() -> None:
    text = "“One.\nTwo,” she said. “Three.”"
    assert [(r.opened, r.closed) for r in quoted_runs(text, blocks_of(text))] == [
        (True, False),
        (False, True),
        (True, True),
    ]
