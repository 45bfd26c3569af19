"""Every rule can be reached without the whole: there is a case that it decides."""

from __future__ import annotations

from generator.annotate.quotations import rules
from generator.annotate.quotations.acts import CLAUSES
from generator.annotate.speakers import resolve
from tests.annotate.cases.__main__ import cases_of_rules


def test_every_rule_has_a_case() -> None:
    every = {rule.__name__ for rule in (*rules.RULES, *CLAUSES, *resolve.RULES)}
    assert every <= set(cases_of_rules())
