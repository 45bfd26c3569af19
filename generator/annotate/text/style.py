"""One style of marks for reading: whatever an article is set in, the model and the rules see “ ” with
‘ ’ inside.

Only marks that part speech are changed, each for one of the same length; the page shows its own.
"""

from __future__ import annotations

from generator.annotate.text.marks import quoted_runs
from generator.annotate.text.runs import Run
from generator.model import Block

DOUBLES = frozenset('“”"«»„‟＂〝〞')
SINGLES = frozenset("‘’'‚‹›")
INSIDE = str.maketrans('“”"«»', "‘’'‘’")
FEWEST = 3  # quotations in single marks that make these the style of an article


def one_style(text: str, blocks: tuple[Block, ...]) -> str:
    """The text with “ and ” where a quotation opens and closes, in whatever marks it stands.

    'He told me, "Sell," and I did.' is “He told me, ‘Sell,’ and I did.” where most quotations of the
    article stand in single marks.
    """
    if not any(mark in text for mark in DOUBLES | SINGLES):
        return text
    runs = quoted_runs(text, blocks)
    singles = sum(run.width == "single" for run in runs)
    british = singles >= FEWEST and singles * 2 > len(runs)
    out = list(text)
    for run in runs:
        if run.width == "double":
            _set(out, run, DOUBLES)
        elif british:
            out[run.inner.start : run.inner.end] = list(run.inner.of(text).translate(INSIDE))
            _set(out, run, SINGLES)
    return "".join(out)


def _set(out: list[str], run: Run, marks: frozenset[str]) -> None:
    """Set the marks at both ends of a run, where it has them and they are one character long."""
    if run.opened and run.inner.start - run.span.start == 1 and out[run.span.start] in marks:
        out[run.span.start] = "“"
    if run.closed and run.span.end - run.inner.end == 1 and out[run.inner.end] in marks:
        out[run.inner.end] = "”"
