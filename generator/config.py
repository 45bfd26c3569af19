"""The settings, from the one file a site owner edits: mkdocs.yml."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from generator.model import Problem


@dataclass(frozen=True, slots=True)
class Site:
    """What the pages know of the site. Names, address and language are MkDocs' own settings."""

    name: str = "Florilegium"  # site_name
    description: str = ""  # site_description
    url: str = ""  # site_url, with a trailing slash; "" = not known, so permalinks stay relative
    repo_url: str = ""  # repo_url
    language: str = "en"  # theme.language
    publish: Literal["full", "quotes"] = "full"  # "quotes": no article's full text is published
    licence: str = ""  # of the data files, a name or an address; "" = none is stated
    editor_pages: bool = True  # the page of quotations without a known speaker, meant for the site's editor
    rows_per_page: int = 200  # rows of an index before it is split into pages


@dataclass(frozen=True, slots=True)
class Settings:
    """Where things are, and how to work. Paths are absolute."""

    root: Path  # the folder of mkdocs.yml
    seeds: Path  # articles, and what people say of them; never written
    docs: Path  # generated Markdown (mkdocs.yml: docs_dir)
    cache: Path  # what is remembered between builds; may be deleted at any time
    templates: Path
    site_dir: Path | None = None  # where the renderer puts the site; None = not known
    workers: int = 0  # processes for the language model; 0 = one for each core
    dask: str = ""  # address of a Dask scheduler that finds the quotations; "" = processes of this machine
    table_articles: int = 250  # short articles of one table; a larger one has one for each 4,000 bytes
    fast: bool = True  # render pages by MkDocs' own events in a quarter of its time; False = let MkDocs do it all
    site: Site = Site()
    problems: tuple[Problem, ...] = ()


# The settings under `extra: florilegium:`, each with its default.
DEFAULTS: Mapping[str, Any] = {
    "seeds": "seeds",
    "cache": ".build/cache",
    "templates": "templates",
    "workers": 0,
    "table_articles": 250,
    "fast": True,
    "publish": "full",
    "licence": "",
    "editor_pages": True,
    "rows_per_page": 200,
}


class ConfigError(Exception):
    """mkdocs.yml can't be used; the message names the file, the cause and the remedy."""


class _Loader(yaml.SafeLoader):
    """Safe YAML that passes over the `!ENV` and `!!python/name:` tags that MkDocs allows."""


_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)


def load(path: Path) -> Settings:
    """Read mkdocs.yml. Raises ConfigError with a message for the user when there is none or it is broken."""
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a SafeLoader)
    except FileNotFoundError:
        raise ConfigError(f"{path}: not found — run the command beside mkdocs.yml, or give --config") from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ConfigError(f"{path}: {' '.join(str(error).split())}") from None
    if not isinstance(raw, dict):
        raise ConfigError(f"{path}: no settings in it — start with `site_name: My archive`")
    theme = raw.get("theme")
    return settings_from(
        path,
        own=(raw.get("extra") or {}).get("florilegium") or {},
        docs_dir=str(raw.get("docs_dir") or "docs"),
        site_dir=str(raw.get("site_dir") or "site"),
        name=str(raw.get("site_name") or "Florilegium"),
        description=str(raw.get("site_description") or ""),
        url=str(raw.get("site_url") or ""),
        repo_url=str(raw.get("repo_url") or ""),
        language=str((theme.get("language") if isinstance(theme, dict) else None) or "en"),
    )


def settings_from(
    path: Path,
    own: Mapping[str, Any],
    docs_dir: str,
    site_dir: str,
    name: str,
    description: str,
    url: str,
    repo_url: str,
    language: str,
) -> Settings:
    """Settings from mkdocs.yml's values; `own` is what stands under `extra: florilegium:`.

    Raises ConfigError when the generated folder or the site would lie in the sources, or hold them.
    """
    root = path.resolve().parent
    value = {**DEFAULTS, **{key: given for key, given in own.items() if key in DEFAULTS}}
    problems = [_unknown(path, key) for key in sorted(set(own) - set(DEFAULTS))]
    for key, default in DEFAULTS.items():
        if type(value[key]) is not type(default) or (isinstance(default, int) and value[key] < 0):
            problems.append(_wrong(path, key, value[key], default))
            value[key] = default
    if value["publish"] not in ("full", "quotes"):
        problems.append(_wrong(path, "publish", value["publish"], "full or quotes"))
        value["publish"] = "full"
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
        site=Site(
            name=name,
            description=description,
            url=url.rstrip("/") + "/" if url else "",
            repo_url=repo_url,
            language=language,
            publish=value["publish"],
            licence=value["licence"],
            editor_pages=value["editor_pages"],
            rows_per_page=value["rows_per_page"] or 200,
        ),
        problems=tuple(problems),
    )
    _keep_apart(path, settings)
    return settings


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


def _unknown(path: Path, key: str) -> Problem:
    near = difflib.get_close_matches(key, DEFAULTS, n=1)
    hint = f"did you mean {near[0]}?" if near else f"known settings: {', '.join(DEFAULTS)}"
    return Problem(path.name, f"extra.florilegium.{key} is not a setting", hint)


def _wrong(path: Path, key: str, given: object, wanted: object) -> Problem:
    return Problem(path.name, f"extra.florilegium.{key} can't be {given!r}", f"give it as {wanted!r}")
