"""`mkdocs build` makes what changed: all else is linked from the site of the last build into the
new one.

A file of the site is kept if its source is the one that it was made of, if it lies there as it was
made, and if nothing differs that all pages share (`shared`): templates, settings, the program, the
names in the navigation. That nothing else matters is shown each time, by making some of the kept
pages anew: should one differ from what lies there, all are made anew. Where nothing at all has
changed, the site stays.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from generator.cache import unchanged
from generator.disk import write
from generator.engine.fast import shared
from generator.engine.fast.page import RawPage

log = logging.getLogger("mkdocs.hooks.florilegium.fast")

SAMPLE = 5  # pages that are made anew to see whether they are as they were

# Size and time of change, of a source and of what was made of it
State = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Build:
    """Where a build finds what the last one left."""

    site: Path
    record: Path
    made_of: str  # by `shared.made_of`
    # the site, and what else must lie there as it was written for it to stay
    folders: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Record:
    """What the last build left."""

    files: dict[str, State] = field(default_factory=dict)  # by File.src_uri
    whole: str = ""  # `unchanged.state` of the folders
    raw: frozenset[str] = frozenset()  # those that may be kept one by one


class Kept(Files):
    """Files of which some are not made again: MkDocs neither reads, renders nor copies those."""

    def __init__(self, files: Files, kept: frozenset[str], whole: bool) -> None:
        super().__init__(files)
        self.kept = kept
        self.whole = whole  # nothing at all has changed since the last build

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> Sequence[File]:
        """The pages to make."""
        pages = super().documentation_pages(inclusion=inclusion)
        return [file for file in pages if file.src_uri not in self.kept]

    @cached_property
    def every_page(self) -> Sequence[File]:
        """All pages of the site, as they are when first asked for: after the `files` event."""
        return super().documentation_pages()

    def copy_static_files(
        self,
        dirty: bool = False,
        *,
        inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included,
    ) -> None:
        """Copy those that are not kept."""
        made = (file for file in self if file.src_uri not in self.kept)
        Files(made).copy_static_files(dirty, inclusion=inclusion)


def choose(files: Files, config: MkDocsConfig, build: Build) -> Kept:
    """In the `files` event: which files of the site need not be made again."""
    record = _recall(build)
    shown = [file for file in files if file.inclusion.value > InclusionLevel.DRAFT.value]
    known = [file for file in shown if file.src_uri in record.files]
    same = {
        file.src_uri for file in known if _state(file, build.site) == record.files[file.src_uri]
    }
    all_same = len(same) == len(record.files) == len(shown)
    if all_same and record.whole == unchanged.state(build.folders):
        return Kept(files, frozenset(same), whole=True)
    kept = same & record.raw - set(shared.paths_of(config.nav))
    return Kept(files, frozenset(kept), whole=False)


def stay(config: MkDocsConfig) -> Files:
    """Leaves MkDocs nothing to do."""
    config.nav = []
    config.extra_templates = []
    config.theme.static_templates = set()
    return Files([])


def check(files: Kept, nav: Navigation, env: Environment, config: MkDocsConfig, site: Path) -> None:
    """In the `env` event, with all other pages read: make some kept pages, and all if one differs.

    A page that another one links to by an anchor is read, so that MkDocs can look for the anchor.
    """
    pages = [file for file in files.every_page if file.src_uri in files.kept]
    for file in {linked for page in files.documentation_pages() for linked in _anchored(page)}:
        if file.src_uri in files.kept:
            _read(file, files, config)
    for file in pages[:: max(1, len(pages) // SAMPLE)]:
        if _made(file, files, nav, env, config) != (site / file.dest_uri).read_bytes():
            log.info("%s is not as it was, so all pages are made", file.src_uri)
            files.kept = frozenset()
            for one in pages:
                _read(one, files, config)
            return


def with_pages(files: Kept, config: MkDocsConfig) -> Sequence[File]:
    """All pages with their addresses, for a template that lists them."""
    found = files.every_page
    for file in found:
        if file.page is None:
            RawPage(None, file, config)
    return found


def link(files: Kept, site: Path, new: Path) -> None:
    """Before the new site takes the place of the old one: what is kept is in it too."""
    folders: set[str] = set()
    for src_uri in files.kept:
        path = files.src_uris[src_uri].dest_uri
        folder = path.rpartition("/")[0]
        if folder not in folders:
            (new / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        try:
            os.link(site / path, new / path)
        except OSError:
            shutil.copy2(site / path, new / path)


def remember(files: Kept, build: Build, warned: bool) -> None:
    """After that: what each file of the site was made of.

    A build that `warned` must do so again, so its site never stays as a whole.
    """
    states = {file.src_uri: _state(file, build.site) for file in files}
    held = {
        "made_of": build.made_of,
        "whole": "" if warned else unchanged.state(build.folders),
        "files": {name: state for name, state in states.items() if state is not None},
        "raw": sorted(file.src_uri for file in files if _may_be_kept(file, files.kept)),
    }
    write.beside(build.record, json.dumps(held))


def _may_be_kept(file: File, kept: frozenset[str]) -> bool:
    """Not a page that Markdown makes, or that MkDocs misses in the navigation: it looks at links,
    and may warn.
    """
    if file.src_uri in kept or not file.is_documentation_page():
        return True
    return (
        isinstance(file.page, RawPage)
        and file.page.raw
        and file.inclusion is InclusionLevel.NOT_IN_NAV
    )


def _recall(build: Build) -> _Record:
    try:
        held = json.loads(build.record.read_text(encoding="utf-8"))
        if held["made_of"] != build.made_of:
            return _Record()
        states = {str(name): (a, b, c, d) for name, (a, b, c, d) in held["files"].items()}
        return _Record(states, str(held["whole"]), frozenset(map(str, held["raw"])))
    # there is none, or it is damaged
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return _Record()


def _state(file: File, site: Path) -> State | None:
    """None = it is no file of the generated folder, or not there."""
    if file.abs_src_path is None or file.generated_by is not None:
        return None
    try:
        source, made = os.stat(file.abs_src_path), os.stat(site / file.dest_uri)
    except OSError:
        return None
    return source.st_size, source.st_mtime_ns, made.st_size, made.st_mtime_ns


def _anchored(file: File) -> list[File]:
    links = file.page.links_to_anchors if file.page is not None else None
    return list(links or ())


def _read(file: File, files: Files, config: MkDocsConfig) -> RawPage:
    """A page as MkDocs reads it."""
    page = RawPage(None, file, config)
    config.plugins.on_pre_page(page, config=config, files=files)
    page.read_source(config)
    markdown = page.markdown or ""
    page.markdown = config.plugins.on_page_markdown(markdown, page=page, config=config, files=files)
    page.render(config, files)
    content = page.content or ""
    page.content = config.plugins.on_page_content(content, page=page, config=config, files=files)
    return page


def _made(
    file: File, files: Kept, nav: Navigation, env: Environment, config: MkDocsConfig
) -> bytes:
    """The bytes of a page, made as MkDocs makes them."""
    page = _read(file, files, config)
    page.active = True
    context = get_context(nav, files.every_page, config, page)
    template = env.get_template(str(page.meta.get("template", "main.html")))
    context = config.plugins.on_page_context(context, page=page, config=config, nav=nav)
    output = config.plugins.on_post_page(template.render(context), page=page, config=config)
    page.active = False
    return (output or "").encode("utf-8", errors="xmlcharrefreplace")
