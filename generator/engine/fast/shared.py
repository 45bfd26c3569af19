"""What all pages of a site have in common: should any of it change, no page is as it was."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.theme import Theme
from mkdocs.utils.meta import get_data

# Plugins that make of a page nothing but what its source says; any other may know anything
PLUGINS = frozenset({"search", "material/search"})
_PACKAGES = ("mkdocs", "mkdocs-material", "jinja2", "markupsafe", "markdown", "pymdown-extensions")
_OF_NAV = ("title", "icon", "status", "subtitle")  # what a page of the navigation tells all others


def made_of(config: MkDocsConfig, files: Files, program: Path) -> str | None:
    """A digest of settings, templates, versions, navigation and the program, in the folder
    `program`.

    None = pages may depend on what is not known here: a plugin or a hook, or titles that the
    navigation leaves to its pages.
    """
    modules: Any = config.hooks  # by name; MkDocs counts them among the plugins too
    plugins = {name: plugin for name, plugin in config.plugins.items() if name not in modules}
    hooks = [Path(module.__file__).resolve() for module in modules.values()]
    if not set(plugins) <= PLUGINS or any(program not in hook.parents for hook in hooks):
        return None
    if not config.extra.get("florilegium_worker") or not _has_titles(config.nav):
        return None  # Material's own search index holds all pages
    digest = hashlib.blake2b(digest_size=20)
    told = {key: _plain(value) for key, value in config.data.items() if key != "site_dir"}
    versions = {name: _version(name) for name in _PACKAGES}
    when = os.environ.get("SOURCE_DATE_EPOCH", "")
    given = {name: _plain(plugin.config) for name, plugin in plugins.items()}
    held = [told, given, versions, sys.version, when, [*_of_nav(config, files)]]
    digest.update(json.dumps(held, sort_keys=True).encode())
    for folder in (program, *map(Path, config.theme.dirs)):
        for path in _templates(folder):
            digest.update(f"{path.relative_to(folder)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def _has_titles(nav: object) -> bool:
    """Whether each entry is `title: path` or `title: [entries]`."""
    if not isinstance(nav, list) or not all(isinstance(entry, dict) for entry in nav):
        return False
    held = [value for entry in nav for value in entry.values()]
    return all(isinstance(value, str) or _has_titles(value) for value in held)


def _of_nav(config: MkDocsConfig, files: Files) -> Iterator[list[object]]:
    for path in paths_of(config.nav):
        file = files.get_file_from_path(path)
        if file is not None:
            meta = get_data(file.content_string)[1] if file.is_documentation_page() else {}
            yield [path, *(_plain(meta.get(name)) for name in _OF_NAV)]


def paths_of(nav: object) -> list[str]:
    """The pages that a navigation names."""
    if isinstance(nav, str):
        return [nav]
    values = nav.values() if isinstance(nav, dict) else nav if isinstance(nav, list) else ()
    return [path for value in values for path in paths_of(value)]


def _templates(folder: Path) -> Iterator[Path]:
    """The files that decide what a page looks like. Of an installed theme its version tells the
    rest.
    """
    installed = "site-packages" in folder.parts
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(
            name for name in folders if name != "__pycache__" and not (installed and name[0] == ".")
        )
        for name in sorted(names):
            if not installed or name.endswith((".html", ".yml", ".xml")):
                yield Path(place, name)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _plain(value: Any) -> Any:
    """A setting as JSON; an object by its kind, since what it was given stands among the
    settings.
    """
    if value is None or isinstance(value, (str, int, float, bool)):
        return value
    if isinstance(value, Theme):
        return [
            value.name,
            [str(folder) for folder in value.dirs],
            _plain({key: value[key] for key in value}),
        ]
    if isinstance(value, Mapping):
        return {str(key): _plain(held) for key, held in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(held) for held in value]
    kind = value if isinstance(value, type) or callable(value) else type(value)
    return f"{kind.__module__}.{getattr(kind, '__qualname__', '')}"
