"""One article at a time: quotations, who said them, and the names mentioned. Knows nothing of the site."""

from __future__ import annotations

from generator.annotate import coref, extract, names, parse
from generator.model import Annotations, Article


def annotate(article: Article, parsed: bytes | None) -> Annotations:
    """Find the quotations, speakers and names of one article.

    `parsed` is what `parse.parse` gave for this article's text; None = no language model is installed, so only direct
    quotations are found, and the annotations carry `parse.NO_MODEL`, the same problem for every article.
    """
    doc = parse.load_doc(parsed) if parsed is not None else None
    scene = extract.scene_of(article, doc)
    found = extract.find_quotes(article, scene)
    mentioned = names.find_names(article, doc, tuple(quote.printed for quote in found if quote.printed))
    quotes = coref.resolve(article, doc, mentioned, found)
    problems = () if doc is not None else (parse.NO_MODEL,)
    return Annotations(mentioned, quotes, extract.not_speech(scene, quotes), problems)
