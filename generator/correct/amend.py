"""Decisions into the text of a corrections file: two on one thing are one entry, and nothing else
of the file changes.

What a decision may hold is `SECTIONS` of `reading.py`; the last word wins by field, lists such as
`also` grow, and what contradicts it goes. The new text is read again: unless it says what was asked
for, and no more, it is refused.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.correct.load import LARGEST, read
from generator.correct.sections import SECTIONS
from generator.fields import safe_yaml, yaml_text
from generator.fields.metadata import one_line
from generator.fields.values import Value
from generator.fields.yaml_fields import meant
from generator.fields.yaml_text import Entry, Plain

KEYS: Mapping[str, tuple[str, ...]] = {
    "quotes": ("article", "words", "before", "after"),
    "mentions": ("article", "words", "before"),
    "names": ("name",),
    "statements": ("same", "apart"),
    "subjects": ("name",),
    "articles": ("article",),
}
NOBODY_SAYS_IT = ("drop", "not_speech")
YES = ("drop", "add", "checked", "not_a_name", "not_speech", "draft")
OF_A_QUOTATION = (
    *("speaker", "kind", "span", "cue", "stance", "add", "checked", "printed", "join", "split"),
)
ONE_OF = ("span", "join", "split")
GROWS = ("also", "apart_from", "not_roles")
OPPOSITES = {"also": "apart_from", "apart_from": "also"}


class Refused(Exception):  # noqa: N818 (it is no error of the program)
    """Why a decision is not written, in one sentence with the remedy."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing that a person decided."""

    section: str
    entry: Entry  # canonical names; texts as they shall stand, None = empty


@dataclass(frozen=True, slots=True)
class Step:
    """What one decision did to a file."""

    section: str
    key: tuple[object, ...]
    before: Entry | None  # None = there was no entry for it
    after: Entry | None  # None = there is none any more


def amend(text: str, decision: Decision, file: str = "seeds/corrections.yml") -> tuple[str, Step]:
    """(the text with a decision in it, what that changed). Raises Refused; the text stays as it
    was.
    """
    tree = _tree(text, file)
    section, key = decision.section, key_of(decision.section, decision.entry)
    node, before = _entry(tree, section, key)
    after = _merged(before or {}, decision.entry)
    return _put(text, file, tree, Step(section, key, before, after), node)


def take_back(text: str, step: Step, file: str = "seeds/corrections.yml") -> str:
    """The text without what a step did. Raises Refused if a person changed that entry since."""
    tree = _tree(text, file)
    node, held = _entry(tree, step.section, step.key)
    if held != step.after:
        raise Refused("the entry was changed by hand since: undo it in the file")
    return _put(text, file, tree, Step(step.section, step.key, held, step.before), node)[0]


def _put(
    text: str, file: str, tree: safe_yaml.Node | None, step: Step, node: safe_yaml.Mapping | None
) -> tuple[str, Step]:
    wanted = _all(tree)
    rows = wanted.setdefault(step.section, [])
    at = next((n for n, row in enumerate(rows) if key_of(step.section, row) == step.key), len(rows))
    rows[at : at + 1] = [] if step.after is None else [step.after]
    if step.after is None:
        made = (
            text
            if node is None
            else yaml_text.without_entry(text, _section(tree, step.section), node)
        )
    elif node is None:
        made = yaml_text.with_entry(text, tree, step.section, step.after)
    else:
        made = _changed(text, step, file)
    again = _tree(made, file)
    if {name: held for name, held in _all(again).items() if held} != {
        n: held for n, held in wanted.items() if held
    }:
        raise Refused(
            f"{file} is written in a form that can't be changed here: put the lines in by hand"
        )
    problems = read(made.replace("\r\n", "\n"), file).problems
    if problems:
        raise Refused(str(problems[0]))
    return made, step


def _changed(text: str, step: Step, file: str) -> str:
    """Field by field, each from a new reading: what is added or taken away moves all that
    follows.
    """
    before, after = step.before or {}, step.after or {}
    for name in [*(n for n in before if n not in after), *after]:
        if name in after and name in before and before[name] == after[name]:
            continue
        node, _ = _entry(_tree(text, file), step.section, step.key)
        assert node is not None  # noqa: S101 (its key is never changed)
        key = next(
            (k for k, child in node.value if _canonical(step.section, k, child) == name), None
        )
        if name in after:
            text = yaml_text.with_field(text, node, key, name, after[name])
        elif key is not None:
            text = yaml_text.without_field(text, node, key)
    return text


def _merged(old: Entry, new: Entry) -> Entry | None:
    """Both in one entry; None = together they say nothing, since what was added by hand is dropped
    again.
    """
    made: dict[str, Plain] = dict(old)
    if any(name in new for name in NOBODY_SAYS_IT):
        if "add" in old and "drop" in new:
            return None
        for name in (*OF_A_QUOTATION, *NOBODY_SAYS_IT):
            made.pop(name, None)
    elif any(name in new for name in OF_A_QUOTATION):
        for name in NOBODY_SAYS_IT:
            made.pop(name, None)
    if any(name in new for name in ONE_OF):
        for name in ONE_OF:
            made.pop(name, None)
    for name, value in new.items():
        made[name] = _grown(made.get(name), value) if name in GROWS else value
        if name in OPPOSITES and OPPOSITES[name] in made:
            left = [one for one in _texts(made[OPPOSITES[name]]) if one not in _texts(value)]
            made[OPPOSITES[name]] = left
            if not left:
                del made[OPPOSITES[name]]
    return made


def _grown(old: Plain, new: Plain) -> Plain:
    return list(dict.fromkeys([*_texts(old), *_texts(new)]))


def _texts(value: Plain) -> list[str]:
    if value is None or isinstance(value, bool):
        return []
    return [value] if isinstance(value, str) else [str(one) for one in value]


def key_of(section: str, entry: Entry) -> tuple[object, ...]:
    """What makes two entries of a section decisions on one thing."""
    if section == "statements":
        held = entry.get("same") or entry.get("apart")
        passages = held if isinstance(held, Sequence) else ()
        return tuple(sorted(repr(sorted(p.items())) for p in passages if isinstance(p, Mapping)))
    return tuple(one_line(str(entry.get(name) or "")) for name in KEYS[section])


def _tree(text: str, file: str) -> safe_yaml.Node | None:
    tree = safe_yaml.compose(text, LARGEST)
    if isinstance(tree, safe_yaml.Refused):
        raise Refused(f"{file}:{tree.line}: {tree.what} — {tree.hint}")
    return tree


def _section(tree: safe_yaml.Node | None, section: str) -> safe_yaml.List:
    pairs = tree.value if isinstance(tree, safe_yaml.Mapping) else []
    held = next((v for k, v in pairs if k.value == section), None)
    assert isinstance(held, safe_yaml.List)  # noqa: S101 (one of its entries was found)
    return held


def _all(tree: safe_yaml.Node | None) -> dict[str, list[Entry]]:
    """Every entry of every section as plain values."""
    pairs = tree.value if isinstance(tree, safe_yaml.Mapping) else []
    return {
        str(key.value): [
            _plain(str(key.value), item)
            for item in held.value
            if isinstance(item, safe_yaml.Mapping)
        ]
        for key, held in pairs
        if isinstance(held, safe_yaml.List)
    }


def _entry(
    tree: safe_yaml.Node | None, section: str, key: tuple[object, ...]
) -> tuple[safe_yaml.Mapping | None, Entry | None]:
    pairs = tree.value if isinstance(tree, safe_yaml.Mapping) else []
    for name, held in pairs:
        if name.value == section and isinstance(held, safe_yaml.List):
            for item in held.value:
                if (
                    isinstance(item, safe_yaml.Mapping)
                    and key_of(section, _plain(section, item)) == key
                ):
                    return item, _plain(section, item)
    return None, None


def _plain(section: str, node: safe_yaml.Mapping) -> Entry:
    named = [(_canonical(section, key, child), child) for key, child in node.value]
    return {name: _value(child, name in YES) for name, child in named}


def _canonical(section: str, key: safe_yaml.Node, child: safe_yaml.Node) -> str:
    name = str(key.value).strip().lower().replace(" ", "_")
    canonical = SECTIONS.get(section, {}).get(name, str(key.value))
    held = Value(
        str(key.value), 0, (str(child.value),) if isinstance(child, safe_yaml.Scalar) else ()
    )
    return meant(canonical, held)


def _value(node: safe_yaml.Node, may_be_yes: bool) -> Plain:
    if safe_yaml.is_empty(node):
        return None
    if isinstance(node, safe_yaml.List):
        return [_inner(child) for child in node.value]
    # what ends a block of lines may be blank lines before the next entry
    text = str(node.value).rstrip()
    return True if may_be_yes and text.lower() in ("true", "yes") else text


def _inner(node: safe_yaml.Node) -> str | Mapping[str, str]:
    if isinstance(node, safe_yaml.Mapping):
        return {str(key.value): str(child.value) for key, child in node.value}
    return str(node.value)
