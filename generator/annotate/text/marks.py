"""Where words stand in quotation marks: matched per block, before sentences, in one pass over its
characters.

Known marks: “ ” „ « » ‹ › " '' `` ‘ ’ and '. Apostrophes are told from single marks by what stands
beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.annotate.text.runs import Run, between
from generator.model import Block, Span

_DOUBLE = re.compile(r"''|``|[“”„‟«»\"〝〞＂]")
_SINGLE = re.compile(r"(?<![\w'‘’])[‘'‚‹](?=[\w(\[$£€…])|(?<=[^\s(\[])[’'›](?![\w'’])")
_OPENS, _CLOSES = "“„«〝", "”»〞"


@lru_cache(maxsize=1)
def quoted_runs(text: str, blocks: tuple[Block, ...]) -> tuple[Run, ...]:
    """All stretches in quotation marks, disjoint and in text order; marks inside others belong to
    the outer ones.

    Single marks count only outside double ones. Time is linear in the length of the text. The last
    answer is kept: quotations and names ask for it one after the other.
    """
    runs: list[Run] = []
    curly = text.count("“") >= text.count('"')
    for number, block in enumerate(blocks):
        opening = EXCERPT.match(text, block.span.start, block.span.end)
        label = LABELLED.match(text, block.span.start, block.span.end)
        other = curly or label or text.find("“", block.span.start, block.span.end) > 0
        closed = text.count("”", block.span.start, block.span.end) > text.count(
            "“", block.span.start, block.span.end
        )
        excerpt = opening if opening and other and not closed else None
        within = Span(excerpt.end(), block.span.end) if excerpt else block.span
        doubles = list(_double_runs(text, within, number))
        doubles = [_end_at_cue(text, run, blocks) for run in doubles]
        goes_on = _opens_single(text, blocks, number + 1)
        outer = _outer_singles(text, block.span, number, doubles)
        doubles = [run for run in doubles if not any(one.span.holds(run.span) for one in outer)]
        taken = sorted([*doubles, *outer])
        runs += taken
        at = within.start
        for gap in [*(run.span for run in taken), Span(block.span.end, block.span.end)]:
            last = goes_on and gap.start == block.span.end
            runs += _single_runs(text, Span(at, max(at, gap.start)), number, last)
            at = gap.end
    return tuple(sorted([*runs, *between(text, blocks, runs)]))


def _outer_singles(text: str, span: Span, number: int, doubles: list[Run]) -> list[Run]:
    """Single marks with double ones inside, as the British set them: ‘He told me, “Sell,” and I
    did.’
    """
    if not doubles:
        return []
    found = []
    for run in _single_runs(text, span, number):
        held = [one for one in doubles if run.inner.holds(one.span)]
        cut = any(run.span.overlaps(one.span) and one not in held for one in doubles)
        if held and not cut and text[run.inner.end - 1] in ",.?!…":
            found.append(run)
    return found


def _opens_single(text: str, blocks: tuple[Block, ...], number: int) -> bool:
    """Whether a block opens with a single mark, as each paragraph of a long quotation does."""
    if number >= len(blocks):
        return False
    start = blocks[number].span.start
    return text[start : start + 1] in "‘'" and text[start + 1 : start + 2].isalnum()


# a straight mark that opens a block and is never closed, where the article has curly ones: an
# excerpt, not speech (or whoever speaks is named in it: "LEE: Good morning.)
LABELLED = re.compile(r"\s*\"[A-Z][A-Z.’' -]{1,60}: ")
EXCERPT = re.compile(r'\s*"(?=[^"]*$)')

CUE_INSIDE = re.compile(
    r"[,?!](?= (?:said|says|added|asked|wrote|replied|explained) (?:[A-Z]|the |a |an )"
    r"| (?:he|she|they|[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,2}) (?:said|says|added|asked|wrote|replied|explained)\b)"
)


SENTENCE_END = re.compile(r"[a-z]{2}[.?!](?= +[A-Z])")


def _end_at_cue(text: str, run: Run, blocks: tuple[Block, ...]) -> Run:
    """A run whose closing mark was forgotten ends before its cue: “The mule is dead, said Lee."""
    if run.closed or not run.opened:
        return run
    behind = blocks[run.block + 1].span.start if run.block + 1 < len(blocks) else len(text)
    goes_on = _DOUBLE.match(text, behind) is not None
    if goes_on and text[run.inner.end - 1] == ":":  # … no plan. Of the photograph, Lee said: (“…”)
        ends = list(SENTENCE_END.finditer(text, run.inner.start, run.inner.end))
        match = ends[-1] if ends else None
    else:
        match = None if goes_on else CUE_INSIDE.search(text, run.inner.start, run.inner.end)
    if match is None:
        return run
    return Run(
        Span(run.span.start, match.end()),
        Span(run.inner.start, match.end()),
        run.block,
        run.width,
        run.opened,
        False,
    )


def _double_runs(text: str, span: Span, number: int) -> Iterator[Run]:
    marks = list(_DOUBLE.finditer(text, span.start, span.end))
    uneven = sum(mark.group() in ('"', "＂") for mark in marks) % 2 == 1
    start: re.Match[str] | None = None
    closed_before = span.start
    depth = 0
    left_to_close = sum(mark.group() in _CLOSES for mark in marks)
    for mark in marks:
        what = mark.group()
        left_to_close -= what in _CLOSES
        role = _role(text, mark, span, start, uneven)
        if role == "open" and start is None:
            start, depth = mark, 1
        elif role == "open" and start is not None:
            if what in _OPENS and left_to_close > depth:
                depth += 1  # a quotation inside the quotation
            elif what not in _OPENS and uneven:
                yield _run(
                    text,
                    start.start(),
                    start.end(),
                    mark.start(),
                    mark.start(),
                    number,
                    closed=False,
                )
                start, depth = mark, 1
        elif (
            role == "close" and start is not None and mark.start() == start.end() == span.start + 1
        ):
            continue  # “”If it had been May: an opening mark, typed twice
        elif role == "close" and start is not None:
            depth -= 1
            if depth <= 0:
                yield _run(text, start.start(), start.end(), mark.start(), mark.end(), number)
                start, closed_before = None, mark.end()
        elif role == "close" and closed_before == span.start and text[mark.start() - 1] in ",.?!…":
            # no opening mark: it was forgotten at the start of the block
            yield _run(text, span.start, span.start, mark.start(), mark.end(), number, opened=False)
            closed_before = mark.end()
    if start is not None and span.end > start.end():
        yield _run(text, start.start(), start.end(), span.end, span.end, number, closed=False)


def _run(
    text: str,
    start: int,
    inner: int,
    inner_end: int,
    end: int,
    number: int,
    opened: bool = True,
    closed: bool = True,
) -> Run:
    if not closed:  # no white space at the edge of what has no mark there
        while inner_end > inner and text[inner_end - 1].isspace():
            inner_end -= 1
        end = inner_end
    return Run(Span(start, end), Span(inner, inner_end), number, "double", opened, closed)


def _role(
    text: str, mark: re.Match[str], span: Span, start: re.Match[str] | None, uneven: bool
) -> str:
    what = mark.group()
    before = text[mark.start() - 1] if mark.start() > span.start else " "
    after = text[mark.end()] if mark.end() < span.end else " "
    if what == "“":
        turned = start is not None and not before.isspace() and not after.isalnum()
        return "close" if turned or (start is not None and start.group() == "„") else "open"
    if what == "»":
        return "open" if start is None and not after.isspace() and before.isspace() else "close"
    if what == "«":
        return "close" if start is not None and start.group() == "»" else "open"
    if what in _OPENS or what == "``":
        return "open"
    if what in _CLOSES:
        turned = (
            start is None
            and before.isspace()
            and (not after.isspace() or mark.start() == span.start)
        )
        return "open" if turned else "close"  # typed the wrong way round
    if start is None:
        if what == '"' and before.isdigit() and not after.isalnum():
            return "none"  # inches
        first = uneven and '"' not in text[span.start : mark.start()]
        if (
            first
            and what == '"'
            and before in ",.?!…"
            and (after.isspace() or mark.end() == span.end)
        ):
            return "close"  # the mark that opens the block was forgotten
        return "open" if not after.isspace() or before.isspace() else "none"
    if uneven and before.isspace() and not after.isspace():
        return "open"  # a mark is missing in this block, and this one looks like an opening one
    return "close"


def _single_runs(text: str, span: Span, number: int, goes_on: bool = False) -> Iterator[Run]:
    """The runs in single marks; `goes_on`: the next block opens with one, so a last one may be
    open.
    """
    start: re.Match[str] | None = None
    likely: re.Match[str] | None = None
    for mark in _SINGLE.finditer(text, span.start, span.end):
        opens = mark.group() in "‘‚‹" or (
            mark.group() == "'" and _stands_before_a_word(text, mark.start())
        )
        if opens and start is None:
            start, likely = mark, None
        elif opens and start is not None and likely is not None:
            yield _single(start, likely, number)
            start, likely = mark, None
        elif not opens and start is not None:
            if text[mark.start() - 1] in ",.?!…" or not _may_be_plural(text, mark.start()):
                yield _single(start, mark, number)
                start, likely = None, None
            else:
                likely = mark  # "the players’ lounge": the end only if nothing better comes
    if start is not None and goes_on and text[span.end - 1] in ".?!…,":
        at_edge = text[max(0, start.start() - 2) : start.start()].strip()[-1:] in (
            "",
            ".",
            ":",
            ",",
        )
        if at_edge:
            whole, inner = Span(start.start(), span.end), Span(start.end(), span.end)
            yield Run(whole, inner, number, "single", closed=False)
            return
    if start is not None and likely is not None:
        yield _single(start, likely, number)


def _stands_before_a_word(text: str, at: int) -> bool:
    return (at == 0 or text[at - 1] in " \t\n\u00a0([—–-") and text[at + 1 : at + 2].isalnum()


def _may_be_plural(text: str, at: int) -> bool:
    return text[at - 1] == "s" and text[at + 1 : at + 3].strip()[:1].isalpha()


def _single(start: re.Match[str], end: re.Match[str], number: int) -> Run:
    return Run(Span(start.start(), end.end()), Span(start.end(), end.start()), number, "single")
