"""What quotations are about, as the site's owner declares it: words of a subject, found in
quotations.

A subject that a program derives by itself is either precise and rare or wide and junk; words that
a person lists are right in nine of ten quotations that use them. So nothing is derived here.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from generator import paths
from generator.model import (
    Problem,
    Quote,
    QuoteRef,
    Span,
    Story,
    Subject,
    SubjectCorrection,
)

WORD = re.compile(r"\w+")
# Where a pattern ends in *, it is looked up by so many letters of its first word
PREFIX = 3


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words of a subject as they are looked for."""

    subject: int  # place in the list of entries
    found: re.Pattern[str]
    excluded: bool  # True = what stands inside is not meant


def subjects_of(
    stories: Sequence[Story], declared: Sequence[SubjectCorrection]
) -> tuple[tuple[Subject, ...], tuple[Problem, ...]]:
    """The declared subjects with the quotations that use their words, by name; and what is wrong
    with the declarations.

    A subject whose words nobody uses and whose tags no article has is kept, with nothing in it,
    and is a problem: its words may be misspelt.
    """
    entries = [entry for entry in declared if not entry.not_a_subject]
    ids = _ids(entries)
    patterns = Patterns(entries)
    said: list[list[tuple[QuoteRef, tuple[Span, ...]]]] = [[] for _ in entries]
    tagged: list[list[str]] = [[] for _ in entries]
    by_tag = _by_tag(entries)
    for story in stories if entries else ():
        using: set[int] = set()
        for quote in story.annotations.quotes:
            for subject, hits in patterns.hits(story.article.text, quote).items():
                said[subject].append((QuoteRef(story.article.id, quote.id), hits))
                using.add(subject)
        tags = {subject for tag in story.article.tags for subject in by_tag.get(_fold(tag), ())}
        for subject in sorted(tags - using):
            tagged[subject].append(story.article.id)
    above, problems = _above(entries, ids)
    made = [
        Subject(
            id=ids[n],
            name=entry.name,
            words=entry.words,
            said=tuple(said[n]),
            tagged=tuple(tagged[n]),
            under=above[n],
            was=entry.was,
            iptc=entry.iptc,
        )
        for n, entry in enumerate(entries)
    ]
    unused = [
        Problem(
            entry.where,
            f"no quotation uses the words of the subject {entry.name!r}",
            "look at their spelling; a * at the end stands for any ending",
            note=True,
        )
        for entry, subject in zip(entries, made, strict=True)
        if stories and not subject.said and not subject.tagged
    ]
    ordered = sorted(made, key=lambda subject: (_fold(subject.name), subject.id))
    return tuple(ordered), (*problems, *unused)


class Patterns:
    """The words of all subjects, so arranged that a quotation asks only for those whose first word
    it has: the cost goes with the quotations' length, not with the number of subjects.
    """

    def __init__(self, entries: Sequence[SubjectCorrection]) -> None:
        self.whole: defaultdict[str, list[Pattern]] = defaultdict(list)  # by first word
        self.opening: defaultdict[str, list[Pattern]] = defaultdict(list)  # by its first letters
        for number, entry in enumerate(entries):
            for words in entry.words:
                self._add(number, words, False)
            for words in entry.not_:
                self._add(number, words, True)

    def _add(self, subject: int, words: str, excluded: bool) -> None:
        pattern = Pattern(subject, pattern_of(words), excluded)
        first = WORD.findall(_fold(words))[0]
        if len(WORD.findall(words)) == 1 and words.endswith("*"):
            self.opening[first[:PREFIX]].append(pattern)
        else:
            self.whole[first].append(pattern)

    def hits(self, text: str, quote: Quote) -> dict[int, tuple[Span, ...]]:
        """Which subjects' words a quotation uses, and where in the text; never across its parts."""
        found: defaultdict[int, list[Span]] = defaultdict(list)
        hidden: defaultdict[int, list[Span]] = defaultdict(list)
        for part in quote.parts:
            words = _fold(part.of(text))
            if len(words) != part.end - part.start:
                words = part.of(text).lower()  # a letter that folds into two would shift the rest
            if len(words) != part.end - part.start:
                continue
            for pattern in self._asked(words):
                for match in pattern.found.finditer(words):
                    span = Span(part.start + match.start(), part.start + match.end())
                    (hidden if pattern.excluded else found)[pattern.subject].append(span)
        kept = {
            subject: tuple(
                sorted({one for one in spans if not any(h.holds(one) for h in hidden[subject])})
            )
            for subject, spans in found.items()
        }
        return {subject: spans for subject, spans in sorted(kept.items()) if spans}

    def _asked(self, words: str) -> Iterator[Pattern]:
        for word in dict.fromkeys(WORD.findall(words)):
            yield from self.whole.get(word, ())
            # a pattern of one or two letters stands under what it has
            for length in range(1, PREFIX + 1):
                if length <= len(word):
                    yield from self.opening.get(word[:length], ())


def pattern_of(words: str) -> re.Pattern[str]:
    """Words as declared → an expression over folded text: a blank matches blanks or a hyphen, a *
    at the end any ending.

    >>> bool(pattern_of("carbon tax*").search("a carbon-taxing plan"))
    True
    """
    pieces = [re.escape(word) for word in re.split(r"[\s-]+", _fold(words.rstrip("*"))) if word]
    ending = r"\w*" if words.endswith("*") else ""
    phrase = r"[\s-]+".join(pieces)
    return re.compile(rf"(?<!\w){phrase}{ending}(?!\w)")


def _fold(words: str) -> str:
    return words.casefold().replace("’", "'")


def _by_tag(entries: Sequence[SubjectCorrection]) -> Mapping[str, list[int]]:
    held: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for tag in entry.tags:
            held[_fold(tag)].append(number)
    return held


def _ids(entries: Sequence[SubjectCorrection]) -> list[str]:
    taken: set[str] = set()
    ids = []
    for entry in entries:
        taken.add(made := paths.unique(paths.slug(entry.name), taken, entry.name))
        ids.append(made)
    return ids


def _above(
    entries: Sequence[SubjectCorrection], ids: Sequence[str]
) -> tuple[list[str | None], list[Problem]]:
    """The id of each one's broader subject; one that is unknown, or below itself, is a problem."""
    number = {_fold(entry.name): n for n, entry in enumerate(entries)}
    above: list[str | None] = []
    problems = []
    for entry in entries:
        if entry.under is None:
            above.append(None)
            continue
        seen = {_fold(entry.name)}
        up: str | None = entry.under
        while up is not None and _fold(up) in number and _fold(up) not in seen:
            seen.add(_fold(up))
            up = entries[number[_fold(up)]].under
        if up is None:
            above.append(ids[number[_fold(entry.under)]])
            continue
        above.append(None)
        if _fold(up) in number:
            fact, hint = f"the subject {entry.name!r} lies under itself", "take one under out"
        else:
            close = get_close_matches(up, [one.name for one in entries], 1, 0.5)
            fact = f"there is no subject {up!r} for {entry.name!r} to be under"
            hint = f"did you mean {close[0]!r}?" if close else "declare it too"
        problems.append(Problem(entry.where, fact, hint))
    return above, problems
