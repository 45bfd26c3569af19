"""Where a reported clause starts: behind the one spoken to, a time, a place."""

from __future__ import annotations

from generator.annotate.quotations.scene import Cue, Scene
from generator.annotate.text.tree import FINITE, Tree
from generator.languages.words import TIMES, VERBS


def clause_start(scene: Scene, cue: Cue, kid: int) -> int:
    """The first token of a clause, with what belongs to it between its cue and its tree."""
    tree, v = scene.tree, cue.token
    start = tree.left[kid]
    first = _behind_asides(scene, cue, start)
    start = _behind_time(scene, kid, start)
    own = tree.kid(kid, "nsubj", "nsubjpass", "expl", "csubj")
    if first < start and own is None and tree.tag[kid] in FINITE:
        first = v + 1  # said | about half of them were late
    to = _to_of_request(tree, cue, kid, start)
    if to is not None:
        start = to
    word = first < start and tree.pos[first] not in ("PUNCT", "SPACE")
    return first if word and cue.lemma not in VERBS.addressed else start


def _behind_asides(scene: Scene, cue: Cue, start: int) -> int:
    """The first token behind a cue that is no part of an aside: told them in May | that …"""
    tree, first = scene.tree, cue.token + 1
    while first < start:
        branch = branch_of(tree, cue.token, first)
        if branch is None or not is_aside(scene, cue, branch):
            break
        first = tree.right[branch] + 1
    return first


def _to_of_request(tree: Tree, cue: Cue, kid: int, start: int) -> int | None:
    """The "to" or "not to" that opens what somebody is asked: urged swimmers | to keep their mouths
    shut; None = none.
    """
    to = tree.kid(kid, "aux")
    if cue.lemma not in ("ask", "tell") or to is None or tree.kid(kid, "mark"):
        return None
    if tree.words[to] != "to" or to <= start:
        return None
    return to - 1 if tree.words[to - 1] in ("not", "never") else to


def _behind_time(scene: Scene, kid: int, start: int) -> int:
    """Where a clause starts behind a time that belongs to its cue: told reporters on Friday | she
    would stay.
    """
    tree = scene.tree
    first = tree.first_kid_at(kid, start)
    if (
        first is None
        or tree.words[start] not in ("on", "earlier", "late", "last", "this")
        or first >= kid
    ):
        return start
    noun = tree.kid(first, "pobj") if tree.dep[first] == "prep" else first
    behind = tree.right[first] + 1
    if noun is None or tree.words[noun] not in TIMES.words or tree.words[behind] == ",":
        return start
    return behind


def branch_of(tree: Tree, v: int, token: int) -> int | None:
    """The child of a verb that a token hangs under; None if it does not."""
    at = token
    for _ in range(30):
        if tree.head[at] == v:
            return at
        if tree.head[at] == at:
            return None
        at = tree.head[at]
    return None


def is_aside(scene: Scene, cue: Cue, branch: int) -> bool:
    """Whether a child of the cue is not part of what was said: the one spoken to, a time, a
    place.
    """
    tree = scene.tree
    dep = tree.dep[branch]
    if dep in ("dobj", "dative", "iobj"):
        return cue.lemma in VERBS.tells_someone or cue.lemma in VERBS.addressed
    if dep == "npadvmod":
        return tree.words[branch] in TIMES.words
    if dep in ("prep", "agent") and branch > 0:
        return True
    if dep == "advmod" and tree.right[branch] - tree.left[branch] > 4:
        return False  # said | no matter what they do, the road …
    return dep in ("advmod", "punct", "prt", "neg", "nsubj", "cc")
