"""The corpus as the pages look things up in it. Built once; every page reads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from generator import cite, paths
from generator.config import Site
from generator.model import (
    Article,
    Collection,
    Corpus,
    DataPage,
    Entity,
    Quote,
    QuoteRef,
    Statement,
    Story,
)
from generator.pages import dates
from generator.pages.naming import naming
from generator.pages.words import Words, words_of

NOTHING: Mapping[QuoteRef, tuple[str, ...]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Said:
    """A quotation where it stands."""

    article: Article
    quote: Quote
    number: int  # 1-based, in text order
    entity: Entity | None  # None = speaker not identified
    statement: Statement | None  # the comparison that it belongs to
    others: tuple[Entity, ...] = ()  # who said it together with `entity`

    @property
    def ref(self) -> QuoteRef:
        """Its address in the corpus."""
        return QuoteRef(self.article.id, self.quote.id)

    @property
    def url(self) -> str:
        """Its permanent address on the site."""
        return paths.quote(self.article.id, self.quote.id)

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.quote.words(self.article.text)

    @property
    def printed(self) -> str:
        """The speaker as the text has it; "" when the text names none."""
        return self.quote.printed.of(self.article.text) if self.quote.printed else ""

    @property
    def cue(self) -> str:
        """ "said"; "" when no cue stands in the text."""
        return self.quote.cue.of(self.article.text) if self.quote.cue else ""

    @property
    def label(self) -> str:
        """The verb that must stand before the words, since they are not simply said: "denied"; "" =
        they are.
        """
        return self.quote.label(self.article.text)

    @property
    def paragraph(self) -> int:
        """The number (1-based) of the paragraph where it starts; 0 = headline or standfirst."""
        place = self.article.place_of(self.quote.parts[0])
        return place[1] if place and place[0].kind == "paragraph" else 0


@dataclass(frozen=True, slots=True)
class Outlet:
    """A newspaper or station, by the name that the articles give it."""

    name: str
    url: str
    articles: tuple[Article, ...]  # newest first
    quotes: int


@dataclass(frozen=True, slots=True)
class Archive:
    """Lookups over the corpus. Lists of articles are newest first, undated ones last."""

    site: Site
    corpus: Corpus
    stories: dict[str, Story]
    entities: dict[str, Entity]
    statements: dict[str, Statement]
    statements_of: dict[str, tuple[Statement, ...]]  # by Entity.id
    # of the first and the last dated article, as `dates.month`; the same = no span of time
    months: tuple[int, int]
    collections: dict[str, Collection]
    articles: tuple[Article, ...]
    said: dict[QuoteRef, Said]
    said_in: dict[str, tuple[Said, ...]]  # by Article.id, in text order
    # by Article.id: all that it names or quotes, by sort name
    named_in: dict[str, tuple[Entity, ...]]
    outlets: tuple[Outlet, ...]  # most articles first
    said_newest: tuple[Said, ...]  # all quotations, by article, then in text order
    named_by: dict[str, tuple[Said, ...]]  # by Entity.id: others' quotations that name it
    about: dict[QuoteRef, tuple[str, ...]]  # ids of the subjects whose words a quotation uses
    data: DataPage | None  # what there is to download; None = nothing
    # by Article.id and Quote.id: anchors that it had before
    former: Mapping[str, Mapping[str, tuple[str, ...]]]
    words: Words  # templates/words.toml

    def article(self, article_id: str) -> Article:
        """An article by its id."""
        return self.stories[article_id].article

    def title_of(self, statement: Statement) -> str:
        """A statement's title, with the verb where its oldest version is denied or asked."""
        label = self.said[statement.versions[0]].label
        return f"{label[:1].upper()}{label[1:]}: {statement.title}" if label else statement.title

    def said_by(self, entity: Entity) -> tuple[Said, ...]:
        """What one speaker said, oldest article first."""
        return tuple(self.said[ref] for ref in entity.said if ref in self.said)

    def notices(self, articles: list[Article] | tuple[Article, ...]) -> tuple[Collection, ...]:
        """The collections that ask for a notice and hold all of these articles, in a folder below
        too: of a page that shows others as well it would not be true.
        """
        own = {article.collection for article in articles}
        return tuple(
            c
            for key, c in self.collections.items()
            if c.notice and own and all(one == key or one.startswith(f"{key}/") for one in own)
        )

    def withheld(self, article: Article) -> bool:
        """Whether the full text may not be shown."""
        return cite.withheld(article, self.site)


def open_archive(
    corpus: Corpus,
    site: Site,
    data: DataPage | None = None,
    former: Mapping[QuoteRef, tuple[str, ...]] = NOTHING,
    templates: Path | None = None,
) -> Archive:
    """Index the corpus. `templates`: the folder whose words.toml counts; None = the shipped one."""
    anchors: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for ref, names in former.items():
        anchors[ref.article][ref.quote] = names
    stories = {story.article.id: story for story in corpus.stories}
    entities = {entity.id: entity for entity in corpus.entities}
    statement_of = {ref: statement for statement in corpus.statements for ref in statement.versions}
    articles = newest_first([story.article for story in corpus.stories])
    said_in: dict[str, tuple[Said, ...]] = {}
    for story in corpus.stories:
        said_in[story.article.id] = tuple(
            Said(
                story.article,
                quote,
                number,
                entities.get(corpus.speakers.get(ref, "")),
                statement_of.get(ref),
                tuple(entities[id] for id in corpus.others.get(ref, ()) if id in entities),
            )
            for number, quote in enumerate(story.annotations.quotes, 1)
            for ref in [QuoteRef(story.article.id, quote.id)]
        )
    named_in = _named_in(corpus, stories)
    return Archive(
        site=site,
        corpus=corpus,
        stories=stories,
        entities=entities,
        statements={statement.id: statement for statement in corpus.statements},
        statements_of=_statements_of(corpus),
        months=_months(articles),
        collections={collection.id: collection for collection in corpus.collections},
        articles=articles,
        said={said.ref: said for held in said_in.values() for said in held},
        said_in=said_in,
        named_in=named_in,
        named_by=naming(said_in, named_in),
        outlets=_outlets(articles, said_in),
        said_newest=tuple(said for article in articles for said in said_in[article.id]),
        about=_about(corpus),
        data=data,
        former=dict(anchors),
        words=words_of(templates),
    )


def _statements_of(corpus: Corpus) -> dict[str, tuple[Statement, ...]]:
    held: dict[str, list[Statement]] = defaultdict(list)
    for statement in corpus.statements:
        if statement.entity:
            held[statement.entity].append(statement)
    return {key: tuple(found) for key, found in held.items()}


def _about(corpus: Corpus) -> dict[QuoteRef, tuple[str, ...]]:
    held: dict[QuoteRef, list[str]] = defaultdict(list)
    for subject in corpus.subjects:
        for ref, _ in subject.said:
            held[ref].append(subject.id)
    return {ref: tuple(ids) for ref, ids in held.items()}


def _months(articles: tuple[Article, ...]) -> tuple[int, int]:
    found = [
        month for month in (dates.month(article.date) for article in articles) if month is not None
    ]
    return (min(found), max(found)) if found else (0, 0)


def newest_first(articles: list[Article]) -> tuple[Article, ...]:
    """By date, the newest first, undated ones last; the same day by id."""
    dated = sorted((a for a in articles if a.date), key=lambda a: a.id)
    dated.sort(key=lambda a: a.date or "", reverse=True)
    return (*dated, *sorted((a for a in articles if not a.date), key=lambda a: a.id))


def _named_in(corpus: Corpus, stories: dict[str, Story]) -> dict[str, tuple[Entity, ...]]:
    held: dict[str, dict[str, Entity]] = defaultdict(dict)
    for entity in sorted(corpus.entities, key=lambda e: (e.sort, e.id)):
        for article_id in (*entity.appears_in, *(ref.article for ref in entity.said)):
            if article_id in stories:
                held[article_id].setdefault(entity.id, entity)
    return {key: tuple(found.values()) for key, found in held.items()}


def _outlets(
    articles: tuple[Article, ...], said_in: dict[str, tuple[Said, ...]]
) -> tuple[Outlet, ...]:
    held: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.publication:
            held[paths.outlet(article.publication)].append(article)
    found = [
        Outlet(
            name=min(a.publication or "" for a in mine),
            url=url,
            articles=tuple(mine),
            quotes=sum(len(said_in[a.id]) for a in mine),
        )
        for url, mine in held.items()
    ]
    return tuple(sorted(found, key=lambda outlet: (-len(outlet.articles), outlet.name)))
