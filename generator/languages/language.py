"""What the rules know of a language: one value, and a second language is a second one."""

from __future__ import annotations

from dataclasses import dataclass

from generator.languages.named import Grammar, Names, Organisations, Places, Roles, Speakers, Titles
from generator.languages.said import Labels, Speech, Times, Truth, Verbs, Wording


@dataclass(frozen=True, slots=True)
class Language:
    """A language that articles are read in; what each word is for stands with its field."""

    code: str
    """BCP 47, the first part: "en"."""
    verbs: Verbs
    speech: Speech
    truth: Truth
    labels: Labels
    wording: Wording
    names: Names
    titles: Titles
    roles: Roles
    speakers: Speakers
    places: Places
    organisations: Organisations
    grammar: Grammar
    times: Times
