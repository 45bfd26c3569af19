"""Whether a text is a story that somebody made up: told by its form, since nothing in it says so."""

from __future__ import annotations

import re

from generator.model import Block

OPENS = re.compile(r"[“\"‘'«„]\w|[—–-] ?[A-Z]")
NUMBER = re.compile(r"\d+")
FULL_NAME = re.compile(
    r"\b(?!(?:Mr|Mrs|Miss|Dr|Sir|Lady|Lord|Aunt|Uncle)\b)[A-Z][a-z]+ [A-Z][a-z]+\b"
)
TELLS = r"(?:said|asked|replied|answered|cried|whispered|murmured|muttered|shouted|called|began)"
# in a scene people are known: he, she, I, or a bare first name
IN_A_SCENE = re.compile(
    rf"\b(?:[Hh]e|[Ss]he|I|they) {TELLS}\b|\b{TELLS} (?:he|she|I|they|[A-Z][a-z]+)\b(?! [A-Z])"
)
FEWEST = 6  # paragraphs that open with words in marks


def is_story(text: str, blocks: tuple[Block, ...]) -> bool:
    """Whether a text reads as fiction: scenes of dialogue between people who need no full name, and
    no figures. Nothing that news has: an age, a year, a full name for whoever speaks.

    Only the looks count, so a story told like a report isn't known, and neither is a short one.
    """
    paragraphs = [block.span for block in blocks if block.kind == "paragraph"]
    spoken = [span for span in paragraphs if OPENS.match(text, span.start, span.end)]
    if len(spoken) < FEWEST or len(spoken) * 4 < len(paragraphs):
        return False
    body = "\n".join(span.of(text) for span in paragraphs)
    words = len(body.split())
    numbers, names = len(NUMBER.findall(body)), len(FULL_NAME.findall(body))
    scenes = len(IN_A_SCENE.findall(body))
    return numbers * 400 <= words and names * 150 <= words and scenes * 3 >= len(spoken)
