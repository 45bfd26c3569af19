"""Word stems: "ruled", "ruling" and "rules" are one word when texts are compared."""

from __future__ import annotations

from functools import lru_cache

ENDINGS = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "e")


@lru_cache(maxsize=1 << 17)
def stem(word: str) -> str:
    """A word without its inflection, by a few endings only (a small part of Porter's algorithm,
    1980); lower case.
    """
    if len(word) < 4 or not word.isascii() or word.endswith("ss"):
        return word
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word[: -len(ending)] + ("y" if ending in ("ied", "ies") else "")
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "aeiousl":
        word = word[:-1]
    return word[:-1] + "i" if len(word) > 3 and word.endswith("y") else word
