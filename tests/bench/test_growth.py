"""What must not grow faster than the corpus: the pages of one person, and the lists."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from pathlib import Path

import jinja2
import pytest

from generator.config import Site
from generator.model import (
    Annotations,
    Article,
    Block,
    Collection,
    Corpus,
    Entity,
    Page,
    Quote,
    QuoteRef,
    Span,
    Story,
)
from generator.pages import entities, lists
from generator.pages.archive import Archive, open_archive
from generator.pages.jinja import environment
from tests.steps import steps

TEMPLATES = Path(__file__).parents[2] / "templates"
Pages = Callable[[Archive, jinja2.Environment], Iterator[Page]]


def story(number: int, quotes: int, collection: str) -> Story:
    words = [f"Nobody will sail on ferry {number} in week {k}." for k in range(quotes)]
    starts = [sum(len(one) + 1 for one in words[:k]) for k in range(quotes)]
    text = " ".join(words) or "Nothing was said."
    held = tuple(
        Quote(id=f"q{k}", kind="indirect", parts=(Span(start, start + len(one)),), speaker="ann")
        for k, (start, one) in enumerate(zip(starts, words))
    )
    name = f"{collection}/s{number}"
    blocks = (Block("paragraph", Span(0, len(text))),)
    year = 2000 + number % 40
    date = f"{year}-03-{number % 28 + 1:02}"
    article = Article(name, f"{name}.txt", f"Story {number}", text, blocks, collection, date=date)
    return Story(article, Annotations(quotes=held))


def one_person(articles: int) -> Corpus:
    """Ten quotations an article, all by one person."""
    stories = tuple(story(number, 10, "all") for number in range(articles))
    said = tuple(QuoteRef(s.article.id, q.id) for s in stories for q in s.annotations.quotes)
    where = tuple(s.article.id for s in stories)
    ann = Entity("ann", "Ann Lee", "person", "Lee, Ann", said=said, appears_in=where)
    return Corpus(stories, (ann,), dict.fromkeys(said, "ann"))


def many_collections(articles: int) -> Corpus:
    """Fifty articles a collection, each of which has a notice."""
    stories = tuple(story(number, 0, f"c{number // 50}") for number in range(articles))
    names = [f"c{number}" for number in range(articles // 50)]
    return Corpus(stories, collections=tuple(Collection(n, n, "", f"Notice {n}") for n in names))


@pytest.mark.parametrize(
    ("corpus", "pages", "most"),
    [
        (one_person, entities.entity_pages, 1.1),
        (many_collections, lists.collection_pages, 1.1),
        (many_collections, lists.article_index, 1.1),
    ],
)
def test_ten_times_as_much_takes_about_ten_times_as_long(
    corpus: Callable[[int], Corpus], pages: Pages, most: float
) -> None:
    """The exponent of the steps from 400 to 4,000 articles."""
    env = environment(TEMPLATES)
    taken = []
    for count in (60, 400, 4000):  # the first one also reads the templates
        archive = open_archive(corpus(count), Site(name="S", url="https://s.example/"))
        taken.append(steps(lambda made=archive: list(pages(made, env))))  # type: ignore[misc]
    assert math.log10(taken[2] / taken[1]) < most
