"""A person's word on quotations, laid over the machine's: field by field, and the person wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.correct.entries import QuoteCorrection
from generator.correct.place import CLEARLY, SURE, Place, Text, bare_words
from generator.model import (
    Annotations,
    Article,
    EntityKind,
    Kind,
    Name,
    NameCorrection,
    NotSpeech,
    Problem,
    Quote,
    Span,
    quote_id,
)

OPENING, CLOSING = "“„«‹‘\"'‚", "”“»›’\"'"
FARTHEST = 3000  # characters between a quotation and the words that it shall cover, or its cue
HAND = "by hand"


@dataclass(slots=True)
class _Desk:
    """One article's annotations while they are corrected."""

    article: Article
    text: Text
    kinds: dict[str, EntityKind]  # of names, as a person gave them
    names: list[Name]
    quotes: list[Quote]
    not_speech: list[NotSpeech]
    problems: list[Problem] = field(default_factory=list)

    def problem(self, entry: QuoteCorrection, what: str, hint: str) -> None:
        self.problems.append(Problem(entry.where, what, hint))


def correct_quotes(
    article: Article, found: Annotations, entries: Sequence[QuoteCorrection], names: Sequence[NameCorrection]
) -> Annotations:
    """The annotations with every entry applied, in the order of the file; what can't be applied is a problem."""
    kinds = {name: entry.kind for entry in names if entry.kind for name in (entry.name, entry.rename or entry.name)}
    desk = _Desk(article, Text(article.text), kinds, list(found.names), list(found.quotes), list(found.not_speech))
    for entry in entries:
        _apply(desk, entry)
    return replace(
        found,
        names=tuple(desk.names),
        quotes=_in_order(article.text, desk.quotes),
        not_speech=tuple(sorted(desk.not_speech, key=lambda mark: mark.span)),
        problems=(*found.problems, *desk.problems),
    )


def _apply(desk: _Desk, entry: QuoteCorrection) -> None:
    places = desk.text.find(entry.words, entry.before, entry.after)
    if not places:
        near = desk.text.nearest(entry.words)
        hint = f"the nearest words are {_cut(near)!r}" if near else "copy the words from the article again"
        desk.problem(entry, f"the words {_cut(entry.words)!r} are not in {desk.article.source}", hint)
        return
    if entry.drop and not (entry.before or entry.after) and places[0].likeness < SURE:
        # what is dropped is seen no more: without words around it, nearly the same words are not enough
        words = desk.article.text[places[0].parts[0].start : places[0].parts[-1].end]
        desk.problem(
            entry, f"the words {_cut(entry.words)!r} have changed", f"if these are meant, write {_cut(words)!r}"
        )
        return
    held = _held(desk.quotes, places)
    if held:
        chosen, clear = _best([(place.score + shared, index) for place, index, shared in held])
        if clear and entry.not_speech:
            place = max((p for p, index, _ in held if index == chosen), key=lambda p: p.score)
            _not_speech(desk, entry, chosen, place)
        elif clear:
            _change(desk, entry, chosen)
        else:
            _several(desk, entry, [place for place, _, _ in held])
    elif not (entry.add or entry.not_speech):
        hint = "remove the entry" if entry.drop else "add the line: add: true"
        desk.problem(entry, f"no quotation is found at the words {_cut(entry.words)!r}", hint)
    elif len(places) > 1 and places[0].score - places[1].score < CLEARLY:
        _several(desk, entry, places)
    else:
        parts = tuple(_with_marks(desk.article.text, part) for part in places[0].parts)
        _add(desk, entry, parts)


def _held(quotes: Sequence[Quote], places: Sequence[Place]) -> list[tuple[Place, int, float]]:
    """(place, index of the quotation that lies there best, how well: 0 to 1) for each place with a quotation."""
    held: list[tuple[Place, int, float]] = []
    for place in places:
        start, end = place.parts[0].start, place.parts[-1].end
        near = [
            (n, quote) for n, quote in enumerate(quotes) if quote.parts[0].start < end and start < quote.parts[-1].end
        ]
        best = max(((_shared(quote, place), -n) for n, quote in near), default=(0.0, 0))
        if best[0] > 0:
            held.append((place, -best[1], best[0]))
    return held


def _shared(quote: Quote, place: Place) -> float:
    """Intersection over union of a quotation and a place; 0 if less than half of both is shared."""
    ours = sum(part.end - part.start for part in quote.parts)
    theirs = sum(part.end - part.start for part in place.parts)
    both = sum(
        max(0, min(a.end, b.end) - max(a.start, b.start)) for a in quote.parts for b in place.parts if a.overlaps(b)
    )
    return both / (ours + theirs - both) if both * 2 > min(ours, theirs) else 0.0


def _best(scored: list[tuple[float, int]]) -> tuple[int, bool]:
    """(the quotation with the highest score, whether no other comes near)."""
    best: dict[int, float] = {}
    for score, index in scored:
        best[index] = max(score, best.get(index, 0.0))
    ranked = sorted(best, key=lambda index: (-best[index], index))
    return ranked[0], len(ranked) == 1 or best[ranked[0]] - best[ranked[1]] >= CLEARLY


def _several(desk: _Desk, entry: QuoteCorrection, places: Sequence[Place]) -> None:
    before = [desk.text.words_before(place, 4) for place in places]
    hint = "add one of: " + "; ".join(f'before: "{words}"' for words in dict.fromkeys(before[:4]))
    desk.problem(entry, f"the words {_cut(entry.words)!r} stand {len(places)} times in {desk.article.source}", hint)


def _change(desk: _Desk, entry: QuoteCorrection, index: int) -> None:
    quote = desk.quotes[index]
    if entry.drop:
        del desk.quotes[index]
        return
    hull = Span(quote.parts[0].start, quote.parts[-1].end)
    parts, cue = _span(desk, entry, hull), _cue(desk, entry, hull)
    if parts:
        quote = replace(quote, id="", parts=parts, rule=HAND)
    if cue:
        quote = replace(quote, cue=cue)
    if entry.kind:
        quote = replace(quote, kind=entry.kind)
    if entry.stance:
        quote = replace(quote, stance=entry.stance)
    if entry.speaker_given:
        speaker = _speaker(desk, entry.speaker) if entry.speaker else None
        printed = quote.printed if speaker == quote.speaker or not _names_other(desk, quote.printed, speaker) else None
        quote = replace(quote, speaker=speaker, printed=printed, speaker_rule=HAND)
    desk.quotes[index] = replace(quote, by="human", confidence=1.0, note="")


def _not_speech(desk: _Desk, entry: QuoteCorrection, index: int, place: Place) -> None:
    """Mark the words; the quotation goes too if they are most of it, not if it only has them in it."""
    parts = tuple(_with_marks(desk.article.text, part) for part in place.parts)
    quote = desk.quotes[index]
    if 2 * sum(part.end - part.start for part in parts) > sum(part.end - part.start for part in quote.parts):
        del desk.quotes[index]
    desk.not_speech += [NotSpeech(part, entry.not_speech or "by hand") for part in parts]


def _add(desk: _Desk, entry: QuoteCorrection, parts: tuple[Span, ...]) -> None:
    if entry.not_speech:
        desk.not_speech += [NotSpeech(part, entry.not_speech) for part in parts]
        return
    hull = Span(parts[0].start, parts[-1].end)
    parts = _span(desk, entry, hull) or parts
    quote = Quote(
        id="",
        kind=entry.kind or _kind(desk.article.text, parts[0]),
        parts=parts,
        cue=_cue(desk, entry, hull),
        speaker=_speaker(desk, entry.speaker) if entry.speaker else None,
        rule=HAND,
        speaker_rule=HAND if entry.speaker_given else "",
        confidence=1.0,
        by="human",
        stance=entry.stance or "says",
    )
    desk.quotes.append(quote)


def _span(desk: _Desk, entry: QuoteCorrection, near: Span) -> tuple[Span, ...] | None:
    """Where the words of `span` stand, nearest to the quotation; None without the field or the words."""
    if not entry.span:
        return None
    parts = _nearest(desk, entry.span, near)
    if not parts:
        desk.problem(entry, f"the words of span, {_cut(entry.span)!r}, are not at the quotation", "copy them exactly")
        return None
    return tuple(_with_marks(desk.article.text, part) for part in parts)


def _cue(desk: _Desk, entry: QuoteCorrection, near: Span) -> Span | None:
    if not entry.cue:
        return None
    parts = _nearest(desk, entry.cue, near)
    if not parts:
        desk.problem(entry, f"the cue {_cut(entry.cue)!r} is not near the quotation", "copy it exactly")
        return None
    return parts[0]


def _nearest(desk: _Desk, words: str, near: Span) -> tuple[Span, ...] | None:
    """The place of exactly these words that is nearest to a span; None = none within reach."""
    exact = [place for place in desk.text.find(words) if place.likeness == 1.0]
    away = sorted((_gap(place.parts[0], near), place.parts) for place in exact)
    return away[0][1] if away and away[0][0] <= FARTHEST else None


def _gap(span: Span, other: Span) -> int:
    return max(0, span.start - other.end, other.start - span.end)


def _with_marks(text: str, span: Span) -> Span:
    """The span with the quotation marks right around it, and the comma or full stop before the closing one."""
    start, end = span.start, span.end
    opens = start > 0 and text[start - 1] in OPENING
    closing = end
    while closing < len(text) and closing < end + 3 and text[closing] in ",.!?…—–":
        closing += 1
    if opens and closing < len(text) and text[closing] in CLOSING:
        return Span(start - 1, closing + 1)
    return span


def _kind(text: str, span: Span) -> Kind:
    return "direct" if text[span.start] in OPENING and text[span.end - 1] in CLOSING else "indirect"


def _speaker(desk: _Desk, wanted: str) -> str:
    """The label of the article's name that is meant; a new name if there is none."""
    bare = bare_words(wanted)
    for name in desk.names:
        if name.label == wanted:
            return name.label
    same = [name.label for name in desk.names if bare_words(name.label) == bare]
    if not same:
        text = desk.article.text
        same = [n.label for n in desk.names if any(bare_words(m.span.of(text)) == bare for m in n.mentions)]
    if len(same) == 1:
        return same[0]
    desk.names.append(Name(wanted, desk.kinds.get(wanted, "person"), ()))
    return wanted


def _names_other(desk: _Desk, printed: Span | None, speaker: str | None) -> bool:
    """Whether the words that name the speaker in the text name somebody else."""
    return printed is not None and any(
        mention.span.overlaps(printed) for name in desk.names if name.label != speaker for mention in name.mentions
    )


def _in_order(text: str, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Quotations in text order; a new one, and one with other words now, gets the id of its words."""
    taken = {quote.id for quote in quotes}
    ordered: list[Quote] = []
    for quote in sorted(quotes, key=lambda quote: (quote.parts, quote.kind)):
        made = quote.id or quote_id(quote.words(text), taken)
        taken.add(made)
        ordered.append(replace(quote, id=made))
    return tuple(ordered)


def _cut(words: str) -> str:
    return words if len(words) <= 60 else words[:59] + "…"
