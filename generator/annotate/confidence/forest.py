"""The trees that weigh the evidence, as they were fitted."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import numpy

from generator.annotate.confidence.evidence import Evidence
from generator.model import LEAST

FILE = Path(__file__).with_name("confidence.json")


ABSENT = -1.0  # what a tree is told where there is nothing to count


@dataclass(frozen=True)
class Forest:
    """Trees that ask about evidence. A tree is a number, or [name's index, at most, tree if so,
    tree if more].
    """

    start: float
    names: tuple[str, ...]
    trees: tuple[Any, ...]
    # speaker rule → how often its name is right
    resolvers: dict[str, float] = field(default_factory=dict)
    # "rule parenthesis", "speaker rule several_people" → times as sure, where what the trees call
    # high is right too seldom for that rule
    shares: dict[str, float] = field(default_factory=dict)

    def probability(self, found: Evidence, resolver: str = "") -> float:
        """Between .01 and .99, to two digits. `resolver`: the rule that turned the printed speaker
        into a name.
        """
        return self.probabilities([found], [resolver])[0]

    def probabilities(self, found: list[Evidence], resolvers: list[str]) -> list[float]:
        """The same for several quotations, all at once: a step in Python for each would cost a
        tenth of all rules.
        """
        roots, (feature, most, so, more, leaf), deepest = self._table
        values = numpy.array([[one.get(name, ABSENT) for name in self.names] for one in found])
        rows = numpy.arange(len(found))
        totals = numpy.full(len(found), self.start)
        at = numpy.repeat(roots[:, None], len(found), axis=1)
        for _ in range(deepest):
            at = numpy.where(values[rows, feature[at]] <= most[at], so[at], more[at])
        for of_tree in leaf[at]:  # one after the other: the order of a sum changes its last digit
            totals = totals + of_tree
        of_rules = [self.share_of(one) for one in found]
        each = zip(totals.tolist(), resolvers, of_rules)
        return [self._sure(total, resolver, share) for total, resolver, share in each]

    def share_of(self, found: Evidence) -> float:
        """The least of the shares of the rules that found something; 1 = none has one."""
        return min((self.shares[name] for name in self.shares if name in found), default=1.0)

    def _sure(self, total: float, resolver: str, of_rules: float) -> float:
        share = self.resolvers.get(
            resolver, self.resolvers.get(resolver.removesuffix(PAST_OTHERS), 1.0)
        )
        sure = share / (1 + math.exp(-total))
        if sure >= LEAST:  # a rule's share says what is high, not what is shown
            sure = max(LEAST, of_rules * sure)
        return round(min(0.99, max(0.01, sure)), 2)

    @cached_property
    def _table(self) -> tuple[Any, tuple[Any, ...], int]:
        """The trees' first nodes; all nodes as columns: index of the name, at most, next node if
        so, next node if more, value; and how deep the deepest tree is."""
        nodes: list[tuple[int, float, int, int, float]] = []
        deepest = 0

        def add(tree: Any, depth: int) -> int:
            nonlocal deepest
            deepest, here = max(deepest, depth), len(nodes)
            if type(tree) is not list:
                nodes.append((0, 0.0, here, here, tree))
                return here
            nodes.append((tree[0], tree[1], 0, 0, 0.0))
            so, more = add(tree[2], depth + 1), add(tree[3], depth + 1)
            nodes[here] = (tree[0], tree[1], so, more, 0.0)
            return here

        roots = numpy.array([add(tree, 0) for tree in self.trees], dtype=int)
        kinds = (int, float, int, int, float)
        columns: tuple[Any, ...] = tuple(
            numpy.array([node[k] for node in nodes], dtype=kind) for k, kind in enumerate(kinds)
        )
        return roots, columns, deepest


def forest_from(held: dict[str, Any]) -> Forest:
    """From {"resolvers": {…}, "shares": {…}, "start": number, "names": […], "trees": […]}."""
    return Forest(
        held["start"],
        tuple(held["names"]),
        tuple(held["trees"]),
        held["resolvers"],
        held.get("shares", {}),
    )


@lru_cache(maxsize=1)
def forest() -> Forest:
    """The trees that ship with the product."""
    return forest_from(json.loads(FILE.read_text(encoding="utf-8")))


PAST_OTHERS = ", past others"
