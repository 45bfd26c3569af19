"""Where a word reports speech, and who its subject is."""

from __future__ import annotations

from collections.abc import Iterator

from generator.annotate.scene import Cue, Scene
from generator.annotate.tree import SUBJECTS, Tree
from generator.annotate.words import SAY, lemma
from generator.model import Span

LONGEST_SUBJECT = 40  # tokens; a longer one is a parser's mistake, and is cut to its head noun


def find_cues(scene: Scene) -> Iterator[Cue]:
    """Reporting verbs outside quotation marks, in text order."""
    tree = scene.tree
    for i, word in enumerate(tree.words):
        verb = lemma(word)
        if not verb or (tree.pos[i] not in ("VERB", "AUX") and not _mistagged(tree, i)):
            continue
        if scene.run_at(tree.start[i]) is not None:
            continue
        yield cue_of(scene, i, verb)


def _mistagged(tree: Tree, i: int) -> bool:
    """A reporting verb that the tagger took for a noun, in its commonest form: “…,” Lee says."""
    return tree.words[i] in ("says", "said") and tree.pos[i] != "PUNCT"


def cue_of(scene: Scene, i: int, verb: str) -> Cue:
    """The cue for a reporting verb at a token."""
    tree = scene.tree
    passive = tree.kid(i, "auxpass", "nsubjpass") is not None
    subject, how = find_subject(scene, i, passive)
    printed = noun_phrase(scene, subject, i) if subject is not None else None
    start = i
    for kid in tree.kids[i]:
        if kid < start and tree.dep[kid] in ("aux", "auxpass", "neg") and i - kid < 5:
            start = min(start, kid)
    span = Span(tree.start[start], tree.end[i])
    clause = span
    if printed is not None and abs(printed.start - span.start) < 300:
        clause = Span(min(span.start, printed.start), max(span.end, printed.end))
    return Cue(i, verb, verb in SAY, span, subject, printed, clause, how)


def find_subject(scene: Scene, verb: int, passive: bool) -> tuple[int | None, str]:
    """The token that heads the speaker's phrase, and how it was found."""
    tree = scene.tree
    if passive:
        return _passive_subject(tree, verb)
    at, how = verb, "subject"
    for _ in range(6):
        subject = next((kid for kid in tree.kids[at] if tree.dep[kid] in SUBJECTS and kid != verb), None)
        if subject is not None:
            if tree.words[subject] in ("who", "that", "which") and tree.dep[at] in ("relcl", "acl", "ccomp"):
                return (tree.head[at], "relative") if tree.dep[at] != "ccomp" else (subject, how)
            return subject, how
        dep, head = tree.dep[at], tree.head[at]
        if dep in ("relcl", "acl"):
            return head, "noun"
        if head == at:
            break
        if dep in ("conj", "advcl", "xcomp", "pcomp", "prep", "ccomp", "dep", "parataxis"):
            at, how = head, "shared"
            continue
        if dep in ("pobj", "dobj", "attr", "appos", "nmod") and tree.pos[head] in ("VERB", "AUX", "ADP"):
            at, how = head, "shared"
            continue
        break
    return None, ""


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
            if kid == verb or tree.dep[kid] in ("relcl", "punct", "acl", "advcl", "ccomp", "parataxis"):
                continue
            if tree.dep[kid] == "cc" and tree.kid(at, "conj") is None:
                continue
            if tree.dep[kid] == "conj" and at != head and tree.dep[at] != "conj":
                continue
            tokens.add(kid)
            todo.append(kid)
    left = right = head
    while left - 1 in tokens or (left - 2 in tokens and tree.pos[left - 1] == "PUNCT"):
        left -= 1
    while right + 1 in tokens or (right + 2 in tokens and tree.pos[right + 1] == "PUNCT"):
        right += 1
    if left <= verb <= right or right - left > LONGEST_SUBJECT:
        left = right = head
    return Span(tree.start[left], tree.end[right])
