"""Which cases a rule decides: `python -m tests.annotate.cases --rule carry_over`; without `--rule`,
every rule with how many cases it decides.
"""

from __future__ import annotations

import argparse
import functools
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from generator.annotate import annotate
from generator.annotate.quotations import acts, in_marks
from generator.annotate.quotations import rules as finders
from generator.annotate.speakers import resolve
from tests.annotate.case_files import Case, all_cases, lines_of
from tests.annotate.record import key_of, recorded

# rules that are called one by one, not from a list
ALONE = [rule.__name__ for rule in finders.RULES if hasattr(finders, rule.__name__)]


@contextmanager
def watched(tell: Callable[[str], None]) -> Iterator[None]:
    """While it lasts, the name of each rule that decides something is told."""

    def watch(rule: Any) -> Any:
        @functools.wraps(rule)
        def asked(*args: Any) -> Any:
            answer = rule(*args)
            answer = list(answer) if isinstance(answer, Iterator) else answer
            given = next((arg for arg in args if isinstance(arg, list)), [])
            # carry_over gives back what it was given, and more if it found more
            if answer and not (isinstance(answer, list) and len(answer) == len(given)):
                tell(rule.__name__)
            return answer

        return asked

    lists: tuple[list[Any], ...] = (
        *(finders.LAYOUT, in_marks.QUOTED, acts.CLAUSES, resolve.RULES),
    )
    before = [list(rules) for rules in lists]
    alone = {name: getattr(finders, name) for name in ALONE}
    for rules in lists:
        rules[:] = [watch(rule) for rule in rules]
    for name, rule in alone.items():
        setattr(finders, name, watch(rule))
    try:
        yield
    finally:
        for rules, old in zip(lists, before, strict=True):
            rules[:] = old
        for name, rule in alone.items():
            setattr(finders, name, rule)


def cases_of_rules() -> dict[str, list[Case]]:
    """Each rule that found a quotation or its speaker in a case → these cases, in order."""
    parses = recorded()
    found: defaultdict[str, list[Case]] = defaultdict(list)
    for case in all_cases():
        told: set[str] = set()
        with watched(told.add):
            annotate(case.article, parses.get(key_of(case)))
        for rule in sorted(told):
            found[rule].append(case)
    return dict(found)


def main() -> int:
    """Print the cases of one rule, or all rules."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rule", help="a rule's name, as the pages and quotes.csv show it")
    wanted = parser.parse_args().rule
    rules = cases_of_rules()
    if wanted is None:
        for rule, cases in sorted(rules.items(), key=lambda one: (-len(one[1]), one[0])):
            print(f"{len(cases):4} {rule}")
        return 0
    if wanted not in rules:
        print(f"no case is decided by {wanted}; run without --rule for the names")
        return 1
    parses = recorded()
    for case in rules[wanted]:
        found = annotate(case.article, parses.get(key_of(case)))
        print(f"{case.file}: {case.title}\n{case.text}")
        print("\n".join(f"  {line}" for line in lines_of(found, case.text)), end="\n\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
