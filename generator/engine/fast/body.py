"""A generated page without a parser: front matter in JSON values, and a body that is one block of
HTML.

Each function answers None when it can't be sure that the real parser would say the same; the caller
then asks that.
"""

from __future__ import annotations

import json
import re
from typing import Any

# Names that YAML reads as something else than text.
_YAML_WORDS = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")

# Elements whose content HTML parsers read by other rules, and those that Markdown treats as empty.
_ODD = frozenset(
    "script style textarea title iframe noscript xmp plaintext noembed noframes math hr".split()
)
_VOID = frozenset("area base br col embed img input link meta source track wbr".split())
_ROOTS = ("<div", "<article", "<section", "<main")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9-]*)([^<>`]*)>")
_ATTRIBUTES = re.compile(r'[^"=\s]+(?:="[^"]*")?|\s+')
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+);")
_SPACES_ONLY = re.compile(r"\n +\n")
_MISREAD = ("\t", "\r", "\x02", "\x03", "\x00", "&#x", " markdown=")


def front_matter(source: str) -> tuple[dict[str, Any], str] | None:
    """Values and the text after them, if every line is `name: JSON` and JSON and YAML agree on it;
    else None.
    """
    if not source.startswith("---\n"):
        return None
    end = source.find("\n---\n", 3)
    if end < 4:
        return None
    meta: dict[str, Any] = {}
    for line in source[4:end].split("\n"):
        name, colon, given = line.partition(": ")
        if not colon or not _NAME.fullmatch(name) or name.lower() in _YAML_WORDS:
            return None
        # Outside of printable text YAML folds or refuses what JSON keeps; it knows no surrogate
        # pairs.
        if not given.isprintable() or "\\u" in given:
            return None
        try:
            value = json.loads(given)
        except ValueError:
            return None
        if not _agreed(value):
            return None
        meta[name] = value
    return meta, source[end + 5 :].lstrip("\n")


def _agreed(value: object) -> bool:
    if isinstance(value, list):
        return all(isinstance(item, str) for item in value)
    if isinstance(value, dict):
        return all(isinstance(item, (str, bool)) for item in value.values())
    return (
        value is None
        or isinstance(value, (str, bool))
        or (isinstance(value, int) and abs(value) < 10**15)
    )


def is_one_block(body: str) -> bool:
    """Whether Markdown hands this HTML through unchanged, but for space at its end. Linear in its
    length.

    Sure only of plain, balanced HTML that starts and ends with the same block element; False means
    "ask Markdown".
    """
    if (
        not body.startswith(_ROOTS)
        or any(mark in body for mark in _MISREAD)
        or _SPACES_ONLY.search(body)
    ):
        return False
    if body.count("&") != len(_ENTITY.findall(body)):
        return False
    tags = _TAG.findall(body)
    if len(tags) != body.count("<"):
        return False
    return _balanced(tags) and _ends_with_its_root(body, tags)


def _balanced(tags: list[tuple[str, str, str]]) -> bool:
    """Whether each element is closed in its order, and the first one only by the last tag."""
    open_: list[str] = []
    for number, (closing, name, rest) in enumerate(tags):
        if name in _ODD:
            return False
        if closing:
            if rest or not open_ or open_.pop() != name:
                return False
            if not open_ and number != len(tags) - 1:
                return False
        elif rest and not _attributes(rest):
            return False
        elif name not in _VOID and not rest.endswith("/"):
            open_.append(name)
    return not open_


def _attributes(rest: str) -> bool:
    """Whether this is `name="value"` or `name`, each after a space; no single quotes, no bare
    values.
    """
    if not rest[0].isspace() or rest.count('"') % 2 or "'" in _ATTRIBUTES_VALUES.sub("", rest):
        return False
    return not _ATTRIBUTES.sub("", rest).strip("/")


_ATTRIBUTES_VALUES = re.compile(r'"[^"]*"')


def _ends_with_its_root(body: str, tags: list[tuple[str, str, str]]) -> bool:
    return body.rstrip("\n").endswith(f"</{tags[-1][1]}>") and tags[0][1] == tags[-1][1]
