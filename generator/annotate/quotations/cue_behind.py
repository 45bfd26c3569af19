"""The cue that stands behind words in marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from generator.annotate.quotations.cue_beside import last_character, names_a_work
from generator.annotate.quotations.cues import cue_of
from generator.annotate.quotations.scene import Cue, Scene
from generator.annotate.quotations.subjects import NOUNS, find_subject, subject_beside
from generator.annotate.quotations.verb_behind import first_verb
from generator.annotate.text.tree import Tree
from generator.languages.words import VERBS
from generator.model import Span


def cue_behind(scene: Scene, number: int) -> Cue | None:
    """“…,” Lee said / “…,” said Lee / “…” according to Lee: the cue of the words behind a run; None
    = none.
    """
    behind = _behind(scene, number)
    if behind is None:
        return None
    tree, low = scene.tree, behind.low
    if low < behind.high and tree.pos[low] == "CCONJ":
        return None  # he called it “a fine river,” and I agree
    verb = first_verb(scene, low, behind.high)
    if verb is None:
        return _unknown_verb(scene, number, low, behind.high) if behind.comma else None
    if tree.words[low] in ("that", "which", "who") and tree.dep[verb] == "relcl":
        return None  # called it a “slip” that was reported in the paper
    if _is_named_there(scene, number, verb):
        return None  # on “Meet the Press,” Lee said that …
    reports = _reports(scene, number, verb) if behind.comma else _reports_alone(scene, behind, verb)
    if not reports or _tells_something_else(scene, behind, verb):
        return None
    return _cue_in(scene, verb, VERBS.lemma(tree.words[verb]) or tree.words[verb], low, behind.high)


@dataclass(frozen=True, slots=True)
class Behind:
    """The words behind a run, up to the next one or the end of the sentence."""

    number: int  # of the run
    low: int  # the first token that is no mark
    high: int  # behind the last token
    end: str  # the run's last character
    comma: bool  # whether a comma or a dash parts the run from them


def _behind(scene: Scene, number: int) -> Behind | None:
    tree, run = scene.tree, scene.runs[number]
    low, limit = tree.at(run.span.end), _behind_limit(scene, number)
    if low >= len(tree.words) or tree.start[low] >= limit:
        return None
    high = min(tree.last[low] + 1, tree.at(limit))
    end = last_character(scene, number)
    gap = scene.text[run.span.end : run.span.end + 2].strip()[:1]
    comma = end in tuple(",-–—") or gap in (",", "—", "–")
    return Behind(number, _skip(scene, low, high), high, end, comma)


def _is_named_there(scene: Scene, number: int, verb: int) -> bool:
    """Whether a run is a title, or a few words of a sentence, and what is said stands behind it."""
    if scene.runs[number].words(scene.text) > 6:
        return False
    inside = _tells_behind(scene, verb) and not _opens_sentence(scene, number)
    return inside or names_a_work(scene, number)


def _reports_alone(scene: Scene, behind: Behind, verb: int) -> bool:
    """Whether a verb reports a run that no comma parts from it: “…” Lee said."""
    tree = scene.tree
    known = VERBS.lemma(tree.words[verb])
    if known not in VERBS.say and (known not in VERBS.manner or known in VERBS.moves):
        return False  # “…” He went on to argue
    if verb - behind.low > 8 or _has_content(scene, verb, behind.end in tuple("?!")):
        return False
    if behind.end != ".":
        return True
    # “…” In a vote last year, he warned of … / calling it “a failed plan.” Lee fired back
    return "," not in tree.words[behind.low : verb] and not _ends_report(scene, behind.number)


def _tells_something_else(scene: Scene, behind: Behind, verb: int) -> bool:
    """Whether a verb that is none of saying stands in a clause of its own: an “honour” since he
    went to college.
    """
    tree, low = scene.tree, behind.low
    if VERBS.lemma(tree.words[verb]) in VERBS.say:
        return False
    asks = any(word in ("what", "which", "who", "whom", "where") for word in tree.words[low:verb])
    return asks or _is_subordinate(tree, low, verb)


def _unknown_verb(scene: Scene, number: int, low: int, high: int) -> Cue | None:
    """A verb that no list has, in a cue's place: “…,” the paper beams. “…,” Lee deadpanned."""
    tree = scene.tree
    end = low
    while end < high and tree.pos[end] not in ("PUNCT", "SPACE"):
        end += 1
    last = end - 1
    short = low < last <= low + 3 and tree.pos[low] in ("DET", "PROPN", "PRON")
    if not short or scene.runs[number].words(scene.text) < 3 or not _looks_like_a_verb(scene, last):
        return None
    printed = Span(tree.start[low], tree.end[last - 1])
    return replace(cue_of(scene, last, tree.words[last], last - 1), printed=printed)


def _looks_like_a_verb(scene: Scene, last: int) -> bool:
    """Whether the last word before a mark may be a verb behind its subject: "the paper beams,"."""
    tree = scene.tree
    plain = scene.text[tree.start[last]].islower() and tree.pos[last] in ("NOUN", "VERB", "PROPN")
    behind = scene.text[tree.end[last] : tree.end[last] + 1]
    return (
        plain
        and tree.words[last].endswith(("s", "ed"))
        and behind in (",", ".", ":")
        and tree.pos[last - 1] in NOUNS
    )


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
    return not known and tree.words[verb] not in VERBS.never_said and tree.dep[verb] == "ROOT" and any(
        tree.dep[kid] == "ccomp" and run.span.start <= tree.start[kid] < run.span.end for kid in tree.kids[verb]
    )  # fmt: skip


def _cue_in(scene: Scene, verb: int, known: str, low: int, high: int) -> Cue | None:
    """The cue with a subject that stands in its own words; None if nobody speaks there."""
    tree = scene.tree
    passive = tree.in_passive(verb)
    if passive and not _passive_may_report(tree, verb, known):
        return None
    quoted = tree.kid(verb, "dobj") if known == "quote" and not passive else None
    if quoted is not None and tree.words[quoted + 1 : quoted + 3] == ["as", "saying"]:
        return cue_of(scene, verb, known, quoted)  # “…,” it quoted him as saying
    subject, _ = find_subject(scene, verb, passive)
    if passive or (subject is not None and low <= subject < high):
        return cue_of(scene, verb, known)
    beside = subject_beside(scene, verb, low, high)
    if beside is not None:
        return cue_of(scene, verb, known, beside)
    if known not in VERBS.say:
        return None
    cue = cue_of(scene, verb, known)
    far = cue.printed is not None and scene.run_at(cue.printed.start) is not None
    return cue_without_speaker(cue) if far else cue


def _passive_may_report(tree: Tree, verb: int, known: str) -> bool:
    """“…,” Lee was quoted as saying / “…,” it was reported; not: “…,” reported by the paper."""
    return known == "quote" or (known == "report" and tree.kid(verb, "agent") is None)


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
