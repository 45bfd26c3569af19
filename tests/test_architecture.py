"""Who may import whom: one dict with the rooms as keys, the arrows that must never be, no
circles.
"""

import ast
import functools
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

GENERATOR = Path(__file__).parent.parent / "generator"

# rooms whose folders are rooms of their own: a key has two parts there, one elsewhere
WINGS = ("annotate", "corpus", "engine")

# room (a module, a folder, or a wing of one) → the rooms that it may import
MAY_IMPORT = {
    "model": set(),
    "paths": {"model"},
    "escape": set(),
    "languages": set(),
    "shipped": set(),
    "config": {"model"},
    "fields": {"model", "paths", "languages"},
    "read": {"model", "paths", "fields", "languages"},
    # one article
    "annotate.text": {"model", "languages"},
    "annotate.quotations": {"model", "languages", "annotate.text"},
    "annotate.names": {"model", "languages", "annotate.text"},
    "annotate.speakers": {"model", "languages", "annotate.text", "annotate.names"},
    "annotate.confidence": {"model", "languages", "annotate.quotations"},
    "annotate.budget": {"model"},
    "annotate": {
        *("model", "languages"),
        *("annotate.text", "annotate.quotations", "annotate.names", "annotate.speakers"),
        "annotate.confidence",
    },
    "correct": {"model", "paths", "fields"},
    # all articles
    "corpus.who": {"model", "paths", "languages", "corpus.order"},
    "corpus.statements": {"model", "paths", "languages", "corpus.order"},
    "corpus.similarity": {"languages"},
    "corpus.sentences": {"model"},
    "corpus.editions": {"model"},
    "corpus.order": {"model"},
    "corpus.unread": {"model", "languages"},
    "corpus.links": {"model", "corpus.who"},
    "corpus.backlinks": {"model", "corpus.order", "corpus.sentences"},
    "corpus.subjects": {"model", "paths"},
    "corpus.subject_proposals": {"model", "languages"},
    "corpus.related_index": {"model", "corpus.order", "corpus.similarity"},
    "corpus.related": {"model", "languages", "corpus.similarity", "corpus.related_index"},
    "corpus.one_article": {"model", "paths", "corpus.who", "corpus.links", "corpus.order"},
    "corpus": {
        *("model", "corpus.who", "corpus.statements", "corpus.links", "corpus.backlinks"),
        *("corpus.related", "corpus.unread", "corpus.editions", "corpus.subjects"),
        "corpus.subject_proposals",
    },
    "review": {"model"},
    # what is written
    "cite": {"model", "paths", "config", "languages"},
    "pages": {"model", "paths", "escape", "config", "cite", "languages", "shipped"},
    "export": {"model", "paths", "escape", "config", "cite", "disk"},
    "disk": {"model"},
    "cache": {"model"},
    "history": {"model", "config", "paths", "disk"},
    # the order
    "processes": {"model"},
    "batch": {"model", "annotate", "annotate.budget", "annotate.text", "cache", "processes"},
    "build": {
        *("model", "config", "read", "batch", "correct", "corpus", "pages", "export"),
        *("history", "cache", "disk", "review"),
    },
    "edit": {
        *("model", "batch", "config", "corpus.one_article", "corpus.who", "correct", "pages"),
        *("paths", "read", "history"),
    },
    "explain": {"model"},
    "web": {"fields"},
    "fetch": {"model", "fields", "read", "web"},
    "evaluate": {"model", "annotate", "annotate.text"},
    # one engine
    "engine": set(),
    "engine.fast": {"cache", "disk"},
    "engine.live": {
        *("model", "build", "cache", "config", "correct", "edit", "engine.fast", "disk"),
        *("engine.policy", "processes"),
    },
    "engine.search_index": {"disk"},
    "engine.indexing": {"config", "engine.search_index", "engine.offline"},
    "engine.offline": {"disk"},
    "engine.staging": {"disk"},
    "engine.policy": set(),
    "engine.stopped": {"engine.policy"},
    "engine.tight": set(),
    "engine.theme_page": set(),
    "engine.bring": {"engine.theme_page"},
    "engine.subjects_nav": set(),
    "engine.settings": {"config"},
    "engine.files": {"disk", "engine.bring", "engine.subjects_nav"},
    "mkdocs_hook": {
        *("model", "build", "config", "disk", "engine.fast", "engine.live", "engine.policy"),
        *("engine.search_index", "engine.tight", "engine.bring", "engine.theme_page", "shipped"),
        *("engine.files", "engine.indexing", "engine.settings", "engine.staging"),
        "engine.stopped",
    },
    "mkdocs_plugin": {"mkdocs_hook"},
    "__init__": set(),
    "start": {"__init__", "config", "shipped"},
    "command_line": {"__init__", "build"},
    "__main__": {
        "command_line",
        "start",
        *("__init__", "config", "build", "disk", "explain", "evaluate", "fetch"),
        *("processes", "review"),
    },
}

# arrows that must never be: who → whom, and why
NEVER = [
    ("languages", "", "a language is data: it is swapped, it calls nothing"),
    ("annotate.text", "annotate.", "the ground of one article"),
    ("annotate.quotations", "annotate.names", "what was said is found before who said it"),
    ("annotate.quotations", "annotate.speakers", "what was said is found before who said it"),
    ("annotate.quotations", "annotate.confidence", "what is found knows not how sure it is"),
    ("annotate.names", "annotate.quotations", "gets Quote values, no rules"),
    ("annotate.names", "annotate.speakers", "a name is found before who speaks"),
    ("annotate.names", "annotate.confidence", "what is found knows not how sure it is"),
    ("annotate.speakers", "annotate.quotations", "gets Quote values, no rules"),
    ("annotate.speakers", "annotate.confidence", "what is found knows not how sure it is"),
    ("annotate.confidence", "annotate.names", "weighs evidence, decides nothing"),
    ("annotate.confidence", "annotate.speakers", "weighs evidence, decides nothing"),
    *(("annotate", to, "a function of one article and the model")
      for to in ("corpus", "correct", "config", "paths", "cache", "disk")),
    *(("corpus", to, "who is who knows no page, and gets what was found")
      for to in ("annotate", "config", "pages")),
    ("corpus.who", "corpus.statements", "who is who is settled first"),
    ("corpus.who", "corpus.related", "who is who is settled first"),
    *((room, to, "what is written sees the finished corpus")
      for room in ("pages", "export", "cite")
      for to in ("read", "annotate", "corpus", "correct", "history")),
    *((room, to, "below everything that is about articles")
      for room in ("disk", "cache")
      for to in ("config", "corpus", "pages", "history", "read", "annotate")),
    ("history", "pages", "what must not be lost knows no page"),
    ("history", "corpus", "what must not be lost gets the finished corpus"),
]  # fmt: skip

# library → the only rooms that may import it
OWNERS = {
    "spacy": {"annotate.text"},
    "syntok": {"annotate.text"},
    "jinja2": {"pages", "mkdocs_hook", "engine.fast", "edit", "engine.live", "engine.theme_page"},
    "frontmatter": {"read"},
    "yaml": {"fields", "config"},
    "distributed": {"processes"},
    "mkdocs": {
        *("mkdocs_hook", "mkdocs_plugin", "engine.fast", "engine.live"),
        *("engine.bring", "engine.theme_page", "engine.indexing", "engine.staging"),
        *("engine.files", "engine.settings"),
    },
    "watchdog": {"engine.live"},
}

FILES = sorted(GENERATOR.rglob("*.py"))


def room_of(dotted: str) -> str:
    """The room of a module's dotted name: "generator.annotate.names.find" → "annotate.names"."""
    parts = [part for part in dotted.split(".")[1:] if part != "__init__"]
    if not parts:
        return "__init__"
    return ".".join(parts[:2]) if parts[0] in WINGS else parts[0]


def module_of(path: Path) -> str:
    return ".".join(("generator", *path.relative_to(GENERATOR).with_suffix("").parts))


def is_module(dotted: str) -> bool:
    place = GENERATOR.joinpath(*dotted.split(".")[1:])
    return place.is_dir() or place.with_suffix(".py").exists()


def imports_of(path: Path) -> set[str]:
    """Modules that a file imports; `from . import x` and relative forms made absolute."""
    package = ("generator", *path.relative_to(GENERATOR).parts[:-1])
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package[: len(package) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            for alias in node.names:
                inside = f"{module}.{alias.name}"
                ours = inside.startswith("generator.") and is_module(inside)
                found.add(inside if ours else module)
    return found


@functools.cache
def arrows() -> dict[str, set[str]]:
    """Each room, and the rooms that its files import."""
    drawn: dict[str, set[str]] = {}
    for path in FILES:
        me = room_of(module_of(path))
        to = {room_of(name) for name in imports_of(path) if name.split(".")[0] == "generator"}
        drawn.setdefault(me, set()).update(to - {me})
    return drawn


@pytest.mark.parametrize("path", FILES, ids=lambda p: str(p.relative_to(GENERATOR)))
def test_imports_follow_the_drawing(path: Path) -> None:
    me = room_of(module_of(path))
    assert me in MAY_IMPORT, f"{me} is a new room: say what it may import"
    for name in imports_of(path):
        top = name.split(".")[0]
        if top == "generator" and name != "generator" and is_module(name):
            assert room_of(name) in MAY_IMPORT[me] | {me}, f"{me} imports {name}"
        if top in OWNERS:
            assert me in OWNERS[top], f"{name} belongs to {OWNERS[top]}, not to {me}"


def test_one_place_picks_the_language() -> None:
    """A rule reads its words from the `Language` value, whichever that is."""
    places = {"generator.languages.words"}
    for path in FILES:
        me = module_of(path)
        named = {name for name in imports_of(path) if name.startswith("generator.languages.eng")}
        inside = me.startswith("generator.languages.english.")
        assert not named or inside or me in places, f"{me} imports {sorted(named)}"


@pytest.mark.parametrize(("who", "whom", "why"), NEVER)
def test_an_arrow_that_must_never_be(who: str, whom: str, why: str) -> None:
    for me, to in arrows().items():
        if me == who or me.startswith(f"{who}."):
            inside = {room for room in to if room != who and room.startswith(whom)}
            inside = {room for room in inside if not room.startswith(f"{who}.")}
            assert not inside, f"{me} imports {sorted(inside)}: {why}"


def test_every_room_of_the_dict_is_there() -> None:
    assert {room_of(module_of(path)) for path in FILES} == set(MAY_IMPORT)


def test_the_rooms_have_no_circle() -> None:
    try:
        list(TopologicalSorter(arrows()).static_order())
    except CycleError as circle:
        raise AssertionError(" → ".join(circle.args[1])) from None
