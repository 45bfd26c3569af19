"""What MkDocs found below the folder of pages, looked over before anything is rendered."""

from __future__ import annotations

import logging
from fnmatch import fnmatchcase
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel

from generator.disk import write
from generator.engine import bring
from generator.engine.subjects_nav import with_subjects

log = logging.getLogger("mkdocs.hooks.florilegium")


def joined(files: Files, config: MkDocsConfig, docs: Path) -> frozenset[str]:
    """Our pages put beside those of a project; which of them are ours."""
    recorded = write.recorded(docs)
    taken = bring.beside(files, config, docs, recorded)
    for path in taken:
        level = logging.INFO if path == "index.md" else logging.WARNING
        log.log(level, "%s is a page of yours, so that of the archive is left out", path)
    return frozenset(recorded.difference(taken))


def look_over(files: Files, config: MkDocsConfig, docs: Path) -> None:
    """Subjects into the navigation; nothing that no reader asks for.

    Raises PluginError where MkDocs passed over a folder that it could not read: no site is better
    than a part of one.
    """
    for path in sorted(write.recorded(docs)):
        if files.get_file_from_path(path) is None:
            raise PluginError(
                f"{docs / path} could not be read by MkDocs: look at the disk, and build again"
            )
    if config.nav:
        config.nav = with_subjects(config.nav, {file.src_uri for file in files})
    for file in list(files):
        # for those who work on Material's scripts
        if fnmatchcase(file.src_uri, "assets/*.min.*.map"):
            files.remove(file)


def served(files: Files, config: MkDocsConfig, folder: Path) -> frozenset[str]:
    """Pages that `serve` alone shows, which lie in a folder of their own; a project's own page of
    that address stays. Returns the paths that were added.
    """
    recorded = sorted(write.recorded(folder))
    added = [path for path in recorded if files.get_file_from_path(path) is None]
    for path in added:
        file = File(path, str(folder), config.site_dir, config.use_directory_urls)
        file.inclusion = InclusionLevel.NOT_IN_NAV
        files.append(file)
    return frozenset(added)
