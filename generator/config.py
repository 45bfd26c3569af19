"""The settings, from the one file a site owner edits: mkdocs.yml."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal

import yaml
from yaml_env_tag import construct_env_tag

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
    # the page of quotations without a known speaker, meant for the site's editor
    editor_pages: bool = True
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
    # address of a Dask scheduler that finds the quotations; "" = processes of this machine
    dask: str = ""
    # short articles of one table; a larger one has one for each 4,000 bytes
    table_articles: int = 250
    # render pages by MkDocs' own events in a quarter of its time; False = let MkDocs do it all
    fast: bool = True
    # where pages offer to put things right: "serve" = under `mkdocs serve`, "edit" = on the
    # published site too, "off" = nowhere
    corrections: Literal["serve", "edit", "off"] = "serve"
    site: Site = Site()
    # where the folder of articles is set: the file, and the line if one is known
    seeds_at: str = "mkdocs.yml"
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
    "corrections": "serve",
}


SECTION = "florilegium"
CHOICES: Mapping[str, tuple[str, ...]] = {"corrections": ("serve", "edit", "off")}
SPELLED = {("corrections", False): "off", ("corrections", True): "edit"}  # YAML reads `off` as no
LEAST: Mapping[str, int] = {"rows_per_page": 1}  # of the numbers that can't be 0


@dataclass(frozen=True, slots=True)
class Wrong:
    """A setting that can't be used as it stands, before its line is known."""

    place: tuple[str, ...]  # below `extra`: ("florilegium", "publish")
    what: str
    hint: str


class ConfigError(Exception):
    """mkdocs.yml can't be used; the message names the file, the cause and the remedy."""


_RESERVED = re.compile(
    r"\w+://(?:[^/?#]*[.@])?(?:example(?:\.(?:com|net|org))?|test|invalid)(?:[:/?#]|\Z)", re.I
)


class _Loader(yaml.SafeLoader):
    """Safe YAML that knows MkDocs' `!ENV` and passes over its `!!python/name:` and other tags."""


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)


def load(path: Path) -> Settings:
    """Read mkdocs.yml. Raises ConfigError with a message for the user when there is none or it is
    broken.
    """
    raw = _raw(path)
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
    return path.resolve().parent / str(_raw(path).get("docs_dir") or "docs")


def _raw(path: Path) -> dict[str, Any]:
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)  # noqa: S506 (a SafeLoader)
    except FileNotFoundError:
        raise ConfigError(
            f"{path}: not found — run the command beside mkdocs.yml, or give --config"
        ) from None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise ConfigError(f"{path}: {' '.join(str(error).split())}") from None
    if not isinstance(raw, dict):
        raise ConfigError(f"{path}: no settings in it — start with `site_name: My archive`")
    return raw


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
    own, wrong = _own(extra)
    value = {**DEFAULTS, **{key: given for key, given in own.items() if key in DEFAULTS}}
    wrong += [_unknown(key) for key in own if key not in DEFAULTS and _near(key) != "publish"]
    for (key, given), meant in SPELLED.items():
        if value[key] is given:
            value[key] = meant
    for key, default in DEFAULTS.items():
        if key != "publish" and not _fits(key, value[key]):
            wrong.append(Wrong((SECTION, key), f"can't be {value[key]!r}", f"give {_wanted(key)}"))
            value[key] = default
    publish, doubts = _publish(extra)
    problems = (*_problems(path, [*wrong, *doubts]), *_without_address(path, url))
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
        ),
        problems=problems,
    )
    _keep_apart(path, settings)
    if not settings.seeds.is_dir():
        settings = replace(settings, seeds_at=_where(path, _lines(path), (SECTION, "seeds")))
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


def _sections(extra: object) -> dict[str, object]:
    """What stands under `extra: florilegium:`, and under what is nearly that."""
    given = extra.items() if isinstance(extra, Mapping) else ()
    return {str(key): own for key, own in given if key == SECTION or _is_misspelt_section(str(key))}


def _own(extra: object) -> tuple[dict[str, Any], list[Wrong]]:
    """What stands under `extra: florilegium:`, and whether something there was meant to be it."""
    sections = _sections(extra)
    wrong = [
        Wrong((key,), "is not read", f"did you mean {SECTION}?")
        for key in sections
        if key != SECTION
    ]
    given = sections.get(SECTION)
    if given is not None and not isinstance(given, Mapping):
        wrong.append(
            Wrong(
                (SECTION,),
                f"can't be {given!r}, so no full text is published",
                "write settings below it",
            )
        )
    return (
        {str(key): value for key, value in given.items()} if isinstance(given, Mapping) else {}
    ), wrong


def _is_misspelt_section(key: str) -> bool:
    """The hook's own `florilegium_worker` is farther away than a slip of the finger."""
    return key != SECTION and bool(difflib.get_close_matches(key.lower(), [SECTION], cutoff=0.8))


def _publish(extra: object) -> tuple[Literal["full", "quotes"], list[Wrong]]:
    """What may be published. The strictest word counts, under a misspelt name too, and an unknown
    one means quotes: a text that may not be republished must not get out because of a typing
    error."""
    found: list[Literal["full", "quotes"]] = []
    wrong: list[Wrong] = []
    outside = extra.get("publish", "full") if isinstance(extra, Mapping) else "full"
    if str(outside).strip().lower() != "full":
        found.append("quotes")
        wrong.append(
            Wrong(("publish",), "is not read there, but taken as quotes", f"put it under {SECTION}")
        )
    sections = {section: own for section, own in _sections(extra).items() if own is not None}
    if not all(isinstance(own, Mapping) for own in sections.values()):  # whatever it was to say
        found.append("quotes")
    settings = [
        (section, str(key), given)
        for section, own in sections.items()
        for key, given in (own.items() if isinstance(own, Mapping) else ())
    ]
    for section, key, given in settings:
        if _near(key) != "publish":
            continue
        word = given.strip().lower() if isinstance(given, str) else ""
        found.append("full" if word == "full" else "quotes")
        if key != "publish":
            what = f"is not a setting, taken as publish: {found[-1]}"
            wrong.append(Wrong((section, key), what, "did you mean publish?"))
        if word not in ("full", "quotes"):
            shown = "empty" if given is None else f"{given!r}, which is unknown"
            wrong.append(
                Wrong(
                    (section, key), f"is {shown}, and taken as quotes", 'write "full" or "quotes"'
                )
            )
    return "quotes" if "quotes" in found else "full", wrong


def _near(key: str) -> str | None:
    """The setting that a name is, or is nearly."""
    if key in DEFAULTS:
        return key
    return next(iter(difflib.get_close_matches(key.lower(), DEFAULTS, n=1)), None)


def _unknown(key: str) -> Wrong:
    near = _near(key)
    hint = f"did you mean {near}?" if near else f"known settings: {', '.join(DEFAULTS)}"
    return Wrong((SECTION, key), "is not a setting", hint)


def _fits(key: str, given: object) -> bool:
    default = DEFAULTS[key]
    if key in CHOICES:
        return given in CHOICES[key]
    return type(given) is type(default) and not (type(given) is int and given < LEAST.get(key, 0))


def _wanted(key: str) -> str:
    default = DEFAULTS[key]
    if key in CHOICES:
        return f"one of {', '.join(CHOICES[key])}"
    if isinstance(default, bool):
        return "true or false"
    return f"a whole number from {LEAST.get(key, 0)}" if isinstance(default, int) else "a text"


def _without_address(path: Path, url: str) -> tuple[Problem, ...]:
    """A note where `site_url` is an address that can be nobody's: those reserved for examples and
    tests (RFC 2606).

    A note, so that the demonstration builds under `--strict`.
    """
    if not _RESERVED.match(url):
        return ()
    tree = _tree(path)
    line = next(
        (f":{name.start_mark.line + 1}" for name, _ in _pairs(tree) if name.value == "site_url"), ""
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
    lines = _lines(path) if wrong else {}
    return tuple(
        Problem(_where(path, lines, one.place), f"extra.{'.'.join(one.place)} {one.what}", one.hint)
        for one in wrong
    )


def _where(path: Path, lines: Mapping[tuple[str, ...], int], place: tuple[str, ...]) -> str:
    return f"{path.name}:{lines[place]}" if place in lines else path.name


def _lines(path: Path) -> dict[tuple[str, ...], int]:
    """The line, 1-based, of each key of `extra` and of each key below it; none where the file is
    not to be had.
    """
    found: dict[tuple[str, ...], int] = {}
    for key, section in _pairs(_below(_tree(path), "extra")):
        found[key.value,] = key.start_mark.line + 1
        for name, _ in _pairs(section):
            found[key.value, name.value] = name.start_mark.line + 1
    return found


def _tree(path: Path) -> yaml.Node | None:
    try:
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None


def _below(node: yaml.Node | None, key: str) -> yaml.Node | None:
    return next((value for name, value in _pairs(node) if name.value == key), None)


def _pairs(node: yaml.Node | None) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return [(key, value) for key, value in pairs if isinstance(key, yaml.ScalarNode)]
