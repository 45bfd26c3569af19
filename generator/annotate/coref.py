"""Who the printed speaker is: "Polyansky", "the diplomat", "he" → a name of the same article, or nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from generator.annotate.speaker_words import DOCUMENT_WORDS, is_group
from generator.annotate.stage import IT, Stage
from generator.annotate.titles import ORGANISATION_WORDS
from generator.model import Article, Name, Quote


@dataclass(frozen=True, slots=True)
class Answer:
    """What a rule decided. None = it is known that no name of the article can be given."""

    speaker: str | None


Rule = Callable[[Stage, Quote], Answer | None]


def resolve(article: Article, doc: Any | None, names: tuple[Name, ...], quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Sets `speaker` and `speaker_rule` of each quotation, in the order given; `printed` may be None.

    `names`: from `find_names` on the same article; every speaker is the label of one of them. `doc`: None = no
    language model. A quotation that no rule decides keeps speaker None and rule "".
    """
    stage = Stage(article, doc, names)
    resolved: dict[int, Quote] = {}
    order = sorted(range(len(quotes)), key=lambda i: quotes[i].parts[0])
    for index in order:
        resolved[index] = _decide(stage, quotes[index])
        stage.said.append(resolved[index])
    return tuple(resolved[index] for index in range(len(quotes)))


def _decide(stage: Stage, quote: Quote) -> Quote:
    for rule in RULES:
        if (answer := rule(stage, quote)) is not None:
            return replace(quote, speaker=answer.speaker, speaker_rule=rule.__name__)
    return replace(quote, speaker=None, speaker_rule="")


def named(stage: Stage, quote: Quote) -> Answer | None:
    """The printed words hold a name that they turn on: "Ms Lee", "union president Jeff Traeger"."""
    return Answer(name.label) if quote.printed and (name := stage.head_name(quote.printed)) else None


def several_people(stage: Stage, quote: Quote) -> Answer | None:
    """ "Western backers", "two officials who asked not to be named", "Lee and Park": nobody in particular."""
    return Answer(None) if quote.printed and is_group(stage.layout.inside(quote.printed)) else None


def role_named_before(stage: Stage, quote: Quote) -> Answer | None:
    """ "the deputy envoy": the one person introduced with that role."""
    if quote.printed is None:
        return None
    name = stage.role_name(quote.printed)
    return Answer(name.label) if name else None


def he_or_she(stage: Stage, quote: Quote) -> Answer | None:
    """The speaker or subject last named whose gender fits."""
    gender = stage.pronoun_gender(quote.printed)
    if gender is None or quote.printed is None:
        return None
    label = stage.person_meant(quote.printed, gender)
    return Answer(label) if label else None


def it_or_they(stage: Stage, quote: Quote) -> Answer | None:
    """The organisation or government that spoke last, or was the last subject."""
    if quote.printed is None or not any(w in IT for w in stage.words(quote.printed)[:1]):
        return None
    label = stage.body_meant(quote.printed)
    return Answer(label) if label else None


def document_of(stage: Stage, quote: Quote) -> Answer | None:
    """ "The RCMP statement", "Lee’s letter": whose it is."""
    if quote.printed is None or not set(stage.words(quote.printed)) & DOCUMENT_WORDS:
        return None
    label = stage.owner(quote.printed)
    return Answer(label) if label else None


def described_body(stage: Stage, quote: Quote) -> Answer | None:
    """ "the company", "the ministry": the organisation that spoke or was named last."""
    low = stage.words(quote.printed) if quote.printed else ()
    if quote.printed is None or not low or low[0] not in ("the", "this", "that") or low[-1] not in ORGANISATION_WORDS:
        return None
    label = stage.body_described(quote.printed, low)
    return Answer(label) if label else None


def goes_on(stage: Stage, quote: Quote) -> Answer | None:
    """No speaker is printed: the paragraph's speaker or subject goes on, or the last speaker does."""
    if quote.printed is not None:
        return None
    place = quote.parts[0].start
    block = stage.layout.block(place)
    speaker, spoke_in = stage.last_speaker(place)
    if speaker and spoke_in == block:
        return Answer(speaker)
    here = [n.label for n in stage.subjects_in(block, place) if n.kind == "person"]
    if here:
        return Answer(here[-1])
    return Answer(speaker) if speaker and block - spoke_in <= 2 else None


RULES: list[Rule] = [
    named,
    he_or_she,
    it_or_they,
    role_named_before,
    document_of,
    several_people,
    described_body,
    goes_on,
]
