"""Letters without what is set on them."""

from __future__ import annotations

import re
import unicodedata


def without_accents(words: str) -> str:
    """Words in the letters below their accents; case stays.

    >>> without_accents("Škoda, Zoë")
    'Skoda, Zoe'
    """
    if words.isascii():
        return words
    return "".join(c for c in unicodedata.normalize("NFKD", words) if not unicodedata.combining(c))


def normal_words(words: str) -> str:
    """Words reduced to what makes them the same words: lower case, no accents, marks or spacing.

    Used for addresses and matching, never for display.
    """
    return " ".join(re.findall(r"[^\W_]+", without_accents(words.casefold())))
