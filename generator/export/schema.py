"""The tables of the SQLite file, its indices and example queries."""

from __future__ import annotations

from typing import Final

SCHEMA: Final = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE articles (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL, standfirst TEXT, date TEXT, updated TEXT,
  publication TEXT, url TEXT NOT NULL, source_url TEXT, archive_url TEXT, accessed TEXT, collection TEXT NOT NULL,
  lang TEXT, document TEXT NOT NULL, rights TEXT, publish TEXT NOT NULL, quotes INTEGER NOT NULL, text_length INTEGER NOT NULL,
  text_sha256 TEXT NOT NULL);
CREATE TABLE authors (
  article INTEGER NOT NULL REFERENCES articles (n), position INTEGER NOT NULL, name TEXT NOT NULL,
  PRIMARY KEY (article, position)) WITHOUT ROWID;
CREATE TABLE tags (
  article INTEGER NOT NULL REFERENCES articles (n), tag TEXT NOT NULL, PRIMARY KEY (article, tag)) WITHOUT ROWID;
CREATE TABLE texts (article INTEGER PRIMARY KEY REFERENCES articles (n), text TEXT NOT NULL);
CREATE TABLE people (
  n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL, sort TEXT NOT NULL,
  quotes INTEGER NOT NULL, quoted_in INTEGER NOT NULL, articles INTEGER NOT NULL, url TEXT NOT NULL, by TEXT NOT NULL);
CREATE TABLE aliases (
  person INTEGER NOT NULL REFERENCES people (n), words TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (person, words)) WITHOUT ROWID;
CREATE TABLE roles (
  person INTEGER NOT NULL REFERENCES people (n), position INTEGER NOT NULL, words TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (n), PRIMARY KEY (person, position)) WITHOUT ROWID;
CREATE TABLE appearances (
  person INTEGER NOT NULL REFERENCES people (n), article INTEGER NOT NULL REFERENCES articles (n),
  PRIMARY KEY (person, article)) WITHOUT ROWID;
CREATE TABLE mentions (
  n INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles (n), start INTEGER NOT NULL,
  "end" INTEGER NOT NULL, words TEXT NOT NULL, form TEXT NOT NULL, kind TEXT NOT NULL,
  person INTEGER REFERENCES people (n), why TEXT);
CREATE TABLE quotes (
  n INTEGER PRIMARY KEY, article INTEGER NOT NULL REFERENCES articles (n), quote_id TEXT NOT NULL, kind TEXT NOT NULL,
  text TEXT NOT NULL, person INTEGER REFERENCES people (n), speaker TEXT, also_speakers TEXT, printed TEXT, cue TEXT,
  stance TEXT NOT NULL, place TEXT,
  confidence REAL NOT NULL, by TEXT NOT NULL, rule TEXT, speaker_rule TEXT, note TEXT, UNIQUE (article, quote_id));
CREATE TABLE said_too (
  quote INTEGER NOT NULL REFERENCES quotes (n), person INTEGER NOT NULL REFERENCES people (n),
  PRIMARY KEY (quote, person)) WITHOUT ROWID;
CREATE TABLE quote_parts (
  quote INTEGER NOT NULL REFERENCES quotes (n), part INTEGER NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL,
  label TEXT NOT NULL, PRIMARY KEY (quote, part)) WITHOUT ROWID;
CREATE TABLE statements (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, title TEXT NOT NULL);
CREATE TABLE versions (
  statement INTEGER NOT NULL REFERENCES statements (n), position INTEGER NOT NULL,
  quote INTEGER NOT NULL REFERENCES quotes (n), PRIMARY KEY (statement, position)) WITHOUT ROWID;
CREATE TABLE related (
  article INTEGER NOT NULL REFERENCES articles (n), position INTEGER NOT NULL,
  other INTEGER NOT NULL REFERENCES articles (n), score REAL NOT NULL, reasons TEXT NOT NULL,
  PRIMARY KEY (article, position)) WITHOUT ROWID;
CREATE VIEW quotations AS
  SELECT q.n, a.id || '#' || q.quote_id AS id, q.text, q.speaker, q.also_speakers, q.printed, q.cue, q.stance, q.kind, a.title,
    a.publication, a.date, q.place, a.url || '#' || q.quote_id AS url, q.confidence, q.by, q.note
  FROM quotes q JOIN articles a ON a.n = q.article;
CREATE VIRTUAL TABLE quotes_fts USING fts5 (text, speaker, content="quotes", content_rowid="n");
"""


INDICES: Final = """
CREATE INDEX quotes_by_person ON quotes (person);
CREATE INDEX articles_by_date ON articles (date);
CREATE INDEX articles_by_publication ON articles (publication);
CREATE INDEX appearances_by_article ON appearances (article);
CREATE INDEX mentions_by_person ON mentions (person);
CREATE INDEX versions_by_quote ON versions (quote);
"""


# What one can ask: shown on the Data page and run by a test
SPEAKER: Final = "Ann Lee"  # whom the queries ask for, and what, until the corpus gives others


PHRASE: Final = "the river"


QUERIES: Final[tuple[tuple[str, str], ...]] = (
    (
        "Who is quoted most",
        "SELECT name, kind, quotes, quoted_in, articles FROM people\n"
        "WHERE quotes > 0 ORDER BY quotes DESC, sort LIMIT 20;",
    ),
    (
        "Everything one person said, the oldest first",
        "SELECT date, publication, text, url FROM quotations WHERE speaker = 'Ann Lee' ORDER BY date, n;",
    ),
    (
        "Full-text search, by phrase",
        "SELECT v.speaker, v.text, v.url FROM quotes_fts f JOIN quotations v ON v.n = f.rowid\n"
        "WHERE quotes_fts MATCH '\"the river\"' ORDER BY rank;",
    ),
    (
        "The same statement in several versions",
        "SELECT s.title, q.date, q.publication, q.text, q.url FROM statements s\n"
        "JOIN versions v ON v.statement = s.n JOIN quotations q ON q.n = v.quote ORDER BY s.id, v.position;",
    ),
    (
        "What to check by hand: no speaker, or little confidence",
        "SELECT text, printed, confidence, note, url FROM quotations\n"
        "WHERE by = 'machine' AND (speaker IS NULL OR confidence < 0.6) ORDER BY confidence, n;",
    ),
    (
        "Check every quotation against the text",
        "SELECT count(*) AS wrong FROM quote_parts p JOIN quotes q ON q.n = p.quote\n"
        'JOIN texts t ON t.article = q.article WHERE substr(t.text, p.start + 1, p."end" - p.start) <> p.exact;',
    ),
)
