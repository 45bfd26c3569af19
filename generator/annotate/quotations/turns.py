"""Rules for documents that are no narrative: turns, questions and answers, letters, words below "He
said:".

What a turn holds is the speaker's, from its label to the next one; marks inside it are nested and
no quotations.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from generator.annotate.quotations.cue_beside import cue_at_end
from generator.annotate.quotations.scene import Found, Scene
from generator.annotate.text.kind import CAPTION, DIRECTION, FIRST_PERSON, Form
from generator.annotate.text.lines import PHRASE, Line
from generator.languages.words import LABELS, NAMES
from generator.model import Span

QUESTION_LABELS = frozenset(("q", "question"))
ANSWER_LABELS = frozenset(("a", "answer"))
RESUMES = re.compile(  # the reporter, or the editor, speaks again
    r"[*_(\[]*(?:This|The) (?:interview|conversation|transcript|discussion|session|debate|exchange)\b[^.]{0,40}"
    r"\b(?:edited|condensed|abridged|ends?|ended|adjourned|rose|suspended)\b|\*\*\*|---|#|Notes to editors|ENDS$"
)


def turns(scene: Scene) -> list[Found]:
    """LEE: It is shut. — in a document whose lines open with who speaks, each turn up to the next
    label.
    """
    form = scene.form
    if form.kind == "turns":
        return list(_labelled(scene, form))
    if form.kind == "questions":
        return list(_answers(scene, form))
    return []


def _labelled(scene: Scene, form: Form) -> Iterator[Found]:
    labelled = [n for n, line in enumerate(form.lines) if line.label]
    marked = any(_opens_with_marks(scene, form.lines[n]) for n in labelled)
    last_names = {_last(line) for line in form.lines if line.label}
    for at, first in enumerate(labelled):
        line = form.lines[first]
        label = line.label
        if label is None or _opens_with_marks(scene, line):
            continue  # Lee: “It is shut.” has marks of its own
        if marked and line.span.of(scene.text).endswith("?"):
            # Echo: Why is it shut? — where answers stand in marks, the reporter's question does not
            continue
        end = labelled[at + 1] if at + 1 < len(labelled) else len(form.lines)
        last = at + 1 == len(labelled)
        parts = [
            *_said(scene, line),
            *_paragraphs(scene, form.lines[first + 1 : end], last, last_names),
        ]
        if label.key in QUESTION_LABELS:
            continue
        if parts:
            yield Found(tuple(parts), None, label.name, "transcript", how="colon")


def _last(line: Line) -> str:
    return line.label.key.split()[-1] if line.label else ""


def _said(scene: Scene, line: Line) -> Iterator[Span]:
    span = scene.trim(line.said, line.span.end)
    if span is not None and scene.has_words(span.start, span.end):
        yield span


def _opens_with_marks(scene: Scene, line: Line) -> bool:
    number = scene.run_at(line.said) if line.said < line.span.end else None
    return number is not None and scene.runs[number].span.start >= line.said


def _paragraphs(
    scene: Scene, lines: tuple[Line, ...], last: bool, names: set[str]
) -> Iterator[Span]:
    """The lines below a turn's first that belong to it; behind the last label only what is still
    speech.
    """
    for line in lines:
        words = line.span.of(scene.text)
        if RESUMES.match(words):
            return
        if DIRECTION.match(words) or CAPTION.search(words):
            continue
        if last and (
            scene.runs_in(line.span)
            or names & {word.lower() for word in re.findall(r"[A-Z]\w+", words)}
        ):
            return  # the reporter tells on: “…,” Lee said
        span = scene.trim(line.span.start, line.span.end)
        if span is not None:
            yield span


def _answers(scene: Scene, form: Form) -> Iterator[Found]:
    """What stands below a question, or behind "A:", up to the next question."""
    labelled = any(line.label for line in form.lines)
    marks = [n for n, line in enumerate(form.lines) if (line.label if labelled else line.question)]
    bold = not labelled and sum(form.lines[n].bold for n in marks) >= 2
    marks = [n for n in marks if not bold or form.lines[n].bold]
    asked_of = interviewee(scene, form.lines[marks[0]].span.start if marks else 0)
    last = {asked_of.of(scene.text).split()[-1].lower()} if asked_of else set()
    for at, first in enumerate(marks):
        line = form.lines[first]
        end = marks[at + 1] if at + 1 < len(marks) else len(form.lines)
        parts: list[Span] = []
        if line.label is not None and line.label.key in ANSWER_LABELS:
            parts += _said(scene, line)
        if line.label is None or line.label.key in ANSWER_LABELS:
            parts += _paragraphs(scene, form.lines[first + 1 : end], at + 1 == len(marks), last)
        if parts:
            yield Found(tuple(parts), None, asked_of, "answer", how="asked")


def introduced(scene: Scene) -> tuple[Span, ...]:
    """Where labels that are initials are spelled out: "Interview with Ines Calder" above "IC:
    …".
    """
    spelled = {}
    for line in scene.form.lines:
        if line.label and INITIALS.fullmatch(line.label.name.of(scene.text)):
            pattern = r"\b" + r" ".join(
                rf"{letter}[\w’'-]+" for letter in line.label.name.of(scene.text)
            )
            match = re.compile(pattern).search(scene.text)
            if match:
                spelled[line.label.key] = Span(match.start(), match.end())
    return tuple(spelled.values())


INITIALS = re.compile(r"[A-Z]{2,3}")
NAME = re.compile(PHRASE)
WITH = re.compile(r"\b(?:with|for|to|meets?|[Ii]nterview:|Q&A:) (?=[A-Z])")


def interviewee(scene: Scene, end: int) -> Span | None:
    """Who is asked: the one whom the headline names, or else the paragraphs before the first
    question name most.
    """
    head = [
        block.span for n, block in enumerate(scene.blocks[:2]) if not n or block.kind != "paragraph"
    ]
    for span in head:
        if span.start >= end:
            break
        behind = WITH.search(scene.text, span.start, span.end)
        named = _names(scene, Span(behind.end(), span.end)) if behind else _names(scene, span)
        if len(named) == 1 or (behind and named):
            return named[0]
    before = [
        name
        for block in scene.blocks
        if block.span.end <= end
        for name in _names(scene, block.span)
        if not _interviews(scene.text, name)
    ]
    often = Counter(span.of(scene.text).split()[-1] for span in before)
    most = [last for last, count in often.items() if count == max(often.values())]
    return (
        next(span for span in before if span.of(scene.text).split()[-1] == most[0])
        if len(most) == 1
        else None
    )


ASKS_BEFORE = re.compile(
    r"(?:(?:\b[Hh]e|\b[Ss]he|\b[Tt]hey|\bwho)(?: has| have)? (?:spoke|spoken|talked|speaks|talks) (?:to|with)"
    r"|[Ii]nterview(?:ed)? by|[Qq]uestions by|\bBy) \Z"
)
ASKS_BEHIND = re.compile(
    r" (?:spoke|talked|speaks|talks|met|meets|sat down|asked|asks|interviewed)\b"
)


def _interviews(text: str, name: Span) -> bool:
    """Whether somebody named above the first question is the one who asks: "He spoke to Nora Pell.",
    "Nora Pell met her there."
    """
    before = text[max(0, name.start - 40) : name.start]
    return bool(ASKS_BEFORE.search(before) or ASKS_BEHIND.match(text, name.end))


def _names(scene: Scene, span: Span) -> list[Span]:
    """Runs of two or three capitalised words that begin with a first name, or stand behind "with"
    in a headline.
    """
    found = []
    for match in NAME.finditer(scene.text, span.start, span.end):
        words = match.group().split()
        opens = match.start() == span.start or words[0].lower() in NAMES.given
        known = (
            not {word.lower() for word in words} & LABELS.nobody
            and words[0].lower() not in LABELS.openers
        )
        if 2 <= len(words) <= 3 and opens and known and not any(word.islower() for word in words):
            found.append(Span(match.start(), match.end()))
    return found


LETTER = re.compile(r"(?:From|To|Cc|Sent|Date|Subject|Re): ")


def letter(scene: Scene) -> list[Found]:
    """From: Ann Lee / To: … / Subject: … — and below it what she wrote, to the end or to where the
    reporter goes on.
    """
    form = scene.form
    heads = [n for n, line in enumerate(form.lines) if LETTER.match(line.span.of(scene.text))]
    sender = next(
        (n for n in heads if form.lines[n].span.of(scene.text).startswith("From: ")), None
    )
    if sender is None or len(heads) < 2 or max(heads) - min(heads) >= 6:
        return []
    line = form.lines[sender].span
    name = NAME.match(scene.text, line.start + 6, line.end)
    parts = list(_paragraphs(scene, form.lines[max(heads) + 1 :], True, {"said"}))
    printed = Span(name.start(), name.end()) if name else None
    return [Found(tuple(parts), None, printed, "letter", how="colon")] if parts else []


def words_below(scene: Scene) -> list[Found]:
    """Lee said: (next lines, without marks, in the first person or set off by ">") It is not how I
    would put it.
    """
    found, form = [], scene.form
    for n, line in enumerate(form.lines[:-1]):
        words = line.span.of(scene.text).rstrip(" *_")
        below = form.lines[n + 1]
        set_off = below.span.of(scene.text).startswith(">")
        if (
            not words.endswith(":")
            or scene.runs_in(below.span)
            or (line.label and form.kind == "turns")
        ):
            continue
        own = FIRST_PERSON.search(scene.text, below.span.start, below.span.end)
        if not set_off and (
            not own or not below.span.of(scene.text).rstrip().endswith((".", "!", "?"))
        ):
            continue
        cue = cue_at_end(scene, line.span)
        if cue is None or cue.printed is None:
            continue
        parts = list(_block_below(scene, form.lines[n + 1 :], set_off))
        if parts:
            found.append(
                Found(tuple(parts), cue.span, cue.printed, "words_below", cue.lemma, cue.how)
            )
    return found


def _block_below(scene: Scene, lines: tuple[Line, ...], set_off: bool) -> Iterator[Span]:
    for number, line in enumerate(lines):
        words = line.span.of(scene.text)
        if (
            line.time
            or words.startswith(">") != set_off
            or scene.runs_in(line.span)
            or words.endswith(":")
        ):
            return
        if number and not set_off and not FIRST_PERSON.search(words):
            return
        start = line.span.start + len(re.match(r"[>\s]*", words).group())  # type: ignore[union-attr]
        span = scene.trim(start, line.span.end)
        if span is not None:
            yield span
