"""What a rule about the speaker decides, and how far back it looks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.annotate.speakers.stage import Stage
from generator.model import Quote, Span


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule decided."""

    speaker: str | None  # None = it is known that no name of the article can be given
    # the words that name the speaker, if they stand with an earlier quotation
    printed: Span | None = None


REACH = 4  # paragraphs that a pronoun reaches back


NEAR = 60  # words


Rule = Callable[[Stage, Quote], Answer | None]
