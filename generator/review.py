"""What is doubtful in a site, in the order in which a person should look at it.

A question is worth what its answer changes: how unsure a quotation is, three times where other
articles have the same statement, since each of them shows its speaker. Questions of about the same
worth stand article by article, so that whoever answers stays in one text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from generator.model import (
    Article,
    Corpus,
    Entity,
    Place,
    Question,
    Quote,
    QuoteRef,
    Review,
    Role,
    Story,
    band,
    normal_words,
)

UNNAMED = 0.35  # worth of a speaker's name, on top of the doubt about the words
SHARED = 3.0  # how much more a quotation is worth that stands in a comparison
STEP = 0.2  # of worth; within one, questions stand article by article
PAIR, LANGUAGE, NAME = 1.0, 0.9, 0.4  # worth of the other questions: a pair moves whole pages
MOST_PLACES = 3
AROUND = 90  # characters on each side of a name, at most
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_SMALL = frozenset("a an and at by for former from in of on or the then to with".split())


def questions(corpus: Corpus) -> Review:
    """Every doubtful thing of a corpus that no person has settled yet."""
    articles = {story.article.id: story.article for story in corpus.stories}
    shared = {ref for statement in corpus.statements for ref in statement.versions}
    found = [
        *_quotes(corpus, shared),
        *_pairs(corpus, articles),
        *_names(corpus, articles),
        *_languages(corpus),
    ]
    found.sort(key=lambda one: (-int(one.weight / STEP), one.article))
    quotes = [quote for story in corpus.stories for quote in story.annotations.quotes]
    sure = sum(quote.confidence for quote in quotes)
    asked = sum(1 - one.confidence for one in found if one.kind == "quote")
    count = max(1, len(quotes))
    return Review(
        quotes=len(quotes),
        by_hand=sum(quote.by != "machine" for quote in quotes),
        sure=sure / count,
        after=(sure + asked) / count,
        questions=tuple(found),
    )


def _quotes(corpus: Corpus, shared: set[QuoteRef]) -> Iterator[Question]:
    """Quotations of low and medium confidence, and those whose speaker is not known."""
    for story in corpus.stories:
        for quote in story.annotations.quotes:
            ref = QuoteRef(story.article.id, quote.id)
            unnamed = ref not in corpus.speakers
            if quote.by == "machine" and (unnamed or band(quote.confidence) != "high"):
                worth = 1 - quote.confidence + (UNNAMED if unnamed else 0)
                yield Question(
                    "quote",
                    story.article.id,
                    f"{story.article.id}#{quote.id}",
                    worth * (SHARED if ref in shared else 1),
                    why=_doubt(quote),
                    quote=quote.id,
                    confidence=quote.confidence,
                    unnamed=unnamed,
                )


def _doubt(quote: Quote) -> str:
    note = quote.note
    return note if not note or note.endswith((".", "!", "?")) else f"{note}."


def _pairs(corpus: Corpus, articles: dict[str, Article]) -> Iterator[Question]:
    """Names that are likely one person: a problem says so, with the entry that would join them."""
    entities = {entity.name: entity for entity in corpus.entities}
    for problem in corpus.problems:
        names = [json.loads(string) for string in _STRING.findall(problem.paste)]
        if len(names) == 2:
            places = [
                place
                for name in names
                if name in entities
                for place in _places(entities[name], articles, MOST_PLACES - 1)
            ]
            yield Question(
                "pair",
                places[0].article if places else "",
                f"pair:{names[0]}|{names[1]}",
                PAIR,
                why=_reason(problem.what),
                names=(names[0], names[1]),
                places=tuple(places),
            )


def _reason(what: str) -> str:
    """What stands in the brackets at the end of a problem: "one letter differs"."""
    _, bracket, reason = what.rpartition(" (")
    return f"{reason[:1].upper()}{reason[1:-1]}." if bracket and reason.endswith(")") else ""


def _names(corpus: Corpus, articles: dict[str, Article]) -> Iterator[Question]:
    """People whom different articles call by roles that share no word: two of one name, or a wrong
    role.
    """
    for entity in corpus.entities:
        if entity.kind != "person" or entity.by != "machine":
            continue
        roles = _apart(entity.roles)
        if len(roles) > 1:
            places = [
                Place(
                    role.article,
                    articles[role.article].title,
                    _around(articles[role.article], role.span.start, role.span.end),
                )
                for role in roles[: MOST_PLACES + 1]
            ]
            yield Question(
                "name",
                places[0].article,
                f"name:{entity.name}",
                NAME,
                why="Articles give roles that have no word in common.",
                names=(entity.name,),
                roles=tuple(dict.fromkeys(role.words for role in entity.roles)),
                places=tuple(places),
            )


def _apart(roles: tuple[Role, ...]) -> list[Role]:
    """Roles of which each shares no telling word, and no article, with those before it."""
    kept: list[tuple[set[str], Role]] = []
    for role in roles:
        words = set(normal_words(role.words).split()) - _SMALL
        if words and all(not words & other and role.article != one.article for other, one in kept):
            kept.append((words, role))
    return [role for _, role in kept]


def _languages(corpus: Corpus) -> Iterator[Question]:
    """Articles that do not say their language, and seem to be in one that is not read."""
    for story in corpus.stories:
        if story.article.lang is None and _unread(story):
            yield Question(
                "language",
                story.article.id,
                f"language:{story.article.id}",
                LANGUAGE,
                why="In this language no quotations are looked for.",
                language=story.annotations.lang,
            )


def _unread(story: Story) -> bool:
    return story.annotations.lang.partition("-")[0] != "en"


def _places(entity: Entity, articles: dict[str, Article], most: int) -> list[Place]:
    """Sentences that have the name, one an article."""
    found: list[Place] = []
    for id_ in entity.appears_in:
        article = articles.get(id_)
        at = article.text.find(entity.name) if article else -1
        if article and at >= 0:
            found.append(Place(id_, article.title, _around(article, at, at + len(entity.name))))
        if len(found) == most:
            break
    return found


def _around(article: Article, start: int, end: int) -> str:
    """The words around a place, within its paragraph, cut at a word."""
    text = article.text
    low = max(text.rfind("\n", 0, start) + 1, 0)
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    before, after = text[low:start], text[end:high]
    if len(before) > AROUND:
        before = "… " + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + " …"
    return f"{before}{text[start:end]}{after}"
