"""What a speaker's page can be asked: fields over all that one says, and jumps by year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import get_args

from generator.escape import Html, address
from generator.model import Band, Stance
from generator.pages import dates, tallies, views
from generator.pages.archive import Said
from generator.pages.words import Words

LEAST = 8  # quotations from which a page has fields; fewer are seen at a glance
JUMPS = 24  # quotations from which it has jumps by year


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice in a field, with the number of its quotations."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Field:
    """A field of choices. `any` is what stands there when none is made: "All kinds"."""

    name: str
    label: str
    any: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Jump:
    """A year in the list. `steps` (0 to 50) is how many quotations it has, beside the others."""

    year: str
    url: Html
    count: int
    steps: int


def fields_of(words: Words, said: tuple[Said, ...]) -> tuple[Field, ...]:
    """The fields that divide these quotations: a field with one choice divides nothing."""
    if len(said) < LEAST:
        return ()
    kinds = Counter(one.quote.kind for one in said)
    stances = Counter(one.quote.stance for one in said)
    outlets = Counter(one.article.publication or "" for one in said)
    bands = Counter(views.sure(one.quote).band for one in said)
    ranked = sorted((o for o in outlets if o), key=lambda name: (-outlets[name], name))
    found = {
        "kind": [Choice(k, words["kinds"][k], kinds[k]) for k in views.KINDS],
        "say": [Choice(s, words["said_as"][s], stances[s]) for s in get_args(Stance)],
        "source": [Choice(name, name, outlets[name]) for name in ranked],
        "band": [Choice(b, words["bands"][b], bands[b]) for b in get_args(Band)],
    }
    fields = []
    for name, choices in found.items():
        label, nothing = words["fields"][name]
        fields.append(Field(name, label, nothing, tuple(one for one in choices if one.count)))
    return tuple(field for field in fields if len(field.choices) > 1)


def year_of(said: Said) -> str:
    """The year of a quotation's article; "" where it has no date."""
    held = dates.parts(said.article.date)
    return str(held[0]) if held else ""


def jumps_of(words: Words, said: tuple[Said, ...]) -> tuple[Jump, ...]:
    """A link to each year's quotations on the same page; () where there are few."""
    count = Counter(map(year_of, said))
    if len(said) < JUMPS or len(count) < 2:
        return ()
    top = max(count.values())
    return tuple(
        Jump(year or words["undated"], address(f"#y{year}"), n, tallies.steps(n, top))
        for year, n in sorted(count.items(), key=lambda pair: pair[0] or "9999")
    )
