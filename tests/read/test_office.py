"""Word documents and PDFs with text."""

import io
import sys
import zipfile
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
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(body)
    return body + b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        start,
    )


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
    made = article(tmp_path, word(("", "Bridge shut"), ("", "The bridge is shut."), ("", "It is.")), "a.docx")
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
    assert unwrapped("Title\n\nOne goes on and on\nto here.\n\nTwo.") == "Title\nOne goes on and on to here.\nTwo."


def bomb() -> bytes:
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("word/document.xml", b"0" * 101_000_000)
    return saved.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.docx", b"PK\x03\x04junk", "seeds/a.docx: can't be read as a Word document"),
        ("a.docx", bomb(), "seeds/a.docx: unpacks to more than 100 MB"),
        ("a.docx", word(), "seeds/a.docx: has no text"),
        ("a.pdf", b"%PDF-1.4 junk", "seeds/a.pdf: can't be read as a PDF"),
        ("a.pdf", pdf(), "seeds/a.pdf: has no text: it may be a scan"),
    ],
)
def test_what_cannot_be_read_is_named(tmp_path: Path, name: str, data: bytes, expected: str) -> None:
    found = reading(tmp_path, {name: data})
    assert found.articles == ()
    assert problems(found)[0].startswith(expected)


def test_without_the_libraries_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    monkeypatch.setitem(sys.modules, "pypdf", None)
    for draft in (read_docx(word()), read_pdf(pdf())):
        assert 'pip install ".[formats]"' in draft.notes[0].hint
