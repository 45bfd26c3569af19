"""What newspaper databases export: an article each, its metadata out of the text."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.model import Article
from generator.read import drafts_of
from generator.read.databases.export import day
from tests.read.seeds import problems, reading, shown
from tests.read.test_office import pdf, word

NUMBERED = """



                               1 of 2 DOCUMENTS


                              The Cawl Herald

                             May 3, 2042 Saturday
                                 Late Edition

Ferry stops for a week while its engine
is taken out

BYLINE: Ida Brandt, Staff Writer

SECTION: NEWS; Pg. 7

LENGTH: 70 words

DATELINE: FENBY

The ferry stops for a week, the harbour board said on Friday in a long letter to
its passengers.

"We have one engine and it is broken," said Otto Kell. "SECTION: that is what the
door says."

LOAD-DATE: May 4, 2042

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                        Copyright 2042 Cawl Press Ltd.
                              All Rights Reserved


                               2 of 2 DOCUMENTS

                              Fenby Post

                             May 5, 2042 Monday

A new engine comes by sea

LENGTH: 40 words

A new engine comes by sea, said Rosa Adeyemi.

LOAD-DATE: May 5, 2042
"""
GERMAN = """                            Dokument 1 von 2

                              Tagblatt

                             3. Mai 2042 Samstag

Die Fähre steht

AUTOR: Ida Brandt

RUBRIK: LOKALES; S. 4

LÄNGE: 40 Wörter

Die Fähre steht eine Woche, sagte Otto Kell.

UPDATE: 4. Mai 2042

SPRACHE: DEUTSCH

                            Dokument 2 von 2

                              Tagblatt

                             5. Mai 2042 Montag

Ein Motor kommt

LÄNGE: 20 Wörter

Ein Motor kommt, sagte Rosa Adeyemi.

SPRACHE: DEUTSCH
"""
UNI = """Ferry stops for a week
The Cawl Herald
May 3, 2042 Saturday

Copyright 2042 Cawl Press Ltd. All Rights Reserved

Section: NEWS; Pg. 7
Length: 70 words
Byline: Ida Brandt
Dateline: FENBY

Body

The ferry stops for a week, the board said.

“We have one engine,” said Otto Kell.

Classification

Language: ENGLISH

Load-Date: May 4, 2042

End of Document

A new engine comes by sea
Fenby Post
May 5, 2042 Monday

Body

A new engine comes by sea, said Rosa Adeyemi.

End of Document
"""
CODED = """SE  News
HD  Ferry stops for a week
BY  Ida Brandt
WC  70 words
PD  3 May 2042
ET  08:15
SN  The Cawl Herald
SC  CAWLHE
PG  7
LA  English
CY  (c) 2042 Cawl Press Ltd.

LP
The ferry stops for a week, the board said.

TD
“We have one engine,” said Otto Kell.
TD Bank lent the money.

IN  i1 : Ferries
AN  Document CAWLHE0020420503e05300001

HD  A new engine comes by sea
WC  40 words
PD  5 May 2042
SN  Fenby Post
LP  A new engine comes by sea, said Rosa Adeyemi.
AN  Document FENBYP0020420505e05500002
"""
PLAIN = """News
Ferry stops for a week
Ida Brandt
70 words
3 May 2042
08:15
The Cawl Herald
CAWLHE
7
English
(c) 2042 Cawl Press Ltd.

The ferry stops for a week, the board said.

“We have one engine,” said Otto Kell.

Document CAWLHE0020420503e05300001

A new engine comes by sea
40 words
5 May 2042
Fenby Post
FENBYP
English
(c) 2042

A new engine comes by sea, said Rosa Adeyemi.

Document FENBYP0020420505e05500002
"""
PROQUEST = """____________________________________________________________

Report Information from ProQuest
____________________________________________________________

Document 1 of 2

Ferry stops for a week

Author: Brandt, Ida; Kell, Otto

Publication info: The Cawl Herald ; Fenby [Fenby] 3 May 2042: 7.

ProQuest document link

Abstract: The ferry stops.

Full text: The ferry stops for a week, the board said.

“We have one engine,” said Otto Kell.
Section: that is what the door says.

Subject: Ferries

Publication title: The Cawl Herald

Document URL: https://proquest.example/doc/1

____________________________________________________________

Document 2 of 2

A new engine comes by sea

Publication info: Fenby Post ; Fenby 5 May 2042: 2.

Full text: A new engine comes by sea, said Rosa Adeyemi.
"""
EUROPRESSE = """<html><body><article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">
Le Phare, no. 12</span><span class="DocHeader">Ville, samedi 3 mai 2042, p. 7</span></div>
<div class="titreArticle"><p class="titreArticleVisu">Le bac est arrêté</p></div><div class="docAuthors">Brandt, Ida</div>
</header><section><div class="DocText clearfix"><div class="docOcurrContainer"><p>Le bac est arrêté une semaine.</p>
<p>« Il n’y a qu’un moteur », dit Otto Kell.</p></div></div></section></article></body></html>"""
HTML = "<html><style>.c0 { text-align: center; }</style><body>" + "".join(
    f"<p>{block}</p>" for block in re.split(r"\n\n+|\n(?= {8})", NUMBERED) if block.strip()
)
TABLE = (
    "<html><table>"
    + "".join(
        f"<tr><td><b>{line[:2]}</b></td><td>{line[4:]}</td></tr>"
        for line in (
            "HD  Ferry stops for a week",
            "PD  3 May 2042",
            "SN  The Cawl Herald",
            "LP  It stops, said Otto Kell.",
        )
    )
    + "</table></html>"
)
EXPORTS = {
    "LexisNexis": ("a.txt", NUMBERED),
    "LexisNexis as a page": ("a.html", HTML),
    "Nexis Uni": ("a.txt", UNI),
    "Nexis Uni in Word": ("a.docx", word(*(("", line) for line in UNI.split("\n") if line))),
    "Factiva with letters": ("a.txt", CODED),
    "Factiva without": ("a.txt", PLAIN),
    "ProQuest": ("a.txt", PROQUEST),
}


def of(found: list[Article], title: str) -> Article:
    return next(made for made in found if made.title.startswith(title))


@pytest.mark.parametrize(("name", "content"), EXPORTS.values(), ids=EXPORTS)
def test_an_article_each_with_its_metadata(tmp_path: Path, name: str, content: str | bytes) -> None:
    found = reading(tmp_path, {name: content})
    assert [p for p in problems(found) if "Word" not in p] == []
    assert len(found.articles) == 2
    first = of(list(found.articles), "Ferry stops for a week")
    second = of(list(found.articles), "A new engine")
    assert (first.publication, first.date) == ("The Cawl Herald", "2042-05-03")
    assert (second.publication, second.date) == ("Fenby Post", "2042-05-05")
    assert first.authors[:1] == ("Ida Brandt",)
    assert second.authors == ()
    assert shown(second)[1:] == ["A new engine comes by sea, said Rosa Adeyemi."]
    text = "\n".join(shown(first))
    for no in (
        "LENGTH",
        "words",
        "Copyright",
        "(c)",
        "LOAD",
        "Language",
        "ENGLISH",
        "Document",
        "Pg.",
        "Abstract",
    ):
        assert no not in text
    for yes in ("The ferry stops for a week", "one engine"):
        assert yes in text
    assert first.line > 1 or name != "a.txt"


def test_what_looks_like_a_label_within_the_text_stays(tmp_path: Path) -> None:
    found = reading(tmp_path, {"n.txt": NUMBERED, "p.txt": PROQUEST, "f.txt": CODED}).articles
    texts = "\n".join(made.text for made in found)
    for words in (
        "SECTION: that is what the\ndoor says",
        "Section: that is what the door says",
        "TD Bank lent",
    ):
        assert words in texts


def test_a_german_export(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.txt": GERMAN}).articles
    assert [(made.title, made.date, made.publication, made.lang) for made in found] == [
        ("Die Fähre steht", "2042-05-03", "Tagblatt", "de"),
        ("Ein Motor kommt", "2042-05-05", "Tagblatt", "de"),
    ]
    assert (found[0].authors, found[0].tags) == (("Ida Brandt",), ("LOKALES",))


def test_europresse_and_a_table_of_factiva(tmp_path: Path) -> None:
    found = reading(tmp_path, {"e.html": EUROPRESSE, "f.html": TABLE}).articles
    made = of(list(found), "Le bac")
    assert (made.publication, made.date, made.authors) == (
        "Le Phare",
        "2042-05-03",
        ("Ida Brandt",),
    )
    assert shown(made)[1:] == [
        "Le bac est arrêté une semaine.",
        "« Il n’y a qu’un moteur », dit Otto Kell.",
    ]
    assert (of(list(found), "Ferry").publication, of(list(found), "Ferry").date) == (
        "The Cawl Herald",
        "2042-05-03",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Result 1 of 2\n\nFerry stops\n\nIt stops.\n\nResult 2 of 2\n\nEngine\n\nIt comes.\n",
        "**** *paper_a\nIt stops.\n",
    ],
)
def test_an_export_of_an_unknown_kind_is_named_and_no_article(tmp_path: Path, text: str) -> None:
    found = reading(tmp_path, {"a.txt": text})
    assert found.articles == ()
    assert problems(found)[0].startswith(
        "seeds/a.txt: is an export of several articles in a form that is not known"
    )


def test_an_article_without_its_text_is_named(tmp_path: Path) -> None:
    found = reading(
        tmp_path, {"a.txt": PROQUEST.replace("Full text: A new engine", "Abstract: A new engine")}
    )
    assert len(found.articles) == 1
    assert "an article of the export has no text" in problems(found)[0]


@pytest.mark.parametrize(
    "text",
    [
        "Ferry stops\n\nOne of two documents was lost. The end of document talk.\n\nPage 1 of 2\n",
        "HD sets are cheaper\n\nBY the river they are sold.\n\nPD is what they say.\n",
        "Ferry stops\n\nAuthor: nobody\n\nFull text: none.\n",
    ],
)
def test_an_ordinary_article_is_no_export(tmp_path: Path, text: str) -> None:
    assert len(reading(tmp_path, {"a.txt": text}).articles) == 1


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("March 12, 2042 Wednesday", "2042-03-12"),
        ("December 19, 2041, Thursday, Late Edition", "2041-12-19"),
        ("12 mars 2042 mercredi", "2042-03-12"),
        ("Miércoles 12 de Marzo de 2042", "2042-03-12"),
        ("woensdag 12 maart 2042", "2042-03-12"),
        ("12. März 2042", "2042-03-12"),
        ("The Courier 2042", None),
        ("Late Edition", None),
    ],
)
def test_a_day(words: str, expected: str | None) -> None:
    assert day(words) == expected


def test_an_export_in_a_pdf_is_told(tmp_path: Path) -> None:
    lines = [line for line in UNI.replace("“", '"').replace("”", '"').split("\n") if line]
    found = reading(tmp_path, {"a.pdf": pdf(*lines)})
    assert [made.title for made in found.articles] == [
        "A new engine comes by sea",
        "Ferry stops for a week",
    ]


BAIT: dict[str, Callable[[int], str]] = {
    "numbers": lambda n: "1 of 2 DOCUMENTS\nBYLINE: a\n" * n,
    "ends": lambda n: "Body\n" + "End of Document\n" * n,
    "one long end": lambda n: "Body\n" * n + "End of Document\n",
    "codes": lambda n: "HD a\nPD b\nLP c\n" * n,
    "codes that go on": lambda n: "HD a\nPD b\nLP c\n" + "d\n" * n,
    "fields": lambda n: "Publication info: a\nFull text: b\n" * n,
    "documents": lambda n: "5 words\nDocument ABC00000000000000000\n" * n,
    "labels": lambda n: "1 of 2 DOCUMENTS\n" + "BYLINE: a\n" * n,
    "dates": lambda n: "1 of 2 DOCUMENTS\n" + "12 Foo 2042\n" * n + "BYLINE: a\n",
}


@pytest.mark.parametrize("shape", BAIT.values(), ids=BAIT)
def test_an_export_takes_time_in_proportion(shape: Callable[[int], str]) -> None:
    spent = []
    for count in (10_000, 40_000):
        started = time.process_time()
        drafts_of(".txt", shape(count).encode())
        spent.append(time.process_time() - started)
    assert spent[1] < 0.5 + 8 * spent[0]
