"""Words that begin, end or break a role."""

from __future__ import annotations

from generator.languages.english.finite_verbs import SPEAKING
from generator.languages.english.never_a_name import NEVER_A_NAME
from generator.languages.english.speakers import RELATIONS
from generator.languages.english.titles import HONORIFICS, ROLE_WORDS, TITLE_PARTS, TITLES
from generator.languages.listed import listed

JOINERS = frozenset(
    listed(
        """
    of for at in to on and with from by the a an
    """
    )
)


STOP = frozenset(
    listed(
        """
    said says say who whom whose which that is was are were has have had will would and but as while when after
    before because if so then told added according he she they it his-self not also
    """
    )
)


BEING = frozenset(
    listed(
        """
    is was became has had been being who now also served serves as elected appointed named works worked
    """
    )
)


OPENERS = frozenset(
    listed(
        """
    the a an his her its their our
    """
    )
)


NO_ROLES = RELATIONS | {
    "man",
    "woman",
    "boy",
    "girl",
    "lady",
    "gentleman",
    "victim",
    "suspect",
    "star",
    "member",
    "people",
}


EMPTY = frozenset(
    listed(
        """
    the a an of for at in to on and with from by his her its their s
    """
    )
)


OPENINGS = frozenset(
    listed(
        """
    even meanwhile then yesterday today tonight however earlier later once only now still also instead said says
    """
    )
)


TITLES_AND_ROLES = ROLE_WORDS | TITLES


PARTS = ROLE_WORDS | TITLE_PARTS


OUTSIDE = STOP | SPEAKING | JOINERS | HONORIFICS.keys() | NEVER_A_NAME


OPENINGS_AFTER = OPENERS | ROLE_WORDS
