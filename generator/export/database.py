"""One SQLite file: tables, indices, full-text search; the same corpus gives the same bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any, Final

from generator.config import Site
from generator.export.rows import Row, plain
from generator.export.tables import RawFile
from generator.model import Corpus

SCHEMA: Final = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, standfirst TEXT, date TEXT, updated TEXT,
  publication TEXT, url TEXT NOT NULL, source_url TEXT, archive_url TEXT, accessed TEXT, collection TEXT NOT NULL,
  lang TEXT, rights TEXT, publish TEXT NOT NULL, quotes INTEGER NOT NULL, text_length INTEGER NOT NULL,
  text_sha256 TEXT NOT NULL);
CREATE TABLE authors (
  article_id TEXT NOT NULL REFERENCES articles (id), position INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (article_id, position)) WITHOUT ROWID;
CREATE TABLE tags (
  article_id TEXT NOT NULL REFERENCES articles (id), tag TEXT NOT NULL, PRIMARY KEY (article_id, tag)) WITHOUT ROWID;
CREATE TABLE texts (article_id TEXT PRIMARY KEY REFERENCES articles (id), text TEXT NOT NULL);
CREATE TABLE people (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, sort TEXT NOT NULL,
  quotes INTEGER NOT NULL, articles INTEGER NOT NULL, url TEXT NOT NULL, by TEXT NOT NULL);
CREATE TABLE aliases (
  person_id TEXT NOT NULL REFERENCES people (id), words TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (person_id, words)) WITHOUT ROWID;
CREATE TABLE roles (
  person_id TEXT NOT NULL REFERENCES people (id), position INTEGER NOT NULL, words TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id), date TEXT, PRIMARY KEY (person_id, position)) WITHOUT ROWID;
CREATE TABLE appearances (
  person_id TEXT NOT NULL REFERENCES people (id), article_id TEXT NOT NULL REFERENCES articles (id),
  PRIMARY KEY (person_id, article_id)) WITHOUT ROWID;
CREATE TABLE quotes (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL REFERENCES articles (id),
  quote_id TEXT NOT NULL, kind TEXT NOT NULL, text TEXT NOT NULL, speaker_id TEXT REFERENCES people (id),
  speaker TEXT, printed TEXT, cue TEXT, place TEXT, url TEXT NOT NULL, source_fragment TEXT,
  confidence REAL NOT NULL, band TEXT NOT NULL, by TEXT NOT NULL, rule TEXT, speaker_rule TEXT, note TEXT);
CREATE TABLE quote_parts (
  quote_id TEXT NOT NULL REFERENCES quotes (id), part INTEGER NOT NULL, start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
  PRIMARY KEY (quote_id, part)) WITHOUT ROWID;
CREATE TABLE statements (
  id TEXT PRIMARY KEY, title TEXT NOT NULL, speaker_id TEXT REFERENCES people (id)) WITHOUT ROWID;
CREATE TABLE versions (
  statement_id TEXT NOT NULL REFERENCES statements (id), position INTEGER NOT NULL,
  quote_id TEXT NOT NULL REFERENCES quotes (id), PRIMARY KEY (statement_id, position)) WITHOUT ROWID;
CREATE TABLE related (
  article_id TEXT NOT NULL REFERENCES articles (id), position INTEGER NOT NULL,
  other_id TEXT NOT NULL REFERENCES articles (id), score REAL NOT NULL, reasons TEXT NOT NULL,
  PRIMARY KEY (article_id, position)) WITHOUT ROWID;
CREATE VIEW quotations AS
  SELECT q.n, q.id, q.text, q.speaker, q.kind, a.title, a.publication, a.date, q.place, q.url, q.confidence, q.by
  FROM quotes q JOIN articles a ON a.id = q.article_id;
CREATE VIRTUAL TABLE quotes_fts USING fts5 (text, speaker, content='quotes', content_rowid='n');
"""
INDICES: Final = """
CREATE INDEX quotes_by_article ON quotes (article_id);
CREATE INDEX quotes_by_speaker ON quotes (speaker_id);
CREATE INDEX articles_by_date ON articles (date);
CREATE INDEX articles_by_publication ON articles (publication);
CREATE INDEX appearances_by_article ON appearances (article_id);
CREATE INDEX versions_by_quote ON versions (quote_id);
"""
# What one can ask: shown on the Data page and run by a test
QUERIES: Final[tuple[tuple[str, str], ...]] = (
    (
        "Who is quoted most",
        "SELECT name, kind, quotes, articles FROM people WHERE quotes > 0 ORDER BY quotes DESC, sort LIMIT 20;",
    ),
    (
        "Everything one person said, the oldest first",
        "SELECT date, publication, text, url FROM quotations WHERE speaker = 'Ann Lee' ORDER BY date, n;",
    ),
    (
        "Full-text search, by phrase",
        "SELECT q.speaker, q.text, q.url FROM quotes_fts f JOIN quotes q ON q.n = f.rowid\n"
        "WHERE quotes_fts MATCH '\"the river\"' ORDER BY rank;",
    ),
    (
        "The same statement in several versions",
        "SELECT s.title, a.date, a.publication, q.text, q.url FROM statements s\n"
        "JOIN versions v ON v.statement_id = s.id JOIN quotes q ON q.id = v.quote_id\n"
        "JOIN articles a ON a.id = q.article_id ORDER BY s.id, v.position;",
    ),
    (
        "What to check by hand: no speaker, or little confidence",
        "SELECT text, printed, confidence, note, url FROM quotes\n"
        "WHERE by = 'machine' AND (speaker_id IS NULL OR confidence < 0.6) ORDER BY confidence, id;",
    ),
    (
        "Check every quotation against the text",
        "SELECT count(*) AS wrong FROM quote_parts p JOIN quotes q ON q.id = p.quote_id\n"
        'JOIN texts t ON t.article_id = q.article_id WHERE substr(t.text, p.start + 1, p."end" - p.start) <> p.exact;',
    ),
)


def database_files(
    corpus: Corpus, site: Site, articles: list[Row], quotes: list[Row], people: list[Row], limit: int
) -> list[RawFile]:
    """ "florilegium.sqlite". Over the limit it leaves the texts out (articles.jsonl has them); a corpus whose
    quotations alone are over it is cut by articles into "florilegium-0001.sqlite", …, each whole in itself.
    """
    whole = _database(corpus, site, articles, quotes, people, texts=True)
    if len(whole) > limit:
        whole = _database(corpus, site, articles, quotes, people, texts=False)
    if len(whole) <= limit or len(articles) < 2:
        return [RawFile("florilegium.sqlite", whole, len(quotes))]
    pieces = len(whole) // (limit * 4 // 5) + 1
    while True:
        files = [
            RawFile(f"florilegium-{number:04}.sqlite", body, count)
            for number, (body, count) in enumerate(_pieces(corpus, site, articles, quotes, people, pieces), 1)
        ]
        if pieces >= len(articles) or max(len(file.body) for file in files) <= limit:
            return files
        pieces = min(pieces * 2, len(articles))


def _pieces(
    corpus: Corpus, site: Site, articles: list[Row], quotes: list[Row], people: list[Row], count: int
) -> Iterable[tuple[bytes, int]]:
    size = -(-len(articles) // count)
    for start in range(0, len(articles), size):
        some = articles[start : start + size]
        ids = {row["id"] for row in some}
        said = [row for row in quotes if row["article_id"] in ids]
        yield _database(corpus, site, some, said, people, texts=False), len(said)


def _database(
    corpus: Corpus, site: Site, articles: list[Row], quotes: list[Row], people: list[Row], texts: bool
) -> bytes:
    db = sqlite3.connect(":memory:")
    try:
        db.executescript(SCHEMA)
        with db:
            _fill(db, corpus, site, articles, quotes, people, texts)
        db.executescript(INDICES)
        db.execute("INSERT INTO quotes_fts (quotes_fts) VALUES ('rebuild')")
        db.execute("INSERT INTO quotes_fts (quotes_fts) VALUES ('optimize')")
        db.commit()
        return _same_everywhere(db.serialize())
    finally:
        db.close()


def _fill(
    db: sqlite3.Connection,
    corpus: Corpus,
    site: Site,
    articles: list[Row],
    quotes: list[Row],
    people: list[Row],
    texts: bool,
) -> None:
    here, said = {row["id"] for row in articles}, {row["id"] for row in quotes}
    _insert(db, "about", _about(site, articles, texts))
    _insert(db, "articles", articles)
    _insert(db, "authors", [_row(a, position=n, name=name) for a in articles for n, name in enumerate(a["authors"], 1)])
    _insert(db, "tags", [_row(a, tag=tag) for a in articles for tag in dict.fromkeys(a["tags"])])
    _insert(db, "texts", [_row(a, text=a["text"]) for a in articles if texts and a["text"] is not None])
    _insert(db, "people", people)
    _insert(db, "aliases", [{"person_id": p["id"], **alias} for p in people for alias in _distinct(p["aliases"])])
    _insert(
        db,
        "roles",
        [
            {"person_id": p["id"], "position": n, **role}
            for p in people
            for n, role in enumerate(p["roles"], 1)
            if role["article_id"] in here
        ],
    )
    _insert(
        db,
        "appearances",
        [{"person_id": p["id"], "article_id": a} for p in people for a in dict.fromkeys(p["appears_in"]) if a in here],
    )
    _insert(db, "quotes", quotes)
    _insert(
        db, "quote_parts", [{"quote_id": q["id"], "part": n, **p} for q in quotes for n, p in enumerate(q["parts"], 1)]
    )
    _insert(
        db,
        "statements",
        [{"id": s.id, "title": plain(s.title), "speaker_id": s.entity} for s in corpus.statements],
    )
    _insert(
        db,
        "versions",
        [
            {"statement_id": s.id, "position": n, "quote_id": f"{ref.article}#{ref.quote}"}
            for s in corpus.statements
            for n, ref in enumerate(s.versions, 1)
            if f"{ref.article}#{ref.quote}" in said
        ],
    )
    _insert(
        db,
        "related",
        [
            {
                "article_id": a["id"],
                "position": n,
                "other_id": relation.article,
                "score": round(relation.score, 4),
                "reasons": plain(
                    "; ".join(f"{r.label}: {r.detail}" if r.detail else r.label for r in relation.reasons)
                ),
            }
            for a in articles
            for n, relation in enumerate(corpus.related.get(a["id"], ()), 1)
            if relation.article in here
        ],
    )


def _about(site: Site, articles: list[Row], texts: bool) -> list[Row]:
    return [
        {"key": "site", "value": plain(site.name)},
        {"key": "url", "value": plain(site.url)},
        {"key": "articles", "value": str(len(articles))},
        {"key": "texts", "value": "where they may be published" if texts else "not here: see articles.jsonl"},
        {"key": "offsets", "value": "Unicode characters from 0; substr(text, start + 1, end - start) = exact"},
    ]


def _row(article: Row, **values: Any) -> Row:
    return {"article_id": article["id"], **values}


def _distinct(aliases: list[Row]) -> list[Row]:
    return list({alias["words"]: alias for alias in reversed(aliases)}.values())[::-1]


def _insert(db: sqlite3.Connection, table: str, rows: list[Row]) -> None:
    """Insert the columns that the table has; their names come from our own schema."""
    columns = [name for _, name, *_ in db.execute(f"PRAGMA table_info ({table})") if name != "n"]
    marks = ", ".join("?" * len(columns))
    names = ", ".join(f'"{name}"' for name in columns)
    db.executemany(
        f"INSERT INTO {table} ({names}) VALUES ({marks})",  # noqa: S608
        ([row[name] for name in columns] for row in rows),
    )


def _same_everywhere(body: bytes) -> bytes:
    """The file without the version of the library that wrote it (bytes 96 to 99: informative only)."""
    return body[:96] + bytes(4) + body[100:]
