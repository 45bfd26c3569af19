"""All references of a site in one file of each form, read back by parsers that are not ours."""

from __future__ import annotations

import json

import rispy
from pybtex.database import parse_string

from tests.export.by_hand import pages, small


def test_one_record_an_article_with_its_quotations_as_notes() -> None:
    held, corpus = pages(small()), small()
    ids = [item["id"] for item in json.loads(held["data/articles.csl.json"])]
    assert len(ids) == len(corpus.stories)
    records = rispy.loads(held["data/articles.ris"].decode())
    assert [record["id"] for record in records] == ids
    for record, story in zip(records, corpus.stories, strict=True):
        assert record["type_of_reference"] == "NEWS"
        notes = record.get("notes", [])
        assert len(notes) == len(story.annotations.quotes)
        for note, quote in zip(notes, story.annotations.quotes, strict=True):
            assert note.endswith(f"#{quote.id}")
    library = parse_string(held["data/articles.bib"].decode(), "bibtex")
    assert list(library.entries) == ids
