"""mkdocs.yml as YAML: its values, and the line of each setting."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from generator.config.settings import ConfigError


class _Loader(yaml.SafeLoader):
    """Safe YAML that knows MkDocs' `!ENV` and passes over its `!!python/name:` and other tags."""


_Loader.add_constructor("!ENV", construct_env_tag)
_Loader.add_multi_constructor("!", lambda loader, suffix, node: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda loader, suffix, node: None)


def read(path: Path) -> dict[str, Any]:
    """The values. Raises ConfigError where there is no such file, or no settings in it."""
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


def where(path: Path, lines: Mapping[tuple[str, ...], int], place: tuple[str, ...]) -> str:
    """The file and, where it is known, the line of a setting: "mkdocs.yml:12"."""
    return f"{path.name}:{lines[place]}" if place in lines else path.name


def lines_of(path: Path) -> dict[tuple[str, ...], int]:
    """The line, 1-based, of each key of `extra` and of each key below it; none where the file is
    not to be had.
    """
    found: dict[tuple[str, ...], int] = {}
    for key, section in pairs(_below(tree_of(path), "extra")):
        found[key.value,] = key.start_mark.line + 1
        for name, _ in pairs(section):
            found[key.value, name.value] = name.start_mark.line + 1
    return found


def tree_of(path: Path) -> yaml.Node | None:
    """The file as nodes that know their lines; None = it is not to be had."""
    try:
        return yaml.compose(path.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, UnicodeDecodeError, yaml.YAMLError):
        return None


def _below(node: yaml.Node | None, key: str) -> yaml.Node | None:
    return next((value for name, value in pairs(node) if name.value == key), None)


def pairs(node: yaml.Node | None) -> list[tuple[yaml.ScalarNode, yaml.Node]]:
    """Names and values of a mapping; none of anything else."""
    held = node.value if isinstance(node, yaml.MappingNode) else []
    return [(key, value) for key, value in held if isinstance(key, yaml.ScalarNode)]
