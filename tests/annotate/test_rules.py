"""Every rule can be reached without the whole: there is a case that it decides."""

from __future__ import annotations

from generator.annotate.quotations import rules
from generator.annotate.quotations.acts import CLAUSES
from generator.annotate.speakers import resolve
from tests.annotate.cases.__main__ import cases_of_rules

# No case reaches it: what it was written for is found by another rule first. Give it a
# case, or take it out.
UNREACHED = {"beside_a_name"}


def test_every_rule_has_a_case() -> None:
    every = {rule.__name__ for rule in (*rules.RULES, *CLAUSES, *resolve.RULES)}
    assert every - set(cases_of_rules()) == UNREACHED
