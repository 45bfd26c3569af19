"""What the machine does, how well, and what it misses."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2

from generator import paths
from generator.escape import Html
from generator.languages.which import name_of, rules_know
from generator.model import HIGH, LEAST, MEDIUM, Page
from generator.pages import views
from generator.pages.archive import Archive
from generator.pages.jinja import fill
from generator.pages.views import Counts

# Written by `python -m generator evaluate`; see the fields in `_accuracy`
ACCURACY = Path(__file__).parent.parent / "accuracy.json"


@dataclass(frozen=True, slots=True)
class Score:
    """How well one kind of quotation is found, in per cent; "–" = not measured."""

    kind: str
    count: int
    precision: str
    recall: str
    f1: str


@dataclass(frozen=True, slots=True)
class Reliability:
    """How often a band of confidence is right."""

    band: str
    share: str
    right: str


@dataclass(frozen=True, slots=True)
class OfDocuments:
    """How well quotations are found in one kind of document, in per cent."""

    kind: str
    articles: int
    count: int
    precision: str
    recall: str
    f1: str


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """F1 in per cent on articles that others marked, which are not ours to publish."""

    name: str
    command: str
    articles: int
    quotes: int
    every: str
    direct: str
    mixed: str
    indirect: str
    high: str  # share of the quotations called high that are right; "–" = none is


@dataclass(frozen=True, slots=True)
class Accuracy:
    """Figures from marked articles."""

    articles: int
    quotes: int
    corpus: str
    command: str
    scores: tuple[Score, ...]
    bands: tuple[Reliability, ...]
    documents: tuple[OfDocuments, ...]
    elsewhere: tuple[Elsewhere, ...]


@dataclass(frozen=True, slots=True)
class MethodPage:
    """Context of method.md.j2."""

    title: str
    articles: int
    quotes: int
    counts: Counts
    unnamed: int
    by_hand: int
    checked: int  # quotations that a person looked at and found right
    not_speech: int
    unread: tuple[tuple[str, int], ...]  # languages that are not English, with their articles
    left_out: int  # found, but too unlikely to be shown
    voices_url: Html  # "" = that page is switched off
    quotes_url: Html
    repo: Html
    accuracy: Accuracy | None
    high: int  # the least confidence of the bands, per cent
    medium: int
    least: int


def method_page(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """The page on method and accuracy."""
    here = paths.METHOD
    said = archive.said_newest
    context = MethodPage(
        title=archive.words["titles"]["method"],
        articles=len(archive.articles),
        quotes=len(said),
        counts=views.counts(said),
        unnamed=sum(1 for one in said if one.entity is None),
        by_hand=sum(1 for one in said if one.quote.by == "human"),
        checked=sum(1 for one in said if one.quote.by == "checked"),
        not_speech=sum(len(story.annotations.not_speech) for story in archive.corpus.stories),
        unread=_unread(archive),
        left_out=sum(story.annotations.left_out for story in archive.corpus.stories),
        voices_url=views.link(here, paths.VOICES) if archive.site.editor_pages else Html(""),
        quotes_url=views.link(here, paths.QUOTES),
        repo=views.elsewhere(archive.site.repo_url),
        accuracy=load_accuracy(ACCURACY),
        high=round(100 * HIGH),
        medium=round(100 * MEDIUM),
        least=round(100 * LEAST),
    )
    yield Page(paths.source(here), fill(env, "method.md.j2", context))


def _unread(archive: Archive) -> tuple[tuple[str, int], ...]:
    tags = (story.annotations.lang for story in archive.corpus.stories)
    count = Counter(name_of(tag) for tag in tags if not rules_know(tag))
    return tuple(sorted(count.items(), key=lambda pair: (-pair[1], pair[0])))


def load_accuracy(path: Path) -> Accuracy | None:
    """The figures; None when they have not been measured, or the file is not what it should be."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        return _accuracy(held)
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return None


def _accuracy(held: dict[str, Any]) -> Accuracy:
    """From {"corpus", "command", "articles", "quotes", "kinds": [{"kind", "count", "precision",
    "recall", "f1"}], "bands": [{"band", "share", "right"}], "documents": rows such as those of
    "kinds" with "articles", "elsewhere": [{"name", "command", "articles", "quotes", "all",
    "direct", "mixed", "indirect", "high_right"}]}; shares 0 to 1, the last two may be left out."""
    return Accuracy(
        articles=int(held["articles"]),
        quotes=int(held["quotes"]),
        corpus=str(held["corpus"]),
        command=str(held["command"]),
        scores=tuple(
            Score(
                str(row["kind"]),
                int(row["count"]),
                *(_percent(row[name]) for name in ("precision", "recall", "f1")),
            )
            for row in held["kinds"]
        ),
        bands=tuple(
            Reliability(str(row["band"]), _percent(row["share"]), _percent(row["right"]))
            for row in held["bands"]
        ),
        documents=tuple(
            OfDocuments(
                str(row["kind"]),
                int(row["articles"]),
                int(row["count"]),
                *(_percent(row[name]) for name in ("precision", "recall", "f1")),
            )
            for row in held.get("documents", ())
        ),
        elsewhere=tuple(map(_elsewhere, held.get("elsewhere", ()))),
    )


def _elsewhere(row: dict[str, Any]) -> Elsewhere:
    shares = ("all", "direct", "mixed", "indirect", "high_right")
    return Elsewhere(
        str(row["name"]),
        str(row["command"]),
        int(row["articles"]),
        int(row["quotes"]),
        *(_percent(row[name]) for name in shares),
    )


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share * 100:.0f}%"
