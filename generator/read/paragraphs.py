"""Where the paragraphs of a text stand, however its lines are broken."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from generator.model import Block, Span

LONGEST_HEADLINE = 200  # characters
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
