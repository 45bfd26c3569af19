"""Where headline, standfirst and paragraphs stand in a text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice, pairwise

from generator.fields import bylines, dates
from generator.fields.values import Value
from generator.model import Block, BlockKind, Span
from generator.read.draft import Draft

LONGEST_HEADLINE = 200  # characters
LONGEST_STANDFIRST = 300
# longer lines were not broken by hand or by a mail program: each is a paragraph
LONGEST_WRAPPED = 120
SLACK = 0.95  # of the width of a text: words put together at line ends move it a little
INDENT = 2  # blanks by which the first line of a paragraph is set in
DUMPED = re.compile(
    '(?<=[.!?”"’…])(?:[ \u00a0]{3,}|[ \u00a0]*\\t\\s*|[ \u00a0]*[¶\u2029]\\s*)(?=\\S)'
)
ENDS_SENTENCE = (".", "!", "?", ".”", '."', ".’", "!”", "?”", '!"', '?"', "…", ":", ";")


def lines_of(text: str, start: int = 0) -> Iterator[Span]:
    """Each line of `text[start:]` that is not blank, without outer blank space."""
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if span := stripped(text, start, end):
            yield span
        start = end + 1


def stripped(text: str, start: int, end: int) -> Span | None:
    """`text[start:end]` without outer blank space; None if nothing is left."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return Span(start, end) if start < end else None


def paragraphs(text: str, start: int, one_a_line: bool | None = None) -> tuple[Block, ...]:
    """The paragraphs of `text[start:]`.

    `one_a_line` None: parted by blank lines if there are any between lines of text, else one a
    line.
    """
    chunks: list[list[Span]] = []
    last = -1
    for line in lines_of(text, start):
        if last >= 0 and text.count("\n", last, line.start) < 2:
            chunks[-1].append(line)
        else:
            chunks.append([line])
        last = line.end
    if one_a_line is None:
        spans = list(_found(text, chunks))
    elif one_a_line:
        spans = [line for chunk in chunks for line in chunk]
    else:
        spans = [Span(chunk[0].start, chunk[-1].end) for chunk in chunks]
    return tuple(Block("paragraph", span) for span in spans)


def _found(text: str, chunks: list[list[Span]]) -> Iterator[Span]:
    """The paragraphs of lines that blank lines part: what they were broken at tells the rest."""
    width = line_width(text, chunks)
    for chunk in chunks:
        if firsts := _indented(text, chunk):
            yield from _parted(chunk, firsts)
        elif width:
            pairs = enumerate(pairwise(chunk), 1)
            yield from _parted(chunk, {n for n, two in pairs if _is_end(text, *two, width)})
        elif not _wrapped(text, chunk) if len(chunks) == 1 else any(map(_long, chunk)):
            for line in chunk:
                yield from _of_dump(text, line)
        else:
            yield Span(chunk[0].start, chunk[-1].end)


def _parted(chunk: list[Span], firsts: Collection[int]) -> Iterator[Span]:
    """Lines put together to paragraphs; `firsts`: the numbers of lines that begin one."""
    start = 0
    for number in [*sorted(firsts), len(chunk)]:
        if number > start:
            yield Span(chunk[start].start, chunk[number - 1].end)
        start = number


def line_width(text: str, chunks: Iterable[list[Span]]) -> int:
    """The width that a text was broken to; 0 = its lines end where its sentences do.

    Most of its lines end within a sentence, because the next word did not fit.
    """
    pairs = [two for chunk in chunks for two in pairwise(chunk)]
    lines = [line for two in pairs for line in two if " " in line.of(text)]
    width = max((line.end - line.start for line in lines), default=0)
    if not width:
        return 0
    broken = sum(
        _is_full(text, one, two, width) and not one.of(text).endswith(ENDS_SENTENCE)
        for one, two in pairs
    )
    goes_on = sum(text[two.start].islower() for _, two in pairs)
    return width if 2 * broken >= len(pairs) and 4 * goes_on >= len(pairs) else 0


def _is_full(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether the next word would not have fitted into a line, about."""
    word = len(text[following.start : following.start + width].split(maxsplit=1)[0])
    return line.end - line.start + 1 + word > SLACK * width


def _is_end(text: str, line: Span, following: Span, width: int) -> bool:
    """Whether a paragraph ends with a line: it has room, and no sentence goes on below it."""
    return not _is_full(text, line, following, width) and not text[following.start].islower()


def _indented(text: str, chunk: list[Span]) -> set[int]:
    """The lines of a paragraph's beginning, where these are set in; none = they are not."""
    margins = [line.start - text.rfind("\n", 0, line.start) - 1 for line in chunk]
    least = min(margins)
    found = {n for n, margin in enumerate(margins) if margin >= least + INDENT}
    if not 0 < len(found) < len(chunk) or any(text[chunk[n].start].islower() for n in found):
        return set()
    return found


def _of_dump(text: str, line: Span) -> Iterator[Span]:
    """A line of many paragraphs, parted where blanks or marks stand behind a sentence."""
    start = line.start
    if line.end - line.start >= LONGEST_HEADLINE:
        for mark in DUMPED.finditer(text, line.start, line.end):
            yield Span(start, mark.start())
            start = mark.end()
    yield Span(start, line.end)


def _long(line: Span) -> bool:
    return line.end - line.start > LONGEST_WRAPPED


def _wrapped(text: str, chunk: list[Span]) -> bool:
    """Whether lines are one paragraph that was broken to a width: all short, and one goes on in
    lower case.
    """
    return not any(map(_long, chunk)) and any(text[line.start].islower() for line in chunk[1:])


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
