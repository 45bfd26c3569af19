"""Rules for a role without a name: the deputy envoy, the 43-year-old, the fisherman."""

from __future__ import annotations

from generator.annotate.names.descriptions import described
from generator.annotate.speakers.answer import NEAR, REACH, Answer
from generator.annotate.speakers.groups import indefinite
from generator.annotate.speakers.stage import Stage
from generator.languages.words import ROLES, SPEAKERS
from generator.model import Name, Quote, Span

_ARTICLES = frozenset(("the", "a", "an", "his", "her", "their"))


def role_named_before(stage: Stage, quote: Quote) -> Answer | None:
    """ "the deputy envoy": the one person introduced with that role."""
    if quote.printed is None:
        return None
    name = _role_name(stage, quote.printed)
    return Answer(name.label) if name and not _introduced_unnamed(stage, quote.printed) else None


def _role_name(stage: Stage, printed: Span) -> Name | None:
    """The person whose role mention the printed words are."""
    return next(
        (n for m, n in stage.within(printed) if m.form == "role" and m.span.start == printed.start),
        None,
    )


def role_of_one(stage: Stage, quote: Quote) -> Answer | None:
    """ "The mayor", "former engineer": the only one with that role in the article, or of several
    the last in focus.
    """
    one = described(stage.layout.inside(quote.printed)) if quote.printed else None
    if one is None or quote.printed is None or indefinite(stage, quote.printed):
        return None
    if _introduced_unnamed(stage, quote.printed):
        return None
    bearers = stage.roles.bearers(one)
    if len(bearers) == 1:
        return Answer(bearers[0])
    for event in stage.focus.before(quote.printed.start, REACH):
        if event.label in bearers:
            return Answer(event.label)
    return None


def _introduced_unnamed(stage: Stage, printed: Span) -> bool:
    """Whether "the official" may be "a senior official" of before: nobody's role is "official"
    itself.
    """
    head = stage.words(printed)[-1]
    return stage.roles.introduced_unnamed(head, printed.start) and not stage.roles.is_somebodys(
        head
    )


def of_that_age(stage: Stage, quote: Quote) -> Answer | None:
    """ "The 32-year-old labourer": the only one of that age."""
    if quote.printed is None:
        return None
    for word in stage.words(quote.printed):
        if (
            word.endswith(("-year-old", "-years-old"))
            and len(stage.roles.of_age(word.partition("-")[0])) == 1
        ):
            return Answer(stage.roles.of_age(word.partition("-")[0])[0])
    return None


def described_in_focus(stage: Stage, quote: Quote) -> Answer | None:
    """ "The beekeeper", when nobody has that role: the last in focus, if nothing speaks against
    it.
    """
    if quote.printed is None or not _may_describe(stage, quote.printed):
        return None
    one = described(stage.layout.inside(quote.printed))
    head = one.head if one else stage.words(quote.printed)[-1]
    for event in stage.focus.before(quote.printed.start, 1):
        if event.label is None:
            return None
        if event.label in stage.gender:
            fits = stage.may_have_role(event.label, head) and not _somebody_else(
                stage, quote, quote.printed, head
            )
            return Answer(event.label) if fits else None
    return None


def _somebody_else(stage: Stage, quote: Quote, printed: Span, head: str) -> bool:
    """Whether a role is hardly that of the one in focus: its bearer deals with them ("the judge
    told her"), or stood beside them before ("sued the keeper. The keeper said")."""
    if head in SPEAKERS.dealing or _tells_the_other(stage, quote):
        return True
    if "new" in stage.words(printed):
        return False  # whoever was called so before was another
    spoke = [e.printed for e in stage.focus.speakers_before(printed.start, REACH) if e.printed]
    return any(
        not any(span.holds(place) for span in spoke)
        for place in _called_before(stage, printed, head)
    )


def _tells_the_other(stage: Stage, quote: Quote) -> bool:
    """Whether the words behind a cue are the one in focus: “…,” the keeper | told her."""
    if quote.cue is None or stage.words(quote.cue)[-1:] not in (("told",), ("tells",)):
        return False
    behind = stage.words(Span(quote.cue.end, quote.cue.end + 4))
    return behind in (("him",), ("her",))


def _called_before(stage: Stage, printed: Span, head: str) -> list[Span]:
    """Where somebody is called "the keeper", "a keeper" not far before."""
    first = stage.layout.first_word(printed.start)
    words = stage.layout.words[max(0, first - NEAR) : first]
    return [
        word.span
        for index, word in enumerate(words)
        if word.low == head
        and not word.possessive
        and any(before.low in _ARTICLES for before in words[max(0, index - 2) : index])
    ]


def _may_describe(stage: Stage, printed: Span) -> bool:
    """Whether printed words are "the …" of one person, and no "a …" of the same kind went
    before.
    """
    words = stage.words(printed)
    if (
        len(words) < 2
        or words[0] != "the"
        or set(words) & SPEAKERS.documents
        or words[-1] in SPEAKERS.bodies
    ):
        return False
    if sum(w.capital for w in stage.layout.inside(printed)[1:]) > 1:
        return False  # a name, though not a known one
    person = (
        any(w in ROLES.words or w.endswith("-year-old") for w in words)
        or words[-1].endswith(("er", "or", "ist", "ian", "man", "woman", "ee"))
        or words[-1].startswith(("ex-", "then-"))  # the ex-Wallaby
    )
    several = stage.roles.has_several(words[-1], printed.start)
    return person and not several and not stage.roles.introduced_unnamed(words[-1], printed.start)
