"""What the project takes from others is pinned, watched, and may do no more than it must."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.y*ml"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
MAY = {  # the most that a job may be given; no other job may write anything
    "build": {"contents": "read", "pages": "read"},
    "deploy": {"pages": "write", "id-token": "write"},
}


def unpinned(workflow: str) -> list[str]:
    """The actions of a workflow that are not named by a commit with its version behind it."""
    lines = [line.strip() for line in workflow.splitlines() if re.match(r"\s*-?\s*uses:", line)]
    return [
        line for line in lines if not re.search(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d", line)
    ]


def loose(workflow: dict[str, Any]) -> list[str]:
    """The jobs of a workflow that may do more than they must."""
    wrong = [] if workflow.get("permissions") == {"contents": "read"} else ["the workflow"]
    return wrong + [
        name
        for name, job in workflow["jobs"].items()
        if not set(job.get("permissions", {}).items())
        <= set(MAY.get(name, {"contents": "read"}).items())
    ]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.name))
def test_actions_are_pinned_by_commit(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "uses:" in text
    assert unpinned(text) == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: str(path.name))
def test_a_workflow_may_do_no_more_than_it_must(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert loose(yaml.safe_load(text)) == []
    assert "persist-credentials: false" in text
    assert "pull_request_target" not in text  # would run a stranger's code with our rights
    # a stranger's words in a shell
    assert not re.search(r"run:.*\$\{\{\s*github\.(event|head_ref)", text)


def test_a_site_is_published_without_the_tests_of_the_program() -> None:
    text = (ROOT / ".github/workflows/publish.yml").read_text(encoding="utf-8")
    steps = yaml.safe_load(text)["jobs"]["build"]["steps"]
    assert not re.search(r"make test|pytest|requirements-dev", text)
    kept = [step for step in steps if "actions/cache/" in step.get("uses", "")]
    assert [".build/cache" in step["with"]["path"] for step in kept] == [True, True]


def test_the_checks_see_what_they_look_for() -> None:
    assert unpinned(
        "  - uses: actions/checkout@v4\n  - uses: a/b@main\n- uses: a/b@" + "0" * 40 + " # v1.2\n"
    ) == [*("- uses: actions/checkout@v4", "- uses: a/b@main")]
    everything = {
        "permissions": "write-all",
        "jobs": {"build": {"permissions": {"contents": "write"}}, "other": {}},
    }
    assert loose(everything) == ["the workflow", "build"]


def test_updates_are_proposed_for_packages_and_actions() -> None:
    said = yaml.safe_load((ROOT / ".github/dependabot.yml").read_text(encoding="utf-8"))
    assert {one["package-ecosystem"] for one in said["updates"]} == {"pip", "github-actions"}
    assert all(
        one["schedule"]["interval"] in ("daily", "weekly", "monthly") for one in said["updates"]
    )


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_is_pinned_with_hashes(name: str) -> None:
    packages = re.split(r"\n(?=[A-Za-z0-9])", (ROOT / name).read_text(encoding="utf-8").strip())
    assert len(packages) > 20
    assert [one.split("\n")[0] for one in packages if "--hash=sha256:" not in one] == []
    assert [
        one.split("\n")[0] for one in packages if not re.match(r"\S+(==| @ https://)", one)
    ] == []


def test_the_readme_says_how_to_stay_current() -> None:
    for page in ("README.md", "SECURITY.md"):
        text = (ROOT / page).read_text(encoding="utf-8")
        assert "pip-audit -r requirements.lock" in text
        assert "Dependabot" in text
