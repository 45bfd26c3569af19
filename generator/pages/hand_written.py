"""Pages that the site's owner wrote."""

from __future__ import annotations

from collections.abc import Iterator

import jinja2

from generator import escape, paths
from generator.model import Page
from generator.pages.archive import Archive


def hand_written_pages(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """Each as it is: its Markdown is the owner's own, so nothing of it is escaped but the title in
    the front matter.
    """
    for page in archive.corpus.pages:
        front = f'---\ntitle: "{escape.text(page.title)}"\nhide: [navigation, toc]\n---\n\n'
        yield Page(paths.source(f"{page.id}/"), front + page.markdown)
