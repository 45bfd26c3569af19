"""Who may import whom: the one dict, checked from the imports."""

import ast
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"

# module (or package) of generator/ → the modules of generator/ that it may import
MAY_IMPORT = {
    "model": set(),
    "plain": set(),
    "paths": {"model"},
    "escape": set(),
    "fields": {"model", "paths"},
    "config": {"model"},
    "read": {"model", "paths", "fields"},
    "annotate": {"model"},
    "correct": {"model", "paths", "fields"},
    "corpus": {"model", "paths"},
    "pages": {"model", "paths", "escape", "config", "cite"},
    "cite": {"model", "paths", "config"},
    "diff": {"model"},
    "redirects": {"model", "paths", "config", "diff"},
    "export": {"model", "paths", "escape", "config", "cite", "zipped"},
    "search": {"model", "paths", "escape", "config"},
    "search_index": {"zipped"},
    "zipped": set(),
    "unchanged": {"plain", "cache"},
    "write": {"model"},
    "verbatim": {"model"},
    "cache": {"model"},
    "batch": {"model", "annotate", "cache", "plain"},
    "history": {"model", "config", "diff", "redirects", "write"},
    "build": {
        *("model", "config", "read", "batch", "correct", "corpus", "pages", "export"),
        *("history", "redirects", "search", "unchanged", "verbatim", "write", "cache"),
    },
    "edit": {"model", "batch", "config", "corpus", "correct", "pages", "paths", "read", "redirects"},
    "explain": {"model", "annotate"},
    "fetch": {"model", "fields", "read", "web"},
    "web": {"fields"},
    "evaluate": {"model", "annotate"},
    "lock": set(),
    "swap": set(),
    "fast": set(),
    "live": {"model", "build", "cache", "config", "edit", "fast", "lock"},
    "mkdocs_hook": {
        "model",
        "build",
        "config",
        "fast",
        "live",
        "search_index",
        "lock",
        "policy",
        "swap",
        "tight",
        "write",
    },
    "policy": set(),
    "tight": set(),
    "__init__": set(),
    "__main__": {"__init__", "model", "config", "batch", "build", "lock", "write", "explain", "evaluate", "fetch"},
}

# library → the only modules that may import it
OWNERS = {
    "spacy": {"annotate"},
    "syntok": {"annotate"},
    "jinja2": {"pages", "mkdocs_hook", "fast", "edit", "live"},
    "frontmatter": {"read"},
    "yaml": {"fields", "config"},
    "distributed": {"batch"},
    "mkdocs": {"mkdocs_hook", "fast", "live"},
    "watchdog": {"live"},
}

FILES = sorted(GENERATOR.rglob("*.py"))


def module_of(path: Path) -> str:
    return path.relative_to(GENERATOR).parts[0].removesuffix(".py")


def imports_of(path: Path) -> set[str]:
    """Dotted names that a file imports; `from . import x` and relative forms made absolute."""
    package = ("generator", *path.relative_to(GENERATOR).parts[:-1])
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            found |= {f"{module}.{alias.name}" for alias in node.names} | {module}
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(GENERATOR)))
def test_imports_follow_the_drawing(path: Path) -> None:
    me = module_of(path)
    allowed = MAY_IMPORT[me] | {me}
    for name in imports_of(path):
        parts = name.split(".")
        if parts[0] == "generator" and len(parts) > 1 and (GENERATOR / parts[1]).with_suffix(".py").exists():
            assert parts[1] in allowed, f"{me} imports {name}"
        if parts[0] == "generator" and len(parts) > 1 and (GENERATOR / parts[1]).is_dir():
            assert parts[1] in allowed, f"{me} imports {name}"
        if parts[0] in OWNERS:
            assert me in OWNERS[parts[0]], f"{name} belongs to {OWNERS[parts[0]]}, not to {me}"
