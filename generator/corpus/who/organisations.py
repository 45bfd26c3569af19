"""Which names are the same organisation.

1. An acronym, where an article says what it means: "United Nations (UN)", "the UN (United Nations)". It means the
   same in articles that do not say, unless the corpus gives it two meanings.
2. The acronyms of `name_words.COMMON_ACRONYMS`.
3. A word that many bodies have ("the Trust"), in an article that names one body which ends so; in one that names none,
   the body that 85 % of the others mean, where not every town has one.
4. A name without its first words ("Water Trust"), when the corpus has one longer name that ends so ("Eddermoor Water
   Trust"), and an article prints both or most articles with the short name have those first words
   too. Not when the short one is a kind of body that every country or town has ("Defence
   Ministry").
5. A paper's name without its first words ("told the Courier"), in an article of that paper.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from generator.corpus.who.claims import Claim, settle
from generator.corpus.who.forms import Form
from generator.corpus.who.groups import Groups
from generator.corpus.who.nations import is_national, join_national
from generator.corpus.who.one_name import DOMINANT, ENOUGH_ARTICLES, Doubt
from generator.corpus.who.spelling import ACRONYM, body, fold, is_generic
from generator.languages.words import ORGANISATIONS
from generator.model import Name, Story, normal_words

BODIES = frozenset({"organisation", "government", "group"})
IN_BRACKETS = re.compile(r"[’']?\s?\(([^()\n]{2,60})\)")


def join_organisations(groups: Groups) -> list[Doubt]:
    """Join the organisation forms of `groups` by the rules above; returns what they would not
    decide.
    """
    by_key: defaultdict[str, list[int]] = defaultdict(list)
    for i, form in enumerate(groups.forms):
        if form.kind in BODIES and form.stands and not form.split:
            by_key[form.key].append(i)
    join_national(groups, by_key)
    doubts: list[Doubt] = []
    stated = _stated(groups, by_key)
    for key in sorted(by_key):
        if not is_generic(key) and not is_national(key):
            doubts += _acronym(groups, by_key, key, stated.get(key, {}))
    for acronym, full, _ in ORGANISATIONS.acronyms:
        if fold(acronym) in by_key and body(full) in by_key:
            settle(groups, Claim("acronym", by_key[fold(acronym)][0], by_key[body(full)][0]))
    doubts += _shortened(groups, by_key)
    _own_paper(groups, by_key)
    _generic(groups, by_key)
    return doubts


def _stated(groups: Groups, by_key: Mapping[str, list[int]]) -> dict[str, dict[str, set[str]]]:
    """What articles say that acronyms mean: acronym → Article.id → full names, all as keys."""
    stated: defaultdict[str, dict[str, set[str]]] = defaultdict(dict)
    for forms in by_key.values():
        for i in forms:
            for story, name in groups.forms[i].bearers:
                for short, long in _explained(story, name):
                    if body(short) in by_key and body(long) in by_key:
                        stated[body(short)].setdefault(story.article.id, set()).add(body(long))
    return stated


def _acronym(
    groups: Groups, by_key: Mapping[str, list[int]], key: str, stated: Mapping[str, set[str]]
) -> list[Doubt]:
    """Rule 1: join one acronym's forms, one an article, to the full names they stand for, the
    others to each other.
    """
    forms = by_key[key]
    silent = []
    for i in forms:
        means = set().union(*(stated.get(article, ()) for article in groups.forms[i].articles))
        if groups.forms[i].alone and len(means) == 1:
            settle(groups, Claim("acronym", i, by_key[means.pop()][0]))
        else:
            silent.append(i)
    for i in silent[1:]:
        settle(groups, Claim("acronym", i, silent[0]))
    meanings = sorted(set().union(*stated.values()))
    if len(meanings) == 1 and silent:
        settle(groups, Claim("acronym", silent[0], by_key[meanings[0]][0]))
    if len(meanings) > 1 and silent:
        return [
            Doubt(tuple(silent), tuple(by_key[long][0] for long in meanings), "an acronym of both")
        ]
    return []


def _explained(story: Story, name: Name) -> Iterator[tuple[str, str]]:
    """(acronym, full name) as printed, where a mention of `name` is followed by brackets that hold
    the other.
    """
    for mention in name.mentions:
        found = IN_BRACKETS.match(story.article.text, mention.span.end)
        if found:
            for short, long in ((found[1], name.label), (name.label, found[1])):
                if stands_for(short, long):
                    yield short, long


def stands_for(acronym: str, full: str) -> bool:
    """Whether an acronym's letters are the first letters of the words, small words at will: "UN",
    "OSCE", "DfE".
    """
    if not ACRONYM.fullmatch(acronym):
        return False
    letters = fold(acronym).replace(" ", "")
    words = [word for word in fold(full).split() if word]
    every = "".join(word[0] for word in words)
    telling = "".join(word[0] for word in words if word not in ORGANISATIONS.small)
    return len(words) > 1 and letters in (every, telling)


def _shortened(groups: Groups, by_key: Mapping[str, list[int]]) -> list[Doubt]:
    """Rule 4."""
    longer: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(by_key):
        words = key.split()
        for cut in range(1, len(words) - 1):
            longer[" ".join(words[cut:])].append(key)
    doubts: list[Doubt] = []
    for short, longs in sorted(longer.items()):
        if (
            short not in by_key
            or short.split()[-1] in ORGANISATIONS.everywhere
            or is_national(short)
        ):
            continue
        ones = sorted(
            {groups.of(by_key[long][0]) for long in longs} - {groups.of(by_key[short][0])}
        )
        if len(ones) != 1:
            continue
        first_words = min(longs, key=len).removesuffix(short).split()
        both = not groups.articles(ones[0]).isdisjoint(groups.articles(by_key[short][0]))
        having = [
            has_words(story, first_words) for story, _ in groups.forms[by_key[short][0]].bearers
        ]
        if both or 2 * sum(having) > len(having):
            settle(groups, Claim("short name", by_key[short][0], ones[0]))
        else:
            doubts.append(Doubt((by_key[short][0],), tuple(ones), "the end of the longer name"))
    return doubts


def own_papers(form: Form) -> set[str]:
    """The papers that a form means by the end of their name, where no more articles of other papers
    have it.
    """
    papers = Counter(
        story.article.publication for story, _ in form.bearers if story.article.publication
    )
    own = {paper for paper in papers if body(paper).endswith(f" {form.key}")}
    return own if 2 * sum(papers[paper] for paper in own) >= papers.total() else set()


def _own_paper(groups: Groups, by_key: Mapping[str, list[int]]) -> None:
    """Rule 5, for a paper that other articles name in full."""
    for _, forms in sorted(by_key.items()):
        for i in forms:
            papers = {body(paper) for paper in own_papers(groups.forms[i])}
            full = by_key.get(papers.pop()) if len(papers) == 1 else None
            if full:
                settle(groups, Claim("own paper", i, full[0]))


def _generic(groups: Groups, by_key: Mapping[str, list[int]]) -> None:
    """Rule 3, when the longer names are settled; what no article settles stays together, as
    printed.
    """
    named: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for key, forms in by_key.items():
        last = key.split()[-1]
        if " " in key and last in ORGANISATIONS.generic and key not in ORGANISATIONS.own_names:
            for i in forms:
                for article in groups.forms[i].articles:
                    named[(article, last)].add(i)
    for key in sorted(key for key in by_key if is_generic(key) and not is_national(key)):
        silent = []
        for i in by_key[key]:
            ones = {groups.of(j) for j in named.get((groups.forms[i].alone, key), ())}
            if len(ones) == 1:
                settle(groups, Claim("general word", i, ones.pop()))
            elif not ones:
                silent.append(i)
        ending = {groups.of(i) for (_, last), held in named.items() if last == key for i in held}
        meant = {one: len(groups.articles(one)) for one in ending}
        left = [i for i in silent if not _means_most(groups, key, i, meant)]
        for i in left[1:]:
            settle(groups, Claim("general word", i, left[0]))


def _means_most(groups: Groups, key: str, form: int, meant: Mapping[int, int]) -> bool:
    """Join a general word in an article that names no such body to the one that has nearly all
    articles of the bodies that end so: "the Trust". Not where every town has one ("the University").
    """
    if key in ORGANISATIONS.everywhere or not meant:
        return False
    first = max(sorted(meant), key=lambda one: meant[one])
    enough = meant[first] >= max(ENOUGH_ARTICLES, DOMINANT * sum(meant.values()))
    return enough and settle(groups, Claim("general word", form, first))


def has_words(story: Story, words: Sequence[str]) -> bool:
    """Whether an article has all of these folded words."""
    text = f" {normal_words(story.article.text)} "
    return all(f" {word} " in text for word in words)
