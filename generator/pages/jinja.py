"""Templates: the one place that knows Jinja. What is not `Html` or a whole number is escaped, or
refused.
"""

from __future__ import annotations

import re
from dataclasses import fields
from html import unescape
from pathlib import Path
from typing import Any

import jinja2
from jinja2.compiler import CodeGenerator
from jinja2.nodes import Expr
from markupsafe import Markup

from generator import escape, shipped
from generator.escape import Html
from generator.pages.words import words_of

_SCHEME = re.compile(r"[\s\x00-\x20]*[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class _Once(CodeGenerator):
    """Compiles `{{ x }}` to `outgoing(x)` alone.

    Jinja would pass the result through its own `escape` as well, which finds it safe a million
    times in 1,000 articles.
    """

    def _output_child_pre(self, node: Expr, frame: Any, finalize: Any) -> None:
        self.write(finalize.src or "escape(")

    def _output_child_post(self, node: Expr, frame: Any, finalize: Any) -> None:
        self.write(")")


def environment(templates: Path) -> jinja2.Environment:
    """Jinja with our border in it, and without the filters and globals that could get round it; a
    project's own templates lie over the shipped ones file by file.
    """
    env = jinja2.Environment(
        loader=jinja2.FileSystemLoader([templates, shipped.folder("templates")]),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=outgoing,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.code_generator_class = _Once
    env.filters = {"length": len}
    env.tests["like_an_address"] = like_an_address  # it prints nothing
    env.globals = {"words": words_of(templates)}
    return env


def like_an_address(words: str) -> bool:
    """Whether a careless reader of meta tags could follow a text, escaped or not: it begins with a
    scheme, "data:text/html,…". Such a text is in no meta tag.
    """
    return _SCHEME.match(unescape(words)) is not None


def outgoing(value: Any) -> Html | Markup:
    """What a template prints: safe text as it is, whole numbers as digits, other text escaped.

    Raises TypeError for anything else, so that a template can't print a value that nobody thought
    about.
    """
    kind = type(value)
    if kind is Html or kind is Markup:  # Markup: what a macro of ours returned
        return value  # type: ignore[no-any-return]
    if isinstance(value, str):
        return escape.text(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Html(value)
    if isinstance(value, jinja2.Undefined):
        str(value)  # StrictUndefined says which name is missing
    raise TypeError(f"a template may print text and whole numbers, not {value!r}")


def fill(env: jinja2.Environment, template: str, context: Any) -> str:
    """A template with the fields of its context dataclass."""
    held = {field.name: getattr(context, field.name) for field in fields(context)}
    return env.get_template(template).render(held)
