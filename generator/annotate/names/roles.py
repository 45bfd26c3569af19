"""The words that give a person a role, and the places where that role alone means the person."""

from __future__ import annotations

from dataclasses import dataclass

from generator.annotate.names.person import Person
from generator.annotate.text.layout import Layout, Word
from generator.annotate.text.spans import Cover
from generator.languages.words import ROLES, SPEAKERS, TITLES, VERBS
from generator.model import Name, Span

_MAX_WORDS = 14


@dataclass(frozen=True, slots=True)
class RoleWords:
    """A role given to somebody. `heads`: "envoy"; `words`: every word of it, lower case."""

    span: Span
    head: str
    words: frozenset[str]


def roles_of(layout: Layout, person: Person) -> list[RoleWords]:
    """Every role given to a person beside their name, in text order, disjoint."""
    taken = Cover()
    found: list[RoleWords] = []
    for mention in person.mentions:
        for role in roles_beside(layout, mention.span):
            if not taken.touches(role.span):
                taken.add(role.span)
                found.append(role)
    return sorted(found, key=lambda role: role.span)


def roles_beside(layout: Layout, name: Span) -> list[RoleWords]:
    """The roles given right before and after one mention of a name."""
    shapes = (_before, _before_comma, _after_comma, _after_is)
    return [role for shape in shapes if (role := shape(layout, name)) is not None]


def _role(layout: Layout, words: tuple[Word, ...], head: str) -> RoleWords | None:
    """The role of these words without "the" or "its" in front; None if it says only how somebody is
    related.
    """
    while words and words[0].low in ROLES.openers:
        words = words[1:]
    if not words or head in ROLES.none:
        return None
    return RoleWords(
        Span(words[0].span.start, words[-1].span.end), head, frozenset(w.low for w in words)
    )


def called_by(name: Name) -> tuple[Span, ...]:
    """All words that give a name a role, whoever says so: what "the mayor" may mean in this
    article.
    """
    return tuple(sorted((*name.roles, *name.claimed))) if name.claimed else name.roles


def role_of(layout: Layout, span: Span) -> RoleWords | None:
    """The role that a span of `Name.roles` gives; None if no role word is in it."""
    words = layout.inside(span)
    head = head_of(words)
    return _role(layout, words, head) if head else None


def _before(layout: Layout, name: Span) -> RoleWords | None:
    """ "union president Jeff Traeger", "Deputy Prime Minister Ito": the word right before the name
    is a role.
    """
    first = layout.first_word(name.start)
    index = first
    while index > 0 and layout.adjacent(index) and layout.words[index - 1].low in TITLES.honorifics:
        index -= 1
    end = index
    if not layout.adjacent(index) or layout.words[index - 1].low not in ROLES.and_titles:
        return None
    head = layout.words[index - 1].low
    index -= 1
    while _belongs_before(layout, index):
        index -= 1
    return _role(layout, layout.words[index:end], head)


def _belongs_before(layout: Layout, index: int) -> bool:
    """Whether the word before `index` is still part of a role in front of a name."""
    if index <= 0:
        return False
    before, word = layout.words[index - 1], layout.words[index]
    gap = layout.text[before.span.end : word.span.start]
    if gap.strip("’s' ") or layout.block(before.span.start) != layout.block(word.span.start):
        return False
    if before.low in ROLES.outside:
        return False
    if layout.sentence_start(index - 1) and before.low in ROLES.openings:
        return False
    if before.capital or before.low in ROLES.and_parts:
        return True
    return word.low in ROLES.words and before.low.endswith(
        ("al", "an", "ic", "er", "or", "st", "ty", "ry", "on", "se")
    )


def _before_comma(layout: Layout, name: Span) -> RoleWords | None:
    """ "Moscow’s deputy envoy to the UN, Dmitry Polyansky": a phrase with a role between its start
    and the comma.

    "The engineer who wrote the warnings, Ilse Varnholt" has the role before "who".
    """
    first = layout.first_word(name.start)
    if first == 0 or layout.text[layout.words[first - 1].span.end : name.start] not in (
        ", ",
        " — ",
        " – ",
    ):
        return None
    end = first
    index = _phrase_start(layout, end)
    if (who := _who(layout, index, first)) is not None:
        end = who
        index = _phrase_start(layout, end)
    words = layout.words[index:end]
    while (
        words
        and words[0].low not in ROLES.openers
        and not words[0].capital
        and words[0].low not in ROLES.words
    ):
        words = words[1:]
    words = _noun_phrase(words)
    head = head_of(words)
    return _role(layout, words, head) if head else None


def _noun_phrase(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Of "warnings sent by a former chief engineer" what begins with the last article before the
    role word.

    Nothing of "the son of the mayor": the role is somebody else's.
    """
    head = head_of(words)
    at = next((n for n, word in enumerate(words) if word.low == head and not word.possessive), 0)
    opened = next((n for n in range(at - 1, 0, -1) if words[n].low in ROLES.openers), 0)
    return () if any(word.low in SPEAKERS.relations for word in words[:opened]) else words[opened:]


def _phrase_start(layout: Layout, end: int) -> int:
    """Where the phrase that ends before word `end` starts."""
    index = end - 1
    while index > 0 and end - index <= _MAX_WORDS and not _breaks(layout, index):
        index -= 1
    return index


def _who(layout: Layout, index: int, first: int) -> int | None:
    """The "who" that opens the clause which a phrase was cut from; None = there is none in the same
    stretch.
    """
    for place in range(index, max(0, first - _MAX_WORDS), -1):
        if layout.words[place].low == "who":
            return place
        gap = layout.text[layout.words[place - 1].span.end : layout.words[place].span.start]
        if gap.strip(" ’s'"):
            return None
    return None


def _after_comma(layout: Layout, name: Span) -> RoleWords | None:
    """ "Dmitry Polyansky, Moscow’s deputy envoy to the UN," up to the comma, full stop or verb."""
    first = layout.first_word(name.end)
    if first >= len(layout.words) or layout.text[name.end : layout.words[first].span.start] not in (
        ", ",
        " — ",
        " – ",
    ):
        return None
    end = first + 1
    while end < len(layout.words) and end - first <= _MAX_WORDS and not _breaks(layout, end):
        end += 1
    words = layout.words[first:end]
    head = head_of(words)
    if words[0].low in ROLES.stop:
        return None
    opened = (
        words[0].low in ROLES.openings_after
        or words[0].possessive
        or words[0].capital
        or words[-1].low == head
    )
    return _role(layout, words, head) if head and opened else None


def _after_is(layout: Layout, name: Span) -> RoleWords | None:
    """ "Jeff Traeger is the president of the union", "has been mayor for years", "who is counsel
    to".
    """
    start = layout.first_word(name.end)
    if start < len(layout.words) and layout.words[start].low == "who":
        start += 1
    verbs = 0
    while (
        verbs < 4
        and layout.adjacent(start + verbs)
        and layout.words[start + verbs].low in ROLES.being
    ):
        verbs += 1
    start += verbs
    if not verbs or not layout.adjacent(start):
        return None
    if (
        layout.words[start].low not in ("the", "a", "an")
        and layout.words[start].low not in ROLES.words
    ):
        return None
    end = start + 1
    while end < len(layout.words) and end - start <= _MAX_WORDS and not _breaks(layout, end):
        end += 1
    words = layout.words[start:end]
    head = head_of(words)
    return _role(layout, words, head) if head else None


def _breaks(layout: Layout, index: int) -> bool:
    """Whether a clause ends between a word and the one before it, or the word can't stand in a
    role.
    """
    before, word = layout.words[index - 1], layout.words[index]
    gap = layout.text[before.span.end : word.span.start]
    if any(c in ',.;:—?!“”"()\n' for c in gap) or layout.block(before.span.start) != layout.block(
        word.span.start
    ):
        return True
    return word.low in ROLES.stop or (word.low in VERBS.finite and word.low not in ROLES.words)


def head_of(words: tuple[Word, ...]) -> str | None:
    """The role word that a phrase turns on: the last one before "of", "at", "for"…; None if there
    is none.
    """
    head = None
    for index, word in enumerate(words):
        if index and word.low in ROLES.joiners and word.low not in ("the", "a", "an") and head:
            return head
        if word.low in ROLES.words and not word.possessive:
            head = word.low
    return head
