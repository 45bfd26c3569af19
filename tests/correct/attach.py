"""How many corrections find their quotation again when the article was edited elsewhere:
python -m tests.correct.attach [SEEDS]

For each quotation of a folder of articles (the demonstration by default) an entry that names
another speaker, as the form writes it (`RQ.anchor` in entries.js): its words, of more than 140
characters the first 14 of the longest part, and the five words before it where they stand twice.
Then the articles are edited, read anew, and the entries laid over them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.correct import Corrections, QuoteCorrection, correct_story
from generator.correct.place import bare_words
from generator.evaluate import extract
from generator.model import Article, Block, BlockKind, Quote, Span, Story
from generator.read import read_seeds
from tests.conftest import ROOT

LONG, FIRST, BEFORE = 140, 14, 5
SOMEBODY = "Quentin Nobody-Else"


def sentence_added(paragraphs: list[str]) -> list[str]:
    """A sentence behind every other paragraph."""
    return [
        f"{words} The rain had stopped by then." if at % 2 else words
        for at, words in enumerate(paragraphs)
    ]


def paragraph_added(paragraphs: list[str]) -> list[str]:
    """A new first paragraph."""
    return ["The office was closed on the day, and nobody answered the bell.", *paragraphs]


def paragraph_gone(paragraphs: list[str]) -> list[str]:
    """The last paragraph goes."""
    return paragraphs[:-1]


EDITS: dict[str, Callable[[list[str]], list[str]]] = {
    "as it was": list,
    "a sentence behind every other paragraph": sentence_added,
    "a new first paragraph": paragraph_added,
    "the last paragraph gone": paragraph_gone,
}


@dataclass
class Figure:
    """How many of the entries came out how."""

    entries: int = 0
    attached: int = 0  # the quotation with these words has the new speaker
    listed: int = 0  # `check` names the entry
    wrong: int = 0  # another quotation has the new speaker


def measured(seeds: Path) -> dict[str, Figure]:
    """By edit. An entry whose words the edit took away is not counted."""
    figures = {name: Figure() for name in EDITS}
    for article in read_seeds(seeds).articles:
        found = extract(article)
        for name, edit in EDITS.items():
            changed = _edited(article, edit)
            again = extract(changed)
            for quote in found.quotes:
                if bare_words(quote.words(article.text).split(" … ")[0]) and _there(
                    quote, article, changed
                ):
                    _judge(
                        figures[name],
                        Story(changed, again),
                        entry_of(article, quote),
                        quote,
                        article,
                    )
    return figures


def _judge(
    figure: Figure, story: Story, entry: QuoteCorrection, quote: Quote, article: Article
) -> None:
    made = correct_story(story, Corrections(quotes=(entry,))).annotations
    words = [q.words(story.article.text) for q in made.quotes if q.speaker == SOMEBODY]
    figure.entries += 1
    parts = [part.of(article.text) for part in quote.parts]
    # an edit may have put a sentence into the quotation itself
    if len(words) == 1 and all(part in words[0] for part in parts):
        figure.attached += 1
    elif words:
        figure.wrong += 1
    else:
        figure.listed += 1


def _there(quote: Quote, article: Article, changed: Article) -> bool:
    return all(part.of(article.text) in changed.text for part in quote.parts)


def entry_of(article: Article, quote: Quote) -> QuoteCorrection:
    """The entry of the form."""
    words = " ".join(quote.words(article.text).split())
    if len(words) > LONG:
        longest = max(words.split(" … "), key=len)
        cut = re.sub(r"[,;:]$", "", " ".join(longest.split()[:FIRST]))
        words = cut if _times(article.text, cut) == 1 else words
    entry = QuoteCorrection("", article.id, words, speaker=SOMEBODY, speaker_given=True)
    if _times(article.text, words.split(" … ")[0]) < 2:
        return entry
    before = article.text[: quote.parts[0].start].split()[-BEFORE:]
    after = article.text[quote.parts[-1].end :].split()[:BEFORE]
    return (
        replace(entry, before=" ".join(before)) if before else replace(entry, after=" ".join(after))
    )


def _times(text: str, words: str) -> int:
    return f" {' '.join(bare_words(text))} ".count(f" {' '.join(bare_words(words))} ")


def _edited(article: Article, edit: Callable[[list[str]], list[str]]) -> Article:
    """The article with other paragraphs; headline and standfirst stay."""
    heads = [block for block in article.blocks if block.kind != "paragraph"]
    paragraphs = edit([span.of(article.text) for span in article.paragraphs])
    body: list[tuple[BlockKind, str]] = [("paragraph", words) for words in paragraphs]
    lines = [*((block.kind, block.span.of(article.text)) for block in heads), *body]
    return _laid_out(article, lines)


def _laid_out(article: Article, lines: Sequence[tuple[BlockKind, str]]) -> Article:
    blocks, at = [], 0
    for kind, words in lines:
        blocks.append(Block(kind, Span(at, at + len(words))))
        at += len(words) + 1
    return replace(article, text="\n".join(words for _, words in lines), blocks=tuple(blocks))


def lines(figures: dict[str, Figure]) -> Iterator[str]:
    """What the command prints."""
    for name, f in figures.items():
        share = 100 * f.attached / max(1, f.entries)
        yield f"{name:42}{f.attached:5} of {f.entries} attached ({share:.1f} %), {f.listed} listed, {f.wrong} wrong"


if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "tests/seeds"
    print("\n".join(lines(measured(folder))))
