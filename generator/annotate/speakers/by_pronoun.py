"""Rules for he, she, it and they."""

from __future__ import annotations

from collections.abc import Iterator

from generator.annotate.speakers.answer import REACH, Answer
from generator.annotate.speakers.focus import Event
from generator.annotate.speakers.groups import is_group
from generator.annotate.speakers.stage import Stage
from generator.languages.named import Gender
from generator.languages.words import ROLES, SPEAKERS
from generator.model import Quote


def he_or_she(stage: Stage, quote: Quote) -> Answer | None:
    """The speaker or subject last in focus whose gender fits."""
    gender = stage.pronoun_gender(quote.printed)
    if gender is None or quote.printed is None:
        return None
    label, known = person_before(stage, quote, quote.printed.start, gender)
    return Answer(label) if known else None


def person_before(
    stage: Stage, quote: Quote, place: int, gender: Gender
) -> tuple[str | None, bool]:
    """The person of a gender last in focus, and whether that is decided; (None, True) = somebody
    whom nothing names.

    Near subjects and speakers come first, then whoever else is named near, then subjects and
    speakers further up.
    """
    for reach in (1, REACH):
        for event in others(stage, quote, place, reach):
            if event.label is None and _may_be(stage, event, gender):
                return None, True
            if event.label and stage.fits(event.label, gender):
                return event.label, True
        near = {
            e.label
            for e in stage.focus.named_before(place, 1)
            if e.label and stage.fits(e.label, gender)
        }
        if len(near) == 1:
            return near.pop(), True
    return None, False


def others(stage: Stage, quote: Quote, place: int, reach: int) -> Iterator[Event]:
    """Who was in focus before a place, without the one whose reported question the quotation
    answers.

    "Hollobach asked how many had been printed. “Four hundred,” he said." "Asked by the chair who
    had it, she said …"
    """
    last = next((event for event in stage.focus.speakers_before(place, reach)), None)
    asked = last is not None and _asked(stage, last)
    asker = last.label if last and asked and stage.is_quoted(quote.parts[0]) else None
    unnamed = (
        last
        if last and asked and last.label is None and "." not in stage.text[last.place : place]
        else None
    )
    for event in stage.focus.before(place, reach):
        if (asker is None or event.label != asker) and event is not unnamed:
            yield event


def _asked(stage: Stage, event: Event) -> bool:
    asked = event.cue is not None and stage.words(event.cue)[-1:] in (
        ("asked",),
        ("asks",),
        ("wondered",),
    )
    return asked and not event.direct


def _may_be(stage: Stage, event: Event, gender: Gender) -> bool:
    """Whether a speaker without a name ("the judge", "her brother") can be he or she."""
    if event.printed is None:
        return False
    words = stage.words(event.printed)
    if is_group(stage.layout.inside(event.printed)) and words[0] not in SPEAKERS.indefinite:
        return False
    head = next((w for w in words if w in ROLES.gender), words[-1])
    if set(words) & SPEAKERS.documents or head in SPEAKERS.bodies or words[0] in ("it", "they"):
        return False
    said = stage.pronoun_gender(event.printed) or ROLES.gender.get(head)
    return said == gender or (said is None and bool(set(words) & ROLES.words))


def it_or_they(stage: Stage, quote: Quote) -> Answer | None:
    """The organisation or government last in focus."""
    if quote.printed is None or stage.words(quote.printed) not in (("it",), ("they",)):
        return None
    for event in stage.focus.before(quote.printed.start, 2):
        if event.label is None:
            return Answer(None)
        if stage.names[event.label].kind in ("organisation", "government"):
            return Answer(event.label)
    return None


_AHEAD = 3  # paragraphs in which somebody may be introduced behind a pronoun


def introduced_later(stage: Stage, quote: Quote) -> Answer | None:
    """ "“…,” she said. Lee, 43, lives …": the only one who can be she is named right behind."""
    gender = stage.pronoun_gender(quote.printed)
    if gender is None or quote.printed is None:
        return None
    fitting = [label for label in stage.gender if stage.fits(label, gender)]
    if len(fitting) != 1:
        return None
    first = stage.names[fitting[0]].mentions[0].span.start
    if any(
        name.kind != "place" and m.span.start < quote.printed.start for m, name in stage.mentions
    ):
        return None  # somebody is named before: she may be the one
    here = stage.layout.block(quote.printed.start)
    near = quote.printed.start < first and stage.layout.block(first) <= here + _AHEAD
    return Answer(fitting[0]) if near else None
