"""The corpus as flat records: one place that says what each data file holds.

Every record is a dict in the order of its fields. Offsets are Python string indices (Unicode code
points) into the article's text, end exclusive. A NUL or half a surrogate pair, which SQLite and
UTF-8 can't hold, is U+FFFD in every file, so offsets stay the same.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from generator import cite, paths
from generator.config import Site
from generator.export.selectors import Selector, selector
from generator.model import Article, Corpus, Entity, Quote, QuoteRef, Story, band, presence

Row = dict[str, Any]
_NOT_TEXT: Final = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Known:
    """What records of one thing need to know of others."""

    site: Site
    entities: Mapping[str, Entity]  # by id
    speakers: Mapping[QuoteRef, str]
    statements: Mapping[QuoteRef, str]  # the first Statement.id that a quotation belongs to
    together: Mapping[QuoteRef, tuple[str, ...]]  # `Corpus.others`

    def speaker(self, ref: QuoteRef) -> Entity | None:
        """Who is known to have said it."""
        return self.entities.get(self.speakers.get(ref, ""))

    def others(self, ref: QuoteRef) -> tuple[Entity, ...]:
        """Who said it together with the speaker."""
        return tuple(self.entities[id] for id in self.together.get(ref, ()) if id in self.entities)

    def named(self, ref: QuoteRef) -> str | None:
        """Everybody who said it, in words: "Ada Varnholt and Bruno Estrup"; None = not known."""
        speaker = self.speaker(ref)
        if speaker is None:
            return None
        return " and ".join(one.name for one in (speaker, *self.others(ref)))


def known(corpus: Corpus, site: Site) -> Known:
    """Look-ups, made once."""
    statements: dict[QuoteRef, str] = {}
    for statement in corpus.statements:
        for ref in statement.versions:
            statements.setdefault(ref, statement.id)
    entities = {entity.id: entity for entity in corpus.entities}
    return Known(site, entities, corpus.speakers, statements, corpus.others)


def plain(words: str) -> str:
    """Text that every format can hold, of the same length."""
    return _NOT_TEXT.sub("\ufffd", words)


def article_row(story: Story, site: Site) -> Row:
    """An article; `text` is None where it may not be published, and the standfirst with it."""
    article = story.article
    hidden = cite.withheld(article, site)
    text = plain(article.text)
    return _plain(
        {
            "id": article.id,
            "title": article.title,
            "standfirst": None if hidden or not article.standfirst else article.standfirst.of(text),
            "date": article.date,
            "updated": article.updated,
            "authors": list(article.authors),
            "publication": article.publication,
            "url": cite.permalink(site, paths.article(article.id)),
            "source_url": article.source_url,
            "archive_url": article.archive_url,
            "accessed": article.accessed,
            "collection": article.collection,
            "tags": list(article.tags),
            "lang": article.lang,
            "document": story.annotations.document,
            "rights": article.rights,
            "publish": "quotes" if hidden else "full",
            "quotes": len(story.annotations.quotes),
            "text_length": len(text),
            "text_sha256": hashlib.sha256(text.encode()).hexdigest(),
            "text": None if hidden else text,
            "blocks": [
                {"kind": b.kind, "start": b.span.start, "end": b.span.end} for b in article.blocks
            ],
        }
    )


def quote_rows(story: Story, about: Known) -> Iterator[Row]:
    """The quotations of an article, in text order."""
    text, hidden = plain(story.article.text), cite.withheld(story.article, about.site)
    for quote in story.annotations.quotes:
        parts = [selector(text, part, hidden) for part in quote.parts]
        yield _quote_row(story.article, text, quote, parts, about)


def _quote_row(
    article: Article, text: str, quote: Quote, parts: list[Selector], about: Known
) -> Row:
    ref = QuoteRef(article.id, quote.id)
    speaker = about.speaker(ref)
    return _plain(
        {
            "id": f"{article.id}#{quote.id}",
            "article_id": article.id,
            "quote_id": quote.id,
            "kind": quote.kind,
            "text": quote.words(text),
            "speaker_id": speaker.id if speaker else None,
            "speaker": speaker.name if speaker else None,
            "also_speaker_ids": [one.id for one in about.others(ref)],
            "also_speakers": [one.name for one in about.others(ref)],
            "printed": quote.printed.of(text) if quote.printed else None,
            "cue": quote.cue.of(text) if quote.cue else None,
            "stance": quote.stance,
            "place": cite.place(article, quote),
            "title": article.title,
            "date": article.date,
            "publication": article.publication,
            "url": cite.permalink(about.site, paths.quote(article.id, quote.id)),
            "statement_id": about.statements.get(ref),
            "confidence": round(quote.confidence, 4),
            "band": band(quote.confidence),
            "by": quote.by,
            "rule": quote.rule,
            "speaker_rule": quote.speaker_rule,
            "note": quote.note,
            "parts": [{**part.record(), "label": quote.label(text)} for part in parts],
        }
    )


def part_rows(quote: Row) -> Iterator[Row]:
    """The stretches of text that make up a quotation: two or more when something interrupts it."""
    for number, part in enumerate(quote["parts"], 1):
        yield {"quote_id": quote["id"], "part": number, **part}


def mention_rows(story: Story, corpus: Corpus) -> Iterator[Row]:
    """The places of an article that name somebody, in text order; `person_id` is None where it is
    nobody who has a page.
    """
    article, text = story.article, plain(story.article.text)
    names = story.annotations.names
    nobody = ("",) * len(names)
    bearers = corpus.bearers_in.get(article.id, nobody)
    whys = corpus.whys_in.get(article.id, nobody)
    found = (
        (mention, name, entity, why)
        for name, entity, why in zip(names, bearers, whys)
        for mention in name.mentions
    )
    for mention, name, entity, why in sorted(found, key=lambda one: (one[0].span, one[1].label)):
        yield {
            "article_id": article.id,
            "start": mention.span.start,
            "end": mention.span.end,
            "words": mention.span.of(text),
            "form": mention.form,
            "kind": name.kind,
            "person_id": entity or None,
            "why": why or None,
        }


def person_row(entity: Entity, site: Site) -> Row:
    """A person, organisation, government, group or place."""
    count = presence(entity)
    quoted = (ref.article for ref in entity.said)
    appears = list(dict.fromkeys((*entity.appears_in, *quoted)))
    return _plain(
        {
            "id": entity.id,
            "name": entity.name,
            "kind": entity.kind,
            "sort": entity.sort,
            "aliases": [{"words": alias.words, "count": alias.count} for alias in entity.aliases],
            "roles": [
                {"words": r.words, "article_id": r.article, "date": r.date} for r in entity.roles
            ],
            "quotes": count.quotes,
            "quoted_in": count.quoted_in,
            "articles": count.articles,
            "appears_in": appears,
            "url": cite.permalink(site, paths.entity(entity.kind, entity.id)),
            "by": entity.by,
        }
    )


def _plain(row: Row) -> Row:
    return {name: _value(value) for name, value in row.items()}


def _value(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value) if _NOT_TEXT.search(value) else value
    if isinstance(value, list):
        return [_value(one) for one in value]
    return _plain(value) if isinstance(value, dict) else value
