"""Words that readers see stand in `templates/`, not in the code that fills them."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from generator.pages.words import counted, words_of
from tests.conftest import ROOT

PAGES = ROOT / "generator/pages"
# two words with a space between them, or one that begins with a capital: a phrase, if no markup
PHRASE = re.compile(r"\b[A-Z][a-z]{2,}|[a-z]{3,} [a-z]{2,}", re.ASCII)
MARKUP = re.compile(r"[<>{}]|=\"|\n|^- ")
# what is no word of the interface
ALLOWED = {
    "dates.py",  # the months, with the order of day, month and year
    "RIS CSL-JSON BibTeX Atom JSON Feed NFKD",  # names of formats
    "by hand",  # a kind of reason, that the template words
    "only here missing here",  # kinds of a stretch that differs
}


def phrases(source: str) -> list[str]:
    """The texts of a module that look like words for a reader; docstrings and errors apart."""
    tree = ast.parse(source)
    apart = {
        id(inside)
        for node in ast.walk(tree)
        if isinstance(node, ast.Raise)
        or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        for inside in ast.walk(node)
    }
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in apart
        and PHRASE.search(node.value)
        and not MARKUP.search(node.value)
    ]


@pytest.mark.parametrize("path", sorted(PAGES.glob("*.py")), ids=lambda path: path.name)
def test_no_words_for_readers_stand_in_the_code(path: Path) -> None:
    found = phrases(path.read_text(encoding="utf-8")) if path.name not in ALLOWED else []
    assert [one for one in found if not any(one in allowed for allowed in ALLOWED)] == []


def test_the_check_sees_a_phrase() -> None:
    assert phrases('x = Who("Speaker not identified")') == ["Speaker not identified"]
    assert phrases('"""A module."""\nraise ValueError("No such page here")\nx = "a-b"') == []


def test_a_table_of_ones_own_lies_over_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "words.toml").write_text('nobody = "?"\n[kinds]\nmixed = "Gemischt"\n', "utf-8")
    words = words_of(tmp_path)
    assert (words["nobody"], words["kinds"]["mixed"], words["kinds"]["direct"]) == (
        "?",
        "Gemischt",
        "Direct",
    )
    assert (counted(words_of(), 1, "quote"), counted(words, 2, "quote")) == ("1 quote", "2 quotes")
