"""How sure: the probability that a quotation's words and its speaker are both right.

How it is computed. Each quotation has a few plain features (which rule found it, how its speaker was found, whether its
cue is "said", …). Each feature has a number of points; their sum s gives the probability 1 / (1 + e^-s). The points
were fitted by logistic regression with a quadratic penalty (`python -m tests.bench.calibrate`) on the train splits of
two collections of news marked by others, counting a quotation as right if it shares 80 % of its characters with a
marked one and names the same speaker; then rounded to a tenth. They were checked on the dev splits, which took no part
in the fit: the table below is from there. No text and no model of those collections is in this file.

Reliability on the dev splits (said: mean probability; right: share that was right; n: quotations). A quotation is also
"wrong" where the annotators marked nothing, or marked a span of other length: two people agree on .77 of them.

    said       mean   right      n
    0.00–0.30   0.18    0.15     67
    0.30–0.50   0.42    0.42     79
    0.50–0.60   0.55    0.58    159
    0.60–0.70   0.65    0.62    180
    0.70–0.80   0.75    0.72    248
    0.80–0.85   0.82    0.81    258
    0.85–0.90   0.88    0.90    226
    0.90–0.92   0.91    0.91    136
    0.92–0.94   0.93    0.91     67
    0.94–1.00   0.96    0.96    320

Bands: high from .92 (0.953 of 387 right on dev, 22% of all quotations), medium from .60, low below.
"""

from __future__ import annotations

import math
from dataclasses import replace

from generator.annotate.scene import Scene
from generator.model import Quote, Span

PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we"))

POINTS = {
    "all": 0.1,
    "cut": -1.1,
    "how according": 0.4,
    "how agent": 0.5,
    "how beside": -0.3,
    "how colon": 0.8,
    "how float": -0.2,
    "how none": -1.2,
    "how noun": -0.1,
    "how relative": -1.8,
    "how shared": 0.8,
    "how subject": 1.1,
    "long": -0.4,
    "named": 0.2,
    "nobody": 0.2,
    "pronoun": 0.1,
    "rule according_to": 0.4,
    "rule according_to indirect": 0.4,
    "rule clause": -0.1,
    "rule clause indirect": -0.1,
    "rule cue_then_quote": 0.1,
    "rule free_block": -0.2,
    "rule free_block direct": -0.2,
    "rule headline_colon": 0.6,
    "rule headline_colon mixed": 0.4,
    "rule object_of_act": -0.3,
    "rule object_of_act indirect": -0.6,
    "rule object_of_act mixed": -0.2,
    "rule parenthesis": -0.4,
    "rule parenthesis indirect": -0.2,
    "rule parenthesis mixed": -0.3,
    "rule passive_act": 0.1,
    "rule passive_act indirect": 0.5,
    "rule quote_below_cue": -0.1,
    "rule quote_below_cue direct": -0.1,
    "rule quote_then_cue": -0.3,
    "rule quote_then_cue direct": 1.2,
    "rule quote_then_cue mixed": -0.7,
    "said": 0.8,
    "short": -0.6,
    "that": 0.4,
    "unclosed": -1.2,
    "unresolved": -0.3,
}

NOTES = {
    "rule free_block": "No words beside it say who speaks; the last speaker is assumed.",
    "unclosed": "A quotation mark is missing.",
    "nobody": "The text beside it names no speaker.",
    "unresolved": "The speaker is printed, but cannot be tied to a name in the article.",
    "how shared": "The verb shares its subject with another clause.",
    "how passive": "The sentence is in the passive.",
    "cut": "Where it ends is not certain.",
    "short": "Only a few words.",
    "rule object_of_act": "An act done by speaking, not a statement word for word.",
}


def features(scene: Scene, quote: Quote, how: str) -> tuple[str, ...]:
    """The names of the features that a quotation has; `how`: the rule that found the printed speaker."""
    text = scene.text
    rule = f"rule {quote.rule}"
    found = ["all", rule, f"{rule} {quote.kind}", f"how {how or 'none'}"]
    cue = quote.cue.of(text).lower().split()[-1] if quote.cue else ""
    if cue in ("said", "says"):
        found.append("said")
    if text.startswith("that ", quote.parts[0].start):
        found.append("that")
    words = sum(len(part.of(text).split()) for part in quote.parts)
    if words < 4:
        found.append("short")
    runs = [scene.runs[k] for k in scene.runs_in(Span(quote.parts[0].start, quote.parts[-1].end))]
    if not all(run.opened and run.closed for run in runs):
        found.append("unclosed")
    end = quote.parts[-1].end
    if text[end : end + 1] not in (".", ",", "\n", "", "?", "!") and text[end - 1 : end] not in "”\"'’":
        found.append("cut")
    if len(quote.parts) > 2 or scene.block_at(quote.parts[0].start) != scene.block_at(end - 1):
        found.append("long")
    found.append(_speaker_feature(text, quote))
    return tuple(found)


def _speaker_feature(text: str, quote: Quote) -> str:
    if quote.printed is None:
        return "nobody"
    if quote.speaker is None:
        return "unresolved"
    return "pronoun" if quote.printed.of(text).lower() in PRONOUNS else "named"


def rate(scene: Scene, quote: Quote, how: str) -> Quote:
    """The quotation with its confidence, and with a note if there is a reason to doubt it."""
    found = features(scene, quote, how)
    sure = 1 / (1 + math.exp(-sum(POINTS.get(name, 0.0) for name in found)))
    sure = round(min(0.99, max(0.01, sure)), 2)
    doubts = [NOTES[name] for name in NOTES if name in found]
    return replace(quote, confidence=sure, note=doubts[0] if doubts and sure < DOUBTFUL else "")


DOUBTFUL = 0.6  # below it a note says why
