"""One article's annotations while a person's word is laid over them."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.correct.entries import MentionCorrection, QuoteCorrection
from generator.correct.place import Text, bare_words
from generator.model import Article, EntityKind, Name, NotSpeech, Problem, Quote, Span

OPENING, CLOSING = "“„«‹‘\"'‚", "”“»›’\"'"
FARTHEST = 3000  # characters between a quotation and the words that it shall cover, or its cue
HAND = "by hand"


@dataclass(slots=True)
class Desk:
    """One article's annotations while they are corrected."""

    article: Article
    text: Text
    kinds: dict[str, EntityKind]  # of names, as a person gave them
    names: list[Name]
    quotes: list[Quote]
    not_speech: list[NotSpeech]
    problems: list[Problem] = field(default_factory=list)

    def problem(self, entry: QuoteCorrection | MentionCorrection, what: str, hint: str) -> None:
        """Add a problem of one entry."""
        self.problems.append(Problem(entry.where, what, hint))

    def not_there(self, entry: QuoteCorrection | MentionCorrection) -> None:
        """The problem of an entry whose words the article doesn't have."""
        near = self.text.nearest(entry.words)
        hint = (
            f"the nearest words are {cut(near)!r}"
            if near
            else "copy the words from the article again"
        )
        self.problem(
            entry, f"the words {cut(entry.words)!r} are not in {self.article.source}", hint
        )


def label_of(desk: Desk, wanted: str) -> str:
    """The label of the article's name that is meant; a new name if there is none."""
    bare = bare_words(wanted)
    for name in desk.names:
        if name.label == wanted:
            return name.label
    same = [name.label for name in desk.names if bare_words(name.label) == bare]
    if not same:
        text = desk.article.text
        same = [
            n.label
            for n in desk.names
            if any(bare_words(m.span.of(text)) == bare for m in n.mentions)
        ]
    if len(same) == 1:
        return same[0]
    desk.names.append(Name(wanted, desk.kinds.get(wanted, "person"), ()))
    return wanted


def nearest(desk: Desk, words: str, near: Span) -> tuple[Span, ...] | None:
    """The place of exactly these words that is nearest to a span; None = none within reach."""
    exact = [place for place in desk.text.find(words) if place.likeness == 1.0]
    away = sorted((_gap(place.parts[0], near), place.parts) for place in exact)
    return away[0][1] if away and away[0][0] <= FARTHEST else None


def _gap(span: Span, other: Span) -> int:
    return max(0, span.start - other.end, other.start - span.end)


def with_marks(text: str, span: Span) -> Span:
    """The span with the quotation marks right around it, and the comma or full stop before the
    closing one.
    """
    start, end = span.start, span.end
    opens = start > 0 and text[start - 1] in OPENING
    closing = end
    while closing < len(text) and closing < end + 3 and text[closing] in ",.!?…—–":
        closing += 1
    if opens and closing < len(text) and text[closing] in CLOSING:
        return Span(start - 1, closing + 1)
    return span


def cut(words: str) -> str:
    """Words for a problem, at most 60 characters."""
    return words if len(words) <= 60 else words[:59] + "…"
