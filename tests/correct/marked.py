"""Tiny stories from marked text: [Ann Lee: “Words.”] is a quotation by Ann Lee, ["Words"] one by
nobody known.

A name's first bare occurrence in the text is its mention.
"""

from __future__ import annotations

import re

from generator.model import Annotations, Article, Block, Mention, Name, Quote, Span, Story, quote_id

MARK = re.compile(r"\[(?:([^\]:“]+): )?([^\]]+)\]")


def marked(*paragraphs: str, id: str = "a", source: str = "a.txt") -> Story:
    """A story of paragraphs; the machine found what is marked, with the rule "test"."""
    text = ""
    blocks: list[Block] = []
    quotes: list[Quote] = []
    names: dict[str, None] = {}
    for paragraph in paragraphs:
        start, at = len(text), 0
        for mark in MARK.finditer(paragraph):
            text += paragraph[at : mark.start()]
            span = Span(len(text), len(text) + len(mark[2]))
            made = quote_id(mark[2], {quote.id for quote in quotes})
            quotes.append(
                Quote(
                    made,
                    "direct",
                    (span,),
                    speaker=mark[1],
                    rule="test",
                    speaker_rule="test",
                    confidence=0.5,
                )
            )
            names |= {mark[1]: None} if mark[1] else {}
            text += mark[2]
            at = mark.end()
        text += paragraph[at:]
        blocks.append(Block("paragraph", Span(start, len(text))))
        text += "\n"
    article = Article(id=id, source=source, title="T", text=text.rstrip("\n"), blocks=tuple(blocks))
    return Story(article, Annotations(tuple(_name(text, label) for label in names), tuple(quotes)))


def _name(text: str, label: str) -> Name:
    last = label.split()[-1]
    places = [
        Mention(Span(m.start(), m.end()), "full") for m in re.finditer(re.escape(label), text)
    ]
    places = places or [
        Mention(Span(m.start(), m.end()), "short")
        for m in re.finditer(rf"\b{re.escape(last)}\b", text)
    ]
    return Name(label, "person", tuple(places))
