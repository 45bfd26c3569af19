"""Evidence that the sentence, its parse and the names around give."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.annotate.quotations.scene import Scene
from generator.model import Quote, Span

WORD = re.compile(r"\w+")


# characters or tokens of a sentence looked at on either side: keeps the time linear on hostile text
WINDOW = 1000


MANY = 20  # parts; more are compared with nothing


FINITE = ("VBD", "VBZ", "VBP", "MD")


def of_sentence(scene: Scene, quote: Quote) -> Iterator[tuple[str, float]]:
    """How much of its sentences is left over, and what else they report."""
    tree, last = scene.tree, len(scene.tree.words) - 1
    start = scene.sentence(min(tree.at(quote.parts[0].start), last)).start
    end = scene.sentence(min(tree.at(quote.parts[-1].end - 1), last)).end
    start, end = max(start, quote.parts[0].start - WINDOW), min(end, quote.parts[-1].end + WINDOW)
    taken = sorted(
        (*quote.parts, *(span for span in (quote.cue, quote.printed) if span)),
        key=lambda span: span.start,
    )
    before = between = behind = 0
    at = start
    for span in taken:
        if at < span.start <= end:
            count = len(WORD.findall(scene.text, at, span.start))
            if at >= quote.parts[-1].end:
                behind += count
            elif at < quote.parts[0].start:
                before += count
            else:
                between += count
        at = max(at, span.end) if span.start <= end else at
    behind += len(WORD.findall(scene.text, at, end)) if at < end else 0
    yield "left in front", before
    yield "left between", between
    yield "left behind", behind
    yield "words of the sentence", len(WORD.findall(scene.text, start, end))
    cues = scene.cues_in(start, end)
    yield "other cues", sum(quote.cue is None or not cue.span.overlaps(quote.cue) for cue in cues)
    inside = [cue for part in quote.parts for cue in scene.cues_in(part.start, part.end)]
    yield "cues inside", sum(scene.run_at(cue.span.start) is None for cue in inside)
    runs = [scene.runs[k].span for k in scene.runs_in(Span(start, end))]
    yield "other runs", sum(not any(part.overlaps(run) for part in quote.parts) for run in runs)


def of_parse(scene: Scene, quote: Quote) -> Iterator[tuple[str, float]]:
    """How the quoted words hang together."""
    tree, last = scene.tree, len(scene.tree.words) - 1
    tokens = [
        token
        for part in quote.parts
        for token in range(min(tree.at(part.start), last), tree.at(part.end - 1) + 1)
    ]
    tokens = [token for token in tokens if token <= last]
    if not tokens:
        return
    inside = set(tokens)
    tops = [
        token for token in tokens if tree.head[token] not in inside or tree.head[token] == token
    ]
    yield "tops", len(tops)
    yield f"top {tree.dep[max(tops, key=lambda token: tree.right[token] - tree.left[token])]}", 1
    yield f"first {tree.dep[tokens[0]]}", 1
    yield f"last {tree.tag[tokens[-1]]}", 1
    yield "finite verbs", sum(tree.tag[token] in FINITE for token in tokens)
    yield "subjects", sum(tree.dep[token] in ("nsubj", "nsubjpass") for token in tokens)
    yield "sentences", len({tree.first[token] for token in tokens})
    start, end = (
        max(tree.first[tokens[0]], tokens[0] - WINDOW),
        min(tree.last[tokens[-1]], tokens[-1] + WINDOW),
    )
    spans = [span for span in (quote.printed,) if span]
    yield (
        "other names beside",
        sum(
            tree.pos[token] == "PROPN"
            and token not in inside
            and not any(span.start <= tree.start[token] < span.end for span in spans)
            for token in range(start, end + 1)
        ),
    )


def of_candidates(scene: Scene, quote: Quote) -> Iterator[tuple[str, float]]:
    """What other rules found in the same place: much the same words, or others."""
    agree = fight = 0
    if len(quote.parts) > MANY:
        return
    for other in scene.near(quote.parts[0].start, quote.parts[-1].end):
        if (
            other.parts != quote.parts
            and len(other.parts) <= MANY
            and any(a.overlaps(b) for a in other.parts for b in quote.parts)
        ):
            shared = sum(
                max(0, min(a.end, b.end) - max(a.start, b.start))
                for a in other.parts
                for b in quote.parts
            )
            both = sum(span.end - span.start for span in (*other.parts, *quote.parts)) - shared
            agree, fight = (agree + 1, fight) if shared >= 0.8 * both else (agree, fight + 1)
    yield "others agree", agree
    yield "others differ", fight
