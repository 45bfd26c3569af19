"""Was it said at all: what the sentence makes of its verb of speech.

One walk up the tree for every cue, verb or noun, whatever rule found it. On the way each verb may
negate what hangs on it ("stopped short of saying", "nor did she say"), only expect it ("is expected
to say", "we want her to say"), make it a condition ("if she says") or a question ("Did she say
…?"); the first that does decides. What is left was said.
"""

from __future__ import annotations

from typing import Literal

from generator.annotate.quotations.scene import Found, Scene
from generator.annotate.text.tree import Tree
from generator.languages.words import TRUTH

Truth = Literal["asserted", "denied", "asked", "expected", "hypothetical"]

FINITE = ("VBD", "VBZ", "VBP", "MD")
HIGHEST = 8  # steps up the tree; a sentence that needs more is the parser's mistake


def truth_of(scene: Scene, verb: int) -> Truth:
    """What the words around a verb of speech make of it.

    >>> # "Lee said …" asserted; "Lee never said …" denied; "Did Lee say …?" asked;
    >>> # "Lee is due to say …" expected; "if Lee says …", "Lee might say …" hypothetical
    """
    tree, at = scene.tree, verb
    for _ in range(HIGHEST):
        here = _of_verb(scene, at, verb)
        if here != "asserted":
            return here
        if _is_question(scene, at):
            return "asked"
        above = _carrier(tree, at)
        if above is None:
            return "asserted"
        hung = _of_link(tree, at, above)
        if hung != "asserted":
            return hung
        at = above
    return "asserted"


def _of_verb(scene: Scene, at: int, verb: int) -> Truth:
    """What a verb's own helpers, negation and subject make of it."""
    tree = scene.tree
    modal: Truth = "asserted"
    first = tree.first[at]
    turned = tree.head[at] == at and first < at and tree.pos[first + 1] == "AUX"
    if tree.words[first] in ("nor", "neither") and turned:
        return "denied"  # Nor did she say
    place = scene.run_at(tree.start[at])
    for kid in tree.kids[at]:
        if kid > at or scene.run_at(tree.start[kid]) != place:
            continue
        word, dep = tree.words[kid], tree.dep[kid]
        if (
            dep == "neg"
            or word in TRUTH.hardly
            or (dep == "advmod" and _has(tree, kid, TRUTH.hardly))
        ):
            done = _only(tree, kid, at) or (at != verb and tree.words[at] in TRUTH.unhelped)
            return "asserted" if done else "denied"
        if word in ("nor", "neither") or (dep in ("nsubj", "nsubjpass") and _is_nobody(tree, kid)):
            return "denied"
        if dep == "mark" and word in TRUTH.conditions:
            return "hypothetical"
        if dep in ("aux", "auxpass"):
            modal = _of_helper(tree, at, kid, modal)
    if modal == "asserted" and at == verb and _is_order(tree, at):
        return "hypothetical"
    return modal


def _has(tree: Tree, token: int, words: frozenset[str]) -> bool:
    return any(tree.words[kid] in words for kid in tree.kids[token])


def _of_helper(tree: Tree, at: int, kid: int, modal: Truth) -> Truth:
    word = tree.words[kid]
    if word in ("will", "’ll", "'ll", "shall", "wo"):
        return "expected"
    has_been = any(tree.words[k] in ("have", "’ve", "'ve") for k in tree.kids[at] if kid < k < at)
    if word in TRUTH.modals or (word in ("would", "’d", "'d") and has_been):
        # could only repeat, I should say: they did
        did = any(tree.words[k] in ("only", "just", "i", "we") for k in tree.kids[at] if k < at)
        return modal if did else "hypothetical"
    return modal


def _only(tree: Tree, neg: int, at: int) -> bool:
    """Whether it is not the speaking that is negated: not only said, did not just say."""
    return any(tree.words[k] in ("only", "just", "merely", "simply") for k in range(neg + 1, at))


def _is_nobody(tree: Tree, subject: int) -> bool:
    """Whether nobody does it: no minister, none of them, nobody; "one", "you" of anybody's
    saying.
    """
    if tree.words[subject] in TRUTH.nobody:
        return True
    return any(
        tree.words[k] in ("no", "neither") and tree.dep[k] in ("det", "advmod", "cc", "preconj")
        for k in tree.kids[subject]
        if k < subject
    )


def _is_order(tree: Tree, at: int) -> bool:
    """Whether the reader is told to: "Note that …", "Ask him if …"."""
    alone = tree.tag[at] == "VB" and tree.dep[at] == "ROOT"
    return alone and not any(k < at for k in tree.kids[at])


def _is_question(scene: Scene, at: int) -> bool:
    """Whether the reporter asks whether it was said: Did Lee say that the dam was safe?"""
    tree = scene.tree
    last = tree.last[at]
    if tree.words[last] not in ("?", "??", "?!") or scene.run_at(tree.start[last]) is not None:
        return False
    subject = tree.kid(at, "nsubj", "nsubjpass")
    helper = next((k for k in tree.kids[at] if tree.dep[k] in ("aux", "auxpass") and k < at), None)
    inverted = subject is not None and helper is not None and helper < subject < at
    asks = tree.tag[tree.first[at]] in ("WP", "WDT", "WRB", "WP$")
    return inverted or (asks and tree.head[tree.first[at]] == at)


def _carrier(tree: Tree, at: int) -> int | None:
    """The verb, adjective or preposition that a verb without a subject of its own hangs on."""
    head = tree.head[at]
    if head == at:
        return None
    if any(tree.dep[k] in ("aux",) and tree.words[k] != "to" and k < at for k in tree.kids[at]):
        return None if tree.tag[at] != "VBN" else (head if tree.dep[at] == "xcomp" else None)
    dep = tree.dep[at]
    if tree.tag[at] in FINITE:
        return head if dep == "relcl" and tree.words[head] in TRUTH.nobody else None
    before = tree.words[max(0, tree.left[at] - 1)]
    aside = tree.tag[at] == "VBG" and before in (",", "”", '"', "''")
    if aside or (dep == "advcl" and tree.tag[at] != "VB"):
        return None  # did not believe it, arguing that …: she argued
    if dep in CARRIED:
        return head
    return head if dep == "conj" and head < at and tree.tag[head] == tree.tag[at] else None


CARRIED = frozenset(
    (
        "xcomp",
        "ccomp",
        "pcomp",
        "advcl",
        "acl",
        "relcl",
        "prep",
        "dep",
        "oprd",
        "acomp",
        "attr",
        "pobj",
    )
)


def _of_link(tree: Tree, at: int, above: int) -> Truth:
    """What the word above makes of the one that hangs on it."""
    word, dep = tree.words[above], tree.dep[at]
    infinitive = any(
        tree.words[k] == "to" and tree.dep[k] == "aux" for k in tree.kids[at] if k < at
    )
    if tree.pos[above] in ("ADP", "SCONJ") or dep == "pcomp":
        if word in TRUTH.without:
            return "denied"
        if word in ("of", "from"):
            over = tree.words[tree.head[above]]
            near = [over, *(tree.words[k] for k in tree.kids[tree.head[above]])]
            return (
                "denied"
                if any(one in TRUTH.keeps_still or one == "short" for one in near)
                else "asserted"
            )
        return "asserted"
    if dep == "conj":
        return "asserted"
    if not infinitive and dep not in ("xcomp", "ccomp", "pcomp", "acl"):
        return "asserted"
    near = [
        word,
        *(
            tree.words[k]
            for k in tree.kids[above]
            if tree.dep[k] in ("acomp", "attr", "oprd", "advmod")
        ),
    ]
    if dep == "acl" and not infinitive:
        return "asserted"
    if any(one in TRUTH.keeps_still for one in near) or ("yet" in near and infinitive):
        return "denied"
    if infinitive and any(one in TRUTH.judged for one in near):
        return "hypothetical"
    if infinitive and any(one in TRUTH.towards for one in near) and dep != "advcl":
        return "expected"
    return "asserted"


def was_said(scene: Scene, one: Found) -> bool:
    """Whether what a rule found is to be shown: it was said, or its words in marks are known
    before.
    """
    truth = truth_of_found(scene, one)
    beside = one.rule in ("quote_then_cue", "cue_then_quote", "quote_below_cue")
    return truth == "asserted" or (truth == "expected" and beside and _in_marks(scene, one))


def truth_of_found(scene: Scene, one: Found) -> Truth:
    """What the cue's sentence makes of a candidate; without a verb for a cue it was said."""
    tree = scene.tree
    if one.cue is None or not tree.words or one.how in ("noun", "according", "colon", "dash"):
        return "asserted"
    verb = tree.at(one.cue.end - 1)
    if tree.dep[verb] == "prt":
        verb = tree.head[verb]
    truth = truth_of(scene, verb)
    acted = not one.say or one.rule in ("object_of_act", "topic", "passive_act")
    if (
        truth == "asserted"
        and acted
        and any(tree.words[k] == "would" for k in tree.kids[verb] if k < verb)
    ):
        return "hypothetical"  # would blame: an act is done or not
    return truth


def _in_marks(scene: Scene, one: Found) -> bool:
    return all(scene.run_at(part.start) is not None for part in one.parts)


def said_by_anybody(tree: Tree, subject: str, how: str, verb: int) -> bool:
    """Whether nobody in particular says it: "those who say …", "one could say …"."""
    words = subject.lower().split()
    if how in ("relative", "noun"):
        return any(word in TRUTH.one for word in words)
    modal = any(tree.words[k] in ("could", "might", "can", "may") for k in tree.kids[verb])
    return modal and words in (["one"], ["you"], ["we"])
