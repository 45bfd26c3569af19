"""Who the printed speaker is: "Polyansky", "the diplomat", "he" → a name of the same article, or nobody."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from generator.annotate.descriptions import described
from generator.annotate.focus import Event
from generator.annotate.roles import called_by
from generator.annotate.speaker_words import (
    ANOTHER,
    ANY_BODY,
    COMPANY_WORDS,
    DEALING,
    DOCUMENT_WORDS,
    INDEFINITE,
    OFFICES,
    RELATIONS,
    SENT,
    SOME_OTHER,
    STATE_WORDS,
    is_group,
)
from generator.annotate.stage import Stage
from generator.annotate.titles import ORGANISATION_WORDS, ROLE_GENDER, ROLE_WORDS, Gender
from generator.model import Article, Name, Quote, Span


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule decided."""

    speaker: str | None  # None = it is known that no name of the article can be given
    printed: Span | None = None  # the words that name the speaker, if they stand with an earlier quotation


_REACH = 4  # paragraphs that a pronoun reaches back
_NEAR = 60  # words
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their"))
_HIS_OR_HER: dict[str, Gender] = {"his": "m", "her": "f"}
_TOP = 2  # the last block, from 0, where somebody may be introduced before being named
_BODIES = ("organisation", "government")

Rule = Callable[[Stage, Quote], Answer | None]


def resolve(article: Article, doc: Any | None, names: tuple[Name, ...], quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Sets `speaker` and `speaker_rule` of each quotation, in the order given; `printed` may be None.

    `names`: from `find_names` on the same article; every speaker is the label of one of them. `doc`: None = no
    language model. A quotation that no rule decides keeps speaker None and rule "".
    """
    stage = Stage(article, doc, names, quotes)
    resolved: dict[int, Quote] = {}
    order = sorted(range(len(quotes)), key=lambda i: quotes[i].parts[0])
    for index in order:
        resolved[index] = _decide(stage, quotes[index])
        stage.focus.speaks(resolved[index])
    return tuple(resolved[index] for index in range(len(quotes)))


def _decide(stage: Stage, quote: Quote) -> Quote:
    for rule in RULES:
        if (answer := rule(stage, quote)) is not None:
            printed = quote.printed or answer.printed
            return replace(quote, printed=printed, speaker=answer.speaker, speaker_rule=rule.__name__)
    return replace(quote, speaker=None, speaker_rule="")


def passive(stage: Stage, quote: Quote) -> Answer | None:
    """ "She was asked whether …": the passive says nobody, and whoever spoke before is not meant."""
    return Answer(None) if quote.printed is None and quote.speaker_rule == "passive" else None


def spokesman_of_a_role(stage: Stage, quote: Quote) -> Answer | None:
    """ "A spokeswoman for the mayor, Luis Reyes, said": it is open which of the two is named."""
    return Answer(None) if quote.printed and stage.spokesman_of_a_role(quote.printed) else None


def named(stage: Stage, quote: Quote) -> Answer | None:
    """The printed words hold a name that they turn on: "Ms Lee", "union president Jeff Traeger"."""
    return Answer(name.label) if quote.printed and (name := stage.head_name(quote.printed)) else None


def beside_a_name(stage: Stage, quote: Quote) -> Answer | None:
    """ "Ana Calder, an expert on dams, noted": the printed words are a role given right beside a name."""
    if quote.printed is None:
        return None
    people = {name.label for _, name in stage.within(quote.printed) if name.kind == "person"}
    label = stage.beside(quote.printed) if len(people) < 2 else None  # "the bench of Justice Lee and Justice Park"
    return Answer(label) if label else None


def named_soon_after(stage: Stage, quote: Quote) -> Answer | None:
    """ "A hockey coach says …" on top of an article: who has that role below, or the first speaker without a role."""
    if quote.printed is None or stage.layout.block(quote.printed.start) > _TOP:
        return None
    one = described(stage.layout.inside(quote.printed))
    if one is None or one.head in RELATIONS or not _indefinite(stage, quote.printed):
        return None
    if stage.words(quote.printed)[0] in ("one", "another") or one.rest & SOME_OTHER:
        return None
    bearers = stage.bearers(replace(one, rest=frozenset()))
    if bearers:
        before = {event.label for event in stage.focus.speakers_before(quote.printed.start, 99)}
        return Answer(bearers[0]) if len(bearers) == 1 and bearers[0] not in before else None
    last = stage.layout.block(quote.printed.start) + 3
    index = bisect_right(stage.quotes, quote.parts[0], key=lambda q: q.parts[0])
    for later in stage.quotes[index : index + 8]:
        name = stage.head_name(later.printed) if later.printed else None
        if name is not None and stage.layout.block(later.parts[0].start) <= last:
            fits = name.kind == "person" and not called_by(name) and stage.may_have_role(name.label, one.head)
            return Answer(name.label) if fits else None
    return None


def several_people(stage: Stage, quote: Quote) -> Answer | None:
    """ "Western backers", "two officials who asked not to be named", "Lee and Park": nobody in particular."""
    return Answer(None) if quote.printed and is_group(stage.layout.inside(quote.printed)) else None


def who_is_named(stage: Stage, quote: Quote) -> Answer | None:
    """ "Ana Calder, who said …": the person named last before the pronoun, in the same block."""
    if quote.printed is None or quote.printed.of(stage.text).lower() != "who":
        return None
    block = stage.layout.block(quote.printed.start)
    for mention, name in reversed(stage.mentions):
        bracketed = stage.text[max(0, mention.span.start - 1) : mention.span.start] == "("
        before = mention.span.end <= quote.printed.start and not bracketed
        if before and mention.form != "role" and name.kind == "person":
            return Answer(name.label) if stage.layout.block(mention.span.start) == block else None
    return None


def role_named_before(stage: Stage, quote: Quote) -> Answer | None:
    """ "the deputy envoy": the one person introduced with that role."""
    if quote.printed is None:
        return None
    name = stage.role_name(quote.printed)
    return Answer(name.label) if name and not _introduced_unnamed(stage, quote.printed) else None


def he_or_she(stage: Stage, quote: Quote) -> Answer | None:
    """The speaker or subject last in focus whose gender fits."""
    gender = stage.pronoun_gender(quote.printed)
    if gender is None or quote.printed is None:
        return None
    label, known = _person_before(stage, quote, quote.printed.start, gender)
    return Answer(label) if known else None


def _person_before(stage: Stage, quote: Quote, place: int, gender: Gender) -> tuple[str | None, bool]:
    """The person of a gender last in focus, and whether that is decided; (None, True) = somebody whom nothing names.

    Near subjects and speakers come first, then whoever else is named near, then subjects and speakers further up.
    """
    for reach in (1, _REACH):
        for event in _others(stage, quote, place, reach):
            if event.label is None and _may_be(stage, event, gender):
                return None, True
            if event.label and stage.fits(event.label, gender):
                return event.label, True
        near = {e.label for e in stage.focus.named_before(place, 1) if e.label and stage.fits(e.label, gender)}
        if len(near) == 1:
            return near.pop(), True
    return None, False


def _others(stage: Stage, quote: Quote, place: int, reach: int) -> Iterator[Event]:
    """Who was in focus before a place, without the one whose reported question the quotation answers.

    "Hollobach asked how many had been printed. “Four hundred,” he said." "Asked by the chair who had it, she said …"
    """
    last = next((event for event in stage.focus.speakers_before(place, reach)), None)
    asked = last is not None and _asked(stage, last)
    asker = last.label if last and asked and stage.is_quoted(quote.parts[0]) else None
    unnamed = last if last and asked and last.label is None and "." not in stage.text[last.place : place] else None
    for event in stage.focus.before(place, reach):
        if (asker is None or event.label != asker) and event is not unnamed:
            yield event


def _asked(stage: Stage, event: Event) -> bool:
    asked = event.cue is not None and stage.words(event.cue)[-1:] in (("asked",), ("asks",), ("wondered",))
    return asked and not event.direct


def _may_be(stage: Stage, event: Event, gender: Gender) -> bool:
    """Whether a speaker without a name ("the judge", "her brother") can be he or she."""
    if event.printed is None:
        return False
    words = stage.words(event.printed)
    if is_group(stage.layout.inside(event.printed)) and words[0] not in INDEFINITE:
        return False
    head = next((w for w in words if w in ROLE_GENDER), words[-1])
    if set(words) & DOCUMENT_WORDS or head in ORGANISATION_WORDS or words[0] in ("it", "they"):
        return False
    said = stage.pronoun_gender(event.printed) or ROLE_GENDER.get(head)
    return said == gender or (said is None and bool(set(words) & ROLE_WORDS))


def it_or_they(stage: Stage, quote: Quote) -> Answer | None:
    """The organisation or government last in focus."""
    if quote.printed is None or stage.words(quote.printed) not in (("it",), ("they",)):
        return None
    for event in stage.focus.before(quote.printed.start, 2):
        if event.label is None:
            return Answer(None)
        if stage.names[event.label].kind in ("organisation", "government"):
            return Answer(event.label)
    return None


def role_of_one(stage: Stage, quote: Quote) -> Answer | None:
    """ "The mayor", "former engineer": the only one with that role in the article, or of several the last in focus."""
    one = described(stage.layout.inside(quote.printed)) if quote.printed else None
    if one is None or quote.printed is None or _indefinite(stage, quote.printed):
        return None
    if _introduced_unnamed(stage, quote.printed):
        return None
    bearers = stage.bearers(one)
    if len(bearers) == 1:
        return Answer(bearers[0])
    for event in stage.focus.before(quote.printed.start, _REACH):
        if event.label in bearers:
            return Answer(event.label)
    return None


def _introduced_unnamed(stage: Stage, printed: Span) -> bool:
    """Whether "the official" may be "a senior official" of before: nobody's role is "official" itself."""
    head = stage.words(printed)[-1]
    return stage.introduced_unnamed(head, printed.start) and not stage.is_somebodys_role(head)


def _indefinite(stage: Stage, printed: Span) -> bool:
    return stage.words(printed)[0] in INDEFINITE


def of_that_age(stage: Stage, quote: Quote) -> Answer | None:
    """ "The 32-year-old labourer": the only one of that age."""
    if quote.printed is None:
        return None
    for word in stage.words(quote.printed):
        if word.endswith(("-year-old", "-years-old")) and len(stage.of_age(word.partition("-")[0])) == 1:
            return Answer(stage.of_age(word.partition("-")[0])[0])
    return None


def described_in_focus(stage: Stage, quote: Quote) -> Answer | None:
    """ "The beekeeper", when nobody has that role: the last in focus, if nothing speaks against it."""
    if quote.printed is None or not _may_describe(stage, quote.printed):
        return None
    one = described(stage.layout.inside(quote.printed))
    head = one.head if one else stage.words(quote.printed)[-1]
    for event in stage.focus.before(quote.printed.start, 1):
        if event.label is None:
            return None
        if event.label in stage.gender:
            fits = stage.may_have_role(event.label, head) and not _somebody_else(stage, quote, quote.printed, head)
            return Answer(event.label) if fits else None
    return None


def _somebody_else(stage: Stage, quote: Quote, printed: Span, head: str) -> bool:
    """Whether a role is hardly that of the one in focus: its bearer deals with them ("the judge told her"), or stood
    beside them before ("sued the keeper. The keeper said")."""
    cue = quote.cue
    told = cue is not None and stage.words(cue)[-1:] in (("told",), ("tells",))
    if head in DEALING or (told and cue and stage.words(Span(cue.end, cue.end + 4)) in (("him",), ("her",))):
        return True
    if "new" in stage.words(printed):
        return False  # whoever was called so before was another
    first = stage.layout.first_word(printed.start)
    words = stage.layout.words[max(0, first - _NEAR) : first]
    before = [
        word
        for index, word in enumerate(words)
        if word.low == head and not word.possessive and {w.low for w in words[max(0, index - 2) : index]} & _ARTICLES
    ]
    spoke = [e.printed for e in stage.focus.speakers_before(printed.start, _REACH) if e.printed]
    return any(not any(span.holds(word.span) for span in spoke) for word in before)


def _may_describe(stage: Stage, printed: Span) -> bool:
    """Whether printed words are "the …" of one person, and no "a …" of the same kind went before."""
    words = stage.words(printed)
    if len(words) < 2 or words[0] != "the" or set(words) & DOCUMENT_WORDS or words[-1] in ORGANISATION_WORDS:
        return False
    if sum(w.capital for w in stage.layout.inside(printed)[1:]) > 1:
        return False  # a name, though not a known one
    person = any(w in ROLE_WORDS or w.endswith("-year-old") for w in words) or words[-1].endswith(
        ("er", "or", "ist", "ian", "man", "woman", "ee")
    )
    several = stage.has_several(words[-1], printed.start)
    return person and not several and not stage.introduced_unnamed(words[-1], printed.start)


def document_of(stage: Stage, quote: Quote) -> Answer | None:
    """ "The RCMP statement", "Lee’s letter", "her statement", "a release sent to us by the RCMP": whose it is."""
    if quote.printed is None or not set(stage.words(quote.printed)) & DOCUMENT_WORDS:
        return None
    gender = _HIS_OR_HER.get(stage.words(quote.printed)[0])
    if gender is not None:
        label, known = _person_before(stage, quote, quote.printed.start, gender)
        return Answer(label) if known else None
    owner = stage.owner(quote.printed) or _sender(stage, quote.printed)
    if owner is None and stage.words(quote.printed)[0] == "the":
        word = next(w for w in reversed(stage.words(quote.printed)) if w in DOCUMENT_WORDS)
        owner = stage.document_owner(word, quote.printed.start) or _stated(stage, quote.printed.start, word)
    return Answer(owner) if owner else None


_SENDER_WITHIN = 8  # words behind a document: "sent to several newsrooms late on Friday by"


def _sender(stage: Stage, printed: Span) -> str | None:
    """Who is named behind "a statement", "a letter sent to the council": "by X" or "from X". A report that is "seen by"
    somebody is not theirs."""
    first = stage.layout.first_word(printed.end)
    behind = stage.layout.words[first : first + _SENDER_WITHIN]
    low = [word.low for word in behind]
    if not behind or low[0] not in SENT | {"by", "from"}:
        return None
    by = next((word for word in behind if word.low in ("by", "from")), None)
    if by is None or any(c in stage.text[printed.end : by.span.end] for c in ',;.:\n“”"'):
        return None
    named = stage.named_behind(by)
    if not named or named[0][0].form == "role":
        return None
    if len(named) > 1 and stage.text[named[0][0].span.end : named[1][0].span.start].strip(" ,") in ("and", "&"):
        return None
    between = stage.words(Span(by.span.end, named[0][0].span.start))
    return named[0][1].label if all(word in ROLE_WORDS | {"the"} for word in between) else None


def _stated(stage: Stage, place: int, word: str) -> str | None:
    """Who last spoke "in a statement", for "the statement said"."""
    for event in stage.focus.before(place, 2):
        if event.spoke:
            near = stage.words(Span(max(0, event.place - 80), min(place, event.place + 200)))
            stated = any(a == "in" and c == word for a, c in zip(near, near[2:]))
            return event.label if stated else None
    return None


_INTRODUCED = 4  # words between a name and what it is: "the regulator, Ofwat", "Ofwat, which is the regulator"


def described_body(stage: Stage, quote: Quote) -> Answer | None:
    """ "the company", "the ministry": the organisation that spoke or was named last, if it can be called so."""
    low = stage.words(quote.printed) if quote.printed else ()
    if quote.printed is None or not low or low[0] not in ("the", "this", "that") or low[-1] not in ORGANISATION_WORDS:
        return None
    capitals = [word for word in stage.layout.inside(quote.printed)[1:] if word.capital]
    if any(not word.low.endswith("-based") for word in capitals) or set(low) & ANOTHER:
        return None  # "The Sluice Keepers’ Union": a name, though not a known one
    for event in stage.focus.named_before(quote.printed.start, 99):
        if event.label and low[-1] in event.label.casefold().split() and stage.names[event.label].kind in _BODIES:
            return Answer(event.label)
    for event in stage.focus.before(quote.printed.start, 3):
        if event.label and stage.names[event.label].kind in _BODIES:
            return Answer(event.label) if _may_be_called(stage, event.label, low[-1], quote.printed.start) else None
    return None


def _may_be_called(stage: Stage, label: str, word: str, place: int) -> bool:
    """Whether an organisation or government is of a kind that a word names."""
    own = set(label.casefold().split()) & ORGANISATION_WORDS
    if word in STATE_WORDS or (stage.names[label].kind == "government" and not own):
        return word in STATE_WORDS and stage.names[label].kind == "government"
    if word in ANY_BODY or (word in OFFICES and own & OFFICES):
        return True
    acronym = label.isupper() and len(label) > 1
    return (word in COMPANY_WORDS and own <= COMPANY_WORDS) or acronym or _introduced(stage, label, word, place)


def _introduced(stage: Stage, label: str, word: str, place: int) -> bool:
    """Whether a word stands right beside a mention of a name before a place, in the same sentence."""
    for mention in stage.names[label].mentions:
        if mention.span.end > place:
            return False
        first, last = stage.layout.first_word(mention.span.start), stage.layout.first_word(mention.span.end)
        near = stage.layout.words[max(0, first - _INTRODUCED) : last + _INTRODUCED]
        if any(one.low == word for one in near if one.span.end <= place):
            return True
    return False


def goes_on(stage: Stage, quote: Quote) -> Answer | None:
    """No speaker is printed: the paragraph's speaker or subject goes on, or the last speaker does."""
    if quote.printed is not None:
        return None
    if named := _named_with_cue(stage, quote):
        return named
    place = quote.parts[0].start
    for event in _others(stage, quote, place, 2):
        if event.spoke or (event.label and stage.names[event.label].kind == "person"):
            return Answer(event.label, None if event.label else _lasting(stage, event))
    return None


def _named_with_cue(stage: Stage, quote: Quote) -> Answer | None:
    """ "Speaking to the radio, Ana Calder, who chairs the board, said: “…”": the one person named before a cue that has
    no subject for the parse; None if nobody is, or several are."""
    if quote.cue is None or quote.kind != "direct" or quote.cue.start > quote.parts[0].start:
        return None
    start = max(stage.text.rfind(mark, 0, quote.cue.start) for mark in ("\n", ". ", "” "))
    named = [
        (m, n) for m, n in stage.within(Span(start + 1, quote.cue.start)) if m.form != "role" and n.kind == "person"
    ]
    if len({name.label for _, name in named}) != 1 or stage.text[quote.cue.start - 2 : quote.cue.start] != ", ":
        return None
    mention, name = named[0]
    before = stage.text[: mention.span.start].rstrip()
    return Answer(name.label, mention.span) if before.endswith(",") or mention.span.start == start + 1 else None


def _lasting(stage: Stage, event: Event) -> Span | None:
    """The printed speaker of an earlier quotation, if it is more than a pronoun."""
    return event.printed if event.printed and len(stage.words(event.printed)) > 1 else None


RULES: list[Rule] = [
    passive,
    spokesman_of_a_role,
    named,
    who_is_named,
    he_or_she,
    it_or_they,
    role_named_before,
    beside_a_name,
    document_of,
    named_soon_after,
    several_people,
    of_that_age,
    role_of_one,
    described_body,
    described_in_focus,
    goes_on,
]
