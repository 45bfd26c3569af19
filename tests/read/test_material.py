"""Material as people have it: tables of programs, records of other programs, notes, pages in an
archive.
"""

import json
from pathlib import Path

import pytest

from generator.fields.dates import iso
from generator.read.columns import without_outlet
from generator.read.sidecars import read_sidecar
from tests.read.seeds import article, problems, reading

SAID = "The ferry is back. “We sail at noon,” said Rosa Adeyemi, its captain."
ROWS = [
    {
        "source": {"name": "Cawl Herald"},
        "title": "Ferry back",
        "publishedAt": "2042-05-03T08:00:00Z",
        "content": SAID,
    },
    {
        "webTitle": "Ferry back",
        "webPublicationDate": "2042-05-03T08:00:00Z",
        "fields": {"byline": "Ida Brandt", "bodyText": SAID},
    },
    {
        "title": "Ferry back",
        "date_publish": "2042-05-03 08:00:00",
        "maintext": SAID,
        "authors": ["Ida Brandt"],
    },
    {
        "headline": "Ferry back",
        "date": "20420503",
        "body": SAID,
        "authors": "Ida Brandt and Otto Kell, Contributors",
    },
    {"title": "Ferry back", "seendate": "20420503T081500Z", "article_text": SAID},
]


def test_articles_as_programs_fetch_them(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.jsonl": "\n".join(map(json.dumps, ROWS))})
    assert problems(found) == []
    assert [(made.title, made.date) for made in found.articles] == [
        ("Ferry back", "2042-05-03")
    ] * 5
    assert sorted(made.authors for made in found.articles) == [
        (),
        (),
        ("Ida Brandt",),
        ("Ida Brandt",),
        ("Ida Brandt", "Otto Kell"),
    ]


@pytest.mark.parametrize("held", [ROWS[0], ROWS, {"status": "ok", "articles": ROWS}])
def test_a_json_file_with_a_text_is_an_article(tmp_path: Path, held: object) -> None:
    found = reading(tmp_path, {"a.json": json.dumps(held)})
    assert found.articles
    assert problems(found) == []


def test_a_title_without_its_outlet_and_a_date_that_says_its_order(tmp_path: Path) -> None:
    head = "title,publication,author,date,content\n"
    row = 'Ferry back - The Cawl Herald,Cawl Herald,"Ida Brandt, Otto Kell",{},It is back.\n'
    made = article(tmp_path / "1", head + row.format("12/31/2042"), "a.csv")
    assert (made.title, made.date, made.authors) == (
        "Ferry back",
        "2042-12-31",
        ("Ida Brandt", "Otto Kell"),
    )
    made = article(tmp_path / "2", head + row.format("05/03/2042"), "a.csv")
    assert made.date is None
    assert "it can't be known which number is the day" in problems(made)[0]
    assert without_outlet("Ferry back - and forth", "Cawl Herald") == "Ferry back - and forth"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *(
            ("2042/05/03", "2042-05-03"),
            ("20420503", "2042-05-03"),
            ("20420503T081500Z", "2042-05-03"),
        ),
        *(
            ("Sat, 3 May 2042 08:15:00 +0000", "2042-05-03"),
            ("3-May-2042", "2042-05-03"),
            ("May 2042", "2042-05"),
        ),
        *(
            ("03.05.2042", "2042-05-03"),
            ("31/12/2042", "2042-12-31"),
            ("05/03/2042", None),
            ("2042/5/3", None),
        ),
        *(
            ("99999999", None),
            ("2042-05/03", None),
            ("3-Foo-2042", None),
            ("31.02.2042", None),
            ("31/31/2042", None),
        ),
    ],
)
def test_a_date_of_a_program(words: str, expected: str | None) -> None:
    assert iso(words) == expected


RIS = (
    "TY - NEWS\nT1  - Ferry back\nAU  - Brandt,Ida\nA1  - Müller, Jörg\nJF  - Cawl Herald\n"
    "PB  - Cawl Press\nDA  - 2042/5/3/\nLA  - English\nER  -\n"
)
BIB = r"""@article{a, title = {Die {F\"ahre} \& das {Stra\ss{}enschiff}, 20\% off},
 author = {Mart{\'\i}nez, Jos{\'e} and {Council}}, journal = {Caf\'e --- Zeitung}, year = {2042},
 month = may, day = 3, url = {https://herald.example/a\_b}, language = {German}}"""
CSL = """[{"title": "Ferry back", "language": "English", "author": [{"family": "Lee", "given": "Ann",
 "non-dropping-particle": "van der"}], "issued": {"date-parts": [["2042", "5", "3"]]}}]"""


@pytest.mark.parametrize(
    ("name", "record", "authors", "lang"),
    [
        ("a.ris", RIS, ("Jörg Müller", "Ida Brandt"), "en"),
        ("a.bib", BIB, ("José Martínez", "Council"), "de"),
        ("a.json", CSL, ("Ann van der Lee",), "en"),
    ],
)
def test_a_record_of_another_program(
    tmp_path: Path, name: str, record: str, authors: tuple[str, ...], lang: str
) -> None:
    found = reading(tmp_path, {"a.txt": f"Ferry back\n\n{SAID}\n\nIt is.", name: record})
    assert problems(found) == []
    (made,) = found.articles
    assert (made.authors, made.lang, made.date) == (authors, lang, "2042-05-03")
    assert made.publication in ("Cawl Herald", "Café — Zeitung", None)


def test_the_codes_of_a_record_are_its_characters() -> None:
    fields = read_sidecar(".bib", BIB).fields
    assert fields["title"].text == "Die Fähre & das Straßenschiff, 20% off"
    assert fields["source_url"].text == "https://herald.example/a_b"
    # by pylatexenc, 40 seconds
    assert (
        len(
            read_sidecar(".bib", "@article{a, title={" + "\\'e" * 300_000 + "}}")
            .fields["title"]
            .text
        )
        == 900_000
    )


def test_front_matter_in_toml(tmp_path: Path) -> None:
    matter = '+++\ntitle = "Ferry back"\ndate = 2042-05-03T08:00:00+01:00\nauthor = "Ida Brandt"\ntags = ["a", "b"]\n+++\n'
    made = article(tmp_path / "1", f"{matter}\n{SAID}\n", "a.md")
    assert (made.title, made.date, made.authors, made.tags) == (
        "Ferry back",
        "2042-05-03",
        ("Ida Brandt",),
        ("a", "b"),
    )
    assert (problems(made), made.line) == ([], 8)
    assert "+++" not in made.text
    broken = article(tmp_path / "2", f"+++\ntitle = 'a'\ndate = = 3\n+++\n\n{SAID}\n", "a.md")
    assert problems(broken)[0].startswith("seeds/a.md:3: its front matter is no TOML")


def test_marks_in_a_text_that_is_shown_as_written_are_named(tmp_path: Path) -> None:
    head = "---\ntitle: Ferry back\nauthor: Nora Pell\n---\n\n"
    made = article(tmp_path, f"{head}%% private: call Rosa %%\n\n{SAID}\n", "a.md")
    assert "private" not in made.text
    assert problems(made) == [
        "seeds/a.md: its comments (%% … %%) are not published — take off the marks if they belong to the article"
    ]
    linked = article(
        tmp_path / "2", f"{head}The [ferry](https://herald.example/f) is back.\n", "a.md"
    )
    assert "[ferry](https://herald.example/f)" in linked.text
    assert "add `markdown: true` to its front matter" in problems(linked)[0]
    plain = article(tmp_path / "4", f"{head}It is 2 ** 3 == 8, a__b.\n", "a.md")
    assert problems(plain) == []


PARAGRAPHS = (
    "<p>The ferry over the Cawl is back after two weeks in the yard, its captain said on Saturday.</p>"
    + (
        "<p>“We sail at noon, and we sail every day of the summer,” said Rosa Adeyemi, who is its captain.</p>"
    )
)
PAGE = "<html><head><title>{}</title>{}</head><body><article><h1>Ferry back on the river</h1>{}{}</article></body></html>"


def test_a_title_with_the_outlet_behind_it(tmp_path: Path) -> None:
    byline = '<div class="byline">By Ida Brandt May 3</div>'
    head = '<meta name="author" content="Cawl Herald">'
    made = article(
        tmp_path,
        PAGE.format("Ferry back on the river | Cawl Herald", head, byline, PARAGRAPHS),
        "a.html",
    )
    assert (made.title, made.publication, made.authors) == (
        "Ferry back on the river",
        "Cawl Herald",
        ("Ida Brandt",),
    )


def test_a_title_behind_the_name_of_the_site_is_no_outlet(tmp_path: Path) -> None:
    page = PAGE.format("Cawl Herald Online » The ferry is back on the river", "", "", PARAGRAPHS)
    made = article(
        tmp_path, page.replace("<h1>Ferry back on the river", "<h1>Cawl Herald Online"), "a.html"
    )
    assert made.publication != "The ferry is back on the river"


def test_an_address_of_an_archive_is_parted(tmp_path: Path) -> None:
    link = '<link rel="canonical" href="https://web.archive.org/web/20420601120000/https://herald.example/ferry">'
    made = article(tmp_path, PAGE.format("Ferry back on the river", link, "", PARAGRAPHS), "a.html")
    assert made.source_url == "https://herald.example/ferry"
    assert (
        made.archive_url
        == "https://web.archive.org/web/20420601120000/https://herald.example/ferry"
    )
    assert made.publication == "herald.example"


def test_a_page_in_a_web_archive(tmp_path: Path) -> None:
    page = (
        PAGE.format("Ferry back on the river", "", "", PARAGRAPHS)
        .replace("=", "=3D")
        .replace("“", "=E2=80=9C")
        .replace("”", "=E2=80=9D")
    )
    held = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://herald.example/ferry\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; type="text/html"; boundary="--B"\n\n----B\nContent-Type: text/html\n'
        f"Content-Transfer-Encoding: quoted-printable\n\n{page}\n----B--\n"
    )
    made = article(tmp_path, held, "a.mhtml")
    assert (made.title, made.source_url) == (
        "Ferry back on the river",
        "https://herald.example/ferry",
    )
    assert "“We sail at noon" in made.text
    assert problems(reading(tmp_path / "2", {"b.mht": "MIME-Version: 1.0\n\nNothing."})) == [
        "seeds/b.mht: holds no web page — save the page as HTML"
    ]
