"""The role that stands behind a name and its comma."""

from __future__ import annotations

from generator.annotate.names.reported import DASHES, MOST, PREPOSITIONS, Reported, is_role_word
from generator.annotate.text.layout import Layout, Word
from generator.languages.words import GRAMMAR, ROLES, VERBS
from generator.model import Span

# What may follow an apposition without its comma: "Jeff Traeger, president of the union said"
ENDS = frozenset(("said", "says", "told", "added", "wrote", "who", "when", "while"))


def apposition(reported: Reported, name: Span) -> Span | None:
    """ "Faiza Patel, 41, co-director of the Liberty Program, said": the whole noun phrase behind a
    name and its comma, if it ends where its words do. None = there is none, or it is reported.
    """
    layout = reported.layout
    first = None if reported.marked(name) else _behind_comma(layout, name)
    if first is None:
        return None
    end = _end_of(layout, first)
    words = layout.words[first:end]
    while words and words[0].low in GRAMMAR.openers:
        words = words[1:]
    head = _head(reported, words, opened=len(words) < end - first)
    if head is None or reported.told(Span(words[0].span.start, words[-1].span.end)):
        return None
    following = words[head + 1] if head + 1 < len(words) else None
    if following is not None and following.low.endswith(("ing", "ed")):
        words = words[: head + 1]
    elif not ends_there(layout, end):
        return None
    while len(words) > head + 1 and words[-1].low in PREPOSITIONS | GRAMMAR.articles | {"and"}:
        words = words[:-1]
    return Span(words[0].span.start, words[-1].span.end)


def _behind_comma(layout: Layout, name: Span) -> int | None:
    """The first word behind a name and its comma or dash, an age left out; None = none stands
    there.
    """
    first = layout.first_word(name.end)
    if first < len(layout.words) and layout.words[first].text.isdigit():
        first += 1  # an age
    if first >= len(layout.words):
        return None
    gap = layout.text[layout.words[first - 1].span.end : layout.words[first].span.start]
    return first if gap in (", ", *DASHES) else None


def _end_of(layout: Layout, first: int) -> int:
    """Where an apposition's words end: at a mark, a verb, or an "and" behind which no role
    comes.
    """
    end = first
    while end < len(layout.words) and end - first <= MOST:
        word = layout.words[end]
        if end > first:
            gap = layout.text[layout.words[end - 1].span.end : word.span.start]
            if gap.strip(" ’s'&-–"):
                break
            if layout.block(word.span.start) != layout.block(layout.words[first].span.start):
                break
        role_behind = any(is_role_word(w) for w in layout.words[end + 1 : end + 4])
        if word.low in ROLES.stop and not (word.low == "and" and role_behind):
            break
        if word.low in VERBS.finite and word.low not in ROLES.words:
            break
        end += 1
    return end


def _head(reported: Reported, words: tuple[Word, ...], opened: bool) -> int | None:
    """Which word of an apposition is the role that it turns on; None if there is none, or what
    stands before it is no part of a noun phrase."""
    for at, word in enumerate(words):
        if word.low in GRAMMAR.closed or word.low in PREPOSITIONS or word.low in GRAMMAR.articles:
            return None
        after = words[at + 1].low if at + 1 < len(words) else ""
        ends = not after or after in PREPOSITIONS or after in ("and", "who")
        if not ends and not after.endswith(("ing", "ed")):
            continue
        if is_role_word(word) or (opened and not word.capital and reported.does(word)):
            plural = word.low in ROLES.plural or word.low in ROLES.none
            return None if plural else at
        if ends:
            return None
    return None


def ends_there(layout: Layout, end: int) -> bool:
    """Whether a mark, a verb of speech or "who" stands behind an apposition. "Lee, the president
    refused" has a comma of another kind."""
    place = layout.words[end - 1].span.end
    after = layout.text[place : place + 2]
    if not after.strip() or after[0] in ",.;:—–)\n!?" or after in (" —", " –", " ("):
        return True
    word = layout.words[end] if end < len(layout.words) else None
    return word is not None and word.low in ENDS
