"""`publish: quotes`: of a text that may not be republished, nothing but its quotations leaves the
building.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import replace

from generator.cite import json_ld
from generator.config import Site
from generator.export import export
from generator.model import Corpus
from tests.corpus.stories import corpus
from tests.export.by_hand import FLOOD, LATER, SECRET, SITE, pages, small

SENTENCES = (
    "The minister arrived late",
    "said about the closed hearing",
    "Her driver waited outside",
    "waited outside for three hours",
    "wrote nobody",
    "The protocol has never been published before",
)


def everything(files: dict[str, bytes]) -> str:
    """All that the files say: escapes resolved, the tables of the databases read as well as their
    raw bytes.
    """
    said = [held.decode("utf-8", "replace") for held in files.values()]
    for path, held in files.items():
        if path.endswith(".sqlite"):
            db = sqlite3.connect(":memory:")
            db.deserialize(held)
            said += db.iterdump()
    return re.sub(r"\\u([0-9a-f]{4})", lambda match: chr(int(match[1], 16)), "\n".join(said))


def test_no_sentence_of_a_withheld_article_is_in_any_file() -> None:
    said = everything(pages(small())) + "".join(
        json_ld(story, {}, SITE) for story in small().stories if story.article.id == "secret"
    )
    assert [sentence for sentence in SENTENCES if sentence in said] == []
    assert "A closed hearing" in said
    assert "“It is what it is,”" in said
    # the same search finds what is published
    assert "The river fell overnight" in said


def test_the_whole_site_by_its_quotations_only() -> None:
    made = corpus(FLOOD, LATER, SECRET)
    files = pages(made, replace(SITE, publish="quotes"))
    said = everything(files)
    assert [
        s
        for s in (*SENTENCES, "The river fell overnight", "Nobody saw it", "-2 metres")
        if s in said
    ] == []


def test_the_context_is_as_short_as_it_can_be() -> None:
    files = export(corpus(SECRET), Site()).pages
    (quotes,) = [page.text for page in files if page.path == "data/quotes.jsonl"]
    assert isinstance(quotes, bytes)
    assert b'"exact":"\xe2\x80\x9cIt is what it is,\xe2\x80\x9d","prefix":"","suffix":""' in quotes
    # "it is what it is" in small letters stands once as well
    assert quotes.count(b'"prefix":"","suffix":""') == 2


def test_nothing_to_withhold_in_an_empty_corpus() -> None:
    assert everything(pages(Corpus(), replace(SITE, publish="quotes")))
