"""Word documents and PDFs with text → drafts. Their libraries are an optional extra:
".[formats]".
"""

from __future__ import annotations

import io
import logging
import re
import zipfile
from dataclasses import replace
from typing import Any

from generator.fields.values import Note
from generator.read.draft import Draft
from generator.read.layout import lay_out, of_styles
from generator.read.paragraphs import ENDS_SENTENCE

LARGEST_OFFICE = 30_000_000  # bytes of the file
LARGEST_UNPACKED = 100_000_000  # bytes of a Word document's parts
LARGEST_TEXT = 2_000_000  # characters
MOST_TAGS = 400_000  # in a Word document; a book has 100,000
NOTES = ("word/footnotes.xml", "word/endnotes.xml", "word/comments.xml")
HAS_TEXT = re.compile(rb"<w:t[ >]")
_ENTITY = re.compile(rb"<!ENTITY\s")
HEAD = 20_000  # bytes of a part in which such are declared
MARGIN = re.compile(r"word/(?:header|footer)\d*\.xml")
HAS_WORDS = re.compile(
    rb"<w:t(?: [^<>]*)?>[^<]*(?:[A-Za-z]{3}|[\xc3-\xdf][\x80-\xbf]|[\xe3-\xef][\x80-\xbf])"
)  # more than the number of the page
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BEFORE_XML = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"  # marks of its encoding, and blanks
MOST_PAGES = 500  # of a PDF
MOST_STEPS = 1_000_000  # of drawing a PDF's pages; a page of text has 2,000
FORM_STEPS = 5_000  # that a form counts for
PDF_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": 10_000_000,
    "lzw_maximum_output_length": 10_000_000,
    "run_length_maximum_output_length": 10_000_000,
    "stream_decoding_work_maximum_length": 20_000_000,
    "stream_parsing_work_maximum_count": 100_000,
    "jbig2dec_binary": None,  # no other program is run
}
MISSING = 'install the formats: pip install ".[formats]"'
# a line of a PDF shorter than this part of the longest, and ending a sentence, ends a paragraph
SHORT = 0.8


def read_docx(data: bytes) -> Draft:
    """A Word document: Title or the first heading is the headline, Subtitle the standfirst."""
    try:
        import docx
    except ImportError:
        return _refused("can't be read without another library", MISSING)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if sum(part.file_size for part in parts.infolist()) > LARGEST_UNPACKED:
                return _refused("unpacks to more than 100 MB", "save its text as .txt")
            if sum(_tags(parts.read(part)) for part in parts.infolist()) > MOST_TAGS:
                return _refused(f"has more than {MOST_TAGS:,} tags", "save its text as .txt")
            notes = [
                part
                for part in parts.namelist()
                if part in NOTES and HAS_TEXT.search(parts.read(part))
            ]
            entities = any(
                _ENTITY.search(parts.read(part)[:HEAD].replace(b"\0", b""))
                for part in parts.namelist()
            )
            margins = [
                p
                for p in parts.namelist()
                if MARGIN.fullmatch(p) and HAS_WORDS.search(parts.read(p))
            ]
        styled = _paragraphs(docx.Document(io.BytesIO(data)))
    # zipfile, lxml and python-docx each have their own for a broken file
    except Exception as error:
        return _refused(
            f"can't be read as a Word document: {type(error).__name__}", "save it again, or as .txt"
        )
    draft = _of_paragraphs(
        [(style, " ".join(text.split())) for style, text in styled if text.strip()]
    )
    remedy = "put what they say into the text"
    left = (
        [Note("its footnotes, endnotes and comments are not read", remedy, harmless=True)]
        if notes
        else []
    )
    left += [Note("its headers and footers are not read", remedy, harmless=True)] if margins else []
    if entities:
        fact = (
            "declares an abbreviation (<!ENTITY …>), and the words that it stands for are not read"
        )
        left.append(Note(fact, "save it again with a word processor, which resolves it"))
    plain = "\n\n".join(text for _, text in styled) if draft.blocks else ""
    return replace(draft, notes=(*draft.notes, *left), plain=plain)


def _tags(part: bytes) -> int:
    """How many tags a part has, about; its name says nothing, since the document may call its parts
    anything.
    """
    return part.count(b"<") if part.lstrip(_BEFORE_XML).startswith(b"<") else 0


def _paragraphs(document: Any) -> list[tuple[str, str]]:
    """(style, text) of each paragraph, also of those in tables, text boxes and content controls.

    Not by python-docx's own objects: they leave those out, repeat merged cells, and take seconds
    for a few thousand.
    """
    from docx.oxml.ns import qn
    from lxml import etree

    # the latter in formulas
    paragraph, style, words = qn("w:p"), qn("w:pStyle"), {qn("w:t"), qn("m:t")}
    # the same words for older programs, and where moved words were
    elsewhere = {_FALLBACK, qn("w:moveFrom")}
    blank = {qn(name) for name in ("w:tab", "w:br", "w:cr")}
    names = {style.style_id: style.name or "" for style in document.styles}
    made: list[tuple[list[str], list[str]]] = []  # the style and the pieces of each
    inside: list[tuple[list[str], list[str]]] = []
    walk = etree.iterwalk(document.element.body, events=("start", "end"))
    for event, node in walk:
        if node.tag == paragraph and event == "end":
            inside.pop()
        elif node.tag == paragraph:
            inside.append(([], []))
            made.append(inside[-1])
        elif event == "start" and node.tag in elsewhere:
            walk.skip_subtree()
        elif event == "start" and inside:
            if node.tag in words:
                inside[-1][1].append(node.text or "")
            # a picture of a symbol font, of which only the number is known
            elif node.tag == qn("w:sym"):
                inside[-1][1].append("\ufffd")
            elif node.tag == qn("w:noBreakHyphen"):
                inside[-1][1].append("-")
            elif node.tag in blank:
                inside[-1][1].append(" ")
            elif node.tag == style:
                inside[-1][0].append(names.get(node.get(qn("w:val")), ""))
    return [("".join(style[:1]), "".join(pieces)) for style, pieces in made]


def _of_paragraphs(styled: list[tuple[str, str]]) -> Draft:
    if sum(len(text) for _, text in styled) > LARGEST_TEXT:
        return _refused(f"has more than {LARGEST_TEXT:,} characters", "split it into articles")
    return of_styles(styled, ("Title", "Heading 1"))


def read_pdf(data: bytes) -> Draft:
    """A PDF with text. Its lines are joined to paragraphs, as well as can be known from where they
    end.
    """
    try:
        import pypdf
    except ImportError:
        return _refused("can't be read without another library", MISSING)
    # what it can't read is our note, which names the file, and not its log
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with pypdf.apply_configuration(**PDF_LIMITS):
            pages = pypdf.PdfReader(io.BytesIO(data)).pages
            if len(pages) > MOST_PAGES:
                return _refused(f"has more than {MOST_PAGES} pages", "split it into articles")
            text = _text_of(pages)
    except _TooMuchError:
        return _refused("takes too long to read", "save its text as .txt")
    except Exception as error:  # pypdf raises many kinds for a broken file
        return _refused(f"can't be read as a PDF: {type(error).__name__}", "save its text as .txt")
    text = re.sub("[\ud800-\udfff]", "\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
    if not text.strip():
        return _refused("has no text: it may be a scan", "run text recognition over it, or type it")
    if len(text) > LARGEST_TEXT:
        return _refused(f"has more than {LARGEST_TEXT:,} characters", "split it into articles")
    draft = lay_out(unwrapped(text), {})
    note = Note(
        "its paragraphs were guessed from the lines of a PDF",
        "save it as .txt to be sure",
        harmless=True,
    )
    return replace(draft, line=1, notes=(note,), plain=text)


class _TooMuchError(Exception):
    """A PDF costs more than an article may."""


def _text_of(pages: Any) -> str:
    """The text of all pages, as long as the budget lasts. A form drawn in forms is bait: ten of ten
    of ten …
    """
    left = MOST_STEPS

    def spend(operator: bytes, *_: Any) -> None:
        nonlocal left
        left -= FORM_STEPS if operator == b"Do" else 1
        if left < 0:
            raise _TooMuchError

    made = []
    for page in pages:
        contents = page.get_contents()
        left -= len(contents.get_data()) // 10 if contents is not None else 0
        made.append(page.extract_text(visitor_operand_before=spend))
        if left < 0:  # pypdf takes what is raised within a form for a damaged form
            raise _TooMuchError
    return "\n".join(made)


def unwrapped(text: str) -> str:
    """The lines of a page joined to paragraphs: one ends at a blank line, or where a sentence ends
    in a short line.
    """
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
