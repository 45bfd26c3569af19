"""Words in marks without a cue of their own: who spoke before goes on."""

from __future__ import annotations

import bisect
import re
from dataclasses import replace

from generator.annotate.quotations.cue_beside import (
    continues_block,
    last_character,
)
from generator.annotate.quotations.in_marks import adjacent_runs
from generator.annotate.quotations.quote_then_cue import SPEECH_END, speechlike
from generator.annotate.quotations.scene import Found, Scene
from generator.model import Span


def carry_over(scene: Scene, found: list[Found], taken: set[int]) -> list[Found]:
    """Quoted words without a cue carry on the quotation before them: in its block, or in blocks of
    nothing else.

    A block of quoted words that follows no quotation is one of the last speaker's ("free
    continuation").
    """
    out = sorted(found, key=lambda one: one.parts[0].start)
    starts = [one.parts[0].start for one in out]
    backwards = _unclosed_backwards(scene)
    doubles = any(run.width == "double" for run in scene.runs)
    for turn, number in enumerate([*backwards, *range(len(scene.runs))]):
        if number in taken or not speechlike(scene, number) or _is_heading(scene, number, doubles):
            continue
        alone = continues_block(scene, number)
        parts = (scene.runs[number].span, *(adjacent_runs(scene, number, taken) if alone else []))
        if _opens_next(scene, out, starts, number, alone) or (
            turn >= len(backwards) and _carried(scene, out, starts, number, parts, alone)
        ):
            for part in parts:
                taken.update(scene.runs_in(part))
    return out


def _opens_next(
    scene: Scene, out: list[Found], starts: list[int], number: int, alone: bool
) -> bool:
    """Give an unclosed block of quoted words to the quotation that the next block carries on."""
    run = scene.runs[number]
    if not alone or run.closed:
        return False
    later = _found_with(out, scene.runs_of.get(run.block + 1, [])[:1], scene)
    if later is None:
        return False
    out[later] = replace(out[later], parts=(run.span, *out[later].parts))
    starts[later] = run.span.start
    return True


def _carried(
    scene: Scene,
    out: list[Found],
    starts: list[int],
    number: int,
    parts: tuple[Span, ...],
    alone: bool,
) -> bool:
    """Give a run to the quotation before it, or make it one of its own; False: it is neither."""
    run = scene.runs[number]
    at = bisect.bisect_left(starts, run.span.start)
    before = out[at - 1] if at else None
    if before is not None and _goes_on(scene, before, number, alone):
        out[at - 1] = replace(before, parts=(*before.parts, *parts))
        return True
    if alone:
        rule = "free_block" if run.words(scene.text) >= 4 else ""
    else:
        own = _own_sentence(scene, number) or _again(scene, before, number)
        rule = "free_sentence" if own else ""
    if not rule:
        return False
    out.insert(at, Found(parts, None, None, rule, how="float"))
    starts.insert(at, run.span.start)
    return True


def _is_heading(scene: Scene, number: int, doubles: bool) -> bool:
    """Whether a run is a block of its own that heads others: capitals, or single marks where speech
    has double ones.
    """
    run = scene.runs[number]
    if not continues_block(scene, number) or not run.closed:
        return False
    words = run.inner.of(scene.text)
    if words.isupper():
        return True
    return run.width == "single" and run.words(scene.text) <= 8 and doubles


def _unclosed_backwards(scene: Scene) -> list[int]:
    """The runs without a closing mark, last first: each may open the quotation that the next block
    carries on.
    """
    return [k for k in range(len(scene.runs) - 1, -1, -1) if not scene.runs[k].closed]


def _own_sentence(scene: Scene, number: int) -> bool:
    """Whether a run of four or more words is a sentence of its own: She shook her head. “It is not
    our map.”
    """
    run = scene.runs[number]
    before = scene.text[max(0, run.span.start - 4) : run.span.start].rstrip()
    last = last_character(scene, number)
    return (
        run.closed
        and run.words(scene.text) >= 4
        and before[-1:] in tuple(".?!")
        and last in tuple(".?!…")
    )


def _again(scene: Scene, before: Found | None, number: int) -> bool:
    """Whether two or three words are a sentence of their own behind a quotation in their block."""
    run = scene.runs[number]
    if before is None or scene.block_at(before.parts[-1].start) != run.block:
        return False
    lead = scene.text[max(0, run.span.start - 4) : run.span.start].rstrip()
    words = run.inner.of(scene.text)
    sentence = words[:1].isupper() and not words.istitle() and run.words(scene.text) >= 2
    ends = last_character(scene, number) in tuple(".?!…") and lead[-1:] in tuple(".?!")
    return run.closed and sentence and ends and scene.run_at(before.parts[-1].end - 1) is not None


def _found_with(found: list[Found], runs: list[int], scene: Scene) -> int | None:
    """Index of the quotation that starts with a run at the start of its block; None if there is
    none.
    """
    for k in runs:
        span = scene.runs[k].span
        if span.start - scene.blocks[scene.runs[k].block].span.start > 2:
            return None
        return next((n for n, one in enumerate(found) if one.parts[0].start == span.start), None)
    return None


def _goes_on(scene: Scene, before: Found, number: int, alone: bool) -> bool:
    """Whether a run without a cue carries on the quotation before it."""
    run = scene.runs[number]
    if scene.run_at(before.parts[-1].end - 1) is None or not (
        before.rule in GOES_ON or _all_marked(scene, before)
    ):
        return False
    if scene.block_at(before.parts[-1].start) == run.block:
        ends = last_character(scene, number) in tuple(SPEECH_END) and run.words(scene.text) >= 5
        return ends and bool(
            re.search(
                r"[.!?]\W*(?:(?:And|But|Still|Now|So|Yet),?\s)?$",
                scene.text[before.parts[-1].end : run.span.start],
            )
        )
    return alone and _ends_block_above(scene, before, run.block)


def _all_marked(scene: Scene, one: Found) -> bool:
    """Whether a clause is nothing but quoted runs."""
    return one.rule in ("clause", "parenthesis") and all(
        part in (scene.runs[k].span for k in scene.runs_in(part)) for part in one.parts
    )


def _ends_block_above(scene: Scene, one: Found, block: int) -> bool:
    """Whether a quotation ends the block above, with at most the rest of its own sentence behind
    it.
    """
    if block == 0 or scene.block_at(one.parts[-1].start) != block - 1:
        return False
    tree, above = scene.tree, scene.blocks[block - 1].span
    if any(speechlike(scene, k) for k in scene.runs_in(Span(one.parts[-1].end, above.end))):
        return False
    last = tree.at(above.end - 1)
    first = tree.at(one.parts[-1].end)
    return first >= last or tree.first[last] <= first


GOES_ON = ("quote_then_cue", "cue_then_quote", "quote_below_cue", "free_block", "name_then_quote")
