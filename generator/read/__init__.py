"""Seed files in, `Article`s out: one reader a format."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ParamSpec, TypeVar

from generator.fields.values import Note, problem
from generator.model import Problem, Reading
from generator.read import databases, folders
from generator.read.articles import Source, make
from generator.read.decode import Decoded, decode
from generator.read.draft import Draft
from generator.read.files import EMPTY, LARGEST, Found, load, walk
from generator.read.formats import FORMATS, OFFICE, PLAIN, READERS, TABLES, largest, way_in
from generator.read.page_text import shown_lines
from generator.read.records import read_zotero_csv, with_records
from generator.read.saved_pages import parse_page, read_mhtml, read_page
from generator.read.sidecars import SIDECARS, Record, read_sidecar
from generator.read.tables import of_json, within

P = ParamSpec("P")
T = TypeVar("T")

MOST_PARAGRAPHS = 20_000  # of one article
TABLE_ARTICLES = 250  # short ones of one table
HEAD = 2_000  # bytes of a table in which its columns are named
MOST_LINES = 100_000  # of a text; a saved page may have more
# lie beside articles and are none; with front matter they are
COMPANIONS = re.compile(
    r"(readme|license|licence|copying|contributing|changelog)(\.(md|txt|rst))?\Z", re.IGNORECASE
)
LITTER = re.compile(
    r"\.|_.*\.ya?ml\Z|corrections\.ya?ml\Z|.*(~|\.swp)\Z|(thumbs\.db|desktop\.ini)\Z", re.IGNORECASE
)


def read_seeds(
    seeds: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
    table_articles: int = TABLE_ARTICLES,
) -> Reading:
    """Read every file of a folder. Never raises for a bad file: it is listed in `problems`.

    `progress` is called with (files done, files in all). `table_articles`: so many short articles
    may one table have. Nothing in `seeds` is written, moved or followed out of it.
    """
    root = seeds.name or seeds.resolve().name
    if not seeds.is_dir():
        return Reading(
            problems=(Problem(root, "is no folder", "make it and put articles into it"),)
        )
    return read_entries(list(walk(seeds, FORMATS)), root, progress, table_articles)


def read_entries(
    entries: list[Found],
    root: str,
    progress: Callable[[int, int], None] = lambda done, total: None,
    table_articles: int = TABLE_ARTICLES,
) -> Reading:
    """What these files of a folder hold; `root`: what the user calls the folder."""
    held = gather(entries, progress, table_articles)
    ids = folders.folder_ids(source.folder for source in held.sources)
    made = make(held.sources, root, ids, folders.inherited(ids, held.said))
    problems = [problem(f"{root}/{name}", note) for name, note in held.notes]
    return Reading(
        articles=tuple(sorted(made.articles, key=lambda article: article.id)),
        pages=tuple(sorted(made.pages, key=lambda page: page.id)),
        collections=folders.collections(ids, held.said, root),
        problems=tuple(
            sorted(
                (*problems, *made.problems, *folders.without_page(ids, held.said, root)),
                key=lambda p: (p.where, p.what),
            )
        ),
    )


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the files of a folder hold, before an article has an id."""

    sources: tuple[Source, ...]
    said: dict[str, folders.Said]  # folder → what its _collection.yml says
    notes: tuple[tuple[str, Note], ...]  # (file, what is wrong with it)


def gather(
    entries: list[Found],
    progress: Callable[[int, int], None] = lambda done, total: None,
    table_articles: int | None = None,
) -> Gathered:
    """Read each file, and bring articles and the records that say more of them together."""
    sources: list[Source] = []
    said: dict[str, folders.Said] = {}
    records: dict[str, Record] = {}
    notes: list[tuple[str, Note]] = []
    for done, found in enumerate(entries, 1):
        got = found.refused or _read(found, table_articles)
        if isinstance(got, Note):
            notes.append((found.name, got))
        elif isinstance(got, Record):
            records[found.name] = got
        elif isinstance(got, list):
            sources += [Source(found.name, draft) for draft in got]
        elif got is not None:
            said[found.folder] = got
        progress(done, len(entries))
    if records:
        kept = [entry.name for entry in entries if entry.ending in (*READERS, *OFFICE)]
        sources, more = with_records(sources, records, kept)
        notes += more
    return Gathered(tuple(sources), said, tuple(notes))


def _read(
    found: Found, table_articles: int | None
) -> list[Draft] | folders.Said | Record | Note | None:
    """What is in one file; None = nothing that concerns us."""
    base = found.name.rpartition("/")[2]
    if base == folders.FILE:
        text = text_of(found)
        if isinstance(text, Note):
            return text
        said = walled(folders.read_collection, text.text)
        return ({}, (said,)) if isinstance(said, Note) else said
    if found.folder == "corrections" and found.ending in (".yml", ".yaml"):
        return None  # one of people's corrections: see correct/load.py
    if base == "corrections.yml" and found.folder:
        return Note(
            "is not where corrections are read",
            "put its entries into corrections.yml at the top of the folder",
        )
    if LITTER.match(base):
        hidden = (
            base.lower().endswith(tuple(FORMATS))
            and base.startswith(".")
            and not base.startswith("._")
        )
        return (
            Note("is a hidden file", "take the dot off its name, or remove it") if hidden else None
        )
    if found.ending in SIDECARS:
        text = text_of(found)
        if isinstance(text, Note):
            return text
        drafts = walled(of_json, text.text) if found.ending == ".json" else []
        return drafts or walled(read_sidecar, found.ending, text.text)
    if found.ending not in FORMATS:
        return (
            None
            if COMPANIONS.match(base)
            else Note("is not a format that is read", way_in(found.ending))
        )
    data = load(found, largest(found.ending))
    if isinstance(data, bytes) and b"Item Type" in data[:HEAD] and found.ending == ".csv":
        text = _decoded(data)
        listed = text if isinstance(text, Note) else walled(read_zotero_csv, text.text)
        if listed is not None:
            return listed
    drafts = (
        data
        if isinstance(data, Note)
        else drafts_of(found.ending, data, table_articles=table_articles)
    )
    if isinstance(drafts, Note) or (
        COMPANIONS.match(base) and not any(draft.fields for draft in drafts)
    ):
        return drafts if isinstance(drafts, Note) else None
    if "\\udc" in found.name:
        drafts = _noted(drafts, Note("the name of the file is not UTF-8", "rename it"))
    return drafts


def drafts_of(
    ending: str, data: bytes, charset: str = "", table_articles: int | None = None
) -> list[Draft] | Note:
    """What the bytes of a file hold, or why nothing; `ending` is one of FORMATS, `charset` what a
    web server says.

    `table_articles`: so many short articles may a table have; None = any number.
    """
    return walled(_drafts_of, ending, data, charset, table_articles)


def walled(reader: Callable[P, T], *given: P.args, **named: P.kwargs) -> T | Note:
    """What a reader gives; what it raises becomes the problem of the one file that it was given.

    Readers get text or bytes, so an error of the disk, which must stop the build, can't come from
    within.
    """
    try:
        return reader(*given, **named)
    except Exception as error:
        return Note(
            f"can't be read: {type(error).__name__}", "save it again, or save its text as .txt"
        )


def _drafts_of(
    ending: str, data: bytes, charset: str, table_articles: int | None
) -> list[Draft] | Note:
    text = Decoded() if ending in OFFICE else _decoded(data, charset)
    if isinstance(text, Note):
        return text
    document = OFFICE[ending](data) if ending in OFFICE else None
    rows = databases.of_text(document.plain) if document else _several(ending, text.text)
    if isinstance(rows, Note):
        return rows
    if rows is not None:
        if table_articles is not None:
            rows = within(rows, len(data), table_articles, text.text.count("\n") + 1)
        drafts = _named_apart(rows)
    elif document:
        drafts = [document]
    elif ending in PLAIN and len(data) > LARGEST:
        return Note(f"is larger than {LARGEST / 1e6:g} MB", "split it into articles")
    elif READERS[ending] not in (read_page, read_mhtml) and text.text.count("\n") > MOST_LINES:
        return Note(f"has more than {MOST_LINES:,} lines", "split it into articles")
    else:
        drafts = [READERS[ending](text.text)]
    drafts = [
        draft if len(draft.blocks) <= MOST_PARAGRAPHS else _too_many(draft) for draft in drafts
    ]
    if text.guessed:
        fact = f"was read as {text.guessed}, which is a guess"
        guess = Note(fact, "save it as UTF-8", text.line, harmless=text.sure)
        drafts = _noted(drafts, guess)
    if text.doubt:
        drafts = _noted(
            drafts, Note(f"{text.doubt}, and is not read so", "save it as UTF-8", text.line)
        )
    return drafts or EMPTY


def _several(ending: str, text: str) -> Iterable[Draft] | Note | None:
    """The articles of a file that holds several; None = it holds one."""
    if ending in TABLES:
        return TABLES[ending](text)
    if ending in PLAIN:
        return databases.of_text(text)
    return (
        databases.of_page(text, parse_page, shown_lines) if READERS[ending] is read_page else None
    )


def text_of(found: Found) -> Decoded | Note:
    """The text of a file, or why there is none."""
    data = load(found)
    return data if isinstance(data, Note) else _decoded(data)


def _decoded(data: bytes, charset: str = "") -> Decoded | Note:
    decoded = decode(data, charset)
    if decoded.refused:
        return Note(decoded.refused, "save it as UTF-8 text", decoded.line)
    return decoded if decoded.text.strip("\ufeff\n ") else EMPTY


def _noted(drafts: list[Draft], note: Note) -> list[Draft]:
    """The drafts, the first of them with a note on the file as such."""
    return [
        replace(draft, notes=(note, *draft.notes)) if n == 0 else draft
        for n, draft in enumerate(drafts)
    ]


def _too_many(draft: Draft) -> Draft:
    """Each paragraph costs the same, however short: a log or a list is no article."""
    note = Note(
        f"has more than {MOST_PARAGRAPHS:,} paragraphs", "split it into articles", draft.line
    )
    return Draft(notes=(note,), name=draft.name)


def _named_apart(drafts: Iterable[Draft]) -> list[Draft]:
    """Articles of one file, the second one of a name numbered."""
    seen: Counter[str] = Counter()
    made = []
    for draft in drafts:
        seen[draft.name] += 1
        count = seen[draft.name]
        made.append(
            replace(draft, name=f"{draft.name} ({count})") if draft.name and count > 1 else draft
        )
    return made
