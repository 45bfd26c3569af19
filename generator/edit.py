"""One edited article, seen at once: under `mkdocs serve`, while everything else follows in a whole
build.

The corpus as it was last linked is kept in memory with its lookups; the article is read and
annotated anew and takes its place there. Its page and those of its people are made by the page
functions that a build uses.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import jinja2

from generator import batch, correct, paths
from generator.config import Settings
from generator.corpus.one_article import names_known, relink
from generator.corpus.who.standing import Common, common_words
from generator.history import redirects
from generator.model import Corpus, Page, Problem, Story
from generator.pages.archive import Archive, open_archive
from generator.pages.jinja import environment
from generator.pages.one_article import pages_about, revised
from generator.read.one_file import read_again


@dataclass(frozen=True, slots=True)
class Kept:
    """What an edit needs of the last build, or of the edits since."""

    settings: Settings
    corrections: correct.Corrections
    archive: Archive
    env: jinja2.Environment
    known: dict[str, str]  # full name → Entity.id
    common: Common  # how the corpus prints words
    # seed file, relative to seeds/ → Article.id; not those of a file with several articles
    ids: dict[str, str]
    bearers: dict[str, dict[str, str]]  # by Article.id: Name.label → Entity.id, "" = nobody


@dataclass(frozen=True, slots=True)
class Edited:
    """An article as it is now."""

    kept: Kept
    article: str  # Article.id
    pages: tuple[Page, ...]  # the article's own, then its people's
    problems: tuple[Problem, ...]  # of this article, those that were there before left out
    remember: tuple[tuple[str, bytes], ...]  # for the cache: what was found in it


def keep(corpus: Corpus, settings: Settings) -> Kept:
    """Make the lookups, and load the language model by using it once."""
    files: dict[str, list[str]] = {}
    for story in corpus.stories:
        files.setdefault(story.article.source, []).append(story.article.id)
    record = settings.root / redirects.FILE
    former = (
        redirects.load(record.read_text("utf-8", "replace"))[0]
        if record.is_file()
        else redirects.Former()
    )
    kept = Kept(
        settings=settings,
        corrections=correct.load_all(settings.seeds),
        archive=open_archive(
            corpus, settings.site, None, redirects.former_anchors(former), settings.templates
        ),
        env=environment(settings.templates),
        known=names_known(corpus.entities),
        common=common_words(corpus.stories),
        ids={file: ids[0] for file, ids in files.items() if len(ids) == 1},
        bearers={},
    )
    if corpus.stories:
        batch.annotate_one(corpus.stories[0].article)
    return kept


def edit(kept: Kept, source: str) -> Edited | Problem | None:
    """The pages that show an edited seed file.

    What other articles say (related ones, comparisons) and former anchors are as in the last build.
    A Problem when the file can't be read as it stands: the last good page should stay. None when
    only a whole build can tell: it is no article, or one with another address. Raises
    jinja2.TemplateError when a template is wrong.
    """
    read = read_again(kept.settings.seeds, source)
    if isinstance(read, Problem):
        return read
    corrected, _ = correct.correct_articles([read] if read else [], kept.corrections)
    if [article.id for article in corrected] != [kept.ids.get(source)]:
        return None
    (article,) = corrected
    annotations, remember = batch.annotate_one(article)
    story = correct.correct_story(Story(article, annotations), kept.corrections)
    before, archive = kept.archive.stories[article.id], kept.archive
    articles = {one.id: one for one in archive.articles} | {article.id: article}
    old_people = [said.entity.id for said in archive.said_in[article.id] if said.entity]
    named = archive.named_in.get(article.id, ())
    was = kept.bearers.get(article.id) or _bearers(archive, before)
    made = relink(story, named, archive.entities, kept.known, articles, was, kept.common)
    archive = revised(archive, story, made.speakers, made.links, made.entities, made.others)
    told = [*made.speakers.values(), *(e for held in made.others.values() for e in held)]
    people = dict.fromkeys([*(e.id for e in told), *old_people])
    seen = {(p.what, p.hint) for p in (*before.article.problems, *before.annotations.problems)}
    problems = (*article.problems, *story.annotations.problems)
    return Edited(
        kept=replace(kept, archive=archive, bearers={**kept.bearers, article.id: made.bearers}),
        article=article.id,
        pages=tuple(pages_about(archive, kept.env, article.id, people)),
        problems=tuple(p for p in problems if (p.what, p.hint) not in seen),
        remember=tuple(remember),
    )


def _bearers(archive: Archive, story: Story) -> dict[str, str]:
    """Whom the last build took the names of an article for."""
    found = archive.corpus.bearers_in.get(story.article.id, ())
    return {name.label: entity for name, entity in zip(story.annotations.names, found)}


def corrected(kept: Kept) -> tuple[Kept, tuple[str, ...]]:
    """The corrections as their files have them now, and the seed files of the articles that they
    say something else of than before.

    What they say of names and statements concerns the whole corpus, and is left to a whole build.
    """
    now = correct.load_all(kept.settings.seeds)
    changed = correct.changed(kept.corrections, now)
    sources = (
        a.source for a in kept.archive.articles if any(correct.is_about(e, a) for e in changed)
    )
    return replace(kept, corrections=now), tuple(
        dict.fromkeys(s for s in sources if s in kept.ids) if changed else ()
    )


def url(article_id: str) -> str:
    """Where an article stands on the site."""
    return paths.article(article_id)
