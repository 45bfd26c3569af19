"""Where the quotations are: direct, mixed, indirect.

`RULES` are small functions, tried for each cue in this order; the name of the one that finds a quotation is its
`Quote.rule`. What they leave over of the quoted words is judged by `LEFTOVERS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from generator.annotate.marks import Run
from generator.annotate.scene import Cue, Found, Scene
from generator.model import Span

ENDS_SPEECH = re.compile(r"[,?!.…—–-]['’]?\W*$")
FILLER = re.compile(r"[\s,—–-]*(?:(?:and|but|then|also|later|\w+ly|too|as)\s+){0,3}$")


def run_before(scene: Scene, cue: Cue, used: set[int]) -> Found | None:
    """“…,” Lee said. / “…,” said Lee."""
    if not cue.say:
        return None
    block = scene.block_at(cue.span.start)
    edge = cue.clause.start
    before = [k for k in _runs_of(scene, block) if scene.runs[k].span.end <= edge]
    if not before:
        return None
    run = scene.runs[before[-1]]
    gap = scene.text[run.span.end : edge]
    if len(gap) > 120 or not ENDS_SPEECH.search(run.inner.of(scene.text) + gap[:2].strip()):
        return None
    if not FILLER.fullmatch(gap) and not _same_clause(scene, cue, run.span.end):
        return None
    if before[-1] in used:
        return None
    parts = [before[-1]]
    parts += _tail(scene, cue, block)
    return Found(tuple(scene.runs[k].span for k in parts), cue.span, cue.printed, "run_before", cue.lemma, cue.how)


def run_after(scene: Scene, cue: Cue, used: set[int]) -> Found | None:
    """Lee said, “…” / Lee told reporters: “…”"""
    block = scene.block_at(cue.span.start)
    after = [k for k in _runs_of(scene, block) if scene.runs[k].span.start >= cue.clause.end]
    if not after or after[0] in used:
        return None
    run = scene.runs[after[0]]
    gap = scene.text[cue.clause.end : run.span.start]
    if len(gap) > 150 or re.search(r"[.!?]\s", gap):
        return None
    colon = gap.rstrip().endswith(":")
    comma = gap.rstrip().endswith(",") or not gap.strip()
    if not (colon or (comma and cue.say)) or not re.match(r"[\W_]*[A-Z\d…]", run.inner.of(scene.text)):
        return None
    parts = [after[0], *_adjacent(scene, after, 1)]
    return Found(tuple(scene.runs[k].span for k in parts), cue.span, cue.printed, "run_after", cue.lemma, cue.how)


def clause(scene: Scene, cue: Cue, used: set[int]) -> Found | None:
    """Lee said that … / …, Lee said / The benefit, it says, would …"""
    tree, v = scene.tree, cue.token
    kids = [k for k in tree.kids_by(v, "ccomp", "xcomp" if cue.say else "ccomp") if not _empty(scene, k)]
    if not kids:
        return None
    kid = kids[-1] if cue.say else kids[0]
    start, end = tree.start[tree.left[kid]], tree.end[tree.right[kid]]
    spans: list[Span | None]
    if start < cue.span.start < end:
        first = min(cue.clause.start, cue.span.start)
        spans = [scene.trim(start, first), scene.trim(max(cue.clause.end, cue.span.end), end)]
    else:
        if not cue.say and kid > v:
            objects = [k for k in tree.kids_by(v, "dobj", "dative") if k > v]
            start = min([start, *(tree.start[tree.left[k]] for k in objects)])
        spans = [scene.trim(start, end)]
    parts = tuple(scene.whole_marks(span) for span in spans if span and span.end - span.start > 6)
    if not parts:
        return None
    return Found(parts, cue.span, cue.printed, "clause", cue.lemma, cue.how, cue.say)


def object_of_act(scene: Scene, cue: Cue, used: set[int]) -> Found | None:
    """Lee blamed the council for the flood / Lee announced a second ferry."""
    tree, v = scene.tree, cue.token
    if cue.printed is None or tree.kid(v, "auxpass") is not None:
        return None
    deps = ("dobj", "prep", "oprd", "xcomp", "ccomp", "attr", "acomp", "dative")
    right = [k for k in tree.kids_by(v, *deps) if k > v]
    if not right:
        return None
    if cue.say and (tree.dep[right[0]] != "dobj" or cue.lemma in ("say", "tell", "write", "answer")):
        return None
    last = right[0] if cue.say else right[-1]
    span = scene.trim(tree.start[tree.left[right[0]]], tree.end[tree.right[last]])
    if span is None:
        return None
    return Found((scene.whole_marks(span),), cue.span, cue.printed, "object_of_act", cue.lemma, cue.how, cue.say)


Rule = Callable[[Scene, Cue, set[int]], Found | None]
RULES: list[Rule] = [run_before, run_after, clause, object_of_act]


def _runs_of(scene: Scene, block: int) -> list[int]:
    return [k for k, run in enumerate(scene.runs) if run.block == block]


def _empty(scene: Scene, kid: int) -> bool:
    return scene.tree.end[scene.tree.right[kid]] - scene.tree.start[scene.tree.left[kid]] < 4


def _same_clause(scene: Scene, cue: Cue, offset: int) -> bool:
    """Whether only words of the cue's own clause stand between an offset and the cue."""
    tree = scene.tree
    first = tree.at(offset)
    return tree.first[cue.token] <= first and all(
        tree.left[cue.token] <= i for i in range(first, min(cue.token, len(tree.words)))
    )


def _tail(scene: Scene, cue: Cue, block: int) -> list[int]:
    """The runs that carry the quotation on behind "he said", in this block."""
    found: list[int] = []
    at = cue.clause.end
    for k in _runs_of(scene, block):
        run = scene.runs[k]
        if run.span.start < cue.clause.end:
            continue
        gap = scene.text[at : run.span.start]
        if len(gap) > 120 or re.search(r"[.!?]\s+\S", gap) or not re.search(r"[.,:—–-]\s*$|^\s*$", gap):
            break
        if not _speechlike(scene, run):
            break
        found.append(k)
        at = run.span.end
    return found


def _adjacent(scene: Scene, runs: list[int], start: int) -> list[int]:
    found: list[int] = []
    for k in runs[start:]:
        gap = scene.text[scene.runs[k - 1].span.end : scene.runs[k].span.start]
        if gap.strip(" .…"):
            break
        found.append(k)
    return found


def _speechlike(scene: Scene, run: Run) -> bool:
    return run.words(scene.text) >= 3 or bool(ENDS_SPEECH.search(run.inner.of(scene.text)))


def leftovers(scene: Scene, found: list[Found], used: set[int]) -> list[Found]:
    """Sentence-like quoted runs without a cue: the last speaker before them goes on."""
    out: list[Found] = []
    for k, run in enumerate(scene.runs):
        if k in used or run.words(scene.text) < 5 or not ENDS_SPEECH.search(run.inner.of(scene.text)):
            continue
        before = [f for f in found if f.parts[0].start < run.span.start and f.printed]
        last = max(before, key=lambda f: f.parts[0].start) if before else None
        out.append(Found((run.span,), None, last.printed if last else None, "leftover"))
    return out
