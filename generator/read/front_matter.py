"""The block of YAML at the head of a file, cut off and read."""

from __future__ import annotations

from frontmatter.default_handlers import YAMLHandler

from generator.fields.values import Note, Value
from generator.fields.yaml_fields import read_fields

TOML = Note(
    "its front matter is TOML (+++), which is not read", "write it as YAML between lines of ---", 1
)
HANDLER = YAMLHandler()  # type: ignore[no-untyped-call,unused-ignore]


def split(text: str) -> tuple[dict[str, Value], str, int, tuple[Note, ...]]:
    """(fields by canonical name, body, line where the body starts, notes) of a file's text."""
    start = len(text) - len(text.lstrip("\ufeff\n "))
    top = text[:start].count("\n")
    text = text[start:]
    if not HANDLER.detect(text):
        return {}, text, 1 + top, (TOML,) if text.startswith("+++\n") else ()
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
