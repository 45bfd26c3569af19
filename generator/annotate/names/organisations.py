"""Organisations, governments and places: one name for all of its forms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.annotate.names.candidates import Candidate
from generator.annotate.names.firms import is_firm
from generator.annotate.names.person import Person
from generator.annotate.names.speaks import speaks
from generator.annotate.text.layout import Layout, fold
from generator.annotate.text.spans import Cover
from generator.languages.words import ORGANISATIONS, PLACES
from generator.model import EntityKind, Mention, Span

Key = tuple[str, ...]
_GOVERNED = PLACES.countries | PLACES.capitals
_FORMS = 20  # forms looked at that start with the same word; keeps the time linear on hostile text
_BRACKETED = re.compile(r" ?\(([A-Z][A-Za-z&.]{1,11})\)")


@dataclass
class Body:
    """An organisation, government or place while the article is being read."""

    kinds: Counter[EntityKind] = field(default_factory=Counter)
    printed: Counter[str] = field(default_factory=Counter)
    mentions: list[Mention] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The fullest form as printed."""
        return max(
            self.printed, key=lambda words: (len(words.split()), len(words), self.printed[words])
        )


def bodies(layout: Layout, found: tuple[Candidate, ...], persons: list[Person]) -> list[Body]:
    """What is named and is no person, in text order; what speaks and is a country or capital is a
    government.
    """
    of_people = [m.span for p in persons for m in p.mentions]
    taken = Cover(of_people)
    rest = [c for c in found if c.kind != "person" and not taken.touches(c.span)]
    merged: dict[Key, Body] = {}
    aliases = _aliases(layout, rest)
    for candidate in rest:
        body = merged.setdefault(aliases.get(candidate.key, candidate.key), Body())
        body.kinds[candidate.kind] += 1
        body.printed[_printed(layout, candidate)] += 1
        body.mentions.append(
            Mention(candidate.span, "short" if candidate.key in aliases else "full")
        )
    _further_mentions(layout, merged, aliases, Cover([*of_people, *(c.span for c in rest)]))
    for body in merged.values():
        body.mentions.sort(key=lambda m: m.span)
    return sorted(merged.values(), key=lambda b: b.mentions[0].span)


def _further_mentions(
    layout: Layout, merged: dict[Key, Body], aliases: dict[Key, Key], taken: Cover
) -> None:
    """Adds the places where a known name stands that the model did not see."""
    by_first: dict[str, list[Key]] = {}
    for key in {*merged, *(short for short, full in aliases.items() if full in merged)}:
        by_first.setdefault(key[0], []).append(key)
    for keys in by_first.values():
        keys.sort(key=lambda key: (-len(key), key))
    for index, word in enumerate(layout.words):
        for key in by_first.get(fold(word.text).rstrip("."), ())[:_FORMS] if word.capital else ():
            span = _stands_at(layout, index, key)
            if span is not None and _alone(layout, index, len(key), taken, span):
                full = aliases.get(key, key)
                merged[full].mentions.append(Mention(span, "full" if key == full else "short"))
                taken.add(span)
                break


def _stands_at(layout: Layout, index: int, key: Key) -> Span | None:
    """Where the words of a form stand from a word on; None = others stand there."""
    words = layout.words[index : index + len(key)]
    same = tuple(fold(w.text).rstrip(".") for w in words) == key
    return Span(words[0].span.start, words[-1].span.end) if same else None


def _alone(layout: Layout, index: int, length: int, taken: Cover, span: Span) -> bool:
    """Whether words stand in one line, untaken, and are not part of a longer run of capitals."""
    if taken.touches(span) or "\n" in span.of(layout.text):
        return False
    before = (
        layout.adjacent(index)
        and layout.words[index - 1].capital
        and not layout.sentence_start(index - 1)
    )
    after = layout.adjacent(index + length) and layout.words[index + length].capital
    return not before and not after


def kind_of(layout: Layout, body: Body) -> EntityKind:
    """The kind that most mentions have; a country or capital that speaks is a government."""
    kind = max(sorted(body.kinds), key=lambda k: body.kinds[k])
    if any(fold(form).rstrip(".") in _GOVERNED for form in body.printed):
        return "government" if any(speaks(layout, m.span) for m in body.mentions) else "place"
    return kind


def _printed(layout: Layout, candidate: Candidate) -> str:
    return " ".join(candidate.span.of(layout.text).split())


def _stands_for(acronym: str, words: tuple[str, ...]) -> bool:
    """Whether an acronym in brackets begins with the words' first letters: not "HONG KONG
    (AFP)".
    """
    letters = fold(acronym).replace(".", "").removesuffix("s")
    initials = "".join(fold(word)[0] for word in words if word[0].isupper())
    every = "".join(fold(word)[0] for word in words)
    return letters in (initials, every) or (len(initials) > 1 and letters.startswith(initials))


def _aliases(layout: Layout, rest: list[Candidate]) -> dict[Key, Key]:
    """Short form → full form: an acronym in brackets or of initials, "Rogers" for "Rogers Inc.",
    "Trust".
    """
    aliases: dict[Key, Key] = {}
    full = [c for c in rest if len(c.key) > 1]
    for candidate in full:
        for short in _shorter(layout, candidate):
            aliases.setdefault(short, candidate.key)
        longer = _longer(candidate, full)
        if longer is not None:
            aliases.setdefault(candidate.key, longer)
    for word, keys in sorted(_by_last_word(full).items()):
        if len(keys) == 1:
            aliases.setdefault((word,), next(iter(keys)))  # "the Trust", if only one Trust is named
    return {short: key for short, key in aliases.items() if short != key and key not in aliases}


def _shorter(layout: Layout, candidate: Candidate) -> Iterator[Key]:
    """The forms that a full name's own words give it: an acronym, the name without "Inc."."""
    match = _BRACKETED.match(layout.text, candidate.span.end)
    if match and _stands_for(match.group(1), candidate.words):
        yield (fold(match.group(1)).rstrip("."),)
    initials = "".join(w[0] for w in candidate.words if w[0].isupper()).casefold()
    if len(initials) > 2 and candidate.kind == "organisation":
        yield (initials,)
    if candidate.key[-1] in ORGANISATIONS.left_out:
        yield candidate.key[:-1]


def _longer(candidate: Candidate, full: list[Candidate]) -> Key | None:
    """The one name that goes on behind a firm's: "Heart and Stroke | Foundation"; None = none, or
    several.
    """
    if not is_firm(candidate):
        return None
    longer = {c.key for c in full if c.key[: len(candidate.key)] == candidate.key} - {candidate.key}
    return longer.pop() if len(longer) == 1 else None


def _by_last_word(full: list[Candidate]) -> dict[str, set[Key]]:
    """The last word of bodies that may stand for them → their names."""
    last: dict[str, set[Key]] = {}
    for candidate in full:
        # "The House passed the bill": not the White House
        own = " ".join(candidate.key[-2:]) in ORGANISATIONS.own_names
        if candidate.kind == "organisation" and candidate.key[-1] in ORGANISATIONS.ends and not own:
            last.setdefault(candidate.key[-1], set()).add(candidate.key)
    return last
