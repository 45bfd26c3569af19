"""Whom a quotation names: whoever alone in its article bears the words, and never its speaker."""

from __future__ import annotations

from generator.config import Site
from generator.corpus import link
from generator.model import Reading
from generator.pages.archive import open_archive
from tests.pages.made import made

MARKED = """Weir talks go on
Both sides met
{1 who: Ann Kell} {1 cue: said} {1 indirect Ann Kell: that Otto Lind had shut the gate himself}.
{2 direct Otto Lind: “Kell was not there,”} {2 cue: said} {2 who: Otto Lind}.
{3 direct Otto Lind: “I, Otto Lind, was,”} {3 who: he} {3 cue: said}."""


def test_the_others_that_name_somebody() -> None:
    corpus = link([made("weir", MARKED)], Reading())
    archive = open_archive(corpus, Site())
    words = {name: [one.words for one in said] for name, said in archive.named_by.items()}
    assert words["otto-lind"] == ["that Otto Lind had shut the gate himself"]
    assert "“I, Otto Lind, was,”" not in str(words)
