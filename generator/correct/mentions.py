"""Whom an article means by words such as "the mayor": one line settles each quotation that they
name the speaker of.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.correct.desk import HAND, Desk, label_of
from generator.correct.entries import MentionCorrection
from generator.correct.place import SURE, bare_words
from generator.model import Mention, Span

ARTICLES = ("the", "a", "an")  # "The mayor" and "a mayor" are looked for as "mayor"


def mean(desk: Desk, entry: MentionCorrection) -> None:
    """Let the words of an entry mean whom it names: as speakers, and as mentions that link to the
    name.
    """
    places = _places(desk, entry)
    if not places:
        desk.not_there(entry)
        return
    label = label_of(desk, entry.name)
    for at, quote in enumerate(desk.quotes):
        if quote.printed and any(quote.printed.overlaps(place) for place in places):
            settled = replace(
                quote, speaker=label, speaker_rule=HAND, by="human", confidence=1.0, note=""
            )
            desk.quotes[at] = settled
    for at, name in enumerate(desk.names):
        # what meant somebody else in the machine's eyes means them no more
        kept = [m for m in name.mentions if not any(m.span.overlaps(place) for place in places)]
        if name.label == label:
            kept += [Mention(place, "role") for place in places]
        desk.names[at] = replace(name, mentions=tuple(sorted(kept, key=lambda m: m.span)))


def _places(desk: Desk, entry: MentionCorrection) -> list[Span]:
    """Where exactly these words stand, "the" or "a" before them included; behind `before`, if that
    is given.
    """
    wanted = _told(bare_words(entry.words))
    text = desk.text
    runs = (
        [at for at in text.places_of(wanted[0]) if text.words[at : at + len(wanted)] == wanted]
        if wanted
        else []
    )
    spans = [_with_article(desk, at, len(wanted)) for at in runs]
    if entry.before:
        held = [place for place in text.find(entry.words, entry.before) if place.context >= SURE]
        spans = [span for span in spans if held and span.overlaps(held[0].parts[0])]
    return spans


def _with_article(desk: Desk, at: int, count: int) -> Span:
    text = desk.text
    first = at - (at > 0 and text.words[at - 1] in ARTICLES)
    return Span(text.spans[first].start, text.spans[at + count - 1].end)


def _told(words: Sequence[str]) -> list[str]:
    return list(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)
