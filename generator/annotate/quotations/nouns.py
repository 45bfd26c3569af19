"""Rules for nouns that report speech: her claim that …, the warning by Lee that …, Lee’s promise to
…
"""

from __future__ import annotations

from generator.annotate.quotations.scene import Found, Scene
from generator.annotate.quotations.subjects import noun_phrase
from generator.languages.words import SPEECH
from generator.model import Span


def noun_cue(scene: Scene, token: int) -> Found | None:
    """What a noun of speech says, if it is told: who spoke stands before it, behind "by", or as the
    giver's subject.
    """
    tree = scene.tree
    if tree.words[token] not in SPEECH.nouns or tree.pos[token] != "NOUN":
        return None
    content = _content(scene, token)
    speaker = _speaker(scene, token)
    if content is None or speaker is None:
        return None
    printed = noun_phrase(scene, speaker, token)
    words = printed.of(scene.text)
    if words.endswith(("’s", "'s")):
        printed = Span(printed.start, printed.end - 2)
    cue = Span(tree.start[token], tree.end[token])
    return Found(
        (scene.whole_marks(content),), cue, printed, "noun_cue", tree.words[token], "noun", True
    )


def _content(scene: Scene, token: int) -> Span | None:
    """The clause that a noun of speech tells; None = none."""
    tree = scene.tree
    for kid in tree.kids_by(token, "acl", "ccomp", "relcl", "xcomp"):
        first = tree.left[kid]
        to = tree.words[first] == "to" and tree.words[token] in SPEECH.nouns_with_to
        is_that = tree.words[first] == "that" and tree.dep[first] == "mark"
        if kid > token and (is_that or to):
            return scene.trim(tree.starts(kid), tree.ends(kid))
    head = tree.head[token]
    if tree.dep[token] == "nsubj" and tree.words[head] in ("is", "was"):  # Lee’s argument is that …
        clause = tree.kid(head, "ccomp")
        if clause is not None and tree.words[tree.left[clause]] == "that":
            return scene.trim(tree.starts(clause), tree.ends(clause))
    return None


def _speaker(scene: Scene, token: int) -> int | None:
    tree = scene.tree
    owner = tree.kid(token, "poss")
    if owner is not None:
        return owner
    for kid in tree.kids[token]:
        if tree.dep[kid] in ("prep", "agent") and tree.words[kid] in ("by", "from"):
            return tree.kid(kid, "pobj")
    head = tree.head[token]
    if tree.dep[token] == "dobj" and tree.words[head] in SPEECH.given_by:
        return tree.kid(head, "nsubj")
    return None
