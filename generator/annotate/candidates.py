"""Where names may stand: from the language model's entities, cleaned, and from capitals, titles and first names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from generator.annotate.first_names import EITHER, FIRST_NAMES
from generator.annotate.lexing import Layout, Word, fold
from generator.annotate.listed import listed
from generator.annotate.places import CAPITALS, COUNTRIES, SEATS
from generator.annotate.titles import HONORIFICS, PARTICLES, ROLE_WORDS, SUFFIXES, TITLE_PARTS, TITLES
from generator.model import EntityKind, Span

_KINDS: dict[str, EntityKind] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}

# capitalised words that make a run of capitals an organisation
ORGANISATION_ENDS = frozenset(
    listed(
        """
    agency alliance association authority bank board bureau campaign center centre church club coalition college
    commission committee company congress conference corp corporation council court department division embassy
    enterprises federation force forum foundation fund group holdings hospital inc industries initiative
    institute institution league limited llc ltd ministry movement museum network news office organisation
    organization parliament party plc police post press school secretariat senate service services society
    systems team times trust union university works airlines airways motors records studios
    """
    )
)
_PLACE_ENDS = frozenset(
    listed(
        """
    street road avenue st ave bridge park river lake island mount valley hall tower plaza square highway
    """
    )
)
NEVER = frozenset(
    listed(
        """
    i a the monday tuesday wednesday thursday friday saturday sunday january february march april may june july
    august september october november december but and or if when while after before in on at for from by to
    with as he she they it we you his her their its our my this that these those there here what who why how
    where no not yes so then now yet still also even just well christmas easter twitter facebook god internet
    english french republicans democrats
    """
    )
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch of capitalised words that may name somebody. `span` has no title, article or possessive ending."""

    span: Span
    words: tuple[str, ...]  # as printed, honorifics and titles left out
    kind: EntityKind
    title: Span | None = None  # the honorific or title right before it
    sure: bool = True  # False = the model's word only, and a single word

    @property
    def key(self) -> tuple[str, ...]:
        """The words to compare by."""
        return tuple(fold(w).rstrip(".") for w in self.words)


def candidates(layout: Layout, doc: Any | None) -> tuple[Candidate, ...]:
    """All candidates in text order, disjoint; what rules find wins over what the model says."""
    ruled = _by_rules(layout, with_capitals=doc is None)
    taken = [c.span for c in ruled]
    modelled = [] if doc is None else _by_model(layout, doc)
    kept = [c for c in modelled if not any(c.span.overlaps(span) for span in taken)]
    return tuple(sorted((*ruled, *kept), key=lambda c: c.span))


def title_before(layout: Layout, index: int) -> int:
    """How many words right before word `index` are an honorific or title ("Deputy Prime Minister")."""
    count = 0
    while layout.adjacent(index - count):
        word = layout.words[index - count - 1]
        is_title = word.low in HONORIFICS or word.low in TITLES
        if not (word.capital and (is_title or (count and word.low in TITLE_PARTS))):
            break
        count += 1
    return count


def _by_model(layout: Layout, doc: Any) -> list[Candidate]:
    found = []
    for ent in doc.ents:
        kind = _KINDS.get(ent.label_)
        if kind is not None and (candidate := _clean(layout, Span(ent.start_char, ent.end_char), kind)):
            found.append(candidate)
    return found


def _clean(layout: Layout, span: Span, kind: EntityKind) -> Candidate | None:
    """A model's entity without titles, articles, possessives and what lies behind a line or mark; None if empty."""
    first = layout.first_word(span.start)
    last = layout.first_word(span.end)
    while first < last and _drop_in_front(layout.words[first], kind):
        first += 1
    end = first + 1
    while end < last and _joined(layout, end, kind):
        end += 1
    if first >= last:
        return None
    return make(layout, first, end, kind)


def _drop_in_front(word: Word, kind: EntityKind) -> bool:
    if word.low in ("the", "a", "an") or not (word.capital or (word.text[0].isdigit() and kind != "person")):
        return True
    return kind == "person" and (word.low in HONORIFICS or word.low in TITLES)


def _joined(layout: Layout, index: int, kind: EntityKind) -> bool:
    before, word = layout.words[index - 1], layout.words[index]
    gap = layout.text[before.span.end : word.span.start]
    if kind == "person":
        return layout.adjacent(index) and (word.capital or word.low in PARTICLES or word.low in SUFFIXES)
    return ("\n" not in gap and len(gap.strip(" ,&-–'’s")) == 0) or gap in (". ", " (")


def make(layout: Layout, first: int, end: int, kind: EntityKind, sure: bool = True) -> Candidate | None:
    """The candidate of words first to end; None if they can't be a name."""
    while kind == "person" and end - 1 > first and layout.words[end - 1].low in PARTICLES:
        end -= 1
    words = layout.words[first:end]
    if not words or not words[0].text[0].isalnum():
        return None
    if all(w.low in NEVER or w.low in PARTICLES for w in words) or (kind == "person" and _no_person(words)):
        return None
    low = " ".join(w.low for w in words)
    if low in SEATS:
        kind = "government"
    elif low in COUNTRIES or low in CAPITALS:
        kind = "place"
    elif kind == "person" and words[-1].low in ORGANISATION_ENDS and len(words) > 1:
        kind = "organisation"
    count = title_before(layout, first) if kind == "person" else 0
    title = Span(layout.words[first - count].span.start, layout.words[first - 1].span.end) if count else None
    return Candidate(
        Span(words[0].span.start, words[-1].span.end), tuple(w.text for w in words), kind, title, sure or len(words) > 1
    )


def _no_person(words: tuple[Word, ...]) -> bool:
    if any(c.isdigit() for w in words for c in w.text):
        return True
    return len(words) == 1 and (words[0].low in ROLE_WORDS or len(words[0].text.rstrip(".")) < 2)


def _by_rules(layout: Layout, with_capitals: bool) -> list[Candidate]:
    """Names that need no model: a title or a known first name before capitals; every run of capitals if asked."""
    found: list[Candidate] = []
    index = 0
    while index < len(layout.words):
        end = _run(layout, index)
        candidate = _judge(layout, index, end, with_capitals) if end > index else None
        if candidate is not None:
            found.append(candidate)
        index = max(index + 1, end)
    return found


def _run(layout: Layout, index: int) -> int:
    """End of the run of capitalised words that starts at a word; the word itself if it starts none."""
    if not layout.words[index].capital:
        return index
    end = index + 1
    while end < len(layout.words) and layout.adjacent(end):
        word = layout.words[end]
        if not word.capital and not (word.low in PARTICLES and _capital_follows(layout, end)):
            break
        end += 1
    return end


def _capital_follows(layout: Layout, index: int) -> bool:
    for after in range(index + 1, min(index + 3, len(layout.words))):
        if not layout.adjacent(after):
            return False
        if layout.words[after].capital:
            return True
        if layout.words[after].low not in PARTICLES:
            return False
    return False


def _judge(layout: Layout, first: int, end: int, with_capitals: bool) -> Candidate | None:
    """What a run of capitals names; None if nothing can be said about it by rules."""
    if layout.headline and layout.headline.start <= layout.words[first].span.start < layout.headline.end:
        return None  # capitals say nothing in a headline; known names are found there later
    while first < end and layout.words[first].low in NEVER:
        first += 1
    start = _after_titles(layout, first, end)
    run = layout.words[start:end]
    if not run or (len(run) > 4 and not with_capitals):
        return None
    if 2 <= len(run) <= 4 and _first_name(run[0]) and run[-1].low not in ORGANISATION_ENDS | _PLACE_ENDS:
        return make(layout, start, end, "person")
    if start > first and len(run) <= 3 and run[-1].low not in ORGANISATION_ENDS | ROLE_WORDS | NEVER:
        return make(layout, start, end, "person")
    return _plain_capitals(layout, first, end) if with_capitals else None


def _first_name(word: Word) -> bool:
    return (word.low in FIRST_NAMES or word.low in EITHER) and len(word.text) > 1


def _after_titles(layout: Layout, first: int, end: int) -> int:
    """Where the name starts in a run that opens with titles; `first` if it doesn't."""
    last_title = first - 1
    for index in range(first, min(end, first + 6)):
        low = layout.words[index].low
        if low in HONORIFICS or low in TITLES:
            last_title = index
        elif low not in TITLE_PARTS:
            break
    return last_title + 1


def _plain_capitals(layout: Layout, first: int, end: int) -> Candidate | None:
    """Without a model: known places and seats, organisations by their last word, acronyms, two or three capitals."""
    run = layout.words[first:end]
    low = " ".join(w.low for w in run)
    if low in SEATS or low in COUNTRIES or low in CAPITALS:
        return make(layout, first, end, "place")
    if len(run) > 1 and any(w.low in ORGANISATION_ENDS for w in run):
        return make(layout, first, end, "organisation")
    if len(run) == 1 and run[0].text.isupper() and 2 < len(run[0].text) < 8:
        return make(layout, first, end, "organisation")
    if len(run) in (2, 3) and not layout.sentence_start(first) and not any(w.low in ROLE_WORDS for w in run):
        return make(layout, first, end, "person")
    return None
