"""The language cases of tests/annotate/cases/*.txt as data; their form is described in the README
there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from generator.model import Annotations, Article, Block, Span

FOLDER = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class Case:
    """One case: a text and the lines that are expected for it."""

    file: str
    title: str
    text: str
    expected: tuple[str, ...]  # "direct | said | Ann Lee | “We won’t go,”", …; () = nothing
    gap: str = ""  # why the program does not meet it yet; "" = it must

    @property
    def article(self) -> Article:
        """The case as an article: every line of its text is a paragraph."""
        lines = re.finditer(r"[^\n]+", self.text)
        blocks = tuple(Block("paragraph", Span(match.start(), match.end())) for match in lines)
        return Article(
            id=self.title, source=self.file, title=self.title, text=self.text, blocks=blocks
        )


def all_cases() -> list[Case]:
    """Every case of the folder, by file, then in the order of the file."""
    return [case for path in sorted(FOLDER.glob("*.txt")) for case in _cases_of(path)]


def _cases_of(path: Path) -> list[Case]:
    found = []
    for piece in re.split(r"^---\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE):
        if not piece.strip():
            continue
        title, text, expected = re.split(r"^\.\n", piece.strip() + "\n", flags=re.MULTILINE)
        gap = ""
        if title.startswith("known gap:"):
            gap, title = title.strip().split("\n", 1)
            gap = gap.removeprefix("known gap:").strip()
        lines = tuple(
            line.strip()
            for line in expected.strip().split("\n")
            if line.strip() and line.strip() != "none"
        )
        found.append(
            Case(path.name, title.strip(), re.sub(r"\n+", "\n", text).strip("\n"), lines, gap)
        )
    return found


def lines_of(annotations: Annotations, text: str) -> tuple[str, ...]:
    """What was found, in the words of a case: quotations and words that are no speech, in the order
    of the text.
    """
    found = []
    for quote in annotations.quotes:
        cue = quote.cue.of(text) if quote.cue else "-"
        kind = quote.kind if quote.stance == "says" else f"{quote.kind} {quote.stance}"
        fields = [kind, cue, quote.speaker or "?", quote.words(text)]
        printed = quote.printed.of(text) if quote.printed else "-"
        if printed != fields[2]:
            fields.append(printed)
        found.append((quote.parts[0].start, " | ".join(fields)))
    for other in annotations.not_speech:
        found.append((other.span.start, f"not speech | {other.reason} | {other.span.of(text)}"))
    return tuple(line for _, line in sorted(found))
