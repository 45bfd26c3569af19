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
    assert problems(found) == ["seeds/a.txt: is in ISO-2022-CN, which is not read — save it as UTF-8 text"]
    assert article(tmp_path / "code", "Gate\n\nIt is ~{shut}~ now.\n").problems == ()
    program = article(tmp_path / "program", "Gate\n\nWrite ~{name~} to loop, she said.\n")
    assert shown(program) == ["# Gate", "Write ~{name~} to loop, she said."]
