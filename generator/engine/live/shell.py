"""One generated page through the theme, as MkDocs would: Markdown in, HTML out."""

from __future__ import annotations

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation

from generator.engine.fast import RawPage


class Shell:
    """What the last build by MkDocs left: its configuration, its templates and the navigation."""

    def __init__(self, config: MkDocsConfig, env: Environment, nav: Navigation) -> None:
        self._config, self._env, self._nav = config, env, nav

    def html(self, path: str, source: str) -> tuple[str, str] | None:
        """(path below the site, HTML) of a page of docs/; None if it needs Markdown and the other
        pages.
        """
        config = self._config
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        file.content_string = source
        files = Files([file, *(page.file for page in self._nav.pages)])
        page = RawPage(None, file, config)
        page.read_source(config)
        page.markdown = config.plugins.on_page_markdown(
            page.markdown or "", page=page, config=config, files=files
        )
        page.render(config, files)
        if not page.raw:
            return None
        page.content = config.plugins.on_page_content(
            page.content or "", page=page, config=config, files=files
        )
        page.active = True
        context = get_context(self._nav, files, config, page)
        template = self._env.get_template(str(page.meta.get("template", "main.html")))
        context = config.plugins.on_page_context(context, page=page, config=config, nav=self._nav)
        output = config.plugins.on_post_page(template.render(context), page=page, config=config)
        return file.dest_uri, output or ""

    def forget(self) -> None:
        """Read the theme's templates anew: one of them changed."""
        if self._env.cache is not None:
            self._env.cache.clear()

    def lighten(self) -> None:
        """After a build: let go of its pages, which need most of the memory."""
        self._env.globals.pop("florilegium_fast", None)
