"""The wheel: a new archive in three commands, and a plugin for a project that has pages of its
own.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT, make_project, run_module
from tests.engine.installed import ARTICLES, install, run

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install(tmp_path_factory.mktemp("wheel"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A project with twelve pages of its own."""
    for number in range(12):
        page = tmp_path / f"own/docs/guide/page{number}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"# Page {number}\n\nAbout zebra number {number}.\n", encoding="utf-8")
    (tmp_path / "own/docs/index.md").write_text(
        "# Our docs\n\n[Guide](guide/page0.md), [people](people/index.md)\n", encoding="utf-8"
    )
    put(tmp_path / "own")
    return tmp_path / "own"


def put(project: Path) -> None:
    (project / "seeds").mkdir(exist_ok=True)
    for name, text in ARTICLES.items():
        (project / "seeds" / name).write_text(text, encoding="utf-8")


def settings(project: Path, **more: object) -> None:
    held = {
        "site_name": "Ours",
        "theme": {"name": "material"},
        "plugins": ["search", "florilegium"],
    }
    (project / "mkdocs.yml").write_text(yaml.safe_dump({**held, **more}), encoding="utf-8")


def links(page: Path) -> list[str]:
    """Where the navigation of a page leads."""
    text = page.read_text(encoding="utf-8")
    return re.findall(r'href="([^"]*)" class="md-nav__link', text[text.index("md-nav--primary") :])


def block(heading: str, kind: str, number: int = 0) -> str:
    """A block of code below a heading of the README."""
    below = README[README.index(f"## {heading}\n") :]
    return str(re.findall(rf"```{kind}\n(.*?)```", below, re.DOTALL)[number])


def test_a_new_archive(installed: Path, tmp_path: Path) -> None:
    made = run(installed, tmp_path, "florilegium", "new", "my-archive")
    assert made.returncode == 0, made.stderr
    assert len(made.stdout.splitlines()) == 4
    folder = tmp_path / "my-archive"
    done = run(installed, folder, "florilegium", "site", "--strict")
    assert done.returncode == 0, done.stderr
    page = (folder / "site/articles/bridge/index.html").read_text(encoding="utf-8")
    assert "It will open in May" in page
    assert "My archive" in page
    assert "http-equiv=Content-Security-Policy" in page.replace('"', "")
    for name in ("site.css", "shell.js", "rq.js"):
        assert (folder / "site/assets/florilegium" / name).stat().st_size > 1000
    checked = run(installed, folder, "florilegium", "check")
    assert (checked.returncode, "site_url" in checked.stdout) == (0, True)
    again = run(installed, tmp_path, "florilegium", "new", "my-archive")
    assert again.returncode == 2
    assert "is there already" in again.stderr


def test_it_takes_no_name_from_others(installed: Path) -> None:
    assert {path.name for path in installed.iterdir() if path.is_dir()} - {"bin"} == {
        "florilegium",
        "florilegium-0.1.0.dist-info",
    }
    for path in (installed / "florilegium").rglob("*.py"):
        assert not re.search(
            r"^\s*(from|import) generator\b", path.read_text(encoding="utf-8"), re.M
        )


def test_templates_of_a_project_lie_over_the_shipped_ones(installed: Path, own: Path) -> None:
    settings(own)
    (own / "templates").mkdir()
    voices = (ROOT / "templates/voices.md.j2").read_text(encoding="utf-8")
    (own / "templates/voices.md.j2").write_text(
        voices.replace("<h1>", "<h1>Ours: "), encoding="utf-8"
    )
    done = run(installed, own, "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    assert "Ours: " in (own / "site/unnamed-voices/index.html").read_text(encoding="utf-8")


def test_beside_the_pages_of_a_project(installed: Path, own: Path) -> None:
    settings(own)
    (own / "mkdocs.yml").write_text(
        "site_name: Ours\n" + block("In a MkDocs project that you have", "yaml"), encoding="utf-8"
    )
    before = {path: path.read_bytes() for path in (own / "docs").rglob("*.md")}
    done = run(installed, own, "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    assert {path: path.read_bytes() for path in (own / "docs").rglob("*.md")} == before
    assert "Our docs" in (own / "site/index.html").read_text(encoding="utf-8")
    theirs = (own / "site/guide/page3/index.html").read_text(encoding="utf-8")
    assert "zebra" in theirs
    assert "rq-main" not in theirs
    assert "Content-Security-Policy" not in theirs
    article = (own / "site/articles/bridge/index.html").read_text(encoding="utf-8")
    assert "rq-main" in article
    assert "Content-Security-Policy" in article
    led = links(own / "site/guide/page3/index.html")
    assert {"../page0/", "../../articles/", "../../people/"} <= set(led)
    assert not any("bridge" in link for link in led)
    found = json.loads((own / "site/search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert any("zebra" in one["text"] for one in found)
    assert any("We sail at noon" in one["text"] for one in found)


def test_a_navigation_that_names_our_pages_is_left_as_it_is(installed: Path, own: Path) -> None:
    nav = [{"Start": "index.md"}, {"Guide": "guide/page0.md"}, {"Who": "people/index.md"}]
    settings(own, nav=nav)
    assert run(installed, own, "mkdocs", "build").returncode == 0
    led = set(links(own / "site/guide/page0/index.html"))
    assert "../../people/" in led
    assert "../../articles/" not in led


@pytest.mark.parametrize(
    "plugins", [["search", "awesome-nav", "florilegium"], ["search", "florilegium"]]
)
def test_with_a_main_html_of_its_own(installed: Path, own: Path, plugins: list[str]) -> None:
    (own / "theme").mkdir()
    (own / "theme/main.html").write_text(
        '{% extends "base.html" %}{% block announce %}Hear, hear{% endblock %}', encoding="utf-8"
    )
    settings(own, theme={"name": "material", "custom_dir": "theme"}, plugins=plugins)
    done = run(installed, own, "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    theirs = (own / "site/guide/page3/index.html").read_text(encoding="utf-8")
    assert "Hear, hear" in theirs
    assert "rq-main" in (own / "site/articles/bridge/index.html").read_text(encoding="utf-8")


def test_a_page_that_both_have_is_the_projects(installed: Path, own: Path) -> None:
    settings(own)
    (own / "docs/people").mkdir()
    (own / "docs/people/index.md").write_text("# Our people\n", encoding="utf-8")
    done = run(installed, own, "mkdocs", "build")
    assert done.returncode == 0, done.stderr
    assert "people/index.md is a page of yours" in done.stderr
    assert "Our people" in (own / "site/people/index.html").read_text(encoding="utf-8")


def test_plugin_and_hook_at_once_are_refused(installed: Path, own: Path) -> None:
    hook = installed / "florilegium/mkdocs_hook.py"
    settings(own, hooks=[str(hook)])
    done = run(installed, own, "mkdocs", "build")
    assert done.returncode == 1
    assert "take it out of one of them" in done.stderr


def test_the_recipe_without_installing(tmp_path: Path) -> None:
    """README: the folders copied beside one's own mkdocs.yml."""
    project = make_project(tmp_path / "project")
    put(project)
    (project / "mkdocs.yml").write_text(
        "site_name: Ours\n" + block("In a MkDocs project that you have", "yaml", 1),
        encoding="utf-8",
    )
    done = run_module(project, "mkdocs", "build", "--strict")
    assert done.returncode == 0, done.stderr
    assert "It will open in May" in (project / "site/articles/bridge/index.html").read_text(
        encoding="utf-8"
    )
    assert (project / "site/assets/florilegium/site.css").stat().st_size > 1000
