"""Rules for reported clauses: indirect and mixed quotations, from the parse around a cue."""

from __future__ import annotations

import re
from itertools import islice

from generator.annotate.cues import noun_phrase
from generator.annotate.scene import Cue, Found, Scene
from generator.annotate.tree import Tree
from generator.annotate.words import (
    ADDRESSED,
    MEDIUM,
    NEEDS_MARKS,
    NOT_OF,
    OBJECT_TELLS,
    SAY,
    TELLS_OF,
    TELLS_SOMEONE,
    THOUGHT,
    TIME,
)
from generator.model import Span

CONTENT = ("dobj", "prep", "oprd", "xcomp", "ccomp", "attr", "acomp", "dative", "pcomp")


def parenthesis(scene: Scene, cue: Cue) -> Found | None:
    """The benefit, it says, would … / …, Lee said on Friday. — the cue's clause stands between commas."""
    tree, v = scene.tree, cue.token
    if not cue.say or cue.passive or cue.printed is None or cue.how == "shared":
        return None
    if tree.tag[v] not in ("VBD", "VBZ", "VBP", "VBN") or _right_content(scene, cue):
        return None
    if ASIDE_THAT.match(scene.text, cue.span.end):
        return None
    if (
        any(k > v and tree.start[k] > cue.clause.end for k in tree.kids_by(v, "dobj"))
        and cue.lemma not in TELLS_SOMEONE
    ):
        return None
    sentence = scene.sentence(v)
    start, end = cue.clause.start, _end_of_asides(scene, cue)
    if not scene.text[sentence.start : start].rstrip(" '”\"").endswith((",", "—", "–")):
        return None
    rest = scene.text[end : sentence.end]
    right = None
    if rest.startswith((",", " —", " –")) and not re.match(r"\W*(?:\w+ing|who|which|according|and|but|though)\b", rest):
        right = scene.trim(end, sentence.end)
    left = scene.trim(_content_start(scene, cue, sentence), start)
    if left and right and _has_verb(scene, left) and not _has_verb(scene, right):
        right = None  # …, Lee said, without giving a reason
    if left is None or (right is None and len(left.of(scene.text)) < 8):
        return None
    return _found(tuple(scene.whole_marks(span) for span in (left, right) if span), cue, "parenthesis")


def _has_verb(scene: Scene, span: Span) -> bool:
    """Whether a finite verb stands in a span."""
    tree = scene.tree
    return any(tree.tag[i] in ("VBD", "VBZ", "VBP", "MD") for i in range(tree.at(span.start), tree.at(span.end)))


def _end_of_asides(scene: Scene, cue: Cue) -> int:
    """Where the cue's clause ends with what belongs to it: told CNN on Friday"""
    tree, v = scene.tree, cue.token
    at = max(cue.clause.end, cue.span.end)
    token = tree.at(at)
    while token <= tree.last[v] and tree.words[token] not in (",", "—", "–"):
        branch = _branch(tree, v, token)
        if branch is None or not _is_aside(scene, cue, branch):
            break
        token = tree.right[branch] + 1
        at = tree.end[token - 1]
    return at


def _content_start(scene: Scene, cue: Cue, sentence: Span) -> int:
    """Where the clause starts that the cue's clause interrupts or ends."""
    tree = scene.tree
    kids = [kid for kid in tree.kids_by(cue.token, "ccomp") if kid < cue.token]
    opening = re.match(r"\W*(?:(?:And|But|Still|Yet|So)\b,?\s+)?", sentence.of(scene.text))
    start = sentence.start + (opening.end() if opening else 0)
    if kids:
        start = max(start, tree.start[tree.left[kids[0]]])
    return start


def _right_content(scene: Scene, cue: Cue) -> bool:
    tree = scene.tree
    right = [kid for kid in tree.kids_by(cue.token, "ccomp", "xcomp") if tree.left[kid] > cue.token]
    return any(not scene.text[cue.clause.end : tree.start[tree.left[kid]]].startswith(",") for kid in right)


def clause(scene: Scene, cue: Cue) -> Found | None:
    """Lee said that … / Lee told reporters the … / …, Lee said."""
    tree, v = scene.tree, cue.token
    kids = [kid for kid in tree.kids_by(v, "ccomp") if _long(scene, kid)]
    if not kids and (cue.say or cue.lemma in THOUGHT):
        kids = [kid for kid in tree.kids_by(v, "xcomp") if _long(scene, kid) and kid > v and cue.lemma != "continue"]
    if _not_said(scene, cue):
        return None
    if not kids:
        return _that_clause(scene, cue)
    kid = kids[-1] if cue.say else kids[0]
    if cue.lemma in THOUGHT and cue.lemma not in SAY and not _quoted_thought(scene, kid):
        return None
    if cue.passive and cue.printed is None and kid < v:
        return None
    start, end = tree.start[tree.left[kid]], tree.end[tree.right[kid]]
    if start < cue.span.start < end:
        first = min(cue.clause.start, cue.span.start)
        spans = [scene.trim(start, first), scene.trim(max(cue.clause.end, cue.span.end), end)]
    elif kid < v:
        spans = [scene.trim(start, end)]
    else:
        spans = [_right_clause(scene, cue, kid)]
    parts = tuple(scene.whole_marks(span) for span in spans if span and span.end - span.start > 6)
    if not parts or parts[0].of(scene.text).lower() in ("nothing", "yes", "no", "so"):
        return None
    return _found(parts, cue, "clause")


def _not_said(scene: Scene, cue: Cue) -> bool:
    """Whether nobody said it: "if Lee says", "Lee will tell", "Lee did not say whether", "is said to be"."""
    tree, v = scene.tree, cue.token
    before = [kid for kid in tree.kids[v] if kid < v]
    if any(tree.dep[kid] == "mark" and tree.words[kid] in ("if", "unless", "whether") for kid in before):
        return True
    if any(tree.words[kid] in ("will", "’ll") and tree.dep[kid] == "aux" for kid in before):
        return True
    if cue.lemma in ("say", "tell") and any(tree.dep[kid] == "neg" for kid in before):
        return True
    if tree.tag[v] == "VB" and cue.printed is None and not before:
        return True  # "Note that …", "Ask him if …": told to the reader
    return cue.passive and cue.printed is None and cue.lemma == "say" and tree.kid(v, "xcomp") is not None


ASIDE_THAT = re.compile(r"(?: (?:in|on|at|during|to|earlier|late|last|[A-Z]\w+day)\b[^,.;:“”\"]{0,90}?)? (?=that\b)")


def _that_clause(scene: Scene, cue: Cue) -> Found | None:
    """says in a statement that …: where the parser lost the clause, "that" still opens it."""
    match = ASIDE_THAT.match(scene.text, cue.span.end) if cue.say and cue.printed is not None else None
    if match is None or scene.run_at(match.end()) is not None:
        return None
    end = scene.sentence(cue.token).end
    cut = scene.cuts.get(cue.token)
    span = scene.trim(match.end(), cut if cut is not None and match.end() < cut < end else end)
    return _found((scene.whole_marks(span),), cue, "clause") if span else None


def _quoted_thought(scene: Scene, kid: int) -> bool:
    """Whether a clause of thought holds two or more quoted words that are no name."""
    tree = scene.tree
    span = Span(tree.start[tree.left[kid]], tree.end[tree.right[kid]])
    return any(
        scene.runs[k].words(scene.text) >= 2 and not scene.runs[k].inner.of(scene.text).istitle()
        for k in scene.runs_in(span)
    )


def _right_clause(scene: Scene, cue: Cue, kid: int) -> Span | None:
    """What a verb with a clause behind it reports: from behind the one spoken to, up to the reporter's words."""
    tree, v = scene.tree, cue.token
    start = tree.left[kid]
    first = v + 1
    while first < start:
        branch = _branch(tree, v, first)
        if branch is None or not _is_aside(scene, cue, branch):
            break
        first = tree.right[branch] + 1
    to = tree.kid(kid, "aux")
    if (
        cue.lemma in ("ask", "tell")
        and not tree.kid(kid, "mark")
        and to is not None
        and tree.words[to] == "to"
        and to > start
    ):
        start = to  # urged swimmers | to keep their mouths shut
    if first < start and tree.pos[first] not in ("PUNCT", "SPACE") and cue.lemma not in ADDRESSED:
        start = first
    last = tree.right[kid]
    for other in tree.kids[v]:
        if other > kid and tree.left[other] > last and tree.dep[other] in ("advcl", "ccomp", "dep"):
            mark = tree.kid(other, "mark", "advmod")
            if tree.dep[other] == "advcl" and (mark is None or tree.words[mark] not in CONTENT_MARKS):
                break
            last = tree.right[other]
        elif other > kid and tree.dep[other] != "punct":
            break
    end = tree.end[last]
    for cut in (
        scene.cuts.get(v),
        scene.text.find(" according to ", tree.start[start], end),
    ):
        if cut is not None and tree.start[start] < cut < end and scene.run_at(cut) is None:
            end = cut
    end = min(end, _main_clause_behind(tree, v, tree.start[start], end))
    end = min(end, _next_speaker(scene, cue, tree.start[start], end))
    if v not in scene.cuts:
        end = max(end, _joined_quote(scene, v, end))
    return scene.trim(tree.start[start], end)


MOST_CUES = 20  # cues in one clause; a text of nothing else would cost the square of their number
NEXT = re.compile(r"(?:,? (?:and|but|while)|;) $")


def _next_speaker(scene: Scene, cue: Cue, start: int, end: int) -> int:
    """Where another speaker's clause is joined on: Lee said it would stand | and Sand said she would not stay"""
    for other in islice(scene.cues_in(start, end + 200), MOST_CUES):
        if other.token == cue.token or not other.say or other.printed is None or other.how != "subject":
            continue
        at = min(other.clause.start, other.span.start)
        if start < at < end and scene.run_at(at) is None:
            match = NEXT.search(scene.text, max(start, at - 7), at)
            if match:
                return match.start()
    return end


def _main_clause_behind(tree: Tree, v: int, start: int, end: int) -> int:
    """Where the main clause starts behind a cue's own clause: When asked who it was, | most named Lee."""
    head = tree.head[v]
    if tree.dep[v] != "advcl" or head <= v:
        return end
    subject = tree.kid(head, "nsubj", "nsubjpass")
    if subject is None or tree.left[subject] <= v:
        return end
    behind = tree.start[tree.left[subject]]
    return behind if start < behind else end


JOINED = re.compile(r"[”\"'’]*,?(?: —| –)? (?:and|but|or|nor|yet)\b[^.!?:;“”\"]{0,60}$")


def _joined_quote(scene: Scene, v: int, end: int) -> int:
    """The end of quoted words that "and" or "but" joins to a clause: not to “mend it” | but to “end it.”"""
    sentence = scene.sentence(v)
    for k in scene.runs_in(Span(min(end, sentence.end), max(end, sentence.end))):
        run = scene.runs[k]
        gap = scene.text[end : run.span.start]
        if run.span.start < end or not JOINED.match(gap):
            return end
        if scene.cues_in(end, run.span.start):
            return end
        end = run.span.end
    return end


CONTENT_MARKS = ("because", "if", "unless", "although", "though", "so", "whether", "that")


def _branch(tree: Tree, v: int, token: int) -> int | None:
    """The child of a verb that a token hangs under; None if it does not."""
    at = token
    for _ in range(30):
        if tree.head[at] == v:
            return at
        if tree.head[at] == at:
            return None
        at = tree.head[at]
    return None


def _is_aside(scene: Scene, cue: Cue, branch: int) -> bool:
    """Whether a child of the cue is not part of what was said: the one spoken to, a time, a place."""
    tree = scene.tree
    dep = tree.dep[branch]
    if dep in ("dobj", "dative", "iobj"):
        return cue.lemma in TELLS_SOMEONE or cue.lemma in ADDRESSED
    if dep == "npadvmod":
        return tree.words[branch] in TIME
    if dep == "prep" and branch > 0:
        return True
    return dep in ("advmod", "punct", "prt", "neg", "nsubj", "cc", "advcl") and dep != "advcl"


def according_to(scene: Scene, token: int) -> Found | None:
    """According to Lee, … / …, according to Lee / The road, according to Lee, is …"""
    tree, text = scene.tree, scene.text
    to = token + 1
    noun = tree.kid(to, "pobj") if to < len(tree.words) else None
    if noun is None:
        noun = tree.kid(token, "pobj")
    if noun is None or tree.first[token] != tree.first[noun]:
        return None
    printed = noun_phrase(scene, noun, token)
    start, end = tree.start[token], max(printed.end, tree.end[tree.right[noun]])
    if text[printed.end : printed.end + 1] in (",", ".", ";"):
        end = printed.end
    sentence = scene.sentence(token)
    left = scene.trim(sentence.start, start)
    right = scene.trim(end, sentence.end)
    if left and right and len(left.of(text).split()) < 2:
        left = None
    if left and right and (len(right.of(text).split()) < 2 or text[end : end + 1] != ","):
        right = None
    if left and right and text[start - 2 : start].strip() != ",":
        right = None
    if left and right and len(left.of(text).split()) > 6:
        right = None
    parts = tuple(scene.whole_marks(span) for span in (left, right) if span)
    cue = Span(start, tree.end[to])
    return Found(parts, cue, printed, "according_to", "according to", "according") if parts else None


def object_of_act(scene: Scene, cue: Cue) -> Found | None:
    """Lee blamed the council for the flood / Lee announced a second ferry / She called him “a fool”."""
    tree, v = scene.tree, cue.token
    if cue.printed is None and cue.how != "passive":
        return None
    if (cue.lemma not in OBJECT_TELLS and cue.lemma not in TELLS_OF) or cue.how == "noun" or _unreal(scene, v):
        return None
    if any(tree.words[k] in ("what", "which", "that") for k in tree.kids_by(v, "dobj", "nsubj", "mark") if k < v):
        return None  # what Lee calls …
    if cue.passive:
        return passive_act(scene, cue)
    right = [k for k in tree.kids_by(v, *CONTENT) if k > v]
    if not right:
        return None
    tells_of = tree.dep[right[0]] == "prep" and tree.words[right[0]] in TELLS_OF.get(cue.lemma, ())
    if cue.say and tree.dep[right[0]] != "dobj" and not tells_of:
        return None
    if cue.lemma in NOT_OF and tree.dep[right[0]] == "prep" and tree.words[right[0]] in NOT_OF[cue.lemma]:
        return None
    while len(right) > 1 and _tells_where(scene, right[-1]):
        right.pop()
    last = right[0] if cue.say else right[-1]
    first = right[0]
    if len(right) > 1 and cue.lemma == "ask" and tree.dep[first] == "dobj" and tree.dep[right[1]] == "xcomp":
        first = right[1]
    if tree.dep[first] == "prep" and tree.kids[first] and cue.lemma in ("call", "refer", "point"):
        start = tree.start[tree.left[tree.kids[first][0]]]
    else:
        start = tree.start[tree.left[first]]
    span = scene.trim(start, tree.end[tree.right[last]])
    if span is None or not _telling(scene, span):
        return None
    if (cue.how == "relative" or cue.lemma in NEEDS_MARKS) and not scene.runs_in(span):
        return None  # "Lee, who disparages the council": a description; "claimed the prize": another sense
    return _found((scene.whole_marks(span),), cue, "object_of_act")


def _tells_where(scene: Scene, kid: int) -> bool:
    """Whether a phrase says when or where something was said: "in a tweet", "on Monday"."""
    tree = scene.tree
    if tree.dep[kid] != "prep" or tree.words[kid] not in ("in", "at", "on", "during", "after"):
        return False
    noun = tree.kid(kid, "pobj")
    return noun is not None and (tree.words[noun] in TIME or tree.words[noun] in MEDIUM)


def _unreal(scene: Scene, verb: int) -> bool:
    """Not done: "did not blame", "would blame"."""
    tree = scene.tree
    return any(
        tree.dep[kid] == "neg" or tree.words[kid] in ("would", "will", "could", "should", "might", "may", "can", "’ll")
        for kid in tree.kids[verb]
        if kid < verb
    )


def _telling(scene: Scene, span: Span) -> bool:
    """Whether an object says something: a bare name does not."""
    return len(span.of(scene.text).split()) >= 3 or bool(scene.runs_in(span))


def passive_act(scene: Scene, cue: Cue) -> Found | None:
    """The plan was dismissed by Lee as … — what is said of the subject, or else the subject."""
    tree, v = scene.tree, cue.token
    if cue.printed is None or cue.say:
        return None
    right = [k for k in tree.kids_by(v, *CONTENT) if k > v and tree.start[k] > cue.printed.end]
    if right:
        span = scene.trim(tree.start[tree.left[right[0]]], tree.end[tree.right[right[-1]]])
    else:
        subject = tree.kid(v, "nsubjpass")
        span = Span(tree.start[tree.left[subject]], tree.end[tree.right[subject]]) if subject is not None else None
    return _found((scene.whole_marks(span),), cue, "passive_act") if span else None


def _long(scene: Scene, kid: int) -> bool:
    return scene.tree.end[scene.tree.right[kid]] - scene.tree.start[scene.tree.left[kid]] > 3


def _found(parts: tuple[Span, ...], cue: Cue, rule: str) -> Found | None:
    return Found(parts, cue.span, cue.printed, rule, cue.lemma, cue.how, cue.say) if parts else None


CLAUSES = [parenthesis, clause, object_of_act]
