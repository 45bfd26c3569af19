"""The name that a printed speaker turns on."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from generator.annotate.speakers.stage import Stage
from generator.languages.words import GRAMMAR, TITLES
from generator.model import Mention, Name, Span

_BEHIND = GRAMMAR.joins | {"who", "himself", "herself"}


def head_name(stage: Stage, printed: Span) -> Name | None:
    """The name that a printed speaker turns on; None for "a spokesman for Lee", "Lee’s lawyer",
    "Lee and Park".
    """
    if (name := _around(stage, printed) or _crossing(stage, printed)) is not None:
        return name
    heads = [
        (m, n)
        for m, n in stage.within(printed)
        if m.form != "role" and _is_head(stage, printed, m.span)
    ]
    people = [(m, n) for m, n in heads if n.kind == "person"]
    if people:
        first, name = people[0]
        return None if _joined(stage, printed, first) else name
    return heads[0][1] if heads else None


def _around(stage: Stage, printed: Span) -> Name | None:
    """The name that holds all of the printed words."""
    index = bisect_right(stage.starts, printed.start) - 1
    if index < 0:
        return None
    mention, name = stage.mentions[index]
    return name if mention.form != "role" and mention.span.holds(printed) else None


def _crossing(stage: Stage, printed: Span) -> Name | None:
    """The body whose name goes on behind the printed words: "The Institute | for Fiscal Matters
    said".
    """
    index = bisect_left(stage.starts, printed.start)
    if index == len(stage.mentions):
        return None
    mention, name = stage.mentions[index]
    if name.kind == "person" or mention.form == "role":
        return None
    begun = stage.text[printed.start : mention.span.start].casefold() in ("", "the ")
    rest = stage.text[printed.end : mention.span.end].split()
    return name if begun and rest and rest[0] in ("for", "of", "on", "and", "to") else None


def _joined(stage: Stage, printed: Span, first: Mention) -> bool:
    """Whether another name is joined to the first: Lee | and Park."""
    return stage.text[first.span.end : printed.end].startswith((" and ", " & "))


def _is_head(stage: Stage, printed: Span, span: Span) -> bool:
    """Whether printed words turn on a name in them: "union president | Jeff Traeger"; not "a
    spokesman for | Lee", "| Lee’s lawyer".
    """
    before = stage.text[printed.start : span.start]
    after = stage.text[span.end : printed.end]
    if after.startswith(("’s", "'s", "’ ", "' ")):
        return False
    words = before[max(before.rfind(c) for c in ",(—:") + 1 :].split()
    if any(word.casefold() in GRAMMAR.joins for word in words) and not _is_title(words):
        return False
    rest = after.casefold().split()
    return not rest or rest[0][0] in ",(—-–." or _ends_behind(rest[0])


def _ends_behind(word: str) -> bool:
    """Whether a word behind a name is no part of it: an honour, a preposition, "who"."""
    return word.rstrip(",.") in TITLES.honours or word in _BEHIND


def _is_title(words: list[str]) -> bool:
    """Whether words before a name are a title with its office: "Secretary of State",
    "Superintendent of Police".
    """
    capitals = [word for word in words if word.casefold() not in ("of", "for", "the", "and", "&")]
    return (
        words[0].casefold() in TITLES.words
        and words[-1] is capitals[-1]
        and all(word[:1].isupper() for word in capitals)
    )
