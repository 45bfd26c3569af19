"""Every named problem stands on the line to mend.

Each case is a file in which one line is wrong. That line begins with ▶, so that it can be counted
without the program; the number of lines above it varies.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import correct
from generator.correct.load import read
from generator.read.files import LARGEST
from tests.read.seeds import problems, reading

MARK = "▶"
ARTICLE = {"a.txt": "Gate shut\n\nThe gate was shut.\n"}
# what is wrong → a block of YAML; {above} = harmless lines
YAML = {
    "no quotation marks": "{above}▶author: b: c\ndate: 2042\n",
    "a colon is missing": "{above}▶author\ndate: 2042\n",
    "a bracket is open": "{above}▶author: [Ann Lee,\ndate: 2042\n",
    "a brace is open": "{above}▶author: {{name: Ann Lee\ndate: 2042\n",
    "a quoted text is open": '{above}▶author: "Ann Lee\ndate: 2042\n',
    "a tab": "{above}▶\tauthor: Ann Lee\n",
    "too far in": "{above}▶  author: Ann Lee\n",
    "a list among fields": "{above}▶- Ann Lee\n",
    "a sign that begins nothing": "{above}▶author: @annlee\n",
    "a wrong escape": '{above}▶author: "\\q"\n',
    "words behind >": "{above}▶author: ># words\n  more\n",
    "a control character": "{above}▶author: Ann\x1bLee\n",
    "a zero": "{above}▶author: Ann\x00Lee\n",
    "an anchor": "{above}▶author: &a Ann Lee\n",
    "an alias": "{above}▶author: *a\n",
    "a merge of an alias": "{above}▶<<: *a\n",
    "a tag": "{above}▶author: !!python/name:os.system Ann Lee\n",
    "a tag in a list": "{above}author:\n  - Tom Ash\n▶  - !!python/object/apply:os.system [id]\n",
    "a tag in a mapping": "{above}author:\n  family: Lee\n▶  name: !!python/name:os.system Ann Lee\n",
    "a tag of its own": "{above}▶author: !env Ann Lee\n",
    "nested too deep": "{above}▶author: [[[[[[[[[[[[[[[[[[x]]]]]]]]]]]]]]]]]]\n",
    "no such day": "{above}▶date: 2042-02-30\n",
    "no date": "{above}▶updated: soon\n",
    "no address": "{above}▶source_url: javascript:alert(1)\n",
    "an address with a password": "{above}▶archive_url: https://a:b@c.example/\n",
    "no language": "{above}▶lang: klingonish!\n",
    "no slug": "{above}▶slug: ../../x\n",
    "no path": "{above}redirect_from:\n  - old/path\n▶  - ../x\n",
    "a path on another host": "{above}redirect_from:\n▶  - //a.example\n",
    "neither true nor false": "{above}▶draft: perhaps\n",
    "no way to publish": "{above}▶publish: half\n",
    "a list for a text": "{above}▶title: [a, b]\n",
    "a list for a standfirst": "{above}▶standfirst: [a, b]\n",
    "a mapping for a text": "{above}▶title: {{a: b}}\n",
    "a field twice": "{above}date: 2042\n▶date: 2043\n",
    "a field misspelt": "{above}▶autor: Ann Lee\n",
    "a name that is a list": "{above}▶? [a, b]\n: c\n",
    "below a line separator": "{above}tags: 'a\u2028b'\n▶date: soon\n",
    "below a next-line character": "{above}rights: a\x85  b\n▶date: soon\n",
}
# what is wrong → the ending of a table's name and the table
TABLES = {
    "no text": (".csv", "title,text\n{rows}▶B,\n"),
    "a bad date": (".csv", "title,text,date\n{rows}▶B,Text.,soon\n"),
    "a date below a cell of many lines": (
        ".csv",
        'title,text,date\n{rows}A,"One.\n\nTwo.",2042\n▶B,Text.,soon\n',
    ),
    "a comma too many": (".csv", "title,text\n{rows}▶B,The gate, was shut.\n"),
    "a cell that never ends": (
        ".csv",
        'title,text\n{rows}▶B,"The gate was shut.\nC,It was open.\n',
    ),
    "a cell that is too long": (".csv", "title,text\n{rows}▶B," + "x" * 2_000_001 + "\n"),
    "two columns of one name": (".csv", "▶title,text,text\n{rows}"),
    "no column of texts": (".csv", "▶title,words\n{rows}"),
    "no object": (".jsonl", "{lines}▶[1, 2]\n"),
    "no JSON": (".jsonl", "{lines}▶{{broken\n"),
    "lists in lists": (".jsonl", '{lines}▶{{"text": ' + "[" * 600 + '"x"' + "]" * 600 + "}}\n"),
    "a name twice": (".jsonl", '{lines}▶{{"text": "One.", "text": "Two."}}\n'),
    "a list for a text in JSON": (
        ".jsonl",
        '{lines}▶{{"text": "One.", "headline": ["Gate", "shut"]}}\n',
    ),
    "an object for a text": (
        ".jsonl",
        '{lines}▶{{"text": "One.", "standfirst": {{"html": "Gate"}}}}\n',
    ),
    "a bad date in JSON": (".jsonl", '{lines}▶{{"text": "One.", "date": "soon"}}\n'),
}
CORRECTIONS = {
    "not YAML": "{names}▶  also: [a\nquotes: []\n",
    "no words": "{names}quotes:\n▶- article: a\n  speaker: Ann Lee\n",
    "no such field": "{names}quotes:\n- article: a\n  words: shut\n  kind: direct\n▶  speeker: Ann Lee\n",
    "no such kind": "{names}quotes:\n- article: a\n  words: shut\n▶  kind: loud\n",
    "changes nothing": "{names}quotes:\n▶- article: a\n  words: shut\n",
    "two at once": "{names}quotes:\n▶- article: a\n  words: shut\n  drop: true\n  add: true\n",
    "no such section": "{names}▶speakers:\n- name: a\n",
    "no list": "{names}▶quotes: shut\n",
    "an entry that is a text": "{names}quotes:\n▶- shut\n",
    "an alias": "{names}quotes:\n- article: a\n▶  words: *a\n",
    "a bad date": "{names}articles:\n- article: a\n▶  date: soon\n",
    "an entry twice": "{names}▶- name: Ann Lee\n  kind: person\n",
}


def marked(text: str) -> tuple[str, int]:
    """(the text without its mark, the line that had it)."""
    assert text.count(MARK) == 1
    return text.replace(MARK, ""), text.split(MARK)[0].count("\n") + 1


def named(found: list[str], place: str) -> bool:
    """Whether all that is said of the file is said on its line."""
    return bool(found) and all(problem.startswith(f"{place}: ") for problem in found)


@pytest.mark.parametrize("above", [0, 3])
@pytest.mark.parametrize("what", YAML)
def test_a_field_of_an_article(tmp_path: Path, what: str, above: int) -> None:
    matter = YAML[what].format(
        above="publication: Courier\n" if not above else "# note\n\npublication: Courier\n"
    )
    text, line = marked("\n" * above + f"---\n{matter}---\n\nThe gate was shut.\n")
    assert named(problems(reading(tmp_path, {"a.md": text})), f"seeds/a.md:{line}")


@pytest.mark.parametrize(
    "what", [what for what, text in YAML.items() if "title" not in text and "lang" in text]
)
def test_a_field_of_a_collection(tmp_path: Path, what: str) -> None:
    text, line = marked(YAML[what].format(above="title: Papers\n"))
    for name in ("_collection.yml", "papers/_collection.yml", "nobody/_collection.yml"):
        found = reading(tmp_path / name, {"papers/a.txt": ARTICLE["a.txt"], name: text})
        assert named(problems(found), f"seeds/{name}:{line}")


@pytest.mark.parametrize("above", [0, 7])
@pytest.mark.parametrize("what", TABLES)
def test_a_row_of_a_table(tmp_path: Path, what: str, above: int) -> None:
    ending, table = TABLES[what]
    rows = "".join(f"A{number},Text.\n" for number in range(above))
    lines = "".join(
        json.dumps({"title": f"A{number}", "text": "Text."}) + "\n" for number in range(above)
    )
    text, line = marked(table.format(rows=rows, lines=lines))
    assert named(problems(reading(tmp_path, {f"a{ending}": text})), f"seeds/a{ending}:{line}")


@pytest.mark.parametrize("above", [1, 4])
@pytest.mark.parametrize("what", CORRECTIONS)
def test_an_entry_of_the_corrections(what: str, above: int) -> None:
    names = "names:\n- name: Ann Lee\n" + "".join(
        f"- name: Ann {letter}\n" for letter in "ABCD"[:above]
    )
    text, line = marked(CORRECTIONS[what].format(names=names))
    found = [str(problem) for problem in read(text).problems]
    assert named(found, f"seeds/corrections.yml:{line}")


@pytest.mark.parametrize("above", [0, 5])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("wrong", [b"caf\xe9", b"\xe2\x80", b"\xff\xfe", b"\x93shut\x94"])
def test_a_byte_that_is_not_utf8(tmp_path: Path, wrong: bytes, ending: str, above: int) -> None:
    head = "Gate shut\n" + "The gate, “shut”.\n" * above
    body = head.encode().replace(b"\n", ending.encode()) + wrong + b" and more.\n"
    found = problems(reading(tmp_path, {"a.txt": body}))
    assert named(found, f"seeds/a.txt:{above + 2}")


def test_a_byte_of_the_corrections_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    for mark in (b"", b"\xef\xbb\xbf"):
        (tmp_path / "seeds/corrections.yml").write_bytes(mark + b"\n\n# caf\xe9\n")
        found = correct.load(tmp_path / "seeds/corrections.yml")
        assert named([str(problem) for problem in found.problems], "seeds/corrections.yml:3")


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("a.json", '{{{lines}\n"title": "Gate",\n▶"URL": "javascript:alert(1)"}}'),
        ("a.json", '{{{lines}\n"title": "Gate"\n▶"URL": "https://a.example/"}}'),
        ("a.json", '{{{lines}\n"title": "Gate",\n▶"issued": {{"raw": "soon"}}}}'),
        ("a.ris", "TY  - NEWS\n{lines}TI  - Gate\n▶UR  - javascript:alert(1)\nER  - \n"),
        ("a.bib", "@article{{a,\n{lines} title = {{Gate}},\n▶ url = {{javascript:alert(1)}}\n}}\n"),
    ],
)
def test_a_record_beside_an_article(tmp_path: Path, name: str, record: str) -> None:
    text, line = marked(record.format(lines="\n\n"))
    found = problems(reading(tmp_path, {**ARTICLE, name: text}))
    assert named(found, f"seeds/{name}:{line}")


def test_a_paragraph_of_a_saved_page_that_is_not_taken(tmp_path: Path) -> None:
    story = (
        "<p>The gate over the Cawl was shut on Monday, said Ann Lee, and will not open before May.</p>\n"
        * 9
    )
    # a tenth of the text: what is less is a caption or a notice
    offer = "Buy now, since nobody knows how long the offer lasts, and tell your friends about it today."
    page = f"<html><head><title>Gate</title></head><body><article>{story}</article>\n<ul><li>\n▶<p>{offer}"
    text, line = marked(page)
    assert named(problems(reading(tmp_path, {"a.html": text})), f"seeds/a.html:{line}")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("\n\n---\ntitle: a\n\nThe gate was shut.\n", 3),
        ("+++\ntitle = = 1\n+++\n\nThe gate was shut.\n", 2),
        (f"---\ntitle: {'x' * 64_001}\n---\n\nThe gate was shut.\n", 1),
    ],
)
def test_front_matter_as_a_whole(tmp_path: Path, text: str, line: int) -> None:
    found = [
        problem
        for problem in problems(reading(tmp_path, {"a.md": text}))
        if "(+++)" in problem or "front" in problem
    ]
    assert len(text) < LARGEST
    assert named(found, f"seeds/a.md:{line}")
