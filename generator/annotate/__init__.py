"""One article at a time: quotations, who said them, and the names mentioned. Knows nothing of the
site.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import Any

# Before numpy is loaded: its matrix products with one thread, as there is a process for each core.
# Several threads cost more CPU time for products of this size than the model's own library
# (`fast_model` measures it, and then does without)
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from generator.annotate.confidence import rate
from generator.annotate.names.find import find_names
from generator.annotate.quotations import not_speech, turns
from generator.annotate.quotations.find import find_quotes, scene_of
from generator.annotate.speakers import resolve
from generator.annotate.text import parse
from generator.annotate.text.as_read import as_read
from generator.languages.which import language_of, rules_know
from generator.model import Annotations, Article


def is_read(article: Article) -> bool:
    """Whether quotations and names are looked for in an article: the rules know English alone.

    What they would find in another language is false: German in quotation marks that no verb of
    theirs announces, "Nach Angaben" as a firm.
    """
    return rules_know(language_of(article.text, article.lang))


def annotate(article: Article, parsed: bytes | None) -> Annotations:
    """Find the quotations, speakers and names of one article.

    `parsed` is what `parse.parse` gave for this article's text; None = no language model is
    installed, so only direct quotations are found, and the annotations carry `parse.NO_MODEL`, the
    same problem for every article. An article that isn't English has nothing but its language.
    """
    if not is_read(article):
        lang = language_of(article.text, article.lang)
        return Annotations(lang=lang, document=article.document or "narrative")
    return annotate_doc(article, parse.load_doc(parsed) if parsed is not None else None)


def annotate_doc(article: Article, doc: Any | None) -> Annotations:
    """The same, from a parsed document that is already loaded."""
    text, blocks = as_read(article.text, article.blocks)
    article = replace(article, text=text, blocks=blocks)
    scene = scene_of(article, doc)
    found = find_quotes(article, scene)
    mentioned = find_names(article, doc, found, turns.introduced(scene))
    resolved = resolve.resolve(article, doc, mentioned, found)
    rated = rate.rate(scene, mentioned, resolved)
    quotes = rate.kept(rated)
    problems = () if doc is not None else (parse.NO_MODEL,)
    apart, left_out = not_speech.kept_apart(scene, quotes), len(rated) - len(quotes)
    return Annotations(mentioned, quotes, apart, problems, left_out, document=scene.form.kind)
