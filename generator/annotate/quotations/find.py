"""From a scene to quotations: run the rules, settle overlaps, judge the quoted words that are
left.
"""

from __future__ import annotations

import bisect
import re
from typing import Any

from generator.annotate.quotations import rules
from generator.annotate.quotations.cues import find_cues, share_speakers
from generator.annotate.quotations.scene import Found, Scene
from generator.annotate.quotations.truth import stance_of
from generator.annotate.quotations.without_parse import plain_quotations
from generator.annotate.text.kind import form_of
from generator.annotate.text.marks import quoted_runs
from generator.annotate.text.tree import NO_TREE, tree_of
from generator.model import Article, Kind, Quote, Span, quote_id


def scene_of(article: Article, doc: Any) -> Scene:
    """The article's text, quoted runs and tree; `doc` None = without a parse."""
    runs = quoted_runs(article.text, article.blocks)
    tree = tree_of(doc) if doc is not None else NO_TREE
    runs_of: dict[int, list[int]] = {}
    for number, run in enumerate(runs):
        runs_of.setdefault(run.block, []).append(number)
    scene = Scene(
        article.text, article.blocks, runs, tree, run_starts=[run.span.start for run in runs], runs_of=runs_of,
        form=form_of(article.text, article.blocks, article.document),
    )  # fmt: skip
    scene.cues.extend(share_speakers(scene, list(find_cues(scene))))
    scene.cue_starts.extend(cue.span.start for cue in scene.cues)
    return scene


def find_quotes(article: Article, scene: Scene) -> tuple[Quote, ...]:
    """All quotations, disjoint, in text order; speakers are not resolved yet."""
    candidates = rules.candidates(scene) if scene.tree.words else plain_quotations(scene)
    scene.candidates.extend(sorted(candidates, key=lambda one: one.parts[0].start))
    found = settle(scene, candidates)
    out: list[Quote] = []
    taken: set[str] = set()
    for one in sorted(found, key=lambda f: f.parts[0].start):
        words = " … ".join(part.of(article.text) for part in one.parts)
        # a transcript is word for word, though there are no marks in it
        kind = "direct" if one.rule in WORD_FOR_WORD else kind_of(scene, one.parts)
        if kind != "direct" and words.lower() in EMPTY:
            continue
        name = quote_id(words, taken)
        taken.add(name)
        out.append(
            Quote(
                name, kind, one.parts, one.cue, one.printed,
                rule=one.rule, speaker_rule=one.how, stance=stance_of(scene, one),
            )
        )  # fmt: skip
    return tuple(out)


# "she said nothing"
EMPTY = frozenset(("nothing", "something", "so", "yes", "no", "that", "this", "it"))

WORD_FOR_WORD = (
    "transcript",
    "answer",
    "in_full",
    "letter",
    "words_below",
    "headline_dash",
)  # no marks, and none are needed

# what these rules find is kept before what others do: marks, a colon or "according to" show whose
# words they are
FIRST = frozenset((
    "headline_colon", *WORD_FOR_WORD, "quote_dash_name", "name_then_quote",
    "quote_over_name", "label_then_quote", "headline_dash", "quote_then_cue", "cue_then_quote", "quote_below_cue", "according_to",
))  # fmt: skip


def settle(scene: Scene, found: list[Found]) -> list[Found]:
    """The candidates that stay: none shares a character with another, none has a part that another
    interrupts.
    """
    order = sorted(
        found, key=lambda one: (one.rule not in FIRST, -_length(one), one.parts[0].start)
    )
    kept: list[Found] = []
    taken: list[Span] = []  # in text order
    for one in order:
        if any(_overlaps_any(part, taken) for part in one.parts):
            continue
        kept.append(one)
        for part in one.parts:
            bisect.insort(taken, part)
    return kept


def _overlaps_any(part: Span, taken: list[Span]) -> bool:
    """Whether a span shares a character with one of several disjoint spans in text order."""
    at = bisect.bisect_left(taken, part)
    return any(part.overlaps(other) for other in taken[max(0, at - 1) : at + 1])


def _length(one: Found) -> int:
    return sum(part.end - part.start for part in one.parts)


def kind_of(scene: Scene, parts: tuple[Span, ...]) -> Kind:
    """direct = all of it in marks, mixed = two or more quoted words in it, indirect = the rest."""
    inside = total = words = 0
    for part in parts:
        for word in re.finditer(r"\w+", part.of(scene.text)):
            total += len(word.group())
            if scene.run_at(part.start + word.start()) is not None:
                inside += len(word.group())
                words += 1
    if total and inside >= 0.9 * total:
        return "direct"
    return "mixed" if words >= 2 else "indirect"
