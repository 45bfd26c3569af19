"""The rule for a quotation that goes on where an earlier one ended."""

from __future__ import annotations

from generator.annotate.speakers.answer import Answer
from generator.annotate.speakers.by_pronoun import others
from generator.annotate.speakers.focus import Event
from generator.annotate.speakers.stage import Stage
from generator.model import Quote, Span


def goes_on(stage: Stage, quote: Quote) -> Answer | None:
    """No speaker is printed: the paragraph's speaker or subject goes on, or the last speaker
    does.
    """
    if quote.printed is not None:
        return None
    if named := _named_with_cue(stage, quote):
        return named
    place = quote.parts[0].start
    for event in others(stage, quote, place, 2):
        if event.spoke or (event.label and stage.names[event.label].kind == "person"):
            return Answer(event.label, None if event.label else _lasting(stage, event))
    return None


def _named_with_cue(stage: Stage, quote: Quote) -> Answer | None:
    """ "Speaking to the radio, Ana Calder, who chairs the board, said: “…”": the one person named
    before a cue that has no subject for the parse; None if nobody is, or several are."""
    if quote.cue is None or quote.kind != "direct" or quote.cue.start > quote.parts[0].start:
        return None
    start = max(stage.text.rfind(mark, 0, quote.cue.start) for mark in ("\n", ". ", "” "))
    named = [
        (m, n)
        for m, n in stage.within(Span(start + 1, quote.cue.start))
        if m.form != "role" and n.kind == "person"
    ]
    if (
        len({name.label for _, name in named}) != 1
        or stage.text[quote.cue.start - 2 : quote.cue.start] != ", "
    ):
        return None
    mention, name = named[0]
    before = stage.text[: mention.span.start].rstrip()
    return (
        Answer(name.label, mention.span)
        if before.endswith(",") or mention.span.start == start + 1
        else None
    )


def _lasting(stage: Stage, event: Event) -> Span | None:
    """The printed speaker of an earlier quotation, if it is more than a pronoun."""
    return event.printed if event.printed and len(stage.words(event.printed)) > 1 else None
