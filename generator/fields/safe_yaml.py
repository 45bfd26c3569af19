"""YAML that people write in this project, read without building anything from it.

The result is a tree of nodes with their lines; values are taken as they are written, so no tag can
run anything, and `lang: no` or `date: 2042-03-12` stay the words that they are. Anchors and aliases
are refused ("billion laughs").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.nodes import MappingNode as Mapping
from yaml.nodes import Node as Node
from yaml.nodes import ScalarNode as Scalar
from yaml.nodes import SequenceNode as List

__all__ = [
    "List",
    "Mapping",
    "Node",
    "Refused",
    "Scalar",
    "compose",
    "dump",
    "foreign_tag",
    "is_empty",
    "line_of",
]
DEEPEST = 12  # levels of nesting
# the C one is 10 times as fast, and not always there
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# Python's YAML refuses a comment right behind > or |, the C library swallows words there: refused
# here for both
LOST_WORDS = re.compile(r"^[^\"'\n]{0,200}: {0,9}[>|][-+0-9]{0,2}#", re.MULTILINE)
# what begins on one line and is missed on another: the line where it begins is the one to mend
OPENED = ("while scanning a simple key", "while scanning a quoted scalar", "while parsing a flow")
# YAML ends a line at these too; people who look for a line count by their editors
OTHER_BREAKS = re.compile("[\x85\u2028\u2029]")
PLAIN = {
    "str",
    "int",
    "float",
    "bool",
    "null",
    "timestamp",
    "seq",
    "map",
    "merge",
    "value",
    "binary",
}


@dataclass(frozen=True, slots=True)
class Refused:
    """Why a text is not read as YAML."""

    line: int  # 1-based
    what: str
    hint: str


def compose(text: str, largest: int) -> Node | Refused | None:
    """The tree of one YAML document of at most `largest` characters; None = an empty one."""
    if len(text) > largest:
        return Refused(1, f"is longer than {largest:,} characters", "shorten it")
    if swallowed := LOST_WORDS.search(text):
        line = text.count("\n", 0, swallowed.end()) + 1
        return Refused(
            line, "is not valid YAML: words right behind > or |", "begin the text on the next line"
        )
    breaks = [match.start() for match in OTHER_BREAKS.finditer(text)]
    try:
        # Depth and anchors are looked for first, since building a tree from them is what a bomb is
        refused = _refused(text, breaks)
        tree = refused or yaml.compose(text, Loader=LOADER)
        if isinstance(tree, Node) and breaks:
            _recount(tree, breaks)
        return tree
    except yaml.YAMLError as error:
        fact = " ".join(
            str(
                getattr(error, "problem", None) or "it has a character that can't be written so"
            ).split()
        )
        line = _line_of_error(error, text, breaks)
        return Refused(
            line, f"is not valid YAML: {fact[:120]}", 'put values with : or # in "quotes"'
        )


def _line_of_error(error: yaml.YAMLError, text: str, breaks: list[int]) -> int:
    """Where a person has to look, 1-based: the parser notices a missing colon or bracket on a later
    line.
    """
    # its own place is one of bytes, or of characters
    if isinstance(error, yaml.reader.ReaderError):
        wrong = yaml.reader.Reader.NON_PRINTABLE.search(text)
        return text.count("\n", 0, wrong.start()) + 1 if wrong else 1
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    if str(getattr(error, "context", "")).startswith(OPENED):
        marks.reverse()
    line = next((_line(breaks, mark) for mark in marks if mark), 1)
    return min(line, text.rstrip().count("\n") + 1)


def _refused(text: str, breaks: list[int]) -> Refused | None:
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = _line(breaks, event.start_mark)
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return Refused(
                line,
                "uses a YAML anchor or alias (& or *), which is refused",
                "put the text in quotes",
            )
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(
            event, yaml.CollectionEndEvent
        )
        if depth > DEEPEST:
            return Refused(line, f"is nested more than {DEEPEST} levels deep", "write plain fields")
    return None


def _line(breaks: list[int], mark: Any) -> int:
    """The line of a mark, 1-based, as an editor counts; `breaks`: where the others stand that YAML
    counts too.
    """
    if mark is None:
        return 1
    return int(mark.line) + 1 - bisect_left(breaks, mark.index)


def _recount(tree: Node, breaks: list[int]) -> None:
    """Give each node of a tree the line that an editor would."""
    todo = [tree]
    while todo:
        node = todo.pop()
        mark = node.start_mark
        node.start_mark = yaml.Mark(
            mark.name, mark.index, _line(breaks, mark) - 1, mark.column, None, 0
        )
        if isinstance(node, Mapping):
            todo += [part for pair in node.value for part in pair]
        elif isinstance(node, List):
            todo += node.value


def line_of(node: Node) -> int:
    """The line of a node, 1-based."""
    return node.start_mark.line + 1 if node.start_mark else 1


def foreign_tag(node: Node) -> tuple[str, int] | None:
    """(a tag such as !!python/name on a node or anywhere in it, its line); None = there is none.
    Such are refused.
    """
    tag = str(node.tag)
    if not tag.startswith("tag:yaml.org,2002:") or tag[18:] not in PLAIN:
        return tag.replace("tag:yaml.org,2002:", "!!")[:60], line_of(node)
    inside = node.value if isinstance(node, List) else []
    if isinstance(node, Mapping):
        inside = [part for pair in node.value for part in pair]
    return next((found for child in inside if (found := foreign_tag(child))), None)


def is_empty(node: Node) -> bool:
    """Whether a value is left out: `title:`, `title: ~`, `title: ""`."""
    return isinstance(node, Scalar) and (
        node.tag == "tag:yaml.org,2002:null" or not node.value.strip()
    )


def dump(values: Any) -> str:
    """Plain values as YAML that `compose` reads again, each value on one line."""
    return str(yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=1_000_000))
