"""What is wrong with the settings under `extra: florilegium:`, and what was meant."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from generator.config.settings import CHOICES, DEFAULTS, LEAST, SECTION


@dataclass(frozen=True, slots=True)
class Wrong:
    """A setting that can't be used as it stands, before its line is known."""

    place: tuple[str, ...]  # below `extra`: ("florilegium", "publish")
    what: str
    hint: str


def sections(extra: object) -> dict[str, object]:
    """What stands under `extra: florilegium:`, and under what is nearly that."""
    given = extra.items() if isinstance(extra, Mapping) else ()
    return {str(key): own for key, own in given if key == SECTION or _is_misspelt_section(str(key))}


def own_settings(extra: object) -> tuple[dict[str, Any], list[Wrong]]:
    """What stands under `extra: florilegium:`, and whether something there was meant to be it."""
    held = sections(extra)
    wrong = [
        Wrong((key,), "is not read", f"did you mean {SECTION}?") for key in held if key != SECTION
    ]
    given = held.get(SECTION)
    if given is not None and not isinstance(given, Mapping):
        wrong.append(
            Wrong(
                (SECTION,),
                f"can't be {given!r}, so no full text is published",
                "write settings below it",
            )
        )
    return (
        {str(key): value for key, value in given.items()} if isinstance(given, Mapping) else {}
    ), wrong


def _is_misspelt_section(key: str) -> bool:
    """The hook's own `florilegium_worker` is farther away than a slip of the finger."""
    return key != SECTION and bool(difflib.get_close_matches(key.lower(), [SECTION], cutoff=0.8))


def near(key: str) -> str | None:
    """The setting that a name is, or is nearly."""
    if key in DEFAULTS:
        return key
    return next(iter(difflib.get_close_matches(key.lower(), DEFAULTS, n=1)), None)


def unknown(key: str) -> Wrong:
    """A name that is no setting, with the one that it may have meant."""
    meant = near(key)
    hint = f"did you mean {meant}?" if meant else f"known settings: {', '.join(DEFAULTS)}"
    return Wrong((SECTION, key), "is not a setting", hint)


def fits(key: str, given: object) -> bool:
    """Whether a setting may have this value."""
    default = DEFAULTS[key]
    if key in CHOICES:
        return given in CHOICES[key]
    return type(given) is type(default) and not (type(given) is int and given < LEAST.get(key, 0))


def wanted(key: str) -> str:
    """What a setting may be, in words: "true or false"."""
    default = DEFAULTS[key]
    if key in CHOICES:
        return f"one of {', '.join(CHOICES[key])}"
    if isinstance(default, bool):
        return "true or false"
    return f"a whole number from {LEAST.get(key, 0)}" if isinstance(default, int) else "a text"
