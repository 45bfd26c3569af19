"""Web pages and files → new files in seeds/: the only part of Florilegium that uses the network.

What is written is Markdown with front matter, to be read over and corrected by hand. Nothing is
ever overwritten.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from urllib.parse import urlsplit

from generator.fields.metadata import metadata, one_line, safe_url
from generator.fields.slugs import slug
from generator.fields.values import Note, Value
from generator.fields.yaml_fields import front_matter
from generator.model import Problem
from generator.read import drafts_of, gather
from generator.read.draft import Draft
from generator.read.files import EMPTY, Found, load, walk
from generator.read.formats import FORMATS, largest, way_in
from generator.read.markdown_escape import in_front_matter, written
from generator.web import Fetched, fetch

ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "application/pdf": ".pdf",
}
KNOWN = re.compile(r"^source_url: ['\"]?(https?://[^\s'\"]+)", re.MULTILINE)
HEAD = 8_000  # characters of a file in which its front matter is looked for
MOST_ADDRESSES = 100_000  # of a list


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of an import."""

    written: tuple[Path, ...]
    problems: tuple[Problem, ...]

    def and_also(self, other: Brought) -> Brought:
        """What came of two."""
        return Brought((*self.written, *other.written), (*self.problems, *other.problems))


def bring_in(
    sources: Sequence[str],
    folder: Path,
    today: str,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Brought:
    """Fetch addresses and convert files into `folder`, one Markdown file an article.

    A source may also be a folder of files, or a text file with nothing but addresses in it; of
    these, what a file in `folder` already has as its `source_url` is not fetched again, so that a
    long list can be gone on with. `today` (ISO 8601) is noted as the day of access of what is
    fetched. What can't be had is a problem; the others are still brought in. `progress` is called
    with (sources done, in all).
    """
    written: list[Path] = []
    problems: list[Problem] = []
    wanted = list(_each(sources, folder, problems))
    for done, source in enumerate(wanted, 1):
        for draft in _drafts(source, today, problems):
            _keep(source, draft, folder, written, problems)
        progress(done, len(wanted))
    return Brought(tuple(written), tuple(problems))


def bring_collection(
    exported: Path,
    folder: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Brought:
    """Convert a collection that Zotero exported with its files: one Markdown file an article, with
    what its record says of it. `exported`: the folder with the records and `files/`.
    """
    written: list[Path] = []
    problems: list[Problem] = []
    if not exported.is_dir():
        wrong = Problem(str(exported), "is no folder", "give the folder that Zotero exported")
        return Brought((), (wrong,))
    held = gather(list(walk(exported, FORMATS)), progress)
    for name, note in held.notes:
        problems.append(Problem(str(exported / name), note.what, note.hint, note=note.harmless))
    for source in held.sources:
        _keep(str(exported / source.source), source.draft, folder, written, problems)
    return Brought(tuple(written), tuple(problems))


def _keep(
    source: str, draft: Draft, folder: Path, written: list[Path], problems: list[Problem]
) -> None:
    problems += [Problem(source, note.what, note.hint, note=note.harmless) for note in draft.notes]
    made = _write(draft, folder) if draft.blocks else None
    if isinstance(made, Path):
        written.append(made)
    elif made is not None:
        problems.append(made)


def _each(sources: Sequence[str], folder: Path, problems: list[Problem]) -> Iterator[str]:
    """Every address and file that the sources stand for; what was fetched before is named and left
    out.
    """
    for source in sources:
        path = Path(source)
        if "://" in source:
            yield source
        elif path.is_dir():
            yield from (
                str(file) for file in sorted(path.rglob("*")) if file.suffix.lower() in FORMATS
            )
        elif (addresses := _addresses(path)) is None:
            yield source
        else:
            known = _fetched_before(folder)
            before = [address for address in addresses if address in known]
            if before:
                fact = f"{len(before)} of its {len(addresses)} addresses are in {folder} already, and are not fetched"
                problems.append(Problem(source, fact, note=True))
            yield from (address for address in addresses if address not in known)


def _addresses(path: Path) -> list[str] | None:
    """The addresses in a text file of nothing else, each once; None = it is another file."""
    data = (
        load(Found(path, str(path), ""))
        if path.suffix.lower() in (".txt", ".text") and path.is_file()
        else EMPTY
    )
    if isinstance(data, Note):
        return None
    lines = [
        line.strip() for line in data.decode("utf-8-sig", "replace").splitlines() if line.strip()
    ]
    if not 0 < len(lines) <= MOST_ADDRESSES or not all(safe_url(line) for line in lines):
        return None
    return list(dict.fromkeys(lines))


def _fetched_before(folder: Path) -> set[str]:
    """The addresses that the articles of a folder came from."""
    found: set[str] = set()
    for file in folder.glob("*.md"):
        with file.open(encoding="utf-8", errors="replace") as opened:
            found.update(KNOWN.findall(opened.read(HEAD)))
    return found


def _drafts(source: str, today: str, problems: list[Problem]) -> list[Draft]:
    """The articles of one address or file; why there are none goes to `problems`."""
    got = fetch(source) if "://" in source else None
    if isinstance(got, Note):
        drafts: list[Draft] | Note = got
    else:
        drafts = _converted(Path(source)) if got is None else _of_page(got)
    if isinstance(drafts, Note):
        problems.append(Problem(source, drafts.what, drafts.hint))
        return []
    if isinstance(got, Fetched):
        if _host(got.url) != _host(source):
            problems.append(
                Problem(source, f"came from {_host(got.url)}, where its address leads", note=True)
            )
        drafts = [
            replace(draft, fields=_from_the_web(draft.fields, got.url, today)) for draft in drafts
        ]
    return drafts


def _from_the_web(fields: Mapping[str, Value], url: str, today: str) -> dict[str, Value]:
    """The fields of a fetched page. Of its own address it is believed on its own host only, of the
    day never.
    """
    own = {
        name: Value(name, 0, (said,)) for name, said in (("source_url", url), ("accessed", today))
    }
    claimed = fields.get("source_url", own["source_url"])
    same = safe_url(claimed.text) and _host(claimed.text) == _host(url)
    return {**fields, **own, **({"source_url": claimed} if same else {})}


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _converted(path: Path) -> list[Draft] | Note:
    ending = path.suffix.lower()
    if ending not in FORMATS:
        return Note("is not a format that is read", way_in(ending))
    real = Path(os.path.realpath(path))
    data = load(Found(real, str(path), ""), largest(ending))
    return data if isinstance(data, Note) else drafts_of(ending, data)


def _of_page(got: Fetched) -> list[Draft] | Note:
    ending = ENDINGS.get(got.kind) or Path(urlsplit(got.url).path).suffix.lower()
    if ending not in FORMATS:
        return Note(f"is {got.kind}, which is not read", f"the formats are {', '.join(FORMATS)}")
    return drafts_of(ending, got.data, got.charset)


def _write(draft: Draft, folder: Path) -> Path | Problem:
    """Write one article; a file that is there already is left as it is."""
    checked = metadata(draft.fields).values
    headline = next((b.span.of(draft.text) for b in draft.blocks if b.kind == "headline"), "")
    standfirst = next((b.span.of(draft.text) for b in draft.blocks if b.kind == "standfirst"), "")
    title = checked.get("title") or one_line(headline) or one_line(draft.text)[:80]
    date = checked.get("date") or draft.dateline or ""
    matter = front_matter(
        {
            "title": in_front_matter(title),
            "standfirst": in_front_matter(one_line(standfirst)),
            "date": date,
            "author": list(checked.get("authors", ())),
            **{
                name: checked.get(name, "")
                for name in (
                    *("publication", "source_url", "archive_url", "accessed", "lang", "rights"),
                )
            },
            "tags": list(checked.get("tags", ())),
            "markdown": "true",  # so that what is escaped below is read back
        }
    )
    body = "\n\n".join(
        written(block.span.of(draft.text)) for block in draft.blocks if block.kind == "paragraph"
    )
    path = folder / (f"{date}-{slug(title)}.md" if len(date) == 10 else f"{slug(title)}.md")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", errors="replace", newline="\n") as file:
            file.write(f"{matter}\n{body}\n")
    except FileExistsError:
        return Problem(
            str(path),
            "is there already and was left as it is",
            "rename or remove it to import again",
        )
    except OSError as error:
        return Problem(
            str(path), f"can't be written: {error.strerror}", "check the folder's permissions"
        )
    return path
