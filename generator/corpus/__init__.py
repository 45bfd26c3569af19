"""What needs more than one article: the same person in several, the same statement, related
articles, backlinks.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from generator.corpus.backlinks import backlinks
from generator.corpus.editions import editions
from generator.corpus.links import links_of
from generator.corpus.related import related
from generator.corpus.statements.versions import statements_of
from generator.corpus.subject_proposals import proposals
from generator.corpus.subjects import subjects_of
from generator.corpus.unread import is_read, unread
from generator.corpus.who.entities import Known, who_is_who, with_sayings
from generator.corpus.who.profiles import said_by, said_too
from generator.model import (
    Corpus,
    Link,
    NameCorrection,
    Proposed,
    Reading,
    SaidOfStatements,
    Story,
    SubjectCorrection,
)


def link(
    stories: Sequence[Story],
    reading: Reading,
    names: Sequence[NameCorrection] = (),
    said: SaidOfStatements = SaidOfStatements(),  # noqa: B008 (a frozen value)
    subjects: Sequence[SubjectCorrection] = (),
) -> Corpus:
    """Join the stories into one corpus, with what people said of names and statements laid over the
    rules' findings.
    """
    stories = tuple(sorted(stories, key=lambda story: story.article.id))
    known = who_is_who(stories, names)
    speakers = said_by(stories, known.bearers)
    others = said_too(stories, known.bearers, speakers)
    entities = with_sayings(known, speakers, others)
    same = editions(stories)
    statements = statements_of(stories, speakers, said, same)
    found, wrong = subjects_of(stories, subjects)
    return Corpus(
        stories=stories,
        entities=entities,
        speakers=speakers,
        others=others,
        statements=statements,
        subjects=found,
        links=_links(stories, known),
        related=related([s for s in stories if is_read(s)], entities, speakers, statements, same),
        backlinks=backlinks(stories, statements, same),
        bearers_in={
            story.article.id: tuple(
                known.bearers.get((story.article.id, name.label), "")
                for name in story.annotations.names
            )
            for story in stories
        },
        whys_in={
            story.article.id: tuple(
                known.whys.get((story.article.id, name.label), "")
                for name in story.annotations.names
            )
            for story in stories
        },
        pages=reading.pages,
        collections=reading.collections,
        problems=(*reading.problems, *known.problems, *unread(stories), *wrong),
    )


def subjects_proposed(found: Corpus, declared: Sequence[SubjectCorrection]) -> Proposed:
    """What the words of all quotations suggest for `subjects:` of the corrections."""
    return proposals(found.stories, found.speakers, found.subjects, declared)


def _links(stories: Sequence[Story], known: Known) -> dict[str, tuple[Link, ...]]:
    labels: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for (article, label), entity in known.bearers.items():
        labels[article][label] = entity
    kinds = known.kinds
    return {story.article.id: links_of(story, labels[story.article.id], kinds) for story in stories}
