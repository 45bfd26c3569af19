"""The verb of the words behind a run: “…,” the man who found it | said."""

from __future__ import annotations

from generator.annotate.quotations.cue_beside import OWN_CLAUSE
from generator.annotate.quotations.scene import Scene
from generator.annotate.quotations.subjects import NOUNS
from generator.annotate.text.tree import FINITE, Tree
from generator.languages.words import VERBS

# the tags of a verb that may report what stands before it
FORMS = (*FINITE, "VBN", "VB")


def first_verb(scene: Scene, low: int, high: int) -> int | None:
    """The first verb of the words behind a run that is not part of the subject."""
    tree = scene.tree
    for i in range(low, high):
        if tree.words[i] == "according" and i + 1 < high and tree.words[i + 1] == "to":
            return None
        if not _is_verb(tree, i) or _in_subject(tree, i, low):
            continue
        if (tree.dep[i] in ("aux", "auxpass") and tree.head[i] > i) or tree.dep[i] == "amod":
            continue
        if tree.tag[i] in FORMS and not _is_name(scene, i):
            return i
        if tree.tag[i] == "VBG" and i == low:
            return None  # “…,” adding that …: the run belongs to what stands before it
    return None


def _is_verb(tree: Tree, i: int) -> bool:
    return tree.pos[i] in ("VERB", "AUX") or tree.words[i] in ("says", "said")


def _is_name(scene: Scene, i: int) -> bool:
    """Whether the tagger took a name for an order: “…,” Tulsa police said."""
    tree = scene.tree
    order = tree.tag[i] == "VB" and not VERBS.lemma(tree.words[i])
    return order and scene.text[tree.start[i]].isupper()


def _in_subject(tree: Tree, i: int, low: int) -> bool:
    """Whether a verb stands in a clause about the subject: “…,” the man | who found it said."""
    head = tree.head[i]
    if tree.dep[i] not in OWN_CLAUSE or not low <= head < i or tree.pos[head] not in NOUNS:
        return False
    # what the parser hung on the name: “…,” Lee | said
    says = VERBS.lemma(tree.words[i]) in VERBS.say and tree.tag[i] in ("VBD", "VBZ")
    return not says or _who_before(tree.words, i)


def _who_before(words: list[str], i: int) -> bool:
    return any(
        word in ("who", "which", "that", "whose", "whom") for word in words[max(0, i - 4) : i]
    )
