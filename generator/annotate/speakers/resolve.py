"""Who the printed speaker is: "Polyansky", "the diplomat", "he" → a name of the same article, or
nobody.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.annotate.speakers.answer import Rule
from generator.annotate.speakers.by_body import described_body
from generator.annotate.speakers.by_document import document_of
from generator.annotate.speakers.by_label import label_in_brackets, label_of_a_turn
from generator.annotate.speakers.by_name import (
    beside_a_name,
    named,
    named_soon_after,
    passive,
    role_then_name,
    several_people,
    spokesman_of_a_role,
    who_is_named,
)
from generator.annotate.speakers.by_pronoun import he_or_she, introduced_later, it_or_they
from generator.annotate.speakers.by_role import (
    described_in_focus,
    of_that_age,
    role_named_before,
    role_of_one,
)
from generator.annotate.speakers.goes_on import goes_on
from generator.annotate.speakers.stage import Stage, stage_of
from generator.model import Article, Name, Quote


def resolve(
    article: Article, doc: Any | None, names: tuple[Name, ...], quotes: tuple[Quote, ...]
) -> tuple[Quote, ...]:
    """Sets `speaker` and `speaker_rule` of each quotation, in the order given; `printed` may be
    None.

    `names`: from `find_names` on the same article; every speaker is the label of one of them.
    `doc`: None = no language model. A quotation that no rule decides keeps speaker None and rule
    "".
    """
    stage = stage_of(article, doc, names, quotes)
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
            return replace(
                quote, printed=printed, speaker=answer.speaker, speaker_rule=rule.__name__
            )
    return replace(quote, speaker=None, speaker_rule="")


RULES: list[Rule] = [
    label_in_brackets,
    passive,
    spokesman_of_a_role,
    role_then_name,
    named,
    label_of_a_turn,
    who_is_named,
    he_or_she,
    introduced_later,
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
