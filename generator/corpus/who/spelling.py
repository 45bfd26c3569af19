"""The words of a name: what is title, given name, family name and suffix, and which spellings are
the same letters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.languages.words import NAMES, ORGANISATIONS, PLACES, TITLES
from generator.model import EntityKind, without_accents

# Letters that Unicode does not take apart.
PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ħ": "h"}
)
APOSTROPHES = re.compile("['’‘ʼ`´]")
NOT_LETTERS = re.compile(r"[\W_]+")
ACRONYM = re.compile(r"(?:[A-Z]\.?&?){2,10}s?")
# One syllable of a given name in pinyin, or in the usual romanisations of Korean and Vietnamese.
SYLLABLE = re.compile(
    r"(?:zh|ch|sh|kk|tt|ng|tr|ph|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:[iu]?a(?:ng|[ionkmpt]|nh)?|ya?e|yeon?g?|ae|[eo]o(?:ng|[nkmplt])?|u?e(?:ng|[inwkmplt])?|eu(?:ng|[nklm])?"
    r"|i?o(?:ng|[unkl])?|w?i[aeu]o?|i(?:ng|nh|[nklmp])?|u(?:ng|[inokmc])?|ye?ung|yuk?)",
    re.ASCII,
)
# Particles that stand before a family name printed alone; not "al", "van" or "st", which are given
# names too.
FAMILY_PARTICLES = TITLES.family_particles - {"al", "el", "van", "st", "y", "e"}
# Family names that are common given names elsewhere: with these, the given name must be printed as
# two syllables.
ALSO_GIVEN = frozenset("lee kim shin song jung han dong le".split())


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name, folded: lower case, no accents, apostrophes or full stops; hyphens are
    spaces.
    """

    # given and middle names, "jean pierre" being one; () = only a family name is printed
    given: tuple[str, ...]
    family: str  # with its particles: "von der leyen"
    suffix: str = ""  # "jr", "sr", "ii", ...

    @property
    def key(self) -> str:
        """The same for two spellings with the same letters."""
        return " ".join(filter(None, (*self.given, self.family, self.suffix)))


@lru_cache(maxsize=1 << 16)
def fold(words: str) -> str:
    """Lower case, no accents, apostrophes or possessive; anything else that is no letter or digit
    is one space.
    """
    words = re.sub("['’ʼ]s?$", "", words.strip())
    letters = without_accents(APOSTROPHES.sub("", words.casefold())).translate(PLAIN)
    return NOT_LETTERS.sub(" ", letters.replace(".", " ")).strip()


@lru_cache(maxsize=1 << 16)
def without_title(label: str) -> str:
    """A person's name as printed, without titles before it and honours behind it; at least one word
    is kept.
    """
    words = label.replace(",", " ").split()
    words = [re.sub("['’ʼ]s?$", "", word) for word in words]
    while (
        len(words) > 1
        and _is_title(words[0])
        and not (len(words) == 2 and words[1].casefold() in TITLES.father_or_son)
    ):
        words = words[1:]
    while len(words) > 2 and fold(words[-1]) in TITLES.dropped_honours and words[-1].isupper():
        words = words[:-1]
    return " ".join(words)


@lru_cache(maxsize=1 << 16)
def person(label: str) -> PersonName:
    """Take a person's name apart. "Mr Dmitry A. Polyansky Jr." → given dmitry, a; family polyansky;
    suffix jr.
    """
    printed = without_title(label)
    words = [word for word in printed.split() if fold(word)]
    parts = [fold(word) for word in words]
    suffix = (
        TITLES.father_or_son[parts.pop()]
        if len(parts) > 1 and parts[-1] in TITLES.father_or_son
        else ""
    )
    peer = len(parts) > 2 and parts[1] == "of" and parts[0] not in NAMES.given
    if len(parts) < 2 or _only_family(parts) or peer:  # Lord "Smith of Finsbury"
        return PersonName((), " ".join(parts), suffix)
    if family_first(printed):
        return PersonName((" ".join(parts[1:]),), parts[0], suffix)
    start = _family_start([*(_no_particle(word) or fold(word) for word in words[: len(parts)])])
    given = [initial for part in parts[:start] for initial in _initials(part)]
    return PersonName(tuple(given), " ".join(parts[start:]), suffix)


def _no_particle(word: str) -> str:
    """An initial ("E.") is not the particle of the same letter ("Ortega y Gasset"); "" = a word
    that may be one.
    """
    return "" if len(word.rstrip(".")) > 1 or word.islower() else "initial"


def _only_family(parts: list[str]) -> bool:
    """ "Le Pen", "van der Bellen"; not "Van Morrison"."""
    return all(part in TITLES.family_particles for part in parts[:-1]) and (
        len(parts) > 2 or parts[0] in FAMILY_PARTICLES
    )


def _family_start(parts: list[str]) -> int:
    """Where the family name begins, with its particles; at least one word is left for the given
    name.
    """
    start = len(parts) - 1
    while start > 1 and (
        parts[start - 1] in TITLES.family_particles or parts[start - 1] in NAMES.patronymics
    ):
        start -= 1
    return start


def _initials(part: str) -> list[str]:
    """ "j k" (printed "J.K.") as two initials; "jean pierre" (printed "Jean-Pierre") stays one
    name.
    """
    words = part.split()
    return words if all(len(word) == 1 for word in words) else [part]


def family_first(printed: str) -> bool:
    """Whether a name is in East Asian order: a family name of that kind, then one or two syllables.

    "Xi Jinping", "Kim Jong-un", "Nguyen Phu Trong"; not "Kim Philby" or "Lee Marvin", which have no
    such form.
    """
    words = fold(printed).split()
    if not 2 <= len(words) <= 3 or words[0] not in NAMES.family_first:
        return False
    if len(words) == 3:
        return all(SYLLABLE.fullmatch(word) for word in words[1:]) or _second_half_is_small(printed)
    return words[0] not in ALSO_GIVEN and _two_syllables(words[1])


def _second_half_is_small(printed: str) -> bool:
    """Whether the last word is like "Duck-soo"; in "Mary-Kate" both halves have a capital."""
    halves = re.split("[-‐‑]", printed.split()[-1])
    return len(halves) == 2 and all(len(half) <= 6 for half in halves) and halves[1].islower()


def _two_syllables(word: str) -> bool:
    """Whether a word can be read as one or two syllables of that kind."""
    if len(word) > 12:
        return False
    cuts = range(1, len(word))
    return bool(SYLLABLE.fullmatch(word)) or any(
        SYLLABLE.fullmatch(word[:cut]) and SYLLABLE.fullmatch(word[cut:]) for cut in cuts
    )


def _is_title(word: str) -> bool:
    folded = fold(word)
    return bool(folded) and all(part in TITLES.dropped for part in folded.split())


@lru_cache(maxsize=1 << 16)
def body(label: str) -> str:
    """An organisation's or place's key: folded, without "the" and company forms ("Ltd"); at least
    one word is kept.
    """
    words = fold(label.replace("&", " and ")).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and all(len(word) == 1 for word in words):
        words = ["".join(words)]  # "U.N." is "UN"
    if (country := PLACES.country_of.get(" ".join(words))) is not None:
        return country
    while len(words) > 1 and words[-1] in ORGANISATIONS.forms:
        words = words[:-1]
    return " ".join(words)


def country(key: str) -> str | None:
    """The name that the site shows for a country; None = the key is no country's that has several
    names.
    """
    if PLACES.country_of.get(key) != key:
        return None
    return PLACES.printed.get(key, key.title())


def is_generic(label: str) -> bool:
    """Whether an organisation's name is one word that many have: "the Trust"."""
    return body(label) in ORGANISATIONS.generic


def key(label: str, kind: EntityKind) -> str:
    """What two spellings with the same letters share."""
    return person(label).key if kind == "person" else body(label)


def shown(label: str, kind: EntityKind) -> str:
    """A label as the site prints it: a person without title, others without "the"."""
    if kind == "person":
        return without_title(label)
    label = re.sub("['’ʼ]s?$", "", label)
    return re.sub(r"^[Tt]he (?=\S)", "", label) if kind in ("organisation", "place") else label


def sort_name(name: str, kind: EntityKind) -> str:
    """How a list sorts it: "Polyansky, Dmitry"; "Xi Jinping" and "Mohammed bin Salman" stay; others
    as they are.
    """
    words = name.split()
    folded = [fold(word) for word in words]
    if (
        kind != "person"
        or not person(name).given
        or family_first(name)
        or NAMES.patronymics & set(folded[1:-1])
    ):
        return name
    end = len(words) - (1 if folded[-1] in TITLES.father_or_son and len(words) > 2 else 0)
    start = end - 1
    while (
        start > 1
        and folded[start - 1] in TITLES.family_particles
        and not _no_particle(words[start - 1])
    ):
        start -= 1
    return ", ".join(
        filter(None, (" ".join(words[start:end]), " ".join(words[:start]), " ".join(words[end:])))
    )
