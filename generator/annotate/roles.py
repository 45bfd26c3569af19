"""The words that give a person a role, and the places where that role alone means the person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.annotate.candidates import NEVER
from generator.annotate.lexing import Cover, Layout, Word
from generator.annotate.listed import listed
from generator.annotate.people import Person
from generator.annotate.speaking import SPEAKING
from generator.annotate.titles import HONORIFICS, ROLE_WORDS, TITLE_PARTS, TITLES, WIDER
from generator.model import Span

_JOINERS = frozenset(
    listed(
        """
    of for at in to on and with from by the a an
    """
    )
)
_STOP = frozenset(
    listed(
        """
    said says say who whom whose which that is was are were has have had will would and but as while when after
    before because if so then told added according he she they it his-self not also
    """
    )
)
_OPENERS = frozenset(
    listed(
        """
    the a an his her its their our
    """
    )
)
_EMPTY = frozenset(
    listed(
        """
    the a an of for at in to on and with from by his her its their s
    """
    )
)
_MAX_WORDS = 14
_MOST = 200  # roles kept for one word; keeps the time linear on hostile text


@dataclass(frozen=True, slots=True)
class RoleWords:
    """A role given to somebody. `heads`: "envoy"; `words`: every word of it, lower case."""

    span: Span
    head: str
    words: frozenset[str]


def roles_of(layout: Layout, person: Person, doc: Any | None) -> list[RoleWords]:
    """Every role given to a person beside their name, in text order, disjoint."""
    taken = Cover()
    found: list[RoleWords] = []
    for mention in person.mentions:
        for role in (
            _before(layout, mention.span),
            _before_comma(layout, mention.span),
            _after_comma(layout, mention.span),
            _after_is(layout, mention.span),
        ):
            if role is not None and not taken.touches(role.span):
                taken.add(role.span)
                found.append(role)
    return sorted(found, key=lambda role: role.span)


def _role(layout: Layout, words: tuple[Word, ...], head: str) -> RoleWords:
    span = Span(words[0].span.start, words[-1].span.end)
    return RoleWords(span, head, frozenset(w.low for w in words))


def _before(layout: Layout, name: Span) -> RoleWords | None:
    """ "union president Jeff Traeger", "Deputy Prime Minister Ito": the word right before the name is a role."""
    first = layout.first_word(name.start)
    index = first
    while index > 0 and layout.adjacent(index) and layout.words[index - 1].low in HONORIFICS:
        index -= 1
    end = index
    if not layout.adjacent(index) or layout.words[index - 1].low not in ROLE_WORDS | TITLES:
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
    if before.low in _STOP | SPEAKING | _JOINERS | HONORIFICS.keys() | NEVER:
        return False
    if before.capital or before.low in ROLE_WORDS | TITLE_PARTS:
        return not (
            layout.sentence_start(index - 1) and before.low not in ROLE_WORDS | TITLE_PARTS and before.low in _OPENERS
        )
    return word.low in ROLE_WORDS and before.low.endswith(
        listed(
            """
    al an ic er or st ty ry on se
    """
        )
    )


def _before_comma(layout: Layout, name: Span) -> RoleWords | None:
    """ "Moscow’s deputy envoy to the UN, Dmitry Polyansky": a phrase with a role between its start and the comma."""
    first = layout.first_word(name.start)
    if first == 0 or layout.text[layout.words[first - 1].span.end : name.start] not in (", ", " — ", " – "):
        return None
    index = first - 1
    while index > 0 and first - index <= _MAX_WORDS and not _breaks(layout, index):
        index -= 1
    words = layout.words[index:first]
    while words and words[0].low not in _OPENERS and not words[0].capital and words[0].low not in ROLE_WORDS:
        words = words[1:]
    head = _head(words)
    opened = bool(words) and (
        words[0].low in _OPENERS or words[0].possessive or words[0].low in ROLE_WORDS or words[0].capital
    )
    return _role(layout, words, head) if head and opened else None


def _after_comma(layout: Layout, name: Span) -> RoleWords | None:
    """ "Dmitry Polyansky, Moscow’s deputy envoy to the UN," up to the comma, full stop or verb."""
    first = layout.first_word(name.end)
    if first >= len(layout.words) or layout.text[name.end : layout.words[first].span.start] not in (", ", " — ", " – "):
        return None
    end = first + 1
    while end < len(layout.words) and end - first <= _MAX_WORDS and not _breaks(layout, end):
        end += 1
    words = layout.words[first:end]
    head = _head(words)
    opened = words[0].low in _OPENERS | ROLE_WORDS or words[0].possessive or words[0].capital or words[-1].low == head
    return _role(layout, words, head) if head and opened else None


def _after_is(layout: Layout, name: Span) -> RoleWords | None:
    """ "Jeff Traeger is the president of the union"."""
    first = layout.first_word(name.end)
    if not layout.adjacent(first) or layout.words[first].low not in ("is", "was", "became"):
        return None
    start = first + 1
    if not layout.adjacent(start) or layout.words[start].low not in ("the", "a", "an"):
        return None
    end = start + 1
    while end < len(layout.words) and end - start <= _MAX_WORDS and not _breaks(layout, end):
        end += 1
    words = layout.words[start:end]
    head = _head(words)
    return _role(layout, words, head) if head else None


def _breaks(layout: Layout, index: int) -> bool:
    """Whether a clause ends between a word and the one before it, or the word can't stand in a role."""
    before, word = layout.words[index - 1], layout.words[index]
    gap = layout.text[before.span.end : word.span.start]
    if any(c in ',.;:—?!“”"()\n' for c in gap) or layout.block(before.span.start) != layout.block(word.span.start):
        return True
    return word.low in _STOP or (word.low in SPEAKING and word.low not in ROLE_WORDS)


def _head(words: tuple[Word, ...]) -> str | None:
    """The role word that a phrase turns on: the last one before "of", "at", "for"…; None if there is none."""
    head = None
    for index, word in enumerate(words):
        if index and word.low in _JOINERS and word.low not in ("the", "a", "an") and head:
            return head
        if word.low in ROLE_WORDS and not word.possessive:
            head = word.low
    return head


@dataclass(frozen=True, slots=True)
class Description:
    """ "the deputy envoy": a definite phrase with a role word, outside quotation marks, not beside a name."""

    span: Span
    head: str
    rest: frozenset[str]  # its other words, without articles and "of"


def descriptions(layout: Layout) -> list[Description]:
    """Every "the … role" of the article, in text order."""
    found = []
    for index, word in enumerate(layout.words):
        if word.low == "the" and not layout.quoted[word.span.start] and (one := _description(layout, index)):
            found.append(one)
    return found


def _description(layout: Layout, index: int) -> Description | None:
    head = None
    for end in range(index + 1, min(index + 7, len(layout.words))):
        if not _same_phrase(layout, end):
            break
        if layout.words[end].low in ROLE_WORDS and not layout.words[end].possessive:
            head = end
        elif layout.words[end].low in SPEAKING | _STOP | _JOINERS:
            break
    if head is None or _names_somebody(layout, head):
        return None
    words = layout.words[index : head + 1]
    return Description(
        Span(words[0].span.start, words[-1].span.end), words[-1].low, frozenset(w.low for w in words[1:-1]) - _EMPTY
    )


def _same_phrase(layout: Layout, index: int) -> bool:
    before, word = layout.words[index - 1], layout.words[index]
    return not layout.text[before.span.end : word.span.start].strip("’s' ")


def _names_somebody(layout: Layout, head: int) -> bool:
    """Whether a name or a narrowing "of …" follows, so that the phrase is a title or somebody else's role."""
    if not layout.adjacent(head + 1):
        return False
    return layout.words[head + 1].capital or layout.words[head + 1].low in ("of", "for", "from", "at")


class Register:
    """Who has which role, by the words that may call them by it."""

    def __init__(self, roles: Iterable[tuple[int, RoleWords]]) -> None:
        self._by_word: dict[str, list[tuple[int, RoleWords]]] = {}
        for person, role in roles:
            for word in (role.head, *WIDER.get(role.head, ())):
                entries = self._by_word.setdefault(word, [])
                if len(entries) < _MOST and not any(p == person and r.words == role.words for p, r in entries[-3:]):
                    entries.append((person, role))

    def bearers(self, description: Description, anywhere: bool = False) -> list[int]:
        """Indices of the persons who can be meant, each once, in order.

        Only roles given before the description stands, unless `anywhere`.
        """
        found: list[int] = []
        for person, role in self._by_word.get(description.head, ()):
            given = anywhere or role.span.start < description.span.start
            if given and description.rest <= role.words and person not in found:
                found.append(person)
        return found
