"""Rules for a speaker who is named: in the printed words, right beside them, or soon after."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace

from generator.annotate.names.descriptions import Description, described
from generator.annotate.names.roles import called_by
from generator.annotate.speakers.answer import Answer
from generator.annotate.speakers.groups import indefinite, is_group
from generator.annotate.speakers.head_name import head_name
from generator.annotate.speakers.stage import Stage
from generator.annotate.text.layout import Word
from generator.languages.words import NAMES, ROLES, SPEAKERS, TITLES
from generator.model import Mention, Name, Quote, Span

_TOP = 2  # the last block, from 0, where somebody may be introduced before being named


def passive(stage: Stage, quote: Quote) -> Answer | None:
    """ "She was asked whether …": the passive says nobody, and whoever spoke before is not
    meant.
    """
    return Answer(None) if quote.printed is None and quote.speaker_rule == "passive" else None


def spokesman_of_a_role(stage: Stage, quote: Quote) -> Answer | None:
    """ "A spokeswoman for the mayor, Luis Reyes, said": it is open which of the two is named."""
    if quote.printed is None:
        return None
    words = stage.layout.inside(quote.printed)
    if [word.low for word in words[2:3]] != ["for"] or words[0].low not in ("a", "an"):
        return None
    role = next((i for i, word in enumerate(words[:-1]) if i > 2 and word.low in ROLES.words), -1)
    if role < 0 or not words[1].low.startswith("spokes"):
        return None
    comma = stage.text[words[role].span.end : words[role + 1].span.start] == ", "
    return Answer(None) if comma else None


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
    if not _is_one_phrase(stage, quote.printed, mention.span, before):
        return None
    joint = _joint(before)
    if joint is None or not _tells_role(before[joint + 1 :]):
        return None
    if before[joint].low == "and":
        of_role = _is_named_body(before, joint) and not _person_before(inside, before[joint + 1])
    else:
        of_role = _is_office(before, joint)
    return Answer(name.label) if of_role else None


def _is_one_phrase(stage: Stage, printed: Span, name: Span, before: tuple[Word, ...]) -> bool:
    """Whether the words before a name lead up to it, and nothing but a mark follows it."""
    between = stage.text[printed.start : name.start]
    if any(mark in between for mark in ",;:(—–") or any(word.low in RELATES for word in before):
        # Lee, a keeper of the zoo in Park Royal: what stands behind the comma is about her
        return False
    behind = stage.text[name.end : printed.end]
    if not before or (behind and behind[0] not in ",("):
        return False  # Nina Morland’s office
    if stage.text[before[-1].span.end : name.start] != " ":
        return False
    # a friend of …, an aide to …; the council’s head of …
    opens = before[0].low in SPEAKERS.indefinite or before[0].low in NOT_APPOSED
    return not opens and not any(word.possessive for word in before)


def _joint(before: tuple[Word, ...]) -> int | None:
    """The word that joins a role to its office: minister | for, else the last such word; None =
    none.
    """
    joints = [n for n in range(len(before) - 1, 0, -1) if before[n].low in JOINTS]
    of_body = (n for n in joints if before[n].low != "and" and before[n - 1].low in ROLES.words)
    return next(of_body, joints[0] if joints else None)


def _tells_role(of_what: tuple[Word, ...]) -> bool:
    """Whether the words between a joint and a name are an office: not "a friend of the actor Nina
    Morland", and in "the aide of Mayor Ann Lee" she is the one of "of".
    """
    told = [word for word in of_what if word.low not in ("the", "former", "then")]
    return not all(word.low in ROLES.words or word.low in TITLES.words for word in told)


def _ends_in_role(before: tuple[Word, ...]) -> bool:
    """Whether the last word before a name is a role, or no name."""
    return before[-1].low in ROLES.words or not before[-1].capital


def _is_named_body(before: tuple[Word, ...], joint: int) -> bool:
    """Whether capitals are joined by "and" before a role: Women and Equalities minister | Nina
    Morland.
    """
    own = all(word.capital or word.low in JOINTS for word in before[: joint + 1])
    return own and _ends_in_role(before)


def _person_before(inside: list[tuple[Mention, Name]], place: Word) -> bool:
    """Whether a person with a known first name stands before a word: Ann Lee and minister Nina
    Morland are two.
    """
    return any(
        name.kind == "person"
        and mention.span.start < place.span.start
        and name.label.split()[0].lower() in NAMES.given
        for mention, name in inside[:-1]
    )


def _is_office(before: tuple[Word, ...], joint: int) -> bool:
    """Whether the word before a joint is the role of the one named behind its office."""
    role, last = before[joint - 1], before[-1]
    if role.low in ROLES.words and not role.capital and last.low in ROLES.words:
        return False  # spokesman for Republican candidate Nina Morland
    return role.low not in NOT_APPOSED and role.low not in ROLES.plural


RELATES = frozenset(("who", "which", "that", "whose", "said", "says"))
JOINTS = frozenset(("of", "for", "and", "on", "at"))
NOT_APPOSED = SPEAKERS.relations | frozenset(
    "spokesman spokeswoman spokesperson lawyer attorney solicitor barrister aide adviser advisor "
    "supporters critics ally allies counsel".split()
)


def named(stage: Stage, quote: Quote) -> Answer | None:
    """The printed words hold a name that they turn on: "Ms Lee", "union president Jeff Traeger"."""
    name = head_name(stage, quote.printed) if quote.printed else None
    return Answer(name.label) if name else None


def beside_a_name(stage: Stage, quote: Quote) -> Answer | None:
    """ "According to an analysis by Ana Calder, a former engineer": the printed words are, or hold,
    a role given right beside a name that they do not turn on.
    """
    if quote.printed is None:
        return None
    people = {name.label for _, name in stage.within(quote.printed) if name.kind == "person"}
    if len(people) > 1:
        return None  # "the bench of Justice Lee and Justice Park"
    label = _whose_role(stage, quote.printed)
    return Answer(label) if label else None


def _whose_role(stage: Stage, printed: Span) -> str | None:
    """Whose role the printed words are, or who stands right before them: Ana Calder, | a lawyer, |
    said.
    """
    spans = stage.roles.spans
    index = bisect_right(spans, printed.start, key=lambda pair: pair[0].end)
    if index < len(spans) and spans[index][0].overlaps(printed):
        role, label = spans[index]
        # a spokesman for | candidate Ann Lee
        other = {"for"} & set(stage.words(Span(printed.start, role.start)))
        return None if role.start > printed.start and other else label
    words = stage.layout.inside(printed)
    if not words or words[0].capital or words[-1].low in ROLES.plural:
        return None
    return _person_before_comma(stage, printed)


def _person_before_comma(stage: Stage, printed: Span) -> str | None:
    """Who is named right before printed words and a comma."""
    last = bisect_left(stage.starts, printed.start) - 1
    if last < 0:
        return None
    mention, name = stage.mentions[last]
    comma = stage.text[mention.span.end : printed.start] == ", "
    return name.label if comma and name.kind == "person" else None


def named_soon_after(stage: Stage, quote: Quote) -> Answer | None:
    """ "A hockey coach says …" on top of an article: who has that role below, or the first speaker
    without a role.
    """
    one = _unnamed_on_top(stage, quote.printed) if quote.printed else None
    if one is None or quote.printed is None:
        return None
    # "a justice official" is not the justice minister: who is meant has that very role
    bearers = [
        label
        for label in stage.roles.bearers(replace(one, rest=frozenset()))
        if stage.roles.has(label, one.head)
    ]
    if bearers:
        before = {event.label for event in stage.focus.speakers_before(quote.printed.start, 99)}
        return Answer(bearers[0]) if len(bearers) == 1 and bearers[0] not in before else None
    name = _next_named(stage, quote, stage.layout.block(quote.printed.start) + 3)
    if name is None or name.kind != "person" or called_by(name):
        return None
    return Answer(name.label) if stage.may_have_role(name.label, one.head) else None


def _unnamed_on_top(stage: Stage, printed: Span) -> Description | None:
    """The role of "a hockey coach" in the first paragraphs; None for "a friend", "another coach"."""
    if stage.layout.block(printed.start) > _TOP:
        return None
    one = described(stage.layout.inside(printed))
    if one is None or one.head in SPEAKERS.relations or not indefinite(stage, printed):
        return None
    other = stage.words(printed)[0] in ("one", "another") or one.rest & SPEAKERS.some_other
    return None if other else one


def _next_named(stage: Stage, quote: Quote, last: int) -> Name | None:
    """The first named speaker of the next eight quotations, up to a paragraph."""
    index = bisect_right(stage.quotes, quote.parts[0], key=lambda q: q.parts[0])
    for later in stage.quotes[index : index + 8]:
        name = head_name(stage, later.printed) if later.printed else None
        if name is not None and stage.layout.block(later.parts[0].start) <= last:
            return name
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
