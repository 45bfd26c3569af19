"""Rules for a body that is described: the company, the regulator."""

from __future__ import annotations

from generator.annotate.speakers.answer import Answer
from generator.annotate.speakers.stage import Stage
from generator.languages.words import SPEAKERS
from generator.model import Quote

_BODIES = ("organisation", "government")


# words between a name and what it is: "the regulator, Ofwat", "Ofwat, which is the regulator"
_INTRODUCED = 4


def described_body(stage: Stage, quote: Quote) -> Answer | None:
    """ "the company", "the ministry": the organisation that spoke or was named last, if it can be
    called so.
    """
    low = stage.words(quote.printed) if quote.printed else ()
    if (
        quote.printed is None
        or not low
        or low[0] not in ("the", "this", "that")
        or low[-1] not in SPEAKERS.bodies
    ):
        return None
    capitals = [word for word in stage.layout.inside(quote.printed)[1:] if word.capital]
    if any(not word.low.endswith("-based") for word in capitals) or set(low) & SPEAKERS.another:
        return None  # "The Sluice Keepers’ Union": a name, though not a known one
    for event in stage.focus.named_before(quote.printed.start, 99):
        if (
            event.label
            and low[-1] in event.label.casefold().split()
            and stage.names[event.label].kind in _BODIES
        ):
            return Answer(event.label)
    for event in stage.focus.before(quote.printed.start, 3):
        if event.label and stage.names[event.label].kind in _BODIES:
            return (
                Answer(event.label)
                if _may_be_called(stage, event.label, low[-1], quote.printed.start)
                else None
            )
    return None


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
