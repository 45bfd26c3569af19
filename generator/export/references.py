"""A CSL-JSON item for each quotation, which reference managers read (https://docs.citationstyles.org).

One file, or a few, for the whole site: an article's page makes the same items of its own quotations (rq.js).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator import cite
from generator.export.rows import Known
from generator.export.tables import GZIP_OVER, RawFile, small, split
from generator.model import Corpus, QuoteRef


def reference_files(corpus: Corpus, about: Known, limit: int, over: int = GZIP_OVER) -> list[RawFile]:
    """ "quotes.csl.json": an array with an item a line, or as many arrays as the limit asks for."""
    files = split("quotes.csl.json", (b",\n" + item.encode() for item in _items(corpus, about)), limit - 10)
    return small([replace(file, body=b"[\n" + file.body[2:] + b"\n]\n") for file in files], over)


def _items(corpus: Corpus, about: Known) -> Iterator[str]:
    for story in corpus.stories:
        for quote in story.annotations.quotes:
            speaker = about.entities.get(about.speakers.get(QuoteRef(story.article.id, quote.id), ""))
            yield cite.quote_reference(story.article, quote, speaker.name if speaker else None, about.site)
