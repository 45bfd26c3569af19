"""Seed files in, `Article`s out: one reader a format."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path, PurePosixPath

from generator.fields.values import Note, problem
from generator.model import Problem, Reading
from generator.read import folders
from generator.read.articles import Source, make
from generator.read.decode import Decoded, decode
from generator.read.draft import Draft
from generator.read.files import LARGEST, Found, load, walk
from generator.read.saved_pages import read_page
from generator.read.texts import read_markdown, read_text

# ending of a file's name → its reader; to accept another format, write a function from text to Draft
READERS: dict[str, Callable[[str], Draft]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_page,
    ".htm": read_page,
}
LARGEST_SAVED = 20_000_000  # bytes of a saved page: browsers put the pictures into it
# lie beside articles and are none; with front matter they are
COMPANIONS = re.compile(r"(readme|license|licence|copying|contributing|changelog)(\.(md|txt|rst))?\Z", re.IGNORECASE)
LITTER = re.compile(r"\.|_.*\.ya?ml\Z|corrections\.ya?ml\Z|.*(~|\.swp)\Z|(thumbs\.db|desktop\.ini)\Z", re.IGNORECASE)


def read_seeds(seeds: Path, progress: Callable[[int, int], None] = lambda done, total: None) -> Reading:
    """Read every file of a folder. Never raises for a bad file: it is listed in `problems`.

    `progress` is called with (files done, files in all). Nothing in `seeds` is written, moved or followed out of it.
    """
    root = seeds.name or seeds.resolve().name
    if not seeds.is_dir():
        return Reading(problems=(Problem(root, "is no folder", "make it and put articles into it"),))
    entries = list(walk(seeds))
    sources: list[Source] = []
    said: dict[str, folders.Said] = {}
    problems: list[Problem] = []
    for done, found in enumerate(entries, 1):
        file = f"{root}/{found.name}"
        got = found.refused or _read(found)
        if isinstance(got, Note):
            problems.append(problem(file, got))
        elif isinstance(got, Draft):
            sources.append(Source(found.name, got))
        elif got is not None:
            said[found.folder] = got
        progress(done, len(entries))
    ids = folders.folder_ids(source.source for source in sources)
    made = make(sources, root, ids, folders.inherited(ids, said))
    return Reading(
        articles=tuple(sorted(made.articles, key=lambda article: article.id)),
        pages=tuple(sorted(made.pages, key=lambda page: page.id)),
        collections=folders.collections(ids, said, root),
        problems=tuple(sorted((*problems, *made.problems), key=lambda p: (p.where, p.what))),
    )


def _read(found: Found) -> Draft | folders.Said | Note | None:
    """What is in one file; None = nothing that concerns us."""
    base = PurePosixPath(found.name).name
    if base == folders.FILE:
        text = _text(found)
        return text if isinstance(text, Note) else folders.read_collection(text.text)
    if base == "corrections.yml" and found.folder:
        return Note(
            "is not where corrections are read", "put its entries into corrections.yml at the top of the folder"
        )
    reader = READERS.get(found.ending)
    if LITTER.match(base):
        hidden = reader and base.startswith(".") and not base.startswith("._")
        return Note("is a hidden file", "take the dot off its name, or remove it") if hidden else None
    if reader is None:
        return None if COMPANIONS.match(base) else Note("is not a format that is read", _formats())
    text = _text(found)
    if isinstance(text, Note):
        return text
    draft = reader(text.text)
    notes = [Note("the name of the file is not UTF-8", "rename it")] if "\\udc" in found.name else []
    if text.guessed:
        notes.append(Note(f"was read as {text.guessed}, which is a guess", "save it as UTF-8", harmless=text.sure))
    draft = replace(draft, notes=(*notes, *draft.notes))
    return None if COMPANIONS.match(base) and not draft.fields else draft


def _text(found: Found) -> Decoded | Note:
    data = load(found, LARGEST_SAVED if READERS.get(found.ending) is read_page else LARGEST)
    if isinstance(data, Note):
        return data
    decoded = decode(data)
    return Note(decoded.refused, "save it as UTF-8 text") if decoded.refused else decoded


def _formats() -> str:
    return f"the formats are {', '.join(sorted(READERS))}; remove it from the folder or convert it"
