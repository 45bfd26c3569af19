"""Direct quotations without a language model: by marks, reporting verbs and capital letters
alone.
"""

from __future__ import annotations

import re

from generator.annotate.quotations.scene import Found, Scene
from generator.annotate.text.runs import Run
from generator.languages.words import VERBS
from generator.model import Span

NEAR = 140  # characters beside a run in which its cue is looked for
WORD = re.compile(r"[\w’'-]+")
SPEAKER = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Sir|Dame)\.? )?[A-Z][\w’'-]+(?: (?:de|van|von|der|bin|al|la) )?(?: [A-Z][\w’'.-]+){0,4}"
    r"|\b[Tt]he(?: [a-z]+){1,4}|\b(?:[Hh]e|[Ss]he|[Tt]hey|[Ii]t)\b"
)


def plain_quotations(scene: Scene) -> list[Found]:
    """Each run of three or more words that has a reporting verb right before or behind it."""
    found: list[Found] = []
    for run in scene.runs:
        if run.words(scene.text) < 3:
            continue
        cue = _cue_behind(scene, run) or _cue_before(scene, run)
        if cue is None and found and _carries_on(scene, found[-1], run):
            last = found.pop()
            found.append(
                Found((*last.parts, run.span), last.cue, last.printed, last.rule, last.lemma)
            )
        elif cue is not None:
            found.append(
                Found(
                    (run.span,),
                    cue,
                    _speaker(scene, run, cue),
                    "plain",
                    VERBS.lemma(cue.of(scene.text)),
                )
            )
    return found


def _limits(scene: Scene, run: Run) -> tuple[str, str]:
    """The words of the same block and sentence before and behind a run."""
    block = scene.blocks[run.block].span
    before = scene.text[max(block.start, run.span.start - NEAR) : run.span.start]
    behind = scene.text[run.span.end : min(block.end, run.span.end + NEAR)]
    sentence = max((match.end() for match in re.finditer(r"[.!?]\W*\s", before)), default=0)
    return before[sentence:], re.split(r"[.!?](?:\s|$)|[“\"]", behind, maxsplit=1)[0]


def _cue_behind(scene: Scene, run: Run) -> Span | None:
    if not re.search(
        r"[,?!.…—–]\W*$", run.inner.of(scene.text) + scene.text[run.span.end : run.span.end + 1]
    ):
        return None
    return _first_verb(_limits(scene, run)[1], run.span.end)


def _cue_before(scene: Scene, run: Run) -> Span | None:
    before = _limits(scene, run)[0]
    if not re.search(r"[,:]\s*$|\b(?:said|says|that)\s*$", before):
        return None
    return _first_verb(before, run.span.start - len(before))


def _first_verb(words: str, offset: int) -> Span | None:
    for match in WORD.finditer(words):
        if VERBS.lemma(match.group()) in VERBS.say:
            return Span(offset + match.start(), offset + match.end())
    return None


def _speaker(scene: Scene, run: Run, cue: Span) -> Span | None:
    """The name, role or pronoun next to the verb: before it, or else right behind it."""
    before, behind = _limits(scene, run)
    if cue.start >= run.span.end:
        pieces = [(run.span.end, cue.start), (cue.end, run.span.end + len(behind))]
    else:
        pieces = [(run.span.start - len(before), cue.start)]
    for start, end in pieces:
        named = list(SPEAKER.finditer(scene.text, start, end))
        if named:
            match = named[-1] if end == cue.start else named[0]
            return Span(match.start(), match.end())
    return None


def _carries_on(scene: Scene, last: Found, run: Run) -> bool:
    """“…,” she said. “…” in one block."""
    if last.cue is None or last.cue.start < last.parts[-1].start:
        return False
    gap = scene.text[last.parts[-1].end : run.span.start]
    return len(gap) < NEAR and "\n" not in gap and gap.rstrip().endswith((".", ",", "—"))
