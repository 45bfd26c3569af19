"""Where headline, standfirst and paragraphs stand in a text."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from generator.fields import bylines, dates
from generator.fields.values import Value
from generator.model import Block, BlockKind, Span
from generator.read.draft import Draft
from generator.read.paragraphs import (
    ENDS_SENTENCE,
    LONGEST_HEADLINE,
    lines_of,
    paragraphs,
    stripped,
)

LONGEST_STANDFIRST = 300


def put_together(
    title: str,
    standfirst: str,
    body: str,
    fields: Mapping[str, Value],
    one_a_line: bool | None = False,
    blocks: Sequence[Span] | None = None,
) -> Draft:
    """A draft whose text is title, standfirst and body with a blank line between them; empty pieces
    are left out.

    `Draft.line` counts from the first line of `body`. `blocks`: where its paragraphs stand in
    `body`; None = its lines tell.
    """
    text = ""
    head: list[Block] = []
    pieces: tuple[tuple[BlockKind, str], ...] = (
        ("headline", title.strip()),
        ("standfirst", standfirst.strip()),
    )
    for kind, words in pieces:
        if words:
            head.append(Block(kind, Span(len(text), len(text) + len(words))))
            text += words + "\n\n"
    above = body[: len(body) - len(body.lstrip())].count("\n")
    start = len(text)
    text = (text + body.strip()).rstrip()
    moved = _moved(blocks, start - (len(body) - len(body.lstrip())))
    draft = _with_body(text, head, start, fields, one_a_line, False, moved)
    return replace(draft, line=1 + above + text.count("\n", start, _body_start(draft)))


def lay_out(text: str, fields: Mapping[str, Value], blocks: Sequence[Span] | None = None) -> Draft:
    """A draft of a text as people paste it: headline, perhaps a standfirst, paragraphs.

    A first line that is too long for a headline is none. `Draft.line` counts from the first line of
    `text`. `blocks`: where the paragraphs of a Markdown file stand in it, in which a first line
    that goes on in the next one or ends like a sentence is no headline either; None = its lines
    tell.
    """
    markdown = blocks is not None
    lead = len(text) - len(text.lstrip())
    above = text.count("\n", 0, lead)
    text = text.strip()
    first = next(lines_of(text), None)
    if first is None:
        return Draft(fields=fields)
    is_headline = first.end <= LONGEST_HEADLINE
    if markdown and first.end < len(text):
        is_headline &= text.startswith("\n\n", first.end) and not first.of(text).endswith(
            ENDS_SENTENCE
        )
    head = [Block("headline", first)] if is_headline else []
    one_a_line = False if markdown else None
    draft = _with_body(
        text,
        head,
        first.end if head else 0,
        fields,
        one_a_line,
        not markdown and is_headline,
        _moved(blocks, -lead),
    )
    return replace(draft, line=1 + above + text.count("\n", 0, _body_start(draft)))


def of_styles(styled: Sequence[tuple[str, str]], titles: Collection[str]) -> Draft:
    """A draft of a document whose paragraphs have styles: (style, text) of each.

    `titles`: the styles that make a headline, near the top; "Subtitle" makes a standfirst. Without
    a headline it is laid out as plain text.
    """
    found = [n for n, (style, _) in enumerate(styled[:5]) if style in titles]
    subtitles = [n for n, (style, _) in enumerate(styled[:6]) if style == "Subtitle"]
    if not found:
        return lay_out("\n".join(text for _, text in styled), {})
    head = {found[0], *subtitles[:1]}
    body = "\n".join(text for n, (_, text) in enumerate(styled) if n not in head)
    standfirst = styled[subtitles[0]][1] if subtitles else ""
    return replace(put_together(styled[found[0]][1], standfirst, body, {}, True), line=1)


def _moved(blocks: Sequence[Span] | None, by: int) -> list[Span] | None:
    return None if blocks is None else [Span(one.start + by, one.end + by) for one in blocks]


def _behind(text: str, start: int, blocks: Sequence[Span]) -> tuple[Block, ...]:
    """Paragraphs whose places are known, as far as they stand behind the head."""
    kept = (stripped(text, max(one.start, start), one.end) for one in blocks if one.end > start)
    return tuple(Block("paragraph", span) for span in kept if span)


def _body_start(draft: Draft) -> int:
    return next((block.span.start for block in draft.blocks if block.kind == "paragraph"), 0)


def _with_body(
    text: str,
    head: list[Block],
    start: int,
    fields: Mapping[str, Value],
    one_a_line: bool | None,
    guess: bool,
    blocks: Sequence[Span] | None,
) -> Draft:
    """The head's blocks and what follows: byline, date line, a standfirst if it may be guessed,
    paragraphs.
    """
    found: dict[str, Value] = {}
    dateline: str | None = None
    for span in islice(lines_of(text, start), 6):
        words = span.of(text)
        authors, whole = byline(words)
        if authors and "author" not in {**fields, **found}:
            found["author"] = Value("byline", 0, authors, "list")
            if not whole:  # "By Nora Pell, diplomatic editor": the rest would be lost
                head = [*head, Block("paragraph", span)]
        elif both := dated_byline(words):
            dateline = dateline or both[0]
            found.setdefault("author", Value("byline", 0, both[1], "list"))
        elif dated := dates.dated_line(words):
            if dated[0] == "updated":
                found.setdefault("updated", Value("updated", 0, (dated[1],)))
            else:
                dateline = dateline or dated[1]
        elif guess and _is_standfirst(text, start, span):
            head = [*head, Block("standfirst", span)]
            guess = False
        else:
            break
        start = span.end
    body = paragraphs(text, start, one_a_line) if blocks is None else _behind(text, start, blocks)
    if body and dateline is None:
        dateline = dates.dateline(body[0].span.of(text))
    return Draft(text, (*head, *body), {**found, **fields}, dateline)


def _is_standfirst(text: str, above: int, line: Span) -> bool:
    """A short line that is no sentence of the story, with paragraphs below it; `above`: where the
    line above ends.
    """
    words, rest = line.of(text), text[line.end :]
    if (
        len(words) > LONGEST_STANDFIRST
        or words.endswith(ENDS_SENTENCE)
        or dates.dateline(words)
        or not rest.strip()
    ):
        return False
    if rest.startswith("\n\n") or rest[:9].strip(" \t\n") == "":
        return True
    goes_on = rest.lstrip()[0].islower() or "\n\n" in text[above : line.start]
    return not goes_on


def byline(line: str) -> tuple[tuple[str, ...], bool]:
    """(authors, whether nothing is lost without the line) of a byline; ((), False) for any other
    line.
    """
    line = line.strip()
    if not bylines.is_byline(line):
        return (), False
    names, others = bylines.people(line)
    return names, all(map(bylines.says_nothing, others))


def dated_byline(line: str) -> tuple[str, tuple[str, ...]] | None:
    """(date, authors) of "12 March 2042 | Nora Pell"; None = the line is another."""
    parts = [part.strip() for part in re.split(r" [|·•–—] ", line)] if len(line) <= 120 else []
    found = [dates.dated_line(part) for part in parts]
    rest = [part for part, dated in zip(parts, found, strict=True) if dated is None]
    days = [dated[1] for dated in found if dated]
    if len(days) != 1 or len(rest) != 1:
        return None
    names, others = bylines.people(rest[0])
    return (days[0], names) if names and all(map(bylines.is_role, others)) else None
