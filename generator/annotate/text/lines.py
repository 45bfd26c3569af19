"""The lines of an article, and who speaks in them: the label before a colon, or the line above.

The lines are looked at, not the blocks: an interview pasted without blank lines is one block with
many lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.languages.words import LABELS, NAMES, ROLES
from generator.model import Block, Span


@dataclass(frozen=True, slots=True)
class Label:
    """Who speaks in a turn: the words before its colon, or the line above it."""

    name: Span  # the words that name somebody: "Fiona Birrell" of "The Secretary (Fiona Birrell)"
    key: str  # to compare labels by
    sure: bool  # its form alone shows that it is somebody


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the article below its headline."""

    span: Span  # without white space at its edges
    block: int
    label: Label | None = None
    # where the words behind the label start; the line's end if the label stands alone
    said: int = 0
    question: bool = False  # nothing but a question, in bold print or a paragraph of its own
    bold: bool = False
    time: bool = False  # opens with a time of day


TIME = r"[\[(]?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?[\])]?(?: ?[–—-])?"
STAMP = re.compile(rf"[>*_\W]{{0,3}}{TIME}\s+(?=\S)")
WORD = r"(?:[A-Z](?:[\w’'-]|\.(?=[ \w]))*\.?|[a-z]{1,3}[-’'][A-Z][\w’'-]+)"
LINK = r"(?:de|da|di|van|von|der|den|bin|ibn|al|el|la|le|ap|ab|of|for|the|and|&)"
PHRASE = rf"{WORD}(?:,? (?:{LINK} ){{0,2}}{WORD}){{0,7}}"
LABEL = re.compile(
    rf"[\"“'‘*_>\s]{{0,4}}(?P<name>{PHRASE})(?P<more>(?: \([^()\n]{{1,60}}\)){{0,2}}"
    rf"(?:, [a-z][^:“”\"\n]{{1,50}})?)(?: {TIME})?[*_]{{0,2}}:[*_]{{0,2}}(?:\s+(?=\S)|$)"
)
# a line of its own above a turn: Mark Oyelaran -- Chief Executive Officer
HEAD = re.compile(
    rf"[*_]{{0,2}}(?P<name>{PHRASE})(?: --+ | [–—-] | \| )(?P<more>[^:.!?“”\"\n]{{3,80}})[*_]{{0,2}}$"
)
BOLD = re.compile(r"(?:\*\*|__)(?P<words>[^*_].*?)(?:\*\*|__)$")


def lines_of(text: str, blocks: tuple[Block, ...]) -> Iterator[Line]:
    """Each line below the headline that is not blank, with the label that it opens with, if any."""
    for number, block in enumerate(blocks):
        if block.kind == "headline":
            continue
        for match in re.finditer(r"\S[^\n]*", block.span.of(text)):
            start = block.span.start + match.start()
            end = start + len(match.group().rstrip())
            yield _line(text, Span(start, end), number)


def _line(text: str, span: Span, block: int) -> Line:
    stamp = STAMP.match(text, span.start, span.end)
    start = stamp.end() if stamp else span.start
    bold = BOLD.match(text, start, span.end)
    words = bold["words"] if bold else text[start : span.end]
    question = words.endswith("?") and not re.search(r"[“”\"]", words) and len(words.split()) <= 60
    label, said = None, 0
    # the first block is a headline, marked or not
    match = LABEL.match(text, start, span.end) if block else None
    if match and len(match["name"].split()) <= 10:
        label, said = _label(text, match), match.end()
    elif (match := HEAD.match(text, start, span.end)) and _is_name(match["name"]):
        label, said = Label(Span(*match.span("name")), key_of(match["name"]), True), span.end
    return Line(span, block, label, said, question, bold is not None, stamp is not None)


def _label(text: str, match: re.Match[str]) -> Label | None:
    words = [word.strip(".,’'").lower() for word in match["name"].split()]
    if (
        words[0] in LABELS.nobody
        or (len(words) < 3 and words[-1] in LABELS.nobody)
        or not words[-1]
    ):
        return None
    inner = re.search(rf"\((?P<name>{PHRASE})\)", match["more"] or "")
    name = Span(*match.span("name"))
    titled = words[0] in LABELS.titled
    office = words[-1] in LABELS.office or (
        words[0] == "the" and any(word in ROLES.words | LABELS.office for word in words)
    )
    if inner and (office or words[0] == "the") and not titled:
        offset = match.start("more")
        name = Span(offset + inner.start("name"), offset + inner.end("name"))
        return Label(name, key_of(match["name"]), True)
    sure = titled or office or inner is not None or (len(words) > 1 and words[0] in NAMES.given)
    return Label(name, key_of(match["name"]), sure)


def key_of(name: str) -> str:
    """A label to compare by: "MR. VOLE" and "Mr Vole" are "mr vole"."""
    return " ".join(re.findall(r"\w+", name.lower()))


def _is_name(words: str) -> bool:
    split = words.split()
    return (
        2 <= len(split) <= 5 and split[0].lower() not in LABELS.nobody and split[0].lower() != "the"
    )
