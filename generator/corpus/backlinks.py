"""Where other articles point to an article: they print its title, its address, or the same
statement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from urllib.parse import urlsplit

from generator.corpus.order import in_time
from generator.corpus.sentences import sentence_around
from generator.model import Article, Backlink, Block, Quote, QuoteRef, Span, Statement, Story

SHORTEST = 4  # words of a title that can't stand in a text by chance
# of a statement: beyond, its own page, linked from each of them, lists them better
MOST_VERSIONS = 4
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
URL = re.compile(r"(?:https?://|www\.)[^\s<>\"“”’)\]]{4,2000}")
LANDMARK = 4  # words of a title by which it is looked up

Found = tuple[str, Backlink]  # the article that is pointed to, and from where


def backlinks(
    stories: Sequence[Story],
    statements: Sequence[Statement],
    same: Mapping[str, Sequence[str]] | None = None,
) -> dict[str, tuple[Backlink, ...]]:
    """For each article that any other points to: from where, oldest first, each other article once
    for each reason. `same`: articles that are the same text, by Article.id; None = there are none.
    """
    ordered = in_time(stories)
    found: defaultdict[str, dict[tuple[str, str], Backlink]] = defaultdict(dict)
    titles, addresses = _titles(stories), _addresses(stories)
    shared = _same_statements(ordered, statements)
    for story in ordered:
        for target, link in (
            *_named(story, titles),
            *_addressed(story, addresses),
            *shared[story.article.id],
            *_editions(story.article, (same or {}).get(story.article.id, ())),
        ):
            found[target].setdefault((link.article, link.why + (link.statement or "")), link)
    return {target: tuple(links.values()) for target, links in sorted(found.items())}


def _editions(article: Article, others: Sequence[str]) -> Iterator[Found]:
    for other in others:
        yield other, Backlink(article.id, "", "another version of this text")


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles that name one article, as words."""

    owner: dict[tuple[str, ...], str]  # → Article.id
    # first four words → how many words titles that begin so have
    lengths: dict[tuple[str, ...], list[int]]


def _titles(stories: Sequence[Story]) -> Titles:
    """Titles of four words and more. A title that two articles have names neither."""
    ids: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for story in stories:
        ids[_words(story.article.title)].append(story.article.id)
    owner = {
        words: owners[0]
        for words, owners in ids.items()
        if len(words) >= SHORTEST and len(owners) == 1
    }
    lengths: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
    for words in owner:
        lengths[words[:LANDMARK]].add(len(words))
    return Titles(owner, {begin: sorted(found, reverse=True) for begin, found in lengths.items()})


def _named(story: Story, titles: Titles) -> Iterator[Found]:
    """Titles of other articles that stand in the text, letter for letter but for punctuation, and
    are not speech.
    """
    article = story.article
    said = [part for quote in story.annotations.quotes for part in quote.parts]
    for block in _shown(article):
        words = WORD.findall(article.text, block.span.start, block.span.end)
        if "’" in article.text:
            words = [_plain(word) for word in words]
        for at, begin in enumerate(zip(words, words[1:], words[2:], words[3:])):
            for length in titles.lengths.get(begin, ()):
                target = titles.owner.get(tuple(words[at : at + length]))
                if target is not None and target != article.id:
                    places = list(WORD.finditer(article.text, block.span.start, block.span.end))
                    span = Span(places[at].start(), places[at + length - 1].end())
                    if not any(part.overlaps(span) for part in said):
                        sentence = sentence_around(article.text, span, block.span)
                        yield target, Backlink(article.id, sentence, "names the article")
                        break  # the longest title has the words


def _addresses(stories: Sequence[Story]) -> dict[str, str]:
    """Addresses of the sources, without what does not matter, by which other articles may link: →
    Article.id.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for story in stories:
        for url in filter(None, (story.article.source_url, story.article.archive_url)):
            found[_address(url)].append(story.article.id)
    return {
        address: ids[0]
        for address, ids in sorted(found.items())
        if len(ids) == 1 and "/" in address
    }


def _addressed(story: Story, addresses: Mapping[str, str]) -> Iterator[Found]:
    article = story.article
    for block in _shown(article):
        for found in URL.finditer(article.text, block.span.start, block.span.end):
            target = addresses.get(_address(found[0].rstrip(".,;:!?")))
            if target is not None and target != article.id:
                sentence = sentence_around(article.text, Span(*found.span()), block.span)
                yield target, Backlink(article.id, sentence, "links to the article")


def _same_statements(
    stories: Sequence[Story], statements: Sequence[Statement]
) -> dict[str, list[Found]]:
    """What articles have in common, by the article that points."""
    by_id = {story.article.id: story.article for story in stories}
    quotes = {
        QuoteRef(s.article.id, quote.id): quote for s in stories for quote in s.annotations.quotes
    }
    found: dict[str, list[Found]] = {article: [] for article in by_id}
    for statement in statements:
        first: dict[str, QuoteRef] = {}
        for ref in statement.versions:
            first.setdefault(ref.article, ref)
        if len(first) <= MOST_VERSIONS:
            links = {
                article: _told(by_id[article], quotes[ref], statement)
                for article, ref in first.items()
            }
            for one, other in combinations(first, 2):
                found[one].append((other, links[one]))
                found[other].append((one, links[other]))
    return found


def _told(article: Article, quote: Quote, statement: Statement) -> Backlink:
    place = quote.parts[0]
    found = article.place_of(place)
    sentence = sentence_around(article.text, place, found[0].span if found else place)
    return Backlink(article.id, sentence, "same statement", quote.id, statement.id)


def _shown(article: Article) -> list[Block]:
    return [block for block in article.blocks if block.kind != "headline"]


def _words(title: str) -> tuple[str, ...]:
    return tuple(_plain(word) for word in WORD.findall(title))


def _plain(word: str) -> str:
    return word.replace("’", "'")


def _address(url: str) -> str:
    """An address without scheme, "www.", fragment, tracking parameters and final slash."""
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
    except ValueError:  # such as an unclosed bracket of an IPv6 host
        return ""
    query = "&".join(
        pair for pair in parts.query.split("&") if pair and not pair.startswith("utm_")
    )
    host = parts.netloc.lower().removeprefix("www.")
    return host + parts.path.rstrip("/") + (f"?{query}" if query else "")
