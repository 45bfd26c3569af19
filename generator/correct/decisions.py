"""What a form sends → a decision: known sections and fields, lines of text; all else is nonsense.

Whether a decision makes sense in the file is for `amend` and the reader of the file to say.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Any

from generator.correct.amend import YES, Decision
from generator.correct.sections import PASSAGE_FIELDS, SECTIONS
from generator.fields.yaml_text import Plain

LONGEST = 4000  # characters of one text
MOST = 200  # texts of one list
CONTROLS = ("Cc", "Cs", "Zl", "Zp")  # what ends a line, or can't stand in YAML


class Nonsense(Exception):  # noqa: N818 (it is no error of the program)
    """What was sent is no decision, in one sentence."""


def decision_of(given: object) -> Decision:
    """One decision, {"section": "quotes", "entry": {"article": …, …}}. Raises Nonsense."""
    section = given.get("section") if isinstance(given, dict) else None
    entry = given.get("entry") if isinstance(given, dict) else None
    if not isinstance(section, str) or section not in SECTIONS or not isinstance(entry, dict):
        raise Nonsense("a decision has a section and an entry")
    names = set(SECTIONS[section].values())
    made: dict[str, Plain] = {}
    for name, value in entry.items():
        if name not in names:
            raise Nonsense(f"there is no field {str(name)[:40]!r} in {section}")
        made[name] = _value(section, name, value)
    return Decision(section, made)


def _value(section: str, name: str, value: Any) -> Plain:
    if value is None and (name == "speaker" or section == "articles"):
        return None
    if value is True and name in YES:
        return True
    if isinstance(value, str):
        return _text(name, value)
    if isinstance(value, list) and len(value) <= MOST:
        return [_passage(name, one) if isinstance(one, dict) else _text(name, one) for one in value]
    raise Nonsense(f"{name} is no line of text")


def _text(name: str, value: object) -> str:
    fine = isinstance(value, str) and bool(value.strip()) and len(value) <= LONGEST
    if not fine or any(unicodedata.category(c) in CONTROLS or c == "\ufeff" for c in str(value)):
        raise Nonsense(f"{name} is no line of text")
    return str(value).strip()


def _passage(name: str, value: Mapping[str, object]) -> Mapping[str, str]:
    if name not in ("same", "apart") or not set(value) <= set(PASSAGE_FIELDS):
        raise Nonsense(f"{name} is no list of quotations")
    return {key: _text(key, one) for key, one in value.items()}
