"""A small corpus with what is hard to export, made by hand, and its files."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.config import Site
from generator.export import export
from generator.model import (
    Annotations,
    Corpus,
    Page,
    Quote,
    QuoteRef,
    Reason,
    Relation,
    Span,
    Statement,
    Story,
)
from tests.corpus.stories import corpus, story

SITE = Site(name="Valley archive", url="https://example.org/valley/", licence="CC0-1.0")

FLOOD = story(
    "varn/flood",
    "[Ann Lee: “We will not go,”] {Lee=Ann Lee} said, adding [Ann Lee: that the dam was “a joke”].",
    "[?: “No,”] said one. [?: “No,”] said another, and [?: “No,”] said a third.",
    "[Bo Ek: @cmd was not the cause], {Bo Ek} 𝔴rote.",
    title="=1+1 in Varn",
    standfirst="-2 metres",
    date="2042-03-12",
    authors=("+Ann, “A” Ray", "Valley News"),
    publication="'t Blad",
    source_url="https://blad.example/flood",
    tags=("water; money", "dam"),
    lang="en",
)
LATER = story(
    "later",
    "[Ann Lee: “We shall stay in the valley,”] {Ann Lee} told the radio. The river fell overnight. Nobody saw it.",
    "Then came the thaw. [Ann Lee: that the dam was “a joke”], {Lee=Ann Lee} said again.",
    date="2042-04",
)
SECRET = story(
    "secret",
    "The minister arrived late. [Ann Lee: “It is what it is,”] {Ann Lee} said about the closed hearing.",
    "Her driver waited outside for three hours. [Ann Lee: it is what it is], she said. It is what it is, wrote nobody.",
    title="A closed hearing",
    standfirst="The protocol has never been published before",
    publish="quotes",
    source_url="https://closed.example/hearing",
)
BROKEN = story("controls", "[?: A\x00b\ud800c\u202e], he said.\r [?: </script>], he said.")


def interrupted() -> Story:
    text = "“One,” he said. “Two.”\n"
    made = story("parts", text.rstrip("\n"))
    quote = Quote(
        "q-parts",
        "direct",
        (Span(0, 6), Span(16, 22)),
        printed=Span(7, 9),
        confidence=0.91,
        rule="inside",
    )
    return replace(made, annotations=Annotations(quotes=(quote,)))


def small() -> Corpus:
    """Five articles: awkward cells, an interruption, a withheld text, characters that not every
    format can hold.
    """
    made = corpus(FLOOD, LATER, SECRET, BROKEN, interrupted())
    joke = "that the dam was “a joke”"
    refs = tuple(
        QuoteRef(s.article.id, q.id)
        for s in (FLOOD, LATER)
        for q in s.annotations.quotes
        if q.words(s.article.text) == joke
    )
    related: dict[str, tuple[Relation, ...]] = {
        "later": (Relation("varn/flood", 0.5, (Reason("speaker", "Ann Lee"),)),)
    }
    return replace(
        made, statements=(Statement("a-joke", "ann-lee", "The dam a joke", refs),), related=related
    )


def pages(made: Corpus, site: Site = SITE, limit: int = 50_000_000) -> dict[str, bytes]:
    """Path → bytes."""
    return {page.path: body(page) for page in export(made, site, limit).pages}


def body(page: Page) -> bytes:
    return page.text.encode() if isinstance(page.text, str) else page.text


def written(folder: Path, files: dict[str, bytes]) -> Path:
    """The files on disk; gives the data folder."""
    for path, held in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(held)
    return folder / "data"
