"""A new archive in a folder of its own, and MkDocs run on it."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from generator import __version__, shipped
from generator.config import own_pages

# what is shipped → where it goes; a name with a dot in front would be left out of a package
FILES = {
    "mkdocs.yml": "mkdocs.yml",
    "seeds/bridge.txt": "seeds/bridge.txt",
    "gitignore": ".gitignore",
    "github/workflows/publish.yml": ".github/workflows/publish.yml",
}


class StartError(Exception):
    """There is something already; the message says what."""


def new(folder: Path) -> list[Path]:
    """Make the four files of an archive; the files. Raises StartError: nothing is overwritten."""
    there = [folder / path for path in FILES.values() if (folder / path).exists()]
    if there:
        raise StartError(f"{there[0]} is there already — nothing was made; give a new folder")
    made = []
    for name, path in FILES.items():
        text = (shipped.folder("new") / name).read_text(encoding="utf-8")
        named = text.replace("NAME", _title(folder)).replace("VERSION", __version__)
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(named, encoding="utf-8")
        made.append(target)
    return made


def _title(folder: Path) -> str:
    """ "my-archive" → "My archive", as YAML reads it whatever the folder is called."""
    words = " ".join(re.findall(r"\w+", folder.resolve().name)) or "Archive"
    return f'"{words[0].upper()}{words[1:]}"'


def mkdocs(command: str, config: Path, given: list[str]) -> int:
    """Run `mkdocs build` or `serve` with its own options; its exit status.

    MkDocs wants its folder of pages to be there, which no archive without pages of its own has.
    """
    own_pages(config).mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", command, "--config-file", str(config), *given], check=False
    )
    return done.returncode
