"""The corpus to take away: data files, citations, feeds. Pure: the same corpus gives the same
bytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator import cite, paths
from generator.config import Site
from generator.export import rows
from generator.export.citing import citation_cff, ro_crate
from generator.export.data_page import data_page
from generator.export.database import Records, database_files
from generator.export.datasette import datasette
from generator.export.feeds import feeds
from generator.export.fields import ARTICLES, PEOPLE, QUOTES
from generator.export.llms import llms_txt
from generator.export.package import datapackage
from generator.export.quotations import quotation_files
from generator.export.references import article_files, linked_data_files, reference_files
from generator.export.schema import PHRASE, SPEAKER
from generator.export.tables import GZIP_OVER, RawFile, csv_files, jsonl_files, small
from generator.model import Corpus, DataPage, Page, QuoteRef

_TWO_WORDS: Final = re.compile(r"\b[A-Za-z]{2,} [A-Za-z]{4,}\b")
LIMIT: Final = 50_000_000  # bytes of a data file


@dataclass(frozen=True, slots=True)
class Export:
    """Every file, and what the Data page says of those under data/."""

    corpus: Corpus
    about: rows.Known
    data: tuple[Page, ...]  # the files under data/ and llms.txt
    data_page: DataPage

    @property
    def pages(self) -> Iterator[Page]:
        """Every file. Those beside the articles are made while they are asked for: 30,000 for
        10,000 articles.
        """
        yield from self.data
        yield from feeds(self.corpus, self.about)
        yield from _beside_articles(self.corpus, self.about)
        yield from _of_subjects(self.corpus, self.about)


def files(corpus: Corpus, site: Site) -> Iterator[Page]:
    """Everything under data/, each article's citation files, the feeds, llms.txt."""
    yield from export(corpus, site).pages


def data_page_facts(corpus: Corpus, site: Site) -> DataPage:
    """What the Data page says. `export` gives it together with the files, which is cheaper than
    both calls.
    """
    return export(corpus, site).data_page


def export(corpus: Corpus, site: Site, limit: int = LIMIT, over: int = GZIP_OVER) -> Export:
    """The same, made once; no file under data/ is larger than `limit` bytes unless a single record
    is. The files of a table that comes to more than `over` bytes are compressed."""
    about = rows.known(corpus, site)
    held = _data_files(corpus, about, limit, over)
    described = [
        RawFile(name, text.encode("utf-8", "replace"), len(held))
        for name, text in (
            ("datapackage.json", datapackage(held, site)),
            ("datasette.json", datasette(site)),
            ("ro-crate-metadata.json", ro_crate(held, site)),
            ("CITATION.cff", citation_cff(site)),
        )
        if text
    ]
    listed = [*held, *described]
    page = data_page(listed, site, _withheld_count(corpus, site), *_asked(corpus))
    pages = [Page(paths.DATA + file.name, file.body) for file in listed]
    pages += [Page(paths.DATA_SET, page.json_ld)]
    pages += [Page("llms.txt", llms_txt(corpus, page, site))]
    return Export(corpus, about, tuple(pages), page)


def _data_files(corpus: Corpus, about: rows.Known, limit: int, over: int) -> list[RawFile]:
    articles = [rows.article_row(story, about.site) for story in corpus.stories]

    people = [rows.person_row(entity, about.site) for entity in corpus.entities]
    texts = small(jsonl_files("articles", articles, limit), over)
    made = quotation_files(corpus, about, _held_in(texts, articles), limit, over)
    return [
        *made.quotes,
        *made.parts,
        *small(csv_files(ARTICLES, articles, limit), over),
        *small(csv_files(PEOPLE, people, limit), over),
        *made.jsonl,
        *texts,
        *small(jsonl_files("people", people, limit), over),
        *small(jsonl_files("mentions", _mentions(corpus), limit), over),
        *made.annotations,
        *reference_files(corpus, about, limit, over),
        *article_files(corpus, about, limit, over),
        *linked_data_files(corpus, about, limit, over),
        *database_files(Records(corpus, about, corpus.stories, articles, people), limit, over),
    ]


def _mentions(corpus: Corpus) -> Iterator[rows.Row]:
    return (row for story in corpus.stories for row in rows.mention_rows(story, corpus))


def _held_in(files: list[RawFile], articles: list[rows.Row]) -> dict[str, str]:
    """Article.id → name of the file with its text, where it is published."""
    names = (file.name for file in files for _ in range(file.rows))
    return {
        row["id"]: name
        for row, name in zip(articles, names, strict=True)
        if row["text"] is not None
    }


def _asked(corpus: Corpus) -> tuple[str, str]:
    """(a speaker, two words) that the examples ask the data for: the one quoted most, and what the
    first one said.
    """
    most = max(corpus.entities, key=lambda entity: (len(entity.said), entity.id), default=None)
    words = (
        _TWO_WORDS.search(q.words(s.article.text))
        for s in corpus.stories
        for q in s.annotations.quotes
    )
    found = next((match for match in words if match), None)
    return most.name if most and most.said else SPEAKER, found[0].lower() if found else PHRASE


def _withheld_count(corpus: Corpus, site: Site) -> int:
    return sum(cite.withheld(story.article, site) for story in corpus.stories)


def _beside_articles(corpus: Corpus, about: rows.Known) -> Iterator[Page]:
    site = about.site
    for story in corpus.stories:
        article = story.article
        held = cite.citation(article, site)
        yield Page(paths.article_file(article.id, "cite.ris"), held.ris)
        yield Page(paths.article_file(article.id, "cite.json"), held.csl_json)
        yield Page(paths.article_file(article.id, "cite.bib"), held.bibtex)


def _of_subjects(corpus: Corpus, about: rows.Known) -> Iterator[Page]:
    """For each subject its quotations, with the columns of quotes.csv."""
    wanted: dict[QuoteRef, list[str]] = {}
    for subject in corpus.subjects:
        for ref, _ in subject.said:
            wanted.setdefault(ref, []).append(subject.id)
    held: dict[str, list[rows.Row]] = {}
    articles = {ref.article for ref in wanted}
    for story in corpus.stories:
        for row in rows.quote_rows(story, about) if story.article.id in articles else ():
            for subject_id in wanted.get(QuoteRef(row["article_id"], row["quote_id"]), ()):
                held.setdefault(subject_id, []).append(row)
    for subject_id, found in held.items():
        body = b"".join(file.body for file in csv_files(QUOTES, found, LIMIT))
        yield Page(paths.subject_file(subject_id), body)
