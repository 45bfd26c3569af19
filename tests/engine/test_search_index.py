"""The index is made once for the same documents, and is the same wherever it is made."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest

from generator.config import Site
from generator.engine import search_index
from generator.model import (
    Annotations,
    Article,
    Block,
    Corpus,
    Entity,
    Quote,
    QuoteRef,
    Span,
    Story,
    quote_id,
)
from generator.pages import search_documents
from tests.conftest import files_under

TEXT = "The ferry was late. “We sail at noon,” she said. Nobody <b>laughed</b>."
SAID = Quote(quote_id("We sail at noon"), "direct", (Span(20, 38),), speaker="Ada Varnholt")


def corpus(publish: str = "full", count: int = 1) -> Corpus:
    stories = []
    for n in range(count):
        made = Article(
            f"north/a{n}",
            "a.txt",
            f"Title {n}",
            TEXT,
            (Block("paragraph", Span(0, len(TEXT))),),
            "north",
            date="2042-01-02",
        )
        if publish == "quotes":
            made = Article(**{f: getattr(made, f) for f in made.__slots__} | {"publish": "quotes"})
        stories.append(Story(made, Annotations(quotes=(SAID,))))
    ada = Entity(
        "ada-varnholt",
        "Ada Varnholt",
        "person",
        "Varnholt, Ada",
        said=(QuoteRef("north/a0", SAID.id),),
    )
    speakers = {QuoteRef(story.article.id, SAID.id): ada.id for story in stories}
    return Corpus(tuple(stories), (ada,), speakers)


def test_a_document_marks_its_quotations_and_names_its_facets() -> None:
    article, person = search_documents.documents(corpus(), Site())
    assert article.path == "articles/north/a0/index.html"
    assert person.path == "people/ada-varnholt/index.html"
    text = str(article.text)
    assert 'data-pagefind-filter="speaker[content]" content="Ada Varnholt"' in text
    assert 'data-pagefind-filter="year[content]" content="2042"' in text
    assert "<b>" not in text
    start, end = text.index("ferry was late"), text.index("Nobody")
    assert (
        start
        < text.index("&#124;direct&#124;Ada&#37;20Varnholt")
        < text.index('id="end&#124;')
        < end
    )


def test_a_withheld_text_is_not_in_the_index() -> None:
    article, _ = search_documents.documents(corpus("quotes"), Site())
    assert "We sail at noon" in article.text
    assert "ferry" not in article.text
    assert "ferry" not in next(search_documents.documents(corpus(), Site(publish="quotes"))).text


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    for made in search_documents.documents(corpus(count=12), Site()):
        target = tmp_path / "documents" / made.path
        target.parent.mkdir(parents=True)
        target.write_text(str(made.text), encoding="utf-8")
    for n in range(12):
        path = tmp_path / f"documents/articles/north/a{n}/index.html"
        path.write_text(
            path.read_text()
            .replace("Ada Varnholt", f"Speaker {n % 7}")
            .replace("2042", str(2030 + n))
        )
    return tmp_path / "documents"


def test_the_same_documents_give_the_same_bytes(documents: Path, tmp_path: Path) -> None:
    made = []
    for name in ("one", "two"):
        assert search_index.refresh(documents, tmp_path / name, "en")
        made.append(files_under(tmp_path / name))
    assert made[0] == made[1]
    assert [path for path in made[0] if path.startswith("pagefind-ui")] == []


def test_the_index_is_made_anew_only_when_a_document_changes(
    documents: Path, tmp_path: Path
) -> None:
    index = tmp_path / "index"
    assert search_index.refresh(documents, index, "en")
    assert not search_index.refresh(documents, index, "en")
    page = documents / "articles/north/a3/index.html"
    page.write_text(page.read_text(encoding="utf-8").replace("late", "early"), encoding="utf-8")
    assert search_index.refresh(documents, index, "en")
    shutil.rmtree(documents / "articles/north/a3")
    assert search_index.refresh(documents, index, "en")


@pytest.mark.parametrize("harm", [b"", b"junk", b"\xff", None])
def test_a_damaged_index_is_made_anew_with_the_same_bytes(
    documents: Path, tmp_path: Path, harm: bytes | None
) -> None:
    index = tmp_path / "index"
    search_index.refresh(documents, index, "en")
    made = files_under(index)
    for name in made:
        (index / name).unlink() if harm is None else (index / name).write_bytes(harm)
        assert not search_index.whole(index)
        told: list[str] = []
        assert search_index.refresh(documents, index, "en", partial(told.append, "damaged")), name
        assert told == ["damaged"]
        assert files_under(index) == made


def test_a_program_that_fails_leaves_the_old_index(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = tmp_path / "index"
    search_index.refresh(documents, index, "en")
    before = files_under(index)
    (documents / "articles/north/a3/index.html").write_text(
        "<html><body data-pagefind-body>x", encoding="utf-8"
    )
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: Path("/bin/false"))
    with pytest.raises(search_index.SearchError, match="Pagefind stopped"):
        search_index.refresh(documents, index, "en")
    assert files_under(index) == before


def test_nothing_to_index_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    assert not search_index.refresh(tmp_path / "documents", tmp_path / "index", "en")
    search_index.publish(tmp_path / "index", tmp_path / "site")
    assert not (tmp_path / "site/pagefind").exists()


def test_what_a_killed_build_left_is_cleared_even_when_nothing_changed(
    documents: Path, tmp_path: Path
) -> None:
    index = tmp_path / "index"
    search_index.refresh(documents, index, "en")
    for name in ("index.old", "index.new"):
        (tmp_path / name).mkdir()
    assert search_index.refresh(documents, index, "en") is False
    assert sorted(path.name for path in tmp_path.iterdir() if path.name.startswith("index")) == [
        "index"
    ]
