"""What needs more than one article: the same person in several, the same statement, related articles, backlinks."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Corpus, NameCorrection, Reading, Story


def link(stories: Sequence[Story], reading: Reading, names: Sequence[NameCorrection] = ()) -> Corpus:
    """Join the stories into one corpus, with what a person said about names laid over what the rules found."""
    raise NotImplementedError
