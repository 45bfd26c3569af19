"""A folder of seeds from a dict, and what is read from it, in words."""

from __future__ import annotations

from pathlib import Path

from generator.model import Article, Reading
from generator.read import read_seeds


def reading(tmp_path: Path, files: dict[str, str | bytes]) -> Reading:
    """Write the files below tmp_path/seeds and read them."""
    for name, content in files.items():
        path = tmp_path / "seeds" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    (tmp_path / "seeds").mkdir(exist_ok=True)
    return read_seeds(tmp_path / "seeds")


def article(tmp_path: Path, content: str | bytes, name: str = "a.txt") -> Article:
    """The one article of the one file."""
    found = reading(tmp_path, {name: content})
    assert len(found.articles) == 1, found.problems
    return found.articles[0]


def shown(made: Article) -> list[str]:
    """The blocks: "# headline", "> standfirst", paragraphs as they are."""
    marks = {"headline": "# ", "standfirst": "> ", "paragraph": ""}
    return [marks[block.kind] + block.span.of(made.text) for block in made.blocks]


def problems(found: Reading | Article) -> list[str]:
    """Every problem as the user reads it."""
    held = list(found.problems)
    if isinstance(found, Reading):
        held += [problem for made in found.articles for problem in made.problems]
        held += [problem for made in found.collections for problem in made.problems]
    return [str(problem) for problem in held]
