"""What a user types and sees."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Run, files_under

COMMANDS = ("build", "check", "explain", "import", "export", "evaluate")
ARTICLE = "Bridge closed\n\nThe bridge is shut. “It will open in May,” said Ann Lee, the mayor.\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(project: Path, run: Run, command: str) -> None:
    shown = run(project, "generator", command, "--help")
    assert shown.returncode == 0
    assert "example: python -m generator " + command in shown.stdout


def test_every_command_and_option_is_in_the_readme(project: Path, run: Run) -> None:
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        assert f"python -m generator {command}" in readme
        shown = run(project, "generator", command, "--help").stdout
        for word in shown.replace(",", " ").split():
            if word.startswith("--") and word not in ("--help", "--config"):
                assert word in readme, f"{command} {word}"


def test_an_unknown_command_exits_2(project: Path, run: Run) -> None:
    assert run(project, "generator", "bild").returncode == 2


def test_build_writes_pages_and_says_how_many(project: Path, run: Run) -> None:
    (project / "seeds/bridge.txt").write_text(ARTICLE, encoding="utf-8")
    done = run(project, "generator", "build")
    assert done.returncode == 0, done.stderr
    assert "1 articles, 1 quotations" in done.stdout
    assert (project / ".build/docs/articles/bridge/index.md").is_file()


def test_check_writes_no_page_and_exits_0_when_all_is_well(project: Path, run: Run) -> None:
    (project / "seeds/bridge.txt").write_text(ARTICLE, encoding="utf-8")
    before = files_under(project / ".build/docs")
    done = run(project, "generator", "check")
    assert (done.returncode, done.stdout) == (0, ""), done.stdout
    assert files_under(project / ".build/docs") == before


def test_check_lists_each_problem_and_exits_1(project: Path, run: Run) -> None:
    (project / "seeds/bridge.txt").write_text(ARTICLE, encoding="utf-8")
    (project / "seeds/empty.txt").write_text("", encoding="utf-8")
    (project / "seeds/broken.md").write_text("---\ntitle: [a\n---\nText\n", encoding="utf-8")
    done = run(project, "generator", "check")
    assert done.returncode == 1
    places = sorted(line.split(": ")[0] for line in done.stdout.splitlines())
    assert [place.split(":")[0] for place in places] == ["seeds/broken.md", "seeds/empty.txt"]
    assert all(" — " in line for line in done.stdout.splitlines())


def test_the_hints_of_check_can_be_pasted_as_they_are(project: Path, run: Run) -> None:
    text = "Flood\n\n“The gate was never oiled,” said an engineer who asked not to be named.\n"
    (project / "seeds/flood.txt").write_text(text, encoding="utf-8")
    first = run(project, "generator", "check", "--fix-hints")
    assert (first.returncode, first.stdout[:8]) == (0, "quotes:\n")
    pasted = first.stdout.replace("speaker: null", "speaker: Mara Dale")
    (project / "seeds/corrections.yml").write_text(pasted, encoding="utf-8")
    again = run(project, "generator", "check", "--fix-hints")
    assert (again.returncode, again.stdout) == (0, ""), again.stdout
    assert "Mara Dale" in run(project, "generator", "explain", "seeds/flood.txt").stdout


def test_explain_shows_the_evidence(project: Path, run: Run) -> None:
    (project / "seeds/bridge.txt").write_text(ARTICLE, encoding="utf-8")
    shown = run(project, "generator", "explain", "seeds/bridge.txt")
    assert shown.returncode == 0, shown.stderr
    for words in ("It will open in May", "said", "Ann Lee"):
        assert words in shown.stdout


def test_export_writes_into_a_folder_of_its_own_and_nowhere_else(project: Path, run: Run) -> None:
    (project / "seeds/a.txt").write_text("“We sail at noon,” said Ann Lee.\n", encoding="utf-8")
    (project / "vault").mkdir()
    (project / "vault/mine.md").write_text("my own note", encoding="utf-8")
    refused = run(project, "generator", "export", "obsidian", "vault")
    assert refused.returncode == 2
    assert "vault: holds files that are not of an export — give a new folder" in refused.stderr
    for _ in range(2):
        done = run(project, "generator", "export", "obsidian", "vault/Florilegium")
        assert (done.returncode, done.stderr) == (0, "")
    assert "2 unchanged" in done.stdout
    made = sorted(path.name for path in (project / "vault/Florilegium").rglob("*.md"))
    assert made == ["Ann Lee.md", "a.md"]
    assert (project / "vault/mine.md").read_text(encoding="utf-8") == "my own note"


def test_explain_of_a_table_shows_every_article_of_it_in_its_order(project: Path, run: Run) -> None:
    rows = "title,text\nZebras,“We run,” said Ann Lee.\nApes,“We climb,” said Tom Ash.\n"
    (project / "seeds/zoo.csv").write_text(
        rows.replace("“", '"“').replace(".\n", '."\n'), encoding="utf-8"
    )
    shown = run(project, "generator", "explain", "seeds/zoo.csv")
    assert (shown.returncode, shown.stderr) == (0, "")
    places = [
        shown.stdout.index(words) for words in ("Zebras", "“We run,”", "\n\nApes\n", "“We climb,”")
    ]
    assert places == sorted(places)
    assert "“We climb,”" not in run(project, "generator", "explain", "zebras").stdout


def test_explain_of_an_unknown_article_exits_2_with_the_remedy(project: Path, run: Run) -> None:
    shown = run(project, "generator", "explain", "seeds/nothing.txt")
    assert shown.returncode == 2
    assert "no article seeds/nothing.txt — " in shown.stderr


def test_without_mkdocs_yml_it_says_what_to_do(tmp_path: Path, project: Path, run: Run) -> None:
    done = run(project, "generator", "build", "--config", str(tmp_path / "none.yml"))
    assert done.returncode == 2
    assert "give --config" in done.stderr


def test_no_progress_bar_in_a_file(project: Path, run: Run) -> None:
    (project / "seeds/bridge.txt").write_text(ARTICLE, encoding="utf-8")
    assert run(project, "generator", "build").stderr == ""


def test_a_reader_that_has_enough_is_no_error(project: Path) -> None:
    (project / "seeds/bridge.txt").write_text(ARTICLE, encoding="utf-8")
    command = f"set -o pipefail; {sys.executable} -m generator explain seeds/bridge.txt | true"

    buffered = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        ["bash", "-c", command], cwd=project, env=buffered, capture_output=True, text=True
    )

    assert (done.returncode, done.stderr) == (0, "")
