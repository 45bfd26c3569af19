"""One article at a time: quotations, who said them, and the names mentioned. Knows nothing of the site."""

from __future__ import annotations

from generator.model import Annotations, Article


def annotate(article: Article, parsed: bytes | None) -> Annotations:
    """Find the quotations, speakers and names of one article.

    `parsed` is what `parse.parse` gave for this article's text; None = no language model is installed, so only direct
    quotations and names by rules are found, and the annotations carry a problem that says so.
    """
    raise NotImplementedError
