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
from generator.annotate.text.tree import Tree
from generator.languages.words import VERBS
from generator.model import Span


def appeal(scene: Scene, cue: Cue) -> Found | None:
    """Lee called on the council to resign / called for the ferry to be mended."""
    tree, v = scene.tree, cue.token
    if cue.lemma != "call" or cue.printed is None or cue.passive:
        return None
    act = next((k for k in tree.kids_by(v, "xcomp", "advcl", "ccomp") if k > v), None)
    on = _called_on(tree, v)
    if act is None or on is None or on >= act:
        return None
    to = tree.kid(act, "aux")
    if to is None or tree.words[to] != "to" or to <= on + 1:
        return None
    span = scene.trim(tree.start[on + 1], tree.ends(act))
    return found_by((scene.whole_marks(span),), cue, "object_of_act") if span else None


def _called_on(tree: Tree, v: int) -> int | None:
    """The "on" or "for" within six tokens behind a verb; None = none."""
    near = range(v + 1, min(v + 7, tree.last[v] + 1))
    return next((i for i in near if tree.words[i] in ("on", "for", "upon")), None)


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
    if not _is_what(tree, v, cue.how):
        return None
    start = tree.end[v] + (3 if tree.words[v + 1 : v + 2] == ["as"] else 0)
    for k in scene.runs_in(Span(start, start + 12)):
        run = scene.runs[k]
        if run.span.start < start or len(scene.text[start : run.span.start].split()) > 2:
            return None
        span = scene.trim(start, run.span.end)
        return found_by((scene.whole_marks(span),), cue, "so_called") if span else None
    return None


def _is_what(tree: Tree, v: int, how: str) -> bool:
    """Whether "what" or "which" opens a verb's clause: what Lee called, which Lee called."""
    before = tree.words[max(tree.first[v], v - 8) : v]
    if "what" in before or (how == "relative" and "which" in before):
        return True
    return any(tree.words[k] == "what" for k in tree.kids[v] if k < v)


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
    about = _about(tree, v)
    kid = tree.kid(about, "pobj", "pcomp") if about is not None else None
    span = scene.trim(tree.starts(kid), tree.ends(kid)) if kid is not None else None
    if span is None or not telling(scene, span):
        return None
    run = scene.run_at(span.start)
    if run is not None and run == scene.run_at(span.end - 1):
        return None  # spoke of “calving”: a term
    return found_by((scene.whole_marks(span),), cue, "topic")


def _about(tree: Tree, v: int) -> int | None:
    """The "about" of a verb, "spoke of", "spoke out against"; None where a clause or a comma comes
    before it.
    """
    for i in range(v + 1, min(v + 14, tree.last[v] + 1)):
        word, before = tree.words[i], tree.words[i - 1]
        if tree.pos[i] in ("VERB", "AUX", "SCONJ") or word in (",", "—"):
            return None
        if word == "about" or (word, i) == ("of", v + 1) or (before, word) == ("out", "against"):
            return i
    return None


CALLS = frozenset("call describe term label dub".split())

CLAUSES = [parenthesis, clause, asked, as_clause, appeal, so_called, topic, object_of_act]
