"""Word documents and PDFs with text."""

import io
import sys
import zipfile
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from generator.read.office import read_docx, read_pdf, unwrapped
from tests.read.seeds import article, problems, reading, shown


def word(*paragraphs: tuple[str, str]) -> bytes:
    """A Word document of (style, text)."""
    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style=style or None)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue()


def pdf(*lines: str) -> bytes:
    """The smallest PDF with these lines on a page."""
    shown = b"".join(b"(" + line.encode("latin-1") + b") Tj T*\n" for line in lines)
    stream = b"BT /F1 12 Tf 14 TL 50 750 Td\n" + shown + b"ET"
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 600 800]"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    return assembled(objects)


def assembled(objects: Sequence[bytes]) -> bytes:
    """A PDF of these objects, the first of which is its catalog."""
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(body)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>" % (
        size,
        table,
        size,
    )
    return body + head + b"\nstartxref\n%d\n%%%%EOF" % start


def test_a_word_document(tmp_path: Path) -> None:
    data = word(
        ("Title", "Bridge shut"),
        ("Subtitle", "Repairs may take until May"),
        ("", "The bridge is shut."),
        ("", "“It will open in May,” said Ann Lee."),
    )
    made = article(tmp_path, data, "bridge.docx")
    assert shown(made) == [
        "# Bridge shut",
        "> Repairs may take until May",
        "The bridge is shut.",
        "“It will open in May,” said Ann Lee.",
    ]
    assert (made.id, made.date, problems(made)) == ("bridge", None, [])


def test_a_word_document_without_styles_is_like_a_text(tmp_path: Path) -> None:
    made = article(
        tmp_path, word(("", "Bridge shut"), ("", "The bridge is shut."), ("", "It is.")), "a.docx"
    )
    assert shown(made) == ["# Bridge shut", "The bridge is shut.", "It is."]


def test_a_pdf(tmp_path: Path) -> None:
    data = pdf(
        "Bridge shut",
        "The bridge over the Cawl will be shut until May, the mayor of Eddermoor has",
        "said, after divers found cracks in the pier.",
        "Traders in Sluice Row fear that they will lose the summer, and so do all the",
        "others.",
    )
    made = article(tmp_path, data, "bridge.pdf")
    assert shown(made) == [
        "# Bridge shut",
        "The bridge over the Cawl will be shut until May, the mayor of Eddermoor has said, after divers found cracks "
        "in the pier.",
        "Traders in Sluice Row fear that they will lose the summer, and so do all the others.",
    ]
    assert [problem.note for problem in made.problems] == [True]


def test_lines_are_joined_to_paragraphs() -> None:
    assert (
        unwrapped("Title\n\nOne goes on and on\nto here.\n\nTwo.")
        == "Title\nOne goes on and on to here.\nTwo."
    )


def bomb() -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", b"0" * 101_000_000)
    return saved.getvalue()


def worded(body: str, declared: str = "", encoding: str = "utf-8") -> bytes:
    """A Word document with this as its body; `declared`: what stands before its root element."""
    saved = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(word())) as old,
        zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as parts,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "word/document.xml":
                part = part.replace(b"<w:body>", b"<w:body>" + body.encode())
                start = part.index(b"<w:document")
                opening = f'<?xml version="1.0" encoding="{encoding}"?>'
                part = (opening + declared + part[start:].decode()).encode(encoding)
            parts.writestr(name, part)
    return saved.getvalue()


def renamed(document: bytes) -> bytes:
    """A Word document whose main part has a name that says nothing."""
    saved = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(document)) as old,
        zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as parts,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name in ("[Content_Types].xml", "_rels/.rels"):
                part = part.replace(b"word/document.xml", b"word/media/a.png")
            parts.writestr(name.replace("word/document.xml", "word/media/a.png"), part)
    return saved.getvalue()


def forms_in_forms(page: bytes = b"/F Do " * 10) -> bytes:
    """A PDF whose page draws a form ten times, which draws a form ten times … four deep."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 600 800]"
        b" /Resources << /XObject << /F 5 0 R >> /Font << /A << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>"
        b" >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
    ]
    for number in range(5, 9):
        objects.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 60 /Resources << /XObject << /F %d 0 R >> >> >>"
            b"\nstream\n%s\nendstream" % (number + 1, b"/F Do " * 10)
        )
    objects.append(
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 0 >>\nstream\n\nendstream"
    )
    return assembled(objects)


TABLE = "<w:tbl>%s</w:tbl>"
CELL = "<w:tc><w:tcPr>%s</w:tcPr><w:p><w:r><w:t>%s</w:t></w:r></w:p>%s</w:tc>"


def test_words_in_tables_boxes_and_tracked_changes_are_read_once(tmp_path: Path) -> None:
    inner = TABLE % ("<w:tr>" + CELL % ("", "Inner cell.", "") + "</w:tr>")
    wide = '<w:gridSpan w:val="3000000"/>'  # python-docx gives a cell as often as it is wide
    body = (
        "<w:p><w:r><w:t>Bridge shut</w:t></w:r></w:p>"
        + TABLE % ("<w:tr>" + CELL % (wide, "A wide cell.", inner) + "</w:tr>")
        + '<w:p><w:ins w:id="1"><w:r><w:t>It was </w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>never'
        + "</w:delText></w:r></w:del><w:r><w:t>shut.</w:t></w:r></w:p>"
        + "<w:moveFrom w:id='3'><w:r><w:t>Moved.</w:t></w:r></w:moveFrom>"
        + "<w:p><w:r><w:t>They co</w:t><w:noBreakHyphen/><w:t>operated.</w:t></w:r></w:p>"
        + "<w:p><w:moveTo w:id='4'><w:r><w:t>Moved.</w:t></w:r></w:moveTo></w:p>"
        + "<w:sdt><w:sdtContent><w:p><w:r><w:t>In a field.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    made = article(tmp_path, worded(body), "a.docx")
    assert shown(made) == [
        *(
            "# Bridge shut",
            "A wide cell.",
            "Inner cell.",
            "It was shut.",
            "They co-operated.",
            "Moved.",
        ),
        "In a field.",
    ]


def test_a_table_of_joined_cells_takes_time_in_proportion() -> None:
    joined = "<w:tr>" + CELL % ("<w:vMerge/>", "Joined.", "") + "</w:tr>"
    draft = read_docx(
        worded("<w:p><w:r><w:t>Bridge shut</w:t></w:r></w:p>" + TABLE % (joined * 5_000))
    )
    assert len(draft.blocks) == 5_001  # by python-docx's cells, an hour


def test_footnotes_are_named(tmp_path: Path) -> None:
    saved = io.BytesIO(word(("", "Bridge shut"), ("", "It is shut.")))
    with zipfile.ZipFile(saved, "a") as parts:
        parts.writestr("word/footnotes.xml", "<w:footnotes><w:t>A note.</w:t></w:footnotes>")
    assert [str(p) for p in article(tmp_path, saved.getvalue(), "a.docx").problems] == [
        "seeds/a.docx: its footnotes, endnotes and comments are not read — put what they say into the text"
    ]


@pytest.mark.parametrize(
    ("words", "said"), [("Page ", True), ("Ведомости", True), ("12", False), ("– 3 –", False)]
)
def test_words_above_and_below_the_text_are_named(tmp_path: Path, words: str, said: bool) -> None:
    saved = io.BytesIO(word(("", "Bridge shut"), ("", "It is shut.")))
    with zipfile.ZipFile(saved, "a") as parts:
        parts.writestr(
            "word/footer3.xml", f'<w:ftr><w:t xml:space="preserve">{words}</w:t></w:ftr>'
        )
    named = "seeds/a.docx: its headers and footers are not read — put what they say into the text"
    assert problems(article(tmp_path, saved.getvalue(), "a.docx")) == [named] * said


def test_comments_are_named(tmp_path: Path) -> None:
    saved = io.BytesIO(word(("", "Bridge shut"), ("", "It is shut.")))
    with zipfile.ZipFile(saved, "a") as parts:
        parts.writestr("word/comments.xml", "<w:comments><w:t>Is it?</w:t></w:comments>")
    assert len(article(tmp_path, saved.getvalue(), "a.docx").problems) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_words_behind_a_declared_entity_are_named(tmp_path: Path, encoding: str) -> None:
    declared = '<!DOCTYPE x [<!ENTITY gate "and the gate">]>'
    body = "<w:p><w:r><w:t>The bridge &gate; is shut.</w:t></w:r></w:p>"
    named = "seeds/a.docx: declares an abbreviation (<!ENTITY …>), and the words that it stands for are not read"
    assert [
        str(p).partition(" — ")[0]
        for p in article(tmp_path, worded(body, declared, encoding), "a.docx").problems
    ] == [named]


def test_a_formula_is_read_and_a_symbol_is_seen(tmp_path: Path) -> None:
    math = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    formula = f"<m:oMath {math}><m:r><m:t>x=2</m:t></m:r></m:oMath>"
    body = f'<w:p><w:r><w:t>It is </w:t></w:r>{formula}<w:r><w:sym w:char="F04A"/></w:r></w:p>'
    assert read_docx(worded(body)).text == "It is x=2\ufffd"


def test_a_page_that_ends_within_a_form_where_the_budget_does_is_not_shown_in_part(
    tmp_path: Path,
) -> None:
    """pypdf takes our error for one of the form, and goes on behind it: here the page ends there,
    with a text.
    """
    found = reading(
        tmp_path, {"a.pdf": forms_in_forms(b"BT /A 12 Tf 50 750 Td (It is shut.) Tj ET /F Do")}
    )
    assert problems(found) == ["seeds/a.pdf: takes too long to read — save its text as .txt"]
    shut = reading(
        tmp_path / "shut", {"a.pdf": forms_in_forms(b"BT /A 12 Tf 50 750 Td (It is shut.) Tj ET")}
    )
    assert [made.text for made in shut.articles] == ["It is shut."]


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.docx", b"PK\x03\x04junk", "seeds/a.docx: can't be read as a Word document"),
        ("a.docx", bomb(), "seeds/a.docx: unpacks to more than 100 MB"),
        ("a.docx", word(), "seeds/a.docx: has no text"),
        ("a.docx", worded("<w:p/>" * 450_000), "seeds/a.docx: has more than 400,000 tags"),
        ("a.docx", renamed(worded("<w:p/>" * 450_000)), "seeds/a.docx: has more than 400,000 tags"),
        ("a.pdf", forms_in_forms(), "seeds/a.pdf: takes too long to read"),
        ("a.pdf", b"%PDF-1.4 junk", "seeds/a.pdf: can't be read as a PDF"),
        ("a.pdf", pdf(), "seeds/a.pdf: has no text: it may be a scan"),
    ],
)
def test_what_cannot_be_read_is_named(
    tmp_path: Path, name: str, data: bytes, expected: str
) -> None:
    found = reading(tmp_path, {name: data})
    assert found.articles == ()
    assert problems(found)[0].startswith(expected)


def test_without_the_libraries_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.setitem(sys.modules, "pypdf", None)
    for draft in (read_docx(word()), read_pdf(pdf())):
        assert 'pip install ".[formats]"' in draft.notes[0].hint
