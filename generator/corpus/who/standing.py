"""Whether a name stands for itself where it is printed, or is a part of other words.

"Islamic State", "secretary of State" and "Super Tuesday" name no body called State or Super; "Said
Comey" and "Young Sanders" are Comey and Sanders behind a word of the sentence. Evidence is how the
whole corpus prints a word: mostly with a small letter, and it is none of a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.corpus.who.spelling import body, family_first, fold, person, without_title
from generator.languages.words import NAMES, ORGANISATIONS, TIMES, VERBS, WORDING
from generator.model import Mention, Name, Story

WORD = re.compile(r"[^\W\d_]+")
TWICE = 2  # a word that stands twice as often in lower case is a common one
SOMETIMES = 3  # of a word that is both: one in so many of its capitals is matched by a small letter
LEAST = 3  # times that a word must stand in lower case to tell
BEFORE = 40  # characters before a mention that may belong to it
PEER = re.compile(r"\b(?:Lord|Lady|Baroness|Baron|Viscount|Earl) (?:\([\w ]+\) )?$")
PEER_OF = re.compile(
    r"\b(?:Lord|Lady|Baroness|Baron|Viscount|Earl) (?:\([\w ]+\) )?[A-Z][\w’'-]+ of $"
)
OF_PLACE = re.compile(r" of [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?")
OF_A_STATE = re.compile(r"\b(?:state|provincial) $", re.IGNORECASE)
OF = re.compile(r"[A-Za-z][\w-]* of $")
CAPITAL_BEFORE = re.compile(r"([A-Z][\w’'-]*) $")
CAPITAL_BEHIND = re.compile(r"[ -][A-Z]")
NEXT_WORD = re.compile(r" ([A-Z][A-Za-z]+)")
DATES = frozenset(word.lower() for word in (*TIMES.months, *TIMES.weekdays))


@dataclass(frozen=True, slots=True)
class Common:
    """How often the corpus prints words with and without a capital."""

    lower: Counter[str]
    capital: Counter[str]
    plural: Counter[str]  # of words in capitals: "PACs"
    families: frozenset[str]  # family names of people with a given name

    def is_common(self, word: str, times: float = TWICE) -> bool:
        """Whether a folded word is mostly printed in lower case."""
        return self.lower[word] >= LEAST and self.lower[word] >= times * self.capital[word]

    def is_both(self, word: str) -> bool:
        """Whether a folded word is a name's and a common one: "State"."""
        return self.is_common(word, 1 / SOMETIMES)


def common_words(stories: Iterable[Story]) -> Common:
    """Count the first and last words of all names, in all texts."""
    held = list(stories)
    labels = {fold(name.label) for story in held for name in story.annotations.names}
    wanted = {word for label in labels for word in (*label.split()[:1], *label.split()[-1:])}
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    plural: Counter[str] = Counter()
    known: dict[str, tuple[Counter[str] | None, str]] = {}  # where a word counts, and as what
    for story in held:
        for word, count in Counter(WORD.findall(story.article.text)).items():
            if word not in known:
                low = word.casefold()
                known[word] = (None, "")
                if low in wanted:
                    known[word] = (lower if word == low else capital, low)
                elif word[-1] == "s" and len(word) > 2 and word[:-1].isupper():
                    known[word] = (plural, low[:-1])
            counter, as_what = known[word]
            if counter is not None:
                counter[as_what] += count
    return Common(lower, capital, plural, _families(held))


def _families(stories: Iterable[Story]) -> frozenset[str]:
    found = set()
    for label in {
        name.label for story in stories for name in story.annotations.names if name.kind == "person"
    }:
        one = person(label)
        if one.given and one.given[0] in NAMES.given:
            found.add(one.family)
    return frozenset(found) - DATES


def is_no_name(word: str, common: Common) -> bool:
    """Whether a folded word before a family name is the sentence's: "said", "young", "beyond"."""
    known = word in NAMES.given or word in NAMES.nicknames
    return len(word) > 2 and not known and common.is_common(word)


def called(common: Common) -> Callable[[Story, Name], str]:
    """A function that says what a name is called: its label without words that are none of it.

    "Said Comey" and "Obama Speech" are "Comey" and "Obama" where people have these family names;
    "Republican Congress" is "Congress".
    """

    def words_of(story: Story, name: Name) -> str:
        if name.kind != "person":
            first, _, rest = name.label.partition(" ")
            party = fold(first) in ORGANISATIONS.parties and body(rest) in ORGANISATIONS.national
            return rest if party else name.label
        words = without_title(name.label).split()
        if len(words) == 1:
            return name.label + _of_where(story.article.text, name)
        if family_first(name.label):
            return name.label
        rest = " ".join(words[1:])
        first, last = fold(words[0]), fold(words[-1])
        if is_no_name(first, common) and words[1][0].isupper() and _is_somebody(story, name, rest):
            return rest
        if len(words) == 2 and name.roles and is_no_name(last, common):
            # "President Obama Speech"
            return words[0] if first in common.families - NAMES.given else name.label
        return name.label

    return words_of


def _is_somebody(story: Story, name: Name, rest: str) -> bool:
    """Whether what is left behind a word is a name by itself: a full one, or the family name of
    somebody else in the article, or one behind a verb. "Skip Rutherford" is no other Rutherford.
    """
    one = person(rest)
    if one.given:
        return one.given[0] in NAMES.given
    first = fold(without_title(name.label).split()[0])
    if first in VERBS.finite or first in WORDING.small:
        return True
    return any(
        other.kind == "person"
        and other.label != name.label
        and person(other.label).family == one.family
        for other in story.annotations.names
    )


def _of_where(text: str, name: Name) -> str:
    """What tells a peer from others of the family name: " of Cawdle" behind "Lord Smith"; "" = it
    is no peer's name, or no place stands behind it.
    """
    for mention in name.mentions:
        if PEER.search(text[max(0, mention.span.start - BEFORE) : mention.span.start]):
            place = OF_PLACE.match(text, mention.span.end)
            if place:
                return place[0]
    return ""


def stands(story: Story, name: Name, common: Common) -> bool:
    """Whether the name of a body or place stands for itself anywhere in an article: one of a word
    that is also a common one, before a paper's word, or one of a body that each state has, too;
    and a person's of one word, which may be the place of a peer ("Lord Smith of [Kelvin]").
    """
    text, word = story.article.text, body(name.label)
    if not name.mentions or (name.kind == "person" and " " in name.label):
        return True
    if name.kind == "person":
        return not all(
            PEER_OF.search(text[max(0, mention.span.start - BEFORE) : mention.span.start])
            for mention in name.mentions
        )
    if any(quote.speaker == name.label for quote in story.annotations.quotes):
        return True
    if word in ORGANISATIONS.national and all(
        OF_A_STATE.search(text[max(0, mention.span.start - BEFORE) : mention.span.start])
        for mention in name.mentions
    ):
        return False
    if " " in fold(name.label):
        return True
    plain = (
        word in ORGANISATIONS.generic or word in ORGANISATIONS.national or not common.is_both(word)
    )
    return not all(_is_part(text, mention, plain) for mention in name.mentions)


def _is_part(text: str, mention: Mention, plain: bool) -> bool:
    """`plain`: the word is a name's alone, so that only a paper's name takes it: "USA TODAY"."""
    start, end = mention.span.start, mention.span.end
    behind = NEXT_WORD.match(text, end)
    if behind and behind[1].casefold() in ORGANISATIONS.papers:
        return True
    if plain:
        return False
    before = text[max(0, start - BEFORE) : start]
    capital = CAPITAL_BEFORE.search(before)
    first = capital[1].casefold() if capital else ""
    named = bool(first) and first not in NAMES.never and first not in WORDING.small
    return named or bool(OF.search(before)) or bool(CAPITAL_BEHIND.match(text, end))
