"""With any of Material's usual settings the site builds, and each page is whole or brings its
rest.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.engine.theme_page import lacking
from tests.conftest import ROOT, make_project
from tests.engine.variants import VARIANTS

ARTICLES = {
    "bridge.txt": "Bridge closed\n\nThe bridge is shut. “It will open in May,” said Ann Lee, the mayor.\n",
    "ferry.txt": "Ferry back\n\n“We sail at noon,” Ann Lee said. “It will open in May,” she said.\n",
}
SHORT = {  # the settings that keep the form of Material's page
    *("as shipped", "no nav", "no palette", "one palette", "no search", "path and footer"),
    *("header that hides", "German", "right to left", "own logo and fonts", "page addresses"),
    *("few sections",),
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, dict[str, Any]]]:
    """Name → the site, and what its build said."""
    project = make_project(tmp_path_factory.mktemp("variants") / "project")
    shutil.copy(project / "mkdocs.yml", project / "base.yml")
    for name, text in ARTICLES.items():
        (project / "seeds" / name).write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "tests.engine.variants", str(project)],
        cwd=project,
        env={**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        timeout=900,
        check=False,
    )
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(told) == len(VARIANTS), done.stderr
    return {one["name"]: (project / f"sites/{number}", one) for number, one in enumerate(told)}


@pytest.mark.parametrize("name", VARIANTS)
def test_the_site_is_whole(built: dict[str, tuple[Path, dict[str, Any]]], name: str) -> None:
    site, told = built[name]
    assert told["error"] == ""
    page = (site / "articles/bridge/index.html").read_text(encoding="utf-8")
    assert "It will open in May" in page
    assert page.count("<h1") == 1
    assert page.count("</html>") == 1
    short = "florilegium/shell.js" in page
    assert short == (name in SHORT)
    assert (site / "assets/florilegium/shell.js").is_file() == short
    sheets = [
        f"{sheet}.css"
        for sheet in re.findall(r"stylesheet\"? href=\"?\.\./\.\./([^\" >]*)\.css", page)
    ]
    assert sheets
    assert all((site / sheet).is_file() for sheet in sheets)
    looks = "".join((site / sheet).read_text(encoding="utf-8") for sheet in sheets)
    assert ".rq-page" in looks
    assert ".md-header" in looks
    scripts = re.findall(r"<script src=\"?\.\./\.\./([^\" >]*)", page)
    assert any("bundle" in script for script in scripts)
    assert all((site / script).is_file() for script in scripts)


def test_the_form_is_looked_at_part_by_part() -> None:
    assert lacking("") == "the generator's tag"
    assert lacking('<meta name="generator" content="x">') == "the script of its settings' scope"
