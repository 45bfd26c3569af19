"""The rule for words in marks with their cue behind them: “We go,” she said."""

from __future__ import annotations

import re

from generator.annotate.quotations.cue_behind import cue_behind
from generator.annotate.quotations.cue_beside import (
    cue_before,
    is_named_thing,
    last_character,
    names_a_work,
)
from generator.annotate.quotations.scene import Cue, Found, Scene
from generator.languages.words import VERBS
from generator.model import Span

SPEECH_END = ",.?!…—–-"


def quote_then_cue(scene: Scene, number: int, taken: set[int]) -> Found | None:
    """“…,” Lee said. / “…,” said Lee, “…” / Many “are starting to see it,” she added."""
    cue = cue_behind(scene, number)
    if cue is None:
        return None
    if not speechlike(scene, number) and cue.lemma not in VERBS.say:
        return None
    if _ends_another_clause(scene, number, cue):
        return None
    start = _clause_start(scene, number)
    first = Span(start, _clause_end(scene, number, cue))
    tail = _carried_on(scene, number, cue, taken)
    return found_in_marks(scene, (first, *tail), cue, "quote_then_cue")


def _ends_another_clause(scene: Scene, number: int, cue: Cue) -> bool:
    """Whether a run ends what an earlier cue reports: Lee said the road was “one of many,” but she
    warned …
    """
    run = scene.runs[number]
    start = max(
        scene.sentence(cue.token).start, scene.blocks[run.block].span.start, run.span.start - 400
    )
    before = scene.text[start : run.span.start].rstrip()
    if not before[-1:].isalpha():
        return False
    cues = [
        one
        for one in scene.cues_in(start, run.span.start)
        if one.say and one.printed and one.how != "relative"
    ]
    return bool(cues) and cues[-1].clause.end < run.span.start and cue.lemma != "say"


def found_in_marks(scene: Scene, parts: tuple[Span, ...], cue: Cue, rule: str) -> Found:
    """What a rule found in marks, with the cue that it goes by."""
    return Found(parts, cue.span, cue.printed, rule, cue.lemma, cue.how)


def speechlike(scene: Scene, number: int) -> bool:
    """Whether a run in marks looks like speech: three words or more, or an end mark inside."""
    return scene.runs[number].words(scene.text) >= 3 or last_character(scene, number) in tuple(
        SPEECH_END
    )


def _clause_start(scene: Scene, number: int) -> int:
    """Where the clause starts that the run ends: the run itself, or the words before it in the same
    sentence.
    """
    tree, run = scene.tree, scene.runs[number]
    token = tree.at(run.inner.start)
    if token >= len(tree.words):
        return run.span.start
    start = max(tree.start[tree.first[token]], scene.blocks[run.block].span.start)
    if start >= run.span.start:
        return run.span.start
    before = scene.text[start : run.span.start]
    if not re.search(r"\w", before) or before.rstrip().endswith(
        (":", ".", "!", "?", "(", "[", " -", " –", "—")
    ):
        return run.span.start
    if before.rstrip().endswith(",") and re.match(r"[A-Z]", run.inner.of(scene.text)):
        return run.span.start
    if any(cue.say for cue in scene.cues_in(start, run.span.start)):
        return run.span.start  # the words before it have a cue of their own: “A,” he said, “B”
    leading = re.match(r"\W*(?:(?:And|But|So|Then|Still|Also|And then|Now|Or|Yet)\b,?\s*)?", before)
    return start + (leading.end() if leading and leading.end() < len(before) else 0)


LIKE = re.compile(
    r" (?:like|such as|including|especially|particularly|not|rather than|as well as) "
)


def _clause_end(scene: Scene, number: int, cue: Cue) -> int:
    """Where the clause ends that goes on behind a run: “We are alive” at the convention, | he
    said.
    """
    end = scene.runs[number].span.end
    gap = scene.text[end : cue.clause.start].rstrip()
    if last_character(scene, number) in tuple(".?!") or (
        last_character(scene, number) == "," and not LIKE.match(gap)
    ):
        return end
    if gap.endswith(",") and len(re.findall(r"\w+", gap)) >= 2:
        return end + len(gap) - 1
    return end


def _carried_on(scene: Scene, number: int, cue: Cue, taken: set[int]) -> list[Span]:
    """The runs that carry the quotation on behind "he said", in the same block."""
    found: list[Span] = []
    last = number
    for k in scene.runs_of[scene.runs[number].block]:
        if k <= number or (found and found[-1].end >= scene.runs[k].span.end):
            continue
        if last == number and _is_named_beside(scene, k):
            continue
        if k in taken or not speechlike(scene, k) or cue_behind(scene, k) is not None:
            break
        if not _follows(scene, cue, last, k, last == number):
            break
        found.append(_to_sentence_end(scene, k))
        last = k
    return found


def _is_named_beside(scene: Scene, k: int) -> bool:
    """Whether a run behind a cue is a title: “…,” he said on “Meet the Press.” “…” / “…,” she wrote
    in her memoir, “Gut and Wire”
    """
    return is_named_thing(scene, k) and (
        not _sentence_ends_before(scene, k) or names_a_work(scene, k)
    )


def _follows(scene: Scene, cue: Cue, last: int, k: int, first: bool) -> bool:
    """Whether a run follows right behind the cue (`first`), or behind the run that went on."""
    if first:
        return _gap_behind_cue(scene, cue, k) and not _own_cue_before(scene, cue, k)
    return not scene.text[scene.runs[last].span.end : scene.runs[k].span.start].strip(" .…")


def _to_sentence_end(scene: Scene, k: int) -> Span:
    """A run that carries a quotation on, with the rest of its sentence where that goes on without
    marks.
    """
    run = scene.runs[k]
    if last_character(scene, k) in tuple(".?!…,—–-") or not run.closed:
        return run.span
    token = min(scene.tree.at(run.inner.end - 1), len(scene.tree.words) - 1)
    end = min(scene.sentence(token).end, scene.blocks[run.block].span.end)
    rest = Span(run.span.end, max(run.span.end, end))
    if not scene.has_words(rest.start, rest.end) or scene.cues_in(rest.start, rest.end):
        return run.span
    trimmed = scene.trim(run.span.start, rest.end)
    return scene.whole_marks(trimmed) if trimmed else run.span


def _sentence_ends_before(scene: Scene, k: int) -> bool:
    start = scene.runs[k].span.start
    return scene.text[max(0, start - 4) : start].rstrip()[-1:] in (".", "!", "?", ",", ":")


def _gap_behind_cue(scene: Scene, cue: Cue, k: int) -> bool:
    """Whether between the cue and a run there is only the rest of the cue's sentence, and it ends
    there.
    """
    tree, run = scene.tree, scene.runs[k]
    gap = scene.text[max(cue.clause.end, cue.span.end) : run.span.start].rstrip()
    if not gap.strip():
        return True
    before = tree.at(run.span.start) - 1
    while before > 0 and tree.pos[before] == "SPACE":
        before -= 1
    if tree.start[before] >= run.span.start:
        before -= 1
    gap = re.sub(r"\b(?:And|But|Still|Now|So|Yet|and|but),?$", "", gap).rstrip()
    return tree.first[before] <= cue.token and gap.endswith(
        (".", ",", ":", "—", "–", "-", ";", "!", "?", ")", "''")
    )


def _own_cue_before(scene: Scene, cue: Cue, k: int) -> bool:
    """Whether the run has a cue of its own in front of it: “A,” he said, adding “B” / noting that
    they “C”.
    """
    own = cue_before(scene, k)
    if own is not None and own.token != cue.token:
        return True
    between = scene.cues_in(cue.span.end, scene.runs[k].span.start)
    return any(other.say and _stands_in_clause(scene, other, k) for other in between)


def _stands_in_clause(scene: Scene, cue: Cue, k: int) -> bool:
    """Whether a run ends or interrupts the clause that a cue reports, words of the reporter before
    it.
    """
    tree, start = scene.tree, scene.runs[k].span.start
    for kid in tree.kids_by(cue.token, "ccomp"):
        first = tree.start[tree.left[kid]]
        if (
            first > cue.span.start
            and first < start < tree.end[tree.right[kid]]
            and scene.has_words(first, start)
        ):
            return (
                tree.dep[tree.left[kid]] == "mark"
                or scene.text[first:start].rstrip()[-1:].isalnum()
            )
    return False
