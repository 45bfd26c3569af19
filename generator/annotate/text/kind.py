"""What kind of document an article is, from its layout: decided before any rule runs.

The lines are looked at, not the blocks: an interview pasted without blank lines is one block with
many lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.annotate.text.story import is_story
from generator.languages.words import LABELS, NAMES, ROLES
from generator.model import Block, DocumentKind, Span


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


@dataclass(frozen=True, slots=True)
class Form:
    """The kind of a document, with its lines."""

    kind: DocumentKind
    lines: tuple[Line, ...]


NARRATIVE = Form("narrative", ())

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
CAPTION = re.compile(
    r"(?:^|\W)(?:Image|Images|Photo|Photograph|Picture|Credit|Illustration)s?\s*:|©|\(Photo\b"
)
# what a stenographer adds: (Laughter) / [Applause] / Ms Tandy interjecting—
DIRECTION = re.compile(
    r"[\[(][^\])]{1,80}[\])]\.?$|[^.!?:]{0,60}\b(?:interjecting|interrupting|rose|having risen)\b[^.!?:]{0,20}[—–.-]?$"
)
FIRST_PERSON = re.compile(
    r"\b(?:I|I[’'](?:m|ve|d|ll)|we|We|my|My|our|Our|us|me|you|You|your|Your)\b"
)


def form_of(text: str, blocks: tuple[Block, ...], stated: DocumentKind | None = None) -> Form:
    """The kind of a document. Narrative, unless its lines show another; `stated`: what a person
    says it is, None = nobody said.

    turns: lines open with who speaks, and the speakers take turns; questions: questions in bold
    print or behind "Q:", each with its answer; live: paragraphs open with times of day; fiction:
    see `is_story`. A statement in full is told by people alone.
    """
    lines = tuple(_lines(text, blocks))
    if stated == "turns":
        return Form(stated, lines)
    if stated is not None:
        asked = stated == "questions" and _asked({ln.label.key for ln in lines if ln.label})
        return Form(stated, lines if asked else tuple(map(_unlabelled, lines)))
    known = _known(text) if any(line.label for line in lines) else {}
    lines = tuple(_without_strangers(known, text, lines))
    labels = [line.label for line in lines if line.label]
    if _takes_turns(known, text, labels):
        asked = _asked({label.key for label in labels})
        return Form("questions" if asked else "turns", lines)
    plain = tuple(map(_unlabelled, lines))
    if _asks(text, plain):
        return Form("questions", plain)
    if sum(line.time for line in plain) >= 2:
        return Form("live", plain)
    return Form("fiction" if is_story(text, blocks) else "narrative", plain)


def _asked(labels: set[str]) -> bool:
    return bool(labels) and labels <= {"q", "a", "question", "answer"}


def _unlabelled(line: Line) -> Line:
    return Line(line.span, line.block, None, 0, line.question, line.bold, line.time)


def _lines(text: str, blocks: tuple[Block, ...]) -> Iterator[Line]:
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
        label, said = Label(Span(*match.span("name")), _key(match["name"]), True), span.end
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
        return Label(name, _key(match["name"]), True)
    sure = titled or office or inner is not None or (len(words) > 1 and words[0] in NAMES.given)
    return Label(name, _key(match["name"]), sure)


def _key(name: str) -> str:
    return " ".join(re.findall(r"\w+", name.lower()))


def _is_name(words: str) -> bool:
    split = words.split()
    return (
        2 <= len(split) <= 5 and split[0].lower() not in LABELS.nobody and split[0].lower() != "the"
    )


def _without_strangers(known: Known, text: str, lines: tuple[Line, ...]) -> Iterator[Line]:
    """The lines, without labels that are neither surely somebody, nor named elsewhere, nor
    return.
    """
    often = Counter(line.label.key for line in lines if line.label)
    for line in lines:
        label = line.label
        if label is None or label.sure or often[label.key] > 1 or _named(known, text, label):
            yield line
        else:
            yield _unlabelled(line)


LONGER = re.compile(r"\b[A-Z][\w.’'-]{0,40} (?=(?P<last>\w[\w’'-]{0,40}))")
Known = dict[
    str, tuple[int, int]
]  # a word behind a capitalised one → where it stands first and last


def _known(text: str) -> Known:
    """Each word that stands behind a capitalised one, and the two letters that both begin with."""
    known: Known = {}
    for match in LONGER.finditer(text):
        for key in (match["last"], match.group()[0] + match["last"][0].upper() + "."):
            first, _ = known.get(key, (match.start(), 0))
            known[key] = (first, match.start())
    return known


def _named(known: Known, text: str, label: Label) -> bool:
    """Whether a label is named in full elsewhere: LEE or AL where the text has "Ann Lee"."""
    words = label.name.of(text).split()
    last = words[-1].strip(".")
    if len(words) == 1 and last.isupper() and len(last) == 2:
        last += "."
    elif last.isupper():
        last = last.title()
    first, final = known.get(last, (label.name.start, 0))
    return len(last) > 1 and (first < label.name.start or final >= label.name.end)


def _takes_turns(known: Known, text: str, labels: list[Label]) -> bool:
    """Whether two or more take turns: most labels differ from the one before, and some are surely
    somebody.
    """
    keys = [label.key for label in labels]
    often = Counter(keys)
    if len(labels) < 2:
        return False
    if len(often) == 1:
        return len(labels) >= 3 and (labels[0].sure or _named(known, text, labels[0]))
    changes = sum(a != b for a, b in pairwise(keys))
    sure = sum(label.sure or _named(known, text, label) for label in labels)
    if changes < (len(keys) - 1) / 2 or not sure:
        return False
    returns = max(often.values()) > 1
    many_return = sum(count > 1 for count in often.values()) > 1
    return sure == len(labels) or (returns and sure * 3 >= len(labels)) or many_return


INTERVIEW = re.compile(
    r"\b(?:interview(?:ed|s)?|questions|Q ?& ?A|conversation|talk(?:s|ed|ing)? (?:to|with)|in person)\b",
    re.I,
)


def _asks(text: str, lines: tuple[Line, ...]) -> bool:
    """Whether questions stand in lines of their own, each with an answer behind it in the first
    person.
    """
    asked = [n for n, line in enumerate(lines) if line.question]
    answered = [n for n in asked if n + 1 < len(lines) and not lines[n + 1].question]
    bold = [n for n in answered if lines[n].bold]
    if len(bold) >= 2:
        return True
    if len(answered) < 3 or not INTERVIEW.search(text, 0, lines[answered[0]].span.start):
        return False
    own = sum(
        FIRST_PERSON.search(text, lines[n + 1].span.start, lines[n + 1].span.end) is not None
        for n in answered
    )
    marked = sum(re.search(r"[“”\"]", lines[n + 1].span.of(text)) is not None for n in answered)
    return own * 2 >= len(answered) and not marked
