"""The languages that catalogues and databases name in words."""

from __future__ import annotations

from typing import Final

_NAMES: Final = {
    "english": "en",
    "englisch": "en",
    "anglais": "en",
    "inglés": "en",
    "german": "de",
    "deutsch": "de",
    "allemand": "de",
    "french": "fr",
    "français": "fr",
    "französisch": "fr",
    "spanish": "es",
    "español": "es",
    "spanisch": "es",
    "dutch": "nl",
    "nederlands": "nl",
    "italian": "it",
    "italiano": "it",
    "portuguese": "pt",
    "português": "pt",
}


def code(name: str) -> str | None:
    """The code of a language by its name: "German" → "de"; None = it is not known."""
    return _NAMES.get(name.strip().casefold())
