"""spaCy's attribute ruler as a table: what it makes of a word is looked up instead of matched
against 179 patterns.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy
from spacy.attrs import DEP, IS_SPACE, LOWER, POS, TAG
from spacy.tokens import Doc

_MADE = ("TAG", "POS", "DEP")  # what a parse keeps of all that the ruler sets
# what its patterns may ask of a word, for a table to hold
_SEEN = {"TAG", "LOWER", "DEP", "IS_SPACE"}


def quick_ruler(ruler: Any) -> Callable[[list[Doc]], list[Doc]] | None:
    """The ruler as a step over paragraphs; None if what it sets hangs on more than a table's key
    says.
    """
    before = labels_before(ruler.patterns)
    if before is None:
        return None
    marked = {ruler.vocab.strings.add(label) for label in before}
    table: dict[tuple[int, ...], tuple[int, int, int]] = {}

    def step(docs: list[Doc]) -> list[Doc]:
        for doc in docs:
            _apply(doc, ruler, table, marked)
        return docs

    return step


def labels_before(patterns: list[dict[str, Any]]) -> set[str] | None:
    """The dependency labels of a word that change what the next one is made; None = the patterns
    ask for more.

        labels_before([{"patterns": [[{"DEP": "expl"}, {"LOWER": "is"}]], "attrs": {"POS": "VERB"},
        "index": 1}])

    is {"expl"}: "there is".
    """
    labels: set[str] = set()
    for rule in patterns:
        if not set(_MADE) & set(rule["attrs"]):
            continue
        for pattern in rule["patterns"]:
            *first, own = pattern
            if not set(own) <= _SEEN or rule.get("index", 0) not in (len(first), -1):
                return None
            if not first:
                continue
            if len(first) > 1 or set(first[0]) != {"DEP"} or not isinstance(first[0]["DEP"], str):
                return None
            labels.add(first[0]["DEP"])
    return labels


def _apply(
    doc: Doc, ruler: Any, table: dict[tuple[int, ...], tuple[int, int, int]], marked: set[int]
) -> None:
    rows = doc.to_array([TAG, LOWER, DEP, IS_SPACE]).tolist()
    keys = [
        (*row, last[2] if last[2] in marked else 0) for row, last in zip(rows, [[0, 0, 0], *rows])
    ]
    made = [table.get(key) for key in keys]
    if None in made:
        ruler(doc)
        table.update(zip(keys, map(tuple, doc.to_array([TAG, POS, DEP]).tolist())))
    elif made:
        rows_made: Any = numpy.array(made, dtype="uint64")
        doc.from_array([TAG, POS, DEP], rows_made)
