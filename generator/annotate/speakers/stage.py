"""What is on stage while an article is read: who was named where, who spoke last, who a pronoun can
mean.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Any

from generator.annotate.names.descriptions import Description, Register
from generator.annotate.names.gender import first_name_gender, gender_of, learned
from generator.annotate.names.roles import RoleWords, called_by, role_of
from generator.annotate.speakers.focus import Focus
from generator.annotate.text.layout import Layout, Word, layout_of
from generator.annotate.text.spans import Cover
from generator.languages.named import Gender
from generator.languages.words import ROLES, SPEAKERS, TITLES, VERBS
from generator.model import Article, Mention, Name, Quote, Span

HE = frozenset(("he", "him", "his"))
SHE = frozenset(("she", "her", "hers"))
IT = frozenset(("it", "they", "its"))
_PREPOSITIONS = frozenset(
    [
        "of",
        "for",
        "from",
        "at",
        "in",
        "on",
        "with",
        "by",
        "to",
        "and",
        "or",
        "between",
        "against",
        "about",
        "under",
        "over",
        "after",
        "before",
        "near",
        "than",
        "as",
        "like",
    ]
)


_PAGE = 400  # words that a document is looked for in
_NAME_WITHIN = 60  # characters behind "by"


def _next_to(stage: Stage, mention: Mention, index: int) -> bool:
    """Whether a mention stands right before a word, apart from a possessive ending."""
    return not stage.text[mention.span.end : stage.layout.words[index].span.start].strip("’'s ")


def _is_document(name: Name) -> bool:
    return name.label.casefold().split()[-1] in SPEAKERS.documents


class Stage:
    """The names of one article with lookups, and who is in focus where."""

    def __init__(
        self, article: Article, doc: Any | None, names: tuple[Name, ...], quotes: tuple[Quote, ...]
    ) -> None:
        self.layout = layout_of(article)
        self.text = article.text
        self.names = {name.label: name for name in names}
        self.mentions = sorted(
            ((m, n) for n in names for m in n.mentions), key=lambda pair: pair[0].span
        )
        self._starts = [m.span.start for m, _ in self.mentions]
        people = [n for n in names if n.kind == "person"]
        self.gender = {n.label: gender_of(self.layout, n) for n in people}
        by_first = {n.label: first_name_gender(n) for n in people if self.gender[n.label] is None}
        self.gender |= by_first
        subjects = _subjects(self.layout, doc, self.mentions)
        self.focus = Focus(self.layout, self.mentions, subjects, quotes)
        self.gender |= learned(
            self.layout,
            self.focus.subjects(),
            self.gender,
            {label for label, gender in by_first.items() if gender},
        )
        roles = [
            (i, r)
            for i, n in enumerate(names)
            for span in called_by(n)
            if (r := role_of(self.layout, span))
        ]
        self.register = Register(roles)
        self._unnamed = _unnamed(self.layout, Cover(r.span for _, r in roles))
        self._roles: dict[str, list[RoleWords]] = {}
        for index, role in roles:
            self._roles.setdefault(names[index].label, []).append(role)
        self._role_spans = sorted((span, n.label) for n in names for span in called_by(n))
        self.quotes = tuple(sorted((q for q in quotes if q.printed), key=lambda q: q.parts[0]))
        self._ages = _ages(self.layout, names)
        self._first = {word.low: word.span.start for word in reversed(self.layout.words)}
        self._labels = [name.label for name in names]

    def words(self, span: Span) -> tuple[str, ...]:
        """The words of a span, lower case."""
        return tuple(w.low for w in self.layout.inside(span))

    def within(self, span: Span) -> list[tuple[Mention, Name]]:
        """The mentions that lie inside a span, in text order."""
        start = bisect_left(self._starts, span.start)
        end = bisect_left(self._starts, span.end)
        return [pair for pair in self.mentions[start:end] if pair[0].span.end <= span.end]

    def head_name(self, printed: Span) -> Name | None:
        """The name that a printed speaker turns on; None for "a spokesman for Lee", "Lee’s lawyer",
        "Lee and Park".
        """
        index = bisect_right(self._starts, printed.start) - 1
        if (
            index >= 0
            and self.mentions[index][0].form != "role"
            and self.mentions[index][0].span.holds(printed)
        ):
            return self.mentions[index][1]
        if crossing := self._crossing(printed):
            return crossing
        heads = [
            (m, n)
            for m, n in self.within(printed)
            if m.form != "role" and self._is_head(printed, m.span)
        ]
        people = [n for _, n in heads if n.kind == "person"]
        if people:
            return people[0] if not self._joined(printed, heads) else None
        return heads[0][1] if heads else None

    def spokesman_of_a_role(self, printed: Span) -> bool:
        """Whether it is open who is named: "A spokeswoman for the mayor, Luis Ferreira, said"."""
        words = self.layout.inside(printed)
        role = next(
            (i for i, word in enumerate(words[:-1]) if word.low in ROLES.words and i > 2), None
        )
        return (
            role is not None
            and words[0].low in ("a", "an")
            and words[1].low.startswith("spokes")
            and words[2].low == "for"
            and self.text[words[role].span.end : words[role + 1].span.start] == ", "
        )

    def _crossing(self, printed: Span) -> Name | None:
        """The body whose name goes on behind the printed words: "The Institute | for Fiscal Matters
        said".
        """
        index = bisect_left(self._starts, printed.start)
        if index == len(self.mentions):
            return None
        mention, name = self.mentions[index]
        if name.kind == "person" or mention.form == "role":
            return None
        begun = self.text[printed.start : mention.span.start].casefold() in ("", "the ")
        rest = self.text[printed.end : mention.span.end].split()
        return name if begun and rest and rest[0] in ("for", "of", "on", "and", "to") else None

    def _joined(self, printed: Span, heads: list[tuple[Mention, Name]]) -> bool:
        first = next(m.span for m, n in heads if n.kind == "person")
        after = self.text[first.end : printed.end]
        return after.startswith((" and ", " & "))

    def _is_head(self, printed: Span, span: Span) -> bool:
        before = self.text[printed.start : span.start]
        after = self.text[span.end : printed.end]
        if after.startswith(("’s", "'s", "’ ", "' ")):
            return False
        clause = (
            before[max(before.rfind(c) for c in ",(—:") + 1 :]
            if any(c in before for c in ",(—:")
            else before
        )
        words = clause.split()
        if any(word.casefold() in _PREPOSITIONS for word in words) and not _is_title(words):
            return False
        rest = after.casefold().split()
        return (
            not rest
            or rest[0][0] in ",(—-–."
            or rest[0].rstrip(",.") in TITLES.honours
            or rest[0] in _PREPOSITIONS | {"who", "himself", "herself"}
        )

    def beside(self, printed: Span) -> str | None:
        """Who is named right beside the printed words, when these are a role given there ("…, a
        lawyer, said").
        """
        index = bisect_right(self._role_spans, printed.start, key=lambda pair: pair[0].end)
        if index < len(self._role_spans) and self._role_spans[index][0].overlaps(printed):
            role, label = self._role_spans[index]
            # a spokesman for | candidate Ann Lee
            other = {"for"} & set(self.words(Span(printed.start, role.start)))
            return None if role.start > printed.start and other else label
        words = self.layout.inside(printed)
        if not words or words[0].capital or words[-1].low in ROLES.plural:
            return None
        last = bisect_left(self._starts, printed.start) - 1
        if last >= 0 and self.text[self.mentions[last][0].span.end : printed.start] == ", ":
            name = self.mentions[last][1]
            return name.label if name.kind == "person" else None
        return None

    def document_owner(self, word: str, place: int) -> str | None:
        """Who published the "report" that is spoken of: "a report by X", "the X report"."""
        for index in range(self.layout.word(place), max(-1, self.layout.word(place) - _PAGE), -1):
            found = self.layout.words[index]
            if found.low != word:
                continue
            near = Span(self.layout.words[max(0, index - 4)].span.start, found.span.end)
            before = [
                (m, n)
                for m, n in self.within(near)
                if self.layout.adjacent(index) and _next_to(self, m, index)
            ]
            if before and before[-1][1].kind != "place" and not _is_document(before[-1][1]):
                return before[-1][1].label
            after = self.layout.words[index + 1] if index + 1 < len(self.layout.words) else None
            if after and after.low in ("by", "from") and self.layout.adjacent(index + 1):
                named = self.named_behind(after)
                if named and not self.text[after.span.end : named[0][0].span.start].strip(" the"):
                    return named[0][1].label
        return None

    def named_behind(self, by: Word) -> list[tuple[Mention, Name]]:
        """Who is named right behind "by" or "from"."""
        return self.within(Span(by.span.end, min(len(self.text), by.span.end + _NAME_WITHIN)))

    def role_name(self, printed: Span) -> Name | None:
        """The person whose role mention the printed words are."""
        return next(
            (
                n
                for m, n in self.within(printed)
                if m.form == "role" and m.span.start == printed.start
            ),
            None,
        )

    def bearers(self, description: Description) -> list[str]:
        """Everyone in the article, named before or after, whose role a description fits."""
        return [self._labels[i] for i in self.register.bearers(description, loose=True)]

    def is_quoted(self, span: Span) -> bool:
        """Whether a span starts inside quotation marks, or with the opening one."""
        return bool(self.layout.quoted[min(span.start + 1, span.end - 1)])

    def may_have_role(self, label: str, word: str) -> bool:
        """Whether nothing speaks against a person having a role: neither gender nor another
        role.
        """
        gender = ROLES.gender.get(word)
        if gender is not None and not self.fits(label, gender):
            return False
        roles = self._roles.get(label, [])
        return not roles or any(
            word == role.head or word in ROLES.wider.get(role.head, ()) for role in roles
        )

    def has_role(self, label: str, word: str) -> bool:
        """Whether somebody is given a role by that very word, not by a wider one."""
        return any(word == role.head for role in self._roles.get(label, ()))

    def is_somebodys_role(self, word: str) -> bool:
        """Whether anybody is given a role by that very word."""
        return any(word == role.head for roles in self._roles.values() for role in roles)

    def of_age(self, age: str) -> list[str]:
        """Everyone whose age is given as that number, in text order."""
        return self._ages.get(age, [])

    def introduced_unnamed(self, word: str, place: int) -> bool:
        """Whether "a judge", "one judge" stands before a place, outside the roles of people who are
        named.
        """
        return self._unnamed.get(word, place) < place

    def has_several(self, word: str, place: int) -> bool:
        """Whether "inspectors" stands before a place, so that "the inspector" may be any of
        them.
        """
        return self._first.get(word + "s", place) < place

    def pronoun_gender(self, printed: Span | None) -> Gender | None:
        """The gender of a printed pronoun; None if it is none."""
        words = self.words(printed) if printed else ()
        if len(words) != 1:
            return None
        return "m" if words[0] in HE else "f" if words[0] in SHE else None

    def fits(self, label: str, gender: Gender) -> bool:
        """Whether a name is a person who may be called by that gender."""
        return label in self.gender and self.gender[label] in (gender, None)

    def owner(self, printed: Span) -> str | None:
        """Whose document the printed words name; None if they name nobody."""
        labels = [
            n.label for m, n in self.within(printed) if m.form != "role" and not _is_document(n)
        ]
        return labels[0] if len(set(labels)) == 1 else None


# names that are joined into one subject; more would cost the square of their number
LONGEST_LIST = 40


def _is_title(words: list[str]) -> bool:
    """Whether words before a name are a title with its office: "Secretary of State",
    "Superintendent of Police".
    """
    capitals = [word for word in words if word.casefold() not in ("of", "for", "the", "and", "&")]
    return (
        words[0].casefold() in TITLES.words
        and words[-1] is capitals[-1]
        and all(word[:1].isupper() for word in capitals)
    )


def _subjects(layout: Layout, doc: Any | None, mentions: list[tuple[Mention, Name]]) -> set[Span]:
    """The mentions that are subjects: by the parse, or without one those right before a verb of
    speech.
    """
    found = set()
    for mention, _ in mentions:
        span = (
            doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
            if doc is not None
            else None
        )
        if span is not None:
            root = span.root
            for _ in range(LONGEST_LIST):
                if (
                    root.dep_ not in ("appos", "conj")
                    or root.head is root
                    or root.head.pos_ not in ("NOUN", "PROPN")
                ):
                    break
                root = root.head
            if root.dep_ in ("nsubj", "nsubjpass"):
                found.add(mention.span)
        elif _before_verb(layout, mention.span):
            found.add(mention.span)
    return found


def _before_verb(layout: Layout, span: Span) -> bool:
    index = layout.first_word(span.end)
    return index < len(layout.words) and layout.words[index].low in VERBS.finite | {
        "is",
        "was",
        "has",
        "had",
    }


def _unnamed(layout: Layout, roles: Cover) -> dict[str, int]:
    """Where each word first ends an indefinite phrase ("a Superior Court judge") that is no role of
    a named person.
    """
    first: dict[str, int] = {}
    for index, word in enumerate(layout.words):
        if word.low not in ("a", "an", "one", "another") or layout.quoted[word.span.start]:
            continue
        for end in range(index + 1, min(index + 6, len(layout.words))):
            if not layout.adjacent(end):
                break
            last = layout.words[end]
            if last.low in ROLES.words and not roles.touches(last.span):
                first.setdefault(last.low, last.span.start)
    return first


def _ages(layout: Layout, names: tuple[Name, ...]) -> dict[str, list[str]]:
    """Age → people: "Ludo Marchbanks, 74," and "74-year-old Ludo Marchbanks"."""
    ages: dict[str, list[str]] = {}
    for name in names:
        for mention in name.mentions if name.kind == "person" else ():
            index = layout.first_word(mention.span.end)
            after = layout.words[index] if index < len(layout.words) else None
            gap = layout.text[mention.span.end : after.span.start] if after else ""
            age = after.text if after and gap == ", " and after.text.isdigit() else ""
            before = layout.word(mention.span.start) - 1
            if layout.adjacent(before + 1) and layout.words[before].low.endswith("-year-old"):
                age = layout.words[before].low.removesuffix("-year-old")
            if age and name.label not in ages.setdefault(age, []):
                ages[age].append(name.label)
    return ages
