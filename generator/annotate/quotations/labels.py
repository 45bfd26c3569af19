"""Rules for words in marks with who says them in a label: beside the colon, above, or below."""

from __future__ import annotations

import re

from generator.annotate.quotations.scene import Found, Scene
from generator.languages.words import LABELS
from generator.model import Span

WORD = r"[A-Z][\w.’'-]*"
NAME = rf"{WORD}(?: (?:(?:de|van|von|der|bin|al|la) )?{WORD}){{0,4}}"
# Finch: / Lind, after a pause: / Olaf Renn on the red card: / And from Chairwoman Rosa Lindqvist:
LABEL = re.compile(
    rf"(?:(?:And|Also|More|And more|Then) )?(?:[Ff]rom )?(?P<name>{NAME})"
    r"(?:, [a-z][^,.:;“”\"]{1,50}|,? (?:on|about|to) [^:;.“”\"]{1,60})?:$"
)
# the name below the words: Jon Abel, mayor
BELOW = re.compile(rf"\s*(?:[—–―-]+ ?)?(?P<name>{WORD}(?: {WORD}){{1,3}}), [\w’'& -]{{2,60}}$")


def label_then_quote(scene: Scene, number: int, taken: set[int]) -> Found | None:
    """Lind, after a pause: “No.” / Renn on the fans: “Superb.” / And from Lindqvist: (next) “…”"""
    run = scene.runs[number]
    start = scene.blocks[run.block].span.start
    if number and scene.runs[number - 1].block == run.block:
        start = max(start, scene.runs[number - 1].span.end)
    lead = scene.text[start : run.span.start]
    if not lead.strip() and run.block and start == scene.blocks[run.block].span.start:
        above = scene.blocks[run.block - 1].span
        start, lead = above.start, above.of(scene.text)
        if not re.match(r"(?:(?:And|Also|More|Then) )?[Ff]rom ", lead):
            return None
    words = lead.strip()
    match = LABEL.fullmatch(words) if len(words) < 160 else None
    if match is None or _is_nobody(match["name"]):
        return None
    offset = start + lead.index(words)
    printed = Span(offset + match.start("name"), offset + match.end("name"))
    return Found((run.span,), None, printed, "label_then_quote", how="colon")


def quote_over_name(scene: Scene, number: int, taken: set[int]) -> Found | None:
    """“We did what we could.” (next line) Jon Abel, mayor"""
    run = scene.runs[number]
    block = scene.blocks[run.block].span
    line = scene.text.rfind("\n", block.start, run.span.start) + 1
    before = scene.text[max(line, block.start) : run.span.start]
    if before.strip() or not run.closed or run.words(scene.text) < 2:
        return None
    start, end = run.span.end, block.end
    if not scene.text[start:end].strip() and run.block + 1 < len(scene.blocks):
        start, end = scene.blocks[run.block + 1].span.start, scene.blocks[run.block + 1].span.end
    elif not scene.text[start:end].startswith("\n"):
        return None
    match = BELOW.fullmatch(scene.text, start, end) if end - start < 140 else None
    if match is None or _is_nobody(match["name"]):
        return None
    return Found((run.span,), None, Span(*match.span("name")), "quote_over_name", how="dash")


def _is_nobody(name: str) -> bool:
    words = name.lower().split()
    return words[0] in LABELS.nobody | LABELS.openers or (
        len(words) == 1 and words[0] in LABELS.nobody
    )


HEADLINE = re.compile(rf"(?P<words>\S.*?\w.*?)[”’'\"]? +(?:--|[–—-]) +(?P<name>{NAME})$")
OWN = re.compile(r"\b(?:I|I[’'](?:m|ve|d|ll)|we|We|my|My|our|Our|me)\b")


def headline_dash(scene: Scene) -> list[Found]:
    """I never asked for the post – Adeyemi: words in the first person, a dash and a name."""
    if not scene.blocks:
        return []
    block = scene.blocks[0].span
    match = (
        HEADLINE.fullmatch(scene.text, block.start, block.end)
        if block.end - block.start < 250
        else None
    )
    if match is None or not OWN.search(match["words"]) or scene.runs_in(block):
        return []
    last = match["name"].split()[-1]
    if not re.compile(rf"\b{re.escape(last)}\b").search(scene.text, block.end):
        return []  # a paper, or somebody of whom nothing else is told
    printed = Span(*match.span("name"))
    return [Found((Span(*match.span("words")),), None, printed, "headline_dash", how="colon")]
