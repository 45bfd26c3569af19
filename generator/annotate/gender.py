"""Whether an article calls a person he or she; None where it does not say."""

from __future__ import annotations

from collections.abc import Iterable

from generator.annotate.first_names import EITHER, FIRST_NAMES
from generator.annotate.lexing import Layout, fold
from generator.annotate.titles import HONORIFICS, ROLE_GENDER, Gender
from generator.model import Name


def gender_of(layout: Layout, name: Name) -> Gender | None:
    """From honorifics ("Ms Lee"), then roles ("spokeswoman"), then the first name; None = unknown."""
    for honorific in _honorifics(layout, name):
        if (gender := HONORIFICS.get(honorific)) is not None:
            return gender
    for role in name.roles:
        for word in layout.inside(role):
            if not word.possessive and (gender := ROLE_GENDER.get(word.low)):
                return gender
    parts = fold(name.label).split()
    if len(parts) < 2 or parts[0] in EITHER:
        return None
    return FIRST_NAMES.get(parts[0], FIRST_NAMES.get(parts[0].split("-")[0]))


def _honorifics(layout: Layout, name: Name) -> Iterable[str]:
    for mention in name.mentions:
        index = layout.first_word(mention.span.start)
        if mention.form != "role" and layout.adjacent(index):
            yield layout.words[index - 1].low
