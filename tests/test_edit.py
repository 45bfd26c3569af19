"""One edited article: its pages are those that a whole build makes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator import build, edit, pages
from generator.config import load
from generator.model import Corpus, Problem

SEEDS = {
    "north/ferry.md": "---\ntitle: Ferry back\ndate: 2042-03-12\noutlet: Post\n---\n\n"
    "“We sail at noon,” Ada Varnholt, the harbour master, said. “The crews were never asked,” said Bruno Estrup.\n",
    "north/bridge.md": "---\ntitle: Bridge shut\ndate: 2041-01-02\n---\n\n"
    "“Noon is too late,” Bruno Estrup, mayor of Cawl, said. Ada Varnholt of the Water Trust disagreed.\n",
    "quay.txt": "Quay dry\n\nThe quay is dry. “Nobody swims,” said Cora Lindqvist.\n",
}


def kept_of(project: Path, seeds: dict[str, str]) -> edit.Kept:
    for name, text in seeds.items():
        (project / "seeds" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "seeds" / name).write_text(text, encoding="utf-8")
    settings = load(project / "mkdocs.yml")
    return edit.keep(build.gather(settings), settings)


def whole(project: Path, before: Corpus | None = None) -> dict[str, str | bytes]:
    """Every page of a whole build of what lies in the project now.

    With `before`, what only other articles can tell stays as it was: what is related, how often all
    print a name.
    """
    settings = load(project / "mkdocs.yml")
    corpus = build.gather(settings)
    if before is not None:
        names = {entity.id: entity.aliases for entity in before.entities}
        entities = (
            replace(entity, aliases=names.get(entity.id, entity.aliases))
            for entity in corpus.entities
        )
        corpus = replace(corpus, related=before.related, entities=tuple(entities))
    return {
        page.path: page.text for page in pages.render(corpus, settings.site, settings.templates)
    }


def put(kept: edit.Kept, name: str, text: str) -> edit.Edited | Problem | None:
    (kept.settings.seeds / name).write_text(text, encoding="utf-8")
    return edit.edit(kept, name)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("“We sail at noon,”", "“We sail at noon, or not at all,”"),
        ("Ferry back", "Ferry returned"),
        ("2042-03-12", "2040-03-12"),
    ],
    ids=["reworded", "another title", "another date"],
)
def test_the_pages_are_those_of_a_whole_build(project: Path, before: str, after: str) -> None:
    kept = kept_of(project, SEEDS)
    edited = put(kept, "north/ferry.md", SEEDS["north/ferry.md"].replace(before, after))
    assert isinstance(edited, edit.Edited)
    expected = whole(project)
    assert edited.pages[0].path == "articles/north/ferry/index.md"
    assert [page.path for page in edited.pages if page.text != expected.get(page.path)] == []


@pytest.mark.parametrize(
    ("before", "after", "people"),
    [
        (
            "“We sail at noon,” Ada Varnholt, the harbour master, said. ",
            "",
            ["ada-varnholt", "bruno-estrup"],
        ),
        (
            "said Bruno Estrup",
            "said Cora Lindqvist",
            ["ada-varnholt", "bruno-estrup", "cora-lindqvist"],
        ),
        ("said Bruno Estrup", "said Dora Tamsin", ["ada-varnholt", "bruno-estrup", "dora-tamsin"]),
    ],
    ids=["one less", "one from another article", "a new one"],
)
def test_with_other_speakers_too_but_for_what_other_articles_say(
    project: Path, before: str, after: str, people: list[str]
) -> None:
    kept = kept_of(project, SEEDS)
    edited = put(kept, "north/ferry.md", SEEDS["north/ferry.md"].replace(before, after))
    assert isinstance(edited, edit.Edited)
    expected = whole(project, kept.archive.corpus)
    shown = {page.path: page.text for page in edited.pages}
    assert [path for path in shown if shown[path] != expected.get(path)] == []
    assert sorted(shown) == [
        "articles/north/ferry/index.md",
        *(f"people/{name}/index.md" for name in people),
    ]


def test_who_has_a_page_is_decided_as_in_a_whole_build(project: Path) -> None:
    """Names that the gate refuses (a part of an office, a beauty queen, a common noun) and one that
    stands behind a word of its sentence.
    """
    more = (
        "The secretary of State came with a former Miss Universe and an EVP of Cawl Ferries."
        " No state, any state, the state. She said so, he said so, they said so."
        " Said Bruno Estrup: “Two PACs and a PAC.”"
    )
    kept = kept_of(project, SEEDS)
    edited = put(kept, "north/ferry.md", SEEDS["north/ferry.md"] + "\n" + more + "\n")
    assert isinstance(edited, edit.Edited)
    expected = whole(project, kept.archive.corpus)
    shown = {page.path: page.text for page in edited.pages}
    assert [path for path in shown if shown[path] != expected.get(path)] == []


def test_an_edit_upon_an_edit(project: Path) -> None:
    edited = put(
        kept_of(project, SEEDS), "quay.txt", SEEDS["quay.txt"].replace("Nobody", "Somebody")
    )
    assert isinstance(edited, edit.Edited)
    edited = put(
        edited.kept,
        "north/ferry.md",
        SEEDS["north/ferry.md"].replace("Bruno Estrup", "Cora Lindqvist"),
    )
    assert isinstance(edited, edit.Edited)
    shown = {page.path: str(page.text) for page in edited.pages}
    assert "Somebody swims" in shown["people/cora-lindqvist/index.md"]
    assert "The crews were never asked" in shown["people/cora-lindqvist/index.md"]


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("north/ferry.md", '---\ntitle: "Ferry\n---\n\nWords.\n', "its front matter"),
        (
            "north/ferry.md",
            "---\ntitle: Ferry\n\nWords.\n",
            "its front matter opens with --- and never ends",
        ),
        ("quay.txt", "", "is empty"),
        ("quay.txt", "\0\1\2" * 50, ""),
    ],
)
def test_a_file_that_can_not_be_read_is_a_problem(
    project: Path, name: str, text: str, what: str
) -> None:
    found = put(kept_of(project, SEEDS), name, text)
    assert isinstance(found, Problem)
    assert found.where.split(":")[0] == f"seeds/{name}"
    assert what in found.what


@pytest.mark.parametrize(
    "text",
    [
        "---\nslug: other\n---\n\nWords enough.\n",
        "---\ndraft: true\n---\n\nWords enough.\n",
        "---\nlayout: page\n---\n\nWords enough.\n",
    ],
    ids=["another address", "a draft", "a page"],
)
def test_what_changes_more_than_an_article_is_left_to_a_whole_build(
    project: Path, text: str
) -> None:
    assert put(kept_of(project, SEEDS), "north/ferry.md", text) is None


def test_a_field_that_is_misspelt_is_told_and_the_page_shown(project: Path) -> None:
    kept = kept_of(project, SEEDS)
    edited = put(kept, "north/ferry.md", SEEDS["north/ferry.md"].replace("outlet:", "outlett:"))
    assert isinstance(edited, edit.Edited)
    assert [problem.what for problem in edited.problems] == ["the field 'outlett' is unknown"]


def test_what_the_folder_and_corrections_say_still_holds(project: Path) -> None:
    (project / "seeds/north").mkdir(parents=True)
    (project / "seeds/north/_collection.yml").write_text(
        "publication: Northern Post\n", encoding="utf-8"
    )
    (project / "seeds/corrections.yml").write_text(
        "articles:\n  - {article: quay, date: 2042-01-01}\n", encoding="utf-8"
    )
    kept = kept_of(project, SEEDS)
    for name in ("north/bridge.md", "quay.txt"):
        edited = put(kept, name, SEEDS[name] + "\nAnd so it went on.\n")
        assert isinstance(edited, edit.Edited)
        assert edited.pages[0].text == whole(project)[edited.pages[0].path]


def test_of_somebody_with_many_quotations_only_the_pages_that_show_the_article(
    project: Path,
) -> None:
    (project / "mkdocs.yml").write_text(
        (project / "mkdocs.yml").read_text(encoding="utf-8") + "    rows_per_page: 1\n",
        encoding="utf-8",
    )
    kept = kept_of(project, SEEDS)
    edited = put(
        kept, "north/ferry.md", SEEDS["north/ferry.md"].replace("never asked", "asked once")
    )
    assert isinstance(edited, edit.Edited)
    expected = whole(project)
    assert [page.path for page in edited.pages if "bruno-estrup" in page.path] == [
        "people/bruno-estrup/2042~/index.md",
        "people/bruno-estrup/index.md",
    ]
    assert [page.path for page in edited.pages if page.text != expected.get(page.path)] == []
