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
from generator.languages.words import SPEECH, VERBS
from generator.model import Span


def object_of_act(scene: Scene, cue: Cue) -> Found | None:
    """Lee blamed the council for the flood / Lee announced a second ferry / She called him “a
    fool”.
    """
    tree, v = scene.tree, cue.token
    if cue.printed is None and cue.how != "passive":
        return None
    if (
        cue.lemma not in VERBS.object_tells and cue.lemma not in VERBS.tells_of
    ) or cue.how == "noun":
        return None
    before = [k for k in tree.kids_by(v, "dobj", "nsubj", "mark") if k < v]
    if any(tree.words[k] in ("what", "which", "that") and not _does(tree, k, v) for k in before):
        return None  # what Lee calls …
    if cue.passive:
        return passive_act(scene, cue)
    right = [k for k in tree.kids_by(v, *CONTENT) if k > v]
    if not right or (cue.lemma in NAMES_ONE and not _calls_something(scene, right)):
        return None
    tells_of = tree.dep[right[0]] == "prep" and tree.words[right[0]] in VERBS.tells_of.get(
        cue.lemma, ()
    )
    if cue.say and tree.dep[right[0]] != "dobj" and not tells_of:
        return None
    if (
        cue.lemma in VERBS.not_of
        and tree.dep[right[0]] == "prep"
        and tree.words[right[0]] in VERBS.not_of[cue.lemma]
    ):
        return None
    if cue.lemma == "decline" and (
        tree.dep[right[0]] != "xcomp" or tree.words[right[0]] not in DECLINED
    ):
        return None  # declined to say whether …, but not: sales declined to …, declined to stand
    while len(right) > 1 and _tells_where(scene, right[-1]):
        right.pop()
    last = right[0] if cue.say else right[-1]
    first = right[0]
    if (
        len(right) > 1
        and cue.lemma == "ask"
        and tree.dep[first] == "dobj"
        and tree.dep[right[1]] == "xcomp"
    ):
        first = right[1]
    if tree.dep[first] == "prep" and tree.kids[first] and cue.lemma in ("call", "refer", "point"):
        start = tree.start[tree.left[tree.kids[first][0]]]
    else:
        start = tree.start[tree.left[first]]
    end = tree.right[last]
    to = next(
        (
            k
            for k in tree.kids_by(v, "advcl")
            if tree.left[k] == end + 1 and tree.words[end + 1] == "to"
        ),
        None,
    )
    if to is not None and not cue.say:
        end = tree.right[to]  # urged the house | to release the letters
    why = next((k for k in tree.kids_by(v, "advcl") if k > end and _behind(scene, end, k)), None)
    if why is not None:
        end = tree.right[why]  # called it “a mistake” | because nobody came
    words = tree.at(start)
    close = before_afterthought(scene, words, tree.end[end], ("relcl", "appos", "advcl"))
    close = _before_setting(scene, words, min(close, _next_act(scene, cue, start, close)))
    span = scene.trim(start, _with_run(scene, close))
    if span is None or not telling(scene, span):
        return None
    if (cue.how == "relative" or cue.lemma in VERBS.needs_marks) and not scene.runs_in(span):
        # "Lee, who disparages the council": a description; "claimed the prize": another sense
        return None
    return found_by((scene.whole_marks(span),), cue, "object_of_act")


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
        return any(tree.dep[k] in ("oprd", "xcomp") for k in right[1:])
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
    tree, v = scene.tree, cue.token
    for other in islice(scene.cues_in(start, min(end, start + LONGEST)), MOST_CUES):
        before, tag = other.token - 1, tree.tag[other.token]
        joined = other.say and tree.kid(other.token, "ccomp") is not None
        if tag == "VBG" and tree.words[before] == "," and (other.printed == cue.printed or joined):
            return tree.start[before]
        if tag == "VBG" and tree.words[before] in ("before", "after", "while") and joined:
            return tree.start[before]
        if joined and tree.words[before] in ("and", "but") and tag == tree.tag[v] != "VB":
            return tree.start[before]
    return end


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
        tree.words[noun] in SPEECH.time or tree.words[noun] in SPEECH.medium
    )


def telling(scene: Scene, span: Span) -> bool:
    """Whether an object says something: a bare name does not."""
    return len(span.of(scene.text).split()) >= 3 or bool(scene.runs_in(span))


def passive_act(scene: Scene, cue: Cue) -> Found | None:
    """The plan was dismissed by Lee as … — what is said of the subject, or else the subject."""
    tree, v = scene.tree, cue.token
    if cue.printed is None or cue.say:
        return None
    right = [k for k in tree.kids_by(v, *CONTENT) if k > v and tree.start[k] > cue.printed.end]
    right = [k for k in right if not _tells_where(scene, k)]  # were rebutted by Lee on Monday
    called = [
        k
        for k in tree.kids_by(v, "oprd", "attr")
        if v < k and tree.end[tree.right[k]] < cue.printed.start
    ]
    if right:
        span = scene.trim(tree.start[tree.left[right[0]]], tree.end[tree.right[right[-1]]])
    elif called and scene.runs_in(Span(tree.start[tree.left[called[0]]], cue.printed.start)):
        # called “a joke” by Lee
        span = scene.trim(tree.start[tree.left[called[0]]], tree.end[tree.right[called[0]]])
    else:
        subject = tree.kid(v, "nsubjpass")
        span = (
            Span(tree.start[tree.left[subject]], tree.end[tree.right[subject]])
            if subject is not None
            else None
        )
    return found_by((scene.whole_marks(span),), cue, "passive_act") if span else None
