"""Whether printed words mean several people, or somebody who is not named."""

from __future__ import annotations

from generator.annotate.speakers.stage import Stage
from generator.annotate.text.layout import Word
from generator.languages.words import GRAMMAR, ROLES, SPEAKERS
from generator.model import Span


def is_group(printed: tuple[Word, ...]) -> bool:
    """Whether printed words mean several people, or somebody who is not named."""
    words = tuple(word.low for word in printed)
    if not words:
        return False
    if words[0] in SPEAKERS.groups or words[0] in SPEAKERS.indefinite:
        return True
    head = _before_of(words)
    if head[-1] in ROLES.plural or head[-1] in SPEAKERS.groups or "and" in head:
        return True
    last = printed[len(head) - 1]
    return (
        not last.capital
        and not last.possessive
        and last.low[-1:] == "s"
        and last.low[-2:-1] not in ("", "s", "u", "i")
    )


def _before_of(words: tuple[str, ...]) -> tuple[str, ...]:
    for index, word in enumerate(words):
        if index and word in GRAMMAR.narrowing:
            return words[:index]
    return words


def indefinite(stage: Stage, printed: Span) -> bool:
    """Whether the printed words begin with "a", "an", "some", "any", "one" or "another"."""
    return stage.words(printed)[0] in SPEAKERS.indefinite
