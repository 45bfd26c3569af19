"""A small project in a folder of its own, and commands run in it as a user would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

# No example of a property is timed: another program on the machine must not fail a test
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")
ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "tests/seeds"  # the tests' own: whoever clones this empties seeds/


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The product without its seeds: a copy that a test may write into."""
    return make_project(tmp_path / "project")


def make_project(folder: Path) -> Path:
    """Copy what a clone has, but no article."""
    folder.mkdir(parents=True)
    for name in ("generator", "templates", "site_overrides"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "tests/mkdocs.yml", folder)
    (folder / ".build/docs").mkdir(parents=True)
    (folder / "seeds").mkdir()
    return folder


Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def run() -> Run:
    """Run `python -m …` in a folder; the result holds what it printed and its exit status."""
    return run_module


def run_module(
    folder: Path, *args: str, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """`python -m ARGS…` in `folder`, with nothing on the import path but it and the installed
    packages.
    """
    return subprocess.run(
        [sys.executable, "-m", *args],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": "", "NO_MKDOCS_2_WARNING": "1", **(env or {})},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )


def files_under(folder: Path) -> dict[str, bytes]:
    """Path → bytes of every file below a folder."""
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
    }
