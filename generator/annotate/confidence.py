"""How sure: the probability that a quotation's words and its speaker are both right.

How it is computed. Each quotation has a few plain features (whether the cue is "said", how many words of its sentence
are neither quotation nor cue nor speaker, whether a mark is missing, …). Each feature has a number of points; their sum
s gives the probability 1 / (1 + e^-s). The points were fitted by logistic regression with a quadratic penalty
(`python -m tests.bench.calibrate`) on the train splits of two collections of news marked by others, counting a
quotation as right if it shares 80 % of its characters with a marked one and names the same speaker; then rounded to a
tenth. They were checked on the dev splits, which took no part in the fit: the table below is from there. No text and no
model of those collections is in this file.

Reliability on the dev splits (said: mean probability; right: share that was right; n: quotations). A quotation is also
"wrong" where the annotators marked nothing, or marked a span of other length: two people agree on .77 of them.

    said       mean   right      n
    0.00–0.30   0.20    0.16     57
    0.30–0.50   0.40    0.48    127
    0.50–0.60   0.55    0.48    124
    0.60–0.70   0.66    0.60    185
    0.70–0.80   0.74    0.73    214
    0.80–0.85   0.81    0.78    163
    0.85–0.90   0.87    0.89    197
    0.90–0.92   0.90    0.88     88
    0.92–0.94   0.92    0.94    162
    0.94–1.00   0.97    0.97    440

Bands: high from .91, the lowest probability from which 95 of 100 were right on either train split; on dev 0.960 of the
621 that are high were right, 35 % of all. Medium from .60, low below.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import replace

from generator.annotate.scene import Scene
from generator.annotate.words import LEMMA, SAY
from generator.model import Quote, Span

POINTS = {
    "a long rest, direct": -0.7,
    "a rest, mixed": -0.4,
    "according to": 0.8,
    "all": 1.4,
    "base form": -0.6,
    "cue apart, indirect": -0.4,
    "cue beside, direct": 0.4,
    "cue far": -0.5,
    "cue inside": -0.5,
    "cut": -0.5,
    "joined": -0.7,
    "long": -0.3,
    "marks, then cue": 0.9,
    "much before": -0.6,
    "much behind, direct": -0.7,
    "much behind, indirect": -1.1,
    "much behind, mixed": -0.6,
    "nobody": -1.3,
    "preposition": -0.7,
    "relative": -0.9,
    "said": 1.1,
    "saying": 0.9,
    "stated, direct": 0.8,
    "that": 0.8,
    "told, direct": 1.4,
    "unclosed": -1.6,
    "undecided": -0.2,
    "unresolved": -0.5,
    "words behind": -0.5,
}

NOTES = {
    "nobody": "The text beside it names no speaker.",
    "unclosed": "A quotation mark is missing.",
    "undecided": "The speaker is printed, but cannot be tied to a name in the article.",
    "cut": "Where it ends is not certain.",
    "much behind, indirect": "Where it ends is not certain.",
    "much behind, mixed": "Where it ends is not certain.",
    "relative": "The verb stands in a clause about somebody.",
    "cue inside": "It reports what somebody else said.",
    "base form": "It may tell what was wished or planned, not what was said.",
}


def features(scene: Scene, quote: Quote) -> tuple[str, ...]:
    """The names of the features that a quotation has, its speaker already resolved."""
    found = ["all", *_of_speaker(quote), *_of_cue(scene, quote), *_of_words(scene, quote)]
    if scene.tree.words:
        found.extend(_of_sentence(scene, quote))
    return tuple(found)


def _of_speaker(quote: Quote) -> Iterator[str]:
    if quote.printed is None:
        yield "nobody"
    if quote.speaker is None:
        yield "unresolved"
    if not quote.speaker_rule:
        yield "undecided"


def _of_cue(scene: Scene, quote: Quote) -> Iterator[str]:
    """The finding rule, what verb it is, and how far it stands from the words."""
    if quote.kind == "direct" and quote.rule == "quote_then_cue":
        yield "marks, then cue"
    if quote.kind == "indirect" and quote.rule == "according_to":
        yield "according to"
    if quote.cue is None:
        return
    words = quote.cue.of(scene.text).lower().split()
    lemma = LEMMA.get(words[-1], words[-1])
    if lemma == "say":
        yield "said" if words in (["said"], ["says"]) else "saying"
    elif quote.kind == "direct" and lemma in SAY:
        yield "told, direct" if lemma == "tell" else "stated, direct"
    cue = quote.cue
    gap = min(min(abs(part.start - cue.end), abs(cue.start - part.end)) for part in quote.parts)
    if gap > 60:
        yield "cue far"
    elif gap < 3 and quote.kind == "direct":
        yield "cue beside, direct"
    elif 3 <= gap < 21 and quote.kind == "indirect":
        yield "cue apart, indirect"


JOINED = re.compile(r", (?:and|but|while|which|who|though|although)\b")


def _of_words(scene: Scene, quote: Quote) -> Iterator[str]:
    """Marks, length and edges."""
    text, start, end = scene.text, quote.parts[0].start, quote.parts[-1].end
    runs = [scene.runs[k] for k in scene.runs_in(Span(start, end))]
    if not all(run.opened and run.closed for run in runs):
        yield "unclosed"
    if text[end : end + 1] not in (".", ",", "\n", "", "?", "!") and text[end - 1 : end] not in "”\"'’":
        yield "cut"
    if 30 <= sum(len(part.of(text).split()) for part in quote.parts) < 60:
        yield "long"
    if quote.kind != "direct" and JOINED.search(text, start, end):
        yield "joined"
    reporting = [cue for part in quote.parts for cue in scene.cues_in(part.start, part.end)]
    if any(scene.run_at(cue.span.start) is None for cue in reporting):
        yield "cue inside"


def _of_sentence(scene: Scene, quote: Quote) -> Iterator[str]:
    """What the parse says of its first word and its cue, and how much of its sentence is left over."""
    tree, kind = scene.tree, quote.kind
    last = len(tree.words) - 1
    first = min(tree.at(quote.parts[0].start), last)
    if kind != "direct" and tree.dep[first] in ("mark", "prep"):
        yield "that" if tree.dep[first] == "mark" else "preposition"
    if quote.cue is not None and quote.rule != "according_to":
        verb = min(tree.at(quote.cue.end - 1), last)
        if tree.dep[verb] == "relcl":
            yield "relative"
        if tree.tag[verb] == "VB":
            yield "base form"
    before, behind = _left_over(scene, quote)
    if before > 4:
        yield "much before"
    if behind > 4:
        yield f"much behind, {kind}"
    elif behind:
        yield "words behind"
    if kind == "direct" and before + behind > 12:
        yield "a long rest, direct"
    if kind == "mixed" and 6 <= before + behind <= 12:
        yield "a rest, mixed"


WORD = re.compile(r"\w+")


def _left_over(scene: Scene, quote: Quote) -> tuple[int, int]:
    """Words of its sentences outside quotation, cue and printed speaker: before its end, and behind."""
    last = len(scene.tree.words) - 1
    start = scene.sentence(min(scene.tree.at(quote.parts[0].start), last)).start
    end = scene.sentence(min(scene.tree.at(quote.parts[-1].end - 1), last)).end
    before = behind = 0
    at = start
    for taken in sorted((*quote.parts, *(span for span in (quote.cue, quote.printed) if span)), key=lambda s: s.start):
        if at < taken.start <= end:
            count = len(WORD.findall(scene.text, at, taken.start))
            before, behind = (before, behind + count) if at >= quote.parts[-1].end else (before + count, behind)
        at = max(at, taken.end) if taken.start <= end else at
    return before, behind + (len(WORD.findall(scene.text, at, end)) if at < end else 0)


def probability(found: tuple[str, ...], points: dict[str, float]) -> float:
    """What the points of some features add up to, as a probability, to two digits."""
    sure = 1 / (1 + math.exp(-sum(points.get(name, 0.0) for name in found)))
    return round(min(0.99, max(0.01, sure)), 2)


def rate(scene: Scene, quote: Quote) -> Quote:
    """The quotation with its confidence, and with a note if there is a reason to doubt it."""
    found = features(scene, quote)
    sure = probability(found, POINTS)
    doubts = [NOTES[name] for name in NOTES if name in found]
    return replace(quote, confidence=sure, note=doubts[0] if doubts and sure < DOUBTFUL else "")


DOUBTFUL = 0.6  # below it a note says why
