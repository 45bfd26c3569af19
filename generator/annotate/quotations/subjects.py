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
        subject = next(
            (kid for kid in tree.kids[at] if tree.dep[kid] in SUBJECTS and kid != verb), None
        )
        if subject is not None:
            if tree.words[subject] in ("who", "that", "which") and tree.dep[at] in ("relcl", "acl"):
                # of a named person the pronoun is what is printed: Lee, the mayor, | who | said
                head = tree.head[at]
                named = "PROPN" in (
                    tree.pos[head],
                    tree.pos[tree.head[head]] if tree.dep[head] == "appos" else "",
                )
                return (subject if tree.words[subject] == "who" and named else head), "relative"
            return subject, how
        if at == verb and tree.tag[verb] in ("VBD", "VBZ", "VBP"):
            other = _other_subject(tree, verb)
            if other is not None:
                return other, "shared"
        dep, head = tree.dep[at], tree.head[at]
        if (
            dep == "acl"
            and tree.tag[at] == "VBG"
            and tree.words[head] in SPEECH.papers
            and tree.dep[head] == "dobj"
        ):
            at, how = tree.head[head], "shared"  # Lee issued a statement | saying …
            continue
        if dep in ("relcl", "acl"):
            return head, "noun"
        if head == at:
            break
        if dep in CLIMB or (dep in CLIMB_NOUN and tree.pos[head] in ("VERB", "AUX", "ADP")):
            at, how = head, "shared"
            continue
        break
    return None, ""


def main_subject(scene: Scene, verb: int) -> int | None:
    """Who does the rest of a sentence that ", saying" carries on where the parser hung the verb
    elsewhere.
    """
    tree = scene.tree
    if (
        tree.dep[verb] == "compound"
        and tree.head[verb] > verb
        and tree.pos[tree.head[verb]] == "PROPN"
    ):
        return tree.head[verb]  # Said Lee: “…”
    if tree.tag[verb] != "VBG" or tree.words[verb - 1] not in (
        ",",
        "and",
        "while",
        "before",
        "after",
        "by",
    ):
        return None
    for i in range(verb - 1, max(tree.first[verb], verb - LONGEST_SUBJECT) - 1, -1):
        head = tree.head[i]
        if (
            tree.dep[i] == "nsubj"
            and i < head < verb
            and tree.dep[head] in ("ROOT", "ccomp", "conj")
        ):
            return (
                i
                if scene.run_at(tree.start[i]) is None and tree.tag[i] not in ("WDT", "WP")
                else None
            )
    return None


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
    tree = scene.tree
    tokens = {head}
    todo = [head]
    while todo:
        at = todo.pop()
        for kid in tree.kids[at]:
            if kid != verb and _belongs(scene, at, kid, verb):
                tokens.add(kid)
                todo.append(kid)
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


def _belongs(scene: Scene, noun: int, kid: int, verb: int) -> bool:
    """Whether a child belongs to the phrase of a speaker as printed."""
    tree = scene.tree
    dep = tree.dep[kid]
    if dep in ("punct", "acl", "advcl", "ccomp", "parataxis") or tree.pos[kid] == "SPACE":
        return False
    if dep == "relcl":  # "two officials who saw it", but not what follows a comma
        edge = tree.left[kid]
        near = (
            tree.pos[noun] == "NOUN" and tree.words[edge - 1] != "," and tree.right[kid] - edge < 20
        )
        return near and not edge <= verb <= tree.right[kid]
    if dep == "cc" and tree.kid(noun, "conj") is None:
        return False
    # "said Lee in Lisbon", "said Lee of her neighbour"
    if dep == "prep" and tree.pos[noun] == "PROPN":
        pobj = tree.kid(kid, "pobj")
        if tree.words[kid] != "of" or pobj is None or tree.pos[pobj] != "PROPN":
            return False
    return scene.run_at(tree.start[kid]) is None or scene.run_at(tree.start[noun]) is not None


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
