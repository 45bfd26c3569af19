"""`evaluate --reviewed`: what people corrected and checked is a gold set of the site's own."""

from __future__ import annotations

from pathlib import Path

from generator import build
from generator.config import load
from generator.evaluate.reviewed import lines, looked_at
from tests.conftest import Run, make_project

FERRY = (
    "Ferry back\n\nBruno Estrup, the captain, was there.\n\n“We sail at noon,” Ada Varnholt said.\n\n"
    "“It may be later,” said Estrup. “Nobody was told of it,” he said.\n\n"
    "The “night boat” is a bus. “It has seats,” said Ada Varnholt.\n\nThe quay was dry, Estrup thought aloud once more.\n"
)
SETTLED = """
quotes:
  - {article: ferry, words: We sail at noon, speaker: Ada Varnholt, checked: true}
  - {article: ferry, words: It may be later, speaker: Ada Varnholt}
  - {article: ferry, words: Nobody was told of it, kind: mixed}
  - {article: ferry, words: It has seats, drop: true}
  - {article: ferry, words: The quay was dry, speaker: Bruno Estrup, add: true}
"""


def settled(folder: Path, corrections: str) -> Path:
    project = make_project(folder / "project")
    (project / "seeds/ferry.txt").write_text(FERRY, encoding="utf-8")
    (project / "seeds/corrections.yml").write_text(corrections, encoding="utf-8")
    return project


def test_each_way_of_being_wrong_is_counted_once(tmp_path: Path) -> None:
    project = settled(tmp_path, SETTLED)
    (pair,) = build.settled(load(project / "mkdocs.yml"))
    assert [one.verdict for one in looked_at(*pair)] == [
        *("right", "speaker", "kind", "not found", "no quotation")
    ]
    said = "\n".join(lines([pair]))
    assert (
        "4 of the 4 quotations that the program finds were looked at by a person (100.0 %)" in said
    )
    assert "and 1 that it does not find" in said
    assert "1 of 4 are right in words, speaker and kind (25.0 %)" in said


def test_what_nobody_looked_at_is_not_counted(tmp_path: Path) -> None:
    project = settled(tmp_path, "")
    (pair,) = build.settled(load(project / "mkdocs.yml"))
    assert list(looked_at(*pair)) == []
    assert lines([pair]) == [
        "nobody has corrected or checked a quotation yet — mkdocs serve, /review/"
    ]


def test_the_command_prints_it_and_asks_for_one_of_the_two(tmp_path: Path, run: Run) -> None:
    project = settled(tmp_path, SETTLED)
    done = run(project, "generator", "evaluate", "--reviewed")
    assert (done.returncode, "looked at by a person" in done.stdout) == (0, True), done.stderr
    assert run(project, "generator", "evaluate").returncode == 2
