"""Web pages and files → new files in seeds/: the only part of Florilegium that uses the network.

What is written is Markdown with front matter, to be read over and corrected by hand. Nothing is ever overwritten.
"""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from email.message import Message
from http.client import HTTPException
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

from generator.fields.metadata import metadata, one_line, safe_url
from generator.fields.slugs import slug
from generator.fields.values import Note, Value
from generator.fields.yaml_fields import front_matter
from generator.model import Problem
from generator.read import FORMATS, drafts_of
from generator.read.draft import Draft

AGENT = "Florilegium (research archive; one page at a time, on request)"
LARGEST = 20_000_000  # bytes of one answer
PATIENCE = 30  # seconds without a byte
ENDINGS = {"text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf"}


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of an import."""

    written: tuple[Path, ...]
    problems: tuple[Problem, ...]


def bring_in(sources: Sequence[str], folder: Path, today: str) -> Brought:
    """Fetch addresses and convert files into `folder`, one Markdown file an article.

    `today` (ISO 8601) is noted as the day of access of what is fetched. What can't be had is a problem; the others
    are still brought in.
    """
    written: list[Path] = []
    problems: list[Problem] = []
    for source in sources:
        got = _fetched(source) if "://" in source else _converted(Path(source))
        if isinstance(got, Note):
            problems.append(Problem(source, got.what, got.hint))
            continue
        for draft in got:
            if "://" in source:
                draft = replace(draft, fields=_from_the_web(draft.fields, source, today))
            problems += [Problem(source, note.what, note.hint, note=note.harmless) for note in draft.notes]
            made = _write(draft, folder) if draft.blocks else None
            if isinstance(made, Path):
                written.append(made)
            elif made is not None:
                problems.append(made)
    return Brought(tuple(written), tuple(problems))


def _from_the_web(fields: Mapping[str, Value], url: str, today: str) -> dict[str, Value]:
    """The fields of a fetched page. Of its own address it is believed on its own host only, of the day never."""
    own = {name: Value(name, 0, (said,)) for name, said in (("source_url", url), ("accessed", today))}
    claimed = fields.get("source_url", own["source_url"])
    same = safe_url(claimed.text) and _host(claimed.text) == _host(url)
    return {**fields, **own, **({"source_url": claimed} if same else {})}


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _converted(path: Path) -> list[Draft] | Note:
    if path.suffix.lower() not in FORMATS:
        return Note("is not a format that is read", f"the formats are {', '.join(FORMATS)}")
    try:
        data = path.read_bytes()
    except OSError as error:
        return Note(f"can't be read: {error.strerror}", "check the name and its permissions")
    return drafts_of(path.suffix.lower(), data)


def _fetched(url: str) -> list[Draft] | Note:
    if safe_url(url) is None:
        return Note("is not an address that can be fetched", "give http:// or https://, without a password")
    try:
        request = urllib.request.Request(url, headers={"User-Agent": AGENT})  # noqa: S310 (http(s) only, see above)
        with urllib.request.build_opener(_WebOnly).open(request, timeout=PATIENCE) as answer:
            data = answer.read(LARGEST + 1)
            kind, charset = answer.headers.get_content_type(), answer.headers.get_content_charset("")
    except urllib.error.HTTPError as error:
        return Note(f"the server says {error.code} {error.reason}", "open it in a browser and save the page instead")
    except (OSError, HTTPException, ValueError) as error:
        return Note(f"can't be fetched: {getattr(error, 'reason', error)}", "check the address and the connection")
    if len(data) > LARGEST:
        return Note(f"is larger than {LARGEST / 1e6:g} MB", "save the text of the article")
    ending = ENDINGS.get(kind) or Path(urlsplit(url).path).suffix.lower()
    if ending not in FORMATS:
        return Note(f"is {kind}, which is not read", f"the formats are {', '.join(FORMATS)}")
    return drafts_of(ending, data, charset)


class _WebOnly(urllib.request.HTTPRedirectHandler):
    """Follows redirections to web pages only: never to files, FTP or an address with a password."""

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Message, newurl: str
    ) -> urllib.request.Request | None:
        if safe_url(newurl) is None:
            raise urllib.error.URLError(f"it leads to {newurl[:200]!r}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def _write(draft: Draft, folder: Path) -> Path | Problem:
    """Write one article; a file that is there already is left as it is."""
    checked = metadata(draft.fields).values
    headline = next((b.span.of(draft.text) for b in draft.blocks if b.kind == "headline"), "")
    standfirst = next((b.span.of(draft.text) for b in draft.blocks if b.kind == "standfirst"), "")
    title = checked.get("title") or one_line(headline) or one_line(draft.text)[:80]
    date = checked.get("date") or draft.dateline or ""
    matter = front_matter(
        {
            "title": title,
            "standfirst": one_line(standfirst),
            "date": date,
            "author": list(checked.get("authors", ())),
            **{name: checked.get(name, "") for name in ("publication", "source_url", "accessed", "lang", "rights")},
            "tags": list(checked.get("tags", ())),
        }
    )
    body = "\n\n".join(block.span.of(draft.text) for block in draft.blocks if block.kind == "paragraph")
    path = folder / (f"{date}-{slug(title)}.md" if len(date) == 10 else f"{slug(title)}.md")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(f"{matter}\n{body}\n")
    except FileExistsError:
        return Problem(str(path), "is there already and was left as it is", "rename or remove it to import again")
    except OSError as error:
        return Problem(str(path), f"can't be written: {error.strerror}", "check the folder's permissions")
    return path
