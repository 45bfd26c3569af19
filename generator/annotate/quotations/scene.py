"""What the rules look at: the text, its quoted runs, its tree; and what they find."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field

from generator.annotate.text.kind import NARRATIVE, Form
from generator.annotate.text.runs import Run
from generator.annotate.text.tree import Tree
from generator.model import Block, Span

TRIM_LEFT = " \t\n\u00a0,;:.)–—-"
TRIM_RIGHT = " \t\n\u00a0,;:.(–—-"
WORDS = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that reports speech, with its subject."""

    token: int
    lemma: str
    say: bool  # a verb of saying; False: a speech act
    span: Span  # the verb with its auxiliaries
    printed: Span | None  # who speaks, as printed; None = nobody named
    clause: Span  # from the first to the last of verb and subject
    how: str = ""  # how the speaker was found: "subject", "agent", "shared", …
    passive: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """A candidate quotation."""

    parts: tuple[Span, ...]
    cue: Span | None
    printed: Span | None
    rule: str
    lemma: str = ""
    how: str = ""
    say: bool = True


@dataclass(frozen=True, slots=True)
class Scene:
    """One article, ready for the rules."""

    text: str
    blocks: tuple[Block, ...]
    runs: tuple[Run, ...]
    tree: Tree
    cues: list[Cue] = field(default_factory=list)
    cue_starts: list[int] = field(default_factory=list)
    run_starts: list[int] = field(default_factory=list)
    # cue token → offset where what it reports ends at the latest
    cuts: dict[int, int] = field(default_factory=dict)
    # block → numbers of its runs, in text order
    runs_of: dict[int, list[int]] = field(default_factory=dict)
    form: Form = NARRATIVE
    # all that the rules found, by start; before overlaps settle
    candidates: list[Found] = field(default_factory=list)

    def run_at(self, offset: int) -> int | None:
        """Number of the run that the character stands in, marks included; None = outside all."""
        k = bisect.bisect_right(self.run_starts, offset) - 1
        return k if k >= 0 and offset < self.runs[k].span.end else None

    def runs_in(self, span: Span) -> list[int]:
        """Numbers of the runs that share a character with the span."""
        k = max(0, bisect.bisect_right(self.run_starts, span.start) - 1)
        found = []
        while k < len(self.runs) and self.runs[k].span.start < span.end:
            if self.runs[k].span.end > span.start:
                found.append(k)
            k += 1
        return found

    def cues_in(self, start: int, end: int) -> list[Cue]:
        """The cues that start between two offsets."""
        first = bisect.bisect_left(self.cue_starts, start)
        return self.cues[first : bisect.bisect_left(self.cue_starts, end)]

    def near(self, start: int, end: int) -> list[Found]:
        """The candidates that start before `end`, and at most so much before `start` as a quotation
        may be long.
        """
        first = bisect.bisect_left(
            self.candidates, start - 2000, key=lambda one: one.parts[0].start
        )
        last = bisect.bisect_left(self.candidates, end, key=lambda one: one.parts[0].start)
        return self.candidates[first:last]

    def block_at(self, offset: int) -> int:
        """Number of the block that the character stands in, or of the last one before it."""
        return max(
            0, bisect.bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        )

    def sentence(self, token: int) -> Span:
        """From the first to the last character of the token's sentence."""
        return Span(self.tree.start[self.tree.first[token]], self.tree.end[self.tree.last[token]])

    def trim(self, start: int, end: int) -> Span | None:
        """The span without commas and spaces at its edges; None if nothing is left."""
        while start < end and self.text[start] in TRIM_LEFT:
            start += 1
        while end > start and self.text[end - 1] in TRIM_RIGHT:
            end -= 1
        return Span(start, end) if end > start else None

    def whole_marks(self, span: Span) -> Span:
        """The span widened so that it neither starts nor ends inside a quoted run."""
        first, last = self.run_at(span.start), self.run_at(span.end - 1)
        start = self.runs[first].span.start if first is not None else span.start
        end = self.runs[last].span.end if last is not None else span.end
        behind = self.run_at(end)
        if behind is not None and not WORDS.search(self.text[end : self.runs[behind].span.end]):
            end = self.runs[behind].span.end  # only the closing mark is left
        return Span(min(start, span.start), max(end, span.end))

    def has_words(self, start: int, end: int) -> bool:
        """Whether any letter or digit stands between two offsets."""
        return WORDS.search(self.text, start, end) is not None if end > start else False
