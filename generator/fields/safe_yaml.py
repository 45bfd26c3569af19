"""YAML that people write in this project, read without building anything from it.

The result is a tree of nodes with their lines; values are taken as they are written, so no tag can run anything, and
`lang: no` or `date: 2042-03-12` stay the words that they are. Anchors and aliases are refused ("billion laughs").
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml
from yaml.nodes import MappingNode as Mapping
from yaml.nodes import Node as Node
from yaml.nodes import ScalarNode as Scalar
from yaml.nodes import SequenceNode as List

__all__ = ["List", "Mapping", "Node", "Refused", "Scalar", "compose", "dump", "foreign_tag", "is_empty", "line_of"]
DEEPEST = 12  # levels of nesting
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the C one is 10 times as fast, and not always there
# Python's YAML refuses a comment right behind > or |, the C library swallows words there: refused here for both
LOST_WORDS = re.compile(r"^[^\"'\n]{0,200}: {0,9}[>|][-+0-9]{0,2}#", re.MULTILINE)
# what begins on one line and is missed on another: the line where it begins is the one to mend
OPENED = ("while scanning a simple key", "while scanning a quoted scalar", "while parsing a flow")
PLAIN = {"str", "int", "float", "bool", "null", "timestamp", "seq", "map", "merge", "value", "binary"}


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
        return Refused(line, "is not valid YAML: words right behind > or |", "begin the text on the next line")
    try:
        # Depth and anchors are looked for first, since building a tree from them is what a bomb is
        refused = _refused(text)
        return refused or yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        fact = " ".join(str(getattr(error, "problem", None) or "it has a character that can't be written so").split())
        line = _line_of_error(error, text)
        return Refused(line, f"is not valid YAML: {fact[:120]}", 'put values with : or # in "quotes"')


def _line_of_error(error: yaml.YAMLError, text: str) -> int:
    """Where a person has to look, 1-based: the parser notices a missing colon or bracket on a later line."""
    marks = [getattr(error, name, None) for name in ("problem_mark", "context_mark")]
    if str(getattr(error, "context", "")).startswith(OPENED):
        marks.reverse()
    line: int = next((mark.line + 1 for mark in marks if mark), 1)
    return min(line, text.rstrip().count("\n") + 1)


def _refused(text: str) -> Refused | None:
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 1
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            return Refused(line, "uses a YAML anchor or alias (& or *), which is refused", "put the text in quotes")
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            return Refused(line, f"is nested more than {DEEPEST} levels deep", "write plain fields")
    return None


def line_of(node: Node) -> int:
    """The line of a node, 1-based."""
    return node.start_mark.line + 1 if node.start_mark else 1


def foreign_tag(node: Node) -> str:
    """A tag such as !!python/name on a node or in its list; "" if there is none. Such values are refused."""
    tag = str(node.tag)
    if not tag.startswith("tag:yaml.org,2002:") or tag[18:] not in PLAIN:
        return tag.replace("tag:yaml.org,2002:", "!!")[:60]
    return next((t for child in node.value if (t := foreign_tag(child))), "") if isinstance(node, List) else ""


def is_empty(node: Node) -> bool:
    """Whether a value is left out: `title:`, `title: ~`, `title: ""`."""
    return isinstance(node, Scalar) and (node.tag == "tag:yaml.org,2002:null" or not node.value.strip())


def dump(values: Any) -> str:
    """Plain values as YAML that `compose` reads again, each value on one line."""
    return str(yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=1_000_000))
