"""The seed's page: its three reference files, imported by parsers that are not ours."""

from __future__ import annotations

import json

import bibtexparser.entrypoint as bibtexparser
import pytest
import rispy

from generator.config import Site
from generator.export import export
from generator.model import Annotations, Corpus, Story
from generator.read import read_seeds
from tests.conftest import SEEDS
from tests.export.by_hand import body

ID = "moscow-warns-of-direct-clash-with-nato"
TITLE = "Moscow warns of direct clash with NATO"
URL = f"https://example.org/florilegium/articles/{ID}/"
STANDFIRST = (
    "“Nothing can be ruled out” in such an “intense” proxy conflict between NATO and Russia in Ukraine, "
    "Dmitry Polyansky has said"
)


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    (article,) = [article for article in read_seeds(SEEDS).articles if article.id == ID]
    made = export(
        Corpus((Story(article, Annotations()),)), Site(url="https://example.org/florilegium/")
    )
    return {
        page.path.rpartition("/")[2]: body(page).decode()
        for page in made.pages
        if f"/{ID}/" in page.path
    }


def test_ris(files: dict[str, str]) -> None:
    (entry,) = rispy.loads(files["cite.ris"])
    assert entry["type_of_reference"] == "NEWS"
    assert (entry["title"], entry["abstract"], entry["urls"]) == (TITLE, STANDFIRST, [URL])
    assert not {"authors", "year", "date", "secondary_title"} & entry.keys()


def test_csl_json(files: dict[str, str]) -> None:
    (item,) = json.loads(files["cite.json"])
    assert item == {
        "id": ID,
        "type": "article-newspaper",
        "title": TITLE,
        "URL": URL,
        "abstract": STANDFIRST,
        "source": "Florilegium",
    }


def test_bibtex(files: dict[str, str]) -> None:
    (entry,) = bibtexparser.parse_string(files["cite.bib"]).entries
    # without a newspaper's name it is no @article: styles would miss the journal
    assert entry.entry_type == "misc"
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert fields == {"title": f"{{{TITLE}}}", "url": URL, "abstract": STANDFIRST}


def test_the_published_text_is_the_seed_word_for_word() -> None:
    (article,) = [article for article in read_seeds(SEEDS).articles if article.id == ID]
    made = export(Corpus((Story(article, Annotations()),)), Site())
    (held,) = [body(page) for page in made.pages if page.path == "data/articles.jsonl"]
    assert (
        json.loads(held)["text"].strip()
        == (SEEDS / f"{ID}.txt").read_text(encoding="utf-8").strip()
    )
