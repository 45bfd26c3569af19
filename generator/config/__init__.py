"""The settings, from the one file a site owner edits: mkdocs.yml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.config.about import about
from generator.config.checks import Wrong, fits, near, own_settings, unknown, wanted
from generator.config.publish import published
from generator.config.settings import (
    DEFAULTS,
    SECTION,
    SPELLED,
    About,
    ConfigError,
    Settings,
    Site,
)
from generator.config.yaml_file import lines_of, pairs, read, tree_of, where
from generator.model import Problem

__all__ = [
    "About",
    "ConfigError",
    "Settings",
    "Site",
    "load",
    "own_pages",
    "require_seeds",
    "settings_from",
]


_RESERVED = re.compile(
    r"\w+://(?:[^/?#]*[.@])?(?:example(?:\.(?:com|net|org))?|test|invalid)(?:[:/?#]|\Z)", re.I
)


def load(path: Path) -> Settings:
    """Read mkdocs.yml. Raises ConfigError with a message for the user when there is none or it is
    broken.
    """
    raw = read(path)
    theme = raw.get("theme")
    return settings_from(
        path,
        extra=raw.get("extra"),
        docs_dir=".build/docs" if _has_plugin(raw) else str(raw.get("docs_dir") or "docs"),
        site_dir=str(raw.get("site_dir") or "site"),
        name=str(raw.get("site_name") or "Florilegium"),
        description=str(raw.get("site_description") or ""),
        url=str(raw.get("site_url") or ""),
        repo_url=str(raw.get("repo_url") or ""),
        language=str((theme.get("language") if isinstance(theme, dict) else None) or "en"),
    )


def own_pages(path: Path) -> Path:
    """MkDocs' folder of pages, `docs_dir`, which must be there before MkDocs starts. Raises
    ConfigError.
    """
    return path.resolve().parent / str(read(path).get("docs_dir") or "docs")


def _has_plugin(raw: Mapping[str, Any]) -> bool:
    """Whether the archive is a plugin of the project, so that `docs_dir` holds the project's own
    pages.
    """
    plugins = raw.get("plugins")
    return SECTION in plugins if isinstance(plugins, (list, Mapping)) else False


def settings_from(
    path: Path,
    extra: object,
    docs_dir: str,
    site_dir: str,
    name: str,
    description: str,
    url: str,
    repo_url: str,
    language: str,
) -> Settings:
    """Settings from mkdocs.yml's values; ours stand in `extra`, under `florilegium`.

    Raises ConfigError when the generated folder or the site would lie in the sources, or hold them.
    """
    root = path.resolve().parent
    own, wrong = own_settings(extra)
    value = {**DEFAULTS, **{key: given for key, given in own.items() if key in DEFAULTS}}
    wrong += [unknown(key) for key in own if key not in DEFAULTS and near(key) != "publish"]
    for (key, given), meant in SPELLED.items():
        if value[key] is given:
            value[key] = meant
    for key, default in DEFAULTS.items():
        if key != "publish" and not fits(key, value[key]):
            wrong.append(Wrong((SECTION, key), f"can't be {value[key]!r}", f"give {wanted(key)}"))
            value[key] = default
    publish, doubts = published(extra)
    makers, unusable = about(value["about"])
    problems = (*_problems(path, [*wrong, *unusable, *doubts]), *_without_address(path, url))
    settings = Settings(
        root=root,
        seeds=(root / value["seeds"]).absolute(),
        docs=(root / docs_dir).absolute(),
        cache=(root / value["cache"]).absolute(),
        templates=(root / value["templates"]).absolute(),
        site_dir=(root / site_dir).absolute(),
        workers=value["workers"],
        table_articles=value["table_articles"],
        fast=value["fast"],
        corrections=value["corrections"],
        offline=value["offline"],
        site=Site(
            name=name,
            description=description,
            url=url.rstrip("/") + "/" if url else "",
            repo_url=repo_url,
            language=language,
            publish=publish,
            licence=value["licence"],
            editor_pages=value["editor_pages"],
            rows_per_page=value["rows_per_page"],
            about=makers,
        ),
        problems=problems,
    )
    _keep_apart(path, settings)
    if not settings.seeds.is_dir():
        settings = replace(settings, seeds_at=where(path, lines_of(path), (SECTION, "seeds")))
    return settings


def require_seeds(settings: Settings) -> None:
    """Raises ConfigError when there is no folder of articles: a mistyped name must not make an
    empty site.
    """
    if not settings.seeds.is_dir():
        raise ConfigError(
            f"{settings.seeds_at}: extra.florilegium.seeds: {settings.seeds} is no folder"
            " — correct the setting, or make the folder; nothing was built"
        )


def _keep_apart(path: Path, settings: Settings) -> None:
    """Refuse folders that would let the build write into what people wrote."""
    ours = {"docs_dir": settings.docs, "cache": settings.cache, "site_dir": settings.site_dir}
    theirs = {"seeds": settings.seeds, "templates": settings.templates}
    for key, written in ours.items():
        for other, kept in theirs.items():
            if written is None:
                continue
            one, two = written.resolve(), kept.resolve()
            if one == two or one in two.parents or two in one.parents:
                raise ConfigError(
                    f"{path}: {key} ({written}) and {other} ({kept}) lie in one another"
                    f" — {key} is written by the build; give it a folder of its own, such as .build/docs"
                )


def _without_address(path: Path, url: str) -> tuple[Problem, ...]:
    """A note where `site_url` is an address that can be nobody's: those reserved for examples and
    tests (RFC 2606).

    A note, so that the demonstration builds under `--strict`.
    """
    if not _RESERVED.match(url):
        return ()
    tree = tree_of(path)
    line = next(
        (f":{name.start_mark.line + 1}" for name, _ in pairs(tree) if name.value == "site_url"), ""
    )
    what = f"site_url is {url}, where no site is: every copied citation, feed and data file leads there"
    return (
        Problem(
            f"{path.name}{line}", what, "give your own address, with a trailing slash", note=True
        ),
    )


def _problems(path: Path, wrong: list[Wrong]) -> tuple[Problem, ...]:
    """Each with the line of its setting. The file is only read again when there is something to say
    of it.
    """
    lines = lines_of(path) if wrong else {}
    return tuple(
        Problem(where(path, lines, one.place), f"extra.{'.'.join(one.place)} {one.what}", one.hint)
        for one in wrong
    )
