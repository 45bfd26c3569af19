"""Word documents and PDFs with text → drafts. Their libraries are an optional extra: ".[formats]"."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

from generator.fields.values import Note
from generator.read.draft import Draft
from generator.read.layout import ENDS_SENTENCE, lay_out, put_together

LARGEST_OFFICE = 30_000_000  # bytes of the file
LARGEST_UNPACKED = 100_000_000  # bytes of a Word document's parts
LARGEST_TEXT = 2_000_000  # characters
MOST_PAGES = 500  # of a PDF
MISSING = 'install the formats: pip install ".[formats]"'
SHORT = 0.8  # a line of a PDF shorter than this part of the longest, and ending a sentence, ends a paragraph


def read_docx(data: bytes) -> Draft:
    """A Word document: Title or the first heading is the headline, Subtitle the standfirst; cells are paragraphs."""
    try:
        import docx
        from docx.table import Table
    except ImportError:
        return _refused("can't be read without another library", MISSING)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST_UNPACKED:
                return _refused("unpacks to more than 100 MB", "save its text as .txt")
        styled: list[tuple[str, str]] = []
        for item in docx.Document(io.BytesIO(data)).iter_inner_content():
            if isinstance(item, Table):
                styled += [("", cell.text) for row in item.rows for cell in row.cells]
            else:
                styled.append((item.style.name if item.style is not None else "", item.text))
    except Exception as error:  # zipfile, lxml and python-docx each have their own for a broken file
        return _refused(f"can't be read as a Word document: {type(error).__name__}", "save it again, or as .txt")
    return _of_paragraphs([(style or "", " ".join(text.split())) for style, text in styled if text.strip()])


def _of_paragraphs(styled: list[tuple[str, str]]) -> Draft:
    if sum(len(text) for _, text in styled) > LARGEST_TEXT:
        return _refused(f"has more than {LARGEST_TEXT:,} characters", "split it into articles")
    titles = [n for n, (style, _) in enumerate(styled[:5]) if style in ("Title", "Heading 1")]
    subtitles = [n for n, (style, _) in enumerate(styled[:6]) if style == "Subtitle"]
    if not titles:
        return lay_out("\n".join(text for _, text in styled), {})
    head = {titles[0], *subtitles[:1]}
    body = "\n".join(text for n, (_, text) in enumerate(styled) if n not in head)
    standfirst = styled[subtitles[0]][1] if subtitles else ""
    return replace(put_together(styled[titles[0]][1], standfirst, body, {}, one_a_line=True), line=1)


def read_pdf(data: bytes) -> Draft:
    """A PDF with text. Its lines are joined to paragraphs, as well as can be known from where they end."""
    try:
        import pypdf
    except ImportError:
        return _refused("can't be read without another library", MISSING)
    try:
        pages = pypdf.PdfReader(io.BytesIO(data)).pages
        if len(pages) > MOST_PAGES:
            return _refused(f"has more than {MOST_PAGES} pages", "split it into articles")
        text = "\n".join(page.extract_text() for page in pages)
    except Exception as error:  # pypdf raises many kinds for a broken file
        return _refused(f"can't be read as a PDF: {type(error).__name__}", "save its text as .txt")
    text = re.sub("[\ud800-\udfff]", "\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        return _refused("has no text: it may be a scan", "run text recognition over it, or type it")
    if len(text) > LARGEST_TEXT:
        return _refused(f"has more than {LARGEST_TEXT:,} characters", "split it into articles")
    draft = lay_out(unwrapped(text), {})
    note = Note("its paragraphs were guessed from the lines of a PDF", "save it as .txt to be sure", harmless=True)
    return replace(draft, line=1, notes=(note,))


def unwrapped(text: str) -> str:
    """The lines of a page joined to paragraphs: one ends at a blank line, or where a sentence ends in a short line."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    widest = max(map(len, lines), default=0)
    made: list[str] = []
    ended = True
    for number, line in enumerate(lines):
        if not line:
            ended = True
            continue
        if ended:
            made.append(line)
        else:
            made[-1] += " " + line
        ended = len(line) < SHORT * widest and (line.endswith(ENDS_SENTENCE) or number == 0)
    return "\n".join(made)


def _refused(what: str, hint: str) -> Draft:
    return Draft(notes=(Note(what, hint),))
