"""MkDocs' configuration as our settings."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from generator.config import ConfigError, Settings, settings_from


def settings_of(config: MkDocsConfig, docs_dir: str, site_dir: str) -> Settings:
    """Raises PluginError where they can't be used; the folders are those of this build."""
    try:
        return settings_from(
            Path(config.config_file_path),
            extra=config.extra,
            docs_dir=docs_dir,
            site_dir=site_dir,
            name=config.site_name,
            description=config.site_description or "",
            url=config.site_url or "",
            repo_url=config.repo_url or "",
            language=str(config.theme.get("language") or "en"),
        )
    except ConfigError as error:
        raise PluginError(str(error)) from error
