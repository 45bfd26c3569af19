"""What a speaker's page can be asked: fields over all that one says, and jumps by year."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from generator.escape import Html, address
from generator.model import Stance
from generator.pages import dates, tallies, views
from generator.pages.archive import Said

LEAST = 8  # quotations from which a page has fields; fewer are seen at a glance
JUMPS = 24  # quotations from which it has jumps by year
SAID_AS: dict[Stance, str] = {
    "says": "Said",
    "denies": "Denied",
    "asks": "Asked",
    "expected": "Expected",
}


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


def fields_of(said: tuple[Said, ...]) -> tuple[Field, ...]:
    """The fields that divide these quotations: a field with one choice divides nothing."""
    if len(said) < LEAST:
        return ()
    kinds = Counter(one.quote.kind for one in said)
    stances = Counter(one.quote.stance for one in said)
    outlets = Counter(one.article.publication or "" for one in said)
    bands = Counter(views.sure(one.quote).band for one in said)
    ranked = sorted((o for o in outlets if o), key=lambda name: (-outlets[name], name))
    found = (
        Field(
            "kind",
            "Kind",
            "All kinds",
            tuple(Choice(k, k.capitalize(), kinds[k]) for k in views.KINDS if kinds[k]),
        ),
        Field(
            "say",
            "Said as",
            "Anything",
            tuple(Choice(s, label, stances[s]) for s, label in SAID_AS.items() if stances[s]),
        ),
        Field(
            "source",
            "Outlet",
            "All outlets",
            tuple(Choice(name, name, outlets[name]) for name in ranked),
        ),
        Field(
            "band",
            "Confidence",
            "Any",
            tuple(
                Choice(band, band.capitalize(), bands[band])
                for band in ("high", "medium", "low")
                if bands[band]
            ),
        ),
    )
    return tuple(field for field in found if len(field.choices) > 1)


def year_of(said: Said) -> str:
    """The year of a quotation's article; "" where it has no date."""
    held = dates.parts(said.article.date)
    return str(held[0]) if held else ""


def jumps_of(said: tuple[Said, ...]) -> tuple[Jump, ...]:
    """A link to each year's quotations on the same page; () where there are few."""
    count = Counter(map(year_of, said))
    if len(said) < JUMPS or len(count) < 2:
        return ()
    top = max(count.values())
    return tuple(
        Jump(year or "Undated", address(f"#y{year}"), n, tallies.steps(n, top))
        for year, n in sorted(count.items(), key=lambda pair: pair[0] or "9999")
    )
