"""The subject of a verb of speech: the words that name the speaker."""

from __future__ import annotations

from generator.annotate.quotations.scene import Scene
from generator.annotate.text.tree import SUBJECTS, Tree
from generator.languages.words import SPEECH
from generator.model import Span

LONGEST_SUBJECT = 40  # tokens; a longer one is a parser's mistake, and is cut to its head noun


NOUNS = ("NOUN", "PROPN", "PRON")


CLIMB = ("conj", "advcl", "xcomp", "acomp", "pcomp", "prep", "ccomp", "dep", "parataxis")


CLIMB_NOUN = ("pobj", "dobj", "attr", "appos", "nmod")


def find_subject(scene: Scene, verb: int, passive: bool) -> tuple[int | None, str]:
    """The token that heads the speaker's phrase, and how it was found."""
    tree = scene.tree
    if passive:
        return _passive_subject(tree, verb)
    at, how = verb, "subject"
    for _ in range(6):
        subject = next((k for k in tree.kids[at] if tree.dep[k] in SUBJECTS and k != verb), None)
        if subject is not None:
            return _behind_pronoun(tree, at, subject) or (subject, how)
        if at == verb and tree.tag[verb] in ("VBD", "VBZ", "VBP"):
            other = _other_subject(tree, verb)
            if other is not None:
                return other, "shared"
        if tree.dep[at] in ("relcl", "acl") and not _is_in_paper(tree, at):
            return tree.head[at], "noun"
        above = _shares_subject(tree, at)
        if above is None:
            break
        at, how = above, "shared"
    return None, ""


def _behind_pronoun(tree: Tree, verb: int, subject: int) -> tuple[int, str] | None:
    """Who "who" means: the officials | who | said; None = the subject is no such pronoun."""
    if tree.words[subject] not in ("who", "that", "which") or tree.dep[verb] not in (
        "relcl",
        "acl",
    ):
        return None
    # of a named person the pronoun is what is printed: Lee, the mayor, | who | said
    head = tree.head[verb]
    above = tree.head[head] if tree.dep[head] == "appos" else head
    named = "PROPN" in (tree.pos[head], tree.pos[above])
    return (subject if tree.words[subject] == "who" and named else head), "relative"


def _is_in_paper(tree: Tree, at: int) -> bool:
    """Whether what somebody sends says it: Lee issued a statement | saying …"""
    head = tree.head[at]
    says = tree.dep[at] == "acl" and tree.tag[at] == "VBG"
    return says and tree.words[head] in SPEECH.papers and tree.dep[head] == "dobj"


def _shares_subject(tree: Tree, at: int) -> int | None:
    """The verb above whose subject is also that of a verb without one; None = none."""
    dep, head = tree.dep[at], tree.head[at]
    if dep == "acl" and head != at:
        return tree.head[head]  # the statement's: `_is_in_paper`
    noun = dep in CLIMB_NOUN and tree.pos[head] in ("VERB", "AUX", "ADP")
    return head if head != at and (dep in CLIMB or noun) else None


def main_subject(scene: Scene, verb: int) -> int | None:
    """Who does the rest of a sentence that ", saying" carries on where the parser hung the verb
    elsewhere.
    """
    tree, above = scene.tree, scene.tree.head[verb]
    if tree.dep[verb] == "compound" and above > verb and tree.pos[above] == "PROPN":
        return above  # Said Lee: “…”
    if tree.tag[verb] != "VBG" or tree.words[verb - 1] not in CARRIES_ON:
        return None
    for i in range(verb - 1, max(tree.first[verb], verb - LONGEST_SUBJECT) - 1, -1):
        head = tree.head[i]
        main = tree.dep[head] in ("ROOT", "ccomp", "conj")
        if tree.dep[i] == "nsubj" and i < head < verb and main:
            asks = tree.tag[i] in ("WDT", "WP")
            return i if scene.run_at(tree.start[i]) is None and not asks else None
    return None


CARRIES_ON = (",", "and", "while", "before", "after", "by")


def _other_subject(tree: Tree, verb: int) -> int | None:
    """A subject that the parser missed: about 4 in 10 | say …; Lee offered him a post, then | says
    he will help.
    """
    number = tree.kid(verb, "nummod")
    if number is not None and number == verb - 1:
        return number
    clauses = tree.kids_by(verb, "ccomp")
    if not any(clause > verb for clause in clauses) or tree.tag[tree.first[verb]] == "``":
        return None
    for clause in clauses:
        subject = tree.kid(clause, "nsubj")
        if clause < verb and tree.tag[clause] == tree.tag[verb] and subject is not None:
            return subject
    return None


def _passive_subject(tree: Tree, verb: int) -> tuple[int | None, str]:
    agent = tree.kid(verb, "agent")
    if agent is not None:
        by = tree.kid(agent, "pobj")
        if by is not None:
            return by, "agent"
    if tree.words[verb] in ("quoted", "reported", "said") and any(
        tree.words[kid] in ("as", "saying") for kid in tree.kids[verb]
    ):
        return tree.kid(verb, "nsubjpass", "nsubj"), "subject"
    return None, "passive"


def noun_phrase(scene: Scene, head: int, verb: int) -> Span:
    """The phrase around a noun as printed, without a clause or quotation that hangs on it."""
    tree, tokens = scene.tree, _phrase_tokens(scene, head, verb)
    left = right = head
    while left - 1 in tokens or (left - 2 in tokens and tree.pos[left - 1] == "PUNCT"):
        left -= 1
    while right + 1 in tokens or (right + 2 in tokens and tree.pos[right + 1] == "PUNCT"):
        right += 1
    if left <= verb <= right or right - left > LONGEST_SUBJECT:
        left = right = head
    while left < head and tree.words[left][:1].isdigit() and ":" in tree.words[left]:
        left += 1  # 14:02 Minister Eva Brandt said: the time of a live blog's entry
    return Span(tree.start[left], tree.end[right])


def _phrase_tokens(scene: Scene, head: int, verb: int) -> set[int]:
    """The tokens of a noun's phrase, its own and those of what belongs to it."""
    tokens, todo = {head}, [head]
    while todo:
        at = todo.pop()
        for kid in scene.tree.kids[at]:
            if kid != verb and _belongs(scene, at, kid, verb):
                tokens.add(kid)
                todo.append(kid)
    return tokens


def _belongs(scene: Scene, noun: int, kid: int, verb: int) -> bool:
    """Whether a child belongs to the phrase of a speaker as printed."""
    tree = scene.tree
    dep = tree.dep[kid]
    if dep in ("punct", "acl", "advcl", "ccomp", "parataxis") or tree.pos[kid] == "SPACE":
        return False
    if dep == "relcl":
        return _tells_who(tree, noun, kid, verb)
    if dep == "cc" and tree.kid(noun, "conj") is None:
        return False
    if dep == "prep" and tree.pos[noun] == "PROPN" and not _is_of_a_name(tree, kid):
        return False  # "said Lee in Lisbon", "said Lee of her neighbour"
    return scene.run_at(tree.start[kid]) is None or scene.run_at(tree.start[noun]) is not None


def _tells_who(tree: Tree, noun: int, kid: int, verb: int) -> bool:
    """Whether a clause tells which one is meant: two officials | who saw it; not what follows a
    comma.
    """
    edge = tree.left[kid]
    if tree.pos[noun] != "NOUN" or tree.words[edge - 1] == "," or tree.right[kid] - edge >= 20:
        return False
    return not edge <= verb <= tree.right[kid]


def _is_of_a_name(tree: Tree, preposition: int) -> bool:
    """Whether a preposition is one of a name: Bank | of England."""
    pobj = tree.kid(preposition, "pobj")
    return tree.words[preposition] == "of" and pobj is not None and tree.pos[pobj] == "PROPN"


def subject_beside(scene: Scene, verb: int, low: int, high: int) -> int | None:
    """The head of the noun phrase right before a verb, or else right behind it, among the tokens
    low … high - 1.

    For where the parser hung the subject elsewhere: it reads “…,” said Lee less well than plain
    clauses.
    """
    tree = scene.tree
    before = [i for i in range(low, verb) if tree.pos[i] in NOUNS]
    if before:
        return _top(tree, before[0], low, verb)
    for i in range(verb + 1, min(high, verb + 12)):
        if tree.pos[i] in NOUNS:
            return _top(tree, i, verb + 1, high)
        if tree.pos[i] in ("VERB", "PUNCT", "ADP", "SCONJ"):
            break
    return None


def _top(tree: Tree, token: int, low: int, high: int) -> int:
    """The highest noun above a token that still lies among low … high - 1."""
    while (
        low <= tree.head[token] < high
        and tree.head[token] != token
        and tree.pos[tree.head[token]] in NOUNS
    ):
        token = tree.head[token]
    return token
