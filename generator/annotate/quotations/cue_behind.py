"""The cue that stands behind words in marks."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.annotate.quotations.cue_beside import OWN_CLAUSE, last_character, names_a_work
from generator.annotate.quotations.cues import cue_of
from generator.annotate.quotations.scene import Cue, Scene
from generator.annotate.quotations.subjects import NOUNS, find_subject, subject_beside
from generator.annotate.text.tree import Tree
from generator.languages.words import VERBS
from generator.model import Span

FINITE = ("VBD", "VBZ", "VBP", "VBN", "VB", "MD")


# verbs that are never "X said": what follows the comma behind a quotation then tells something else
NEVER = frozenset("be is was are were 's ’s had has have do does did becomes became".split())


def cue_behind(scene: Scene, number: int) -> Cue | None:
    """“…,” Lee said / “…,” said Lee / “…” according to Lee: the cue of the words behind a run; None
    = none.
    """
    tree, run = scene.tree, scene.runs[number]
    low = tree.at(run.span.end)
    limit = _behind_limit(scene, number)
    if low >= len(tree.words) or tree.start[low] >= limit:
        return None
    high = min(tree.last[low] + 1, tree.at(limit))
    end = last_character(scene, number)
    gap = scene.text[run.span.end : run.span.end + 2].strip()[:1]
    comma = end in tuple(",-–—") or gap in (",", "—", "–")
    low = _skip(scene, low, high)
    if low < high and tree.pos[low] == "CCONJ":
        return None  # he called it “a fine river,” and I agree
    verb = _first_verb(scene, low, high)
    if verb is None and comma:
        return _unknown_verb(scene, number, low, high)
    if verb is None or (comma and not _reports(scene, number, verb)):
        return None
    known = VERBS.lemma(tree.words[verb])
    if tree.words[low] in ("that", "which", "who") and tree.dep[verb] == "relcl":
        return None  # called it a “slip” that was reported in the paper
    if run.words(scene.text) <= 6 and (
        (_tells_behind(scene, verb) and not _opens_sentence(scene, number))
        or names_a_work(scene, number)
    ):
        return None  # on “Meet the Press,” Lee said that …
    if (
        any(word in ("what", "which", "who", "whom", "where") for word in tree.words[low:verb])
        and known not in VERBS.say
    ):
        return None
    if not comma and ((known not in VERBS.say and known not in VERBS.manner) or verb - low > 8):
        return None
    if known not in VERBS.say and (
        _is_subordinate(tree, low, verb) or (not comma and known in VERBS.moves)
    ):
        return None  # an “honour” since he went to college; “…” He went on to argue
    if end == "." and not comma and any(word == "," for word in tree.words[low:verb]):
        return None  # “…” In a vote last year, he warned of …
    if end == "." and not comma and _ends_report(scene, number):
        return None  # calling it “a failed plan.” Lee fired back
    if not comma and _has_content(scene, verb, end in tuple("?!")):
        return None
    return _cue_in(scene, verb, known or tree.words[verb], low, high)


def _unknown_verb(scene: Scene, number: int, low: int, high: int) -> Cue | None:
    """A verb that no list has, in a cue's place: “…,” the paper beams. “…,” Lee deadpanned."""
    tree, run = scene.tree, scene.runs[number]
    end = low
    while end < high and tree.pos[end] not in ("PUNCT", "SPACE"):
        end += 1
    last = end - 1
    named = low < last <= low + 3 and (tree.pos[low] in ("DET", "PROPN", "PRON") or low == last)
    word = tree.words[last] if last >= low else ""
    if not named or run.words(scene.text) < 3 or not word.endswith(("s", "ed")):
        return None
    plain = scene.text[tree.start[last]].islower() and tree.pos[last] in ("NOUN", "VERB", "PROPN")
    behind = scene.text[tree.end[last] : tree.end[last] + 1]
    if (
        not plain
        or behind not in (",", ".", ":")
        or tree.pos[last - 1] not in ("NOUN", "PROPN", "PRON")
    ):
        return None
    printed = Span(tree.start[low], tree.end[last - 1])
    return replace(cue_of(scene, last, word, last - 1), printed=printed)


def _is_subordinate(tree: Tree, low: int, verb: int) -> bool:
    """Whether a word such as "since" opens the verb's clause."""
    mark = tree.kid(verb, "mark", "advmod")
    return mark is not None and low <= mark < verb and tree.tag[mark] in ("IN", "WRB")


def _opens_sentence(scene: Scene, number: int) -> bool:
    """Whether a run stands first in its block or behind the end of a sentence."""
    run = scene.runs[number]
    before = scene.text[scene.blocks[run.block].span.start : run.span.start].rstrip()
    return before[-1:] in ("", ".", "!", "?", "”", '"', ":")


def _ends_report(scene: Scene, number: int) -> bool:
    """Whether a run ends a sentence in which words before it report something."""
    run = scene.runs[number]
    start = max(
        scene.sentence(scene.tree.at(run.span.start)).start, scene.blocks[run.block].span.start
    )
    return scene.has_words(start, run.span.start) and bool(scene.cues_in(start, run.span.start))


def _tells_behind(scene: Scene, verb: int) -> bool:
    """Whether a verb has a clause behind it that it reports."""
    tree = scene.tree
    kids = [kid for kid in tree.kids_by(verb, "ccomp") if kid > verb]
    return any(
        tree.left[kid] > verb and tree.words[_word_before(tree, tree.left[kid])] != ","
        for kid in kids
    )


def _word_before(tree: Tree, token: int) -> int:
    """The token before this one, quotation marks left out."""
    token -= 1
    while token > 0 and tree.tag[token] in ("``", "''"):
        token -= 1
    return token


def _reports(scene: Scene, number: int, verb: int) -> bool:
    """Whether a verb behind a comma reports the run before it: by its meaning, or as the parser
    reads it.
    """
    tree, run = scene.tree, scene.runs[number]
    known = VERBS.lemma(tree.words[verb])
    if known in VERBS.say or known in VERBS.manner:
        return True
    return not known and tree.words[verb] not in NEVER and tree.dep[verb] == "ROOT" and any(
        tree.dep[kid] == "ccomp" and run.span.start <= tree.start[kid] < run.span.end for kid in tree.kids[verb]
    )  # fmt: skip


def _cue_in(scene: Scene, verb: int, known: str, low: int, high: int) -> Cue | None:
    """The cue with a subject that stands in its own words; None if nobody speaks there."""
    tree = scene.tree
    passive = tree.kid(verb, "auxpass", "nsubjpass") is not None
    subject, _ = find_subject(scene, verb, passive)
    if subject is not None and not low <= subject < high:
        subject = None
    if passive and known not in ("quote", "report"):
        return None
    if passive and known == "report" and tree.kid(verb, "agent") is not None:
        return None
    beside = subject_beside(scene, verb, low, high) if subject is None and not passive else None
    if subject is None and beside is None and known not in VERBS.say:
        return None
    if beside is None and subject is None and not passive:
        cue = cue_of(scene, verb, known)
        far = cue.printed is not None and scene.run_at(cue.printed.start) is not None
        return cue_without_speaker(cue) if far else cue
    return cue_of(scene, verb, known, beside if subject is None else None)


def cue_without_speaker(cue: Cue) -> Cue:
    """The same cue, nobody named."""
    return Cue(cue.token, cue.lemma, cue.say, cue.span, None, cue.span, "", cue.passive)


def _behind_limit(scene: Scene, number: int) -> int:
    """Where the words behind a run end: at the next run, or with the block."""
    run = scene.runs[number]
    end = scene.blocks[run.block].span.end
    for behind in range(number + 1, len(scene.runs)):
        other = scene.runs[behind]
        if other.block != run.block:
            break
        gap = scene.text[run.span.end : other.span.start]
        if (
            behind > number + 1
            or other.words(scene.text) > 3
            or ENDED.search(gap)
            or scene.cues_in(run.span.end, other.span.start)
        ):
            return min(end, other.span.start)
    return end


ENDED = re.compile(r"[.!?:]|, ?$|^\W*$")


def _skip(scene: Scene, low: int, high: int) -> int:
    while low < high and scene.tree.pos[low] in ("PUNCT", "SPACE"):
        low += 1
    return low


def _first_verb(scene: Scene, low: int, high: int) -> int | None:
    """The first verb of the words behind a run that is not part of the subject."""
    tree = scene.tree
    for i in range(low, high):
        if tree.words[i] == "according" and i + 1 < high and tree.words[i + 1] == "to":
            return None
        verb = VERBS.lemma(tree.words[i])
        if tree.pos[i] not in ("VERB", "AUX") and not (verb and tree.words[i] in ("says", "said")):
            continue
        inside = (
            tree.dep[i] in OWN_CLAUSE
            and low <= tree.head[i] < i
            and tree.pos[tree.head[i]] in NOUNS
        )
        if inside and not (
            verb in VERBS.say and tree.tag[i] in ("VBD", "VBZ") and not _who_before(tree.words, i)
        ):
            continue
        if (tree.dep[i] in ("aux", "auxpass") and tree.head[i] > i) or tree.dep[i] == "amod":
            continue
        if tree.tag[i] == "VB" and not verb and scene.text[tree.start[i]].isupper():
            continue  # a name that the tagger took for an order: “…,” Tulsa police said
        if tree.tag[i] in FINITE:
            return i
        if tree.tag[i] == "VBG" and i == low:
            return None  # “…,” adding that …: the run belongs to what stands before it
    return None


def _who_before(words: list[str], i: int) -> bool:
    return any(
        word in ("who", "which", "that", "whose", "whom") for word in words[max(0, i - 4) : i]
    )


def _has_content(scene: Scene, verb: int, question: bool) -> bool:
    """Whether the verb has words of its own to report, so that the quotation before it is not what
    it reports.
    """
    tree = scene.tree
    for kid in tree.kids[verb]:
        if kid < verb or tree.dep[kid] not in ("ccomp", "xcomp", "dobj", "attr", "oprd"):
            continue
        if (
            tree.dep[kid] in ("dobj", "oprd")
            and VERBS.lemma(tree.words[verb]) in VERBS.act - VERBS.say
        ):
            return True  # “…” Lee called him “a fool.”
        if tree.dep[kid] == "dobj" and (
            question or VERBS.lemma(tree.words[verb]) in VERBS.tells_someone
        ):
            continue
        if tree.pos[kid] not in ("PROPN", "PRON"):
            return True
    return False
