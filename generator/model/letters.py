"""Letters without what is set on them."""

from __future__ import annotations

import unicodedata


def without_accents(words: str) -> str:
    """Words in the letters below their accents; case stays.

    >>> without_accents("Škoda, Zoë")
    'Skoda, Zoe'
    """
    if words.isascii():
        return words
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))
