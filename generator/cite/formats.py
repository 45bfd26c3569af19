"""CSL-JSON, RIS and BibTeX of one article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from generator.cite.authors import Author, author
from generator.cite.dates import date_parts, iso
from generator.languages.words import TIMES
from generator.model import Article

_BIBTEX: Final = {
    "\\": r"\textbackslash{}",
    # not "\{": BibTeX counts a brace behind a backslash too, so one alone would end the field, or
    # the file
    "{": r"{\textbraceleft}",
    "}": r"{\textbraceright}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
_UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Reference:
    """What the three formats say of an article."""

    key: str
    article: Article
    url: str  # "" = none
    abstract: str  # "" = none, or withheld
    catalogue: str  # the site's name

    @property
    def authors(self) -> tuple[Author, ...]:
        """The byline, name by name."""
        return tuple(author(name) for name in self.article.authors if one_line(name))


def dump(value: Any) -> str:
    """JSON in one fixed form; half a surrogate pair, which UTF-8 can't hold, as its escape."""
    held = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _SURROGATE.sub(lambda match: f"\\u{ord(match[0]):04x}", held)


def csl_item(reference: Reference) -> dict[str, Any]:
    """A CSL-JSON item; what is not known is absent."""
    article = reference.article
    item: dict[str, Any] = {
        "id": reference.key,
        "type": "article-newspaper",
        "title": article.title,
        "author": [_csl_name(name) for name in reference.authors],
        "container-title": article.publication,
        "issued": _csl_date(article.date),
        "accessed": _csl_date(article.accessed),
        "URL": reference.url,
        "archive": article.archive_url,
        "abstract": reference.abstract,
        "keyword": ", ".join(article.tags),
        "language": article.lang,
        "source": reference.catalogue,
    }
    return {key: value for key, value in item.items() if value}


def _csl_name(name: Author) -> dict[str, str]:
    if not name.person:
        return {"literal": name.family}
    return {"family": name.family, "given": name.given} | (
        {"suffix": name.suffix} if name.suffix else {}
    )


def _csl_date(date: str | None) -> dict[str, list[list[int]]] | None:
    parts = date_parts(date)
    return {"date-parts": [list(parts)]} if parts else None


def ris(reference: Reference, notes: Iterable[str] = ()) -> str:
    """A RIS record of type NEWS, with the line ends that the format asks for. Zotero makes a child
    note of each of the `notes`.
    """
    article = reference.article
    date = date_parts(article.date)
    fields: list[tuple[str, str | None]] = [
        ("TY", "NEWS"),
        ("ID", reference.key),
        *(("AU", name.inverted) for name in reference.authors),
        ("TI", article.title),
        ("T2", article.publication),
        ("PY", f"{date[0]:04}" if date else None),
        ("DA", _ris_date(article.date)),
        ("AB", reference.abstract),
        *(("KW", tag) for tag in article.tags),
        ("LA", article.lang),
        ("UR", reference.url),
        ("Y2", _ris_date(article.accessed)),
        ("DP", reference.catalogue),
        *(("N1", note) for note in notes),
    ]
    lines = [f"{tag}  - {one_line(value)}" for tag, value in fields if value and one_line(value)]
    return "".join(line + "\r\n" for line in [*lines, "ER  - "])


def _ris_date(date: str | None) -> str:
    """ "2042/03/12/": year, month, day and other, each of which may be empty."""
    given = iso(date).split("-")
    return "/".join([*given, *[""] * (4 - len(given))]) if given[0] else ""


def bibtex(reference: Reference) -> str:
    """A BibTeX entry; `entrysubtype` tells biblatex that the article is a newspaper's."""
    article = reference.article
    date = date_parts(article.date)
    fields = [
        ("author", " and ".join(_bibtex_name(name) for name in reference.authors)),
        ("title", f"{{{escape_bibtex(article.title)}}}"),
        ("journal", escape_bibtex(article.publication or "")),
        ("entrysubtype", "newspaper" if article.publication else ""),
        ("date", iso(article.date)),
        ("year", f"{date[0]:04}" if date else ""),
        ("month", TIMES.months[date[1] - 1][:3].lower() if len(date) > 1 else ""),
        ("url", _bibtex_url(reference.url)),
        ("urldate", iso(article.accessed)),
        ("abstract", escape_bibtex(reference.abstract)),
        ("keywords", escape_bibtex(", ".join(article.tags))),
        ("langid", escape_bibtex(article.lang or "")),
    ]
    # a month is a macro of every style, so it stands without braces
    lines = [
        f"  {name} = {value if name == 'month' else f'{{{value}}}'},\n"
        for name, value in fields
        if value
    ]
    return (
        f"@{'article' if article.publication else 'misc'}{{{reference.key},\n{''.join(lines)}}}\n"
    )


def _bibtex_name(name: Author) -> str:
    if not name.person:
        return f"{{{escape_bibtex(name.family)}}}"
    # braces keep a word "and", or a comma, inside a name from being taken for the separator
    parts = (name.family, name.suffix, name.given) if name.suffix else (name.family, name.given)
    return ", ".join(
        f"{{{escape_bibtex(part)}}}" if " " in part or "," in part else escape_bibtex(part)
        for part in parts
    )


def escape_bibtex(words: str) -> str:
    """Words as one line that neither BibTeX nor TeX takes for commands."""
    return "".join(_BIBTEX.get(character, character) for character in one_line(words))


def _bibtex_url(url: str) -> str:
    """Styles print an address verbatim, so only what would end the field is changed."""
    return url.replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D")


def one_line(words: str) -> str:
    """Words without line ends, controls or half surrogate pairs, so that no value can start a field
    of its own.
    """
    return " ".join(_UNPRINTABLE.sub("", _SURROGATE.sub("\ufffd", " ".join(words.split()))).split())
