"""Rules for who speaks in a turn: what stands before its colon."""

from __future__ import annotations

from generator.annotate.speakers.answer import Answer
from generator.annotate.speakers.stage import Stage
from generator.model import Quote, Span

LABELLED = ("transcript", "answer", "letter")


NAME = 60  # characters before a bracket that may hold the name


def label_in_brackets(stage: Stage, quote: Quote) -> Answer | None:
    """ "IO:" is whom the text introduced with it: "Ines Okafor (IO)"; "Chair:" is "Helena Voss
    (Chair)". Asked before names are, since such a label may pass for one.
    """
    if quote.rule not in LABELLED or quote.printed is None:
        return None
    label = quote.printed.of(stage.text)
    place = stage.text.find(f" ({label})", 0, quote.printed.start)
    if place < 0:
        return None
    named = [
        name.label
        for mention, name in stage.within(Span(max(0, place - NAME), place))
        if mention.span.end == place and mention.form != "role"
    ]
    return Answer(named[-1]) if named else None


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
