"""How sure: the trees, and what they ask about."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest

from generator.annotate.confidence import rate
from generator.annotate.confidence.evidence import evidence
from generator.annotate.confidence.forest import FILE, Forest
from generator.annotate.confidence.rate import kept
from generator.annotate.quotations import find
from generator.model import LEAST, Article, Block, Quote, Span


def depth(tree: Any) -> int:
    return 1 + max(depth(tree[2]), depth(tree[3])) if isinstance(tree, list) else 0


def nodes(tree: Any) -> list[Any]:
    return [tree, *nodes(tree[2]), *nodes(tree[3])] if isinstance(tree, list) else []


def test_each_tree_answers_by_what_it_finds() -> None:
    trees = Forest(0.5, ("words", "commas"), ([0, 8.5, -1.0, [1, 0.5, 2.0, -0.5]], 0.25))

    assert trees.probability({"words": 8}) == round(1 / (1 + math.exp(-(0.5 - 1.0 + 0.25))), 2)
    assert trees.probability({"words": 9, "commas": 0}) == round(1 / (1 + math.exp(-2.75)), 2)
    assert trees.probability({"words": 9, "commas": 3}) == round(1 / (1 + math.exp(-0.25)), 2)
    assert trees.probability({}) == trees.probability({"words": -1})  # nothing to count


def test_never_quite_certain() -> None:
    assert Forest(50.0, (), ()).probability({}) == 0.99
    assert Forest(-50.0, (), ()).probability({}) == 0.01


def test_what_is_too_unlikely_is_left_out() -> None:
    quotes = tuple(
        Quote(f"q-{n}", "direct", (Span(n, n + 1),), confidence=n / 100) for n in (29, 30, 95)
    )

    assert [quote.id for quote in kept(quotes)] == ["q-30", "q-95"]
    assert LEAST == 0.3


def test_words_in_marks_that_carry_on_are_kept_with_a_warning() -> None:
    quote = Quote("q-1", "direct", (Span(0, 9),), confidence=0.22, rule="free_sentence")

    assert kept((quote,)) == (quote,)


def test_the_shipped_trees_ask_only_about_evidence_that_there_is() -> None:
    held = json.loads(FILE.read_text(encoding="utf-8"))
    asked = [node for tree in held["trees"] for node in nodes(tree)]

    assert {node[0] for node in asked} == set(range(len(held["names"])))
    assert all(math.isfinite(node[1]) for node in asked)
    assert max(depth(tree) for tree in held["trees"]) <= 11
    assert len(held["trees"]) <= 150


TEXT = "“{0} {1} {2},” {3} {4} said.\nThe {1} {2}."


@pytest.mark.parametrize(
    "words",
    [
        ("We", "mend", "boats", "Ada", "Lunn"),
        ("They", "sell", "tulip", "Ivo", "Marr"),
        ("You", "dread", "goats", "Una", "Pell"),
    ],
)
def test_other_words_in_the_same_places_are_the_same_evidence(words: tuple[str, ...]) -> None:
    """The evidence is counts and classes: nothing in it says which words an article has."""
    held = []
    for chosen in (words, ("We", "mend", "boats", "Ada", "Lunn")):
        text = TEXT.format(*chosen)
        lines = text.split("\n")
        blocks = (
            Block("paragraph", Span(0, len(lines[0]))),
            Block("paragraph", Span(len(lines[0]) + 1, len(text))),
        )
        article = Article("a", "a", "", text, blocks)
        scene = find.scene_of(article, None)
        held.append(
            [
                {
                    k: v
                    for k, v in one.items()
                    if k not in ("speaker apart", "rest of the block", "gap behind")
                }
                for one in evidence(scene, (), find.find_quotes(article, scene))
            ]
        )

    assert held[0] == held[1]
    assert len(held[0]) == 1


def test_no_quotations_no_evidence() -> None:
    article = Article("a", "a", "", "Rain.", (Block("paragraph", Span(0, 5)),))

    assert evidence(find.scene_of(article, None), (), ()) == []
    assert rate.rate(find.scene_of(article, None), (), ()) == ()
