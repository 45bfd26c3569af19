"""One article of an export: what the newspaper databases have in common."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from generator.fields import dates
from generator.fields.language_names import code
from generator.fields.values import Note, Value
from generator.read.broken_words import mended
from generator.read.draft import Draft
from generator.read.layout import put_together

_WEEKDAY: Final = re.compile(
    r"(?:^|[ ,]+)(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|(?:^|[ ,]+)(?:montag|dienstag|mittwoch"
    r"|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi"
    r"|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|maandag|dinsdag|woensdag"
    r"|donderdag|vrijdag|zaterdag|zondag)\b",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?=.{6,30}\Z|.{6,30}[ ,.;]).*?\b\d{4}\b")
_DAY: Final = re.compile(r"\b\d{1,2}(?:er|\.)? (?:de )?[^\W\d_]{3,12}\.? (?:de )?\d{4}\b")
_PAGE: Final = re.compile(
    r"[;,]? *(?:Pg|Pag|Page|Seite|S|p|Version)\b[.:]? ?[\w-]{1,8}\Z", re.IGNORECASE
)
NO_TEXT: Final = Note("an article of the export has no text", "export it with its full text")


@dataclass(frozen=True, slots=True)
class Exported:
    """An article as an export has it; "" = the export says nothing of it."""

    title: str
    body: str
    line: int  # of the file, where its body starts, 1-based
    outlet: str = ""
    date: str = ""  # as written
    author: str = ""  # as written
    section: str = ""  # as written, its page with it
    language: str = ""  # as written
    url: str = ""
    rights: str = ""


def draft(found: Exported) -> Draft:
    """An exported article as any other that comes in a file of many."""
    title = " ".join(found.title.split())
    if not found.body.strip():
        return Draft(notes=(replace(NO_TEXT, line=found.line),), name=title)
    said = {
        "title": title,
        "publication": " ".join(found.outlet.split()),
        "date": day(found.date) or "",
        "author": authors(found.author),
        "tags": _PAGE.sub("", " ".join(found.section.split())).strip(" ;,"),
        "lang": code(found.language.partition(";")[0]) or "",
        "source_url": found.url.strip(),
        "rights": " ".join(found.rights.split()),
    }
    fields = {
        name: Value(name, found.line, (words,), "list" if name == "tags" else "text")
        for name, words in said.items()
        if words
    }
    body, notes = mended(_unindented(found.body))
    made = put_together(title, "", body, fields, None)
    if found.date.strip() and "date" not in fields:
        fact = f"the date of an article, {found.date.strip()[:60]!r}, is not understood"
        notes = (*notes, Note(fact, "write the article as a file of its own", found.line))
    return replace(made, line=found.line, name=title or f"line {found.line}", notes=notes)


def _unindented(body: str) -> str:
    """The text without the margin that all its lines have."""
    lines = [line.rstrip() for line in body.split("\n")]
    margin = min((len(line) - len(line.lstrip()) for line in lines if line), default=0)
    return "\n".join(line[margin:] for line in lines).strip("\n")


def day(words: str) -> str | None:
    """The date of "March 12, 2042 Wednesday", "Mittwoch, 12. März 2042", "12 March 2042 08:15"."""
    words = " ".join(_WEEKDAY.sub("", " ".join(words.split())[:80]).split()).strip(" ,.;")
    upto = _YEAR.match(words)  # behind it stand the time, the weekday, the edition
    return dates.iso(words) or (dates.iso(upto[0]) or dates.in_words(upto[0]) if upto else None)


def day_within(words: str) -> str:
    """The words of a day somewhere in a line: "Politique, mardi 14 mars 2042, p. 12"."""
    found = _DAY.search(words[:300])
    return found[0] if found else ""


def authors(words: str) -> str:
    """A byline as a front matter would have it: "Pell, Nora; Ash, Tom" → "Nora Pell; Tom Ash"."""
    parts = [part.strip(" .") for part in re.split(r"; ?|\n", words) if part.strip(" .")]
    return "; ".join(_turned(part) for part in parts)


def _turned(name: str) -> str:
    family, comma, given = name.partition(", ")
    inverted = comma and "," not in given and " " not in family and given.count(" ") < 3
    return f"{given} {family}" if inverted and given[:1].isupper() and " " not in given else name


def first_day(lines: Iterable[str]) -> tuple[int, str] | None:
    """(number, words) of the first line that is a date."""
    return next(((n, line) for n, line in enumerate(lines) if line.strip() and day(line)), None)
