"""Who wrote an article: the people of a byline, without what they are and whom they work for."""

from __future__ import annotations

import re
from typing import Final

# A part of a byline with one of these words says what somebody is, and is no author itself
ROLES: Final = frozenset(
    "staff writer writers reporter reporters correspondent correspondents editor editors columnist"
    " contributor contributors contributing freelance freelancer producer critic analyst bureau chief"
    " journalist photographer intern fellow redaktion redakteur redakteurin korrespondent"
    " korrespondentin rédaction rédacteur rédactrice journaliste redactie redacteur redactor redactora"
    " corresponsal redacción".split()
)
# What says nothing of its bearer but that it is the paper's own
PLAIN: Final = frozenset(
    "staff senior chief writer writers reporter reporters correspondent correspondents contributor"
    " contributors contributing the".split()
)
# News agencies of one word; those of two have the shape of a name
AGENCIES: Final = frozenset(
    "afp reuters ap dpa pa ansa efe tass xinhua bloomberg upi apa kna epd anp ats belga ritzau tt ntb"
    " agencies".split()
)
_BY: Final = re.compile(r"(?:By|BY|by|Words by|Story by|Text by|Von|Par|Por)[ :]{1,3}")
_PARTS: Final = re.compile(r",? and |,? AND |,? und | & | et | y |, ?| ?[;|·•] ?")
_PARTICLE: Final = r"(?:de|la|le|van|von|der|den|ter|bin|al|el|da|dos|du|di)"
_NAME: Final = re.compile(
    rf"[^\W\d_a-z][\w.'’-]*(?: (?:{_PARTICLE} )*[^\W\d_a-z][\w.'’-]*){{1,4}}(?:,? (?:Jr|Sr)\.?)?\Z"
)
_VOWEL: Final = re.compile(r"[^\W\d_B-DF-HJ-NP-TV-XZ]|.\.", re.IGNORECASE)
_LINKED: Final = re.compile(r"!?\[\[(?:[^\[\]|\n]*\|)?([^\[\]|\n]*)\]\]")
LONGEST: Final = 200  # characters of a byline


def people(words: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(who is named, what stands there beside) of a byline in which names are parted by commas too.

    >>> people("By Nora Pell and TOM ASH, Staff Writers")
    (('Nora Pell', 'Tom Ash'), ('Staff Writers',))
    """
    words = unlinked(" ".join(words.split()))
    opening = _BY.match(words)
    parts = [part.strip() for part in _PARTS.split(words[opening.end() if opening else 0 :])]
    names = tuple(natural(part) for part in parts if is_name(part))
    return names, tuple(part for part in parts if part and not is_name(part))


def is_byline(line: str) -> bool:
    """Whether a line is nothing but a byline that says so: "By …" with a name, or a name and a
    role.

    >>> is_byline("Nora Pell, Crime Correspondent"), is_byline("Ann Lee, Bob Orr")
    (True, False)
    """
    if len(line) > LONGEST or line.rstrip().endswith((".", "!", "?", "…", ":")):
        return False
    names, others = people(line)
    if opening := _BY.match(line):
        first = _PARTS.split(line[opening.end() :])[0].strip()
        return bool(names) and is_name(unlinked(first))
    return bool(names) and bool(others) and len(line) <= 100 and all(map(is_role, others))


def is_name(words: str) -> bool:
    """Whether words have the shape of a person's name, and none that says what somebody is; or are
    an agency's.
    """
    if words.casefold() in AGENCIES:
        return True
    return len(words) <= 60 and _NAME.match(words) is not None and not is_role(words)


def is_role(words: str) -> bool:
    """Whether words say what somebody is: "Crime Correspondent", "the Courier's editor in
    Fenby".
    """
    return any(word.strip(".,").casefold() in ROLES for word in words.split())


def says_nothing(words: str) -> bool:
    """Whether a role is one that every reporter of a paper has: "Staff Writer"."""
    return all(word.strip(".,").casefold() in PLAIN for word in words.split())


def without_role(name: str) -> str:
    """One author of a list, without what stands behind a comma to say what they are: "Nora Pell".

    "" = the whole says what somebody is, and names nobody.
    """
    name = unlinked(" ".join(name.split()))
    head, comma, rest = name.partition(",")
    if comma and rest.strip() and is_role(rest) and is_name(head):
        return natural(head)
    return "" if says_nothing(name) else name


def natural(name: str) -> str:
    """A name in capitals as one writes it: "NORA PELL" → "Nora Pell"; any other as it stands."""
    words = name.split()
    if not name.isupper() or len(words) < 2 or not all(_VOWEL.search(word) for word in words):
        return name  # "BBC NEWS"
    return re.sub(
        r"[^\W\d_]+", lambda word: word[0].capitalize() if len(word[0]) > 1 else word[0], name
    )


def unlinked(words: str) -> str:
    """Without the brackets of a note's links: "[[Nora Pell]]", "[[Tom Ash|T. Ash]]" → "T. Ash"."""
    return _LINKED.sub(r"\1", words)
