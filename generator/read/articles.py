"""Drafts → articles: ids, titles, dates, collections."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from os.path import splitext

from generator import paths
from generator.fields.dates import file_name_date
from generator.fields.metadata import Metadata, metadata, one_line
from generator.fields.slugs import distinct, slug
from generator.fields.values import Note, problem
from generator.model import Article, HandWritten, Problem
from generator.read.draft import Draft

# in a page of the owner's own
MARKUP = re.compile(r"<[A-Za-z!?]|\{:|\b(?:javascript|vbscript|data):", re.IGNORECASE)
# fields that _collection.yml may give for its articles
INHERITED = ("publication", "lang", "rights", "publish")


@dataclass(frozen=True, slots=True)
class Source:
    """One draft and where it comes from."""

    source: str  # the file, relative to seeds/
    draft: Draft
    # the folder that its article belongs to, if it is another than the file's; None = the file's
    home: str | None = None

    @property
    def folder(self) -> str:
        """The folder under seeds/ as it is named; "" = seeds/ itself."""
        return self.source.rpartition("/")[0] if self.home is None else self.home

    @property
    def key(self) -> str:
        """What tells it from every other source: the file, and the article inside a file of
        many.
        """
        return f"{self.source}#{self.draft.name}" if self.draft.name else self.source

    @property
    def stem(self) -> str:
        """The name that its id is made of."""
        return self.draft.name or splitext(self.source.rpartition("/")[2])[0]


@dataclass(frozen=True, slots=True)
class Made:
    """What became of the drafts."""

    articles: tuple[Article, ...]
    pages: tuple[HandWritten, ...]
    problems: tuple[Problem, ...]


def make(
    sources: Iterable[Source],
    root: str,
    collections: Mapping[str, str],
    inherited: Mapping[str, Metadata],
) -> Made:
    """Give each draft its id and metadata.

    `root`: what the user calls seeds/. `collections`: folder → id. `inherited`: folder → fields for
    its articles.
    """
    read = [(s, metadata(s.draft.fields)) for s in sources]
    read = [(s, data) for s, data in read if not data.draft]
    ids = _ids([(s, data) for s, data in read if s.draft.blocks], collections)
    articles: list[Article] = []
    pages: list[HandWritten] = []
    problems: list[Problem] = []
    for source, data in read:
        notes = (*source.draft.notes, *data.notes, *_page_notes(source.draft, data))
        found = tuple(problem(f"{root}/{note.file or source.source}", note) for note in notes)
        if data.page and source.draft.blocks and source.draft.body is not None:
            title = data.values.get("title") or name_title(source.stem)
            pages.append(
                HandWritten(ids[source.key], source.source, title, source.draft.body.lstrip("\n"))
            )
            problems += found
        elif not source.draft.blocks:
            empty = Problem(
                f"{root}/{source.source}", "has no text", "write the article or remove the file"
            )
            problems += found or [empty]
        else:
            collection = collections.get(source.folder, "")
            article = _article(
                source, data, ids[source.key], collection, inherited.get(source.folder)
            )
            bare = tuple(problem(f"{root}/{source.source}", note) for note in _bare(source.draft))
            articles.append(replace(article, problems=found or bare))
    return Made(tuple(articles), tuple(pages), tuple(problems))


def _bare(draft: Draft) -> tuple[Note, ...]:
    """That an article is nothing but its headline. It has its page, since a headline may be all
    that is left of it.
    """
    # a row may well be one sentence
    if draft.name or any(block.kind == "paragraph" for block in draft.blocks):
        return ()
    return (
        Note(
            "an article has a headline and no text",
            "write its text below the headline",
            harmless=True,
        ),
    )


def _page_notes(draft: Draft, data: Metadata) -> tuple[Note, ...]:
    """What passes through as it is, or can't, is said: a page that others wrote must not pass for
    the owner's.
    """
    line = draft.fields["layout"].line if data.page else 0
    if data.page and draft.body is None:
        return (
            Note(
                "layout: page is for Markdown files; this is an article",
                "write the page as .md",
                line,
            ),
        )
    if data.page and draft.body and MARKUP.search(draft.body):
        fact = "is a page of your own, and its HTML is published as it is"
        return (Note(fact, "take out layout: page if others wrote it", line, harmless=True),)
    return ()


def _ids(read: list[tuple[Source, Metadata]], collections: Mapping[str, str]) -> dict[str, str]:
    """Ids by key. A slug that somebody wrote comes first, then a file that is named just so, then
    the others.
    """
    wanted = []
    for source, data in read:
        name = data.slug or slug(file_name_date(source.stem)[1] or source.stem)
        rank = 0 if data.slug else 1 if name == source.stem else 2
        want = f"{collections.get(source.folder, '')}/{name}".lstrip("/")
        if data.page and want.partition("/")[0] in paths.OURS:
            want = paths.PAGES + want
        wanted.append((rank, source.key, want))
    return distinct([(key, want) for _, key, want in sorted(wanted)], collections.values())


def _article(
    source: Source, data: Metadata, made: str, collection: str, inherited: Metadata | None
) -> Article:
    draft = source.draft
    values = {
        name: inherited.values[name] for name in INHERITED if inherited and name in inherited.values
    } | data.values
    headline = next((b.span.of(draft.text) for b in draft.blocks if b.kind == "headline"), "")
    values["title"] = values.get("title") or one_line(headline) or name_title(source.stem)
    date, date_from = values.pop("date", None), "front matter"
    if date is None:
        date, date_from = file_name_date(source.stem)[0], "file name"
    if date is None:
        date, date_from = draft.dateline, "dateline"
    return Article(
        id=made,
        source=source.source,
        text=draft.text,
        blocks=draft.blocks,
        collection=collection,
        line=draft.line,
        date=date,
        date_from=date_from if date else "",
        **values,
    )


def name_title(stem: str) -> str:
    """A title from a file's name: "the-port_strike" → "The port strike"."""
    words = (
        " ".join((file_name_date(stem)[1] or stem).replace("-", " ").replace("_", " ").split())
        or stem
    )
    return words[:1].upper() + words[1:]
