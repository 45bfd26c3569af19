"""What a project's MkDocs needs for our pages, where its own `mkdocs.yml` does not say so.

Whatever the project has itself stays and comes first: its folder of overrides lies over ours file
by file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils import nest_paths
from pathspec.gitignore import GitIgnoreSpec

from generator.engine.theme_page import SHELL

STYLES: Final = "assets/florilegium/site.css"
SHEET: Final = "assets/florilegium/rq.css"
SCRIPT: Final = "assets/florilegium/rq.js"
TEMPLATE: Final = "florilegium.html"  # of our pages, where main.html may be somebody else's
ARCHIVE: Final = "Archive"  # the title of our section in a navigation that names none of our pages
# The indexes from which every page is reached
SECTIONS: Final = (
    ("Home", "index.md"),
    ("Articles", "articles/index.md"),
    ("People", "people/index.md"),
    ("Quotes", "quotes/index.md"),
    ("Same words", "compare/index.md"),
    ("Organisations", "organisations/index.md"),
    ("Places", "places/index.md"),
    ("Method", "method/index.md"),
    ("Data", "data/index.md"),
)


def theme(config: MkDocsConfig, overrides: Path) -> None:
    """Folder of overrides, styles, script and static templates."""
    held = [Path(folder).resolve() for folder in config.theme.dirs]
    if overrides.resolve() not in held:
        own = 1 if config.theme.custom_dir else 0
        config.theme.dirs.insert(own, str(overrides))
    config.theme.static_templates |= {SHELL, STYLES}
    if SHEET not in config.extra_css:
        config.extra_css.append(SHEET)
    if SCRIPT not in map(str, config.extra_javascript):
        config.extra_javascript.append(SCRIPT)


def theirs(config: MkDocsConfig) -> str:
    """The template of a page that is the project's: its own main.html, else Material's."""
    own = config.theme.custom_dir
    return "main.html" if own and (Path(own) / "main.html").is_file() else "base.html"


def navigation(config: MkDocsConfig) -> None:
    """Our sections, where no navigation is set: MkDocs would print each page's name into each
    page.
    """
    if config.nav is None:
        config.nav = [{title: path} for title, path in SECTIONS]
        config.not_in_nav = config.not_in_nav or GitIgnoreSpec.from_lines(["/**"])


def beside(files: Files, config: MkDocsConfig, docs: Path, recorded: Iterable[str]) -> list[str]:
    """Put our pages beside the project's own, and our sections into its navigation.

    The paths of those that the project has itself: its own stay. `recorded`: our files below
    `docs`.
    """
    own = [
        file.src_uri
        for file in files.documentation_pages()
        if file.inclusion not in (InclusionLevel.NOT_IN_NAV, InclusionLevel.EXCLUDED)
    ]
    sections = {path for _, path in SECTIONS}
    taken, ours = [], set()
    for path in sorted(recorded):
        if files.get_file_from_path(path) is not None:
            taken.append(path)
            continue
        file = File(path, str(docs), config.site_dir, config.use_directory_urls)
        file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
        ours |= {path} & sections
    listed = [{title: path} for title, path in SECTIONS if path in ours]
    if config.nav is None:
        config.nav = [*_home(own), *nest_paths([path for path in own if path != "index.md"])]  # type: ignore[no-untyped-call]
    if not sections & {*_paths(config.nav)} - {"index.md"}:
        config.nav = [*config.nav, *(listed if not own else [{ARCHIVE: listed}])]
    return taken


def _home(own: list[str]) -> list[Any]:
    return ["index.md"] if "index.md" in own else []


def _paths(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for below in nav.values():
            yield from _paths(below)
    elif isinstance(nav, list):
        for below in nav:
            yield from _paths(below)
