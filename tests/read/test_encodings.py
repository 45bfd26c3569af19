"""Every readable encoding is read, and a guess is said to be one."""

from pathlib import Path

import pytest

from tests.read.seeds import article, problems, reading, shown

TEXT = "Brücke gesperrt\n\n“Müller – naïve” sagte: « c’est l’été » für 5 €.\n\nŸes."
PLAIN = "Brücke gesperrt\n\n„Müller – naïve“, sagte er für fünf €.\n\nJa."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_what_states_its_encoding_is_read_without_a_word(tmp_path: Path, encoding: str) -> None:
    made = article(tmp_path, TEXT.encode(encoding))
    assert (made.text, problems(made)) == (TEXT, [])


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "cp1252"])
def test_what_can_be_nothing_else_is_a_note(tmp_path: Path, encoding: str) -> None:
    made = article(tmp_path, PLAIN.encode(encoding))
    assert made.text == PLAIN
    (problem,) = made.problems
    assert problem.note
    assert "which is a guess" in problem.what


RUSSIAN = "Мост закрыт\n\nМэр сказал, что мост откроют весной. Паром ходит каждый час, кроме ночи и воскресенья.\n"


@pytest.mark.parametrize("encoding", ["koi8_r", "cp1251", "iso8859_5"])
def test_a_real_guess_is_a_problem(tmp_path: Path, encoding: str) -> None:
    made = article(tmp_path, (RUSSIAN * 5).encode(encoding))
    assert made.text == (RUSSIAN * 5).strip()
    assert [problem.note for problem in made.problems] == [False]


def test_japanese_by_its_escapes(tmp_path: Path) -> None:
    text = "橋が閉鎖\n\n市長は言った。\n\n船は走る。"
    assert article(tmp_path, text.encode("iso2022_jp")).text == text


def test_utf8_with_a_few_wrong_bytes(tmp_path: Path) -> None:
    made = article(tmp_path, "“One” and “two” ".encode() + b"\x93three\x94 \x81")
    assert made.text == "“One” and “two” “three” \ufffd"
    assert "was read as UTF-8 with 3 wrong bytes" in problems(made)[0]


def test_a_page_that_declares_its_charset_is_read_by_it(tmp_path: Path) -> None:
    page = '<html><head><meta charset="koi8-r"><title>Мост закрыт</title></head><p>Мэр сказал, что нет.</p></html>'
    made = article(tmp_path, page.encode("koi8_r"), "a.html")
    assert (made.title, problems(made)) == ("Мост закрыт", [])


def test_a_charset_that_does_not_fit_is_not_believed(tmp_path: Path) -> None:
    page = "<meta charset=ascii><title>Brücke</title><p>Die Brücke ist gesperrt, sagte Müller.</p>"
    assert article(tmp_path, page.encode("utf-8"), "a.html").title == "Brücke"


def test_a_second_byte_order_mark_is_no_text(tmp_path: Path) -> None:
    assert article(tmp_path, b"\xef\xbb\xbf\xef\xbb\xbfBridge\n\nShut.").title == "Bridge"


def test_chinese_in_seven_bits(tmp_path: Path) -> None:
    made = article(tmp_path / "hz", "标题\n\n大桥于星期一关闭。\n".encode("hz"))
    assert shown(made) == ["# 标题", "大桥于星期一关闭。"]
    assert [str(problem) for problem in made.problems] == [
        "seeds/a.txt: was read as hz, which is a guess — save it as UTF-8"
    ]
    found = reading(tmp_path / "cn", {"a.txt": b"Gate\n\n\x1b$)A\x0e4sGE\x0f is shut.\n"})
    assert problems(found) == [
        "seeds/a.txt: is in ISO-2022-CN, which is not read — save it as UTF-8 text"
    ]
    assert article(tmp_path / "code", "Gate\n\nIt is ~{shut}~ now.\n").problems == ()
    program = article(tmp_path / "program", "Gate\n\nWrite ~{name~} to loop, she said.\n")
    assert shown(program) == ["# Gate", "Write ~{name~} to loop, she said."]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [RUSSIAN * 2, "大桥关闭\n\n\u3000市长说：“没有人有危险。”\n\n渡船照常。\n"],
    ids=["Russian", "Chinese"],
)
def test_two_bytes_a_letter_without_a_mark(tmp_path: Path, text: str, encoding: str) -> None:
    made = article(tmp_path, text.encode(encoding))
    assert made.text.replace("\u3000", "") == text.strip().replace("\u3000", "")
    assert problems(made) == [
        f"seeds/a.txt: was read as {encoding}, which is a guess — save it as UTF-8"
    ]


@pytest.mark.parametrize(
    "data",
    [b"Gate\n\nIt is\0 shut now, and the ferry rests.\n", b"Gate\n\n\x93No,\x94 he said.\0 \n\n"],
)
def test_a_stray_zero_makes_no_text_one_of_two_bytes_a_letter(tmp_path: Path, data: bytes) -> None:
    made = article(tmp_path, data + b" " * (len(data) % 2))
    assert made.text.startswith("Gate")


@pytest.mark.parametrize("text", ["Brücke gesperrt", "Мост закрыт", "Bridge shut – for good"])
def test_seven_bits_that_may_be_more_are_shown_and_named(tmp_path: Path, text: str) -> None:
    made = article(tmp_path, b"Gate\n\nIt is shut.\n\n" + text.encode("utf-7"))
    assert made.text.endswith(text.encode("utf-7").decode("ascii"))
    assert problems(made) == [
        "seeds/a.txt:5: looks like UTF-7, and is not read so — save it as UTF-8"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Call +44 20 7946 0000.",
        "1+1=2, a+b",
        "It rose by +20-30 points.",
        "C++",
        "+ADw-b+AD4-",
        "x+y-z +Abc-",
    ],
)
def test_a_plus_is_a_plus(tmp_path: Path, words: str) -> None:
    assert problems(article(tmp_path, f"Gate\n\n{words}\n")) == []


def test_a_few_words_of_chinese_in_seven_bits_are_named(tmp_path: Path) -> None:
    text = (
        b"Bridge shut\n\nThe sign at the gate of the old bridge says: "
        + "大桥于星期一关闭".encode("hz")
        + b".\n"
    )
    made = article(tmp_path, text)
    assert problems(made) == [
        "seeds/a.txt:3: has words that look like Chinese in HZ, and is not read so — save it as UTF-8"
    ]


def test_a_charset_that_gives_no_words_is_named(tmp_path: Path) -> None:
    page = "<html><head><meta charset=koi8-r><title>Gate</title></head>\n<p>The café at the gate of Göttingen is shut.</p>"
    made = article(tmp_path, page.encode("cp1252"), "a.html")
    assert problems(made) == [
        "seeds/a.html:2: is said to be koi8-r, but looks like windows-1252, and is not read so — save it as UTF-8"
    ]


def test_rich_text_is_named(tmp_path: Path) -> None:
    found = reading(tmp_path, {"a.txt": r"{\rtf1\ansi Gate\par It is shut.\par}"})
    assert problems(found) == [
        "seeds/a.txt: is an RTF document, not plain text — save it as UTF-8 text"
    ]
