"""Words that begin, end or break a role."""

from __future__ import annotations

from generator.languages.english.finite_verbs import SPEAKING
from generator.languages.english.never_a_name import NEVER_A_NAME
from generator.languages.english.speakers import RELATIONS
from generator.languages.english.titles import HONORIFICS, ROLE_WORDS, TITLE_PARTS, TITLES
from generator.languages.listed import word_set

JOINERS = word_set("""
    of for at in to on and with from by the a an
""")


STOP = word_set("""
    said says say who whom whose which that is was are were has have had will would and but as
    while when after before because if so then told added according he she they it his-self not
    also
""")


BEING = word_set("""
    is was became has had been being who now also served serves as elected appointed named works
    worked
""")


OPENERS = word_set("""
    the a an his her its their our
""")


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


EMPTY = word_set("""
    the a an of for at in to on and with from by his her its their s
""")


OPENINGS = word_set("""
    even meanwhile then yesterday today tonight however earlier later once only now still also
    instead said says
""")


TITLES_AND_ROLES = ROLE_WORDS | TITLES


PARTS = ROLE_WORDS | TITLE_PARTS


OUTSIDE = STOP | SPEAKING | JOINERS | HONORIFICS.keys() | NEVER_A_NAME


OPENINGS_AFTER = OPENERS | ROLE_WORDS

OF_THINGS = word_set("""
    chief forward founder general guard leader manager owner representative
""")

OF_PEOPLE = word_set("""
    accountant archivist baker caretaker carpenter chaplain chef clerk composer conductor
    coroner curator electrician engineer farmer fisherman gardener harbourmaster librarian nurse
    paramedic pensioner photographer pianist plumber shopkeeper student surveyor teacher
    undertaker vicar violinist warden
""")

VAGUE = word_set("""
    attorney chief con deputy executive general lead officer pc rep representative secretary
""")

NO_DOERS = word_set("""
    center chapter color colour computer corner dinner error finger human letter major matter
    member minor number order other paper power prior quarter river shoulder summer water
    weather winter
""")

LOOSE = word_set("""
    current embattled fellow former late local long-time longtime outgoing retired then veteran
""")

SMALL = word_set("""
    a an and at by for from her his in is its of on our s the their to was who
""")

STANDING = word_set("""
    acting assistant departing deputy ex former incoming interim late outgoing then vice
""")
