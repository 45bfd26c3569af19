"""What is on stage while an article is read: who was named where, who spoke last, who a pronoun can mean."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from generator.annotate.gender import gender_of
from generator.annotate.lexing import Layout
from generator.annotate.speaking import SPEAKING
from generator.annotate.titles import Gender
from generator.model import Article, Mention, Name, Quote, Span

HE = frozenset(("he", "him", "his"))
SHE = frozenset(("she", "her", "hers"))
IT = frozenset(("it", "they", "its"))
PRONOUNS = HE | SHE | IT
_PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "from",
        "at",
        "in",
        "on",
        "with",
        "by",
        "to",
        "and",
        "or",
        "between",
        "against",
        "about",
        "under",
        "over",
        "after",
        "before",
        "near",
        "than",
        "as",
        "like",
    ]
)


class Stage:
    """The names of one article with lookups; `said` grows as quotations are resolved in text order."""

    def __init__(self, article: Article, doc: Any | None, names: tuple[Name, ...]) -> None:
        self.layout = Layout(article)
        self.text = article.text
        self.names = {name.label: name for name in names}
        self.mentions = sorted(((m, n) for n in names for m in n.mentions), key=lambda pair: pair[0].span)
        self._starts = [m.span.start for m, _ in self.mentions]
        self.gender = {n.label: gender_of(self.layout, n) for n in names if n.kind == "person"}
        self.subjects = _subjects(self.layout, doc, self.mentions)
        self.said: list[Quote] = []

    def words(self, span: Span) -> tuple[str, ...]:
        """The words of a span, lower case."""
        return tuple(w.low for w in self.layout.inside(span))

    def within(self, span: Span) -> list[tuple[Mention, Name]]:
        """The mentions that lie inside a span, in text order."""
        start = bisect_left(self._starts, span.start)
        end = bisect_left(self._starts, span.end)
        return [pair for pair in self.mentions[start:end] if pair[0].span.end <= span.end]

    def head_name(self, printed: Span) -> Name | None:
        """The name that a printed speaker turns on; None for "a spokesman for Lee", "Lee’s lawyer", "Lee and Park"."""
        around = next((n for m, n in self.mentions if m.form != "role" and m.span.holds(printed)), None)
        if around is not None:
            return around
        heads = [(m, n) for m, n in self.within(printed) if m.form != "role" and self._is_head(printed, m.span)]
        people = [n for _, n in heads if n.kind == "person"]
        if people:
            return people[0] if not self._joined(printed, heads) else None
        return heads[0][1] if heads else None

    def _joined(self, printed: Span, heads: list[tuple[Mention, Name]]) -> bool:
        first = next(m.span for m, n in heads if n.kind == "person")
        after = self.text[first.end : printed.end]
        return after.startswith((" and ", " & "))

    def _is_head(self, printed: Span, span: Span) -> bool:
        before = self.text[printed.start : span.start]
        after = self.text[span.end : printed.end]
        if after.startswith(("’s", "'s", "’ ", "' ")):
            return False
        clause = before[max(before.rfind(c) for c in ",(—:") + 1 :] if any(c in before for c in ",(—:") else before
        if any(word.casefold() in _PREPOSITIONS for word in clause.split()):
            return False
        rest = after.strip()
        return (
            not rest
            or rest[0] in ",(—-–."
            or rest.split()[0].casefold() in _PREPOSITIONS | {"who", "himself", "herself"}
        )

    def role_name(self, printed: Span) -> Name | None:
        """The person whose role mention the printed words are."""
        return next((n for m, n in self.within(printed) if m.form == "role" and m.span.start == printed.start), None)

    def pronoun_gender(self, printed: Span | None) -> Gender | None:
        """The gender of a printed pronoun; None if it is none."""
        words = self.words(printed) if printed else ()
        if len(words) != 1:
            return None
        return "m" if words[0] in HE else "f" if words[0] in SHE else None

    def fits(self, label: str, gender: Gender) -> bool:
        """Whether a name is a person who may be called by that gender."""
        return label in self.gender and self.gender[label] in (gender, None)

    def last_speaker(self, place: int) -> tuple[str | None, int]:
        """Who spoke last before a place, and in which block; (None, -1) if nobody did."""
        for quote in reversed(self.said):
            if quote.parts[0].start < place:
                return quote.speaker, self.layout.block(quote.parts[0].start)
        return None, -1

    def person_meant(self, printed: Span, gender: Gender) -> str | None:
        """Who he or she is: the paragraph's last fitting subject, the last speaker, the last subject before."""
        place, block = printed.start, self.layout.block(printed.start)
        here = [n.label for n in self.subjects_in(block, place) if self.fits(n.label, gender)]
        if here:
            return here[-1]
        speaker, spoke_in = self.last_speaker(place)
        if speaker and self.fits(speaker, gender) and block - spoke_in <= 3:
            return speaker
        for back in (1, 2):
            before = [n.label for n in self.subjects_in(block - back, place) if self.fits(n.label, gender)]
            if before:
                return before[-1]
        near = [n.label for n in self.named_in(block, place) if self.fits(n.label, gender)]
        near = near or [n.label for n in self.named_in(block - 1, place) if self.fits(n.label, gender)]
        return near[-1] if len(set(near)) == 1 else None

    def named_in(self, block: int, place: int) -> list[Name]:
        """The names in a paragraph that stand before a place, outside quotation marks, in text order."""
        if not 0 <= block < len(self.layout.blocks):
            return []
        span = self.layout.blocks[block]
        return [
            n for m, n in self.within(Span(span.start, min(span.end, place))) if not self.layout.quoted[m.span.start]
        ]

    def subjects_in(self, block: int, place: int) -> list[Name]:
        """The subjects of a paragraph that stand before a place, outside quotation marks, in text order."""
        if not 0 <= block < len(self.layout.blocks):
            return []
        span = self.layout.blocks[block]
        pairs = self.within(Span(span.start, min(span.end, place)))
        return [n for m, n in pairs if m.span in self.subjects and not self.layout.quoted[m.span.start]]

    def body_meant(self, printed: Span) -> str | None:
        """The organisation or government that "it" is."""
        place, block = printed.start, self.layout.block(printed.start)
        speaker, spoke_in = self.last_speaker(place)
        if speaker and self.names[speaker].kind != "person" and spoke_in == block:
            return speaker
        here = [n.label for n in self.subjects_in(block, place) if n.kind in ("organisation", "government")]
        return here[-1] if here else None

    def owner(self, printed: Span) -> str | None:
        """Whose document the printed words name; None if they name nobody."""
        labels = [n.label for m, n in self.within(printed) if m.form != "role"]
        return labels[0] if len(set(labels)) == 1 else None

    def body_described(self, printed: Span, low: tuple[str, ...]) -> str | None:
        """The organisation that "the company" is: the last to speak, or the last named whose name has that word."""
        place = printed.start
        before = [n for m, n in self.mentions if m.span.start < place and n.kind in ("organisation", "government")]
        with_word = [n.label for n in before if low[-1] in n.label.casefold().split()]
        if with_word:
            return with_word[-1]
        speaker, _ = self.last_speaker(place)
        if speaker and self.names[speaker].kind in ("organisation", "government"):
            return speaker
        return None


def _subjects(layout: Layout, doc: Any | None, mentions: list[tuple[Mention, Name]]) -> set[Span]:
    """The mentions that are subjects: by the parse, or without one those right before a verb of speech."""
    found = set()
    for mention, _ in mentions:
        span = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand") if doc is not None else None
        if span is not None:
            root = span.root
            while root.dep_ in ("appos", "conj") and root.head is not root and root.head.pos_ in ("NOUN", "PROPN"):
                root = root.head
            if root.dep_ in ("nsubj", "nsubjpass"):
                found.add(mention.span)
        elif _before_verb(layout, mention.span):
            found.add(mention.span)
    return found


def _before_verb(layout: Layout, span: Span) -> bool:
    index = layout.first_word(span.end)
    return index < len(layout.words) and layout.words[index].low in SPEAKING | {"is", "was", "has", "had"}
