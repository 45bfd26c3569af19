"""Fields as a file has them → the metadata of an `Article`, with a note on every one that can't be
used.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, get_args
from urllib.parse import urlsplit

from generator import paths
from generator.fields import bylines, dates, language_names
from generator.fields.slugs import slug
from generator.fields.values import Note, Value
from generator.model import DocumentKind

LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}\Z")
ADDRESS = re.compile(r"[\w~-][\w.~-]*(?:/[\w~-][\w.~-]*)*\Z")
NOT_IN_URL = re.compile('[\x00-\x20\x7f-\x9f"<>\\\\^`{|}]|[\u2028\u2029]')
PERSON = re.compile(r"[^\W\d_][\w .'’-]{0,80}\Z")
YES, NO = ("true", "yes", "on", "y"), ("false", "no", "off", "n")


@dataclass(slots=True)
class Metadata:
    """What the fields say, ready for `Article(**values)`; the reader's own wishes apart."""

    values: dict[str, Any] = field(default_factory=dict)  # by name of an `Article` field
    slug: str | None = None  # None = made from the file's name
    page: bool = False  # a page by the site's owner, not an article
    draft: bool = False  # not to be published
    notes: list[Note] = field(default_factory=list)

    def note(self, value: Value, what: str, hint: str) -> None:
        """Add a problem of one field."""
        self.notes.append(Note(what, hint, value.line, file=value.file))


def metadata(fields: Mapping[str, Value]) -> Metadata:
    """Read every known field; a wrong one is noted and left out."""
    made = Metadata()
    for name, value in fields.items():
        if value.shape == "empty":
            continue
        if value.shape not in ("text", "list"):
            made.note(value, f"the field {value.name!r} is {value.shape}", "write plain text")
        elif name in READERS:
            READERS[name](made, name, value)
    return made


def one_line(words: str) -> str:
    """Words without line ends and outer blank space."""
    return (
        " ".join(line.strip() for line in words.splitlines() if line.strip())
        if "\n" in words
        else words.strip()
    )


def safe_url(words: str) -> str | None:
    """The address if it is http(s) with a host and without a password, else None."""
    try:
        parts = urlsplit(words)
        fine = (
            parts.scheme in ("http", "https")
            and parts.hostname
            and "@" not in parts.netloc
            and parts.port != 0
        )
    except ValueError:
        return None
    return words if fine and len(words) <= 2000 and not NOT_IN_URL.search(words) else None


def _text(made: Metadata, name: str, value: Value) -> None:
    if _is_one(made, name, value):
        words = bylines.unlinked(value.text) if name == "publication" else value.text
        made.values[name] = one_line(words)


def _is_one(made: Metadata, name: str, value: Value) -> bool:
    """Whether a value is one text, such as a standfirst, which the reader puts into the article's
    text itself.
    """
    if value.shape == "list":
        made.note(value, f"the field {value.name!r} is a list", "write one text")
    return value.shape != "list"


def _date(made: Metadata, name: str, value: Value) -> None:
    found = dates.iso(value.text)
    if found is None and dates.is_slashed(value.text):
        fact = f"{value.name}: of {_short(value)} it can't be known which number is the day"
        made.note(value, fact, "write it as 2042-03-12")
    elif found is None:
        made.note(
            value,
            f"{value.name}: {_short(value)} is not a date",
            "write it as 2042-03-12, 2042-03 or 2042",
        )
    else:
        made.values[name] = found


def _url(made: Metadata, name: str, value: Value) -> None:
    words = value.text
    found = safe_url(words[1:-1] if words[:1] + words[-1:] == "<>" else words)
    if found is None:
        made.note(
            value,
            f"{value.name}: {_short(value)} is not a web address",
            "write https://…, without a password",
        )
    else:
        made.values[name] = found


def _authors(made: Metadata, name: str, value: Value) -> None:
    names = [bylines.without_role(words) for words in value.texts]
    if value.shape == "text":
        names = _of_one_text(value.text)
    made.values["authors"] = tuple(dict.fromkeys(one_line(n) for n in names if n.strip()))


def _of_one_text(words: str) -> list[str]:
    """The authors of a byline. Where one part is neither a name nor a role, commas part nobody."""
    named, others = bylines.people(words)
    if named and all(bylines.is_role(other) for other in others):
        return list(named)
    words = bylines.unlinked(words)
    parts = re.split(r", and | and | & |; ?", words.removeprefix("By ").removeprefix("by "))
    return parts if all(PERSON.match(part) for part in parts) else [words]


def _tags(made: Metadata, name: str, value: Value) -> None:
    texts = value.texts if value.shape == "list" else value.text.split(",")
    texts = [bylines.unlinked(text).strip().removeprefix("#") for text in texts]
    made.values["tags"] = tuple(dict.fromkeys(one_line(t) for t in texts if t.strip()))


def _lang(made: Metadata, name: str, value: Value) -> None:
    if named := language_names.code(value.text):
        made.values["lang"] = named
    elif LANG.match(value.text):
        made.values["lang"] = value.text
    else:
        made.note(
            value,
            f"{value.name}: {_short(value)} is not a language code",
            'write "en", "fr", "pt-BR" …',
        )


def _publish(made: Metadata, name: str, value: Value) -> None:
    if value.text in ("full", "quotes"):
        made.values["publish"] = value.text
    else:  # what may not be republished must not get out because of a typing error
        made.values["publish"] = "quotes"
        made.note(
            value,
            f"publish: {_short(value)} is unknown, taken as quotes",
            'write "full" or "quotes"',
        )


# what people call the kinds of documents, beside their own names
DOCUMENTS: Mapping[str, DocumentKind] = {
    **{name: name for name in get_args(DocumentKind)},
    **dict.fromkeys(("article", "news", "report"), "narrative"),
    **dict.fromkeys(("interview", "transcript", "hearing", "debate", "chat", "call"), "turns"),
    **dict.fromkeys(("q&a", "questions and answers"), "questions"),
    **dict.fromkeys(("live blog", "liveblog"), "live"),
    **dict.fromkeys(("speech", "press release"), "statement"),
    **dict.fromkeys(("novel", "story", "short story"), "fiction"),
}


def _document(made: Metadata, name: str, value: Value) -> None:
    if not _is_one(made, name, value):
        return
    kind = DOCUMENTS.get(one_line(value.text).lower().replace("_", " "))
    if kind:
        made.values[name] = kind
    else:
        hint = f"write {', '.join(get_args(DocumentKind))}"
        made.note(value, f"{value.name}: {_short(value)} is no kind of document", hint)


def _slug(made: Metadata, name: str, value: Value) -> None:
    words = value.text
    if value.name.lower() == "permalink":
        words = words.rstrip("/").rsplit("/", 1)[-1].removesuffix(".html")
    if not words or ":" in words:
        made.note(
            value,
            f"{value.name}: {_short(value)} can't be an address",
            "write lower-case words and hyphens",
        )
        return
    made.slug = slug(words)
    if made.slug != words:
        made.note(
            value,
            f"{value.name}: {_short(value)} can't be an address, {made.slug} is used",
            f"slug: {made.slug}",
        )


def _redirects(made: Metadata, name: str, value: Value) -> None:
    good: list[str] = []
    for words, line in zip(
        value.texts, value.lines or (value.line,) * len(value.texts), strict=True
    ):
        path = words.strip().strip("/").removesuffix("/index.html")
        if (
            len(path) <= 500
            and not words.strip().startswith("//")
            and ADDRESS.match(path)
            and paths.former(path)
        ):
            good.append(path)
        else:
            made.note(
                replace(value, line=line),
                f"redirect_from: {words.strip()[:80]!r} is no path on this site",
                "write old/path",
            )
    made.values["redirect_from"] = tuple(dict.fromkeys(good))


def _layout(made: Metadata, name: str, value: Value) -> None:
    made.page = value.text == "page"


def _draft(made: Metadata, name: str, value: Value) -> None:
    word = value.text.lower()
    if word not in (*YES, *NO):
        made.note(
            value, f"{value.name}: {_short(value)} is neither true nor false", "write true or false"
        )
    elif word in (YES if name == "draft" else NO):
        made.draft = True


def _short(value: Value) -> str:
    words = value.text if value.shape == "text" else ", ".join(value.texts)
    return repr(words if len(words) <= 80 else words[:79] + "…")


READERS: dict[str, Callable[[Metadata, str, Value], object]] = {
    "title": _text,
    "standfirst": _is_one,
    "date": _date,
    "updated": _date,
    "accessed": _date,
    "author": _authors,
    "publication": _text,
    "source_url": _url,
    "archive_url": _url,
    "tags": _tags,
    "lang": _lang,
    "rights": _text,
    "document": _document,
    "publish": _publish,
    "slug": _slug,
    "redirect_from": _redirects,
    "layout": _layout,
    "draft": _draft,
    "published": _draft,
}
