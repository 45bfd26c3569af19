"""The list of declared subjects, as deep as they lie under one another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from generator import paths
from generator.escape import Html
from generator.model import Subject
from generator.pages import notices as notices_module
from generator.pages import views
from generator.pages.archive import Archive
from generator.pages.notices import Notice
from generator.pages.subject_uses import uses_of


@dataclass(frozen=True, slots=True)
class Listed:
    """A subject in the list, with how deep it lies under others (0 = on top)."""

    name: str
    url: Html
    quotes: int
    speakers: int
    tagged: int
    depth: int


@dataclass(frozen=True, slots=True)
class SubjectIndex:
    """Context of subjects.md.j2."""

    title: str
    notices: tuple[Notice, ...]
    subjects: tuple[Listed, ...]


def subject_index(archive: Archive) -> SubjectIndex:
    """The list, with the quotations of each."""
    here = paths.SUBJECTS
    below: defaultdict[str | None, list[Subject]] = defaultdict(list)
    for subject in archive.corpus.subjects:
        below[subject.under].append(subject)

    def listed(under: str | None, depth: int) -> Iterator[Listed]:
        for subject in below[under]:
            uses = uses_of(archive, subject)
            yield Listed(
                name=subject.name,
                url=views.link(here, paths.subject(subject.id)),
                quotes=sum(map(len, uses.values())),
                speakers=sum(1 for id in uses if id),
                tagged=len(subject.tagged),
                depth=min(depth, 3),
            )
            yield from listed(subject.id, depth + 1)

    return SubjectIndex(
        title=archive.words["titles"]["subjects"],
        notices=notices_module.notices(archive, here, archive.articles),
        subjects=tuple(listed(None, 0)),
    )
