"""Rules for a body that is described: the company, the regulator."""

from __future__ import annotations

from generator.annotate.speakers.answer import Answer
from generator.annotate.speakers.stage import Stage
from generator.languages.words import SPEAKERS
from generator.model import Quote, Span

_BODIES = ("organisation", "government")


# words between a name and what it is: "the regulator, Ofwat", "Ofwat, which is the regulator"
_INTRODUCED = 4


def described_body(stage: Stage, quote: Quote) -> Answer | None:
    """ "the company", "the ministry": the organisation that spoke or was named last, if it can be
    called so.
    """
    if quote.printed is None:
        return None
    word, place = _described_as(stage, quote.printed), quote.printed.start
    if word is None:
        return None
    for event in stage.focus.named_before(place, 99):
        if _is_body(stage, event.label) and word in str(event.label).casefold().split():
            return Answer(event.label)
    last = next((e for e in stage.focus.before(place, 3) if _is_body(stage, e.label)), None)
    if last is None or last.label is None:
        return None
    return Answer(last.label) if _may_be_called(stage, last.label, word, place) else None


def _described_as(stage: Stage, printed: Span) -> str | None:
    """What a body is called in "the …", "this …"; None for other words, and for "the rival firm"."""
    low = stage.words(printed)
    if not low or low[0] not in ("the", "this", "that") or low[-1] not in SPEAKERS.bodies:
        return None
    capitals = [word for word in stage.layout.inside(printed)[1:] if word.capital]
    if any(not word.low.endswith("-based") for word in capitals):
        return None  # "The Sluice Keepers’ Union": a name, though not a known one
    return low[-1] if SPEAKERS.another.isdisjoint(low) else None


def _is_body(stage: Stage, label: str | None) -> bool:
    return bool(label) and stage.names[str(label)].kind in _BODIES


def _may_be_called(stage: Stage, label: str, word: str, place: int) -> bool:
    """Whether an organisation or government is of a kind that a word names."""
    own = set(label.casefold().split()) & SPEAKERS.bodies
    if word in SPEAKERS.states or (stage.names[label].kind == "government" and not own):
        return word in SPEAKERS.states and stage.names[label].kind == "government"
    if word in SPEAKERS.any_body or (word in SPEAKERS.offices and own & SPEAKERS.offices):
        return True
    acronym = label.isupper() and len(label) > 1
    return (
        (word in SPEAKERS.companies and own <= SPEAKERS.companies)
        or acronym
        or _introduced(stage, label, word, place)
    )


def _introduced(stage: Stage, label: str, word: str, place: int) -> bool:
    """Whether a word stands right beside a mention of a name before a place, in the same
    sentence.
    """
    for mention in stage.names[label].mentions:
        if mention.span.end > place:
            return False
        first, last = (
            stage.layout.first_word(mention.span.start),
            stage.layout.first_word(mention.span.end),
        )
        near = stage.layout.words[max(0, first - _INTRODUCED) : last + _INTRODUCED]
        if any(one.low == word for one in near if one.span.end <= place):
            return True
    return False
