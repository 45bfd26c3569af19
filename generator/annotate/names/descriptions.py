"""Where a role alone means a person: "the deputy envoy", "the former mayor", "counsel"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.annotate.names.roles import RoleWords
from generator.annotate.text.layout import Layout, Word
from generator.languages.words import ROLES, VERBS
from generator.model import Span

_NEW = frozenset(("new", "newly", "elected", "incoming", "current"))
_ENDS = VERBS.finite | ROLES.stop | ROLES.joiners
_MOST = 200  # roles kept for one word; keeps the time linear on hostile text


@dataclass(frozen=True, slots=True)
class Description:
    """ "the deputy envoy": a phrase with a role word that is not beside a name."""

    span: Span
    head: str
    rest: frozenset[str]  # its other words, without articles and "of"


def descriptions(layout: Layout) -> list[Description]:
    """Every "the … role" outside quotation marks, in text order."""
    found = []
    for index, word in enumerate(layout.words):
        if (
            word.low == "the"
            and not layout.quoted[word.span.start]
            and (one := _description(layout, index))
        ):
            found.append(one)
    return found


def described(printed: tuple[Word, ...]) -> Description | None:
    """What a printed speaker describes: "the former chief engineer of the Trust", "by the chair",
    "counsel".
    """
    words = printed[1:] if printed and printed[0].low == "by" else printed
    head = None
    for index, word in enumerate(words):
        if head is not None and word.low in ROLES.joiners | ROLES.stop:
            break
        if word.low in ROLES.words and not word.possessive:
            head = index
    if head is None:
        return None
    rest = frozenset(w.low for index, w in enumerate(words) if index != head)
    return Description(
        Span(words[0].span.start, words[-1].span.end), words[head].low, rest - ROLES.empty
    )


def _description(layout: Layout, index: int) -> Description | None:
    head = None
    for end in range(index + 1, min(index + 7, len(layout.words))):
        if not _same_phrase(layout, end):
            break
        if layout.words[end].low in ROLES.words and not layout.words[end].possessive:
            head = end
        elif layout.words[end].low in _ENDS:
            break
    if head is None or _names_somebody(layout, head):
        return None
    return described(layout.words[index : head + 1])


def _same_phrase(layout: Layout, index: int) -> bool:
    before, word = layout.words[index - 1], layout.words[index]
    return not layout.text[before.span.end : word.span.start].strip("’s' ")


def _names_somebody(layout: Layout, head: int) -> bool:
    """Whether a name or a narrowing "of …" follows, so that the phrase is a title or somebody
    else's role.
    """
    if not layout.adjacent(head + 1):
        return False
    return layout.words[head + 1].capital or layout.words[head + 1].low in (
        "of",
        "for",
        "from",
        "at",
    )


class Register:
    """Who has which role, by the words that may call them by it. People are given as numbers."""

    def __init__(self, roles: Iterable[tuple[int, RoleWords]]) -> None:
        self._by_word: dict[str, list[tuple[int, RoleWords]]] = {}
        for person, role in roles:
            for word in (role.head, *ROLES.wider.get(role.head, ())):
                entries = self._by_word.setdefault(word, [])
                if len(entries) < _MOST and not any(
                    p == person and r.words == role.words for p, r in entries[-3:]
                ):
                    entries.append((person, role))

    def bearers(
        self, one: Description, before: int | None = None, loose: bool = False
    ) -> list[int]:
        """The people who can be meant, each once, in order.

        `before`: only roles given before that place. `loose`: words like "former" may be missing
        from the role.
        """
        needed = one.rest - ROLES.loose if loose else one.rest
        found: list[int] = []
        for person, role in self._by_word.get(one.head, ()):
            given = before is None or role.span.start < before
            if "former" in one.rest and role.words & _NEW:
                continue
            if given and needed <= role.words and person not in found:
                found.append(person)
        return found
