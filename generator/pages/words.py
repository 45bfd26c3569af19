"""The words of `templates/words.toml`: what pages share or choose from, each in one place."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from generator import shipped

Words = dict[str, Any]


def words_of(templates: Path | None = None) -> Words:
    """The table; a project's own lies over the shipped one, entry by entry. None = the shipped one.

    >>> words_of()["titles"]["quotes"]
    'Quotes'
    """
    words = _read(shipped.folder("templates"))
    own = _read(templates) if templates else {}
    return {
        name: {**held, **own.get(name, {})} if isinstance(held, dict) else own.get(name, held)
        for name, held in words.items()
    }


def counted(words: Words, number: int, what: str) -> str:
    """ "1 quote", "2 quotes"."""
    one, several = words["counts"][what]
    return f"{number} {one if number == 1 else several}"


def _read(folder: Path) -> Words:
    try:
        return tomllib.loads((folder / "words.toml").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
