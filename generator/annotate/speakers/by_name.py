"""Rules for a speaker who is named: in the printed words, right beside them, or soon after."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from generator.annotate.names.descriptions import described
from generator.annotate.names.roles import called_by
from generator.annotate.speakers.answer import Answer
from generator.annotate.speakers.groups import indefinite, is_group
from generator.annotate.speakers.stage import Stage
from generator.languages.words import NAMES, ROLES, SPEAKERS, TITLES
from generator.model import Quote, Span

_TOP = 2  # the last block, from 0, where somebody may be introduced before being named


def passive(stage: Stage, quote: Quote) -> Answer | None:
    """ "She was asked whether …": the passive says nobody, and whoever spoke before is not
    meant.
    """
    return Answer(None) if quote.printed is None and quote.speaker_rule == "passive" else None


def spokesman_of_a_role(stage: Stage, quote: Quote) -> Answer | None:
    """ "A spokeswoman for the mayor, Luis Reyes, said": it is open which of the two is named."""
    return Answer(None) if quote.printed and stage.spokesman_of_a_role(quote.printed) else None


def role_then_name(stage: Stage, quote: Quote) -> Answer | None:
    """ "Former minister for Women and Equalities Nina Morland": role and name are one phrase, and
    the names inside it are words of the role; not "a spokesman for candidate Nina Morland".
    """
    if quote.printed is None:
        return None
    inside = [(m, n) for m, n in stage.within(quote.printed) if m.form != "role"]
    if not inside or inside[-1][1].kind != "person":
        return None
    mention, name = inside[-1]
    before = stage.layout.inside(Span(quote.printed.start, mention.span.start))
    behind = stage.text[mention.span.end : quote.printed.end]
    gap = stage.text[before[-1].span.end : mention.span.start] if before else ""
    between = stage.text[quote.printed.start : mention.span.start]
    if any(mark in between for mark in ",;:(—–") or any(word.low in RELATES for word in before):
        # Lee, a keeper of the zoo in Park Royal: what stands behind the comma is about her
        return None
    if gap != " " or (behind and behind[0] not in ",(") or before[0].low in SPEAKERS.indefinite:
        return None
    joints = [n for n in range(len(before) - 1, 0, -1) if before[n].low in JOINTS]
    of_body = (n for n in joints if before[n].low != "and" and before[n - 1].low in ROLES.words)
    joint = next(of_body, joints[0] if joints else None)
    if joint is None or any(word.possessive for word in before) or before[0].low in NOT_APPOSED:
        return None
    of_what, role = before[joint + 1 :], before[joint - 1]
    told = [word for word in of_what if word.low not in ("the", "former", "then")]
    if all(word.low in ROLES.words or word.low in TITLES.words for word in told):
        return None  # a friend of the actor Nina Morland; Mayor Ann Lee is the one of "for"
    ends_in_role = of_what[-1].low in ROLES.words or not of_what[-1].capital
    if before[joint].low == "and":
        own = all(w.capital or w.low in JOINTS for w in before[: joint + 1])
        first = [
            n for m, n in inside[:-1] if n.kind == "person" and m.span.start < of_what[0].span.start
        ]
        people = [n for n in first if n.label.split()[0].lower() in NAMES.given]
        return Answer(name.label) if own and ends_in_role and not people else None
    if (
        role.low in ROLES.words
        and not role.capital
        and ends_in_role
        and of_what[-1].low in ROLES.words
    ):
        return None  # spokesman for Republican candidate Nina Morland
    return Answer(name.label) if role.low not in NOT_APPOSED | ROLES.plural else None


RELATES = frozenset(("who", "which", "that", "whose", "said", "says"))
JOINTS = frozenset(("of", "for", "and", "on", "at"))
NOT_APPOSED = SPEAKERS.relations | frozenset(
    "spokesman spokeswoman spokesperson lawyer attorney solicitor barrister aide adviser advisor "
    "supporters critics ally allies counsel".split()
)


def named(stage: Stage, quote: Quote) -> Answer | None:
    """The printed words hold a name that they turn on: "Ms Lee", "union president Jeff Traeger"."""
    return (
        Answer(name.label) if quote.printed and (name := stage.head_name(quote.printed)) else None
    )


def beside_a_name(stage: Stage, quote: Quote) -> Answer | None:
    """ "Ana Calder, an expert on dams, noted": the printed words are a role given right beside a
    name.
    """
    if quote.printed is None:
        return None
    people = {name.label for _, name in stage.within(quote.printed) if name.kind == "person"}
    # "the bench of Justice Lee and Justice Park"
    label = stage.beside(quote.printed) if len(people) < 2 else None
    return Answer(label) if label else None


def named_soon_after(stage: Stage, quote: Quote) -> Answer | None:
    """ "A hockey coach says …" on top of an article: who has that role below, or the first speaker
    without a role.
    """
    if quote.printed is None or stage.layout.block(quote.printed.start) > _TOP:
        return None
    one = described(stage.layout.inside(quote.printed))
    if one is None or one.head in SPEAKERS.relations or not indefinite(stage, quote.printed):
        return None
    if stage.words(quote.printed)[0] in ("one", "another") or one.rest & SPEAKERS.some_other:
        return None
    # "a justice official" is not the justice minister: who is meant has that very role
    bearers = [
        label
        for label in stage.bearers(replace(one, rest=frozenset()))
        if stage.has_role(label, one.head)
    ]
    if bearers:
        before = {event.label for event in stage.focus.speakers_before(quote.printed.start, 99)}
        return Answer(bearers[0]) if len(bearers) == 1 and bearers[0] not in before else None
    last = stage.layout.block(quote.printed.start) + 3
    index = bisect_right(stage.quotes, quote.parts[0], key=lambda q: q.parts[0])
    for later in stage.quotes[index : index + 8]:
        name = stage.head_name(later.printed) if later.printed else None
        if name is not None and stage.layout.block(later.parts[0].start) <= last:
            fits = (
                name.kind == "person"
                and not called_by(name)
                and stage.may_have_role(name.label, one.head)
            )
            return Answer(name.label) if fits else None
    return None


def several_people(stage: Stage, quote: Quote) -> Answer | None:
    """ "Western backers", "two officials who asked not to be named", "Lee and Park": nobody in
    particular.
    """
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
