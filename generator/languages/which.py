"""Which language a text is in: what its file says, else its letters, else its commonest words."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from typing import Final

from generator.languages.function_words import ENGLISH, OTHERS
from generator.languages.words import LANGUAGE

ENGLISH_CODE: Final = "en"
NAMES: Final = {
    "ar": "Arabic", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "hu": "Hungarian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "nl": "Dutch", "no": "Norwegian", "nb": "Norwegian", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sv": "Swedish", "th": "Thai", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
    "und-Cyrl": "Cyrillic script", "und-Arab": "Arabic script", "und-Deva": "Devanagari script",
    "und": "a language unknown to it",
}  # fmt: skip
# the first word of a letter's Unicode name → what a text of such letters is taken for
_SCRIPTS: Final = {
    "CYRILLIC": "und-Cyrl", "ARABIC": "und-Arab", "HEBREW": "he", "GREEK": "el", "HANGUL": "ko",
    "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh", "THAI": "th", "DEVANAGARI": "und-Deva",
}  # fmt: skip
_RIGHT_TO_LEFT: Final = frozenset(("ar", "fa", "he", "ur", "yi", "und-Arab"))
_LOOKED_AT: Final = 20_000  # characters
_LEAST: Final = 5  # function words of another language, below which a text says nothing
_WORD: Final = re.compile(r"[^\W\d_]+")


def language_of(text: str, stated: str | None = None) -> str:
    """The language of a text as a BCP 47 tag, "en" where nothing speaks against it.

    `stated`: what its file or its page says (`lang`); None = nothing, and then the text is looked
    at. `language_of("Der Damm ist, wie sie sagte, nicht sicher, und das wissen alle.")` is "de".
    """
    if stated:
        return stated.replace("_", "-")
    text = text[:_LOOKED_AT]
    return _by_script(text) or _by_words(text)


def _by_script(text: str) -> str:
    """By the letters, where most of them are not Latin; "" where they are."""
    letters = [c for c in text if c.isalpha()]
    if not letters or sum(c.isascii() for c in letters) * 2 > len(letters):
        return ""
    scripts = Counter(unicodedata.name(c, "").partition(" ")[0] for c in letters if not c.isascii())
    if scripts["HIRAGANA"] + scripts["KATAKANA"] > scripts["CJK"] / 10 > 0:
        return "ja"
    found = max(_SCRIPTS, key=lambda script: scripts[script])
    if scripts[found] * 2 < len(letters):
        return ""
    return _by_words(text, _SCRIPTS[found])


def _by_words(text: str, otherwise: str = ENGLISH_CODE) -> str:
    """The language whose function words stand in a text most often, if twice as often as
    English.
    """
    words = Counter(word.casefold() for word in _WORD.findall(text))
    score = {code: sum(words[word] for word in held) for code, held in OTHERS.items()}
    best = max(score, key=lambda code: (score[code], code))
    english = sum(words[word] for word in ENGLISH)
    return best if score[best] >= _LEAST and score[best] > 2 * english else otherwise


def rules_know(tag: str) -> bool:
    """Whether a BCP 47 tag says the language that the rules read: "en-GB", not "de"."""
    return tag.lower().partition("-")[0] == LANGUAGE.code


def is_right_to_left(tag: str) -> bool:
    """Whether a language is written from right to left."""
    return tag in _RIGHT_TO_LEFT or tag.lower().partition("-")[0] in _RIGHT_TO_LEFT


def name_of(tag: str) -> str:
    """A language's English name; its tag where the name is not known here."""
    return NAMES.get(tag) or NAMES.get(tag.lower().partition("-")[0]) or tag
