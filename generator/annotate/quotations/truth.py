"""Does the speaker say the words, or deny them: what the verb makes of what stands behind it.

“Brandt denied that the weir was unsafe” reports words that Brandt holds to be false. They are a
quotation of her, but not of a claim of hers; whoever shows them must show the verb with them
(`Quote.stance`).
"""

from __future__ import annotations

from generator.annotate.quotations.happened import truth_of_found
from generator.annotate.quotations.scene import Found, Scene
from generator.annotate.text.tree import Tree
from generator.languages.words import TRUTH
from generator.model import Span, Stance

# rules whose words stand behind the verb as its clause or object, and those that may have them
# before it
OF_A_VERB = frozenset(
    ("clause", "object_of_act", "passive_act", "cue_then_quote", "verb_then_quote")
)


def stance_of(scene: Scene, one: Found) -> Stance:
    """What a speaker does to the words that a rule found: says, denies or asks them, or is
    expected to say them.

    Denied is a clause (“denied that the weir was unsafe”, “denied taking money”), or a claim by its
    noun (“dismissed reports of a leak”); not a thing or a plan (“rejected the bill”: an act), nor
    what the speaker answers with (“We did not,” she denied). Without a parse every quotation is
    taken as said.
    """
    if one.cue is None or not scene.tree.words:
        return "says"
    if truth_of_found(scene, one) == "expected":
        return "expected"  # “…,” the mayor will say on Monday: words that were given out before
    if one.lemma in TRUTH.asks and _is_asked(scene, one):
        return "asks"
    if one.how == "noun":
        return "denies" if one.lemma in TRUTH.denial_nouns else "says"
    if one.lemma not in TRUTH.denies or one.rule not in OF_A_VERB:
        return "says"
    return "denies" if _is_denied(scene, one, one.cue) else "says"


def _is_denied(scene: Scene, one: Found, cue: Span) -> bool:
    """Whether the words that stand with a verb of denial are what is denied."""
    first = one.parts[0]
    before = first.start < cue.start
    if one.rule == "passive_act":
        # dismissed by Lee as “a joke”: what she says herself stands behind the verb
        return before and _is_claim(scene.tree, one)
    if one.rule == "clause":
        # “…, she denied”: before the verb only a clause without marks can be what is denied
        return not before or scene.run_at(first.start) is None
    if before or _is_answer(scene.text[cue.end : first.start]):
        return False
    return _is_claim(scene.tree, one)


def _is_asked(scene: Scene, one: Found) -> bool:
    """Whether the words are a question: asked whether, wondered how, “Why?” she asked."""
    first = scene.text[one.parts[0].start : one.parts[0].start + 12].lstrip("“\"'‘").lower()
    if first.split(" ")[0] in TRUTH.question_words:
        return True
    return one.parts[-1].of(scene.text).rstrip("”\"'’ ").endswith("?")


def _is_answer(between: str) -> bool:
    """Whether a comma, colon or full stop parts verb and words: She denied it: “We had no part in
    it.”
    """
    return any(mark in between for mark in ",:.;—–")


def _is_claim(tree: Tree, one: Found) -> bool:
    """Whether the words are a clause, or a noun for something that may be true or false."""
    token = _top(tree, one.parts[0])
    if token is None:
        return False
    if tree.pos[token] in ("VERB", "AUX") and tree.dep[token] != "amod":
        return True  # denied taking money, denied he was there
    held = _behind_of(tree, token)
    if _is_plan(tree, held):
        return False  # rejected the idea of a second bridge
    noun = tree.words[held]
    if noun in TRUTH.claims or noun in TRUTH.about_truth:
        return True
    if one.lemma in ("deny", "dispute") and (noun in TRUTH.deeds or _is_any(tree, held)):
        return True  # denied wrongdoing, denied any link to the mill
    return _has_clause(tree, held)


def _is_plan(tree: Tree, noun: int) -> bool:
    """Whether a noun with "of" means what is to be done, not what is so."""
    of = _of(tree, noun) if tree.words[noun] in TRUTH.plans else None
    return of is not None and tree.pos[of] != "VERB"


def _top(tree: Tree, words: Span) -> int | None:
    """The first token of the words that hangs on none of them; None if they are marks and little
    words alone.
    """
    first, last = tree.at(words.start), tree.at(words.end - 1)
    outside = [
        i for i in range(first, min(last + 1, len(tree.words))) if not first <= tree.head[i] <= last
    ]
    outside = [i for i in outside if tree.pos[i] not in ("PUNCT", "SPACE", "ADP", "DET")]
    return outside[0] if outside else None


def _behind_of(tree: Tree, noun: int) -> int:
    """The noun that is meant behind one of amount or of truth: the substance | of the report →
    report.
    """
    while tree.words[noun] in TRUTH.about_truth or tree.tag[noun] in ("DT", "CD"):
        behind = _of(tree, noun)
        if behind is None:
            break
        noun = behind
    return noun


def _of(tree: Tree, noun: int) -> int | None:
    """What stands behind a noun’s “of”."""
    of = next((k for k in tree.kids_by(noun, "prep") if tree.words[k] == "of"), None)
    return tree.kid(of, "pobj", "pcomp") if of is not None else None


def _is_any(tree: Tree, noun: int) -> bool:
    """Whether the noun has a word that only stands under a denial: any part in it, ever meeting
    him.
    """
    return any(tree.words[k] in ("any", "ever") for k in tree.kids[noun])


def _has_clause(tree: Tree, noun: int) -> bool:
    """Whether a clause with “that” tells what the noun holds: attacks | that he was no mason."""
    for kid in tree.kids_by(noun, "acl", "ccomp"):
        opens = tree.left[kid]
        if tree.words[opens] == "that" and tree.dep[opens] == "mark":
            return True
    return False
