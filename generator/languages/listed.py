"""Word lists written as plain text, so that data modules read like lists and stay short."""

from __future__ import annotations


def listed(words: str) -> tuple[str, ...]:
    """The words of a text, separated by spaces or lines; phrases if "|" separates them."""
    if "|" in words:
        return tuple(" ".join(phrase.split()) for phrase in words.split("|") if phrase.strip())
    return tuple(words.split())


def word_set(words: str) -> frozenset[str]:
    """The same as a set: what most fields of a language are."""
    return frozenset(listed(words))
