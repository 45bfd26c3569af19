"""The words that the rules read: those of the one language that is picked here.

Nothing else imports a language by name. Another one is a value of `Language` in a file beside
`english/`, and its line in `LANGUAGES`.
"""

from __future__ import annotations

from typing import Final

from generator.languages.english import ENGLISH
from generator.languages.language import Language

LANGUAGES: Final = {language.code: language for language in (ENGLISH,)}
# the language of the archive: articles in another one have their text and nothing else
LANGUAGE: Final[Language] = LANGUAGES["en"]

VERBS: Final = LANGUAGE.verbs
SPEECH: Final = LANGUAGE.speech
TRUTH: Final = LANGUAGE.truth
LABELS: Final = LANGUAGE.labels
WORDING: Final = LANGUAGE.wording
NAMES: Final = LANGUAGE.names
TITLES: Final = LANGUAGE.titles
ROLES: Final = LANGUAGE.roles
SPEAKERS: Final = LANGUAGE.speakers
PLACES: Final = LANGUAGE.places
ORGANISATIONS: Final = LANGUAGE.organisations
GRAMMAR: Final = LANGUAGE.grammar
TIMES: Final = LANGUAGE.times
