"""LexisNexis ("3 of 161 DOCUMENTS") and Nexis Uni, Lexis Advance ("Body … End of Document")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.read.databases.export import Exported, day, first_day

# "3 of 161 DOCUMENTS", "Dokument 3 von 10", "Document 3 sur 10"
NUMBERED: Final = re.compile(
    r"^[ \t]*(?:(?:Document|Dokument|Documento) \d{1,5} (?:of|von|sur|de|van|di) \d{1,5}"
    r"|\d{1,5} (?:of|von|sur|de|van|di) \d{1,5} (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|DOCUMENTEN"
    r"|DOCUMENTI))[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
END: Final = re.compile(
    r"^[ \t]*(?:End of Document|Ende des Dokuments|Fin du document|Fin del documento"
    r"|Einde van document|Fine del documento)[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
BODY: Final = re.compile(
    r"^[ \t]*(?:Body|Text|Textkörper|Corps|Corps du texte|Cuerpo|Hoofdtekst|Corpo)[ \t]*$",
    re.IGNORECASE,
)
BEHIND: Final = re.compile(
    r"^[ \t]*(?:Classification|Klassifizierung|Klassifikation|Clasificación|Classificatie"
    r"|Classificazione|Load-Date:.*|Graphic)[ \t]*$",
    re.IGNORECASE,
)
LABEL: Final = re.compile(
    r"^[ \t]*(?P<label>[^\W\d_][^\W\d_ -]*(?:[ -][^\W\d_]+){0,2}):[ \t]*(?P<words>.*)$"
)
LABELS: Final = {
    label: name
    for name, labels in {
        "title": "headline title titel überschrift titre título kop schlagzeile",
        "author": "byline by-line autor autoren auteur auteurs autore verfasser",
        "section": "section rubrik ressort rubrique sección sectie sezione",
        "language": "language sprache langue idioma taal lingua",
        "url": "url",
        "other": "length länge longueur longitud lengte lunghezza dateline ortsangabe series"
        " highlight kicker teaser",
        "behind": "load-date update aktualisierung publication-type zeitungstyp pub-type"
        " journal-code copyright graphic grafik subject person organization organisation company"
        " ticker industry geographic country state city correction-date document-type acc-no"
        " sujet sujets encart asunto onderwerp thema themen schlagwort schlagwörter pays land país"
        " stadt ville ciudad personne personen compagnie firma organisatie"
        " notes type infographic zeitschriften-code fecha-carga date-chargement",
    }.items()
    for label in labels.split()
}
COPYRIGHT: Final = re.compile(
    r"(?:copyright|\(c\)|©).{0,200}|all rights reserved\.?", re.IGNORECASE
)
CENTRED: Final = 8  # blanks before a line
FURTHEST: Final = 60  # lines of an article's head


def is_numbered(text: str) -> bool:
    """Whether a text is an export of LexisNexis: its articles are numbered, and have its labels."""
    first = NUMBERED.search(text)
    return first is not None and any(
        (label := LABEL.match(line)) is not None and _name(label) in ("other", "behind", "author")
        for line in text[first.end() :].split("\n", 400)[:400]
    )


def is_uni(text: str) -> bool:
    """Whether a text is an export of Nexis Uni: articles that say where they end."""
    end = END.search(text)
    return end is not None and any(map(BODY.match, text[: end.start()].split("\n")))


def numbered(text: str) -> Iterator[Exported]:
    """The articles of "n of m DOCUMENTS"."""
    marks = list(NUMBERED.finditer(text))
    line, counted = 1, 0
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        line += text.count("\n", counted, mark.end())
        counted = mark.end()
        end = following.start() if following else len(text)
        yield _of_labels(text[counted:end].split("\n"), line)


def _name(label: re.Match[str]) -> str:
    return LABELS.get(label["label"].casefold(), "")


def _of_labels(lines: list[str], first: int) -> Exported:
    """One article: outlet, date and title, labelled lines, the text, labelled lines."""
    said: dict[str, str] = {}
    head: list[str] = []
    at = 0
    while at < len(lines):
        line = lines[at]
        label = LABEL.match(line)
        name = _name(label) if label else ""
        if name == "behind" and "text" in said:
            break
        if label and name and name != "behind":
            said.setdefault(name, label["words"].strip())
            said["text"] = ""  # from here on the text may begin
            at += 1
            while name != "url" and at < len(lines) and _goes_on(lines[at]):
                said[name] += " " + lines[at].strip()
                at += 1
            continue
        if "text" in said and line.strip():
            break
        head.append(line)
        at += 1
    start = at
    while at < len(lines) and not _is_behind(lines[at]):
        at += 1
    behind = lines[at:]
    for line in behind:
        if (label := LABEL.match(line)) and (name := _name(label)) in (
            "language",
            "url",
            "section",
        ):
            said.setdefault(name, label["words"].strip())
    outlet, date, title = _head(head)
    return Exported(
        title=said.get("title") or title,
        body="\n".join(_without_copyright(lines[start:at])),
        line=first + start,
        outlet=outlet,
        date=date,
        author=said.get("author", ""),
        section=said.get("section", ""),
        language=said.get("language", ""),
        url=said.get("url", ""),
        rights=next(
            (line.strip() for line in (*head, *behind) if COPYRIGHT.fullmatch(line.strip())), ""
        ),
    )


def _goes_on(line: str) -> bool:
    """Whether a line goes on with the label above it: not blank, and no label itself."""
    label = LABEL.match(line)
    return bool(line.strip()) and not (label and _name(label))


def _is_behind(line: str) -> bool:
    label = LABEL.match(line)
    return label is not None and (_name(label) == "behind" or (_name(label) == "language"))


def _without_copyright(lines: list[str]) -> list[str]:
    while lines and (not lines[-1].strip() or COPYRIGHT.fullmatch(lines[-1].strip())):
        lines = lines[:-1]
    return lines


def _head(lines: list[str]) -> tuple[str, str, str]:
    """(outlet, date, title) of the lines above an article's labels: the title is the last block
    that is not set in the middle of the line, as outlet, date and edition are.
    """
    filled = [line for line in lines if line.strip() and not COPYRIGHT.fullmatch(line.strip())]
    dated = first_day(filled)
    outlet = filled[0].strip() if filled and not (dated and dated[0] == 0) else ""
    below = filled[dated[0] + 1 :] if dated else filled[1:]
    flush = [line for line in below if len(line) - len(line.lstrip()) < CENTRED]
    if not flush or len(flush) == len(below):  # nothing is centred, as in a web page
        flush = below[-1:]
    return outlet, dated[1].strip() if dated else "", " ".join(line.strip() for line in flush)


def uni(text: str) -> Iterator[Exported]:
    """The articles of "Body … End of Document"."""
    at = line = 0
    for end in END.finditer(text):
        chunk = text[at : end.start()]
        lines = chunk.split("\n")
        body = next((n for n, words in enumerate(lines) if BODY.match(words)), None)
        if body is not None:
            yield _of_parts(lines, body, line + 1)
        line += text.count("\n", at, end.end())
        at = end.end()


def _of_parts(lines: list[str], body: int, first: int) -> Exported:
    stop = next((n for n in range(body + 1, len(lines)) if BEHIND.match(lines[n])), len(lines))
    top = max(0, body - FURTHEST)
    head = lines[top:body]
    said: dict[str, str] = {}
    for words in (*head, *lines[stop:]):
        if (label := LABEL.match(words)) and (name := _name(label)) not in ("", "behind", "other"):
            said.setdefault(name, label["words"].strip())
    days = [
        n for n, words in enumerate(head) if not LABEL.match(words) and words.strip() and day(words)
    ]
    at = days[-1] if days else len(head)
    above = [n for n in range(at) if head[n].strip()]
    outlet = head[above[-1]].strip() if above and days else ""
    title = (
        _block_above(head, above[-1])
        if above and days
        else next((w.strip() for w in head if w.strip()), "")
    )
    return Exported(
        title=said.get("title") or title,
        body="\n".join(lines[body + 1 : stop]),
        line=first + body + 1,
        outlet=outlet,
        date=head[at].strip() if days else "",
        author=said.get("author", ""),
        section=said.get("section", ""),
        language=said.get("language", ""),
        url=said.get("url", ""),
        rights=next((w.strip() for w in head if COPYRIGHT.fullmatch(w.strip())), ""),
    )


def _block_above(head: list[str], outlet: int) -> str:
    """The title above the outlet: one line, or a few that no blank line parts."""
    at = outlet - 1
    while at >= 0 and not head[at].strip():
        at -= 1
    top = at
    while top > 0 and head[top - 1].strip() and at - top < 2 and not LABEL.match(head[top - 1]):
        top -= 1
    whole = top == 0 or not head[top - 1].strip()
    return (
        " ".join(line.strip() for line in head[top : at + 1])
        if whole
        else head[at].strip()
        if at >= 0
        else ""
    )
