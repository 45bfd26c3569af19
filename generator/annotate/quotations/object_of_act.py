"""The rule for an act of speech whose object is what was said: accused the board of negligence."""

from __future__ import annotations

import re
from itertools import islice

from generator.annotate.quotations.clause_end import (
    MOST_CUES,
    before_afterthought,
)
from generator.annotate.quotations.reported import CONTENT, found_by
from generator.annotate.quotations.scene import Cue, Found, Scene
from generator.annotate.text.tree import Tree
from generator.languages.words import SPEECH, TIMES, VERBS
from generator.model import Span


def object_of_act(scene: Scene, cue: Cue) -> Found | None:
    """Lee blamed the council for the flood / Lee announced a second ferry / She called him “a
    fool”.
    """
    if not _may_tell(scene, cue):
        return None
    if cue.passive:
        return passive_act(scene, cue)
    right = [k for k in scene.tree.kids_by(cue.token, *CONTENT) if k > cue.token]
    if not right or not _is_told(scene, cue, right):
        return None
    span = _object_span(scene, cue, right)
    if span is None or not telling(scene, span):
        return None
    if (cue.how == "relative" or cue.lemma in VERBS.needs_marks) and not scene.runs_in(span):
        # "Lee, who disparages the council": a description; "claimed the prize": another sense
        return None
    return found_by((scene.whole_marks(span),), cue, "object_of_act")


def _may_tell(scene: Scene, cue: Cue) -> bool:
    """Whether somebody does what its object alone may tell."""
    tree, v = scene.tree, cue.token
    if cue.printed is None and cue.how != "passive":
        return False
    if cue.how == "noun" or not (cue.lemma in VERBS.object_tells or cue.lemma in VERBS.tells_of):
        return False
    before = [k for k in tree.kids_by(v, "dobj", "nsubj", "mark") if k < v]
    # what Lee calls …
    return not any(
        tree.words[k] in ("what", "which", "that") and not _does(tree, k, v) for k in before
    )


def _is_told(scene: Scene, cue: Cue, right: list[int]) -> bool:
    """Whether what stands behind the verb tells what was said: no other sense of the verb."""
    tree, first = scene.tree, right[0]
    preposition = tree.words[first] if tree.dep[first] == "prep" else ""
    if cue.lemma in NAMES_ONE and not _calls_something(scene, right):
        return False
    if cue.say and tree.dep[first] != "dobj":
        # warned | of a clash; but warned | in a letter
        return preposition in VERBS.tells_of.get(cue.lemma, ())
    if preposition in VERBS.not_of.get(cue.lemma, ()):
        return False  # talked | to reporters
    # declined to say whether …, but not: sales declined to …, declined to stand
    declined = tree.dep[first] == "xcomp" and tree.words[first] in DECLINED
    return declined or cue.lemma != "decline"


def _object_span(scene: Scene, cue: Cue, right: list[int]) -> Span | None:
    """From the first to the last word that the children behind the verb tell."""
    while len(right) > 1 and _tells_where(scene, right[-1]):
        right = right[:-1]
    tree, start = scene.tree, _object_start(scene, cue, right)
    words, end = tree.at(start), tree.end[_object_end(scene, cue, right)]
    close = before_afterthought(scene, words, end, ("relcl", "appos", "advcl"))
    close = _before_setting(scene, words, min(close, _next_act(scene, cue, start, close)))
    return scene.trim(start, _with_run(scene, close))


def _object_start(scene: Scene, cue: Cue, right: list[int]) -> int:
    """Where an object starts, the one who is asked and the verb's preposition left out."""
    tree, first = scene.tree, right[0]
    if cue.lemma == "ask" and [tree.dep[k] for k in right[:2]] == ["dobj", "xcomp"]:
        first = right[1]  # asked the council | to mend the ferry
    if tree.dep[first] == "prep" and tree.kids[first] and cue.lemma in ("call", "refer", "point"):
        first = tree.kids[first][0]  # called for | a second ferry
    return tree.starts(first)


def _object_end(scene: Scene, cue: Cue, right: list[int]) -> int:
    """The last token of an object, with the clause that belongs to it."""
    tree, last = scene.tree, scene.tree.right[right[0] if cue.say else right[-1]]
    clauses = tree.kids_by(cue.token, "advcl")
    to = next((k for k in clauses if tree.left[k] == last + 1 and tree.words[last + 1] == "to"), -1)
    if to >= 0 and not cue.say:
        last = tree.right[to]  # urged the house | to release the letters
    # called it “a mistake” | because nobody came
    why = next((k for k in clauses if k > last and _behind(scene, last, k)), None)
    return last if why is None else tree.right[why]


NAMES_ONE = frozenset("call name term title label dub".split())


def _calls_something(scene: Scene, right: list[int]) -> bool:
    """Whether somebody is called something: not "calling the office by phone", "a group called the
    Sea Guard".
    """
    tree, verb = scene.tree, scene.tree.head[right[0]]
    words = Span(tree.start[tree.left[right[0]]], tree.end[tree.right[right[-1]]])
    if scene.runs_in(words) or tree.dep[right[0]] not in ("dobj", "oprd", "attr", "ccomp"):
        return True
    name = re.match(r"the [A-Z]", words.of(scene.text)) is not None
    if (tree.tag[verb] == "VBN" and tree.dep[verb] == "acl") or (
        name and verb + 1 == tree.left[right[0]]
    ):
        return any(
            tree.dep[k] in ("oprd", "xcomp") and not tree.tag[k].startswith("VB") for k in right[1:]
        )
    by = [k for k in right[1:2] if tree.dep[k] == "prep"]
    return not by or tree.words[by[0]] not in ("by", "from", "on", "at")


DECLINED = frozenset("say tell confirm deny discuss comment".split())


def _with_run(scene: Scene, end: int) -> int:
    """The end of the run right behind an object: pledged to oppose the dam | “today, tomorrow, for
    ever.”
    """
    number = scene.run_at(end + 1)
    if (
        number is None
        or scene.text[end : end + 1] != " "
        or scene.runs[number].span.start != end + 1
    ):
        return end
    return scene.runs[number].span.end


def _does(tree: Tree, that: int, verb: int) -> bool:
    """Whether "that" is who acts ("letters that called him a fool"), or opens no report ("so late
    that he blamed").
    """
    if tree.dep[that] == "nsubj":
        return tree.words[that] != "what"
    return (
        tree.dep[that] == "mark" and VERBS.lemma(tree.words[tree.head[verb]]) not in VERBS.reporting
    )


def _before_setting(scene: Scene, start: int, end: int) -> int:
    """Where an object ends before the words that say where it was told: defended the dam | in a
    letter to members.
    """
    tree = scene.tree
    last = tree.at(end - 1)
    for i in range(max(start + 2, last - 12), last):
        if tree.right[i] == last and tree.dep[i] == "prep" and scene.run_at(tree.start[i]) is None:
            noun = tree.kid(i, "pobj")
            told = (
                tree.words[i] in ("in", "at", "on", "during", "via", "through") and noun is not None
            )
            if (
                told
                and noun is not None
                and tree.words[noun] in SPEECH.medium - SPEECH.written
                and tree.kid(noun, "det", "poss")
                and not scene.runs_in(Span(tree.start[i], end))
            ):
                return tree.end[i - 1]
    return end


LONGEST = 2000  # characters of an object that are looked through


def _next_act(scene: Scene, cue: Cue, start: int, end: int) -> int:
    """Where another report is joined on: dismissed the letter|, saying nobody had read it / | and
    says he is ill.
    """
    tree = scene.tree
    for other in islice(scene.cues_in(start, min(end, start + LONGEST)), MOST_CUES):
        if _is_joined(tree, cue, other):
            return tree.start[other.token - 1]
    return end


def _is_joined(tree: Tree, cue: Cue, other: Cue) -> bool:
    """Whether a second verb goes on with what the first one's subject does."""
    before, tag = tree.words[other.token - 1], tree.tag[other.token]
    reports = other.say and tree.kid(other.token, "ccomp") is not None
    if tag == "VBG":
        if before == ",":
            return other.printed == cue.printed or reports
        return before in ("before", "after", "while") and reports
    return reports and before in ("and", "but") and tag == tree.tag[cue.token] != "VB"


def _behind(scene: Scene, end: int, reason: int) -> bool:
    """Whether a clause with "because" stands right behind a token, marks and a comma left out."""
    tree, first = scene.tree, scene.tree.left[reason]
    return tree.words[first] == "because" and not scene.has_words(tree.end[end], tree.start[first])


def _tells_where(scene: Scene, kid: int) -> bool:
    """Whether a phrase says when or where something was said: "in a tweet", "on Monday"."""
    tree = scene.tree
    if tree.dep[kid] != "prep" or tree.words[kid] not in ("in", "at", "on", "during", "after"):
        return False
    noun = tree.kid(kid, "pobj")
    return noun is not None and (
        tree.words[noun] in TIMES.words or tree.words[noun] in SPEECH.medium
    )


def telling(scene: Scene, span: Span) -> bool:
    """Whether an object says something: a bare name does not."""
    return len(span.of(scene.text).split()) >= 3 or bool(scene.runs_in(span))


def passive_act(scene: Scene, cue: Cue) -> Found | None:
    """The plan was dismissed by Lee as … — what is said of the subject, or else the subject."""
    if cue.printed is None or cue.say:
        return None
    span = _behind_agent(scene, cue, cue.printed) or _called_before(scene, cue, cue.printed)
    if span is None:
        subject = scene.tree.kid(cue.token, "nsubjpass")
        if subject is None:
            return None
        span = Span(scene.tree.starts(subject), scene.tree.ends(subject))
    return found_by((scene.whole_marks(span),), cue, "passive_act")


def _behind_agent(scene: Scene, cue: Cue, printed: Span) -> Span | None:
    """What is said of the subject behind the one who says it: dismissed by Lee | as a joke."""
    tree, v = scene.tree, cue.token
    right = [k for k in tree.kids_by(v, *CONTENT) if k > v and tree.start[k] > printed.end]
    right = [k for k in right if not _tells_where(scene, k)]  # were rebutted by Lee on Monday
    return scene.trim(tree.starts(right[0]), tree.ends(right[-1])) if right else None


def _called_before(scene: Scene, cue: Cue, printed: Span) -> Span | None:
    """What the subject is called in marks before the one who calls it: called “a joke” by Lee."""
    tree, v = scene.tree, cue.token
    called = [k for k in tree.kids_by(v, "oprd", "attr") if v < k and tree.ends(k) < printed.start]
    if not called or not scene.runs_in(Span(tree.starts(called[0]), printed.start)):
        return None
    return scene.trim(tree.starts(called[0]), tree.ends(called[0]))
