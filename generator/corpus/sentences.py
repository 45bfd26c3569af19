"""The sentence around a place in a text, for the reader's eye; no language model here."""

from __future__ import annotations

import re

from generator.model import Span

# A full stop, its closing marks and a space; the next word begins with a capital, digit or opening
# mark.
END = re.compile(r"[.!?…][”’\"')\]]{0,3}\s+(?=[“‘\"'(\[«„]{0,2}[^\W_a-z])")
# What a full stop may follow without ending a sentence.
ABBREVIATION = re.compile(
    r"(?:^|[\s(“‘\"])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Lt|Sgt|Capt|Sen|Rep|Gov|No|vs|Inc|Ltd|Co|Jr|Sr)$"
)
LONGEST = 400  # characters; a longer sentence is cut at a word, with an ellipsis


def sentence_around(text: str, at: Span, block: Span) -> str:
    """The sentence or sentences of `block` that hold `at`, on one line, at most 400 characters
    around `at`.
    """
    start, end = block.start, block.end
    for found in END.finditer(text, block.start, block.end):
        if ABBREVIATION.search(text[max(block.start, found.start() - 12) : found.start()]):
            continue
        if found.end() <= at.start:
            start = found.end()
        elif found.end() >= at.end:
            end = found.end()
            break
    if end - start <= LONGEST:
        return " ".join(text[start:end].split())
    room = max(0, LONGEST - (at.end - at.start)) // 2
    left, right = (
        max(start, at.start - room),
        min(end, max(at.start + LONGEST - room, at.end + room)),
    )
    words = text[left : min(right, left + LONGEST)].split(" ")
    before, after = left > start, min(right, left + LONGEST) < end
    kept = words[1 if before and len(words) > 2 else 0 : -1 if after and len(words) > 2 else None]
    return ("… " if before else "") + " ".join(" ".join(kept).split()) + (" …" if after else "")
