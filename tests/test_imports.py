"""What a command loads: spaCy, the slowest of all imports, only where something is parsed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from generator.annotate.text import parse

ROOT = Path(__file__).parent.parent
RUN = """
import sys
from generator.__main__ import main
code = main({arguments!r})
print([name for name in ("spacy", "thinc", "syntok") if name in sys.modules])
"""


def loaded(where: Path, *arguments: str) -> str:
    """The last line that a command prints, which says what of the language model's libraries it
    loaded.
    """
    run = [sys.executable, "-c", RUN.format(arguments=list(arguments))]
    done = subprocess.run(
        run, cwd=where, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=True
    )
    return done.stdout.splitlines()[-1]


@pytest.mark.skipif(parse.model_version() is None, reason="no language model installed")
def test_only_a_command_that_parses_loads_spacy(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: X\nsite_url: https://x.example/\ndocs_dir: .build/docs\n"
    )
    (tmp_path / "templates").symlink_to(ROOT / "templates")
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "ferry.txt").write_text(
        "Ferry back\n\n“It sails on Monday,” said Ann Lee, the harbour master.\n"
    )
    assert "spacy" in loaded(tmp_path, "build")
    assert loaded(tmp_path, "build") == "[]"
    (seeds / "_collection.yml").write_text("title: Boats\n")
    assert loaded(tmp_path, "build") == "[]", "another page changes, the article does not"
    assert loaded(tmp_path, "check") == "[]"


def test_the_hook_loads_no_spacy() -> None:
    code = "import sys, generator.mkdocs_hook; print('spacy' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
