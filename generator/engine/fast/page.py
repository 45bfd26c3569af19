"""Pages that need no Markdown parser, handed to MkDocs in its `nav` event."""

from __future__ import annotations

import html
import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc

from generator.engine.fast import body

_ID = re.compile(r'\s(?:id|name)="([^"]*)"')


class RawPage(Page):
    """A page whose body goes to the site as it stands, when `body.is_one_block` says so; else as
    any other page.
    """

    raw = False

    def __eq__(self, other: object) -> bool:
        # what Page's comparison of titles and files comes to, as each file has one page
        return self is other

    def __hash__(self) -> int:
        return id(self)

    def read_source(self, config: MkDocsConfig) -> None:
        """Front matter by JSON where that is the same as YAML."""
        source = config.plugins.on_page_read_source(page=self, config=config)
        read = body.front_matter(self.file.content_string) if source is None else None
        if read is None:
            super().read_source(config)
        else:
            self.meta, self.markdown = read

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """The body as it stands, or by Markdown."""
        self.raw = body.is_one_block(self.markdown or "")
        if not self.raw:
            super().render(config, files)
            return
        self.content = (self.markdown or "").rstrip("\n")
        self.toc = get_toc([])
        self._title_from_render = None

    @property
    def present_anchor_ids(self) -> set[str] | None:
        """Read from the body only when another page links here."""
        if self.raw:
            return {html.unescape(found) for found in _ID.findall(self.content or "")}
        return self.__dict__.get("_anchors")

    @present_anchor_ids.setter
    def present_anchor_ids(self, found: set[str] | None) -> None:
        self.__dict__["_anchors"] = found


def attach(nav: Navigation, files: Files, config: MkDocsConfig) -> None:
    """In the `nav` event: a page that stands in no navigation becomes one that needs no parser."""
    listed = {id(page) for page in nav.pages}
    for file in files.documentation_pages():
        if type(file.page) is Page and id(file.page) not in listed:
            RawPage(None, file, config)
