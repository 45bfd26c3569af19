"""Statements with their versions: which is the fullest, how the others differ from it, what each is
called.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence

from generator.corpus.statements.alike import same_statements
from generator.corpus.statements.compare import REPORTED, alike, apparatus, differences
from generator.corpus.statements.findings import Told, findings
from generator.corpus.statements.sayings import Saying, sayings_of
from generator.model import Quote, QuoteRef, SaidOfStatements, Statement, Story, Version
from generator.paths import slug

TABLE = 12  # versions that a word-by-word table can show
CLAUSE = re.compile(r"[.!?;:,]?[”»\"]|[.!?;:,–—](?=\s|$)")
TITLE_WORDS = 9


def statements_of(
    stories: Sequence[Story],
    speakers: Mapping[QuoteRef, str],
    said: SaidOfStatements = SaidOfStatements(),  # noqa: B008 (a frozen value)
    same: Mapping[str, Sequence[str]] | None = None,
) -> tuple[Statement, ...]:
    """Every statement with two versions and more, by id.

    `same`: articles that are one text, by Article.id; None = there are none. What only such
    articles share, one article in several editions, is no statement told twice.
    """
    by_id = {story.article.id: story for story in stories}
    quotes = {
        QuoteRef(story.article.id, quote.id): quote
        for story in stories
        for quote in story.annotations.quotes
    }
    taken: set[str] = set()
    found = []
    by_hand = {ref for pair in said.same for ref in pair}
    for group in same_statements(list(sayings_of(stories, speakers)), said):
        if same and _is_one_text(group, same) and not any(one.ref in by_hand for one in group):
            continue
        statement = _statement(group, by_id, quotes, taken)
        taken.add(statement.id)
        found.append(statement)
    return tuple(sorted(found, key=lambda statement: statement.id))


def _is_one_text(group: Sequence[Saying], same: Mapping[str, Sequence[str]]) -> bool:
    """Whether all versions stand in editions of one article, each of them in one place."""
    articles = {one.ref.article for one in group}
    first = group[0].ref.article
    return len(articles) == len(group) and articles <= {first, *same.get(first, ())}


def title_of(words: str) -> str:
    """The first telling words of a quotation: its first quoted clause of three words and more, at
    most nine words.
    """
    marked = re.findall(r"[“«„]([^“”«»„]+)", words)
    best = next((part for part in marked if len(part.split()) > 2), words)
    best = best.strip(' “”«»„"')
    for end in CLAUSE.finditer(best):
        clause = best[: end.start()]
        if len(clause.split()) > 2:
            best = clause
            break
    shown = best.split()
    if shown:
        shown[0] = shown[0][:1].upper() + shown[0][1:]
    return " ".join(shown[:TITLE_WORDS]).rstrip(" ,;:.–—") + (
        "…" if len(shown) > TITLE_WORDS else ""
    )


def _statement(
    group: Sequence[Saying],
    by_id: Mapping[str, Story],
    quotes: Mapping[QuoteRef, Quote],
    taken: set[str],
) -> Statement:
    base = max(
        range(len(group)), key=lambda at: (group[at].kind == "direct", len(group[at].words), -at)
    )
    origin = group[base].text
    labels = _labels(group, by_id, quotes)
    told = [
        Told(_in_sentence(label), one.text, one.kind, by_id[one.ref.article].article.date)
        for label, one in zip(labels, group)
    ]
    words = group[0].text
    speakers = {one.speaker for one in group if one.speaker}
    return Statement(
        id=_free(slug(title_of(words)), group[0].ref, taken),
        entity=speakers.pop() if len(speakers) == 1 else None,
        title=title_of(REPORTED.sub("", words, count=1) if REPORTED.match(words) else words),
        versions=tuple(one.ref for one in group),
        base=group[base].ref,
        compared=tuple(
            Version(one.ref, label, alike(origin, one.text), differences(origin, one.text))
            for label, one in zip(labels, group)
        ),
        columns=apparatus([one.text for one in group], base) if len(group) <= TABLE else (),
        findings=findings(told, base),
    )


def _free(wanted: str, oldest: QuoteRef, taken: set[str]) -> str:
    """An address that does not depend on other statements, but for those with the same title."""
    if wanted not in taken:
        return wanted
    digest = hashlib.sha256(f"{oldest.article}#{oldest.quote}".encode()).hexdigest()
    return next(
        name for name in (f"{wanted}-{digest[:n]}" for n in range(6, 65)) if name not in taken
    )


def _labels(
    group: Sequence[Saying], by_id: Mapping[str, Story], quotes: Mapping[QuoteRef, Quote]
) -> list[str]:
    """What tells the versions from each other: the publication, else the article's title; the place
    inside it.
    """
    articles = {one.ref.article for one in group}
    if len(articles) == 1:
        return _numbered([_place(by_id[one.ref.article], quotes[one.ref]) for one in group])
    here = Counter(one.ref.article for one in group)
    outlets = Counter(by_id[article].article.publication for article in sorted(here))
    labels = []
    for one in group:
        article = by_id[one.ref.article].article
        title = article.title if article.title.startswith(("“", "«", "„")) else f"“{article.title}”"
        label = article.publication or title
        if article.publication and outlets[article.publication] > 1:
            label = f"{article.publication}, {title}"
        if here[article.id] > 1:
            label = f"{label}, {_place(by_id[article.id], quotes[one.ref])}"
        labels.append(label)
    return _numbered(labels)


def _place(story: Story, quote: Quote) -> str:
    """Where a quotation begins: "headline", "standfirst", "paragraph 5"."""
    number = 0
    for block in story.article.blocks:
        number += block.kind == "paragraph"
        if block.span.end > quote.parts[0].start:
            return block.kind if block.kind != "paragraph" else f"paragraph {number}"
    return "the article"


def _numbered(labels: list[str]) -> list[str]:
    """The same label twice gets "(2)" behind it."""
    seen: Counter[str] = Counter()
    numbered = []
    for label in labels:
        seen[label] += 1
        numbered.append(label if seen[label] == 1 else f"{label} ({seen[label]})")
    return numbered


def _in_sentence(label: str) -> str:
    return f"the {label}" if label.startswith(("headline", "standfirst")) else label
