"""Whether Material's page has the form that the short page is cut from
(`site_overrides/florilegium.html`).

The short page leaves out what only scripts use, and `shell.js` brings it back; both are cut out of
Material's page by its tags. With other settings (no tabs, tabs that stay in view, an announcement,
a consent form, no navigation) that page has other parts, or the same ones elsewhere. Then pages are
printed whole, as Material makes them: larger, nothing lost.
"""

from __future__ import annotations

import re
from typing import Final

from jinja2 import Environment, TemplateError
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation

SHELL: Final = "assets/florilegium/shell.js"
_ANY: Final = r"(?:(?!</article>).)*?"
_SCRIPT: Final = r"<script>(?:(?!</script>).)*</script>"
_BUTTON: Final = r'<button type="button" class="md-top.*?</button>'
# each part with its name, in the order of the page; between them only what the short page keeps
_PARTS: Final = (
    ("the generator's tag", r'.*?<meta name="generator"[^>]*>'),
    ("the script of its settings' scope", rf"{_ANY}(?=<script>__md_scope){_SCRIPT}"),
    ("switches of drawer and search", rf'{_ANY}<input {_ANY}(?=<div data-md-component="skip">)'),
    ("no announcement", rf'{_ANY}<div data-md-component="announce">\s*</div>'),
    (
        "a header without tabs in it",
        r'(?:(?!<header|<nav).)*<header class="md-header"[^>]*>\s*<nav [^>]*>'
        r'(?:(?!<nav).)*?data-md-component="header-topic">\s*<span class="md-ellipsis">'
        r'(?:(?!class="md-tabs").)*?</nav>\s*</header>',
    ),
    (
        "tabs below the header",
        r'\s*<div class="md-container"[^>]*>\s*<nav class="md-tabs"(?:(?!</nav>).)*</nav>',
    ),
    (
        "a drawer",
        r'\s*<main class="md-main"[^>]*>\s*<div class="md-main__inner[^>]*>'
        r'\s*<div class="md-sidebar md-sidebar--primary"',
    ),
    ("a table of contents", rf'{_ANY}<div class="md-sidebar md-sidebar--secondary"'),
    (
        "content alone beside them",
        rf'{_ANY}<div class="md-content"[^>]*>\s*<article [^>]* tabindex="-1">.*</article>'
        rf"\s*</div>\s*(?:{_SCRIPT}\s*)?</div>\s*(?:{_BUTTON}\s*)?</main>",
    ),
    ("a footer", r"\s*<footer.*?</footer>\s*</div>"),
    (
        "its settings behind it, without a consent form or a bar of progress",
        r'\s*<div class="md-dialog"[^>]*>\s*<div class="md-dialog__inner md-typeset"></div>'
        r'\s*</div>\s*<script id="__config" type="application/json">',
    ),
)


def lacking(page: str) -> str:
    """The first part of the form that a page of Material's has not; "" = it has them all."""
    at = 0
    for name, pattern in _PARTS:
        found = re.compile(pattern, re.DOTALL).match(page, at)
        if found is None:
            return name
        at = found.end()
    return ""


def why_whole(env: Environment, nav: Navigation, files: Files, config: MkDocsConfig) -> str:
    """Why pages can't be short with these settings; "" = they can."""
    if SHELL not in config.theme.static_templates:
        return f"{SHELL} is not among theme.static_templates"
    if "navigation.instant" in (config.theme.get("features") or []):
        return "navigation.instant puts parts of one page into another"
    context = get_context(nav, files, config)
    try:
        page = env.get_template("material.html").render(context)
    except TemplateError as error:
        return f"{type(error).__name__}: {error}"
    lacks = lacking(page)
    return f"Material's page with these settings has not {lacks}" if lacks else ""
