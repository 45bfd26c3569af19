"""The language cases: from recorded parses in milliseconds, and from fresh ones as far as a model
is installed.
"""

from __future__ import annotations

import pytest

from generator.annotate import annotate
from generator.annotate.text import parse
from tests.annotate.case_files import Case, all_cases, lines_of
from tests.annotate.record import key_of, recorded

CASES = all_cases()
PARSES = recorded()


def cases() -> list[object]:
    """Each case; one that is known to fail is expected to, with its reason."""
    return [
        pytest.param(
            case,
            id=f"{case.file}: {case.title}",
            marks=[pytest.mark.xfail(reason=case.gap, strict=True)] if case.gap else [],
        )
        for case in CASES
    ]


@pytest.mark.parametrize("case", cases())
def test_recorded(case: Case) -> None:
    assert key_of(case) in PARSES, "run python -m tests.annotate.record"
    assert lines_of(annotate(case.article, PARSES[key_of(case)]), case.text) == case.expected


@pytest.mark.skipif(parse.model_version() is None, reason="no language model installed")
def test_fresh_parses_give_the_same() -> None:
    changed = []
    for case in CASES:
        fresh = annotate(case.article, parse.parse(case.text, case.article.blocks))
        if lines_of(fresh, case.text) != lines_of(
            annotate(case.article, PARSES[key_of(case)]), case.text
        ):
            changed.append(f"{case.file}: {case.title}")
    assert changed == []


def test_titles_are_unique_in_their_file() -> None:
    names = [(case.file, case.title) for case in CASES]
    assert len(names) == len(set(names))
    assert len(names) >= 150
