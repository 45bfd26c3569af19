"""Only the theme's own inline scripts get a hash."""

import base64
import hashlib
from pathlib import Path

from generator.engine.policy import NOBODY, Known, known_scripts, others, with_policy

THEME = '<script>scope=new URL("{{ base_url }}",location)</script><script>{% if x %}a(){% endif %}</script>'


def page(*scripts: str) -> str:
    body = "".join(f"<script>{script}</script>" for script in scripts)
    return f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'


def digest(script: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"


def known(tmp_path: Path) -> Known:
    (tmp_path / "base.html").write_text(THEME)
    return known_scripts([tmp_path])


def test_a_script_of_the_theme_is_allowed_with_any_address_in_it(tmp_path: Path) -> None:
    for address in ("../..", ".", "/repo/", "https://a.example/b"):
        script = f'scope=new URL("{address}",location)'
        assert digest(script) in with_policy(page(script), known(tmp_path))


def test_a_script_that_came_with_a_text_is_not(tmp_path: Path) -> None:
    for script in (
        "alert(1)",
        'scope=new URL("x",location);alert(1)',
        'scope=new URL("",alert(1),"",location)',
        "a()",
    ):
        assert digest(script) not in with_policy(page(script), known(tmp_path))


def test_the_policy_is_the_first_thing_after_the_character_set(tmp_path: Path) -> None:
    shown = with_policy(page(), known(tmp_path))
    assert shown.startswith(
        '<html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="'
    )
    assert "default-src 'none'" in shown
    assert "unsafe-eval'" not in shown.replace("wasm-unsafe-eval'", "")


def test_a_file_that_is_no_page_is_left_alone(tmp_path: Path) -> None:
    assert with_policy("<p>part</p>", known(tmp_path)) == "<p>part</p>"


def test_of_other_hosts_only_what_the_owner_names_is_loaded() -> None:
    named = others(
        font=True,
        styles=["https://a.lan/x.css", "extra.css", "https://b.lan/;script-src *"],
        scripts=["https://c.lan/y.js", "mine.js", "http://d.lan/z.js"],
    )
    assert named.scripts == ("https://c.lan/y.js",)
    assert named.styles == ("https://fonts.googleapis.com/css", "https://a.lan/x.css")
    shown = with_policy(page(), (), named)
    assert "font-src 'self' https://fonts.gstatic.com;" in shown
    assert others(font=False, styles=[], scripts=[]) == NOBODY
