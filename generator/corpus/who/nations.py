"""Which country an article is about, and which country's body "the Senate" is in it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

from generator.corpus.who.claims import Claim, settle
from generator.corpus.who.forms import Form
from generator.corpus.who.groups import Groups
from generator.corpus.who.spelling import body, fold
from generator.languages.words import ORGANISATIONS, PLACES
from generator.model import Story

# share of the articles that tell, from which those that don't tell mean the same country
DOMINANT = 0.85
TWICE = 2  # a country must be spoken of twice as often as the next
BEFORE = 40  # characters before a mention that may say whose it is
TEXT = 20_000  # characters read for it
DATELINE = re.compile(
    r"^([A-Z][A-Z .'’-]{2,40}?)(?:,[^—–\n-]{0,40})?(?: \([A-Za-z]{2,12}\))? ?(?:—|–|--| - )",
    re.MULTILINE,
)


MARK = re.compile(
    r"\b(?:"
    + "|".join(
        sorted(
            (re.escape(word) for word in PLACES.speaks_for if len(word) > 3), key=len, reverse=True
        )
    )
    + r")\b"
)
LAST_WORDS = re.compile(r"([\w.]+ )?([A-Z][\w.]+) $")
SHORT = re.compile(r"\b(?:U\.S\.(?:A\.)?|US|USA|U\.K\.|UK)(?![\w])")


def about(story: Story) -> str | None:
    """The country that an article is about: its dateline's, or the one spoken of most; None = it
    doesn't tell.
    """
    return _about(story.article.text[:TEXT])


@lru_cache(maxsize=1 << 15)
def _about(text: str) -> str | None:
    for dateline in DATELINE.finditer(text[:1500]):
        if (country := PLACES.speaks_for.get(fold(dateline[1]))) is not None:
            return country
    counts: Counter[str] = Counter(
        PLACES.speaks_for[found[0]] for found in MARK.finditer(fold_text(text))
    )
    for short in SHORT.finditer(text):
        counts[body(short[0])] += 1
    (first, most), *rest = counts.most_common(2) or [("", 0)]
    return first if most and (not rest or most >= TWICE * rest[0][1]) else None


def fold_text(text: str) -> str:
    """Lower case with words parted by one space, fast."""
    return text.casefold()


def is_national(key: str) -> bool:
    """Whether a body's folded name is one that many countries have."""
    return key in ORGANISATIONS.national


def join_national(groups: Groups, by_key: Mapping[str, list[int]]) -> None:
    """Each article's "Senate" is the body whose full name the article prints before it, or its
    country's.

    One entity for each country. Where nothing tells, it is the country of nearly all others; else
    it is one entity of which it is not known which body is meant.
    """
    full: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    keys = sorted(key for key in by_key if is_national(key))
    tails: dict[str, list[str]] = {}
    for key in keys:
        for long in by_key:
            if long in ORGANISATIONS.own_names:
                continue
            if len(long) > len(key) and (
                long.endswith(" " + key) or long.startswith((key + " of ", key + " for "))
            ):
                tails.setdefault(key, []).append(long)
    for key, longs in tails.items():
        for long in longs:
            for i in by_key[long]:
                for article in groups.forms[i].articles:
                    full[(article, key)].add(i)
    for key in keys:
        _one_body(groups, by_key[key], key, full, _with_country(by_key, key, tails.get(key, ())))


def _with_country(
    by_key: Mapping[str, list[int]], key: str, longs: Sequence[str]
) -> list[tuple[int, str]]:
    """Forms whose own name says the country, and which: "U.S. Senate", "Supreme Court of
    Canada".
    """
    found = []
    for long in longs:
        rest = (
            long.removesuffix(" " + key)
            if long.endswith(" " + key)
            else long.removeprefix(key).split(" ", 2)[-1]
        )
        country = PLACES.speaks_for.get(body(rest))
        if country is not None and rest not in ORGANISATIONS.parties:
            found += [(i, country) for i in by_key[long]]
    return found


def _one_body(
    groups: Groups,
    forms: Sequence[int],
    key: str,
    full: Mapping[tuple[str, str], set[int]],
    named: Sequence[tuple[int, str]],
) -> None:
    by_country: defaultdict[str, list[int]] = defaultdict(list)
    for i, country in named:
        by_country[country].append(i)
    silent: list[int] = []
    for i in forms:
        form = groups.forms[i]
        if not form.alone:
            continue
        ones = {
            groups.of(j)
            for j in full.get((form.alone, key), ())
            if _stands_first(groups.forms[j], form)
        }
        if len(ones) == 1 and settle(groups, Claim("full name beside it", i, ones.pop())):
            continue
        told = _named_before(form) or about(form.bearers[0][0])
        if told is None:
            silent.append(i)
        else:
            by_country[told].append(i)
    most = max(sorted(by_country), key=lambda one: len(by_country[one]), default=None)
    if most is not None and len(by_country[most]) >= DOMINANT * sum(map(len, by_country.values())):
        by_country[most] += silent
        silent = []
    for country, same in sorted(by_country.items()):
        for i in same[1:]:
            settle(groups, Claim("country", i, same[0]))
        groups.of_country[same[0]] = country
    for i in silent[1:]:
        settle(groups, Claim("open", i, silent[0]))
    if by_country:
        groups.open.update(silent)


def _named_before(form: Form) -> str | None:
    """The country whose people's name stands right before a mention: "Chinese Foreign Ministry"."""
    for story, name in form.bearers:
        for mention in name.mentions:
            before = LAST_WORDS.search(story.article.text[: mention.span.start][-BEFORE:])
            for words in (before[0], before[2]) if before else ():
                found = fold(words)
                if found in PLACES.speaks_for and found not in ORGANISATIONS.parties:
                    return PLACES.speaks_for[found]
    return None


def _stands_first(long: Form, short: Form) -> bool:
    """Whether a full name stands in the short one's article before it: it introduces it."""
    places = [
        min(mention.span.start for mention in name.mentions)
        for form in (long, short)
        for story, name in form.bearers
        if story.article.id == short.alone and name.mentions
    ]
    return len(places) == 2 and places[0] < places[1]
