"""Rules for acts done by speaking: Lee blamed the council, called on it to resign, spoke about the
flood.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.annotate.quotations.asides import as_clause, parenthesis
from generator.annotate.quotations.clause_end import (
    main_clause_behind,
)
from generator.annotate.quotations.object_of_act import object_of_act, telling
from generator.annotate.quotations.reported import clause, found_by
from generator.annotate.quotations.scene import Cue, Found, Scene
from generator.languages.words import VERBS
from generator.model import Span


def appeal(scene: Scene, cue: Cue) -> Found | None:
    """Lee called on the council to resign / called for the ferry to be mended."""
    tree, v = scene.tree, cue.token
    if cue.lemma != "call" or cue.printed is None or cue.passive:
        return None
    act = next((k for k in tree.kids_by(v, "xcomp", "advcl", "ccomp") if k > v), None)
    first = v + 1
    while (
        first <= tree.last[v] and first < v + 6 and tree.words[first] not in ("on", "for", "upon")
    ):
        first += 1
    if (
        act is None
        or first >= act
        or tree.words[first : first + 1] not in (["on"], ["for"], ["upon"])
    ):
        return None
    to = tree.kid(act, "aux")
    if to is None or tree.words[to] != "to" or to <= first + 1:
        return None
    span = scene.trim(tree.start[first + 1], tree.end[tree.right[act]])
    return found_by((scene.whole_marks(span),), cue, "object_of_act") if span else None


AND_THE = re.compile(r",?(?: and| but)? (?=(?:the|a|an|his|her|its|their|my|our) [\w’' -]{1,50} $)")


def called_too(scene: Scene, one: Found) -> list[Found]:
    """What else is called something by the same verb: called the deal “a triumph”, | the critics
    “sad men” | and the vote “ours”.
    """
    found: list[Found] = []
    end = one.parts[-1].end
    last = scene.run_at(end - 1)
    if one.lemma not in CALLS or one.rule != "object_of_act" or last is None:
        return found
    for k in scene.runs_of[scene.runs[last].block]:
        run = scene.runs[k]
        if k <= last:
            continue
        match = AND_THE.match(scene.text[end : run.span.start])
        if match is None:
            break
        parts = (Span(end + match.end(), run.span.end),)
        found.append(Found(parts, one.cue, one.printed, one.rule, one.lemma, one.how, one.say))
        end = run.span.end
    return found


def so_called(scene: Scene, cue: Cue) -> Found | None:
    """What Lee called “a long goodbye”: the marked words and the article before them."""
    tree, v = scene.tree, cue.token
    if cue.lemma not in CALLS or cue.printed is None or cue.passive:
        return None
    before = tree.words[max(tree.first[v], v - 8) : v]
    what = any(tree.words[k] == "what" for k in tree.kids[v] if k < v)
    if not what and "what" not in before and not (cue.how == "relative" and "which" in before):
        return None
    start = tree.end[v] + (3 if tree.words[v + 1 : v + 2] == ["as"] else 0)
    for k in scene.runs_in(Span(start, start + 12)):
        run = scene.runs[k]
        if run.span.start < start or len(scene.text[start : run.span.start].split()) > 2:
            return None
        span = scene.trim(start, run.span.end)
        return found_by((scene.whole_marks(span),), cue, "so_called") if span else None
    return None


ASKED = re.compile(
    r"(?: by (?P<who>[^,.;:“”\"]{1,60}?)| (?:about|on|outside|later|again)| (?:on|in|at) [^,.;:“”\"]{1,30}?)?"
    r" (?=(?:what|who|whom|whose|why|how|where|when|which|whether|if)\b)"
)


def asked(scene: Scene, cue: Cue) -> Found | None:
    """Asked by Lee what she had seen, he said … / She was asked outside whether she had seen it."""
    tree, v = scene.tree, cue.token
    match = ASKED.match(scene.text, cue.span.end) if cue.lemma == "ask" and cue.passive else None
    if match is None or scene.run_at(match.end()) is not None:
        return None
    end = main_clause_behind(tree, v, match.end(), scene.sentence(v).end)
    span = scene.trim(match.end(), end)
    printed = Span(*match.span("who")) if match["who"] else cue.printed
    if span is None or len(span.of(scene.text).split()) < 2:
        return None
    return found_by((scene.whole_marks(span),), replace(cue, printed=printed), "asked")


def topic(scene: Scene, cue: Cue) -> Found | None:
    """Lee spoke about the flood / talked to reporters about the ferry."""
    tree, v = scene.tree, cue.token
    if cue.lemma not in VERBS.topic or cue.printed is None or cue.how == "noun" or cue.passive:
        return None
    for i in range(v + 1, min(v + 14, tree.last[v] + 1)):
        if tree.pos[i] in ("VERB", "AUX", "SCONJ") or tree.words[i] in (",", "—"):
            return None
        if (
            tree.words[i] == "about"
            or (tree.words[i] == "of" and i == v + 1)
            or (tree.words[i] == "against" and tree.words[i - 1] == "out")
        ):
            kid = tree.kid(i, "pobj", "pcomp")
            if kid is None:
                return None
            span = scene.trim(tree.start[tree.left[kid]], tree.end[tree.right[kid]])
            if (
                span
                and scene.run_at(span.start) is not None
                and scene.run_at(span.start) == scene.run_at(span.end - 1)
            ):
                return None  # spoke of “calving”: a term
            return (
                found_by((scene.whole_marks(span),), cue, "topic")
                if span and telling(scene, span)
                else None
            )
    return None


CALLS = frozenset("call describe term label dub".split())

CLAUSES = [parenthesis, clause, asked, as_clause, appeal, so_called, topic, object_of_act]
