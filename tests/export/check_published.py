"""Check every quotation of a built site against the texts that it publishes. Standard library only;
shares no code.

    python tests/export/check_published.py site/data

For each article whose text is published: the hash and length that are given, and for each stretch
of each quotation text[start:end] == exact, and prefix + exact + suffix in the text once and there;
in the JSON Lines, CSV, SQLite and Web Annotation files alike, and the same stretches in all four.
Articles published by quotations only have no text to check against: they are counted, and it is an
error if any file has their text. Prints one line a fault; exit status 1 if any.
"""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import json
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import unquote

csv.field_size_limit(2**31 - 1)
Part = tuple[str, int, int, str, str, str]  # quotation, start, end, exact, prefix, suffix


def lines(folder: Path, name: str) -> Iterator[dict[str, Any]]:
    for path in files(folder, name, "jsonl"):
        with opened(path, "\n") as file:
            yield from map(json.loads, file)


def files(folder: Path, name: str, ending: str) -> list[Path]:
    """One file, or its numbered pieces; a large table's are compressed."""
    names = [f"{name}.{ending}", f"{name}-[0-9][0-9][0-9][0-9].{ending}"]
    return [
        path
        for given in names
        for packed in ("", ".gz")
        for path in sorted(folder.glob(given + packed))
    ]


def opened(path: Path, newline: str) -> TextIO:
    """A text file, compressed or not."""
    if path.suffix == ".gz":
        return io.TextIOWrapper(gzip.open(path), encoding="utf-8", newline=newline)
    return path.open(encoding="utf-8", newline=newline)


def from_json_lines(folder: Path) -> list[Part]:
    return [
        (quote["id"], part["start"], part["end"], part["exact"], part["prefix"], part["suffix"])
        for quote in lines(folder, "quotes")
        for part in quote["parts"]
    ]


def from_csv(folder: Path) -> list[Part]:
    found: list[Part] = []
    for path in files(folder, "quote_parts", "csv"):
        with opened(path, "") as file:
            for row in csv.DictReader(file):
                # a leading apostrophe is the guard against spreadsheets, never text
                cell = {
                    name: words[1:] if words.startswith("'") else words
                    for name, words in row.items()
                }
                start, end = int(cell["start"]), int(cell["end"])
                found.append(
                    (cell["quote_id"], start, end, cell["exact"], cell["prefix"], cell["suffix"])
                )
    return found


def from_sqlite(folder: Path) -> list[Part]:
    found: list[Part] = []
    for path in files(folder, "florilegium", "sqlite"):
        body = path.read_bytes()
        with sqlite3.connect(":memory:") as db:
            db.deserialize(gzip.decompress(body) if path.suffix == ".gz" else body)
            query = 'SELECT q.id, start, "end", exact, prefix, suffix FROM quote_parts p JOIN quotations q '
            found += db.execute(query + "ON q.n = p.quote ORDER BY q.n, p.part")
    return found


def from_annotations(folder: Path) -> list[Part]:
    """The stretches with a position, in the record that is named; where the text is withheld there
    is none.
    """
    found: list[Part] = []
    for path in files(folder, "annotations", "jsonld"):
        with opened(path, "\n") as file:
            items = json.load(file)["items"]
        for item in items:
            anchor = item["id"].removesuffix("~annotation").rpartition("#")[2]
            for target in item["target"] if isinstance(item["target"], list) else [item["target"]]:
                held = {one["type"]: one for one in target["selector"]}
                words, place = held["TextQuoteSelector"], held.get("TextPositionSelector")
                if place:
                    file, _, record = target["source"].rpartition("#")
                    named = (
                        unquote(record) if (folder / file.rpartition("/")[2]).is_file() else file
                    )
                    context = (words["exact"], words["prefix"], words["suffix"])
                    found.append((f"{named}#{anchor}", place["start"], place["end"], *context))
    return found


def faults(folder: Path) -> Iterator[str]:
    """Every fault of the data folder of a built site."""
    articles = {row["id"]: row for row in lines(folder, "articles")}
    texts = {id: row["text"] for id, row in articles.items() if "text" in row}
    for id, row in articles.items():
        if (row["publish"] == "quotes") != ("text" not in row):
            yield f"{id}: publish is {row['publish']}, and the text is {'there' if 'text' in row else 'not there'}"
    for id, text in texts.items():
        if len(text) != articles[id]["text_length"]:
            yield f"{id}: the text's length is {len(text)}, not {articles[id]['text_length']}"
        if hashlib.sha256(text.encode()).hexdigest() != articles[id]["text_sha256"]:
            yield f"{id}: the text's hash differs"
    first = from_json_lines(folder)
    for part in first:
        yield from part_faults(part, texts)
    if from_csv(folder) != first:
        yield "quote_parts.csv: not the stretches of quotes.jsonl"
    if from_sqlite(folder) != first:
        yield "florilegium.sqlite: not the stretches of quotes.jsonl"
    if from_annotations(folder) != [part for part in first if part[0].partition("#")[0] in texts]:
        yield "annotations.jsonld: not the stretches of quotes.jsonl"


def part_faults(part: Part, texts: dict[str, str]) -> Iterator[str]:
    """The faults of one stretch of a quotation."""
    quote, start, end, exact, prefix, suffix = part
    if not 0 <= start < end or end - start != len(exact):
        yield f"{quote}: {start}–{end} is not the length of its words"
    text = texts.get(quote.partition("#")[0])
    if text is None:
        return
    if text[start:end] != exact:
        yield f"{quote}: the text has {text[start:end]!r}, not {exact!r}"
    around = prefix + exact + suffix
    at = text.find(around)
    if at != start - len(prefix) or text.find(around, at + 1) >= 0:
        yield f"{quote}: {around!r} does not stand in the text once"


def main(folder: Path) -> int:
    """Print the faults and a summary."""
    if not any(files(folder, "articles", "jsonl")):
        print(
            f"{folder}: no articles.jsonl there — give the data folder of a built site",
            file=sys.stderr,
        )
        return 2
    found = list(faults(folder))
    for fault in found:
        print(fault)
    rows = list(lines(folder, "articles"))
    parts = from_json_lines(folder)
    hidden = sum("text" not in row for row in rows)
    print(
        f"{len(parts)} stretches in {len(rows)} articles ({hidden} by their quotations only): {len(found)} faults"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "site/data")))
