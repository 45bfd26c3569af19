"""The file format of marked articles, for gold and predictions alike.

One JSON object a line, UTF-8:

    {"id": "any text, unique in the file",
     "text": "the article; each line of it is a paragraph",
     "quotes": [{"spans": [[start, end], …],            characters of text, end exclusive; 1+ parts in text order
                 "kind": "direct" | "mixed" | "indirect",  optional: it is worked out from the
                 quotation marks
                 "cue": [start, end] | null,                 "said"
                 "speaker": {"spans": [[start, end]], "text": "the mayor"} | null,     as printed
                 "speaker_canonical": "Ines Calder" | null,  the fullest name; null = nobody can be
                 named
                 "cue_class": "say" | "act" | "other" | "none"}]}   optional, "say" if left out

Indirect quotations of class "other" (belief, intention) or "none" are not asked for: they count for
nothing. Predictions also have "id" of the quotation, "rule", "speaker_rule" and "confidence". Other
keys are left alone.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.model import Annotations, Article, Block, Quote, Span


class GoldError(Exception):
    """A file of marked articles that can't be read, with the line and the reason."""


class _WrongError(ValueError):
    """What is wrong with a line, said by this reader."""


FORM = "CONTRIBUTING.md shows one line of such a file"


@dataclass(frozen=True, slots=True)
class MarkedQuote:
    """A quotation as somebody marked it, or as the extractor found it."""

    parts: tuple[Span, ...]
    cue: Span | None = None
    printed: tuple[Span, ...] = ()
    printed_text: str = ""
    name: str = ""  # "" = nobody is named
    cue_class: str = "say"
    quote: Quote | None = None  # set on what the extractor found
    kind: str = ""  # as marked; the scores work it out anew


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """A line of the file."""

    id: str
    text: str
    quotes: tuple[MarkedQuote, ...]


def read_gold(path: Path) -> tuple[MarkedArticle, ...]:
    """The articles of a file, in its order. Raises GoldError, or OSError if there is no such
    file.
    """
    articles: dict[str, MarkedArticle] = {}
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: is not UTF-8 — save it as UTF-8") from error
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            article = _article(json.loads(line))
        except (
            ValueError,
            KeyError,
            TypeError,
            IndexError,
            AttributeError,
            RecursionError,
        ) as error:
            raise GoldError(
                f"{path}:{number}: is not a marked article: {_fact(error)} — {FORM}"
            ) from error
        if article.id in articles:
            raise GoldError(
                f"{path}:{number}: the id {article.id} stands twice — give each article one of its own"
            )
        articles[article.id] = article
    return tuple(articles.values())


def _fact(error: Exception) -> str:
    """What is wrong with a line, in words for people."""
    if isinstance(error, json.JSONDecodeError):
        return f"it is no JSON at character {error.pos + 1}"
    if isinstance(error, KeyError):
        return f"the field {error.args[0]!r} is missing"
    return (
        str(error)
        if isinstance(error, _WrongError)
        else "a field has a value of another kind than it should"
    )


def _article(record: dict[str, Any]) -> MarkedArticle:
    text = record["text"]
    if not isinstance(text, str) or not isinstance(record["id"], str):
        raise _WrongError("id and text must be strings")
    return MarkedArticle(
        record["id"], text, tuple(_quote(text, quote) for quote in record["quotes"])
    )


def _quote(text: str, quote: dict[str, Any]) -> MarkedQuote:
    speaker = quote.get("speaker") or {}
    parts = tuple(_span(text, pair) for pair in quote["spans"])
    if not parts:
        raise _WrongError("a quotation without spans")
    return MarkedQuote(
        parts,
        _span(text, quote["cue"]) if quote.get("cue") else None,
        tuple(_span(text, pair) for pair in speaker.get("spans") or ()),
        speaker.get("text") or "",
        quote.get("speaker_canonical") or "",
        quote.get("cue_class", "say"),
        kind=quote.get("kind") or "",
    )


def _span(text: str, pair: list[int]) -> Span:
    start, end = pair
    if not 0 <= start < end <= len(text):
        raise _WrongError(f"span {start}–{end} is outside the text ({len(text)} characters)")
    return Span(start, end)


def article_of(marked: MarkedArticle) -> Article:
    """An article whose every line is a paragraph, since the file does not say which line is the
    headline.
    """
    blocks, place = [], 0
    for line in marked.text.split("\n"):
        if line.strip():
            blocks.append(Block("paragraph", Span(place, place + len(line))))
        place += len(line) + 1
    return Article(marked.id, marked.id, marked.id, marked.text, tuple(blocks))


def record_of(marked: MarkedArticle, found: Annotations) -> MarkedArticle:
    """What was found in a marked article."""
    return MarkedArticle(
        marked.id, marked.text, tuple(_found(marked.text, quote) for quote in found.quotes)
    )


def _found(text: str, quote: Quote) -> MarkedQuote:
    printed = (quote.printed,) if quote.printed else ()
    words = quote.printed.of(text) if quote.printed else ""
    return MarkedQuote(
        quote.parts, quote.cue, printed, words, quote.speaker or "", quote=quote, kind=quote.kind
    )


def write_records(path: Path, found: tuple[MarkedArticle, ...]) -> None:
    """Write articles in the format above, one a line."""
    lines = [json.dumps(_record(article), ensure_ascii=False) + "\n" for article in found]
    path.write_text("".join(lines), encoding="utf-8", newline="\n")


def _record(article: MarkedArticle) -> dict[str, Any]:
    return {
        "id": article.id,
        "text": article.text,
        "quotes": [_quote_record(quote) for quote in article.quotes],
    }


def _quote_record(quote: MarkedQuote) -> dict[str, Any]:
    printed = [[span.start, span.end] for span in quote.printed]
    record: dict[str, Any] = {
        "spans": [[part.start, part.end] for part in quote.parts],
        "kind": quote.kind,
        "cue": [quote.cue.start, quote.cue.end] if quote.cue else None,
        "speaker": {"spans": printed, "text": quote.printed_text} if printed else None,
        "speaker_canonical": quote.name or None,
    }
    if quote.quote is None:
        return {**record, "cue_class": quote.cue_class}
    machine = quote.quote
    return {
        **record,
        "id": machine.id,
        "rule": machine.rule,
        "speaker_rule": machine.speaker_rule,
        "confidence": round(machine.confidence, 4),
    }
