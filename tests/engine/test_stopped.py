"""Scripts of other plugins that the policy stops are named, with the plugin and the remedy."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from generator.engine.policy import with_policy
from generator.engine.stopped import name_stopped, stopped


def page(*scripts: str) -> str:
    tags = "".join(f"<script>{script}</script>" for script in scripts)
    return with_policy(f'<meta charset="utf-8">{tags}', ())


def test_a_script_without_a_hash_is_stopped() -> None:
    assert stopped(page("const a = GLightbox({})", "")) == ("const a = GLightbox({})",)


def test_a_file_and_a_block_of_data_are_no_inline_scripts() -> None:
    tags = (
        '<script src="a.js"> </script><script type="application/json">{"a": 1}</script>'
        '<script id="x">run()</script><script type="module">more()</script>'
    )
    held = with_policy(f'<meta charset="utf-8">{tags}', ())
    assert stopped(held) == ("run()", "more()")


def test_a_page_without_a_policy_stops_nothing() -> None:
    assert stopped("<script>1</script>") == ()


def test_it_is_named_once_with_its_plugin(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    for name in ("index.html", "people/index.html"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(page("const a = GLightbox({})"), encoding="utf-8")
    with caplog.at_level(logging.INFO):
        name_stopped(tmp_path, ["search", "glightbox"])
    (line,) = caplog.messages
    assert line.startswith("index.html: an inline script of the plugin glightbox does not run")
    assert "extra_javascript" in line
