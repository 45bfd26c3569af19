"""`mkdocs build` makes what changed, and the site has the bytes of a build that makes all of it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import Files

from generator.engine.fast import shared
from tests.conftest import Run, files_under

PEOPLE = ("Ines Calder", "Tom Arkwright", "Ruth Fenn", "Jon Marsh", "Ada Pell", "Lea Voss")


def plant(project: Path) -> None:
    """Enough pages of a kind for skeletons, a page by Markdown that links to an anchor, a
    collection.
    """
    for number, name in enumerate(PEOPLE):
        place = project / "seeds" / ("north" if number % 2 else "south") / f"story-{number}.md"
        place.parent.mkdir(exist_ok=True)
        place.write_text(
            f"---\ntitle: Story {number}\ndate: 2041-03-0{number + 1}\n---\n\n“The ferry number {number} will sail on "
            f"Monday,” said {name}, the harbour master.\n\n“Nobody knows what the council of {name.split()[1]} wants,”"
            f" {name.split()[1]} said.\n",
            encoding="utf-8",
        )
    about = (
        "---\nlayout: page\ntitle: About\n---\n\n[A story](../articles/south/story-0/index.md#p1)\n"
    )
    (project / "seeds/about.md").write_text(about, encoding="utf-8")


def edited(project: Path) -> None:
    """An article edited, one retitled, one deleted, one renamed, a name corrected."""
    seeds = project / "seeds"
    story = seeds / "south/story-0.md"
    story.write_text(
        story.read_text(encoding="utf-8") + "\n“It leaks,” said Ruth Fenn.\n", encoding="utf-8"
    )
    story = seeds / "north/story-1.md"
    story.write_text(
        story.read_text(encoding="utf-8").replace("Story 1", "Another title"), encoding="utf-8"
    )
    (seeds / "south/story-2.md").unlink()
    (seeds / "north/story-3.md").rename(seeds / "north/story-three.md")
    (seeds / "corrections.yml").write_text(
        "names:\n  - name: Ada Pellworth\n    also: [Ada Pell]\n", encoding="utf-8"
    )


def new_template(project: Path) -> None:
    template = project / "site_overrides/main.html"
    template.write_text(
        template.read_text(encoding="utf-8") + "<!-- another -->\n", encoding="utf-8"
    )


def built(project: Path, run: Run, *options: str) -> dict[str, bytes]:
    done = run(project, "mkdocs", "build", "--strict", *options)
    assert done.returncode == 0, done.stderr
    assert "is not as it was" not in done.stderr
    return files_under(project / "site")


def built_whole(project: Path, run: Run) -> dict[str, bytes]:
    """The same by a build that knows of none before; the project stays as it was."""
    copy = project.with_name("whole")
    shutil.copytree(project, copy)
    shutil.rmtree(copy / "site")
    (copy / ".build/cache/site.json").unlink()
    try:
        return built(copy, run)
    finally:
        shutil.rmtree(copy)


def test_what_changed_is_made_and_the_rest_kept_with_the_same_bytes(
    project: Path, run: Run
) -> None:
    plant(project)
    first = built(project, run)
    page = project / "site/people/lea-voss/index.html"
    was = page.stat().st_ino
    assert "is as it was" in run(project, "mkdocs", "build", "--strict").stderr
    assert files_under(project / "site") == first
    steps: list[Callable[[Path], None]] = [edited, new_template]
    for change, kept in zip(steps, [True, False]):
        change(project)
        now = built(project, run)
        assert now == built_whole(project, run)
        assert now != first
        assert (page.stat().st_ino == was) == kept
    page.write_text("tampered", encoding="utf-8")
    assert built(project, run) == now


def made_of(folder: Path, **settings: object) -> str | None:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs/index.md").write_text("# Home\n")
    told = {
        "site_name": "S",
        "nav": [{"Home": "index.md"}],
        "theme": {"name": "material"},
        **settings,
    }
    (folder / "mkdocs.yml").write_text(json.dumps(told))
    config = load_config(str(folder / "mkdocs.yml"))
    config.extra["florilegium_worker"] = "search.js"
    return shared.made_of(config, Files([]), folder)


def test_whatever_pages_share_is_part_of_the_digest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "a.py"
    program.write_text("x = 1")
    plain = made_of(tmp_path)
    assert plain == made_of(tmp_path)
    others = [made_of(tmp_path, **one) for one in ({"copyright": "C"}, {"extra": {"a": {"b": 1}}})]
    program.write_text("x = 2")
    others.append(made_of(tmp_path))
    program.write_text("x = 1")
    monkeypatch.setattr(shared, "version", lambda package: "99")  # a new Material
    others.append(made_of(tmp_path))
    assert len({plain, *others}) == 5


@pytest.mark.parametrize(
    "unknown", [{"plugins": ["search", "tags"]}, {"nav": ["index.md"]}, {"nav": None}]
)
def test_where_pages_may_depend_on_more_nothing_is_kept(
    tmp_path: Path, unknown: dict[str, object]
) -> None:
    assert made_of(tmp_path, **unknown) is None
