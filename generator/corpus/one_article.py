"""One article put into a corpus that was linked without it: who its names are, as far as one
article tells.

Names that were there before keep their entity; a name new to the article is the one entity that
goes by it, if there is one, else a new one. What needs all articles (two spellings of one name,
related articles, the same statement) is left as it was; the next whole link says how it is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from generator.corpus.links import links_of
from generator.corpus.order import when
from generator.corpus.who.evidence import has_page
from generator.corpus.who.forms import forms_of
from generator.corpus.who.profiles import aliases, is_news, roles, telling_of
from generator.corpus.who.spelling import shown, sort_name
from generator.corpus.who.standing import Common, called, stands
from generator.model import Article, Entity, EntityKind, Link, Name, QuoteRef, Role, Story
from generator.paths import slug


@dataclass(frozen=True, slots=True)
class Relinked:
    """What one article changes."""

    speakers: dict[str, Entity]  # by Quote.id; absent = unknown
    links: tuple[Link, ...]
    # by id: all that the article had before or has now, as they are now
    entities: dict[str, Entity]
    bearers: dict[str, str]  # Name.label → Entity.id; "" = nobody who has a page
    others: dict[str, tuple[Entity, ...]]  # by Quote.id: who said it together with the speaker


def names_known(entities: Iterable[Entity]) -> dict[str, str]:
    """Full name → Entity.id, where only one goes by it; a single word is no full name of a
    person.
    """
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for entity in entities:
        for words in {entity.name, *(alias.words for alias in entity.aliases)}:
            if entity.kind != "person" or " " in words:
                bearers[words].add(entity.id)
    return {words: min(ids) for words, ids in bearers.items() if len(ids) == 1}


def relink(
    story: Story,
    before: Iterable[Entity],
    entities: Mapping[str, Entity],
    known: Mapping[str, str],
    articles: Mapping[str, Article],
    was: Mapping[str, str],
    common: Common,
) -> Relinked:
    """The links of an edited article, and the entities that it concerns.

    `before`: those that it named or quoted until now; `entities`: all, by id; `known`: see
    `names_known`; `articles`: all, by id, with this one as it is now. `was`: whom its names meant
    until now, by label; "" = nobody who has a page.
    `common`: how the corpus prints words, which tells names from words of a sentence.
    """
    article = story.article
    old = {entity.id: entity for entity in before}
    mine = {
        words: e.id
        for e in old.values()
        for words in (*(alias.words for alias in e.aliases), e.name)
    }
    bearers: dict[str, str] = {}
    words_of = called(common)
    changed = {id: _without(entity, article.id) for id, entity in old.items()}
    for name in story.annotations.names:
        new = name.label not in was and stands(story, name, common)
        words = words_of(story, name)
        id = was.get(name.label) or (
            (mine.get(words) or _known(words, name.kind, known)) if new else None
        )
        if id is None and new and _has_page(story, name, common):
            made = _new(story, name, entities)
            id, changed[made.id] = made.id, made
        if id is None:
            continue
        bearers[name.label] = id
        changed[id] = _with_mention(
            changed.get(id) or _without(entities[id], article.id),
            story,
            name,
            entities[id].roles if id in entities else (),
        )
    for quote in story.annotations.quotes:
        if quote.speaker not in bearers:
            continue
        for id in dict.fromkeys(bearers[s] for s in (quote.speaker, *quote.others) if s in bearers):
            changed[id] = replace(
                changed[id], said=(*changed[id].said, QuoteRef(article.id, quote.id))
            )
    changed = {id: _in_time(entity, articles) for id, entity in changed.items()}
    speakers = {
        q.id: changed[bearers[q.speaker]] for q in story.annotations.quotes if q.speaker in bearers
    }
    others = {
        q.id: tuple(changed[bearers[label]] for label in q.others if label in bearers)
        for q in story.annotations.quotes
        if q.others and q.speaker in bearers
    }
    kinds = {id: entity.kind for id, entity in changed.items()}
    everybody = {name.label: bearers.get(name.label, "") for name in story.annotations.names}
    return Relinked(speakers, links_of(story, bearers, kinds), changed, everybody, others)


def _known(words: str, kind: EntityKind, known: Mapping[str, str]) -> str | None:
    return known.get(words) or known.get(shown(words, kind))


def _has_page(story: Story, name: Name, common: Common) -> bool:
    """Whether a name that is new in the corpus would have a page, as far as one article tells."""
    forms = forms_of([(story, name, "")], called(common))
    return has_page(forms, forms[0].kind, common)


def _without(entity: Entity, article: str) -> Entity:
    return replace(
        entity,
        said=tuple(ref for ref in entity.said if ref.article != article),
        appears_in=tuple(other for other in entity.appears_in if other != article),
        roles=tuple(role for role in entity.roles if role.article != article),
    )


def _new(story: Story, name: Name, entities: Mapping[str, Entity]) -> Entity:
    wanted = slug(name.label)
    if wanted in entities:
        wanted = f"{wanted}-in-{slug(story.article.id)}"
    words = shown(name.label, name.kind)
    return Entity(wanted, words, name.kind, sort_name(words, name.kind), aliases([(story, name)]))


def _with_mention(entity: Entity, story: Story, name: Name, held: Iterable[Role]) -> Entity:
    """`held`: the roles of the last build, which tells how many articles give each."""
    counts = {telling_of(role.words): role for role in held}
    given = () if entity.by == "human" and entity.roles else roles([(story, name)])
    given = tuple(
        replace(role, articles=known.articles, title=known.title)
        if (known := counts.get(telling_of(role.words)))
        else role
        for role in given
    )
    return replace(
        entity,
        appears_in=tuple(dict.fromkeys((*entity.appears_in, story.article.id))),
        roles=(*entity.roles, *(role for role in given if is_news(role, entity.roles))),
    )


def _most_given(role: Role) -> tuple[int, bool, str]:
    return -role.articles, role.date is None, role.date or ""


def _in_time(entity: Entity, articles: Mapping[str, Article]) -> Entity:
    """The entity with this article's part in its place."""

    def place(id: str) -> tuple[bool, str, str]:
        return when(articles[id]) if id in articles else (True, "", id)

    return replace(
        entity,
        said=tuple(sorted(entity.said, key=lambda ref: place(ref.article))),
        appears_in=tuple(sorted(entity.appears_in, key=place)),
        roles=tuple(sorted(entity.roles, key=_most_given)),
    )
