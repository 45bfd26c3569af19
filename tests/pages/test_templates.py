"""The contract between templates and their contexts, and what templates refuse."""

from __future__ import annotations

from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import jinja2
import pytest
from jinja2 import meta

from generator.escape import Html
from generator.pages.article import ArticlePage
from generator.pages.comparison_index import CompareIndex
from generator.pages.comparisons import ComparisonPage
from generator.pages.entity_indexes import EntityIndex
from generator.pages.entity_page import EntityPage
from generator.pages.home import HomePage
from generator.pages.jinja import environment, fill
from generator.pages.lists import ArticleList, Shelves
from generator.pages.method import MethodPage
from generator.pages.quotes import QuoteIndex
from generator.pages.review import ReviewPage
from generator.pages.voices import VoicesPage
from tests.conftest import ROOT

TEMPLATES = ROOT / "templates"
CONTEXTS: dict[str, Any] = {
    "article.md.j2": ArticlePage,
    "articles.md.j2": ArticleList,
    "compare.md.j2": CompareIndex,
    "comparison.md.j2": ComparisonPage,
    "entities.md.j2": EntityIndex,
    "entity.md.j2": EntityPage,
    "home.md.j2": HomePage,
    "method.md.j2": MethodPage,
    "quotes.md.j2": QuoteIndex,
    "review.md.j2": ReviewPage,
    "shelves.md.j2": Shelves,
    "voices.md.j2": VoicesPage,
}


def test_each_context_has_a_template_of_ours() -> None:
    assert set(CONTEXTS) <= {path.name for path in TEMPLATES.glob("*.md.j2")}


@pytest.mark.parametrize("name", CONTEXTS)
def test_a_template_uses_exactly_the_fields_of_its_context(name: str) -> None:
    tree = environment(TEMPLATES).parse((TEMPLATES / name).read_text(encoding="utf-8"))
    asked = meta.find_undeclared_variables(tree) - {"words"}  # the table of words.toml
    assert asked == {field.name for field in fields(CONTEXTS[name])}


@dataclass(frozen=True)
class Words:
    """A context of one field."""

    words: Any


def filled(tmp_path: Path, template: str, words: Any) -> str:
    (tmp_path / "page.j2").write_text(template, encoding="utf-8")
    return fill(environment(tmp_path), "page.j2", Words(words))


def test_text_is_escaped_and_safe_text_is_not(tmp_path: Path) -> None:
    assert filled(tmp_path, "{{ words }}", "<b>") == "&#60;b&#62;"
    assert filled(tmp_path, "{{ words }}", Html("<b>")) == "<b>"
    assert filled(tmp_path, "{{ words }}", 12) == "12"


def test_text_can_not_get_round_the_border(tmp_path: Path) -> None:
    assert (
        filled(tmp_path, "{% autoescape false %}{{ words }}{% endautoescape %}", "<b>")
        == "&#60;b&#62;"
    )
    macro = "{% macro say(it) %}<i>{{ it }}</i>{% endmacro %}{{ say(words) }}"
    assert filled(tmp_path, macro, "<b>") == "<i>&#60;b&#62;</i>"
    assert filled(tmp_path, "{{ words + '<' }}", Html("<b>")) == "&#60;b&#62;&#60;"


@pytest.mark.parametrize("words", [None, True, 1.5, ("a",), b"a", object()])
def test_what_is_no_text_is_refused(tmp_path: Path, words: Any) -> None:
    with pytest.raises(TypeError, match="a template may print text and whole numbers"):
        filled(tmp_path, "{{ words }}", words)


def test_a_name_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(jinja2.UndefinedError):
        filled(tmp_path, "{{ other }}", "")


@pytest.mark.parametrize(
    "name", ["safe", "e", "escape", "striptags", "tojson", "xmlattr", "urlize"]
)
def test_filters_that_make_safe_text_are_not_there(tmp_path: Path, name: str) -> None:
    with pytest.raises(jinja2.TemplateAssertionError):
        filled(tmp_path, f"{{{{ words|{name} }}}}", "")
