"""The files with a record for each quotation, of records that are made once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.export.annotations import annotation_files, annotation_line
from generator.export.fields import PARTS, QUOTES
from generator.export.rows import Known, part_rows, quote_rows
from generator.export.tables import Pack, RawFile, csv_header, csv_line, small, telling_line
from generator.model import Corpus


@dataclass(frozen=True, slots=True)
class QuotationFiles:
    """The files of each table; a table has several where it comes to more than the limit."""

    quotes: list[RawFile]
    parts: list[RawFile]
    jsonl: list[RawFile]
    annotations: list[RawFile]


def quotation_files(
    corpus: Corpus, about: Known, texts: Mapping[str, str], limit: int, over: int
) -> QuotationFiles:
    """Each record goes into all files and is dropped: 100,000 of them would take 250 MB.

    `texts`: see `annotations.annotation_line`.
    """
    heads = csv_header(QUOTES), csv_header(PARTS)
    quotes, parts = Pack(limit - len(heads[0])), Pack(limit - len(heads[1]))
    jsonl, annotations = Pack(limit), Pack(limit - 1000)
    for story in corpus.stories:
        for row in quote_rows(story, about):
            quotes.add(csv_line(QUOTES, row))
            for part in part_rows(row):
                parts.add(csv_line(PARTS, part))
            jsonl.add(telling_line("quotes", row))
            annotations.add(annotation_line(row, texts, about.entities, about.site))
    return QuotationFiles(
        quotes=small(quotes.files(f"{QUOTES.name}.csv", heads[0]), over),
        parts=small(parts.files(f"{PARTS.name}.csv", heads[1]), over),
        jsonl=small(jsonl.files("quotes.jsonl"), over),
        annotations=annotation_files(annotations, about.site, over),
    )
