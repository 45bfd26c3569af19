"""One file read again, after it was edited."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from generator.fields.values import Note, problem
from generator.model import Article, Problem
from generator.read import read_entries, text_of, walled
from generator.read.files import Found, around
from generator.read.folders import FILE
from generator.read.formats import READERS
from generator.read.front_matter import split
from generator.read.saved_pages import read_page
from generator.read.sidecars import SIDECARS


def read_again(seeds: Path, source: str) -> Article | Problem | None:
    """The article of a text, Markdown or HTML file, with what its folders and the record beside it
    say.

    A Problem when the file can't be read as it stands, as when it is saved in the middle of a
    change: its front matter is broken, or it is empty. None when it holds no article now (a draft,
    a page), or is of another format. The id is that of a folder without the other articles: should
    it be another than before, only a whole build knows it.
    """
    root = seeds.name or seeds.resolve().name
    stem = PurePosixPath(source).stem
    entries = list(around(seeds, source, [FILE, *(stem + ending for ending in SIDECARS)]))
    found = next((entry for entry in entries if entry.name == source), None)
    if found is None or found.ending not in READERS:
        return None
    if broken := _broken(found, f"{root}/{source}"):
        return broken
    folder = source.rpartition("/")[0]
    mine = [
        e
        for e in entries
        if e.name == source or e.name.endswith(FILE) or e.name.rpartition("/")[0] == folder
    ]
    reading = read_entries(mine, root)
    if len(reading.articles) == 1:
        return reading.articles[0]
    wrong = [
        held
        for held in reading.problems
        if not held.note and held.where.startswith(f"{root}/{source}")
    ]
    return wrong[0] if wrong else None


def _broken(found: Found, file: str) -> Problem | None:
    """Why nothing of a file's front matter can be read; None = it can, or there is none."""
    if READERS[found.ending] is read_page:
        return None
    text = found.refused or text_of(found)
    if isinstance(text, Note):
        return problem(file, text)
    matter = walled(split, text.text)
    if isinstance(matter, Note):
        return problem(file, matter)
    fields, _, _, notes = matter
    wrong = [note for note in notes if not note.harmless]
    return problem(file, wrong[0]) if wrong and not fields else None
