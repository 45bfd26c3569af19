"""Factiva: HD, BY, PD, SN, LP, TD in a margin, or the same in order; text or HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.read.databases.export import Exported, day

CODE: Final = re.compile(
    r"^[ \t]*(HD|SE|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|CLM|LP|TD|ART|CT|RF|CO|IN|NS|RE|IPC|IPD|PUB"
    r"|AN|DLN|TM|HL|URL)(?:[ \t]{1,9}(\S.*)?)?$"
)
TEXTS: Final = ("LP", "TD")
NEEDED: Final = ({"HD", "LP", "PD"}, {"HD", "TD", "PD"}, {"HD", "LP", "SN"}, {"HD", "TD", "SN"})
DOCUMENT: Final = re.compile(
    r"^[ \t]*(?:Document|Dokument|Documento) ([A-Z]{3,}[A-Za-z0-9]{14,})[ \t]*$", re.MULTILINE
)
WORDS: Final = re.compile(
    r"[ \t]*[\d,. ]{1,9}(?:words|Wörter|mots|palabras|woorden|parole|palavras)[ \t]*", re.IGNORECASE
)
CLOCK: Final = re.compile(r"\d{1,2}[:.]\d{2}(?: ?[AP]M)?\Z")
MARGIN: Final = 40  # lines above or below the count of words that belong to the head


def is_coded(text: str) -> bool:
    """Whether a text has Factiva's two letters in its margin, in the order of an article."""
    codes = {match[1] for line in text[:400_000].split("\n") if (match := CODE.match(line))}
    return any(needed <= codes for needed in NEEDED)


def coded(text: str) -> Iterator[Exported]:
    """The articles whose lines begin with two letters."""
    said: dict[str, list[str]] = {}
    code, begins = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        match = CODE.match(line)
        if (
            match
            and match[1] in said
            and match[1] not in ("RF", "CO", "IN", "NS", "RE")
            and code in TEXTS
        ):
            match = None  # the same two letters once more, in the text: "TD Bank"
        if match and match[1] in ("HD", "SE") and TEXTS[0] not in said and TEXTS[1] not in said:
            said = said if match[1] == "HD" and set(said) <= {"SE"} else {}
        elif match and match[1] in ("HD", "SE"):
            yield _of_codes(said, begins)
            said = {}
        if match:
            code = match[1]
            said.setdefault(code, []).append(match[2] or "")
            begins = (
                number if code in TEXTS and not begins else 0 if code in ("HD", "SE") else begins
            )
        elif code:
            said[code].append(line)
    if said.keys() & set(TEXTS):
        yield _of_codes(said, begins)


def _of_codes(said: dict[str, list[str]], line: int) -> Exported:
    def words(code: str) -> str:
        return " ".join(piece.strip() for piece in said.get(code, ()) if piece.strip())

    body = "\n\n".join("\n".join(said[code]).strip("\n") for code in TEXTS if code in said)
    return Exported(
        title=words("HD"),
        body=body,
        line=max(line, 1),
        outlet=words("SN"),
        date=words("PD"),
        author=words("BY"),
        section=words("SE") or words("CLM"),
        language=words("LA"),
        url=words("URL"),
        rights=words("CY"),
    )


def is_plain(text: str) -> bool:
    """Whether a text has articles that end in Factiva's number of a document."""
    end = DOCUMENT.search(text)
    return end is not None and any(map(WORDS.fullmatch, text[: end.start()].split("\n")))


def plain(text: str) -> Iterator[Exported]:
    """The articles in order: title, byline, words, date, outlet, … text, number."""
    at = line = 0
    for end in DOCUMENT.finditer(text):
        lines = text[at : end.start()].split("\n")
        if found := of_lines(lines, line + 1):
            yield found
        line += text.count("\n", at, end.end())
        at = end.end()


def of_lines(lines: list[str], first: int = 1) -> Exported | None:
    """One article of lines without letters; None = none of them counts its words."""
    count = next((n for n, words in enumerate(lines) if WORDS.fullmatch(words)), None)
    if count is None:
        return None
    above = [words.strip() for words in lines[max(0, count - MARGIN) : count] if words.strip()]
    below = [(n, words.strip()) for n, words in enumerate(lines) if n > count and words.strip()][
        :MARGIN
    ]
    dated = next((n for n, (_, words) in enumerate(below[:4]) if day(words)), None)
    rest = below[dated + 1 :] if dated is not None else below
    if rest and CLOCK.match(rest[0][1]):
        rest = rest[1:]
    head = [words for _, words in rest[:1]]
    start = rest[0][0] + 1 if rest else count + 1
    language = rights = ""
    for number, words in rest[1:8]:
        if not _is_head(words):
            break
        language = language or ("" if words.isupper() or words[:1].isdigit() else words)
        rights = words if words.lower().startswith(("(c)", "copyright", "©")) else rights
        start = number + 1
    author = above[-1] if len(above) > 1 and len(above[-1]) < 100 else ""
    title = above[:-1] if author else above
    return Exported(
        title=title[-1] if title else "",
        body="\n".join(lines[start:]),
        line=first + start,
        outlet=head[0] if head else "",
        date=below[dated][1] if dated is not None else "",
        author=author,
        section=title[-2] if len(title) > 1 else "",
        language=language,
        rights=rights,
    )


def _is_head(words: str) -> bool:
    """A code, a page, a language or a notice of rights, which stand between outlet and text."""
    short = len(words) <= 24 and not words.endswith((".", "!", "?", "”", '"'))
    notice = words.lower().startswith(("(c)", "copyright", "©", "all rights reserved"))
    return short or (notice and len(words) < 300)
