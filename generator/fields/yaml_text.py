"""Changes to a YAML file of lists of entries that leave every other byte as it is: comments, order,
line ends.

The reader's own positions say where a change goes; nothing is written anew from values, as a dumper
would. Each function gives a new text, which the caller reads again before it counts: what comes out
wrong in a rare shape of YAML is refused.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

import yaml

from generator.fields import safe_yaml
from generator.fields.safe_yaml import List, Scalar
from generator.fields.safe_yaml import Mapping as Fields

LARGEST = 4_000_000
Plain = str | None | bool | Sequence["str | Mapping[str, str]"]  # None = an empty value
Entry = Mapping[str, Plain]

_BEGINS_PLAIN = re.compile(r"[^\W_]|[“‘(]")
_NOT_PLAIN = re.compile(r": |:$| #|\s$|^---|[^\S ]")
_RESOLVER = yaml.resolver.Resolver()
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?\Z")


def scalar(value: str | bool | None, flow: bool = False) -> str:
    """A text as a person would write it: bare where YAML reads it back as the same text, else
    quoted.
    """
    if value is None:
        return "null" if flow else ""
    if isinstance(value, bool):
        return str(value).lower()
    if _DATE.match(value):
        return value
    plain = _BEGINS_PLAIN.match(value) and not _NOT_PLAIN.search(value) and value.isprintable()
    kind = _RESOLVER.resolve(yaml.ScalarNode, value, (True, False))  # type: ignore[no-untyped-call]
    if plain and kind == "tag:yaml.org,2002:str" and not (flow and re.search(r"[\[\]{},]", value)):
        return value
    return "".join(map(_escaped, json.dumps(value, ensure_ascii=False)))


def _escaped(character: str) -> str:
    code = ord(character)
    return (
        character
        if character.isprintable()
        else f"\\u{code:04x}"
        if code < 1 << 16
        else f"\\U{code:08x}"
    )


def field(name: str, value: Plain, flow: bool = False) -> str:
    """One field on one line, `name: value`."""
    if value is None or isinstance(value, str | bool):
        return f"{name}: {scalar(value, flow)}".rstrip()
    return f"{name}: [{', '.join(_item(item) for item in value)}]"


def _item(item: str | Mapping[str, str]) -> str:
    if isinstance(item, str):
        return scalar(item, flow=True)
    return "{" + ", ".join(field(name, value, flow=True) for name, value in item.items()) + "}"


def _lines(entry: Entry, indent: str, newline: str) -> str:
    """An entry in block style, with the line end of its last line; "- " stands two characters
    before `indent`.
    """
    rows: list[str] = []
    for name, value in entry.items():
        if _has_passages(value):
            rows += [f"{name}:", *(f"  - {_item(item)}" for item in value)]  # type: ignore[union-attr]
        else:
            rows.append(field(name, value))
    return "".join(
        (f"{indent}{row}{newline}" if n else f"{indent[:-2]}- {row}{newline}")
        for n, row in enumerate(rows)
    )


def _has_passages(value: Plain) -> bool:
    return isinstance(value, Sequence) and any(isinstance(item, Mapping) for item in value)


def _newline(text: str) -> str:
    end = text.find("\n")
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"


def _end(node: safe_yaml.Node, text: str) -> int:
    """Where what a value says ends: a block ends for the parser only where the next thing
    begins.
    """
    if isinstance(node, Scalar) or getattr(node, "flow_style", False):
        held = text[node.start_mark.index : node.end_mark.index]
        return int(node.start_mark.index) + len(held.rstrip())
    inside = (
        [part for pair in node.value for part in pair] if isinstance(node, Fields) else node.value
    )
    return max((_end(child, text) for child in inside), default=int(node.end_mark.index))


def _line_end(text: str, at: int) -> int:
    """Behind the line break that ends the line of a place, which may be the end of the text."""
    end = text.find("\n", at)
    return len(text) if end < 0 else end + 1


def _whole_lines(text: str) -> str:
    return text if not text or text.endswith("\n") else text + _newline(text)


def with_field(text: str, entry: Fields, key: Scalar | None, name: str, value: Plain) -> str:
    """The text with a field of an entry set; `key`: the field's node, None = the entry has none of
    that name.
    """
    if key is None:
        return _field_added(text, entry, name, value)
    held = next(child for other, child in entry.value if other is key)
    written = field(key.value, value, flow=bool(entry.flow_style))
    if written == f"{key.value}:" and not entry.flow_style:
        return text[: key.start_mark.index] + written + text[_end(held, text) :]
    block_scalar = isinstance(held, Scalar) and held.style in ("|", ">")
    end = _end(held, text)
    tail = text[end:]
    if block_scalar and not tail.startswith(("\n", "\r\n")):
        tail = _newline(text) + tail
    return text[: key.start_mark.index] + written + tail


def _field_added(text: str, entry: Fields, name: str, value: Plain) -> str:
    end = _end(entry.value[-1][1], text) if entry.value else entry.start_mark.index + 1
    if entry.flow_style:
        return (
            f"{text[:end]}{', ' if entry.value else ''}{field(name, value, flow=True)}{text[end:]}"
        )
    indent = " " * entry.value[0][0].start_mark.column
    end = max(end, entry.value[-1][0].end_mark.index)
    at = _line_end(text, end)
    above = _whole_lines(text[:at])
    return f"{above}{indent}{field(name, value)}{_newline(text)}{text[at:]}"


def without_field(text: str, entry: Fields, key: Scalar) -> str:
    """The text without a field of an entry that has others."""
    number = next(n for n, (other, _) in enumerate(entry.value) if other is key)
    held = entry.value[number][1]
    if number == 0:  # what follows takes its place behind the dash or the brace
        return text[: key.start_mark.index] + text[entry.value[1][0].start_mark.index :]
    if entry.flow_style:
        return text[: _end(entry.value[number - 1][1], text)] + text[_end(held, text) :]
    start = text.rfind("\n", 0, key.start_mark.index) + 1
    return text[:start] + text[_line_end(text, max(_end(held, text), key.end_mark.index)) :]


def with_entry(text: str, tree: safe_yaml.Node | None, section: str, entry: Entry) -> str:
    """The text with an entry behind the last one of a section, which is made where it is
    missing.
    """
    pairs = tree.value if isinstance(tree, Fields) else []
    key, held = next(((k, v) for k, v in pairs if k.value == section), (None, None))
    newline = _newline(text)
    if key is None:
        if isinstance(tree, Fields) and tree.flow_style:
            end = tree.end_mark.index - 1
            made = f"{section}: [{_item(entry)}]"  # type: ignore[arg-type]
            return f"{text[:end].rstrip()}{', ' if pairs else ''}{made}{text[end:]}"
        above = _whole_lines(text)
        return (
            f"{above}{newline if above else ''}{section}:{newline}{_lines(entry, '    ', newline)}"
        )
    if isinstance(held, List) and held.value and not held.flow_style:
        return _entry_behind(text, held, entry)
    if isinstance(held, List) and held.flow_style and held.value:
        end = _end(held.value[-1], text)
        return f"{text[:end]}, {_item(entry)}{text[end:]}"  # type: ignore[arg-type]
    start = key.end_mark.index  # `quotes:`, `quotes: []`, `quotes: ~`
    colon = text.index(":", start) + 1
    after = max(colon, _end(held, text) if held is not None else colon)
    text = text[:colon] + text[after:]
    at = _line_end(text, colon)
    return (
        _whole_lines(text[:at])
        + _lines(entry, " " * key.start_mark.column + "    ", newline)
        + text[at:]
    )


def _entry_behind(text: str, held: List, entry: Entry) -> str:
    last = held.value[-1]
    newline = _newline(text)
    at = _line_end(text, _end(last, text))
    between = [
        text[_end(one, text) : other.start_mark.index]
        for one, other in zip(held.value, held.value[1:])
    ]
    # a blank line between, as the file has it
    apart = not between or any(gap.count("\n") > 1 for gap in between)
    dash = text.rfind("-", 0, held.value[0].start_mark.index)
    indent = " " * (dash - text.rfind("\n", 0, dash) - 1 + 2)
    above = _whole_lines(text[:at])
    return f"{above}{newline if apart else ''}{_lines(entry, indent, newline)}{text[at:]}"


def without_entry(text: str, held: List, entry: safe_yaml.Node) -> str:
    """The text without one entry of a section, and without the blank lines before it."""
    number = next(n for n, other in enumerate(held.value) if other is entry)
    if held.flow_style:
        start = _end(held.value[number - 1], text) if number else entry.start_mark.index
        end = _end(entry, text)
        if not number and len(held.value) > 1:
            end = held.value[1].start_mark.index
        return text[:start] + text[end:]
    dash = text.rfind("-", 0, entry.start_mark.index)
    start = text.rfind("\n", 0, dash) + 1
    above = text[:start]
    if number:  # the blank lines that parted it from the one before
        lines = above.split("\n")[:-1]
        while lines and not lines[-1].strip():
            lines.pop()
        above = "".join(f"{line}\n" for line in lines)
    return above + text[_line_end(text, _end(entry, text)) :]
