"""Rules for quoted runs: direct quotations, and clauses that end in quoted words before their
cue.
"""

from __future__ import annotations

import re

from generator.annotate.quotations.colons import name_then_quote, quote_dash_name
from generator.annotate.quotations.cue_behind import cue_behind
from generator.annotate.quotations.cue_beside import (
    cue_above,
    cue_before,
    last_character,
)
from generator.annotate.quotations.cues import cue_of
from generator.annotate.quotations.labels import label_then_quote, quote_over_name
from generator.annotate.quotations.not_speech import SIGN
from generator.annotate.quotations.quote_then_cue import found_in_marks, quote_then_cue
from generator.annotate.quotations.scene import Cue, Found, Scene
from generator.languages.words import VERBS
from generator.model import Span


def cue_then_quote(scene: Scene, number: int, taken: set[int]) -> Found | None:
    """Lee said, “…” / Lee told reporters: “…”"""
    cue = cue_before(scene, number)
    if cue is None:
        return None
    own = scene.runs[number].span
    adjacent = adjacent_runs(scene, number, taken)
    rest = FOR_IT.match(scene.text, own.end, scene.blocks[scene.runs[number].block].span.end)
    end = (
        own.end
        if adjacent or rest is None or last_character(scene, number) in ".?!,…"
        else rest.end()
    )
    parts = [Span(_statement_start(scene, cue, own.start), end), *adjacent]
    return found_in_marks(scene, tuple(parts), cue, "cue_then_quote")


# Lee said, “It is a race between two mules” for second place.
FOR_IT = re.compile(
    r" (?:for|of|between|against|among|over|about) [^,.;:!?“”\"'()—–-]{1,60}(?=\.(?:\s|$))"
)


def _statement_start(scene: Scene, cue: Cue, start: int) -> int:
    """Where a clause starts that ends in the quotation: adds | that there are two choices: “…”"""
    tree = scene.tree
    opens = THAT.match(scene.text, max(cue.span.end, cue.clause.end), start) if cue.say else None
    if opens:
        return opens.end()
    kid = next(
        (k for k in tree.kids_by(cue.token, "ccomp") if k > cue.token and tree.start[k] < start),
        None,
    )
    if (
        kid is None
        or not cue.say
        or not scene.text[max(0, start - 4) : start].rstrip().endswith(":")
    ):
        return start
    return max(cue.span.end + 1, min(start, tree.start[tree.left[kid]]))


THAT = re.compile(
    r"(?: (?:in|on|at|during|to)\b[^,.;:“”\"]{0,60}?)? (?=that [^“”\"]{0,120}\w, ?[^\w]*$)"
)


def quote_below_cue(scene: Scene, number: int, taken: set[int]) -> Found | None:
    """Lee said: (next block) “…”"""
    cue = cue_above(scene, number)
    if cue is None:
        return None
    parts = [scene.runs[number].span, *adjacent_runs(scene, number, taken)]
    return found_in_marks(scene, tuple(parts), cue, "quote_below_cue")


def verb_then_quote(scene: Scene, number: int, taken: set[int]) -> Found | None:
    """She declared “What a day!” and left / a sign reading “Mind the mule”: a verb right before a
    run.
    """
    run, token = scene.runs[number], _verb_right_before(scene, number)
    if token is None or run.words(scene.text) < 2 or not run.closed:
        return None
    verb = VERBS.lemma(scene.tree.words[token])
    if verb in VERBS.called_out:
        parts = (run.span, *_listed(scene, number))
    elif verb in VERBS.said_words and not _is_written_on(scene, number):
        parts = (run.span,)
    else:
        return None
    cue = cue_of(scene, token, verb)
    return found_in_marks(scene, parts, cue, "cue_then_quote") if cue.printed is not None else None


def _verb_right_before(scene: Scene, number: int) -> int | None:
    """The verb that stands before a run with nothing but a comma between; None = none."""
    tree, start = scene.tree, scene.runs[number].span.start
    token = tree.at(start) - 1
    while token > 0 and tree.start[token] >= start:
        token -= 1
    if token < 0 or tree.pos[token] != "VERB":
        return None
    return None if scene.text[tree.end[token] : start].strip(" ,") else token


def _is_written_on(scene: Scene, number: int) -> bool:
    """Whether a run is what a sign says, or no sentence: a sign reading “Mind the mule”."""
    run = scene.runs[number]
    if SIGN.search(scene.text[max(0, run.span.start - 60) : run.span.start]):
        return True
    capital = run.inner.of(scene.text)[:1].isupper()
    return not capital and last_character(scene, number) not in "!?."


def _listed(scene: Scene, number: int) -> list[Span]:
    """The runs that "and" joins to one: They chanted “Go home” and “Build the bridge.”"""
    found: list[Span] = []
    end = scene.runs[number].span.end
    for k in scene.runs_of[scene.runs[number].block]:
        if k > number:
            if scene.text[end : scene.runs[k].span.start].strip() not in (
                "and",
                ", and",
                ",",
                "or",
            ):
                break
            found.append(scene.runs[k].span)
            end = scene.runs[k].span.end
    return found


QUOTED = [
    quote_dash_name,
    quote_over_name,
    quote_then_cue,
    cue_then_quote,
    label_then_quote,
    quote_below_cue,
    name_then_quote,
]


def adjacent_runs(scene: Scene, number: int, taken: set[int]) -> list[Span]:
    """The runs right behind a run, with nothing but dots between."""
    found: list[Span] = []
    for k in scene.runs_of[scene.runs[number].block]:
        if k <= number:
            continue
        gap = scene.text[scene.runs[k - 1].span.end : scene.runs[k].span.start]
        if k in taken or gap.strip(" .…") or cue_behind(scene, k) is not None:
            break
        found.append(scene.runs[k].span)
    return found
