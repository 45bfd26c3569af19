"""`plugins: [search, florilegium]`: the archive beside the pages of a project that has its own.

The same events as the hook's. The generated pages lie in `.build/docs` and join the project's own;
its settings for them stand under `extra: florilegium:`.
"""

from __future__ import annotations

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority

from generator import mkdocs_hook as hook


class Options(Config):  # type: ignore[no-untyped-call]
    """None of its own: the settings stand under `extra: florilegium:`, where the command line reads
    them.
    """


class Florilegium(BasePlugin[Options]):  # type: ignore[no-untyped-call]
    """Named `florilegium` in `mkdocs.yml`."""

    on_startup = staticmethod(hook.on_startup)
    on_pre_build = staticmethod(hook.on_pre_build)
    on_files = staticmethod(hook.on_files)
    on_nav = staticmethod(hook.on_nav)
    on_env = staticmethod(hook.on_env)
    on_page_markdown = staticmethod(hook.on_page_markdown)
    on_page_context = staticmethod(hook.on_page_context)
    on_template_context = staticmethod(hook.on_template_context)
    on_post_page = staticmethod(hook.on_post_page)
    on_post_template = staticmethod(hook.on_post_template)
    on_post_build = staticmethod(hook.on_post_build)
    on_build_error = staticmethod(hook.on_build_error)
    on_serve = staticmethod(hook.on_serve)
    on_shutdown = staticmethod(hook.on_shutdown)

    @event_priority(100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """The pages of the project stay where they are."""
        hook.beside_others(config)
        return hook.on_config(config)
