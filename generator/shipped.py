"""The folders that come with the program: templates, and what the theme needs."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

_HERE = Path(__file__).resolve().parent


def folder(name: Literal["templates", "site_overrides", "new"]) -> Path:
    """Where one of them is: in the installed package, or beside it where this is a clone."""
    installed = _HERE / "shipped" / name
    if installed.is_dir():
        return installed
    return _HERE / name if name == "new" else _HERE.parent / name
