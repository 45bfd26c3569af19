"""What kind of document an article is, from its layout: decided before any rule runs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.annotate.text.in_full import is_in_full
from generator.annotate.text.lines import PHRASE, Label, Line, key_of, lines_of
from generator.annotate.text.story import is_story
from generator.languages.words import LABELS
from generator.model import Block, DocumentKind


@dataclass(frozen=True, slots=True)
class Form:
    """The kind of a document, with its lines."""

    kind: DocumentKind
    lines: tuple[Line, ...]


NARRATIVE = Form("narrative", ())

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
    print or behind "Q:", each with its answer; live: paragraphs open with times of day; statement:
    one person's words in full, see `is_in_full`; fiction: see `is_story`.
    """
    lines = _with_bare_offices(text, tuple(lines_of(text, blocks)))
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
        return Form("questions", _all_bold_ask(plain))
    if sum(line.time for line in plain) >= 2:
        return Form("live", plain)
    if is_in_full(text, blocks):
        return Form("statement", plain)
    return Form("fiction" if is_story(text, blocks) else "narrative", plain)


def _with_bare_offices(text: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines, with "Operator" in a line of its own as a label where other lines of their own are
    labels: Mark Oyelaran -- Chief Executive Officer.
    """
    alone = sum(line.label is not None and line.said == line.span.end for line in lines)
    if alone < 2:
        return lines
    made = []
    for line in lines:
        words = line.span.of(text)
        if line.label is None and words.lower() in LABELS.office and words[0].isupper():
            line = replace(line, label=Label(line.span, key_of(words), True), said=line.span.end)
        made.append(line)
    return tuple(made)


def _asked(labels: set[str]) -> bool:
    return bool(labels) and labels <= {"q", "a", "question", "answer"}


def _unlabelled(line: Line) -> Line:
    return Line(line.span, line.block, None, 0, line.question, line.bold, line.time)


def _without_strangers(known: Known, text: str, lines: tuple[Line, ...]) -> Iterator[Line]:
    """The lines, without labels that are neither surely somebody, nor named elsewhere, nor
    return.
    """
    often = Counter(line.label.key for line in lines if line.label)
    sentences = sum(_is_sentence(text, line) for line in lines if line.label)
    for line in lines:
        label = line.label
        if (
            label is not None
            and often[label.key] == 1
            and line.said < line.span.end
            and sentences * 3 >= 2 * sum(often.values())
            and LIST.fullmatch(text, line.said, line.span.end)
        ):
            yield _unlabelled(line)  # Witness: Ann Lee, Director of Roads
        elif label is None or label.sure or often[label.key] > 1 or _named(known, text, label):
            yield line
        else:
            yield _unlabelled(line)


# names and what they are, and no sentence
LIST = re.compile(
    rf"{PHRASE}(?:(?: \([^()]{{1,40}}\))?(?:, | and |; ){PHRASE}){{1,9}}(?: \([^()]{{1,40}}\))?\.?"
)


def _is_sentence(text: str, line: Line) -> bool:
    return text[line.span.end - 1] in ".?!…"


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


def _all_bold_ask(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Where questions are in bold print, what else is in bold print asks too: **The council says that
    it saves money.**
    """
    asked = sum(line.question and line.bold for line in lines)
    if asked < 2:
        return lines
    return tuple(replace(line, question=line.question or line.bold) for line in lines)


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
