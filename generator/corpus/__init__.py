"""What needs more than one article: the same person in several, the same statement, related articles, backlinks."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Corpus, Reading, Story


def link(stories: Sequence[Story], reading: Reading) -> Corpus:
    """Join the stories into one corpus."""
    raise NotImplementedError
