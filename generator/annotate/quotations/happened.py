"""Was it said at all: what the sentence makes of its verb of speech.

One walk up the tree for every cue, verb or noun, whatever rule found it. On the way each verb may
negate what hangs on it ("stopped short of saying", "nor did she say"), only expect it ("is expected
to say", "we want her to say"), make it a condition ("if she says") or a question ("Did she say
…?"); the first that does decides. What is left was said.
"""

from __future__ import annotations

from typing import Literal

from generator.annotate.quotations.scene import Found, Scene
from generator.annotate.text.tree import FINITE, Tree
from generator.languages.words import TRUTH

Truth = Literal["asserted", "denied", "asked", "expected", "hypothetical"]

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
    if _is_turned(tree, at):
        return "denied"  # Nor did she say
    place = scene.run_at(tree.start[at])
    for kid in tree.kids[at]:
        if kid > at or scene.run_at(tree.start[kid]) != place:
            continue
        if _negates(tree, kid):
            # not only said; could not help but say
            done = _only(tree, kid, at) or (at != verb and tree.words[at] in TRUTH.unhelped)
            return "asserted" if done else "denied"
        if _nobody_does(tree, kid):
            return "denied"
        if tree.dep[kid] == "mark" and tree.words[kid] in TRUTH.conditions:
            return "hypothetical"
        if tree.dep[kid] in ("aux", "auxpass"):
            modal = _of_helper(tree, at, kid, modal)
    return "hypothetical" if modal == "asserted" and at == verb and _is_order(tree, at) else modal


def _is_turned(tree: Tree, at: int) -> bool:
    """Whether "nor" opens the sentence of a main verb, its helper behind it."""
    first = tree.first[at]
    turned = tree.head[at] == at and first < at and tree.pos[first + 1] == "AUX"
    return turned and tree.words[first] in ("nor", "neither")


def _negates(tree: Tree, kid: int) -> bool:
    """Whether a word takes back the verb that it hangs on: not, never, almost never."""
    if tree.dep[kid] == "neg" or tree.words[kid] in TRUTH.hardly:
        return True
    return tree.dep[kid] == "advmod" and _has(tree, kid, TRUTH.hardly)


def _nobody_does(tree: Tree, kid: int) -> bool:
    """Whether a word says that nobody does it, or nobody else: nobody said, nor said."""
    subject = tree.dep[kid] in ("nsubj", "nsubjpass")
    return tree.words[kid] in ("nor", "neither") or (subject and _is_nobody(tree, kid))


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
    head, dep = tree.head[at], tree.dep[at]
    if head == at:
        return None
    if _has_helper(tree, at):
        return head if tree.tag[at] == "VBN" and dep == "xcomp" else None
    if tree.tag[at] in FINITE:
        return head if dep == "relcl" and tree.words[head] in TRUTH.nobody else None
    if _is_remark(tree, at):
        return None  # did not believe it, arguing that …: she argued
    joined = dep == "conj" and head < at and tree.tag[head] == tree.tag[at]
    return head if joined or dep in CARRIED else None


def _has_helper(tree: Tree, at: int) -> bool:
    """Whether a verb has a helper before it that makes it finite: had said, would say."""
    return any(tree.dep[k] == "aux" and tree.words[k] != "to" and k < at for k in tree.kids[at])


def _is_remark(tree: Tree, at: int) -> bool:
    """Whether a participle stands apart, so that nothing above it changes it: …, arguing that …"""
    before = tree.words[max(0, tree.left[at] - 1)]
    apart = tree.tag[at] == "VBG" and before in (",", "”", '"', "''")
    return apart or (tree.dep[at] == "advcl" and tree.tag[at] != "VB")


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
    dep = tree.dep[at]
    if tree.pos[above] in ("ADP", "SCONJ") or dep == "pcomp":
        return _behind_preposition(tree, above)
    infinitive = any(
        tree.words[k] == "to" and tree.dep[k] == "aux" for k in tree.kids[at] if k < at
    )
    if dep == "conj" or not (infinitive or dep in ("xcomp", "ccomp")):
        return "asserted"
    near = [tree.words[above]]
    near += (tree.words[k] for k in tree.kids_by(above, "acomp", "attr", "oprd", "advmod"))
    if not TRUTH.keeps_still.isdisjoint(near) or (infinitive and "yet" in near):
        return "denied"  # refused to say, has yet to say
    if infinitive and not TRUTH.judged.isdisjoint(near):
        return "hypothetical"  # It is safe to say
    if infinitive and dep != "advcl" and not TRUTH.towards.isdisjoint(near):
        return "expected"  # is due to say
    return "asserted"


def _behind_preposition(tree: Tree, above: int) -> Truth:
    """What a preposition makes of a verb: without saying, stopped short of saying."""
    word, over = tree.words[above], tree.head[above]
    if word in TRUTH.without:
        return "denied"
    if word not in ("of", "from"):
        return "asserted"
    near = [tree.words[over], *(tree.words[k] for k in tree.kids[over])]
    kept = "short" in near or not TRUTH.keeps_still.isdisjoint(near)
    return "denied" if kept else "asserted"


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
    would = any(tree.words[k] == "would" for k in tree.kids[verb] if k < verb)
    # would blame: an act is done or not
    return "hypothetical" if truth == "asserted" and acted and would else truth


def _in_marks(scene: Scene, one: Found) -> bool:
    return all(scene.run_at(part.start) is not None for part in one.parts)


def said_by_anybody(tree: Tree, subject: str, how: str, verb: int) -> bool:
    """Whether nobody in particular says it: "those who say …", "one could say …"."""
    words = subject.lower().split()
    if how in ("relative", "noun"):
        return any(word in TRUTH.one for word in words)
    modal = any(tree.words[k] in ("could", "might", "can", "may") for k in tree.kids[verb])
    return modal and words in (["one"], ["you"], ["we"])
