"""Subjects that the words of quotations suggest: proposed to the site's owner, never published
unasked.

Phrases of two to four words that people of several articles use, ranked by how many use them, by
how much they keep together in few articles (residual inverse document frequency, Church and Gale
1995) and by how often they stand alone, not as a part of something longer. Single words are left
out: two of three name nothing that a reader would look for.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations, islice

from generator.languages.words import LANGUAGE
from generator.model import (
    Alike,
    MoreWords,
    Proposal,
    Proposed,
    QuoteRef,
    Story,
    Subject,
    SubjectCorrection,
    normal_words,
)

ARTICLES = 3  # least articles whose quotations use the phrase
SPEAKERS = 4  # least speakers; where nobody is named counts once an article
LONGEST = 4  # words
ALONE = 0.5  # least share of its uses in which it is not a part of something longer
CAPITALS = 0.5  # share of its uses with a capital inside a sentence from which it is a name
MOST = 40  # proposals
# share of a phrase's articles that are about a subject from which it belongs to it; of a subject's
# quotations that another has from which they may be one
INSIDE = 0.7
RUN = re.compile(r"[^.,;:!?()\[\]“”\"«»…–—/\d]+")  # words with no mark or figure between
WORD = re.compile(r"[^\W\d_]+")


_UNTELLING = LANGUAGE.wording.small | LANGUAGE.wording.common | set(LANGUAGE.wording.numbers)


@dataclass(slots=True)
class _Uses:
    """Where a phrase stands, while it is gathered."""

    forms: Counter[str] = field(default_factory=Counter)
    quotes: set[QuoteRef] = field(default_factory=set)
    speakers: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    alone: int = 0
    capitals: int = 0
    total: int = 0

    @property
    def printed(self) -> str:
        """The form that stands most."""
        return min(self.forms, key=lambda form: (-self.forms[form], form))


def proposals(
    stories: Sequence[Story],
    speakers: Mapping[QuoteRef, str],
    subjects: Sequence[Subject],
    declared: Sequence[SubjectCorrection],
) -> Proposed:
    """At most MOST phrases that may be subjects, words to add to subjects, and subjects that may be one.

    Left out is what a declared subject has among its words, and what a person said is none
    (`not_a_subject`).
    """
    uses: defaultdict[str, _Uses] = defaultdict(_Uses)
    for story in stories:
        for quote in story.annotations.quotes:
            ref = QuoteRef(story.article.id, quote.id)
            who = speakers.get(ref) or f"nobody in {story.article.id}"
            for part in quote.parts:
                _gather(uses, part.of(story.article.text), ref, who)
    known = {
        _key(words.rstrip("*"))
        for entry in declared
        for words in (entry.name, *entry.words, *entry.not_)
    }
    found = [
        (_score(held, len(stories)), key, held)
        for key, held in uses.items()
        if len(held.articles) >= ARTICLES and _is_a_subject(held) and key not in known
    ]
    found.sort(key=lambda one: (-one[0], one[1]))
    more = tuple(_more(found, subjects))
    added = {one.words for one in more}
    proposed = (
        Proposal(held.printed, len(held.quotes), len(held.speakers), len(held.articles))
        for _, _, held in found
        if len(held.speakers) >= SPEAKERS and held.printed not in added
    )
    return Proposed(tuple(islice(proposed, MOST)), more, tuple(_alike(subjects)))


def _is_a_subject(held: _Uses) -> bool:
    """No name, and no piece of something longer."""
    return held.alone >= ALONE * held.total and held.capitals < CAPITALS * held.total


def _more(
    found: Sequence[tuple[float, str, _Uses]], subjects: Sequence[Subject]
) -> Iterator[MoreWords]:
    """Phrases that stand almost only in articles whose quotations use a subject's words."""
    for subject in subjects:
        about = {ref.article for ref, _ in subject.said}
        for _, _, held in found:
            inside = len(held.articles & about)
            if inside >= ARTICLES and inside >= INSIDE * len(held.articles):
                yield MoreWords(subject.name, held.printed, inside)


def _alike(subjects: Sequence[Subject]) -> Iterator[Alike]:
    """Pairs that share most of the quotations of the smaller one, unless one is under the other."""
    refs = [{ref for ref, _ in subject.said} for subject in subjects]
    for (n, one), (m, other) in combinations(enumerate(subjects), 2):
        less, more = sorted((n, m), key=lambda at: (len(refs[at]), at))
        shared = len(refs[n] & refs[m])
        if (
            shared >= ARTICLES
            and shared >= INSIDE * len(refs[less])
            and other.id not in (one.under, one.id)
            and one.id != other.under
        ):
            yield Alike(subjects[less].name, subjects[more].name, shared, len(refs[less]))


def _gather(uses: defaultdict[str, _Uses], text: str, ref: QuoteRef, who: str) -> None:
    for run in RUN.finditer(text):
        words = list(WORD.finditer(run[0]))
        opens = run.start() == 0 or text[run.start() - 1] in "“\"'‘.?!:"
        for start, end in _phrases([word[0].casefold() for word in words]):
            printed = run[0][words[start].start() : words[end - 1].end()]
            held = uses[_key(printed)]
            held.forms[printed.casefold()] += 1
            held.quotes.add(ref)
            held.speakers.add(who)
            held.articles.add(ref.article)
            held.total += 1
            held.alone += not _goes_on(words, start, end)
            first = printed[printed.find(" ") + 1 :] if opens and start == 0 else printed
            held.capitals += first[:1].isupper()


def _phrases(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """(first, end) of each that may be a noun phrase: it begins and ends with a telling word."""
    for start, word in enumerate(words):
        if not _is_telling(word):
            continue
        for end in range(start + 2, min(start + LONGEST, len(words)) + 1):
            last = words[end - 1]
            if not _is_telling(last):
                if last not in ("of", "and"):
                    break
                continue
            if last not in LANGUAGE.roles.words:
                yield start, end


def _is_telling(word: str) -> bool:
    return len(word) > 2 and word not in _UNTELLING


def _goes_on(words: Sequence[re.Match[str]], start: int, end: int) -> bool:
    """Whether a telling word stands right before or behind, so that this is a piece of more."""
    before = start > 0 and _is_telling(words[start - 1][0].casefold())
    return before or (end < len(words) and _is_telling(words[end][0].casefold()))


def _key(words: str) -> str:
    """The same for "carbon taxes" and "carbon tax"."""
    *first, last = normal_words(words).split() or [""]
    return " ".join([*first, LANGUAGE.wording.stem(last)])


def _score(held: _Uses, articles: int) -> float:
    """Spread times residual inverse document frequency times how often it stands alone."""
    seen = len(held.articles)
    expected = articles * (1 - math.exp(-held.total / articles))
    residual = math.log2(expected / seen) if expected > seen else 0.0
    return len(held.speakers) * (0.5 + residual) * held.alone / held.total
