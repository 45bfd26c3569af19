"""The archive with one article as it is now, and the pages that show it; cheap in a large
corpus.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

import jinja2

from generator import paths
from generator.model import Entity, Link, Page, Story
from generator.pages.archive import Archive, Said, newest_first
from generator.pages.article import article_page
from generator.pages.article_links import neighbours
from generator.pages.entities import pages_showing
from generator.pages.jinja import fill


def revised(
    archive: Archive,
    story: Story,
    speakers: Mapping[str, Entity],
    links: tuple[Link, ...],
    entities: Mapping[str, Entity],
    together: Mapping[str, tuple[Entity, ...]],
) -> Archive:
    """The archive with another text of one article.

    `speakers`: by Quote.id; `entities`: by id, those that the article concerned before or concerns
    now; `together`: by Quote.id, who said it together with the
    speaker. Lists over all articles (outlets, all quotations) stay as they were.
    """
    article = story.article
    old = {said.quote.id: said for said in archive.said_in.get(article.id, ())}
    said = tuple(
        Said(
            article,
            quote,
            number,
            speakers.get(quote.id),
            old[quote.id].statement if quote.id in old else None,
            together.get(quote.id, ()),
        )
        for number, quote in enumerate(story.annotations.quotes, 1)
    )
    others = [a for a in archive.articles if a.id != article.id]
    everywhere = dict(archive.said)  # a copy hashes no key anew
    for one in archive.said_in.get(article.id, ()):
        everywhere.pop(one.ref, None)
    everywhere |= {one.ref: one for one in said}
    named = [
        e
        for e in entities.values()
        if article.id in e.appears_in or any(e in (s.entity, *s.others) for s in said)
    ]
    return replace(
        archive,
        corpus=replace(archive.corpus, links={**archive.corpus.links, article.id: links}),
        stories={**archive.stories, article.id: story},
        entities={**archive.entities, **entities},
        articles=newest_first([*others, article]),
        said=everywhere,
        said_in={**archive.said_in, article.id: said},
        named_in={
            **archive.named_in,
            article.id: tuple(sorted(named, key=lambda e: (e.sort, e.id))),
        },
    )


def pages_about(
    archive: Archive, env: jinja2.Environment, article_id: str, entities: Iterable[str]
) -> Iterator[Page]:
    """The page of an article, then those of some entities that show it.

    Raises jinja2.TemplateError when a template is wrong.
    """
    article = archive.article(article_id)
    context = article_page(archive, article, *neighbours(archive)[article_id])
    yield Page(paths.source(paths.article(article_id)), fill(env, "article.md.j2", context))
    for id in entities:
        yield from pages_showing(archive, env, archive.entities[id], article)
