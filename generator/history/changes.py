"""What a build changed: the quotations of the last build against those of this one.

A snapshot holds what is needed for that, and for keeping old addresses alive (`redirects.py`): JSON
Lines, one article a line. Quotations are the same when their ids are; a quotation that is gone and
one that is new in the same article are the same reworded when they share enough of their words.
"""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Final

from generator.history.snapshot import ArticleState, Snapshot
from generator.model import normal_words

# share of words (Dice) from which two quotations of one article count as one, reworded
ALIKE: Final = 0.6
_HOLDS: Final = 4  # words of which a quotation must consist to be recognised inside a longer one
_COMMON: Final = 50  # a word in more of the new quotations than this tells nothing


@dataclass(frozen=True, slots=True)
class Change:
    """Something about one quotation that is not as it was."""

    article: str
    quote: str
    words: str
    before: str | None = None
    after: str | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """The difference of two builds, sorted by article and in text order."""

    articles_added: tuple[str, ...] = ()
    articles_removed: tuple[str, ...] = ()
    articles_renamed: tuple[tuple[str, str], ...] = ()  # (old id, new id)
    added: tuple[Change, ...] = ()
    removed: tuple[Change, ...] = ()
    reworded: tuple[Change, ...] = ()  # before and after: the words; `quote` is the new id
    speaker: tuple[Change, ...] = ()  # before and after: names, None = unknown
    kind: tuple[Change, ...] = ()
    orphans: tuple[str, ...] = ()  # corrections that matched at the last build and no longer do

    @property
    def summary(self) -> str:
        """ "+3 quotations, 1 attribution changed, 2 corrections orphaned"; "" when nothing
        changed.
        """
        counts = (
            (len(self.articles_added), "+{} article{s}"),
            (len(self.articles_removed), "−{} article{s}"),
            (len(self.articles_renamed), "{} article{s} renamed"),
            (len(self.added), "+{} quotation{s}"),
            (len(self.removed), "−{} quotation{s}"),
            (len(self.reworded), "{} quotation{s} reworded"),
            (len(self.speaker), "{} attribution{s} changed"),
            (len(self.kind), "{} kind{s} changed"),
            (len(self.orphans), "{} correction{s} orphaned"),
        )
        return ", ".join(
            form.format(count, s="" if count == 1 else "s") for count, form in counts if count
        )

    def json(self) -> str:
        """For review: the summary, then every change."""
        return (
            json.dumps({"summary": self.summary, **asdict(self)}, ensure_ascii=False, indent=2)
            + "\n"
        )


def changes(before: Snapshot, now: Snapshot) -> Changes:
    """What is not as it was."""
    moved = renamed(before, now)
    old_ids = {new: old for old, new in moved}
    gone = tuple(id for id in before.articles if id not in now.articles and id not in dict(moved))
    fresh = tuple(id for id in now.articles if id not in before.articles and id not in old_ids)
    found: dict[str, list[Change]] = defaultdict(list)
    for article in now.articles.values():
        was = before.articles.get(old_ids.get(article.id, article.id)) or ArticleState(
            article.id, ""
        )
        for sort, change in _of_article(was, article):
            found[sort].append(change)
    for id in gone:
        found["removed"] += [
            Change(id, q.id, q.words, before=q.words) for q in before.articles[id].quotes
        ]
    orphans = tuple(what for what in now.orphans if what not in before.orphans)
    return Changes(
        fresh, gone, moved, orphans=orphans, **{sort: tuple(held) for sort, held in found.items()}
    )


def _of_article(was: ArticleState, now: ArticleState) -> Iterable[tuple[str, Change]]:
    old = {quote.id: quote for quote in was.quotes}
    new = {quote.id: quote for quote in now.quotes}
    pairs = {new_id: old_id for old_id, new_id in reworded(was, now).items()}
    for quote in now.quotes:
        before = old.get(quote.id) or old.get(pairs.get(quote.id, ""))
        if before is None:
            yield "added", Change(now.id, quote.id, quote.words, after=quote.words)
            continue
        if before.id != quote.id:
            yield "reworded", Change(now.id, quote.id, quote.words, before.words, quote.words)
        if before.speaker != quote.speaker:
            yield "speaker", Change(now.id, quote.id, quote.words, before.speaker, quote.speaker)
        if before.kind != quote.kind:
            yield "kind", Change(now.id, quote.id, quote.words, before.kind, quote.kind)
    kept = {*new, *pairs.values()}
    yield from (
        ("removed", Change(now.id, q.id, q.words, before=q.words))
        for q in was.quotes
        if q.id not in kept
    )


def renamed(before: Snapshot, now: Snapshot) -> tuple[tuple[str, str], ...]:
    """Articles that are gone and stand under a new id: (old id, new id), sorted.

    The same paragraphs, or, when they were edited as well, most of the same quotations (at least
    three).
    """
    fresh = [article for id, article in now.articles.items() if id not in before.articles]
    by_text: dict[str, list[str]] = defaultdict(list)
    by_quote: dict[str, list[str]] = defaultdict(list)
    for article in fresh:
        by_text[article.text].append(article.id)
        for quote in article.quotes:
            by_quote[quote.id].append(article.id)
    found: dict[str, str] = {}
    for id, article in before.articles.items():
        if id in now.articles:
            continue
        shared = Counter(new for quote in article.quotes for new in by_quote[quote.id][:_COMMON])
        best = max(shared.items(), key=lambda item: (item[1], item[0]), default=("", 0))
        same = by_text.get(article.text, [])
        # two with the same text: nobody can say which one it became
        new = (
            same[0]
            if len(same) == 1
            else best[0]
            if best[1] >= max(3, ALIKE * len(article.quotes))
            else None
        )
        if new is not None and new not in found.values():
            found[id] = new
    return tuple(sorted(found.items()))


def reworded(was: ArticleState, now: ArticleState) -> dict[str, str]:
    """Quotations of an article whose id is gone → the id under which their words are recognisably
    there.

    One old id each; a longer quotation may have taken in several old ones. Best matches first, then
    in text order.
    """
    kept = {quote.id for quote in was.quotes} & {quote.id for quote in now.quotes}
    gone = [quote for quote in was.quotes if quote.id not in kept]
    fresh = [quote for quote in now.quotes if quote.id not in kept]
    bags = [Counter(normal_words(quote.words).split()) for quote in fresh]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, bag in enumerate(bags):
        for word in bag:
            holders[word].append(number)
    found: dict[str, str] = {}
    for quote in gone:
        best = _closest(Counter(normal_words(quote.words).split()), bags, holders)
        if best is not None:
            found[quote.id] = fresh[best].id
    return found


def _closest(
    bag: Counter[str], bags: Sequence[Counter[str]], holders: Mapping[str, Sequence[int]]
) -> int | None:
    shared: Counter[int] = Counter()
    for word, count in bag.items():
        numbers = holders.get(word, ())
        if len(numbers) <= _COMMON:
            for number in numbers:
                shared[number] += min(count, bags[number][word])
    size = bag.total()
    scored = [
        (_score(size, bags[number].total(), both), -number) for number, both in shared.items()
    ]
    score, number = max(scored, default=(0.0, 0))
    return -number if score >= ALIKE else None


def _score(size: int, other: int, both: int) -> float:
    """Dice's coefficient, or, slightly less, how far the shorter one lies in the longer."""
    shorter = min(size, other)
    return max(2 * both / (size + other), 0.9 * both / shorter if shorter >= _HOLDS else 0.0)
