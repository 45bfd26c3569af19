"""Who or what the articles name and quote, and what says so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal

from generator.model.article import EntityKind, Span

BY_ARTICLE = frozenset(
    {"role", "country", "open", "general word", "full name beside it", "own paper", "sentence word"}
)


@dataclass(frozen=True, slots=True, order=True)
class QuoteRef:
    """A quotation anywhere in the corpus."""

    article: str  # Article.id
    quote: str  # Quote.id


@dataclass(frozen=True, slots=True)
class Role:
    """Words that gave somebody a role, and where."""

    words: str
    article: str  # Article.id
    span: Span
    date: str | None  # of the article
    articles: int = 1  # how many give it
    title: bool = False  # whether any has it right before the name: "Senator Paul Brandt"


@dataclass(frozen=True, slots=True)
class Alias:
    """A form of a name that the articles use."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Why:
    """Why a form of a name was taken for an entity's."""

    kind: str  # of `corpus.claims.ClaimKind`: "family name", "acronym", "by hand"
    words: str  # the form: "Varnholt"
    articles: int  # in how many articles it stands so
    first: str = ""  # Article.id of the first of them

    @property
    def by_article(self) -> bool:
        """Whether it was joined for what stands in its article, so that it can only be taken back
        there.
        """
        return self.kind in BY_ARTICLE


@dataclass(frozen=True, slots=True)
class Namesake:
    """One of two people who may share a page."""

    role: str  # words that tell this one: "former head of stores"
    articles: tuple[str, ...]  # Article.ids


@dataclass(frozen=True, slots=True)
class Entity:
    """One real person, organisation, government or place across the corpus."""

    id: str  # slug, unique over all entities, stable while the name is
    name: str
    kind: EntityKind
    sort: str  # "Polyansky, Dmitry"
    aliases: tuple[Alias, ...] = ()  # as printed, most frequent first, then by words
    roles: tuple[Role, ...] = ()  # oldest first
    said: tuple[QuoteRef, ...] = ()  # by date of the article, then in text order
    appears_in: tuple[str, ...] = ()  # Article.ids, by date
    # "checked" = found so, and a person agrees
    by: Literal["machine", "human", "checked"] = "machine"
    # why forms with other letters than the name's are this one, commonest first
    why: tuple[Why, ...] = ()
    # () = nothing speaks for two people of this name; else what tells the two apart
    namesakes: tuple[Namesake, ...] = ()


def parted(entity: Entity) -> str:
    """An entry for `names:` of corrections.yml that makes two of one who has `namesakes`: the
    second's articles are the name's, all others somebody else's, told by the role.

    `{name: "Ron Jonson", only_in: ["b"], elsewhere: "Ron Jonson (head of stores)"}`
    """
    first, second = entity.namesakes
    name, other = (
        json.dumps(words, ensure_ascii=False)
        for words in (entity.name, f"{entity.name} ({first.role})")
    )
    articles = json.dumps(second.articles, ensure_ascii=False)
    return f"{{name: {name}, only_in: {articles}, elsewhere: {other}}}"


@dataclass(frozen=True, slots=True)
class Presence:
    """How often somebody is in the corpus: the numbers that every page, list and data file
    shows.
    """

    quotes: int
    quoted_in: int  # articles that quote it
    articles: int  # articles that quote or name it

    @property
    def only_named_in(self) -> int:
        """Articles that name it and don't quote it."""
        return self.articles - self.quoted_in


def presence(entity: Entity) -> Presence:
    """Count an entity's quotations and articles: 81 quotes in 25 articles, named in 59 more."""
    quoted = {ref.article for ref in entity.said}
    return Presence(len(entity.said), len(quoted), len(quoted | set(entity.appears_in)))
