"""Bodies with "&" or "and" inside their name: Harrow & Tench; the Heart and Stroke Foundation of
Canada.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.annotate.names.candidates import Candidate
from generator.annotate.text.layout import Layout, Word, fold
from generator.annotate.text.spans import Cover
from generator.languages.words import NAMES, ORGANISATIONS, PLACES, ROLES, SPEAKERS, TITLES
from generator.model import EntityKind, Span

_MOST = 200  # runs with "&" looked at; keeps the time linear on hostile text


def with_firms(layout: Layout, found: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, with what has "&" or "and" inside its name as one body, and two people in it
    as two.

    "Harrow & Tench" is a firm where a company form, a firm's word or verb stands with it, where one
    of the two (not both) is the family name of a person of the article, or where the model took it
    for a name. "Anna Kell & Paul Brandt" are two people.
    """
    both = sorted(found, key=lambda one: one.span)
    if " & " in layout.text:
        both = _with_ampersands(layout, both)
    return _with_and(layout, both) if " and " in layout.text else both


def is_firm(one: Candidate) -> bool:
    """Whether a candidate is one body though its last word may be a family name."""
    return "&" in one.key or "and" in one.key


def _with_ampersands(layout: Layout, found: list[Candidate]) -> list[Candidate]:
    surnames = {
        one.key[-1]
        for one in found
        if one.kind == "person" and len(one.key) > 1 and " & " not in one.span.of(layout.text)
    }
    seen = Cover(one.span for one in found)
    made: list[Candidate] = []
    taken = Cover()
    for sides in _runs(layout):
        span = Span(sides[0][0].span.start, sides[-1][-1].span.end)
        firm = _judged(layout, sides, surnames, labelled=seen.touches(span))
        if firm is not None:
            made += _named(sides, firm)
            taken.add(span)
    rest = (one for one in found if not taken.touches(one.span))
    return sorted((*made, *rest), key=lambda one: one.span)


def _named(sides: list[tuple[Word, ...]], firm: bool) -> list[Candidate]:
    """The one body of a firm's sides, or the people among them who are named in full."""
    if firm:
        return [_candidate([word for side in sides for word in (*side, None)][:-1])]
    return [_candidate(list(side), "person") for side in sides if len(side) > 1]


def _runs(layout: Layout) -> Iterator[list[tuple[Word, ...]]]:
    """Capitals joined by "&": their sides; those of "Baker, Kell & Tench" are three."""
    count, done = 0, 0
    for index in range(1, len(layout.words)):
        if index < done or not _joined(layout, index, " & ") or count == _MOST:
            continue
        count += 1
        sides, done = _sides(layout, index, done)
        if all(side[0].low not in TITLES.honorifics for side in sides):
            yield sides


def _sides(layout: Layout, index: int, done: int) -> tuple[list[tuple[Word, ...]], int]:
    """The capitals on both sides of the "&" before a word, and behind which word they end."""
    words, first, end = layout.words, index - 1, index + 1
    while layout.adjacent(first) and words[first - 1].capital and first > done:
        first -= 1
    while words[first].low in NAMES.never and first < index - 1:
        first += 1
    while end < len(words) and layout.adjacent(end) and words[end].capital:
        end += 1
    sides = [words[first:index], words[index:end]]
    if len(sides[0]) == 1 and _joined(layout, first, ", ") and not layout.adjacent(first - 1):
        sides.insert(0, words[first - 1 : first])
    return sides, end


def _joined(layout: Layout, index: int, gap: str) -> bool:
    """Whether two capitals stand on either side of exactly these characters."""
    before, word = layout.words[index - 1], layout.words[index]
    between = layout.text[before.span.end : word.span.start] == gap
    return index > 0 and between and before.capital and word.capital


def _judged(
    layout: Layout, sides: list[tuple[Word, ...]], surnames: set[str], labelled: bool
) -> bool | None:
    """True = a firm, False = several people, None = nothing says that it is a name."""
    first, last = layout.first_word(sides[0][0].span.start), sides[-1][-1]
    if last.low in ORGANISATIONS.firms_end_with or _firms_word(layout, first, last):
        return True
    if all(len(side) > 1 for side in sides):
        return False
    named = sum(fold(side[-1].text) in surnames for side in sides)
    if named == len(sides):
        return None  # "Kell & Brandt", of Anna Kell and Paul Brandt: two people, each found alone
    return True if named or labelled else None


def _firms_word(layout: Layout, first: int, last: Word) -> bool:
    """Whether a firm's word stands right before ("the firm Gower & Pratt"), or its verb right
    behind.
    """
    before = layout.adjacent(first) and layout.words[first - 1].low in SPEAKERS.companies
    after = layout.first_word(last.span.end)
    return before or (layout.adjacent(after) and layout.words[after].low in ORGANISATIONS.firms_do)


def _with_and(layout: Layout, found: list[Candidate]) -> list[Candidate]:
    """One body of "Heart" and "Stroke Foundation", where its first word stands nowhere alone; and
    its short form "Heart and Stroke"."""
    counts: dict[str, int] = {}
    for one in found:
        counts[one.key[0]] = counts.get(one.key[0], 0) + 1
    out, begun = list(found), set[tuple[str, str]]()
    for at, one in enumerate(found):
        start = layout.first_word(one.span.start)
        if one.kind != "organisation" or len(one.key) < 2 or start < 1:
            continue
        head = layout.words[start - 1]
        if not _joined_by_and(layout, start) or not _opens(
            layout, start - 2, one, found, at, counts
        ):
            continue
        head = layout.words[start - 2]
        begun.add((head.low, layout.words[start].low))
        whole = _candidate([head, layout.words[start - 1], *layout.inside(one.span)])
        out = [other for other in out if not other.span.overlaps(whole.span)]
        out.append(whole)
    for first, second in begun:
        out = _with_short(layout, out, first, second)
    return sorted(out, key=lambda one: one.span)


def _joined_by_and(layout: Layout, start: int) -> bool:
    return (
        start >= 2
        and layout.words[start - 1].low == "and"
        and layout.adjacent(start)
        and layout.adjacent(start - 1)
    )


def _opens(
    layout: Layout,
    index: int,
    one: Candidate,
    found: list[Candidate],
    at: int,
    counts: dict[str, int],
) -> bool:
    """Whether a word before "and" is the first of a body's name: a capital behind "the" that is no
    name of its own.
    """
    word = layout.words[index]
    if not word.capital or word.possessive or ORGANISATIONS.ends.isdisjoint(one.key):
        return False
    if word.low in _NAMES_ITSELF:
        return False  # the Council and Health Board
    if not layout.adjacent(index) or layout.words[index - 1].low != "the":
        return False
    before = found[at - 1] if at else None
    if before is not None and before.span.overlaps(word.span) and len(before.key) > 1:
        return False  # the Harrow Bank and Kell Trust
    with_and = layout.text.count(f"{word.text} and {layout.words[index + 2].text}")
    return counts.get(fold(word.text), 0) <= with_and


_NAMES_ITSELF = PLACES.countries | PLACES.capitals | NAMES.never | ORGANISATIONS.ends | ROLES.words


def _with_short(layout: Layout, found: list[Candidate], first: str, second: str) -> list[Candidate]:
    """The same, with "Heart and Stroke" alone as one candidate wherever it stands."""
    taken = Cover(one.span for one in found if is_firm(one))
    for index in range(len(layout.words) - 2):
        run = layout.words[index : index + 3]
        if (run[0].low, run[1].low, run[2].low) == (first, "and", second) and run[0].capital:
            short = _candidate(list(run))
            if run[2].capital and not taken.touches(short.span):
                found = [one for one in found if not one.span.overlaps(short.span)]
                found.append(short)
    return found


def _candidate(
    words: list[Word | None] | list[Word], kind: EntityKind = "organisation"
) -> Candidate:
    """The candidate of these words; None stands for "&"."""
    held = [word for word in words if word is not None]
    printed = tuple("&" if word is None else word.text for word in words)
    return Candidate(
        Span(held[0].span.start, held[-1].span.end),
        printed,
        tuple(fold(word).rstrip(".") for word in printed),
        kind,
    )
