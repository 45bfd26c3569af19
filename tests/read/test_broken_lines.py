"""Lines that were broken to a width, words that line ends parted, mails."""

from pathlib import Path

import pytest

from generator.read.broken_words import mended
from tests.read.seeds import article, problems, reading, shown
from tests.steps import steps

WRAPPED = (
    "The ferry over the Cawl is back after two weeks in the yard, its\ncaptain said on Saturday in a letter.\n"
    "“We sail at noon,” said Rosa Adeyemi, “and nobody needs to wait\nfor the bridge.”\n"
    "Otto Kell, the owner of the yard, said that the work had cost less\nthan he had feared."
)
PARAGRAPHS = WRAPPED.replace(".\n", ".¶").replace("”\n", "”¶").split("¶")
SET_IN = "    " + "\n    ".join(PARAGRAPHS)
WIDE = WRAPPED.replace("\n", " ").replace(". “", ".\n\n“").replace("” O", "”\n\nO")


@pytest.mark.parametrize("text", [WRAPPED, SET_IN], ids=["width", "set in"])
def test_lines_broken_to_a_width_are_paragraphs(tmp_path: Path, text: str) -> None:
    assert shown(article(tmp_path, f"Ferry back\n{text}\n")) == ["# Ferry back", *PARAGRAPHS]


@pytest.mark.parametrize("width", [40, 72, 130, 200])
def test_any_width(tmp_path: Path, width: int) -> None:
    import textwrap

    text = "\n\n".join(textwrap.fill(f"{part} {part}", width) for part in WIDE.split("\n\n"))
    made = article(tmp_path, f"Ferry back\n\n{text}\n")
    assert [" ".join(words.split()) for words in shown(made)[1:]] == [
        f"{part} {part}" for part in WIDE.split("\n\n")
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["Ann Lee", "Bob Orr", "Tom Ash", "Ida May"],
        ["The ferry sails at noon.", "It is full.", "The bridge is shut.", "So is the weir."],
        ["A " + "ferry sails " * 30 + ".", "B " + "weir is shut " * 40 + ".", "C is a ship."],
    ],
)
def test_lines_that_are_paragraphs_stay_apart(tmp_path: Path, lines: list[str]) -> None:
    made = article(tmp_path, "Ferry back\n\nA standfirst\n\n" + "\n".join(lines))
    assert shown(made)[2:] == lines


def test_paragraphs_within_one_line_are_parted(tmp_path: Path) -> None:
    dump = "The ferry is back, and it sails at noon each day of the week.     “We are glad,” said Rosa Adeyemi.\tIt is. "
    made = article(tmp_path, f"Ferry back\n\n{dump * 2}")
    assert shown(made)[1:4] == [
        "The ferry is back, and it sails at noon each day of the week.",
        "“We are glad,” said Rosa Adeyemi.",
        "It is. The ferry is back, and it sails at noon each day of the week.",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the coun-\ncil met", "the council\nmet"),
        ("a well-\nknown arch", "a well-known\narch"),
        ("said the may-\nor.", "said the mayor."),
        ("Ada Varn-\nholt said", "Ada Varnholt\nsaid"),
        ("Varn-holt, Varn-\nholt", "Varn-holt, Varn-holt"),
        ("Quixby and Quix-\nby", "Quixby and Quixby"),
        ("mid-\nMay 2041-\n42", "mid-May\n2041-42"),
        ("a soft\u00ad\nened blow", "a softened\nblow"),
        ("ﬁve oﬀers", "five offers"),
        ("a list:\n- one\n- two", "a list:\n- one\n- two"),
        ("it rose - \nand fell", "it rose - \nand fell"),
    ],
)
def test_a_word_that_a_line_end_parted(text: str, expected: str) -> None:
    assert mended(text)[0] == expected


def test_how_many_words_were_put_together_is_said(tmp_path: Path) -> None:
    made = article(tmp_path, "Bridge shut\n\nThe coun-\ncil met in a state-\nof-shock.\n\nIt is.")
    assert problems(made)[0].startswith(
        "seeds/a.txt: 2 words that line ends parted are put together"
    )


@pytest.mark.parametrize(
    "bait", ["a-\n", "aaaa", "-\n", "a'a", "a-\n ", "1-\n", "\u00ad\n", "a.   "]
)
def test_twice_the_breaks_take_twice_the_time(tmp_path: Path, bait: str) -> None:
    few, many = (
        steps(lambda number=number: article(tmp_path / str(number), "T\n\n" + bait * number))  # type: ignore[misc]
        for number in (2_000, 12_000)
    )
    assert many < 9 * few + 10_000
    assert mended("x" * 1_000_000)[1] == ()


MAIL = (
    "From: Nora Pell <nora@courier.example>\nTo: desk@courier.example\nSubject: Re: Ferry back\n"
    "Date: Sat, 3 May 2042 08:15:00 +0000 (UTC)\n\n> The ferry is back.\n> “We sail at noon,” said Rosa Adeyemi.\n\n-- \nNora\n"
)


def test_a_mail_that_was_pasted(tmp_path: Path) -> None:
    made = article(tmp_path, MAIL)
    assert (made.title, made.authors, made.date) == ("Ferry back", ("Nora Pell",), "2042-05-03")
    assert shown(made) == [
        "# Ferry back",
        "The ferry is back.\n“We sail at noon,” said Rosa Adeyemi.",
    ] or (len(shown(made)) == 3)
    assert "courier.example" not in made.text + made.id
    plain = article(tmp_path / "2", "Subject: none\n\nFrom: here on it is text.")
    assert plain.title == "Subject: none"


EML = (
    "From: =?utf-8?q?J=C3=B6rg_M=C3=BCller?= <j@courier.example>\nSubject: =?utf-8?b?RmVycnkgYmFjaw==?=\n"
    "Date: Sat, 3 May 2042 08:15:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n"
    "--B\nContent-Type: text/html; charset=utf-8\n\n<p>The ferry is back, and it sails at noon each day.</p>\n"
    "<script>x()</script>\n"
    "--B\nContent-Type: application/pdf\nContent-Disposition: attachment\n\nx\n--B--\n"
)


def test_a_mail_of_a_mail_program(tmp_path: Path) -> None:
    made = article(tmp_path, EML, "a.eml")
    assert (made.title, made.authors, made.date) == ("Ferry back", ("Jörg Müller",), "2042-05-03")
    assert shown(made)[1:] == ["The ferry is back, and it sails at noon each day."]
    assert "its 1 attachments are not read" in problems(made)[0]
    deep = "".join(f"Content-Type: multipart/mixed; boundary={n}\n\n--{n}\n" for n in range(3_000))
    assert problems(reading(tmp_path / "2", {"a.eml": f"MIME-Version: 1.0\n{deep}"}))
