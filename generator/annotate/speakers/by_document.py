"""Rules for a statement, a letter or a report that speaks for somebody."""

from __future__ import annotations

from generator.annotate.speakers.answer import Answer
from generator.annotate.speakers.by_pronoun import person_before
from generator.annotate.speakers.stage import Stage
from generator.annotate.text.layout import Word
from generator.languages.named import Gender
from generator.languages.words import ROLES, SPEAKERS
from generator.model import Mention, Name, Quote, Span

_HIS_OR_HER: dict[str, Gender] = {"his": "m", "her": "f"}


def document_of(stage: Stage, quote: Quote) -> Answer | None:
    """ "The RCMP statement", "Lee’s letter", "her statement", "a release sent to us by the RCMP":
    whose it is.
    """
    if quote.printed is None or not set(stage.words(quote.printed)) & SPEAKERS.documents:
        return None
    gender = _HIS_OR_HER.get(stage.words(quote.printed)[0])
    if gender is not None:
        label, known = person_before(stage, quote, quote.printed.start, gender)
        return Answer(label) if known else None
    owner = _owner(stage, quote.printed) or _sender(stage, quote.printed)
    if owner is None and stage.words(quote.printed)[0] == "the":
        word = next(w for w in reversed(stage.words(quote.printed)) if w in SPEAKERS.documents)
        owner = _publisher(stage, word, quote.printed.start) or _stated(
            stage, quote.printed.start, word
        )
    return Answer(owner) if owner else None


_SENDER_WITHIN = 8  # words behind a document: "sent to several newsrooms late on Friday by"


def _sender(stage: Stage, printed: Span) -> str | None:
    """Who is named behind "a statement", "a letter sent to the council": "by X" or "from X". A
    report that is "seen by" somebody is not theirs."""
    by = _by(stage, printed)
    named = _named_behind(stage, by) if by is not None else []
    if by is None or not named or named[0][0].form == "role":
        return None
    sender, name = named[0]
    if len(named) > 1:
        between = stage.text[sender.span.end : named[1][0].span.start]
        if between.strip(" ,") in ("and", "&"):
            return None  # a letter from Lee and Park
    between_words = stage.words(Span(by.span.end, sender.span.start))
    return name.label if all(word in ROLES.words | {"the"} for word in between_words) else None


def _by(stage: Stage, printed: Span) -> Word | None:
    """The "by" or "from" that tells who sent what is printed."""
    first = stage.layout.first_word(printed.end)
    behind = stage.layout.words[first : first + _SENDER_WITHIN]
    if not behind or behind[0].low not in SPEAKERS.sent | {"by", "from"}:
        return None
    by = next((word for word in behind if word.low in ("by", "from")), None)
    if by is None or any(c in stage.text[printed.end : by.span.end] for c in ',;.:\n“”"'):
        return None
    return by


_NAME_WITHIN = 60  # characters behind "by"


def _named_behind(stage: Stage, by: Word) -> list[tuple[Mention, Name]]:
    """Who is named right behind "by" or "from"."""
    return stage.within(Span(by.span.end, min(len(stage.text), by.span.end + _NAME_WITHIN)))


def _owner(stage: Stage, printed: Span) -> str | None:
    """Whose document the printed words name; None if they name nobody."""
    labels = [n.label for m, n in stage.within(printed) if m.form != "role" and not _is_document(n)]
    return labels[0] if len(set(labels)) == 1 else None


def _is_document(name: Name) -> bool:
    return name.label.casefold().split()[-1] in SPEAKERS.documents


_PAGE = 400  # words that a document is looked for in


def _publisher(stage: Stage, word: str, place: int) -> str | None:
    """Who published the "report" that is spoken of: "a report by X", "the X report"."""
    last = stage.layout.word(place)
    for index in range(last, max(-1, last - _PAGE), -1):
        if stage.layout.words[index].low == word:
            found = _named_before(stage, index) or _published_by(stage, index)
            if found is not None:
                return found
    return None


def _named_before(stage: Stage, index: int) -> str | None:
    """Whose name stands right before a document: the | Halden Institute | report."""
    words = stage.layout.words
    if not stage.layout.adjacent(index):
        return None
    near = Span(words[max(0, index - 4)].span.start, words[index].span.end)
    before = [name for m, name in stage.within(near) if _next_to(stage, m, index)]
    if not before or before[-1].kind == "place" or _is_document(before[-1]):
        return None
    return before[-1].label


def _next_to(stage: Stage, mention: Mention, index: int) -> bool:
    """Whether a mention stands right before a word, apart from a possessive ending."""
    return not stage.text[mention.span.end : stage.layout.words[index].span.start].strip("’'s ")


def _published_by(stage: Stage, index: int) -> str | None:
    """Whose name stands right behind a document: the report by | the Halden Institute."""
    if index + 1 == len(stage.layout.words) or not stage.layout.adjacent(index + 1):
        return None
    by = stage.layout.words[index + 1]
    named = _named_behind(stage, by) if by.low in ("by", "from") else []
    if not named or stage.text[by.span.end : named[0][0].span.start].strip(" the"):
        return None
    return named[0][1].label


def _stated(stage: Stage, place: int, word: str) -> str | None:
    """Who last spoke "in a statement", for "the statement said"."""
    for event in stage.focus.before(place, 2):
        if event.spoke:
            near = stage.words(Span(max(0, event.place - 80), min(place, event.place + 200)))
            stated = any(a == "in" and c == word for a, c in zip(near, near[2:]))
            return event.label if stated else None
    return None
