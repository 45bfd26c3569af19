"""JSON arrays for the whole site, an item a line: a CSL-JSON item for each quotation, which
reference managers read (https://docs.citationstyles.org) and which an article's page makes of its
own quotations (rq.js); and each article with its quotations as schema.org describes them
(https://schema.org/NewsArticle).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator import cite
from generator.export.rows import Known
from generator.export.tables import GZIP_OVER, RawFile, small, split
from generator.model import Corpus, QuoteRef, Subject


def reference_files(
    corpus: Corpus, about: Known, limit: int, over: int = GZIP_OVER
) -> list[RawFile]:
    """ "quotes.csl.json": an array with an item a line, or as many arrays as the limit asks for."""
    return _arrays("quotes.csl.json", _items(corpus, about), limit, over)


def article_files(corpus: Corpus, about: Known, limit: int, over: int = GZIP_OVER) -> list[RawFile]:
    """A reference for each article, all in one file of each form: "articles.csl.json",
    "articles.bib", and "articles.ris" with the quotations as its notes.
    """
    references = [cite.reference_of(story.article, about.site) for story in corpus.stories]
    items = (cite.dump(cite.csl_item(one)) for one in references)
    ris = (cite.ris(one, notes) for one, notes in zip(references, _notes(corpus, about)))
    bibtex = (cite.bibtex(one) for one in references)
    return [
        *_arrays("articles.csl.json", items, limit, over),
        *small(split("articles.ris", (one.encode("utf-8", "replace") for one in ris), limit), over),
        *small(
            split("articles.bib", (one.encode("utf-8", "replace") for one in bibtex), limit), over
        ),
    ]


def _notes(corpus: Corpus, about: Known) -> Iterator[list[str]]:
    for story in corpus.stories:
        yield [
            cite.quote_note(
                story.article, q, about.named(QuoteRef(story.article.id, q.id)), about.site
            )
            for q in story.annotations.quotes
        ]


def linked_data_files(
    corpus: Corpus, about: Known, limit: int, over: int = GZIP_OVER
) -> list[RawFile]:
    """ "schema_org.jsonld": a NewsArticle a line."""
    return _arrays("schema_org.jsonld", _articles(corpus, about), limit, over)


def _arrays(name: str, items: Iterable[str], limit: int, over: int) -> list[RawFile]:
    files = split(name, (b",\n" + item.encode() for item in items), limit - 10)
    return small([replace(file, body=b"[\n" + file.body[2:] + b"\n]\n") for file in files], over)


def _items(corpus: Corpus, about: Known) -> Iterator[str]:
    for story in corpus.stories:
        for quote in story.annotations.quotes:
            who = about.named(QuoteRef(story.article.id, quote.id))
            yield cite.quote_reference(story.article, quote, who, about.site)


def _articles(corpus: Corpus, about: Known) -> Iterator[str]:
    subjects: dict[str, dict[str, Subject]] = {}
    for subject in corpus.subjects:
        for ref, _ in subject.said:
            subjects.setdefault(ref.article, {})[subject.id] = subject
    for story in corpus.stories:
        quotes = story.annotations.quotes
        said_by = {
            quote.id: about.speaker(QuoteRef(story.article.id, quote.id)) for quote in quotes
        }
        known = {quote: speaker for quote, speaker in said_by.items() if speaker}
        others = {quote.id: about.others(QuoteRef(story.article.id, quote.id)) for quote in quotes}
        told = tuple(subjects.get(story.article.id, {}).values())
        yield cite.json_ld(story, known, about.site, others, told)
