"""Metadata that lies beside articles, as Zotero exports it: CSL-JSON, RIS, BibTeX, RDF, CSV.

Under the name of an article a file is its record; else it is a collection, see records.py. What the
article's own file says wins, field by field.
"""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

from generator.fields.values import Note, Value
from generator.languages.words import TIMES
from generator.read.table_notes import texts_of
from generator.read.zotero_rdf import read_rdf

# each record by canonical field name, and under FILES the paths of its attachments
Said = list[dict[str, tuple[str, ...]]]
FILES = "files"
MISSING = 'install the formats: pip install ".[formats]"'
RIS_TAG = re.compile(r"\ufeff?([A-Z][A-Z0-9]) {1,2}- ?")
LISTS = ("author", "tags")
LONGEST_DECODED = 4_000  # characters of a value of BibTeX whose LaTeX codes are resolved
MOST_ALIKE = 50  # places of the same words that are looked at for a line
NOTHING = Note("holds no record", "export it again, or remove it")
ONE = "leave only the article's own record in it"
# canonical field → names that hold it, the first filled one counts
CSL = {
    "title": ("title",),
    "publication": ("container-title", "publisher"),
    "source_url": ("URL",),
    "lang": ("language",),
    "rights": ("license",),
}
CSL_NAME = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
RIS = {
    "title": ("title", "primary_title"),
    "publication": (
        *("secondary_title", "journal_name", "alternate_title1", "alternate_title3"),
        *("alternate_title2", "publisher"),
    ),
    "date": ("date", "publication_year", "year"),
    "source_url": ("urls", "url"),
    "lang": ("language",),
    "tags": ("keywords",),
    "accessed": ("access_date",),
}
RIS_FILES = ("file_attachments1", "file_attachments2", "figure", "link", "links")
BIBTEX = {
    "title": ("title",),
    "publication": ("journaltitle", "journal", "publisher", "organization"),
    "date": ("date",),
    "source_url": ("url",),
    "lang": ("langid", "language"),
    "accessed": ("urldate",),
}


@dataclass(frozen=True, slots=True)
class Record:
    """What a sidecar file says."""

    # by canonical name, of the first record; {} = it can't be read
    fields: dict[str, Value] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    entries: tuple[Entry, ...] = ()  # all of its records


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a collection."""

    fields: Mapping[str, Value]  # by canonical name
    files: tuple[str, ...] = ()  # paths of its attachments, as written


def read_sidecar(ending: str, text: str) -> Record:
    """The fields of a sidecar file, of its first record, and what is wrong with it."""
    try:
        said = SIDECARS[ending](text)
    except ImportError:
        return Record(notes=(Note("can't be read without another library", MISSING),))
    except json.JSONDecodeError as error:
        return Record(notes=(Note(f"can't be read: {error.msg}", "export it again", error.lineno),))
    except Exception as error:  # these libraries raise whatever they meet in a broken file
        return Record(notes=(Note(f"can't be read: {type(error).__name__}", "export it again"),))
    return record_of(said, text)


def record_of(said: Said, text: str) -> Record:
    """What the records of a file say."""
    entries = tuple(filter(None, map(_entry, said)))
    if not entries or not entries[0].fields:
        return Record(notes=(NOTHING,))
    first = {
        name: replace(value, line=_line(text, value.texts[0]))
        for name, value in entries[0].fields.items()
    }
    several = Note(f"holds {len(said)} records, and only the first is read", ONE)
    return Record(first, (several,) if len(said) > 1 else (), entries)


def _entry(said: Mapping[str, tuple[str, ...]]) -> Entry | None:
    filled = {
        name: tuple(text.strip() for text in texts if text.strip()) for name, texts in said.items()
    }
    files = filled.pop(FILES, ())
    fields = {
        name: Value(name, 0, texts, "list") if name in LISTS else Value(name, 0, texts[:1])
        for name, texts in filled.items()
        if texts
    }
    return Entry(fields, files) if fields else None


def _line(text: str, words: str) -> int:
    """The line on which a value begins; 0 where the file spells it in another way, or words like it
    elsewhere too.
    """
    start = re.escape(words[:40].split("\n")[0])
    for pattern in (rf"(?<!\w){start}(?!\w)", rf"(?:[\"{{>]|- |=|: ?){start}(?=[\"}}<,\r\n]|$)"):
        lines = {
            text.count("\n", 0, match.start()) + 1
            for match in islice(re.finditer(pattern, text), MOST_ALIKE)
        }
        if len(lines) == 1:
            return lines.pop()
    return 0


def _csl(text: str) -> Said:
    found = json.loads(text)
    records = found if isinstance(found, list) else [found]
    return [_of_csl(record) for record in records if isinstance(record, dict)]


def _of_csl(record: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    said = _pick(record, CSL)
    said["date"] = _csl_date(record.get("issued"))
    said["accessed"] = _csl_date(record.get("accessed"))
    said["author"] = tuple(
        " ".join(str(a[part]) for part in CSL_NAME if a.get(part)) or str(a.get("literal", ""))
        for a in record.get("author", ())
    )
    said["tags"] = tuple(re.split(r"[,;] ?", str(record.get("keyword", ""))))
    return said


def _csl_date(value: Any) -> tuple[str, ...]:
    parts = (value or {}).get("date-parts") or [[]]
    numbers = [int(part) for part in parts[0]]
    if not numbers:
        return (str((value or {}).get("raw", "")),)
    return ("-".join([f"{numbers[0]:04d}", *(f"{number:02d}" for number in numbers[1:3])]),)


def _ris(text: str) -> Said:
    import rispy

    return [_of_ris(record) for record in rispy.loads(_one_line_a_tag(text))]


def _of_ris(record: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    said = _pick(record, RIS)
    said["date"] = tuple(_iso_of_slashes(words) for words in said.get("date", ()))
    said["accessed"] = tuple(_iso_of_slashes(words) for words in said.get("accessed", ()))
    said["author"] = tuple(
        _turned(name) for tag in ("first_authors", "authors") for name in texts_of(record.get(tag))
    )
    said[FILES] = tuple(
        path.strip() for tag in RIS_FILES for path in texts_of(record.get(tag)) if path.strip()
    )
    return said


def _one_line_a_tag(text: str) -> str:
    """A RIS file with each value on the line of its tag: rispy takes quadratic time to put them
    together.

    Some programs write one blank where the format has two, as in "TY - NEWS".
    """
    lines: list[list[str]] = [[]]
    for line in text.split("\n"):
        if tag := RIS_TAG.match(line):
            lines.append([f"{tag[1]}  - ", line[tag.end() :]])
        elif line.strip():
            lines[-1].append(" " + line.strip())
    return "\n".join("".join(pieces) for pieces in lines[1:])


def _bibtex(text: str) -> Said:
    from bibtexparser.entrypoint import parse_string

    # what it can't read is our note, not its log
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    return [_of_bibtex(entry.fields_dict) for entry in parse_string(text).entries]


def _of_bibtex(parts: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    raw = {key.lower(): str(part.value) for key, part in parts.items()}
    record = {key: _without_codes(value) for key, value in raw.items() if key != "file"}
    said = _pick(record, BIBTEX)
    if not said.get("date"):
        said["date"] = ("-".join(filter(None, _day_of(record))),)
    said["author"] = tuple(
        _turned(" ".join(name.split())) for name in record.get("author", "").split(" and ")
    )
    said["tags"] = tuple(re.split(r"[,;] ?", record.get("keywords", "")))
    # "Full Text:files/12/a.html:text/html;files/13/b.pdf"
    said[FILES] = tuple(
        re.sub(r"\\(.)", r"\1", path)
        for part in re.split(r"(?<!\\);", raw.get("file", "").strip("{}")[:LONGEST_DECODED])
        for path in re.split(r"(?<!\\):", part)
        if "." in path
    )
    return said


def _pick(
    record: Mapping[str, Any], names: Mapping[str, Iterable[str]]
) -> dict[str, tuple[str, ...]]:
    """The first filled one of each field's names."""
    return {
        canonical: next((texts for name in given if any(texts := texts_of(record.get(name)))), ())
        for canonical, given in names.items()
    }


def _iso_of_slashes(words: str) -> str:
    """RIS dates are "2042/03/12/other"; "2042/03/12", "2042-03" and "2042" stand as they are, with
    hyphens.
    """
    return "-".join(part.strip().zfill(2) for part in words.split("/")[:3] if part.strip())


def _without_codes(words: str) -> str:
    """A value with its LaTeX codes as characters: "Jos{\\'e}". A long one only loses its braces,
    since pylatexenc takes quadratic time.
    """
    if "\\" in words and len(words) <= LONGEST_DECODED:
        from pylatexenc.latex2text import LatexNodes2Text  # type: ignore[import-untyped,unused-ignore]

        words = LatexNodes2Text(keep_comments=True).latex_to_text(
            re.sub(r"(?<!\\)%", r"\\%", words)
        )
    return re.sub(r"[{}]", "", words)


def _day_of(record: Mapping[str, str]) -> tuple[str, ...]:
    """Year, month and day of an entry, as far as it goes."""
    day, month = record.get("day", "").strip(), _month(record.get("month", ""))
    return record.get("year", ""), month, day.zfill(2) if month and day.isdigit() else ""


def _month(word: str) -> str:
    names = [month[:3].lower() for month in TIMES.months]
    if word.lower()[:3] in names:
        return f"{names.index(word.lower()[:3]) + 1:02d}"
    return word.zfill(2) if word.isdigit() else ""


def _turned(name: str) -> str:
    """ "Pell, Nora" → "Nora Pell"."""
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family}" if comma and given.strip() else name


SIDECARS: Mapping[str, Callable[[str], Said]] = {
    ".json": _csl,
    ".ris": _ris,
    ".bib": _bibtex,
    ".rdf": read_rdf,
}
