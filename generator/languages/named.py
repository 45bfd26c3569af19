"""What a language says of who is named: the fields of `Language`, each with the first rule that
reads it. English is the example.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Gender = Literal["f", "m"]


@dataclass(frozen=True, slots=True)
class Names:
    """Names of people, and what is none."""

    gender: Mapping[str, Gender]
    """First name → what it says of its bearer: "ada" → "f". `annotate/names/gender.py`"""
    either: frozenset[str]
    """First names of both: "alex". `annotate/names/gender.py`"""
    given: frozenset[str]
    """All first names: "ada", "alex". `annotate/names/after_role.py`"""
    doubtful: frozenset[str]
    """Of these, as often a place, a word or a surname: "austin". `annotate/names/by_capitals.py`"""
    nicknames: Mapping[str, str]
    """Short form → long form: "bill" → "william". `annotate/names/person.py`"""
    shared_families: frozenset[str]
    """Family names so common that one bearer proves little: "smith". `corpus/who/persons.py`"""
    family_first: frozenset[str]
    """Family names that come first in their language: "nguyen". `corpus/who/spelling.py`"""
    patronymics: frozenset[str]
    """Stand before a father’s name; no family name to sort by: "bint". `corpus/who/spelling.py`"""
    never: frozenset[str]
    """Have a capital, are no name and begin none: "monday". `annotate/names/asserted.py`"""
    also_roles: frozenset[str]
    """Family names that are roles or titles too: "baker". `annotate/names/candidates.py`"""
    also_words: frozenset[str]
    """Names that are words too, so that a capital at a sentence’s start says nothing: "frank".
    `annotate/names/bare_names.py`"""
    family_particles: frozenset[str]
    """Open a family name that is printed alone: "al" (Al Hashim). `annotate/names/person.py`"""


@dataclass(frozen=True, slots=True)
class Titles:
    """Words before and behind names."""

    honorifics: Mapping[str, Gender | None]
    """Honorific → gender that it gives; None = none: "mrs" → "f". `annotate/names/after_role.py`"""
    words: frozenset[str]
    """Last word of a title before a name: "senator". `annotate/names/after_role.py`"""
    parts: frozenset[str]
    """May stand before that word: "vice", "deputy". `annotate/names/by_capitals.py`"""
    honours: frozenset[str]
    """Letters behind a name that are no part of it: "obe". `annotate/names/candidates.py`"""
    suffixes: frozenset[str]
    """Honours, and what tells father from son: "jr". `annotate/names/by_model.py`"""
    particles: frozenset[str]
    """Lower-case words inside a name: "von". `annotate/names/by_capitals.py`"""
    dropped: frozenset[str]
    """Left out when names are compared across articles: "senator", "monsieur".
    `corpus/who/spelling.py`"""
    same: Mapping[str, str]
    """Two words for one title: "sen" → "senator". `corpus/who/namesakes.py`"""
    father_or_son: Mapping[str, str]
    """Kept in a name’s key, so that they never merge: "junior" → "jr". `corpus/who/spelling.py`"""
    dropped_honours: frozenset[str]
    """Honours left out when names are compared: "phd". `corpus/who/spelling.py`"""
    family_particles: frozenset[str]
    """Belong to the family name when names are compared: "della". `corpus/who/spelling.py`"""
    courtesy: frozenset[str]
    """Say rank or courtesy, no role: "dame". `corpus/who/profiles.py`"""


@dataclass(frozen=True, slots=True)
class Roles:
    """Words for what somebody is, and where such a phrase ends."""

    words: frozenset[str]
    """Mean a person in some role: "mayor", "violinist". `annotate/names/apposition.py`"""
    plural: frozenset[str]
    """Their plurals: "mayors". `annotate/names/apposition.py`"""
    wider: Mapping[str, tuple[str, ...]]
    """Role → wider words for the same person: "envoy" → "diplomat".
    `annotate/names/descriptions.py`"""
    gender: Mapping[str, Gender]
    """Role → gender that it gives: "actress" → "f". `annotate/names/gender.py`"""
    joiners: frozenset[str]
    """Join the words of a role: "of", "at". `annotate/names/descriptions.py`"""
    stop: frozenset[str]
    """A role ends before them: "said", "which". `annotate/names/apposition.py`"""
    being: frozenset[str]
    """Stand between a name and a role: "became", "elected". `annotate/names/roles.py`"""
    openers: frozenset[str]
    """Open a role: "its". `annotate/names/roles.py`"""
    none: frozenset[str]
    """Mean a person and say no role: "neighbour", "victim". `annotate/names/apposition.py`"""
    empty: frozenset[str]
    """Say nothing in a role: "the", "of". `annotate/names/descriptions.py`"""
    openings: frozenset[str]
    """May open a sentence before a role: "meanwhile". `annotate/names/roles.py`"""
    and_titles: frozenset[str]
    """Roles and titles together: "senator", "violinist". `annotate/names/roles.py`"""
    and_parts: frozenset[str]
    """Roles and the parts of titles: "vice", "mayor". `annotate/names/roles.py`"""
    outside: frozenset[str]
    """Stand outside a role: "said", "mrs", "monday". `annotate/names/roles.py`"""
    openings_after: frozenset[str]
    """Open what stands behind a name: "the", "mayor". `annotate/names/roles.py`"""
    of_things: frozenset[str]
    """Roles that bodies and things have too: "owner". `annotate/names/find.py`"""
    of_people: frozenset[str]
    """Roles that only people have: "vicar". `annotate/names/find.py`"""
    vague: frozenset[str]
    """Too little alone to say what somebody is: "deputy". `annotate/names/asserted.py`"""
    no_doers: frozenset[str]
    """End like those who do something, and do nothing: "river". `annotate/names/reported.py`"""
    loose: frozenset[str]
    """Added to a role without meaning somebody else: "outgoing".
    `annotate/names/descriptions.py`"""
    small: frozenset[str]
    """Say nothing where roles of several articles are compared: "its". `corpus/who/profiles.py`"""
    standing: frozenset[str]
    """Make it another role: "interim" (interim mayor). `corpus/who/profiles.py`"""


@dataclass(frozen=True, slots=True)
class Speakers:
    """Words that tell what kind of speaker is printed."""

    groups: frozenset[str]
    """Begin several, or nobody in particular: "critics", "two". `annotate/speakers/groups.py`"""
    indefinite: frozenset[str]
    """Open an indefinite description: "another". `annotate/speakers/by_name.py`"""
    relations: frozenset[str]
    """Somebody’s: "widow". `annotate/names/by_model.py`"""
    documents: frozenset[str]
    """What is written and says something: "report". `annotate/speakers/by_document.py`"""
    some_other: frozenset[str]
    """Somebody else than the one named before: "rival" (a rival MP).
    `annotate/speakers/by_name.py`"""
    dealing: frozenset[str]
    """Deal with those whom an article is about: "coroner". `annotate/speakers/by_role.py`"""
    sent: frozenset[str]
    """By whom a document was sent, its words are: "issued". `annotate/speakers/by_document.py`"""
    companies: frozenset[str]
    """What a company of any name may be called: "carmaker". `annotate/names/firms.py`"""
    any_body: frozenset[str]
    """What any body may be called: "institution". `annotate/speakers/by_body.py`"""
    offices: frozenset[str]
    """Of these, one may be called by another: "commission". `annotate/speakers/by_body.py`"""
    states: frozenset[str]
    """What only a government is called: "regime". `annotate/speakers/by_body.py`"""
    another: frozenset[str]
    """Not the body that was named last: "latter". `annotate/speakers/by_body.py`"""
    bodies: frozenset[str]
    """Mean a body already named: "council" (the council). `annotate/speakers/by_body.py`"""


@dataclass(frozen=True, slots=True)
class Places:
    """Countries, towns and seats of power."""

    countries: frozenset[str]
    """Stand for a government when they speak: "norway". `annotate/names/by_capitals.py`"""
    capitals: frozenset[str]
    """So do capitals: "oslo". `annotate/names/by_capitals.py`"""
    seats: frozenset[str]
    """Always a government or one of its offices: "kremlin". `annotate/names/by_capitals.py`"""
    country_of: Mapping[str, str]
    """A country’s name → its first name here: "holland" → "netherlands".
    `corpus/who/spelling.py`"""
    printed: Mapping[str, str]
    """A country’s name as printed, where that is not its words with capitals: "united kingdom"
    → "United Kingdom". `corpus/who/spelling.py`"""
    speaks_for: Mapping[str, str]
    """Word → country that an article with it is about: "bundestag" → "germany".
    `corpus/who/nations.py`"""
    ends: frozenset[str]
    """Make it a place’s: "wharf". `annotate/names/candidates.py`"""
    described_by: tuple[str, ...]
    """Ends of words that a place’s name only describes: "-based" (Paris-based).
    `annotate/names/by_model.py`"""


@dataclass(frozen=True, slots=True)
class Organisations:
    """Words of the names of bodies."""

    national: frozenset[str]
    """Bodies that many countries have under one name: "supreme court". `corpus/who/evidence.py`"""
    own_names: frozenset[str]
    """Names in which "House" is no short form: "white house". `annotate/names/organisations.py`"""
    forms: frozenset[str]
    """Ends of company names, left out when these are compared: "gmbh". `corpus/who/spelling.py`"""
    everywhere: frozenset[str]
    """Bodies of which every country or town has one: "parliament". `corpus/who/organisations.py`"""
    generic: frozenset[str]
    """Bodies that many have; the last word does not tell which: "union".
    `corpus/who/evidence.py`"""
    words: frozenset[str]
    """More words that only the names of bodies hold: "gazette". `corpus/who/evidence.py`"""
    papers: frozenset[str]
    """Words of the names of those who print or send: "gazette". `corpus/related.py`"""
    parties: frozenset[str]
    """Before a body's name and none of it: "republican" (the Republican Congress).
    `corpus/who/standing.py`"""
    acronyms: tuple[tuple[str, str, str], ...]
    """Acronym, full name, the form that is shown: "NATO". `corpus/who/entities.py`"""
    ends: frozenset[str]
    """Make a run of capitals a body’s name: "agency", "tribune". `annotate/names/candidates.py`"""
    firms_end_with: frozenset[str]
    """Last word of a firm with "&" in its name: "sons". `annotate/names/firms.py`"""
    firms_do: frozenset[str]
    """What a firm does and two people rarely do together: "manufactures".
    `annotate/names/firms.py`"""
    left_out: frozenset[str]
    """Last words that a second mention leaves out: "holdings". `annotate/names/organisations.py`"""
    small: frozenset[str]
    """No letter of an acronym: "und". `corpus/who/organisations.py`"""


@dataclass(frozen=True, slots=True)
class Grammar:
    """Small words by what they do in a sentence."""

    pronouns: frozenset[str]
    """Stand for somebody: "she". `annotate/names/candidates.py`"""
    auxiliaries: frozenset[str]
    """Open a question before a name: "will" (Will Orbell win?). `annotate/names/glued.py`"""
    quantities: frozenset[str]
    """Before a plural: several people, none of them named: "most". `annotate/names/glued.py`"""
    closed: frozenset[str]
    """Other parts of a sentence, which no role holds: "against". `annotate/names/apposition.py`"""
    openers: frozenset[str]
    """Dropped in front of a role: "now", "the". `annotate/names/apposition.py`"""
    articles: frozenset[str]
    """Articles and what stands for one: "its". `annotate/names/apposition.py`"""
    prepositions: frozenset[str]
    """Before a name: the name belongs to another word: "near" (the mayor of Oslo said).
    `annotate/names/speaks.py`"""
    joins: frozenset[str]
    """Before a name in a speaker’s words: these turn on another word: "between".
    `annotate/speakers/head_name.py`"""
    narrowing: frozenset[str]
    """Behind them a phrase only tells which ones are meant: "familiar".
    `annotate/speakers/groups.py`"""
    no_subjects: frozenset[str]
    """May open a sentence right before its verb without being anybody: "meanwhile".
    `annotate/quotations/cues.py`"""
