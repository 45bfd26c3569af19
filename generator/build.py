"""The order of the stages, and nothing else; the only file that knows them all (`edit` runs them
for one article).
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing, nullcontext
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from generator import batch, corpus, correct, export, pages, review
from generator.cache import unchanged
from generator.cache.store import Cache
from generator.config import Settings, require_seeds
from generator.correct import verbatim
from generator.disk import write
from generator.export import programs
from generator.history import record, redirects
from generator.model import Corpus, Problem, Proposed, Reading, Story
from generator.pages import search_documents
from generator.pages.review import review_files
from generator.read import read_seeds
from generator.read.formats import opens

PROGRAMS = tuple(sorted(programs.PROGRAMS))  # that `take_out` writes for
Progress = Callable[[str, int, int], None]  # stage, done, of how many
Keep = Callable[[Corpus], None]

REVIEW = "review"  # below the cache: the pages that only `mkdocs serve` shows


@dataclass(frozen=True, slots=True)
class Report:
    """What a build did."""

    articles: int
    quotes: int
    entities: int
    written: write.Written
    # since the last build: "+3 quotations, 1 attribution changed"; "" = none, or no last build is
    # known
    changes: str
    problems: tuple[Problem, ...]


def silent(stage: str, done: int, total: int) -> None:
    """Progress for nobody."""


def dropped(found: Corpus) -> None:
    """Nobody wants the corpus."""


def build(settings: Settings, progress: Progress = silent, keep: Keep = dropped) -> Report:
    """Make the generated folder from the seeds; when nothing has changed since the last time, only
    say so.

    `keep` gets the corpus as soon as it is linked; it is not called when nothing has changed.
    Raises write.WriteError when the folder can't be written, and config.ConfigError when there is
    no folder of seeds, before anything is written; anything wrong with a seed is in `problems`
    instead.
    """
    require_seeds(settings)
    read = (settings.seeds, settings.templates, Path(__file__).parent)
    made_of = unchanged.inputs(
        read,
        replace(settings, workers=0, dask=""),
        batch.model(),
        opens=lambda path, size: not path.is_relative_to(settings.seeds) or opens(path.name, size),
    )
    written = (
        *(settings.docs, settings.cache / "search", settings.cache / REVIEW),
        settings.root / redirects.FILE,
    )
    cache = Cache(settings.cache / "cache.sqlite")
    try:
        report = unchanged.recall(cache, Report, made_of, written)
        if report is None:
            report = _build(settings, progress, keep, cache)
            as_next_time = write.Written(0, report.written.written + report.written.unchanged, 0)
            unchanged.remember(cache, replace(report, written=as_next_time), made_of, written)
    finally:
        cache.close()
    return replace(report, problems=(*report.problems, *cache.problems))


def _build(settings: Settings, progress: Progress, keep: Keep, cache: Cache) -> Report:
    found = gather(settings, progress, cache)
    keep(found)
    problems = problems_of(settings, found)
    past = record.recall(settings, found, problems)
    exported = export.export(found, settings.site)
    anchors = redirects.former_anchors(past.former)
    made = chain(
        pages.render(found, settings.site, settings.templates, exported.data_page, anchors),
        exported.pages,
    )
    said: list[Problem] = []
    written = write.write(record.with_redirects(made, found, settings, past, said), settings.docs)
    for name in ("search", REVIEW):
        if write.clear_if_damaged(settings.cache / name):
            said.append(
                Problem(
                    str(settings.cache / name),
                    "was damaged and is made anew",
                    "nothing to do",
                    note=True,
                )
            )
    write.write(search_documents.documents(found, settings.site), settings.cache / "search")
    asked = review_files(review.questions(found), settings.templates)
    write.write(asked, settings.cache / REVIEW)
    record.save(settings, past)
    return Report(
        articles=len(found.stories),
        quotes=sum(len(story.annotations.quotes) for story in found.stories),
        entities=len(found.entities),
        written=written,
        changes=past.changes.summary,
        problems=(*problems, *past.problems, *said),
    )


def take_out(
    settings: Settings, program: str, folder: Path, progress: Progress = silent
) -> write.Written:
    """Write the corpus for another program, one of PROGRAMS, into a folder of its own.

    Raises as `build`.
    """
    found = gather(settings, progress)
    return write.write(programs.PROGRAMS[program](found, settings.site), folder)


def gather(settings: Settings, progress: Progress = silent, cache: Cache | None = None) -> Corpus:
    """Read, parse, annotate, correct and link: all that is known before a page is made.

    Raises config.ConfigError when there is no folder of seeds.
    """
    reading, corrections, found = _found(settings, progress, cache)
    stories = [correct.correct_story(story, corrections) for story in found]
    statements, missed = correct.statement_pairs(stories, corrections)
    reading = replace(reading, problems=(*reading.problems, *missed))
    return corpus.link(stories, reading, corrections.names, statements, corrections.subjects)


def settled(settings: Settings, progress: Progress = silent) -> list[tuple[Story, Story]]:
    """Each article as the program finds it by itself, and as people corrected it.

    Raises config.ConfigError when there is no folder of seeds.
    """
    _, corrections, found = _found(settings, progress, None)
    return [(story, correct.correct_story(story, corrections)) for story in found]


def _found(
    settings: Settings, progress: Progress, cache: Cache | None
) -> tuple[Reading, correct.Corrections, list[Story]]:
    """What is read, what people say, and each article with what the program finds in it."""
    require_seeds(settings)
    reading = read_seeds(
        settings.seeds,
        lambda done, total: progress("Reading", done, total),
        settings.table_articles,
    )
    corrections = correct.load_all(settings.seeds)
    articles, refused = correct.correct_articles(reading.articles, corrections)
    with nullcontext(cache) if cache else closing(Cache(settings.cache / "cache.sqlite")) as held:
        annotations = batch.annotate_all(articles, held, settings.workers, progress, settings.dask)
    orphans = correct.orphans(corrections, (*reading.articles, *articles))
    problems = (*reading.problems, *refused, *orphans)
    stories = [Story(*pair) for pair in zip(articles, annotations, strict=True)]
    return replace(reading, articles=articles, problems=problems), corrections, stories


def subjects_proposed(settings: Settings, found: Corpus) -> Proposed:
    """What the words of the quotations suggest for `subjects:` of the corrections."""
    return corpus.subjects_proposed(found, correct.load_all(settings.seeds).subjects)


def problems_of(settings: Settings, found: Corpus) -> tuple[Problem, ...]:
    """Every problem once, sorted by place."""
    held = [*settings.problems, *found.problems, *verbatim.check(found.stories)]
    for story in found.stories:
        held += [*story.article.problems, *story.annotations.problems]
    for collection in found.collections:
        held += collection.problems
    return tuple(sorted(set(held), key=lambda problem: (problem.where, problem.what)))
