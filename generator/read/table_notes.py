"""What is said of a table's columns and rows that can't be used."""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from generator.fields.values import Note
from generator.fields.yaml_fields import unknown
from generator.read.columns import COLUMNS, KNOWN, TEXT
from generator.read.columns import column as _column

# rows of a table whose quotation marks don't match; with more of them it is no table
MOST_UNMATCHED = 100


_HALVES = re.compile("[\ud800-\udfff]")  # of a character, which JSON can spell and no file can hold


def given_twice(what: str, name: str, line: int) -> Note:
    """That a column or a field is given twice; the last one counts."""
    return Note(f"the {what} {name!r} stands twice", "remove one; the last one counts", line)


def misspelt(what: str, names: Iterable[str], line: int) -> list[Note]:
    """Names that are nearly those of a field."""
    others = (name[:80] for name in names if name and name not in KNOWN)
    return [note for name in others if (note := unknown(name, KNOWN, line, what))]


def not_matched(written: list[str], mark: str, line: int) -> tuple[Note, ...]:
    """What is wrong with a row as it is written: a cell that is not closed takes the rows below it
    for its text.
    """
    try:
        list(csv.reader(written, delimiter=mark, strict=True))
    except csv.Error:
        taken = (
            "what stands below it may be its text" if len(written) > 1 else "its text may lack some"
        )
        fact = f"the quotation marks of a row don't match, so {taken}"
        return (Note(fact, "close its cells, and double the marks inside", line),)
    return ()


def other_texts(row: Mapping[str, tuple[str, ...]], line: int) -> tuple[Note, ...]:
    """That a row has more than one text; said of the first such row of a table, since the others
    are like it.
    """
    filled = {name: words for name in TEXT if (words := "\n".join(row.get(name, ())).strip())}
    if len(set(filled.values())) < 2:
        return ()
    fact = f"has texts under {' and '.join(filled)}, and of this and other rows only the first of them is read"
    return (Note(fact, "leave one of them in the table", line, harmless=True),)


def nameless(found: Mapping[str, Any], line: int) -> tuple[Note, ...]:
    """Fields of a row that are read, with an object in them of which nothing is."""
    read = [name for name in found if (column := _column(name)) in TEXT or column in COLUMNS]
    fact = "the field {!r} holds an object without a name, which is left out"
    remedy = 'write it as a text, or as {"name": "…"}'
    return tuple(
        Note(fact.format(name[:60]), remedy, line) for name in read if _has_nameless(found[name])
    )


def no_texts(found: Mapping[str, Any], line: int) -> tuple[Note, ...]:
    """Numbers and such where the text of an article should be: they are read, but can't be
    meant.
    """
    fact = "the field {!r} is {}, not a text"
    odd = [
        name
        for name in found
        if _column(name) in TEXT and isinstance(found[name], bool | int | float)
    ]
    return tuple(
        Note(fact.format(name, json.dumps(found[name])[:60]), 'write the text in "quotes"', line)
        for name in odd
    )


def _has_nameless(value: Any) -> bool:
    if isinstance(value, list):
        return any(map(_has_nameless, value))
    return isinstance(value, dict) and bool(value) and not any(map(str.strip, texts_of(value)))


def noting_twice(names: list[str], pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON; what stands in it twice goes to `names`."""
    made = dict(pairs)
    if len(made) < len(pairs):
        names += [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
    return made


def texts_of(value: Any) -> tuple[str, ...]:
    """A JSON value as texts: a list item by item, an object by its name (or its parts of one), null
    as none.
    """
    if isinstance(value, list):
        return tuple(text for item in value for text in texts_of(item))
    if isinstance(value, dict):
        parts = [text for part in ("given", "family") for text in texts_of(value.get(part))]
        return texts_of(value.get("name") or value.get("literal") or " ".join(parts))
    if isinstance(value, bool):
        return ("true" if value else "false",)
    return () if value is None else (_HALVES.sub("\ufffd", str(value)),)
