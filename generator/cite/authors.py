"""A byline's name as family and given name, or as it stands when it is no person's."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

# Words that an agency's, a desk's or an institution's byline has and a person's has not
_OFFICE: Final = frozenset(
    "agency agencies associated association authority board broadcasting bureau center centre collective committee"
    " company corporation correspondent correspondents council department desk editor editorial editors federation"
    " foundation group institute journal magazine media ministry network news newspaper newsroom newswire office"
    " organisation organization post press project radio reporter reporters service services staff team television"
    " times tribune union university wire writer writers".split()
)
_PARTICLES: Final = frozenset(
    "af al av ben bin da de del della den der di do dos du el la le st ten ter van von".split()
)
_SUFFIXES: Final = frozenset(["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"])


@dataclass(frozen=True, slots=True)
class Author:
    """`given` and `suffix` may be ""; with `person` False `family` is the whole name."""

    family: str
    given: str = ""
    suffix: str = ""
    person: bool = True

    @property
    def inverted(self) -> str:
        """ "Lee, Ann", "Lee, Ann, Jr."; an institution's name as it stands, its commas dropped."""
        if not self.person:
            return self.family.replace(",", "")
        return ", ".join(filter(None, (self.family, self.given, self.suffix)))


def author(name: str) -> Author:
    """Split a name. One word, or a word that only institutions have in a byline, is left whole."""
    words = name.split()
    if not any(character.isalnum() for character in name):
        return Author(" ".join(words), person=False)
    if "," in name:
        family, _, given = (" ".join(part.split()) for part in name.partition(","))
        if given and not _office(words):
            return Author(family, given)
    if len(words) < 2 or _office(words) or any(any(c.isdigit() for c in word) for word in words):
        return Author(" ".join(words), person=False)
    suffix = words.pop() if len(words) > 2 and words[-1].casefold() in _SUFFIXES else ""
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].casefold() in _PARTICLES:
        cut -= 1
    return Author(" ".join(words[cut:]), " ".join(words[:cut]), suffix)


def _office(words: list[str]) -> bool:
    return words[0].casefold() == "the" or any(
        word.casefold().strip(".,") in _OFFICE for word in words
    )
