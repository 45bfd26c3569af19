"""A parsed document as plain lists: what the rules walk over, many times faster than the parser's
own objects.
"""

from __future__ import annotations

import bisect
import itertools
from dataclasses import dataclass
from typing import Any

SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
# the tags of a verb that may have a subject of its own: said, says, say, might
FINITE = ("VBD", "VBZ", "VBP", "MD")


@dataclass(frozen=True, slots=True)
class Tree:
    """Tokens by number. `start`, `end` are offsets into the article's text, `end` without the space
    behind.
    """

    words: list[str]  # in lower case
    start: list[int]
    end: list[int]
    tag: list[str]
    pos: list[str]
    dep: list[str]
    head: list[int]  # a root is its own head
    kids: list[list[int]]  # in text order
    left: list[int]  # first token below this one, itself included
    right: list[int]  # last token below this one, itself included
    first: list[int]  # first token of its sentence
    last: list[int]  # last token of its sentence

    def at(self, offset: int) -> int:
        """The first token that ends behind `offset`; the number of tokens if none does."""
        return bisect.bisect_right(self.end, offset)

    def kids_by(self, token: int, *deps: str) -> list[int]:
        """The children with one of these dependencies."""
        return [kid for kid in self.kids[token] if self.dep[kid] in deps]

    def kid(self, token: int, *deps: str) -> int | None:
        """The first child with one of these dependencies; None if there is none."""
        return next((kid for kid in self.kids[token] if self.dep[kid] in deps), None)

    def starts(self, token: int) -> int:
        """Where the words of a token and of all that hangs on it start, in the article."""
        return self.start[self.left[token]]

    def ends(self, token: int) -> int:
        """Where they end."""
        return self.end[self.right[token]]

    def subject(self, verb: int) -> int | None:
        """The subject of a verb in the active or the passive; None if it has none of its own."""
        return self.kid(verb, "nsubj", "nsubjpass")

    def in_passive(self, verb: int) -> bool:
        """Whether a verb has the helper or the subject of a passive: "was asked"."""
        return self.kid(verb, "auxpass", "nsubjpass") is not None

    def first_kid_at(self, token: int, first: int) -> int | None:
        """The child of a token whose words start with token `first`; None if none does."""
        return next((kid for kid in self.kids[token] if self.left[kid] == first), None)

    def above(self, token: int, most: int = 6) -> list[int]:
        """The heads above a token, nearest first, as many as asked for."""
        found: list[int] = []
        while self.head[token] != token and len(found) < most:
            token = self.head[token]
            found.append(token)
        return found

    def below(self, token: int) -> list[int]:
        """The token and everything that hangs on it, in text order; a walk, since a subtree may
        have gaps.
        """
        found, todo = [], [token]
        while todo:
            at = todo.pop()
            found.append(at)
            todo.extend(self.kids[at])
        return sorted(found)


def tree_of(doc: Any) -> Tree:
    """The tree of a spaCy document. Linear time, whatever the shape of the parse.

    Reads whole columns: one Python object a token and question would cost as much as all the rules
    together.
    """
    if not len(doc):
        return NO_TREE
    texts, tag, pos, dep = [
        _spelled(doc.vocab.strings, doc.to_array(column).tolist())
        for column in ("ORTH", "TAG", "POS", "DEP")
    ]
    offsets, starts, spaces = [
        doc.to_array(column).astype("int64").tolist() for column in ("HEAD", "SENT_START", "SPACY")
    ]
    head = [i + offset for i, offset in enumerate(offsets)]
    start, end, at = [], [], 0
    for word, space in zip(texts, spaces):
        start.append(at)
        end.append(at + len(word))
        at += len(word) + space
    kids: list[list[int]] = [[] for _ in head]
    for i, h in enumerate(head):
        if h != i:
            kids[h].append(i)
    left, right = _edges(head, kids)
    first, last = _sentences(starts)
    return Tree(
        [word.lower() for word in texts],
        start,
        end,
        tag,
        pos,
        dep,
        head,
        kids,
        left,
        right,
        first,
        last,
    )


def _spelled(strings: Any, column: list[int]) -> list[str]:
    """The strings behind the numbers of a column."""
    known = {value: strings[value] for value in set(column)}
    return [known[value] for value in column]


def _edges(head: list[int], kids: list[list[int]]) -> tuple[list[int], list[int]]:
    """The first and the last token below each token, from the leaves up."""
    left, right = list(range(len(head))), list(range(len(head)))
    downward = [i for i, h in enumerate(head) if h == i]
    for i in downward:  # grows as it is walked
        downward.extend(kids[i])
    for i in reversed(downward):
        h = head[i]
        left[h] = min(left[h], left[i])
        right[h] = max(right[h], right[i])
    return left, right


def _sentences(starts: list[int]) -> tuple[list[int], list[int]]:
    """For each token the first and the last of its sentence; 1 = one starts here."""
    bounds = [0, *(i for i, value in enumerate(starts) if value == 1 and i), len(starts)]
    first, last = [0] * len(starts), [0] * len(starts)
    for a, b in itertools.pairwise(bounds):
        for i in range(a, b):
            first[i], last[i] = a, b - 1
    return first, last


NO_TREE = Tree([], [], [], [], [], [], [], [], [], [], [], [])
