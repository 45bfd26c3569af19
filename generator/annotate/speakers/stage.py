"""What is on stage while an article is read: who was named where, who spoke last, who a pronoun can
mean.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import Any

from generator.annotate.names.gender import first_name_gender, gender_of, learned
from generator.annotate.speakers.focus import Focus
from generator.annotate.speakers.named_subjects import named_subjects
from generator.annotate.speakers.roles_given import RolesGiven, roles_given
from generator.annotate.text.layout import Layout, layout_of
from generator.languages.named import Gender
from generator.languages.words import ROLES
from generator.model import Article, Mention, Name, Quote, Span

HE = frozenset(("he", "him", "his"))
SHE = frozenset(("she", "her", "hers"))

Genders = dict[str, Gender | None]


@dataclass(frozen=True, slots=True)
class Stage:
    """The names of one article with lookups, and who is in focus where.

    All but the focus is settled at the start; the focus grows with each quotation that is decided.
    """

    layout: Layout
    text: str
    names: dict[str, Name]  # by label
    mentions: list[tuple[Mention, Name]]  # in text order
    starts: list[int]  # where each mention starts
    gender: Genders  # of each person, by label; None = unknown
    roles: RolesGiven
    quotes: tuple[Quote, ...]  # those whose speaker is printed, in text order
    focus: Focus

    def words(self, span: Span) -> tuple[str, ...]:
        """The words of a span, lower case."""
        return tuple(w.low for w in self.layout.inside(span))

    def within(self, span: Span) -> list[tuple[Mention, Name]]:
        """The mentions that lie inside a span, in text order."""
        start = bisect_left(self.starts, span.start)
        end = bisect_left(self.starts, span.end)
        return [pair for pair in self.mentions[start:end] if pair[0].span.end <= span.end]

    def is_quoted(self, span: Span) -> bool:
        """Whether a span starts inside quotation marks, or with the opening one."""
        return bool(self.layout.quoted[min(span.start + 1, span.end - 1)])

    def may_have_role(self, label: str, word: str) -> bool:
        """Whether nothing speaks against a person having a role: neither gender nor another
        role.
        """
        gender = ROLES.gender.get(word)
        return (gender is None or self.fits(label, gender)) and self.roles.allow(label, word)

    def pronoun_gender(self, printed: Span | None) -> Gender | None:
        """The gender of a printed pronoun; None if it is none."""
        words = self.words(printed) if printed else ()
        if len(words) != 1:
            return None
        return "m" if words[0] in HE else "f" if words[0] in SHE else None

    def fits(self, label: str, gender: Gender) -> bool:
        """Whether a name is a person who may be called by that gender."""
        return label in self.gender and self.gender[label] in (gender, None)


def stage_of(
    article: Article, doc: Any | None, names: tuple[Name, ...], quotes: tuple[Quote, ...]
) -> Stage:
    """The stage of an article before its first quotation.

    `doc`: the parse of its text; None = no language model. `names`: from `find_names`; `quotes`:
    all of the article.
    """
    layout = layout_of(article)
    mentions = sorted(((m, n) for n in names for m in n.mentions), key=lambda pair: pair[0].span)
    focus = Focus(layout, mentions, named_subjects(layout, doc, mentions), quotes)
    return Stage(
        layout=layout,
        text=article.text,
        names={name.label: name for name in names},
        mentions=mentions,
        starts=[m.span.start for m, _ in mentions],
        gender=_genders(layout, names, focus),
        roles=roles_given(layout, names),
        quotes=tuple(sorted((q for q in quotes if q.printed), key=lambda q: q.parts[0])),
        focus=focus,
    )


def _genders(layout: Layout, names: tuple[Name, ...], focus: Focus) -> Genders:
    """What honorifics, roles and first names say of each person, then what pronouns do."""
    people = [n for n in names if n.kind == "person"]
    told: Genders = {n.label: gender_of(layout, n) for n in people}
    by_first = {n.label: first_name_gender(n) for n in people if told[n.label] is None}
    told |= by_first
    guessed = {label for label, gender in by_first.items() if gender}
    return told | learned(layout, focus.subjects(), told, guessed)
