"""How right the extractor is: matching of quotations by their letters, of speakers by place or last
name.

Definitions, the same for every kind:

* A quotation is the set of letters and digits that its parts cover; marks, commas and spaces count for nothing.
* Its kind is worked out from the quotation marks, gold and prediction alike: direct = nine tenths of it stand within
  double marks, mixed = at least two words do, indirect = the rest.
* span: intersection over union of the letters is at least .8. Pairs are made one to one, the best first.
* end to end: span, and the speaker is right: the printed speakers overlap, or their last names agree. Where gold names
  no speaker, none can be wrong.
* canonical: span, and the name agrees with the full name that gold gives (the last word of it, as people are listed).
* speaker accuracy: of pairs that overlap by at least half, those whose speaker (or name) is right.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from generator.evaluate.agree import name_agrees, speaker_agrees
from generator.evaluate.letters import inside_marks, kind_of, letters_of
from generator.evaluate.marked import MarkedArticle, MarkedQuote

KINDS = ("direct", "mixed", "indirect")
SPAN = 0.8  # intersection over union from which a span is right
OVERLAP = 0.5  # and from which it is the same quotation, for the accuracy of speakers


@dataclass
class Counts:
    """How many of what, for one kind. Gold and predicted quotations of a pair may be of different
    kinds.
    """

    gold: int = 0
    found: int = 0
    span_gold: int = 0
    span_found: int = 0
    end_gold: int = 0
    end_found: int = 0
    name_gold: int = 0
    name_found: int = 0
    speakers: int = 0
    speakers_right: int = 0
    names: int = 0
    names_right: int = 0
    named: int = 0  # gold quotations that have a full name


@dataclass(frozen=True, slots=True)
class Judged:
    """A prediction's confidence, and whether it is right: span, speaker, and the full name where
    both give one.

    A speaker that was printed but not resolved is no wrong one: the page says that it is not
    identified.
    """

    confidence: float
    right: bool


@dataclass
class Measured:
    """Everything that `measure` counts."""

    articles: int = 0
    counts: dict[str, Counts] = field(
        default_factory=lambda: {kind: Counts() for kind in ("all", *KINDS)}
    )
    judged: list[Judged] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Lettered:
    quote: MarkedQuote
    letters: frozenset[int]
    kind: str


def measure(
    gold: tuple[MarkedArticle, ...], found: tuple[MarkedArticle, ...], pieces: bool = False
) -> Measured:
    """Compare predictions with gold; articles are paired by id, one without predictions counts as
    empty.

    `pieces`: each part of a quotation counts on its own, for gold that was marked in that way.
    """
    measured = Measured(articles=len(gold))
    by_id = {article.id: article for article in found}
    for article in gold:
        other = by_id.get(article.id, MarkedArticle(article.id, article.text, ()))
        if pieces:
            _measure_article(measured, in_pieces(article), in_pieces(other))
        else:
            _measure_article(measured, article, other)
    return measured


def in_pieces(article: MarkedArticle) -> MarkedArticle:
    """The article with each part of a quotation as a quotation of its own."""
    parts = [replace(quote, parts=(part,)) for quote in article.quotes for part in quote.parts]
    return replace(article, quotes=tuple(parts))


def _measure_article(measured: Measured, gold: MarkedArticle, found: MarkedArticle) -> None:
    inside = inside_marks(gold.text)
    all_gold = _lettered(gold, inside)
    wanted = [
        g for g in all_gold if g.kind != "indirect" or g.quote.cue_class not in ("other", "none")
    ]
    given = _asked_for(_lettered(found, inside), wanted, [g for g in all_gold if g not in wanted])
    for one in wanted:
        _add(measured, one.kind, gold=1, named=int(bool(one.quote.name)))
    for one in given:
        _add(measured, one.kind, found=1)
    right = set()
    for i, j, overlap in _pairs(wanted, given):
        if _count_pair(measured, wanted[i], given[j], overlap):
            right.add(j)
    for j, one in enumerate(given):
        if one.quote.quote is not None:
            measured.judged.append(Judged(one.quote.quote.confidence, j in right))


def _add(measured: Measured, kind: str, **what: int) -> None:
    for counts in (measured.counts["all"], measured.counts[kind]):
        for name, number in what.items():
            setattr(counts, name, getattr(counts, name) + number)


def _lettered(article: MarkedArticle, inside: bytearray) -> list[_Lettered]:
    sets = [(quote, letters_of(article.text, quote.parts)) for quote in article.quotes]
    return [
        _Lettered(quote, letters, kind_of(letters, inside)) for quote, letters in sets if letters
    ]


def _asked_for(
    given: list[_Lettered], wanted: list[_Lettered], left_out: list[_Lettered]
) -> list[_Lettered]:
    """The predictions that count: not those that mostly lie on gold quotations that are not asked
    for.
    """
    out = frozenset[int]().union(*(g.letters for g in left_out))
    kept = frozenset[int]().union(*(g.letters for g in wanted))
    return [
        one
        for one in given
        if len(one.letters & out) <= len(one.letters & kept)
        or len(one.letters & out) < 0.5 * len(one.letters)
    ]


def _pairs(wanted: list[_Lettered], given: list[_Lettered]) -> list[tuple[int, int, float]]:
    """One-to-one pairs (gold, prediction, intersection over union), the most alike first."""
    alike = []
    for i, one in enumerate(wanted):
        for j, other in enumerate(given):
            shared = len(one.letters & other.letters)
            overlap = shared / (len(one.letters) + len(other.letters) - shared)
            if overlap >= OVERLAP:
                alike.append((-overlap, i, j))
    taken_i: set[int] = set()
    taken_j: set[int] = set()
    pairs = []
    for negative, i, j in sorted(alike):
        if i not in taken_i and j not in taken_j:
            taken_i.add(i)
            taken_j.add(j)
            pairs.append((i, j, -negative))
    return pairs


def _count_pair(measured: Measured, gold: _Lettered, found: _Lettered, overlap: float) -> bool:
    """Counts one pair; whether span and speaker are right, by full name where both have one."""
    speaker = speaker_agrees(gold.quote, found.quote)
    name = bool(gold.quote.name) and name_agrees(gold.quote, found.quote)
    if gold.quote.printed or gold.quote.printed_text or gold.quote.name:
        _add(measured, gold.kind, speakers=1, speakers_right=int(speaker))
    if gold.quote.name:
        _add(measured, gold.kind, names=1, names_right=int(name))
    if overlap < SPAN:
        return False
    _add(measured, gold.kind, span_gold=1, end_gold=int(speaker), name_gold=int(name))
    _add(measured, found.kind, span_found=1, end_found=int(speaker), name_found=int(name))
    return speaker and (name or not (gold.quote.name and found.quote.name))


def precision_recall_f1(
    right_found: int, found: int, right_gold: int, gold: int
) -> tuple[float, float, float]:
    """The usual three, each 0 to 1; 0 where nothing was found or nothing was there."""
    precision = right_found / found if found else 0.0
    recall = right_gold / gold if gold else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0
