"""Corpora for the tests of the pages, from articles marked by hand (`tests/gold/README.md` has the
marks).

So the pages are tested on what a person says of a text, and not on what the extractor makes of it
today.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.corpus import link
from generator.model import (
    Annotations,
    Article,
    Block,
    Corpus,
    EntityKind,
    Mention,
    Name,
    NotSpeech,
    Quote,
    Span,
    Story,
    quote_id,
)
from generator.read import read_seeds
from tests.conftest import ROOT, SEEDS
from tests.gold.marked import read_article

KINDS: dict[str, EntityKind] = {
    "Moscow": "government",
    "Ukraine’s Western backers": "group",
    "Eddermoor Water Trust": "organisation",
    "Water Trust": "organisation",
    "Northfell Institute": "organisation",
}
PLACES = (
    "Lower Sluice",
    "Sluice Row",
    "Corn Exchange",
    "Eddermoor",
    "Cawl Water",
    "Ukraine",
    "Russia",
)


def article(id: str, text: str, standfirst: bool = True, **fields: Any) -> Article:
    """An article of which line 1 is the headline, line 2 the standfirst (if it has one), the rest
    paragraphs.
    """
    blocks: list[Block] = []
    at = 0
    for number, words in enumerate(text.split("\n")):
        kind = (
            "headline"
            if number == 0
            else "standfirst"
            if number == 1 and standfirst
            else "paragraph"
        )
        if words:
            blocks.append(Block(kind, Span(at, at + len(words))))  # type: ignore[arg-type]
        at += len(words) + 1
    made = Article(
        id=id, source=f"{id}.txt", title=text.split("\n")[0], text=text, blocks=tuple(blocks)
    )
    return replace(made, **fields)


def story(article: Article, marked: str, sure: Mapping[int, float] | None = None) -> Story:
    """What a person marked in an article's text. `sure` is the confidence by number of the
    quotation (from 1).
    """
    plain, held, left_out = read_article(marked)
    assert plain == article.text, "the marked text is not the article's"
    quotes: list[Quote] = []
    names: dict[str, list[Span]] = {}
    for number, one in enumerate(held, 1):
        parts = tuple(Span(*span) for span in one["spans"])
        name = one["speaker_canonical"]
        printed = Span(*one["speaker"]["spans"][0]) if one["speaker"] else None
        confidence = (sure or {}).get(
            number, {"direct": 0.97, "mixed": 0.91, "indirect": 0.83}[one["kind"]]
        )
        words = " … ".join(part.of(plain) for part in parts)
        quotes.append(
            Quote(
                id=quote_id(words, {quote.id for quote in quotes}),
                kind=one["kind"],
                parts=parts,
                cue=Span(*one["cue"]) if one["cue"] else None,
                printed=printed,
                speaker=name,
                rule="marked",
                speaker_rule="marked",
                confidence=confidence,
                note="No speaker stands near this quotation" if confidence < 0.6 else "",
            )
        )
        if name:
            names.setdefault(name, [])
    for name in names:
        names[name] = _places_of(plain, name)
    places = {
        place: _places_of(plain, place) for place in PLACES if place in plain and place not in names
    }
    found = [
        Name(n, KINDS.get(n, "person"), tuple(Mention(s, "full") for s in spans))
        for n, spans in names.items()
    ]
    found += [
        Name(n, "place", tuple(Mention(s, "full") for s in spans)) for n, spans in places.items()
    ]
    not_speech = tuple(NotSpeech(Span(*other["span"]), other["reason"]) for other in left_out)
    return Story(article, Annotations(tuple(found), tuple(quotes), not_speech))


def made(
    id: str,
    marked: str,
    standfirst: bool = True,
    sure: Mapping[int, float] | None = None,
    **fields: Any,
) -> Story:
    """A story of a marked text."""
    return story(article(id, read_article(marked)[0], standfirst, **fields), marked, sure)


def _places_of(text: str, words: str) -> list[Span]:
    found, at = [], text.find(words)
    while at >= 0:
        found.append(Span(at, at + len(words)))
        at = text.find(words, at + len(words))
    return found


def demo() -> Corpus:
    """The seed article and the demonstration collection, as a person marked them."""
    reading = read_seeds(SEEDS)
    marked = ROOT / "tests/gold/marked"
    stories = []
    for held in reading.articles:
        file = marked / f"{held.source.rpartition('.')[0]}.txt"
        if file.is_file():
            stories.append(story(held, file.read_text(encoding="utf-8")))
    return link(stories, reading)
