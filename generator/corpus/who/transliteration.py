"""Spellings that are one word in another script: "Dmitry" and "Dmitri", "Zelensky" and "Zelenskyy".

The classes are those of the usual romanisations of Russian and Ukrainian (BGN/PCGN, ISO 9, the
passports of both countries) and of Arabic; only differences that these systems make are levelled.
"""

from __future__ import annotations

import re
from functools import lru_cache

# In this order; each levels one difference between systems.
LEVEL = (
    ("shch", "sc"), ("sch", "sc"), ("tch", "ch"), ("kh", "h"), ("ph", "f"), ("ts", "c"), ("tz", "c"),
    ("dzh", "j"), ("zh", "j"), ("x", "ks"), ("w", "v"), ("q", "k"), ("ou", "u"), ("oo", "u"), ("ck", "k"),
    ("ya", "ia"), ("yu", "iu"), ("yo", "io"), ("ye", "e"), ("ie", "e"),
    ("ee", "i"), ("ei", "i"), ("ey", "i"), ("ij", "i"), ("yj", "i"), ("y", "i"), ("j", "i"),
)  # fmt: skip
DOUBLED = re.compile(r"(.)\1")

# Given names whose spellings no rule of letters joins; first word of each line is the class.
GIVEN = {
    spelling: line.split()[0]
    for line in """
        muhammad mohammed mohamed mohammad muhammed mohamad muhamad
        alexander aleksander aleksandr alexandr oleksandr
        sergei sergey serguei
        yevgeny evgeny evgeni yevgeni evgenii yevgenii
        ahmad ahmed
        hussein hussain husayn husein hossein
        yusuf youssef yousef yusef
        """.splitlines()
    for spelling in line.split()
}


@lru_cache(maxsize=1 << 16)
def sound_class(word: str) -> str:
    """What a folded word's transliterations share: "polyansky", "polianskii" → "polianski"."""
    word = GIVEN.get(word, word)
    for letters, level in LEVEL:
        word = word.replace(letters, level)
    return DOUBLED.sub(r"\1", DOUBLED.sub(r"\1", word))
