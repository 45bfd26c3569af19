"""The site is the same byte for byte, whatever a template asks of a page; what can't be filled goes
the normal way.
"""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin

from generator.engine import fast


def head(template: str) -> str:
    """In the page's head, but not in that of 404.html, which has no page."""
    return (
        "{% block extrahead %}{% if page and page.meta %}" + template + "{% endif %}{% endblock %}"
    )


PLAIN = head("<meta name=a content='{{ page.meta.title | e }}'>{{ page.meta.tags | tojson }}")


class Shortcut(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """The two events, as the hook wires them."""

    filler: Any = None

    def on_nav(self, nav: Any, config: MkDocsConfig, files: Any) -> None:
        fast.attach(nav, files, config)

    def on_env(self, env: Any, config: MkDocsConfig, files: Any) -> None:
        self.filler = fast.start(env, files)


def page(title: str, body: str, **meta: object) -> str:
    lines = "".join(
        f"{key}: {json.dumps(value)}\n" for key, value in {"title": title, **meta}.items()
    )
    return f"---\n{lines}---\n\n<article>\n<h1>{body}</h1>\n<p id='x'>{body} &amp;</p></article>\n".replace(
        "'x'", '"x"'
    )


def pages(count: int = 12, **meta: object) -> dict[str, str]:
    return {
        f"things/p{n}.md": page(f"Page {n}", f"body {n}", kind="thing", number=n % 2, **meta)
        for n in range(count)
    }


def site(
    folder: Path, template: str, docs: dict[str, str], shortcut: bool
) -> tuple[dict[str, bytes], Any]:
    for path, text in {"index.md": "# Home\n[a](things/p0.md#x)", "main.html": "", **docs}.items():
        target = folder / "docs" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (folder / "theme").mkdir(exist_ok=True)
    (folder / "theme/main.html").write_text(
        '{% extends "base.html" %}' + template, encoding="utf-8"
    )
    (folder / "mkdocs.yml").write_text(
        "site_name: S & T\nsite_url: https://example.org/s/\nnot_in_nav: /**\nnav: [{Home: index.md}]\n"
        "theme: {name: material, custom_dir: theme, font: false}\nplugins: [search]\n",
        encoding="utf-8",
    )
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / f"site-{shortcut}"))
    plugin = Shortcut()
    if shortcut:
        config.plugins["shortcut"] = plugin
    build(config)
    root = Path(config.site_dir)
    made = {
        str(path.relative_to(root)): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }
    return {path: held for path, held in made.items() if not path.endswith(".gz")}, plugin.filler


def both(folder: Path, template: str, docs: dict[str, str]) -> Any:
    normal, _ = site(folder, template, docs, shortcut=False)
    short, filler = site(folder, template, docs, shortcut=True)
    assert short == normal
    return filler


@pytest.mark.parametrize(
    "template",
    [
        "",
        PLAIN,
        head("{{ page.meta.title | e }}{{ page.title | tojson }}"),
        head("{{ page.title | urlencode }}{{ page.meta.title | striptags }}"),
        "{% block htmltitle %}<title>{{ (page.title ~ ' - ' ~ config.site_name) | e }}</title>{% endblock %}",
        head("{% if page.meta.kind == 'thing' %}K{% endif %}"),
        head("{% if page.meta.gone %}G{% endif %}"),
        head("{% for tag in page.meta.tags %}<i>{{ tag }}</i>{% endfor %}"),
        head("{{ 'even' if page.meta.number == 0 else 'odd' }}{{ page.canonical_url }}"),
        head("{{ {'a': page.meta.title, 'b': page.meta.tags} | tojson }}"),
        head("{% if 'thing/' == page.meta.kind ~ '/' %}K{% endif %}"),
        head("{{ page.meta.kind[:3] | upper }}{{ 'assets/x.css' | url }}"),
        "{% block content %}{{ super() }}{% if 'body 7' in page.content %}SEVEN{% endif %}{% endblock %}",
    ],
)
def test_pages_are_filled_and_the_same(tmp_path: Path, template: str) -> None:
    filler = both(tmp_path, template, pages(tags=["a & b", 'c "d"', "é<b>"]))
    assert filler.filled == 12
    assert filler.normal == Counter()


@pytest.mark.parametrize(
    ("template", "why"),
    [
        (head("{{ page.file.src_uri }}"), "the template reads page.file"),
        (
            head("{{ (page.title ~ '.') | replace('b', 'd') }}"),
            "the template changes a text in a way that is not known here",
        ),
        (head("{{ page.url }}"), "the shortcut gives something else for things/p"),
        (
            head("{{ (page.title ~ '.') | replace('P', 'Q') }}"),
            "the shortcut gives something else for things/p",
        ),
    ],
)
def test_a_template_that_cannot_be_filled_is_rendered(
    tmp_path: Path, template: str, why: str
) -> None:
    filler = both(tmp_path, template, pages())
    assert filler.filled == 0
    assert all(reason.startswith(why) for reason in filler.normal)
    assert filler.normal.total() == 12


def test_hostile_texts_come_out_the_same(tmp_path: Path) -> None:
    hostile = [
        "<script>alert(1)</script>",
        "a <b",
        "{{ config }}",
        "zq0azq0z",
        "\u2028\x85",
        "&lt;b&gt;",
        "  a  b ",
        "</title>",
    ]
    docs = {
        f"things/p{n}.md": page(text, f"body {n}", kind=text, tags=[text])
        for n, text in enumerate(hostile * 2)
    }
    filler = both(tmp_path, PLAIN, docs)
    assert filler.filled > 0


def test_a_page_with_something_below_it_has_its_own_links(tmp_path: Path) -> None:
    docs = pages() | {"things/p3/assets/x.css": "", "assets.md": page("A", "a"), "assets/x.css": ""}
    both(
        tmp_path,
        head("{{ 'things/p3/assets/x.css' | url }}{{ 'assets/x.css' | url }}"),
        docs,
    )


def test_a_file_beside_a_page_does_not_set_it_apart(tmp_path: Path) -> None:
    docs = (
        pages() | {f"things/p{n}/cite.ris": "" for n in range(12)} | {"assets.md": page("A", "a")}
    )
    filler = both(tmp_path, head("{{ 'assets/x.css' | url }}"), docs)
    assert filler.filled == 12


def test_markdown_pages_among_them_are_left_to_markdown(tmp_path: Path) -> None:
    docs = pages() | {
        "things/m.md": "# *Title*\n\n- a\n- [b](p1.md#x)\n",
        "things/y.md": "---\ntitle: [a, b]\n---\n<div>\n",
    }
    both(tmp_path, "", docs)
