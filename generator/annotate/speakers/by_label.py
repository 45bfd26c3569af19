"""Rules for who speaks in a turn: what stands before its colon."""

from __future__ import annotations

from generator.annotate.speakers.answer import Answer
from generator.annotate.speakers.stage import Stage
from generator.model import Quote, Span

LABELLED = ("transcript", "answer", "letter")


def label_of_a_turn(stage: Stage, quote: Quote) -> Answer | None:
    """ "IC:" is Ines Calder; "The Deputy Speaker:" is whom an earlier label names behind the office
    in brackets.
    """
    if quote.rule not in LABELLED or quote.printed is None:
        return None
    printed = quote.printed.of(stage.text)
    people = [name.label for name in stage.names.values() if name.kind == "person"]
    if printed.isupper() and 2 <= len(printed) <= 4:
        initials = [
            label
            for label in people
            if "".join(word[0] for word in label.split()).upper() == printed
        ]
        return Answer(initials[0] if len(initials) == 1 else None)
    place = stage.text.find(f"{printed} (", 0, quote.printed.start)
    if place >= 0:
        start = place + len(printed) + 2
        named = stage.within(Span(start, max(start, stage.text.find(")", start))))
        return Answer(named[-1][1].label if named else None)
    return Answer(None)
