"""The program as others install it: built into a wheel, unpacked in a folder that has nothing of
the clone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT

ARTICLES = {
    "bridge.txt": "Bridge closed\n\nThe bridge is shut. “It will open in May,” said Ann Lee, the mayor.\n",
    "ferry.txt": "Ferry back\n\n“We sail at noon,” Ann Lee said. “It will open in May,” she said.\n",
}


def install(folder: Path) -> Path:
    """Build the wheel from a copy of what a clone has, and unpack it into a folder; the folder."""
    clone = folder / "clone"
    for name in ("generator", "templates", "site_overrides"):
        shutil.copytree(ROOT / name, clone / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, clone)
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    wheel = [
        "wheel",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(clone),
    ]
    subprocess.run([*pip, *wheel], check=True, capture_output=True, timeout=300)
    (made,) = folder.glob("*.whl")
    target = folder / "installed"
    unpack = ["install", "--no-deps", "--no-index", "--target", str(target), str(made)]
    subprocess.run([*pip, *unpack], check=True, capture_output=True, timeout=300)
    shutil.rmtree(clone)
    return target


def run(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """`python -m WORDS…` in a folder, with the installed program and the packages it needs."""
    return subprocess.run(
        [sys.executable, "-m", *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(installed), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
