"""Whom a paragraph is about: the subjects and speakers so far, the most recent first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from generator.annotate.text.layout import Layout
from generator.annotate.text.spans import Cover
from generator.model import Mention, Name, Quote, Span

_FAR = 60  # events looked back at; keeps the time linear on hostile text


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody comes into focus: as the subject of a clause outside quotations, or by speaking."""

    place: int
    label: str | None  # None = a speaker whom the article names nowhere ("the judge", "officials")
    block: int
    spoke: bool
    printed: Span | None = None  # the speaker's words
    cue: Span | None = None  # "asked"
    direct: bool = False  # the speaker's own words in quotation marks


class Focus:
    """The events of one article; speakers are added as they are resolved, in text order."""

    def __init__(
        self,
        layout: Layout,
        mentions: list[tuple[Mention, Name]],
        subjects: set[Span],
        quotes: tuple[Quote, ...],
    ) -> None:
        self._layout = layout
        reported = Cover(_merged([part for quote in quotes for part in quote.parts]))
        outside = [
            (m, n)
            for m, n in mentions
            if not layout.quoted[m.span.start] and not reported.touches(m.span)
        ]
        self._subjects = [self._event(m, n) for m, n in outside if m.span in subjects]
        self._named = [self._event(m, n) for m, n in outside]
        self._spoken: list[Event] = []

    def _event(self, mention: Mention, name: Name) -> Event:
        return Event(mention.span.start, name.label, self._layout.block(mention.span.start), False)

    def subjects(self) -> list[tuple[int, str]]:
        """Place and label of the subjects outside quotations, in text order."""
        return [(event.place, event.label) for event in self._subjects if event.label]

    def speaks(self, quote: Quote) -> None:
        """Note who said a quotation, where the speaker is printed or, if nowhere, where the
        quotation starts.
        """
        beside = quote.printed is not None and self._layout.block(
            quote.printed.start
        ) == self._layout.block(quote.parts[-1].end - 1)
        place = quote.printed.start if quote.printed and beside else quote.parts[0].start
        event = Event(
            place,
            quote.speaker,
            self._layout.block(place),
            True,
            quote.printed,
            quote.cue,
            self._is_quoted(quote),
        )
        self._spoken.insert(bisect_left(self._spoken, place, key=lambda e: e.place), event)

    def _is_quoted(self, quote: Quote) -> bool:
        return bool(self._layout.quoted[min(quote.parts[0].start + 1, quote.parts[0].end - 1)])

    def before(self, place: int, reach: int) -> Iterator[Event]:
        """Subjects and speakers before a place, up to `reach` paragraphs back, the most recent
        first.
        """
        return self._merge(self._subjects, self._spoken, place, reach)

    def speakers_before(self, place: int, reach: int) -> Iterator[Event]:
        """Speakers only."""
        return self._merge([], self._spoken, place, reach)

    def named_before(self, place: int, reach: int) -> Iterator[Event]:
        """Everyone named outside quotations, subjects or not."""
        return self._merge(self._named, [], place, reach)

    def _merge(
        self, some: list[Event], others: list[Event], place: int, reach: int
    ) -> Iterator[Event]:
        first = self._layout.block(place) - reach
        i = bisect_left(some, place, key=lambda e: e.place)
        j = bisect_left(others, place, key=lambda e: e.place)
        for _ in range(_FAR):
            a = some[i - 1] if i else None
            b = others[j - 1] if j else None
            if b is not None and (a is None or b.place >= a.place):
                j -= 1
                event = b
            elif a is not None:
                i -= 1
                event = a
            else:
                return
            if event.block < first:
                return
            yield event


def _merged(spans: list[Span]) -> list[Span]:
    """The same ground as disjoint spans."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        else:
            out.append(span)
    return out
