"""Which reader opens which kind of file, and how large it may be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from os.path import splitext

from generator.read import folders
from generator.read.draft import Draft
from generator.read.files import LARGEST
from generator.read.mail import read_eml
from generator.read.office import LARGEST_OFFICE, read_docx, read_pdf
from generator.read.open_document import read_odt
from generator.read.saved_pages import read_mhtml, read_page
from generator.read.sidecars import SIDECARS
from generator.read.subtitles import read_subtitles
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
    ".srt": read_subtitles,
    ".vtt": read_subtitles,
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
    ".odt": read_odt,
}


FORMATS = sorted([*READERS, *TABLES, *OFFICE])


# ending of a file that is not read → the way in for it
WAYS_IN: dict[str, str] = {
    **dict.fromkeys((".rtf", ".doc", ".pages", ".wpd", ".docm"), "save it as .docx, .odt or .txt"),
    **dict.fromkeys((".xlsx", ".xls", ".ods", ".numbers"), "save its table as .csv"),
    **dict.fromkeys((".epub", ".mobi", ".azw3"), "save each article of it as .txt or .html"),
    **dict.fromkeys((".warc", ".gz", ".wacz"), "open it in a browser, and save its pages as .html"),
    **dict.fromkeys((".zip", ".rar", ".7z", ".tar"), "unpack it into the folder"),
    **dict.fromkeys((".msg", ".mbox", ".pst"), "save its mails as .eml or .txt"),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp", ".gif", ".heic", ".bmp"),
        "run text recognition over it, and save the text as .txt; or remove it",
    ),
    **dict.fromkeys(
        (".mp3", ".mp4", ".m4a", ".wav", ".mov", ".mkv", ".webm", ".ogg", ".avi"),
        "put its transcript here as .txt, .srt or .vtt; or remove it",
    ),
    **dict.fromkeys((".xml", ".nxml"), "save the text of the article as .txt or .html"),
    **dict.fromkeys((".url", ".webloc"), "import its address, or save the page as .html"),
    **dict.fromkeys((".ppt", ".pptx", ".odp"), "save its text as .txt"),
}


def way_in(ending: str) -> str:
    """What to do with a file that is not read, by its kind."""
    return WAYS_IN.get(
        ending, f"the formats are {', '.join(FORMATS)}; convert it, or remove it from the folder"
    )


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
