"""What needs more than one article: who is who, the same statements, subjects, what is related."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from generator.model.article import Problem, Span, Story
from generator.model.entity import Entity, QuoteRef
from generator.model.reading import Collection, HandWritten


@dataclass(frozen=True, slots=True)
class SaidOfStatements:
    """What people said of statements, from `statements:` of the corrections."""

    same: tuple[tuple[QuoteRef, QuoteRef], ...] = ()  # one statement, whatever the rules say
    apart: frozenset[tuple[QuoteRef, QuoteRef]] = frozenset()  # sorted pairs that are never one


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two articles are related, in words for the reader."""

    kind: Literal["same", "speaker", "about", "words"]
    label: str  # "Ilse Varnholt"
    detail: str = ""  # "2 of 26 articles quote her"
    entity: str | None = None  # Entity.id to link to
    statement: str | None = None  # Statement.id to link to


@dataclass(frozen=True, slots=True)
class Relation:
    """One entry of an article's "related" list."""

    article: str  # Article.id of the other one
    score: float  # 0 to 1
    reasons: tuple[Reason, ...]  # 1+


@dataclass(frozen=True, slots=True)
class Link:
    """The first mention of a known name in an article: it links to the entity's page."""

    span: Span
    entity: str  # Entity.id


@dataclass(frozen=True, slots=True)
class Backlink:
    """A place in another article that points to this one, with the sentence around it."""

    article: str  # Article.id of the article that mentions
    sentence: str
    # "same statement", "names the article", "links to the article", "another version of this text"
    why: str
    quote: str | None = None  # Quote.id in that article, when it is about a quotation
    statement: str | None = None  # Statement.id, when the two share one


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words in a comparison, verbatim with its spaces.

    Those that are not "missing here" make up the version's words exactly when joined; the missing
    ones are the base's.
    """

    kind: Literal["same", "only here", "missing here"]
    words: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a statement, compared with the base version."""

    quote: QuoteRef
    label: str  # tells it from the other versions: "Eddermoor Courier", "standfirst", "paragraph 5"
    alike: int  # percent of words that are the same in both, in the same order; 100 for the base
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A place of the word-by-word table: what each version has there."""

    same: bool  # every version has the same words, but for case and punctuation
    readings: tuple[str, ...]  # one for each version; "" = not in this version


@dataclass(frozen=True, slots=True)
class Statement:
    """The same statement by the same speaker in 2+ quotations."""

    id: str  # slug, stable while its oldest version is there
    # Entity.id of the speaker, unknown in some versions perhaps; None = unknown in all of them, or
    # the versions name several
    entity: str | None
    title: str  # the first telling words of its oldest version
    versions: tuple[QuoteRef, ...]  # oldest first
    base: QuoteRef | None = None  # the fullest version, with which the others are compared
    compared: tuple[Version, ...] = ()  # one for each of `versions`, in their order
    # word by word; () when there are too many versions for a table
    columns: tuple[Column, ...] = ()
    findings: tuple[str, ...] = ()  # what the alignment proves, in plain sentences


@dataclass(frozen=True, slots=True)
class Subject:
    """What quotations are about: those that use its words, and apart, the articles tagged so."""

    id: str  # slug of the name, unique
    name: str
    words: tuple[str, ...]  # as declared
    # quotations that use its words, by article id, then in text order, with where in
    # `Article.text` the words stand
    said: tuple[tuple[QuoteRef, tuple[Span, ...]], ...] = ()
    # ids of articles with one of its tags in which no quotation uses its words
    tagged: tuple[str, ...] = ()
    under: str | None = None  # Subject.id of the broader one
    was: tuple[str, ...] = ()  # former names
    iptc: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A phrase of quotations that may be a subject."""

    words: str  # as it is printed most: "carbon tax"
    quotes: int
    speakers: int
    articles: int


@dataclass(frozen=True, slots=True)
class MoreWords:
    """A phrase that a declared subject may lack."""

    subject: str  # its name
    words: str
    articles: int  # of those with the phrase, how many have the subject's words


@dataclass(frozen=True, slots=True)
class Alike:
    """Two declared subjects that mostly have the same quotations."""

    one: str  # the name of that with fewer
    other: str
    shared: int
    of: int  # quotations of `one`


@dataclass(frozen=True, slots=True)
class Proposed:
    """What the words of the quotations suggest for `subjects:` of the corrections."""

    phrases: tuple[Proposal, ...]  # the likeliest first
    words: tuple[MoreWords, ...]
    alike: tuple[Alike, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The whole of it, sorted everywhere: the same seeds give the same value."""

    stories: tuple[Story, ...] = ()  # by Article.id
    entities: tuple[Entity, ...] = ()  # by id
    # who said it: Entity.id; absent = unknown
    speakers: dict[QuoteRef, str] = field(default_factory=dict)
    # Entity.ids of those who said it together with that speaker; absent = nobody else
    others: dict[QuoteRef, tuple[str, ...]] = field(default_factory=dict)
    links: dict[str, tuple[Link, ...]] = field(default_factory=dict)  # by Article.id, in text order
    # by Article.id, best first
    related: dict[str, tuple[Relation, ...]] = field(default_factory=dict)
    backlinks: dict[str, tuple[Backlink, ...]] = field(default_factory=dict)  # by Article.id
    statements: tuple[Statement, ...] = ()  # by id
    # by Article.id: whom each of its names means, in their order; "" = nobody who has a page
    bearers_in: dict[str, tuple[str, ...]] = field(default_factory=dict)
    # why, in the same order: a `Why.kind`; "" = the name itself says so
    whys_in: dict[str, tuple[str, ...]] = field(default_factory=dict)
    subjects: tuple[Subject, ...] = ()  # by name
    pages: tuple[HandWritten, ...] = ()
    collections: tuple[Collection, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def bearers(self) -> dict[tuple[str, str], str]:
        """(Article.id, Name.label) → Entity.id, of the names that mean somebody who has a page."""
        return {
            (story.article.id, name.label): entity
            for story in self.stories
            for name, entity in zip(
                story.annotations.names, self.bearers_in.get(story.article.id, ())
            )
            if entity
        }
