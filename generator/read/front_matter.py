"""The block of YAML at the head of a file, cut off and read."""

from __future__ import annotations

import json
import re
import tomllib

from frontmatter.default_handlers import YAMLHandler

from generator.fields.values import Note, Value
from generator.fields.yaml_fields import LARGEST, read_fields

TOML = re.compile(r"\+\+\+[ \t]*\n(?P<matter>.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
HANDLER = YAMLHandler()  # type: ignore[no-untyped-call,unused-ignore]


def split(text: str) -> tuple[dict[str, Value], str, int, tuple[Note, ...]]:
    """(fields by canonical name, body, line where the body starts, notes) of a file's text."""
    start = len(text) - len(text.lstrip("\ufeff\n "))
    top = text[:start].count("\n")
    text = text[start:]
    if not HANDLER.detect(text):
        return _of_toml(text, top)
    try:
        matter, body = HANDLER.split(text)
    except ValueError:
        never = Note(
            "its front matter opens with --- and never ends",
            "put a line of --- below the fields",
            1 + top,
        )
        return {}, text, 1 + top, (never,)
    opening = HANDLER.FM_BOUNDARY.match(text)
    first = top + text.count("\n", 0, opening.end() if opening else 0)
    body_line = 1 + top + text[: len(text) - len(body)].count("\n")
    fields, notes = read_fields(matter, first)
    return fields, body, body_line, notes


def _of_toml(text: str, top: int) -> tuple[dict[str, Value], str, int, tuple[Note, ...]]:
    """The same of a block between lines of +++, as Hugo writes it."""
    found = TOML.match(text)
    if found is None or len(found["matter"]) > LARGEST:
        fact = "its front matter opens with +++ and never ends, or is too long"
        note = Note(fact, "put a line of +++ below the fields", 1 + top)
        return {}, text, 1 + top, (note,) if text.startswith("+++\n") else ()
    try:
        held = tomllib.loads(found["matter"])
    except (ValueError, RecursionError) as error:
        told = re.search(r"line (\d+)", str(error))
        fact = f"its front matter is no TOML: {str(error).partition(' (at')[0]}"
        at = top + 1 + (int(told[1]) if told else 0)
        return {}, text, 1 + top, (Note(fact, "mend it, or write YAML between lines of ---", at),)
    flat = json.dumps(
        {str(name): _plain(value) for name, value in held.items()}, ensure_ascii=False
    )
    fields, notes = read_fields(flat, top + 1)
    body = text[found.end() :]
    line = 1 + top + text.count("\n", 0, found.end())
    return fields, body, line, notes


def _plain(value: object) -> object:
    """A value of TOML as YAML has it: days and times as their words."""
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(name): _plain(item) for name, item in value.items()}
    return value if isinstance(value, str | bool | int | float) else str(value)
