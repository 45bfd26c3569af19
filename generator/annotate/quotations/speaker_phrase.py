"""A speaker's phrase as printed, mended where the parser cut it: role and name are one noun
phrase.
"""

from __future__ import annotations

import re

from generator.annotate.quotations.scene import Scene
from generator.annotate.text.tree import Tree
from generator.languages.words import NAMES, ROLES, TITLES
from generator.model import Span


def whole_phrase(scene: Scene, printed: Span, verb: int) -> Span:
    """The phrase of a speaker with the name that the parser cut off, when the name stands right
    before the verb or ends the words behind it.

    "Joint Council | for Welfare campaigner Nina Morland said", "said director of telecoms |
    research Nina Morland.", "Faisal al- | Hamdan".
    """
    tree = scene.tree
    first, last = tree.at(printed.start), _whole_last(scene, tree.at(printed.end - 1), verb)
    the = last > first
    first = _whole_first(scene, first, verb)
    if the and first > 0 and tree.words[first - 1] == "the" and first - 1 != verb:
        first -= 1
    end = _end_of_nominal(scene, last, verb)
    if end - last > 1 and _ends_in_name(scene, end - 1) and last != verb:
        last = end - 1
    return Span(tree.start[first], max(printed.end, tree.end[last]))


def _whole_first(scene: Scene, first: int, verb: int) -> int:
    """The first token of a name whose particle is written in one with it: Faisal | al-Hamdan."""
    tree = scene.tree
    while first > 0 and tree.end[first - 1] == tree.start[first] and _glued(scene, first):
        first -= 1  # al-Hamdan is three tokens
    if tree.words[first][-1:] in "-–" or GLUED.match(scene.text, tree.start[first]):
        while first > 0 and first - 1 != verb and _names(tree, scene, first - 1):
            first -= 1
    return first


def _whole_last(scene: Scene, last: int, verb: int) -> int:
    """The last token of a word that a hyphen joins: the ex-|Wallaby."""
    tree, end = scene.tree, last + 1
    while end < len(tree.words) and end != verb and _glued(scene, end):
        if tree.end[end - 1] != tree.start[end]:
            break
        end += 1
    return end - 1


def _end_of_nominal(scene: Scene, last: int, verb: int) -> int:
    """Behind the titles and names that go on behind a phrase up to its verb, or to the mark that
    ends it; right behind the phrase where something else comes first.
    """
    tree, end = scene.tree, last + 1
    stop = verb if last < verb else tree.last[verb] + 1
    while end < stop and end - last <= LONGEST_CUT and _nominal(scene, end):
        end += 1
    reached = end == stop or (last > verb and tree.words[end] in (",", ".", ";"))
    return end if reached else last + 1


LONGEST_CUT = 9  # tokens that a parser cuts off a speaker's phrase
GLUED = re.compile(r"(?:a[dlnrstz]|el|es|ul|bin|ben|ibn|d|l|o|n)[-–’'][A-ZÀ-Þ]", re.IGNORECASE)


def _glued(scene: Scene, token: int) -> bool:
    before = scene.tree.words[token - 1]
    return (
        before in ("-", "–") or before.endswith(("-", "–")) or scene.tree.words[token] in ("-", "–")
    )


def _names(tree: Tree, scene: Scene, token: int) -> bool:
    """Whether a token is one more part of a name: a capital, or a particle between two."""
    word = scene.text[tree.start[token] : tree.end[token]]
    gap = scene.text[tree.end[token] : tree.start[token + 1]]
    part = word[:1].isupper() and tree.pos[token] in ("PROPN", "NOUN", "ADJ")
    return gap == " " and word.isalpha() and (part or tree.words[token] in TITLES.particles)


def _nominal(scene: Scene, token: int) -> bool:
    """Whether a token may stand in a phrase of titles and names."""
    tree = scene.tree
    if scene.run_at(tree.start[token]) is not None:
        return False
    if tree.words[token] in ("-", "–") or tree.words[token] in PHRASE_WORDS:
        return True
    if tree.tag[token] == "VBP" and tree.pos[min(token + 1, len(tree.pos) - 1)] == "PROPN":
        return True  # director of telecoms | research Nina Morland: a noun that looks like a verb
    if tree.tag[token] in ("VBD", "VBZ", "VBP", "MD"):
        return False
    return tree.pos[token] in ("NOUN", "PROPN", "ADJ", "DET") or tree.tag[token] in ("VBG", "NNP")


PHRASE_WORDS = frozenset(("of", "for", "and", "&", "the", "at", "on", "in"))


def _ends_in_name(scene: Scene, token: int) -> bool:
    """Whether a token is the last of two or three capitalised words that begin with a first name,
    or stand behind a word for a role.
    """
    tree, text = scene.tree, scene.text
    first = token
    while first > 0 and token - first < 3 and text[tree.start[first]].isupper():
        if tree.end[first - 1] + 1 != tree.start[first]:
            break
        first -= 1
    words = tree.words[first + 1 : token + 1]
    if len(words) < 2 or not text[tree.start[token]].isupper():
        return False
    return bool(set(words[-3:-1]) & NAMES.given) or tree.words[token - 2] in ROLES.words
