"""ProQuest: "Document 1 of 2", then fields with a colon, the text behind "Full text:"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.read.databases.export import Exported, day

NUMBERED: Final = re.compile(
    r"^[ \t]*(?:Document|Dokument|Documento) \d{1,5} (?:of|von|sur|de|van|di) \d{1,5}[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
RULE: Final = re.compile(r"^_{20,}[ \t]*$")
LABEL: Final = re.compile(
    r"^(?P<label>[^\W\d_][^\W\d_]*(?: [^\W\d_]+){0,3}|Document URL):[ \t]?(?P<words>.*)$"
)
LABELS: Final = {
    "title": "title",
    "titel": "title",
    "titre": "title",
    "título": "title",
    "author": "author",
    "autor": "author",
    "auteur": "author",
    "publication info": "info",
    "publikationsinformationen": "info",
    "publication title": "outlet",
    "titel der publikation": "outlet",
    "publication date": "date",
    "erscheinungsdatum": "date",
    "date": "date",
    "full text": "text",
    "volltext": "text",
    "texte intégral": "text",
    "texto completo": "text",
    "volledige tekst": "text",
    "section": "section",
    "language of publication": "language",
    "document url": "url",
    "copyright": "rights",
    **dict.fromkeys(
        (
            *(
                "abstract",
                "subject",
                "links",
                "location",
                "people",
                "company organization",
                "classification",
            ),
            *(
                "pages",
                "publication year",
                "publisher",
                "place of publication",
                "country of publication",
            ),
            *(
                "publication subject",
                "issn",
                "source type",
                "document type",
                "proquest document id",
                "credit",
            ),
            *(
                "last updated",
                "database",
                "identifier keyword",
                "number of pages",
                "first page",
                "volume",
                "issue",
            ),
            *(
                "illustration",
                "dateline",
                "column",
                "edition",
                "isbn",
                "accession number",
                "zusammenfassung",
            ),
        ),
        "other",
    ),
}
DAY: Final = re.compile(
    r"(\d{1,2} [^\W\d_]{3,9}\.? \d{4}|[^\W\d_]{3,9}\.? \d{1,2}, \d{4})(?:: ?([\w.-]+?))?\.?\Z"
)


def is_proquest(text: str) -> bool:
    """Whether a text is an export of ProQuest."""
    found = {
        LABELS.get(match["label"].casefold())
        for line in text[:200_000].split("\n")
        if (match := LABEL.match(line))
    }
    return {"text", "info"} <= found or ("ProQuest" in text[:2_000] and "text" in found)


def articles(text: str) -> Iterator[Exported]:
    """Its articles; one without a number is one alone."""
    marks = list(NUMBERED.finditer(text))
    starts = [mark.end() for mark in marks] or [0]
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    line, counted = 1, 0
    for start, end in zip(starts, ends, strict=True):
        line += text.count("\n", counted, start)
        counted = start
        yield _article(text[start:end].split("\n"), line)


def _article(lines: list[str], first: int) -> Exported:
    said: dict[str, list[str]] = {}
    name, begins = "title_above", 0
    for number, line in enumerate(lines):
        if RULE.match(line):
            continue
        match = LABEL.match(line)
        known = LABELS.get(match["label"].casefold()) if match else None
        # in the text itself "Subject: …" begins a line too, so there a label stands below a blank
        # one
        if match and known and not (name == "text" and number and lines[number - 1].strip()):
            name = known
            said.setdefault(name, []).append(match["words"])
            begins = begins or (number if name == "text" else 0)
        elif name != "other" and line.strip() != "ProQuest document link":
            said.setdefault(name, []).append(line)

    def words(name: str) -> str:
        return " ".join(piece.strip() for piece in said.get(name, ()) if piece.strip())

    outlet, date = _info(words("info"))
    above = next((line.strip() for line in said.get("title_above", ()) if line.strip()), "")
    return Exported(
        title=words("title") or above,
        body="\n".join(said.get("text", ())).strip("\n"),
        line=first + begins,
        outlet=words("outlet") or outlet,
        date=words("date") if day(words("date")) else date,
        author=words("author"),
        section=words("section"),
        language=words("language"),
        url=words("url"),
        rights=words("rights"),
    )


def _info(words: str) -> tuple[str, str]:
    """(outlet, date) of "Eddermoor Courier ; Eddermoor [Eddermoor] 12 Mar 2042: 4."."""
    found = DAY.search(words)
    return re.split(r" ?[;,:\[]", words)[0].strip(), found[1] if found else ""
