"""What is doubtful, in which order, and how sure a site is."""

from __future__ import annotations

import json
from pathlib import Path

from generator import build, correct, explain, review
from generator.config import load
from generator.model import Corpus, Review
from generator.pages.review import review_files
from tests.conftest import ROOT, make_project

FERRY = (
    "Ferry back\n\nAda Varnholt, the harbour master, was on the quay. “We sail at noon,” said Ada Varnholt.\n\n"
    "“It may be later,” an official said. “Nobody was told,” another official said.\n"
)
LATER = (
    "Ferry stays\n\n“We have sold no tickets,” said Ada Varnholt, a beekeeper of Fenby.\n\n"
    "Quentin Quillfeather came too. “It is a pity,” said Quentin Quilfeather.\n"
)
FRENCH = (
    "Le bac\n\nLe bac est revenu dans le port ce matin, et les marins sont allés chez eux. "
    "« Nous partons demain », a dit la capitaine, qui ne voulait pas en dire plus.\n"
)


def asked(folder: Path, corrections: str = "") -> tuple[Corpus, Review]:
    project = folder / "project"
    if not project.exists():
        make_project(project)
    for name, text in {"ferry": FERRY, "later": LATER, "bac": FRENCH}.items():
        (project / f"seeds/{name}.txt").write_text(text, encoding="utf-8")
    (project / "seeds/corrections.yml").write_text(corrections, encoding="utf-8")
    found = build.gather(load(project / "mkdocs.yml"))
    assert correct.load(project / "seeds/corrections.yml").problems == ()
    return found, review.questions(found)


def test_what_is_doubtful_is_asked_the_most_doubtful_first(tmp_path: Path) -> None:
    found, first = asked(tmp_path)
    kinds = {question.kind for question in first.questions}
    assert kinds == {"quote", "pair", "name", "language"}
    unnamed = [one for one in first.questions if one.unnamed]
    assert {one.article for one in unnamed} == {"ferry"}
    steps = [int(one.weight / review.STEP) for one in first.questions]
    assert steps == sorted(steps, reverse=True)
    for step in set(steps):  # within a step a reader stays in one article
        articles = [q.article for q, at in zip(first.questions, steps, strict=True) if at == step]
        assert articles == sorted(articles)
    quotes = [q for story in found.stories for q in story.annotations.quotes]
    assert first.quotes == len(quotes)
    assert round(first.sure, 6) == round(sum(q.confidence for q in quotes) / len(quotes), 6)
    assert first.sure < first.after <= 1


def test_each_line_of_check_answers_its_question(tmp_path: Path) -> None:
    """Every `yes` together leaves nothing to ask, and the site is as sure as was promised."""
    found, first = asked(tmp_path)
    lines = explain.review(first, found)
    assert lines[0].startswith(f"{len(first.questions)} questions left; 0 of ")
    yes = [line.strip().removeprefix("yes: ") for line in lines if line.startswith("    yes: ")]
    assert len(yes) == len(first.questions)
    sections = {"quotes": "words", "names": "name", "articles": "lang"}
    written = "".join(
        f"{section}:\n"
        + "".join(f"  {line}\n" for line in yes if f"{field}: " in line.partition("words")[0]
                  or (section == "quotes" and "words: " in line))
        for section, field in sections.items()
    )  # fmt: skip
    again, second = asked(tmp_path, written)
    assert [one.key for one in second.questions if one.kind != "language"] == []
    assert round(second.sure, 6) == round(first.after, 6)
    assert second.by_hand == sum(one.kind == "quote" for one in first.questions)
    (ada,) = [entity for entity in again.entities if entity.name == "Ada Varnholt"]
    assert ada.by == "checked"


def test_the_list_holds_no_markup_and_lies_outside_the_site(tmp_path: Path) -> None:
    _, first = asked(tmp_path)
    page, items = review_files(first, ROOT / "templates")
    assert (page.path, items.path) == ("review/index.md", "review/items.json")
    held = json.loads(items.text)
    assert len(held["items"]) == len(first.questions)
    assert [item["id"] for item in held["items"]] == [one.key for one in first.questions]
    assert "check --review" in str(page.text)
    project = tmp_path / "project"
    build.build(load(project / "mkdocs.yml"))
    assert not list((project / ".build/docs").glob("review*"))
    assert (project / ".build/cache/review/review/items.json").is_file()
