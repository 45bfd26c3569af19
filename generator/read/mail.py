"""Mails: as a mail program saves them (.eml), or pasted as text with their head."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import replace
from email.utils import getaddresses
from typing import TYPE_CHECKING, Final

from generator.fields.dates import iso
from generator.fields.values import Note, Value
from generator.read.decode import decode
from generator.read.draft import Draft
from generator.read.layout import put_together
from generator.read.saved_pages import read_page

if TYPE_CHECKING:
    from email.message import Message

LARGEST_MAIL: Final = 30_000_000  # bytes, its attachments with it
MOST_PARTS: Final = 200
_HEAD: Final = re.compile(
    r"(?P<name>From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Von|An|Betreff|Datum|Gesendet|De|À|Objet|Envoyé)"
    r" ?:[ \t]*(?P<words>.*)",
    re.IGNORECASE,
)
_NAMES: Final = {
    "von": "from",
    "de": "from",
    "betreff": "subject",
    "objet": "subject",
    "datum": "date",
    "sent": "date",
    "gesendet": "date",
    "envoyé": "date",
}
_LINES: Final = 12  # of a head that was pasted
_SIGNATURE: Final = re.compile(r"^-- ?$", re.MULTILINE)
_QUOTED: Final = re.compile(r"^[ \t]*>[> \t]*", re.MULTILINE)
_RE: Final = re.compile(r"(?:(?:re|fwd?|aw|wg|tr):\s{0,5}){1,9}", re.IGNORECASE)


def pasted_mail(text: str) -> Draft | None:
    """A mail that was pasted as text; None = the text begins in another way."""
    lines = text.split("\n", _LINES + 1)
    found: dict[str, str] = {}
    end = 0
    for line in lines[:_LINES]:
        match = _HEAD.fullmatch(line.strip())
        if match is None:
            break
        end += 1
        name = match["name"].casefold()
        found.setdefault(_NAMES.get(name, name), match["words"].strip())
    if not {"from", "subject"} <= set(found) or any(map(str.strip, lines[end : end + 1])):
        return None
    body = "\n".join(lines[end:])
    return _draft(found.get("subject", ""), found["from"], found.get("date", ""), body, end + 1)


def read_eml(data: bytes) -> Draft:
    """A mail of a mail program: its subject, sender and date, and what it says."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        subject, sender, date = (_decoded(message, name) for name in ("Subject", "From", "Date"))
        parts = [part for _, part in zip(range(MOST_PARTS), message.walk())]
    except Exception as error:  # a mail that nothing but the library could have written
        fact = f"can't be read as a mail: {type(error).__name__}"
        return Draft(notes=(Note(fact, "save its text as .txt"),))
    kinds = {"text/plain": "", "text/html": ""}
    held = 0
    for part in parts:
        kind = part.get_content_type()
        held += part.get_content_disposition() == "attachment"
        if kind in kinds and not kinds[kind] and part.get_content_disposition() != "attachment":
            packed = part.get_payload(decode=True)
            kinds[kind] = (
                decode(packed, str(part.get_content_charset("") or "")).text
                if isinstance(packed, bytes)
                else ""
            )
    plain = kinds["text/plain"]
    if not plain.strip() and kinds["text/html"]:
        page = read_page(kinds["text/html"])
        plain = "\n\n".join(b.span.of(page.text) for b in page.blocks if b.kind == "paragraph")
    if not plain.strip():
        return Draft(notes=(Note("is a mail without text", "save what it holds as a file"),))
    made = _draft(subject, sender, date, plain, 1)
    fact = f"its {held} attachments are not read"
    more = (Note(fact, "save them beside it as files", harmless=True),) if held else ()
    return replace(made, notes=(*made.notes, *more), line=1)


def _decoded(message: Message, name: str) -> str:
    """A field of a mail's head, its encoded words as characters."""
    from email.header import decode_header

    pieces = []
    for words, charset in decode_header(str(message.get(name, "")).replace("\n", " ")):
        pieces.append(words if isinstance(words, str) else decode(words, charset or "").text)
    return " ".join("".join(pieces).split())


def _draft(subject: str, sender: str, date: str, body: str, line: int) -> Draft:
    title = _RE.sub("", subject, count=1).strip()
    body = _SIGNATURE.split(body, maxsplit=1)[0]
    body, quoted = _QUOTED.subn("", body)
    name = next((name for name, _ in getaddresses([sender[:1000]]) if name), "")
    said = {"title": title, "author": name, "date": _day(date) or ""}
    fields = {
        field: Value(field, 0, (words,), "list" if field == "author" else "text")
        for field, words in said.items()
        if words
    }
    made = put_together(title, "", body, fields, None)
    note = Note(
        "the marks of quoted lines (> ) are taken off", "write who says them", harmless=True
    )
    return replace(made, line=made.line + line - 1, notes=(note,) if quoted else ())


def _day(words: str) -> str | None:
    """The day of "Wed, 12 Mar 2042 10:15:00 +0000 (UTC)"."""
    words = re.sub(r"\s*\([^()]{0,20}\)\s*\Z", "", words)
    return iso(words) or iso(re.sub(r"[ ,]+\d{1,2}:\d{2}.{0,30}\Z", "", words))
