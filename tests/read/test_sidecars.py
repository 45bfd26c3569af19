"""Records that Zotero exports beside an article."""

from pathlib import Path

import pytest

from generator.read.sidecars import read_sidecar
from tests.read.seeds import article, problems, reading

TEXT = "Bridge shut\n\nThe bridge is shut.\n"
CSL = """[{"id": "x", "type": "article-newspaper", "title": "Another title", "container-title": "Eddermoor Courier",
"author": [{"family": "Pell", "given": "Nora"}, {"literal": "Meridian Wire"}],
"issued": {"date-parts": [[2042, 3, 12]]}, "accessed": {"date-parts": [["2042", "4"]]},
"URL": "https://courier.example/1", "language": "en-GB"}]"""
RIS = """TY  - NEWS
TI  - Another title
AU  - Pell, Nora
AU  - Meridian Wire
T2  - Eddermoor Courier
DA  - 2042/03/12/
UR  - https://courier.example/1
LA  - en-GB
Y2  - 2042/04/
ER  -
"""
BIB = """@article{x,
  title = {Another {Title}}, author = {Pell, Nora and {Meridian Wire}}, journal = {Eddermoor Courier},
  date = {2042-03-12}, url = {https://courier.example/1}, urldate = {2042-04}, langid = {en-GB},
}
"""


@pytest.mark.parametrize(("name", "record"), [("a.json", CSL), ("a.ris", RIS), ("a.bib", BIB)])
def test_a_record_gives_the_metadata(tmp_path: Path, name: str, record: str) -> None:
    found = reading(tmp_path, {"a.txt": TEXT, name: record})
    (made,) = found.articles
    assert problems(found) == []
    assert (made.publication, made.date, made.accessed) == (
        "Eddermoor Courier",
        "2042-03-12",
        "2042-04",
    )
    assert (made.authors, made.source_url, made.lang) == (
        ("Nora Pell", "Meridian Wire"),
        "https://courier.example/1",
        "en-GB",
    )


def test_what_the_article_says_wins(tmp_path: Path) -> None:
    found = reading(
        tmp_path, {"a.md": f"---\ndate: 2040\noutlet: Post\n---\n{TEXT}", "a.json": CSL}
    )
    (made,) = found.articles
    assert (made.title, made.date, made.publication, made.lang) == (
        "Bridge shut",
        "2040",
        "Post",
        "en-GB",
    )


def test_a_record_gives_the_title_of_a_text_without_one(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.md": "The bridge is shut.\n\nIt is.", "a.json": CSL})
    assert found.articles[0].title == "Another title"


def test_bibtex_with_year_and_month(tmp_path: Path) -> None:
    found = reading(
        tmp_path, {"a.txt": TEXT, "a.bib": "@misc{x, title={T}, year={2042}, month=mar}"}
    )
    assert found.articles[0].date == "2042-03"


@pytest.mark.parametrize(
    ("name", "record", "expected"),
    [
        ("b.json", CSL, "seeds/b.json: is a record without an article"),
        ("a.json", "{", "seeds/a.json:1: can't be read: Expecting"),
        ("a.json", "[" * 100_000, "seeds/a.json: can't be read: RecursionError"),
        ("a.json", '[{"issued": 3, "author": 4}]', "seeds/a.json: can't be read: AttributeError"),
        ("a.json", "[]", "seeds/a.json: holds no record"),
        ("a.ris", "junk", "seeds/a.ris: holds no record"),
        ("a.bib", "junk", "seeds/a.bib: holds no record"),
    ],
)
def test_a_record_that_cannot_be_used_is_named_and_the_article_is_read(
    tmp_path: Path, name: str, record: str, expected: str
) -> None:
    found = reading(tmp_path, {"a.txt": TEXT, name: record})
    assert len(found.articles) == 1
    assert problems(found)[0].startswith(expected)


def test_a_wrong_value_in_a_record_is_named(tmp_path: Path) -> None:
    made = article(tmp_path / "1", TEXT)
    found = reading(
        tmp_path / "2", {"a.txt": TEXT, "a.json": '{"URL": "javascript:alert(1)", "title": "T"}'}
    )
    assert found.articles[0].source_url is made.source_url is None
    assert "is not a web address" in problems(found)[0]


def lines(record: str) -> dict[str, int]:
    """The line of each field of a CSL record."""
    return {name: value.line for name, value in read_sidecar(".json", record).fields.items()}


def test_the_line_of_a_short_value_is_its_own_or_none() -> None:
    assert lines('{"title": "A vote of no confidence",\n"language": "no"}') == {
        "title": 1,
        "lang": 2,
    }
    assert lines('{"title": "no",\n"language": "no"}') == {"title": 0, "lang": 0}


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("a.json", '[{"title": "One"}, {"title": "Two"}]'),
        ("a.ris", "TY  - NEWS\nTI  - One\nER  -\nTY  - NEWS\nTI  - Two\nER  -\n"),
        ("a.bib", "@article{x, title = {One}}\n@article{y, title = {Two}}\n"),
    ],
)
def test_of_several_records_the_first_is_read_and_the_others_are_named(
    tmp_path: Path, name: str, record: str
) -> None:
    found = reading(tmp_path, {"a.txt": "---\n\nThe bridge is shut.\n", name: record})
    (said,) = [words for words in problems(found) if name in words]
    assert (
        "holds 2 records, and only the first is read — leave only the article's own record in it"
        in said
    )


def test_a_ris_record_of_continued_lines_takes_time_in_proportion() -> None:
    # by rispy alone, 5 seconds
    made = read_sidecar(".ris", "TY - NEWS\nTI  - A\n" + "b\n" * 300_000 + "ER  - ")
    assert made.fields["title"].text.startswith("A b b b")
