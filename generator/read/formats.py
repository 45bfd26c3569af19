"""Which reader opens which kind of file, and how large it may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from os.path import splitext

from generator.read import folders
from generator.read.draft import Draft
from generator.read.files import LARGEST
from generator.read.mail import read_eml
from generator.read.office import LARGEST_OFFICE, read_docx, read_pdf
from generator.read.saved_pages import read_mhtml, read_page
from generator.read.sidecars import SIDECARS
from generator.read.tables import LARGEST_TABLE, read_csv, read_json_lines
from generator.read.texts import read_markdown, read_text

# ending of a file's name → its reader; to accept another format, write a function from text (or
# bytes) to drafts
READERS: dict[str, Callable[[str], Draft]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_page,
    ".htm": read_page,
    ".mhtml": read_mhtml,
    ".mht": read_mhtml,
}


PLAIN = (".txt", ".text")  # may be what a database exports: many articles


TABLES: dict[str, Callable[[str], Iterator[Draft]]] = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
}


OFFICE: dict[str, Callable[[bytes], Draft]] = {
    ".docx": read_docx,
    ".pdf": read_pdf,
    ".eml": read_eml,
}


FORMATS = sorted([*READERS, *TABLES, *OFFICE])


LARGEST_SAVED = 20_000_000  # bytes of a saved page: browsers put the pictures into it


def opens(name: str, size: int) -> bool:
    """Whether a file of that name and size in seeds/ is read at all, so that what is in it
    matters.
    """
    ending = splitext(name)[1].lower()
    if name in (folders.FILE, "corrections.yml") or ending in SIDECARS:
        return size <= LARGEST
    return ending in FORMATS and size <= largest(ending)


def largest(ending: str) -> int:
    """Bytes that a file of a format may have."""
    if ending in OFFICE:
        return LARGEST_OFFICE
    if ending in (*TABLES, *PLAIN):
        return LARGEST_TABLE
    return LARGEST_SAVED if READERS[ending] in (read_page, read_mhtml) else LARGEST
