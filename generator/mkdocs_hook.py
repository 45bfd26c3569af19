"""MkDocs runs the generator before every build; the only file that imports mkdocs."""

from __future__ import annotations

import logging
import os
import sys
from pathlib import Path
from typing import Any

# MkDocs puts only this file's folder on the import path
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer

from generator import build, write
from generator.config import ConfigError, Settings, settings_from

log = logging.getLogger("mkdocs.hooks.florilegium")


def on_pre_build(config: MkDocsConfig) -> None:
    """Make the generated folder, so that MkDocs finds it up to date; each problem is a warning."""
    try:
        report = build.build(_settings(config))
    except (ConfigError, write.WriteError) as error:
        raise PluginError(str(error)) from error
    for problem in report.problems:
        log.warning("%s", problem)
    log.info(
        "%d articles, %d quotations; %d files changed", report.articles, report.quotes, len(report.written.changed)
    )


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Watch what people edit instead of what the build writes, so that one edit means one rebuild."""
    settings = _settings(config)
    server.unwatch(config.docs_dir)
    for folder in (settings.seeds, settings.templates, *map(Path, config.theme.dirs[:1])):
        if folder.is_dir():
            server.watch(str(folder))
    return server


def _settings(config: MkDocsConfig) -> Settings:
    path = Path(config.config_file_path)
    return settings_from(
        path,
        own=config.extra.get("florilegium") or {},
        docs_dir=config.docs_dir,
        # under `serve` MkDocs builds into a temporary folder
        site_dir=config.site_dir,
        name=config.site_name,
        description=config.site_description or "",
        url=config.site_url or "",
        repo_url=config.repo_url or "",
        language=str(config.theme.get("language") or "en"),
    )
