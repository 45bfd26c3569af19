"""What was said about what: a page for each declared subject, speaker by speaker, and their
list.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import jinja2

from generator import escape, paths
from generator.escape import Html
from generator.model import Entity, Page, Subject
from generator.pages import dates, views
from generator.pages import notices as notices_module
from generator.pages import pager as pager_module
from generator.pages.archive import Archive, Said
from generator.pages.in_article import InArticle, by_article, in_article
from generator.pages.jinja import fill
from generator.pages.notices import Notice
from generator.pages.pager import Pager
from generator.pages.subject_index import subject_index
from generator.pages.subject_uses import Use, uses_of
from generator.pages.views import Line, Text, Who

MOST_ACROSS = 6  # speakers in the table of outlets
MOST_BESIDE = 8  # other subjects that are named as "see also"
SHARED = 2  # quotations that two subjects share before one names the other


@dataclass(frozen=True, slots=True)
class BySpeaker:
    """All that one speaker says about the subject, oldest first, as far as this page goes."""

    who: Who
    anchor: Html
    count: int  # on all pages
    entries: tuple[InArticle, ...]


@dataclass(frozen=True, slots=True)
class OutletRow:
    """How often each of the most quoted speakers is quoted by one outlet; an empty address = not at
    all.
    """

    name: str
    cells: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class SubjectPage:
    """Context of subject.md.j2."""

    title: str
    name: str
    section_url: Html
    notices: tuple[Notice, ...]
    words: tuple[str, ...]
    quotes: int
    speakers: int  # who are known
    articles: int
    span: str
    said: tuple[BySpeaker, ...]
    heads: tuple[Who, ...]
    outlets: tuple[OutletRow, ...]  # () = one outlet only
    tagged: tuple[InArticle, ...]
    broader: tuple[Text, ...]
    narrower: tuple[Text, ...]
    see: tuple[Text, ...]
    csv: Html
    feeds: tuple[Text, ...]
    pager: Pager


def subject_pages(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """A page for each subject, more where it is long, and their list; none without subjects."""
    subjects = archive.corpus.subjects
    for subject in subjects:
        for here, context in _pages_of(archive, subject):
            yield Page(paths.source(here), fill(env, "subject.md.j2", context))
    if subjects:
        yield Page(
            paths.source(paths.SUBJECTS), fill(env, "subjects.md.j2", subject_index(archive))
        )


def spoken_about(archive: Archive, here: str, entity: Entity) -> tuple[Text, ...]:
    """The subjects that somebody speaks about, most first, each with how often."""
    count = Counter(id for ref in entity.said for id in archive.about.get(ref, ()))
    found = [(count[subject.id], subject) for subject in archive.corpus.subjects]
    ranked = sorted((one for one in found if one[0]), key=lambda one: (-one[0], one[1].name))
    return tuple(
        Text(
            subject.name,
            views.link(here, f"{paths.subject(subject.id)}#{_anchor(entity)}"),
            str(count),
        )
        for count, subject in ranked
    )


def _anchor(entity: Entity | None) -> str:
    return f"s-{entity.id}" if entity else "s-"


def _pages_of(archive: Archive, subject: Subject) -> Iterator[tuple[str, SubjectPage]]:
    home = paths.subject(subject.id)
    uses = uses_of(archive, subject)
    rows = [use for held in uses.values() for use in held]
    chunks = pager_module.chunks(rows, [500 + 2 * len(use.said.words) for use in rows])
    first_page: dict[str, int] = {}
    for number, chunk in enumerate(chunks, 1):
        for use in chunk:
            first_page.setdefault(use.said.entity.id if use.said.entity else "", number)
    for number, chunk in enumerate(chunks, 1):
        here = paths.page(home, number)
        pager = pager_module.pager(here, home, number, len(chunks))
        yield here, _page(archive, subject, here, uses, chunk, first_page, pager)


def _page(
    archive: Archive,
    subject: Subject,
    here: str,
    uses: dict[str, list[Use]],
    shown: Sequence[Use],
    first_page: dict[str, int],
    pager: Pager,
) -> SubjectPage:
    rows = [use.said for held in uses.values() for use in held]
    articles = list({said.article.id: said.article for said in rows}.values())
    tagged = [archive.article(id) for id in subject.tagged if id in archive.stories]
    heads, outlets = _outlets(subject, here, uses, first_page) if pager.number == 1 else ((), ())
    around = _around(archive, subject, here) if pager.number == 1 else ((), (), ())
    return SubjectPage(
        title=subject.name,
        name=subject.name,
        section_url=views.link(here, paths.SUBJECTS),
        notices=notices_module.notices(archive, here, [*articles, *tagged]),
        words=subject.words,
        quotes=len(rows),
        speakers=sum(1 for id in uses if id),
        articles=len(articles),
        span=dates.span([a.date for a in articles if a.date]),
        said=_by_speaker(archive, here, uses, shown),
        heads=heads,
        outlets=outlets,
        tagged=tuple(in_article(here, a) for a in (tagged if pager.number == 1 else [])),
        broader=around[0],
        narrower=around[1],
        see=around[2],
        csv=views.link(here, paths.subject_file(subject.id)),
        feeds=views.feeds(archive, here, paths.subject(subject.id)) if rows else (),
        pager=pager,
    )


def _by_speaker(
    archive: Archive, here: str, uses: dict[str, list[Use]], shown: Sequence[Use]
) -> tuple[BySpeaker, ...]:
    groups: defaultdict[str, list[Use]] = defaultdict(list)
    for use in shown:
        groups[use.said.entity.id if use.said.entity else ""].append(use)
    return tuple(
        BySpeaker(
            who=_who(here, held[0].said),
            anchor=escape.address(_anchor(held[0].said.entity)),
            count=len(uses[id]),
            entries=_entries(archive, here, held),
        )
        for id, held in groups.items()
    )


def _who(here: str, said: Said) -> Who:
    return replace(views.who(here, said), printed="")


def _entries(archive: Archive, here: str, uses: Sequence[Use]) -> tuple[InArticle, ...]:
    def lit(use: Use) -> Line:
        line = views.line(archive, here, use.said)
        return replace(line, words=views.lit(use.said, use.hits))

    return by_article(here, ((use.said.article, lit(use)) for use in uses))


def _outlets(
    subject: Subject, here: str, uses: dict[str, list[Use]], first_page: dict[str, int]
) -> tuple[tuple[Who, ...], tuple[OutletRow, ...]]:
    """The most quoted speakers, and for each outlet how often it quotes each of them."""
    across = [id for id in uses if id][:MOST_ACROSS]
    count: Counter[tuple[str, str]] = Counter()
    outlets: Counter[str] = Counter()
    for id, held in uses.items():
        for use in held:
            name = use.said.article.publication or ""
            outlets[name] += 1
            count[name, id] += 1
    if len(outlets) < 2 or not across:
        return (), ()
    home = paths.subject(subject.id)
    to = {id: f"{paths.page(home, first_page[id])}#s-{id}" for id in across}
    rows = tuple(
        OutletRow(
            name,
            tuple(
                Text(
                    str(count[name, id] or ""),
                    views.link(here, to[id]) if count[name, id] else Html(""),
                )
                for id in across
            ),
        )
        for name, _ in sorted(outlets.items(), key=lambda one: (-one[1], one[0]))
    )
    return tuple(_who(here, uses[id][0].said) for id in across), rows


def _around(
    archive: Archive, subject: Subject, here: str
) -> tuple[tuple[Text, ...], tuple[Text, ...], tuple[Text, ...]]:
    """Broader, narrower, and those that many of the same quotations are about."""
    others = [one for one in archive.corpus.subjects if one.id != subject.id]
    near = {subject.under, *(one.id for one in others if one.under == subject.id)}
    also = Counter(id for ref, _ in subject.said for id in archive.about.get(ref, ()))
    shared = [(also[one.id], one) for one in others]
    ranked = sorted(
        (one for one in shared if one[0] >= SHARED and one[1].id not in near),
        key=lambda one: (-one[0], one[1].name),
    )

    def link(one: Subject) -> Text:
        return Text(one.name, views.link(here, paths.subject(one.id)), str(len(one.said)))

    return (
        tuple(link(one) for one in others if one.id == subject.under),
        tuple(link(one) for one in others if one.under == subject.id),
        tuple(link(one) for _, one in ranked[:MOST_BESIDE]),
    )
