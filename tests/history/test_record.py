"""Retitle, rename, edit: every old address and anchor still lands, and the build says what
changed.
"""

import json
import re
from pathlib import Path

from generator.build import build
from generator.config import load

BODY = (
    "The bridge over the Cawl is shut. “It will open again in May, and not a day before,” said Ann Lee, the mayor.\n\n"
    "“Nobody was hurt, and nobody will be,” she said.\n"
)


def written(project: Path, name: str, text: str) -> None:
    (project / "seeds" / name).write_text(text, encoding="utf-8")


def page(project: Path, path: str) -> str:
    return (project / ".build/docs" / path).read_text(encoding="utf-8")


def anchors(text: str) -> list[str]:
    return re.findall(r'<mark id="(q-[0-9a-f]+)"', text)


def test_a_new_title_moves_nothing(project: Path) -> None:
    settings = load(project / "mkdocs.yml")
    written(project, "bridge.txt", "Bridge closed\n\n" + BODY)
    build(settings)
    before = anchors(page(project, "articles/bridge/index.md"))
    written(project, "bridge.txt", "Town loses its only bridge\n\n" + BODY)
    build(settings)
    assert anchors(page(project, "articles/bridge/index.md")) == before
    assert len(before) == 2


def test_a_renamed_file_leaves_a_way_from_its_old_address(project: Path) -> None:
    settings = load(project / "mkdocs.yml")
    written(project, "bridge.txt", "Bridge closed\n\n" + BODY)
    build(settings)
    (project / "seeds/bridge.txt").rename(project / "seeds/bridge-over-the-cawl.txt")
    report = build(settings)
    assert report.changes == "1 article renamed"
    assert 'href="../bridge-over-the-cawl/"' in page(project, "articles/bridge/index.html")
    assert json.loads((project / "redirects.json").read_text())["articles"] == {
        "bridge": "bridge-over-the-cawl"
    }
    (project / ".build/cache/snapshot.jsonl").unlink()
    build(settings)
    assert 'href="../bridge-over-the-cawl/"' in page(project, "articles/bridge/index.html")


def test_an_edited_quotation_keeps_its_old_anchor(project: Path) -> None:
    settings = load(project / "mkdocs.yml")
    written(project, "bridge.txt", "Bridge closed\n\n" + BODY)
    build(settings)
    (old, other) = anchors(page(project, "articles/bridge/index.md"))
    written(
        project,
        "bridge.txt",
        "Bridge closed\n\n" + BODY.replace("again in May,", "again in the month of May,"),
    )
    report = build(settings)
    text = page(project, "articles/bridge/index.md")
    assert anchors(text)[1] == other
    assert anchors(text)[0] != old
    assert f'<span id="{old}"></span>' in text
    assert report.changes == "1 quotation reworded"
    assert (
        json.loads((project / ".build/changes.json").read_text())["summary"]
        == "1 quotation reworded"
    )


def test_a_damaged_record_is_a_problem_and_is_kept(project: Path) -> None:
    settings = load(project / "mkdocs.yml")
    written(project, "bridge.txt", "Bridge closed\n\n" + BODY)
    (project / "redirects.json").write_text("{ half")
    report = build(settings)
    assert [p.where for p in report.problems if not p.note] == ["redirects.json"]
    assert (project / "redirects.json").read_text() == "{ half"
