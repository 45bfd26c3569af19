"""Each word of a language says what it is, which rule reads it, and an example that is true."""

from __future__ import annotations

import ast
import re
from dataclasses import fields
from pathlib import Path
from types import ModuleType

import pytest

from generator.languages import named, said, words
from generator.languages.language import Language

GENERATOR = Path(words.__file__).parent.parent
GROUPS = {
    field.name.upper(): getattr(words, field.name.upper())
    for field in fields(Language)
    if field.name != "code"
}


def told(module: ModuleType) -> dict[tuple[str, str], str]:
    """(class, field) → the line below the field."""
    found = {}
    for group in ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")).body:
        if isinstance(group, ast.ClassDef):
            for field, line in zip(group.body, group.body[1:], strict=False):
                if (
                    isinstance(field, ast.AnnAssign)
                    and isinstance(field.target, ast.Name)
                    and isinstance(line, ast.Expr)
                    and isinstance(line.value, ast.Constant)
                ):
                    found[group.name, field.target.id] = " ".join(str(line.value.value).split())
    return found


TOLD = told(said) | told(named)
FIELDS = [
    (group, type(value).__name__, field.name)
    for group, value in GROUPS.items()
    for field in fields(value)
]


@pytest.mark.parametrize(("group", "kind", "field"), FIELDS, ids=lambda x: x)
def test_a_field_names_a_rule_that_reads_it(group: str, kind: str, field: str) -> None:
    line = TOLD[kind, field]
    readers = re.findall(r"`([\w/]+\.py)`", line)
    assert readers, f"{kind}.{field} says no rule"
    for reader in readers:
        source = (GENERATOR / reader).read_text(encoding="utf-8")
        read = f"{group}.{field}" in source or (field == "lemmas" and "VERBS.lemma" in source)
        assert read, f"{reader} does not read {group}.{field}"


@pytest.mark.parametrize(("group", "kind", "field"), FIELDS, ids=lambda x: x)
def test_a_field_has_an_example(group: str, kind: str, field: str) -> None:
    """Except of code (`stem`), one word in quotation marks is a word of the value."""
    value = getattr(GROUPS[group], field)
    examples = re.findall(r'"([^"]+)"', TOLD[kind, field])
    assert examples
    if callable(value):
        assert value(examples[0]) == examples[1]
        return
    held = {word for one in value for word in ([one] if isinstance(one, str) else one)}
    assert held & set(examples), examples


def test_finite_forms_come_from_the_table_of_verbs() -> None:
    told = {"admitted", "quipped", "tweeted", "whispers", "affirmed", "signalled", "wrote"}
    assert told <= words.VERBS.finite
    assert not words.VERBS.finite & {"admited", "quiped", "signalleds", "written", "accepted"}
    assert not words.VERBS.finite & {"rules", "forecasts"}  # nouns as often
