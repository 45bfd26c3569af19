"""A person's word on quotations, laid over the machine's: field by field, and the person wins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.correct.attach import best_of, cue_of, held_at, kind_of, span_of
from generator.correct.desk import HAND, Desk, cut, label_of, nearest, with_marks
from generator.correct.entries import MentionCorrection, QuoteCorrection
from generator.correct.mentions import mean
from generator.correct.place import CLEARLY, SURE, Place, Text, bare_words
from generator.model import (
    Annotations,
    Article,
    NameCorrection,
    NotSpeech,
    Quote,
    Span,
    quote_id,
)


def correct_quotes(
    article: Article,
    found: Annotations,
    entries: Sequence[QuoteCorrection],
    names: Sequence[NameCorrection],
    mentions: Sequence[MentionCorrection] = (),
) -> Annotations:
    """The annotations with every entry applied, in the order of the file; what can't be applied is
    a problem.

    What is said of one quotation wins over what is said of the words that name its speaker.
    """
    kinds = {
        name: entry.kind
        for entry in names
        if entry.kind
        for name in (entry.name, entry.rename or entry.name)
    }
    desk = Desk(
        article,
        Text(article.text),
        kinds,
        list(found.names),
        list(found.quotes),
        list(found.not_speech),
    )
    for mention in mentions:
        mean(desk, mention)
    for entry in entries:
        _apply(desk, entry)
    return replace(
        found,
        names=tuple(desk.names),
        quotes=_in_order(article.text, desk.quotes),
        not_speech=tuple(sorted(desk.not_speech, key=lambda mark: mark.span)),
        problems=(*found.problems, *desk.problems),
    )


def _apply(desk: Desk, entry: QuoteCorrection) -> None:
    places = desk.text.find(entry.words, entry.before, entry.after)
    if not places:
        desk.not_there(entry)
        return
    if entry.drop and not (entry.before or entry.after) and places[0].likeness < SURE:
        # what is dropped is seen no more: without words around it, nearly the same words are not
        # enough
        words = desk.article.text[places[0].parts[0].start : places[0].parts[-1].end]
        desk.problem(
            entry,
            f"the words {cut(entry.words)!r} have changed",
            f"if these are meant, write {cut(words)!r}",
        )
        return
    held = held_at(desk.quotes, places)
    if held:
        chosen, clear = best_of([(place.score + shared, index) for place, index, shared in held])
        if clear and entry.not_speech:
            place = max((p for p, index, _ in held if index == chosen), key=lambda p: p.score)
            _not_speech(desk, entry, chosen, place)
        elif clear and entry.split:
            _split(desk, entry, chosen)
        elif clear:
            _change(desk, entry, chosen)
        else:
            _several(desk, entry, [place for place, _, _ in held])
    elif not (entry.add or entry.not_speech):
        hint = "remove the entry" if entry.drop else "add the line: add: true"
        desk.problem(entry, f"no quotation is found at the words {cut(entry.words)!r}", hint)
    elif len(places) > 1 and places[0].score - places[1].score < CLEARLY:
        _several(desk, entry, places)
    else:
        parts = tuple(with_marks(desk.article.text, part) for part in places[0].parts)
        _add(desk, entry, parts)


def _several(desk: Desk, entry: QuoteCorrection, places: Sequence[Place]) -> None:
    before = [desk.text.words_before(place, 4) for place in places]
    hint = "add one of: " + "; ".join(f'before: "{words}"' for words in dict.fromkeys(before[:4]))
    desk.problem(
        entry,
        f"the words {cut(entry.words)!r} stand {len(places)} times in {desk.article.source}",
        hint,
    )


def _change(desk: Desk, entry: QuoteCorrection, index: int) -> None:
    before = desk.quotes[index]
    if entry.drop:
        del desk.quotes[index]
        return
    quote = before
    hull = Span(quote.parts[0].start, quote.parts[-1].end)
    parts = span_of(desk, entry, hull) or _joined(desk, entry, index)
    if parts:
        quote = replace(quote, id="", parts=parts, rule=HAND)
    quote = _attributed(desk, entry, quote, hull)
    right = entry.checked and quote == before  # looked at, and nothing of it changed
    quote = replace(quote, by="checked" if right else "human", confidence=1.0, note="")
    desk.quotes[desk.quotes.index(before)] = quote


def _attributed(desk: Desk, entry: QuoteCorrection, quote: Quote, hull: Span) -> Quote:
    """The quotation with the cue, kind and speaker that the entry gives."""
    cue = cue_of(desk, entry, hull)
    if cue:
        quote = replace(quote, cue=cue)
    if entry.kind:
        quote = replace(quote, kind=entry.kind)
    if entry.stance:
        quote = replace(quote, stance=entry.stance)
    if entry.speaker_given:
        label = _label(desk, entry, quote)
        printed = (
            quote.printed
            if label == quote.speaker or not _names_other(desk, quote.printed, label)
            else None
        )
        same = label == quote.speaker and entry.checked
        others = _others(desk, entry, label)
        same = same and others == quote.others
        rule = quote.speaker_rule if same else HAND
        quote = replace(quote, speaker=label, others=others, printed=printed, speaker_rule=rule)
    if entry.printed:
        found = nearest(desk, entry.printed, hull)
        if found:
            quote = replace(quote, printed=found[0])
        else:
            desk.problem(
                entry,
                f"the words {cut(entry.printed)!r} are not near the quotation",
                "copy them exactly",
            )
    return quote


def _label(desk: Desk, entry: QuoteCorrection, quote: Quote) -> str | None:
    """The label of the speaker that an entry gives.

    Of one that was only looked at it is the machine's, where the given name says the same and more:
    the site has "Ada Varnholt" where the article has "Varnholt".
    """
    if entry.checked and entry.speaker and quote.speaker:
        words = set(bare_words(quote.speaker))
        if words and words <= set(bare_words(entry.speaker)):
            return quote.speaker
    return label_of(desk, entry.speaker) if entry.speaker else None


def _others(desk: Desk, entry: QuoteCorrection, speaker: str | None) -> tuple[str, ...]:
    """Labels of the further speakers, each once."""
    labels = dict.fromkeys(label_of(desk, name) for name in entry.others)
    return tuple(label for label in labels if label != speaker)


def _joined(desk: Desk, entry: QuoteCorrection, index: int) -> tuple[Span, ...] | None:
    """The parts of a quotation and of those that belong to it, which are taken out; None without
    the field.
    """
    taken = {index}
    for words in entry.join:
        held = [
            (place.score + shared, at)
            for place, at, shared in held_at(desk.quotes, desk.text.find(words))
        ]
        chosen, clear = best_of(held) if held else (index, False)
        if not clear or chosen in taken:
            desk.problem(
                entry,
                f"no other quotation is clearly at the words {cut(words)!r}",
                "write more of its words",
            )
        else:
            taken.add(chosen)
    if len(taken) == 1:
        return None
    parts: list[Span] = []
    for part in sorted(part for at in taken for part in desk.quotes[at].parts):
        if parts and part.start <= parts[-1].end:
            parts[-1] = Span(parts[-1].start, max(part.end, parts[-1].end))
        else:
            parts.append(part)
    for at in sorted(taken - {index}, reverse=True):
        del desk.quotes[at]
    return tuple(parts)


def _split(desk: Desk, entry: QuoteCorrection, index: int) -> None:
    """Several quotations in the place of one, each with its cue and speaker, or with those that the
    entry gives.
    """
    quote = desk.quotes[index]
    hull = Span(quote.parts[0].start, quote.parts[-1].end)
    made: list[tuple[Span, ...]] = []
    for words in entry.split:
        parts = nearest(desk, words, hull)
        if parts is None or any(
            part.overlaps(other) for part in parts for held in made for other in held
        ):
            fact = (
                f"the words of split, {cut(words)!r}, are not a part of the quotation by themselves"
            )
            desk.problem(entry, fact, "copy them exactly, each once")
            return
        made.append(tuple(with_marks(desk.article.text, part) for part in parts))
    quote = replace(
        _attributed(desk, entry, quote, hull), id="", rule=HAND, by="human", confidence=1.0, note=""
    )
    desk.quotes[index : index + 1] = [replace(quote, parts=parts) for parts in made]


def _not_speech(desk: Desk, entry: QuoteCorrection, index: int, place: Place) -> None:
    """Mark the words; the quotation goes too if they are most of it, not if it only has them in
    it.
    """
    parts = tuple(with_marks(desk.article.text, part) for part in place.parts)
    quote = desk.quotes[index]
    if 2 * sum(part.end - part.start for part in parts) > sum(
        part.end - part.start for part in quote.parts
    ):
        del desk.quotes[index]
    desk.not_speech += [NotSpeech(part, entry.not_speech or "by hand") for part in parts]


def _add(desk: Desk, entry: QuoteCorrection, parts: tuple[Span, ...]) -> None:
    if entry.not_speech:
        desk.not_speech += [NotSpeech(part, entry.not_speech) for part in parts]
        return
    hull = Span(parts[0].start, parts[-1].end)
    parts = span_of(desk, entry, hull) or parts
    quote = Quote(
        id="",
        kind=entry.kind or kind_of(desk.article.text, parts[0]),
        parts=parts,
        cue=cue_of(desk, entry, hull),
        speaker=(label := label_of(desk, entry.speaker) if entry.speaker else None),
        others=_others(desk, entry, label),
        rule=HAND,
        speaker_rule=HAND if entry.speaker_given else "",
        confidence=1.0,
        by="human",
        stance=entry.stance or "says",
    )
    desk.quotes.append(quote)


def _names_other(desk: Desk, printed: Span | None, speaker: str | None) -> bool:
    """Whether the words that name the speaker in the text name somebody else."""
    return printed is not None and any(
        mention.span.overlaps(printed)
        for name in desk.names
        if name.label != speaker
        for mention in name.mentions
    )


def _in_order(text: str, quotes: Sequence[Quote]) -> tuple[Quote, ...]:
    """Quotations in text order; a new one, and one with other words now, gets the id of its
    words.
    """
    taken = {quote.id for quote in quotes}
    ordered: list[Quote] = []
    for quote in sorted(quotes, key=lambda quote: (quote.parts, quote.kind)):
        made = quote.id or quote_id(quote.words(text), taken)
        taken.add(made)
        ordered.append(replace(quote, id=made))
    return tuple(ordered)
