"""One file, many articles."""

import json
from pathlib import Path

import pytest

from generator.build import gather
from generator.config import load
from generator.read import TABLE_ARTICLES
from tests.read.seeds import problems, reading, shown

CSV = """id,Headline,Published,Outlet,Author,URL,Keywords,Body
b1,Bridge shut,2042-03-12,Courier,"Nora Pell, Tom Ash",https://courier.example/1,"bridges, towns","The bridge is shut.

“It will open in May,” said Ann Lee."
b2,Bridge open,2042-05-01,Gazette,Tom Ash,,,"The bridge is open.
The ferry rests."
"""


def test_a_csv_of_articles(tmp_path: Path) -> None:
    found = reading(tmp_path, {"papers/all.csv": CSV})
    one, two = found.articles
    assert problems(found) == []
    assert (one.id, one.source, one.collection, one.line) == (
        "papers/b1",
        "papers/all.csv",
        "papers",
        2,
    )
    assert (one.title, one.date, one.publication, one.source_url) == (
        "Bridge shut",
        "2042-03-12",
        "Courier",
        "https://courier.example/1",
    )
    assert one.tags == ("bridges", "towns")
    assert shown(one) == [
        "# Bridge shut",
        "The bridge is shut.",
        "“It will open in May,” said Ann Lee.",
    ]
    assert shown(two) == ["# Bridge open", "The bridge is open.", "The ferry rests."]
    assert two.line == 5


def test_other_delimiters(tmp_path: Path) -> None:
    for name, mark in (("a.csv", ";"), ("b.tsv", "\t")):
        table = f"title{mark}text\nBridge shut{mark}The bridge, is shut.\n"
        found = reading(tmp_path / name, {name: table})
        assert shown(found.articles[0]) == ["# Bridge shut", "The bridge, is shut."]


JSONL = """{"slug": "shut", "title": "Bridge shut", "author": [{"name": "Nora Pell"}, "Tom Ash"], "text": "It is shut."}

{"headline": "Bridge open", "articleBody": "It is open.", "keywords": ["bridges"], "draft": false, "views": 3}
"""


def test_json_lines_of_articles(tmp_path: Path) -> None:
    found = reading(tmp_path, {"all.jsonl": JSONL})
    assert [
        (made.id, made.title, made.authors, made.tags, made.line) for made in found.articles
    ] == [
        ("bridge-open", "Bridge open", (), ("bridges",), 3),
        ("shut", "Bridge shut", ("Nora Pell", "Tom Ash"), (), 1),
    ]
    assert problems(found) == []


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("a.csv", "title,body,text\nGate,,Shut.\nBridge,Open.,Shut.\nFerry,Late.,Early.\n"),
        (
            "a.jsonl",
            '{"text": "Shut."}\n{"text": "Shut.", "body": "Open."}\n{"text": "Early.", "body": "Late."}\n',
        ),
    ],
)
def test_a_second_text_of_a_row_is_named_once(tmp_path: Path, name: str, rows: str) -> None:
    found = reading(tmp_path, {name: rows})
    line = 3 if name == "a.csv" else 2
    assert len(found.articles) == 3
    assert problems(found) == [
        f"seeds/{name}:{line}: has texts under text and body, and of this and other rows only the first of them is read"
        " — leave one of them in the table"
    ]


def test_rows_of_one_name_are_two_articles(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.csv": "title,text\nBridge,One.\nBridge,Two.\n"})
    assert len({made.id for made in found.articles}) == 2
    assert {made.paragraphs[0].of(made.text) for made in found.articles} == {"One.", "Two."}


def test_a_row_that_is_wrong_is_named_with_its_line_and_the_others_are_read(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.csv": "title,text,date\nA,,\nB,Text.,soon\nC,More.,2042\n"})
    assert [made.title for made in found.articles] == ["B", "C"]
    assert [problem.split(" — ")[0] for problem in problems(found)] == [
        "seeds/a.csv:2: an article has no text",
        "seeds/a.csv:3: date: 'soon' is not a date",
    ]
    found = reading(
        tmp_path / "2", {"a.jsonl": '{"text": "One."}\n[1]\n{"text": \n' + "[" * 100_000 + "\n"}
    )
    assert len(found.articles) == 1
    assert [problem.split(" — ")[0] for problem in problems(found)] == [
        f"seeds/a.jsonl:{line}: is not a JSON object" for line in (2, 3, 4)
    ]


def test_a_table_of_something_else_is_named(tmp_path: Path) -> None:
    found = reading(tmp_path, {"budget.csv": "year,amount\n2042,3\n"})
    assert found.articles == ()
    assert problems(found) == [
        "seeds/budget.csv:1: has no column for the text of articles — name one of its columns text"
    ]


def test_half_a_character_of_json_is_shown_as_unreadable(tmp_path: Path) -> None:
    found = reading(
        tmp_path, {"a.jsonl": '{"title": "Gate \\ud83d", "text": "It is \\udfff shut."}\n'}
    )
    assert shown(found.articles[0]) == ["# Gate \ufffd", "It is \ufffd shut."]


def test_a_whole_character_of_two_halves_is_one(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.jsonl": '{"text": "It is \\ud83d\\ude42."}\n'})
    assert shown(found.articles[0])[-1].endswith("\U0001f642.")


def test_a_cell_that_is_not_closed_is_named_wherever_it_ends(tmp_path: Path) -> None:
    table = 'title,text\nA,"Text nine.\nB,"Text ten."\nC,"Text eleven."\nD,"He" said so.\nE,"It is ""shut""."\n'
    found = reading(tmp_path, {"a.csv": table})
    assert [made.title for made in found.articles] == ["A", "C", "D", "E"]
    remedy = "close its cells, and double the marks inside"
    assert problems(found) == [
        f"seeds/a.csv:2: the quotation marks of a row don't match, so what stands below it may be its text — {remedy}",
        f"seeds/a.csv:5: the quotation marks of a row don't match, so its text may lack some — {remedy}",
    ]


def test_of_a_table_that_is_none_the_beginning_is_read(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.csv": "title,text\n" + 'A,"He" said so.\n' * 1_000})
    assert len(found.articles) == 100
    said = "seeds/a.csv:102: the quotation marks of more than 100 rows don't match, so nothing below is read — "
    assert any(problem.startswith(said) for problem in problems(found))


def table(ending: str, rows: int, text: str = "Shut.") -> str:
    """A table of so many articles of one text."""
    if ending == ".jsonl":
        return "\n".join(json.dumps({"title": f"Gate {n}", "text": text}) for n in range(rows))
    return "title,text\n" + "".join(f'Gate {n},"{text}"\n' for n in range(rows))


@pytest.mark.parametrize(("ending", "line"), [(".csv", 252), (".jsonl", 251)])
def test_of_a_table_of_short_articles_so_many_are_read_and_the_remedy_reads_them_all(
    project: Path, ending: str, line: int
) -> None:
    file = project / f"seeds/a{ending}"
    file.write_text(table(ending, TABLE_ARTICLES), encoding="utf-8")
    found = gather(load(project / "mkdocs.yml"))
    assert (len(found.stories), found.problems) == (TABLE_ARTICLES, ())
    file.write_text(table(ending, TABLE_ARTICLES + 1), encoding="utf-8")
    found = gather(load(project / "mkdocs.yml"))
    said = "holds more than 250 articles of fewer than 1,000 characters, and nothing is read from this row on"
    (problem,) = found.problems
    assert len(found.stories) == TABLE_ARTICLES
    assert (problem.where, problem.what) == (f"seeds/a{ending}:{line}", said)
    setting, _, where = problem.hint.removeprefix("set ").partition(" under ")
    assert where == "extra: florilegium: in mkdocs.yml to read all"
    config = (project / "mkdocs.yml").read_text(encoding="utf-8")
    (project / "mkdocs.yml").write_text(config + f"    {setting}\n", encoding="utf-8")
    found = gather(load(project / "mkdocs.yml"))
    assert (len(found.stories), found.problems) == (TABLE_ARTICLES + 1, ())


def test_the_row_beyond_is_named_on_its_line_though_cells_have_lines(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.csv": table(".csv", TABLE_ARTICLES + 1, "Shut.\n\nOpen.")})
    assert [problem.partition(": ")[0] for problem in problems(found)] == [
        f"seeds/a.csv:{2 + 3 * TABLE_ARTICLES}"
    ]


@pytest.mark.parametrize(
    ("characters", "read"), [(999, TABLE_ARTICLES), (1_000, TABLE_ARTICLES + 1)]
)
def test_an_article_is_short_below_a_thousand_characters(
    tmp_path: Path, characters: int, read: int
) -> None:
    rows = "".join(
        f'Gate,"{"a" * (characters - len("Gate") - len("--"))}"\n'
        for _ in range(TABLE_ARTICLES + 1)
    )
    found = reading(tmp_path, {"a.csv": f"title,text\n{rows}"})
    assert {len(made.text) for made in found.articles} == {characters}
    assert len(found.articles) == read


def test_a_table_of_ordinary_news_is_read_whole(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.csv": table(".csv", TABLE_ARTICLES + 100, "It is shut. " * 166)})
    assert (len(found.articles), problems(found)) == (TABLE_ARTICLES + 100, [])


def test_rows_without_an_article_are_named_one_by_one_as_far_as_a_table_of_its_size_has_them(
    tmp_path: Path,
) -> None:
    rows = "".join(f"Gate {n},\n" for n in range(1_000))
    found = reading(tmp_path / "1", {"a.csv": "title,text\n" + rows + "Last,It is shut.\n"})
    assert (len(found.articles), len(problems(found))) == (1, 1_000)
    found = reading(tmp_path / "2", {"a.csv": "title,text\n" + rows + "Gate,\nLast,It is shut.\n"})
    said = "has more than 1,000 rows that hold no article, and nothing is read from this row on"
    assert found.articles == ()
    assert f"seeds/a.csv:1002: {said} — mend or remove them" in problems(found)
    assert len(problems(found)) == 1_001


def test_an_author_in_parts_is_read_and_an_object_without_a_name_is_named(tmp_path: Path) -> None:
    row = {
        "text": "It is shut.",
        "author": [{"given": "Nora", "family": "Pell"}, {"who": "Tom Ash"}],
        "views": {"n": 3},
    }
    found = reading(tmp_path, {"a.jsonl": "\n" + json.dumps(row) + "\n"})
    assert found.articles[0].authors == ("Nora Pell",)
    fact = "the field 'author' holds an object without a name, which is left out"
    assert problems(found) == [
        f'seeds/a.jsonl:2: {fact} — write it as a text, or as {{"name": "…"}}'
    ]


def test_a_column_that_is_nearly_a_field_is_named_once_and_others_are_of_no_concern(
    tmp_path: Path,
) -> None:
    csv = "title,text,item_type,authr\nShut,The bridge is shut.,a,b\nOpen,The bridge is open.,a,b\n"
    rows = '{"titel": "Shut", "text": "The bridge is shut.", "item_type": 1}\n'
    found = reading(tmp_path, {"all.csv": csv, "all.jsonl": rows * 2})
    assert problems(found) == [
        "seeds/all.csv:1: the column 'authr' is unknown — did you mean 'author'?",
        "seeds/all.jsonl:1: the field 'titel' is unknown — did you mean 'title'?",
    ]
    assert len(found.articles) == 4


@pytest.mark.parametrize("value", ["5", "true", "1.5"])
def test_a_number_where_the_text_should_be_is_named(tmp_path: Path, value: str) -> None:
    found = reading(tmp_path, {"a.jsonl": f'{{"title": "Gate", "text": {value}}}\n'})
    assert problems(found) == [
        f"seeds/a.jsonl:1: the field 'text' is {value}, not a text — write the text in \"quotes\""
    ]
    assert len(found.articles) == 1


def test_one_date_of_a_column_tells_the_order_of_all(tmp_path: Path) -> None:
    table = "title,date,text\nA,05/03/2042,One.\nB,31/12/2042,Two.\nC,2042-01-02,Three.\n"
    found = reading(tmp_path / "1", {"a.csv": table})
    assert [made.date for made in found.articles] == ["2042-03-05", "2042-12-31", "2042-01-02"]
    assert problems(found) == [
        "seeds/a.csv:1: its dates are read as day/month/year, since one of them is 31/12/2042"
        " — write them as 2042-03-12 if that is wrong"
    ]
    found = reading(tmp_path / "2", {"a.csv": table.replace("2042-01-02", "12/31/2042")})
    assert [made.date for made in found.articles] == [None, "2042-12-31", "2042-12-31"]
    assert "it can't be known which number is the day" in problems(found)[0]
