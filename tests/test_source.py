"""What the product's own source never does: run text, unpickle, pass a template raw text, backtrack
without end.
"""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.config import yaml_file

ROOT = Path(__file__).parent.parent
re_parser = re._parser  # type: ignore[attr-defined]
FILES = sorted((ROOT / "generator").rglob("*.py"))
TEMPLATES = sorted(
    [*(ROOT / "templates").rglob("*.j2"), *(ROOT / "site_overrides").rglob("*.html")]
)
NO_IMPORT = {"pickle", "cPickle", "marshal", "shelve", "dill", "cloudpickle", "joblib"}
NO_CALL = {
    *(
        "eval",
        "exec",
        "compile",
        "__import__",
        "os.system",
        "os.popen",
        "os.execv",
        "os.execvp",
        "tempfile.mktemp",
    ),
    *(
        "yaml.load",
        "yaml.load_all",
        "yaml.unsafe_load",
        "yaml.full_load",
        "numpy.load",
        "xml.dom.minidom.parseString",
    ),
}
# with a SafeLoader, see below; mkdocs.yml is the owner's own
ALLOWED_CALL = {("yaml_file.py", "calls yaml.load")}
RAW = re.compile(r"\|\s*safe\b|autoescape\s+false|Markup\(|\|\s*striptags")
ALLOWED_RAW = {
    "{{ page.title | striptags | e }}",  # escaped behind it
    '{% if ("<footer" ~ footer) | striptags | trim %}',  # asked, not printed
}


def wrong(source: str) -> Iterator[str]:
    """What a module must not hold."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            names = (
                [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else [alias.name for alias in node.names]
            )
            yield from (f"imports {name}" for name in names if name.split(".")[0] in NO_IMPORT)
        if isinstance(node, ast.Call):
            if (name := ast.unparse(node.func)) in NO_CALL:
                yield f"calls {name}"
            for word in node.keywords:
                if word.arg == "shell" and not (
                    isinstance(word.value, ast.Constant) and word.value.value is False
                ):
                    yield "passes shell="


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_runs_text_or_unpickles(path: Path) -> None:
    found = [(path.name, what) for what in wrong(path.read_text(encoding="utf-8"))]
    assert [one for one in found if one not in ALLOWED_CALL] == []


def test_the_settings_are_read_by_a_safe_loader() -> None:
    assert issubclass(yaml_file._Loader, yaml.SafeLoader)


def test_the_check_of_modules_sees_what_it_looks_for() -> None:
    source = "import pickle\nfrom marshal import loads\nyaml.load(x)\neval('1')\nsubprocess.run(x, shell=True)\n"
    assert sorted(wrong(source)) == [
        "calls eval",
        "calls yaml.load",
        "imports marshal",
        "imports pickle",
        "passes shell=",
    ]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_template_prints_raw_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for allowed in ALLOWED_RAW:
        text = text.replace(allowed, "")
    assert RAW.findall(re.sub(r"\{#.*?#\}", "", text, flags=re.DOTALL)) == []


# where `Html` is made of more than a literal: what is put into it there is escaped, or made by the
# program
BORDER = {
    "escape.py",
    "pages/marks.py",
    "pages/jinja.py",
    "pages/views.py",
    "pages/search_documents.py",
}


def made_html(source: str) -> list[str]:
    """Calls of `Html` with anything but a literal."""
    calls = [node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call)]
    return [
        ast.unparse(call)
        for call in calls
        if ast.unparse(call.func) in ("Html", "escape.Html")
        and not (len(call.args) == 1 and isinstance(call.args[0], ast.Constant))
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_safe_text_is_made_at_the_border_alone(path: Path) -> None:
    made = made_html(path.read_text(encoding="utf-8"))
    assert not made or path.relative_to(ROOT / "generator").as_posix() in BORDER


def test_the_check_of_the_border_sees_what_it_looks_for() -> None:
    assert {
        name
        for name in BORDER
        if made_html((ROOT / "generator" / name).read_text(encoding="utf-8"))
    } == BORDER
    assert made_html("Html('')\nHtml(title)\nescape.Html(f'<b>{title}')\nother(title)\n") == [
        *("Html(title)", "escape.Html(f'<b>{title}')")
    ]


# ways by which a script makes markup or code of text
TO_MARKUP = re.compile(
    r"\b(?:innerHTML|outerHTML|srcdoc)\s*\+?=(?!=)|insertAdjacentHTML|document\.write|\beval\(|Function\("
)
# the theme's own header and drawer, which hold no article's words
ALLOWED_TO_MARKUP = {("shell.js", "innerHTML =")}
SCRIPTS = sorted((ROOT / "site_overrides").rglob("*.js"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_script_makes_markup_of_text(path: Path) -> None:
    found = [(path.name, what) for what in TO_MARKUP.findall(path.read_text(encoding="utf-8"))]
    assert [one for one in found if one not in ALLOWED_TO_MARKUP] == []


def test_the_check_of_scripts_sees_what_it_looks_for() -> None:
    assert len(SCRIPTS) >= 2
    bad = "a.innerHTML = b; a.innerHTML += b; a.insertAdjacentHTML('x', b); document.write(b); eval(b); new Function(b)"
    assert len(TO_MARKUP.findall(bad + "; if (a.innerHTML == b) c.textContent = d")) == 6


def patterns(path: Path) -> Iterator[str]:
    """Every regular expression of a module: compiled ones that it holds, and literals in calls of
    `re`.
    """
    parts = path.relative_to(ROOT).with_suffix("").parts
    module = importlib.import_module(".".join(part for part in parts if part != "__init__"))
    for value in vars(module).values():
        held = (
            value.values()
            if isinstance(value, dict)
            else value
            if isinstance(value, list | tuple)
            else [value]
        )
        for one in held:
            if isinstance(one, re.Pattern) and isinstance(one.pattern, str):
                yield one.pattern
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith("re.") and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield first.value


def nested(tree: Any, inside: bool = False) -> bool:
    """Whether a repetition without a small limit stands in another one: `(a+)+` needs exponential
    time.
    """
    for name, argument in tree:
        kind = str(name)
        if kind in ("MAX_REPEAT", "MIN_REPEAT"):
            _, most, inner = argument
            many = int(most) > 20
            if (many and inside) or nested(inner, inside or many):
                return True
        elif kind == "SUBPATTERN":
            if nested(argument[-1], inside):
                return True
        elif kind == "BRANCH":
            if any(nested(way, inside) for way in argument[1]):
                return True
        elif kind in ("ASSERT", "ASSERT_NOT") and nested(argument[1], inside):
            return True
    return False


# Each pass of the outer repetition begins with a character that the inner one can't take, so there
# is one way to match
ONE_WAY = {
    r"[^\W_]+(?:[’'.\-–&][^\W_]+)*",
    r"[^\W_]+(?:['’][^\W_]+)*",
    r"[\w~-][\w.~-]*(?:/[\w~-][\w.~-]*)*\Z",
    r"data:[\w.+-]+/[\w.+-]+(?:;[\w=-]+)*[;,][\w+/=%.~!*'()-]*",
}


@pytest.mark.parametrize(
    "path", [f for f in FILES if f.name != "__main__.py"], ids=lambda p: str(p.relative_to(ROOT))
)
def test_no_regular_expression_repeats_a_repetition(path: Path) -> None:
    found = [p for p in patterns(path) if nested(re_parser.parse(p)) and p not in ONE_WAY]
    assert found == []


def test_the_check_of_expressions_sees_what_it_looks_for() -> None:
    bad = [
        p
        for p in (r"(a+)+", r"(?:a|b*)*c", r"(\w+\s?)*", r"a{1,9}b+", r"(?:ab)+")
        if nested(re_parser.parse(p))
    ]
    assert bad == [r"(a+)+", r"(?:a|b*)*c", r"(\w+\s?)*"]


def test_what_installing_leaves_is_not_committed() -> None:
    """`pip install '.[formats]'`, as the README says, makes build/."""
    assert "/build/" in (ROOT / ".gitignore").read_text(encoding="utf-8").split("\n")
