"""What the check of costs says; the figures themselves are measured by `make bench-check`."""

import json

from tests.bench import regress


def test_a_stage_that_costs_more_fails_and_one_that_costs_less_is_named() -> None:
    lines, good = regress.verdicts({"link": 5.0, "pages": 1.0}, {"link": 3.0, "pages": 2.0})
    assert not good
    assert [line.split()[-1] for line in lines] == ["much", "less"]
    assert regress.verdicts(
        {"link": 3.9, "bytes of data": 102.0}, {"link": 3.0, "bytes of data": 100.0}
    )[1]


def test_what_has_no_limit_or_was_not_measured_fails() -> None:
    assert not regress.verdicts({"new": 1.0}, {})[1]
    assert not regress.verdicts({}, {"gone": 1.0})[1]


def test_each_limit_is_a_positive_number() -> None:
    limits = json.loads(regress.LIMITS.read_text(encoding="utf-8"))
    assert set(limits) >= {"parse and find", "link", "export", "pages", "bytes of data"}
    assert all(value > 0 for value in limits.values())
