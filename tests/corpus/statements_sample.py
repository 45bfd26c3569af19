"""How often `same_statement` is right on the pairs marked by hand: `python -m
tests.corpus.statements_sample [-v]`.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

from generator.corpus.statements.alike import rarity
from generator.corpus.statements.same_statement import same_statement
from generator.corpus.statements.sayings import Saying, saying
from generator.model import Kind, QuoteRef

SAMPLE = Path(__file__).with_name("statements_sample.txt")


@dataclass(frozen=True)
class Pair:
    same: bool
    held_out: bool
    one: Saying
    other: Saying


def pairs() -> list[Pair]:
    """The marked pairs, in the order of the file."""
    found: list[Pair] = []
    held_out = False
    for block in SAMPLE.read_text(encoding="utf-8").split("\n\n"):
        lines = [line for line in block.splitlines() if line and not line.startswith("#")]
        held_out |= "# held out" in block.splitlines()
        if lines:
            mark, *quotes = lines
            dates = ("2042-03-01", "2042-09-01" if mark.endswith(" far") else "2042-03-02")
            one, other = (
                saying(QuoteRef(f"{len(found)}-{n}", "q"), "somebody", text, kind(text), when)
                for n, (text, when) in enumerate(zip(quotes, dates, strict=True))
            )
            found.append(Pair(mark.startswith("same"), held_out, one, other))
    return found


def kind(text: str) -> Kind:
    if text.startswith("“") and text.endswith("”") and text.count("“") == 1:
        return "direct"
    return "mixed" if "“" in text else "indirect"


def figures(marked: list[Pair], judged: list[bool]) -> tuple[int, int, int]:
    """(rightly, wrongly, not grouped though the same)"""
    right = sum(j and p.same for p, j in zip(marked, judged))
    wrong = sum(j and not p.same for p, j in zip(marked, judged))
    return right, wrong, sum(p.same and not j for p, j in zip(marked, judged))


def judge(marked: list[Pair]) -> list[bool]:
    weights = rarity([one for pair in marked for one in (pair.one, pair.other)])
    return [same_statement(pair.one, pair.other, weights) for pair in marked]


def main() -> None:
    marked = pairs()
    judged = judge(marked)
    for part, held_out in (("used to set thresholds", False), ("held out", True)):
        at = [n for n, pair in enumerate(marked) if pair.held_out == held_out]
        right, wrong, missed = figures([marked[n] for n in at], [judged[n] for n in at])
        print(
            f"{part}: {len(at)} pairs; grouped {right + wrong}, of these right {right} "
            f"(precision {right / max(1, right + wrong):.2f}); missed {missed} (recall {right / (right + missed):.2f})"
        )
    if "-v" in sys.argv:
        for pair, verdict in zip(marked, judged):
            if pair.same != verdict:
                print(
                    "MISSED" if pair.same else "WRONG", "\n ", pair.one.text, "\n ", pair.other.text
                )


if __name__ == "__main__":
    main()
