"""Rules for a statement, a letter or a report that speaks for somebody."""

from __future__ import annotations

from generator.annotate.speakers.answer import Answer
from generator.annotate.speakers.by_pronoun import person_before
from generator.annotate.speakers.stage import Stage
from generator.languages.named import Gender
from generator.languages.words import ROLES, SPEAKERS
from generator.model import Quote, Span

_HIS_OR_HER: dict[str, Gender] = {"his": "m", "her": "f"}


def document_of(stage: Stage, quote: Quote) -> Answer | None:
    """ "The RCMP statement", "Lee’s letter", "her statement", "a release sent to us by the RCMP":
    whose it is.
    """
    if quote.printed is None or not set(stage.words(quote.printed)) & SPEAKERS.documents:
        return None
    gender = _HIS_OR_HER.get(stage.words(quote.printed)[0])
    if gender is not None:
        label, known = person_before(stage, quote, quote.printed.start, gender)
        return Answer(label) if known else None
    owner = stage.owner(quote.printed) or _sender(stage, quote.printed)
    if owner is None and stage.words(quote.printed)[0] == "the":
        word = next(w for w in reversed(stage.words(quote.printed)) if w in SPEAKERS.documents)
        owner = stage.document_owner(word, quote.printed.start) or _stated(
            stage, quote.printed.start, word
        )
    return Answer(owner) if owner else None


_SENDER_WITHIN = 8  # words behind a document: "sent to several newsrooms late on Friday by"


def _sender(stage: Stage, printed: Span) -> str | None:
    """Who is named behind "a statement", "a letter sent to the council": "by X" or "from X". A
    report that is "seen by" somebody is not theirs."""
    first = stage.layout.first_word(printed.end)
    behind = stage.layout.words[first : first + _SENDER_WITHIN]
    low = [word.low for word in behind]
    if not behind or low[0] not in SPEAKERS.sent | {"by", "from"}:
        return None
    by = next((word for word in behind if word.low in ("by", "from")), None)
    if by is None or any(c in stage.text[printed.end : by.span.end] for c in ',;.:\n“”"'):
        return None
    named = stage.named_behind(by)
    if not named or named[0][0].form == "role":
        return None
    if len(named) > 1 and stage.text[named[0][0].span.end : named[1][0].span.start].strip(" ,") in (
        "and",
        "&",
    ):
        return None
    between = stage.words(Span(by.span.end, named[0][0].span.start))
    return named[0][1].label if all(word in ROLES.words | {"the"} for word in between) else None


def _stated(stage: Stage, place: int, word: str) -> str | None:
    """Who last spoke "in a statement", for "the statement said"."""
    for event in stage.focus.before(place, 2):
        if event.spoke:
            near = stage.words(Span(max(0, event.place - 80), min(place, event.place + 200)))
            stated = any(a == "in" and c == word for a, c in zip(near, near[2:]))
            return event.label if stated else None
    return None
