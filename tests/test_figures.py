"""The figures that keep the rooms readable; `python -m tests.figures` prints them."""

from __future__ import annotations

import ast

from tests.figures import (
    ROOT,
    branches,
    large_classes,
    length,
    long_files,
    percentile,
    rules,
    wide_lines,
)


def test_branches_and_length_of_a_function() -> None:
    source = 'def f(a, b):\n    """Two\n    lines."""\n    return [x for x in a if x] or b or 1\n'
    function = ast.parse(source).body[0]
    assert isinstance(function, ast.FunctionDef)
    assert (branches(function), length(function)) == (4, 2)


def test_hardly_a_line_is_too_wide() -> None:
    assert wide_lines([ROOT / "generator", ROOT / "tests"]) <= 20


def test_a_rule_asks_a_question_at_a_time() -> None:
    assert percentile([number for number, _ in rules(ROOT / "generator")], 0.9) <= 10


def test_a_file_is_read_to_the_end() -> None:
    assert not long_files(ROOT / "generator", 300)
    assert not large_classes(ROOT / "generator", 12)
