"""One SQLite file: tables, indices, full-text search; the same corpus gives the same bytes."""

from __future__ import annotations

import errno
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from generator.export.rows import Known, Row, mention_rows, plain, quote_rows
from generator.export.schema import INDICES, SCHEMA
from generator.export.tables import GZIP_OVER, RawFile, compressed, is_large
from generator.model import Corpus, Story


@dataclass(frozen=True, slots=True)
class Records:
    """What goes into one file. The quotations' records are made while they are written, and not
    held.
    """

    corpus: Corpus
    about: Known
    stories: tuple[Story, ...]
    articles: list[Row]  # of the same stories, in the same order
    people: list[Row]


def database_files(records: Records, limit: int, over: int = GZIP_OVER) -> list[RawFile]:
    """ "florilegium.sqlite", compressed over `over` bytes. Where that is more than the limit it
    leaves the texts out (articles.jsonl has them); a corpus whose quotations alone are over it is
    cut by articles into "florilegium-0001.sqlite", …, each whole in itself.
    """
    # the texts alone tell when there is no use in trying: compressed, they come to a third at best
    texts = sum(row["text_length"] for row in records.articles if row["text"] is not None)
    whole = _file(records, "florilegium.sqlite", True, over) if texts < 3 * limit else None
    if whole is None or len(whole.body) > limit:
        whole = _file(records, "florilegium.sqlite", False, over)
    if len(whole.body) <= limit or len(records.articles) < 2:
        return [whole]
    pieces = len(whole.body) // (limit * 4 // 5) + 1
    while True:
        files = [
            _file(piece, f"florilegium-{n:04}.sqlite", False, over)
            for n, piece in enumerate(_pieces(records, pieces), 1)
        ]
        if pieces >= len(records.articles) or max(len(file.body) for file in files) <= limit:
            return files
        pieces = min(pieces * 2, len(records.articles))


def _file(records: Records, name: str, texts: bool, over: int) -> RawFile:
    file = RawFile(name, _database(records, texts), _count(records))
    return compressed(file) if is_large([file], over) else file


def _pieces(records: Records, count: int) -> Iterator[Records]:
    size = -(-len(records.articles) // count)
    for start in range(0, len(records.articles), size):
        some = slice(start, start + size)
        yield replace(records, stories=records.stories[some], articles=records.articles[some])


def _count(records: Records) -> int:
    return sum(row["quotes"] for row in records.articles)


def _database(records: Records, texts: bool) -> bytes:
    """Made in a temporary file, since in memory it would be there twice when its bytes are asked
    for.

    Raises OSError when there is no room for it.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "made.sqlite"
        try:
            _fill(path, records, texts)
        except sqlite3.OperationalError as error:
            raise OSError(errno.ENOSPC, str(error), str(path)) from error
        # the same everywhere: without the library's version, which is informative only
        with path.open("r+b") as file:
            file.seek(96)
            file.write(bytes(4))
        return path.read_bytes()


def _fill(path: Path, records: Records, texts: bool) -> None:
    db = sqlite3.connect(path)
    try:
        db.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
        with db:
            for table, rows in _tables(records, texts):
                _insert(db, table, rows)
        db.executescript(INDICES)
        db.execute("INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild')")
        db.execute("INSERT INTO quotes_fts (quotes_fts) VALUES ('optimize')")
        db.commit()
    finally:
        db.close()


def _tables(records: Records, texts: bool) -> Iterator[tuple[str, Iterable[Row]]]:
    """Every table with its rows, those first to which others refer. Rows refer to each other by
    number, from 1.
    """
    articles, people = records.articles, records.people
    article_n, person_n = (
        _numbers(row["id"] for row in articles),
        _numbers(row["id"] for row in people),
    )
    quote_n = _numbers(
        f"{story.article.id}#{quote.id}"
        for story in records.stories
        for quote in story.annotations.quotes
    )
    yield "about", _about(records, texts)
    yield "articles", articles
    yield "people", people
    for n, row in enumerate(articles, 1):
        yield (
            "authors",
            (
                {"article": n, "position": p, "name": name}
                for p, name in enumerate(row["authors"], 1)
            ),
        )
        yield "tags", ({"article": n, "tag": tag} for tag in dict.fromkeys(row["tags"]))
        if texts and row["text"] is not None:
            yield "texts", [{"article": n, "text": row["text"]}]
    for n, row in enumerate(people, 1):
        yield (
            "aliases",
            ({"person": n, **alias} for alias in {a["words"]: a for a in row["aliases"]}.values()),
        )
        roles = (role for role in row["roles"] if role["article_id"] in article_n)
        yield (
            "roles",
            (
                {
                    "person": n,
                    "position": p,
                    "words": role["words"],
                    "article": article_n[role["article_id"]],
                }
                for p, role in enumerate(roles, 1)
            ),
        )
        appears = sorted({article_n[id] for id in row["appears_in"] if id in article_n})
        yield "appearances", ({"person": n, "article": number} for number in appears)
    for n, story in enumerate(records.stories, 1):
        named = mention_rows(story, records.corpus)
        yield (
            "mentions",
            (
                {**row, "article": n, "person": person_n.get(row["person_id"] or "")}
                for row in named
            ),
        )
    for n, story in enumerate(records.stories, 1):
        rows = list(quote_rows(story, records.about))
        yield (
            "quotes",
            [
                {
                    **row,
                    "article": n,
                    "person": person_n.get(row["speaker_id"] or ""),
                    "also_speakers": "; ".join(row["also_speakers"]) or None,
                }
                for row in rows
            ],
        )
        yield (
            "said_too",
            (
                {"quote": quote_n[row["id"]], "person": person_n[id]}
                for row in rows
                for id in row["also_speaker_ids"]
                if id in person_n
            ),
        )
        yield (
            "quote_parts",
            (
                {"quote": quote_n[r["id"]], "part": p, **x}
                for r in rows
                for p, x in enumerate(r["parts"], 1)
            ),
        )
    yield "statements", ({"id": s.id, "title": plain(s.title)} for s in records.corpus.statements)
    yield (
        "versions",
        (
            {"statement": n, "position": p, "quote": quote_n[f"{ref.article}#{ref.quote}"]}
            for n, statement in enumerate(records.corpus.statements, 1)
            for p, ref in enumerate(statement.versions, 1)
            if f"{ref.article}#{ref.quote}" in quote_n
        ),
    )
    yield "related", _related(records.corpus, article_n)


def _related(corpus: Corpus, article_n: dict[str, int]) -> Iterator[Row]:
    for id, n in article_n.items():
        for position, relation in enumerate(corpus.related.get(id, ()), 1):
            reasons = "; ".join(
                f"{r.label}: {r.detail}" if r.detail else r.label for r in relation.reasons
            )
            if relation.article in article_n:
                yield {
                    "article": n,
                    "position": position,
                    "other": article_n[relation.article],
                    "score": round(relation.score, 4),
                    "reasons": plain(reasons),
                }


def _about(records: Records, texts: bool) -> list[Row]:
    return [
        {"key": "site", "value": plain(records.about.site.name)},
        {"key": "url", "value": plain(records.about.site.url)},
        {"key": "articles", "value": str(len(records.articles))},
        {
            "key": "texts",
            "value": "where they may be published" if texts else "not here: see articles.jsonl",
        },
        {
            "key": "offsets",
            "value": "Unicode characters from 0; substr(text, start + 1, end - start) = exact",
        },
        {"key": "ids", "value": "id and quote_id are permanent; n is a row's number in this file"},
    ]


def _numbers(ids: Iterable[str]) -> dict[str, int]:
    return {id: n for n, id in enumerate(ids, 1)}


def _insert(db: sqlite3.Connection, table: str, rows: Iterable[Row]) -> None:
    """Insert the columns that the table has; their names come from our own schema."""
    columns = _columns(table)
    marks = ", ".join("?" * len(columns))
    names = ", ".join(f'"{name}"' for name in columns)
    db.executemany(
        f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608
        ([row[name] for name in columns] for row in rows),
    )


@cache
def _columns(table: str) -> tuple[str, ...]:
    db = sqlite3.connect(":memory:")
    db.executescript(SCHEMA)
    held = tuple(name for _, name, *_ in db.execute(f"PRAGMA table_info ({table})") if name != "n")
    db.close()
    return held
