"""Rules for reported clauses: indirect and mixed quotations, from the parse around a cue."""

from __future__ import annotations

import re

from generator.annotate.cues import noun_phrase
from generator.annotate.scene import Cue, Found, Scene
from generator.annotate.tree import Tree
from generator.annotate.words import ADDRESSED, NOT_OF, OBJECT_TELLS, TELLS_SOMEONE
from generator.model import Span

CONTENT = ("dobj", "prep", "oprd", "xcomp", "ccomp", "attr", "acomp", "dative", "pcomp")


def parenthesis(scene: Scene, cue: Cue) -> Found | None:
    """The benefit, it says, would … / …, Lee said on Friday. — the cue's clause stands between commas."""
    tree, v = scene.tree, cue.token
    if not cue.say or cue.passive or cue.printed is None or cue.how == "shared":
        return None
    if tree.tag[v] not in ("VBD", "VBZ", "VBP", "VBN") or _right_content(scene, cue):
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
    left = scene.trim(_content_start(scene, cue, sentence, right is None), start)
    if left is None or (right is None and len(left.of(scene.text)) < 8):
        return None
    return _found(tuple(scene.whole_marks(span) for span in (left, right) if span), cue, "parenthesis")


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


def _content_start(scene: Scene, cue: Cue, sentence: Span, whole: bool) -> int:
    """Where the clause starts that the cue's clause interrupts or ends.

    Where the cue ends it, a long opening ("Despite a month of attacks, …") and a clause before "but" are the reporter's.
    """
    tree = scene.tree
    kids = [kid for kid in tree.kids_by(cue.token, "ccomp") if kid < cue.token]
    opening = re.match(r"\W*(?:(?:And|But|Still|Yet|So)\b,?\s+)?", sentence.of(scene.text))
    start = sentence.start + (opening.end() if opening else 0)
    if kids:
        start = max(start, tree.start[tree.left[kids[0]]])
    if whole:
        start = max(start, _behind_opening(scene, start, cue.clause.start))
    return start


LONG_OPENING = 5  # words; shorter openings ("In 2014,") belong to the statement
OPENING = re.compile(
    r"(?:Despite|As|With|While|Although|Though|After|Before|When|Since|Entering|For all|Boasting|Even as)\b"
)


def _behind_opening(scene: Scene, start: int, end: int) -> int:
    """The offset behind a long opening phrase, or behind a clause that ends in ", but"; else `start`."""
    tree, text = scene.tree, scene.text
    turn = max(text.rfind(", but ", start, end), text.rfind("; but ", start, end))
    if turn >= 0 and scene.run_at(turn) is None and _has_verb(tree, turn + 6, end):
        return turn + 6
    if OPENING.match(text, start):
        comma = text.find(", ", start, end)
        while 0 <= comma and (len(text[start:comma].split()) < LONG_OPENING or not _subject_at(tree, comma + 2)):
            comma = text.find(", ", comma + 2, end)
        if comma >= 0 and scene.run_at(comma) is None and _has_verb(tree, comma + 2, end):
            return comma + 2
    return start


def _subject_at(tree: Tree, offset: int) -> bool:
    """Whether a subject's phrase starts at an offset."""
    token = tree.at(offset)
    at = token
    for _ in range(12):
        if tree.dep[at] in ("nsubj", "nsubjpass", "expl"):
            return tree.left[at] == token
        if tree.head[at] == at:
            return False
        at = tree.head[at]
    return False


def _has_verb(tree: Tree, start: int, end: int) -> bool:
    return any(tree.pos[i] in ("VERB", "AUX") for i in range(tree.at(start), tree.at(end)))


def _right_content(scene: Scene, cue: Cue) -> bool:
    tree = scene.tree
    right = [kid for kid in tree.kids_by(cue.token, "ccomp", "xcomp") if tree.left[kid] > cue.token]
    return any(not scene.text[cue.clause.end : tree.start[tree.left[kid]]].startswith(",") for kid in right)


def clause(scene: Scene, cue: Cue) -> Found | None:
    """Lee said that … / Lee told reporters the … / …, Lee said."""
    tree, v = scene.tree, cue.token
    kids = [kid for kid in tree.kids_by(v, "ccomp") if _long(scene, kid)]
    if not kids and cue.say:
        kids = [kid for kid in tree.kids_by(v, "xcomp") if _long(scene, kid) and kid > v and cue.lemma != "continue"]
    if not kids:
        return None
    kid = kids[-1] if cue.say else kids[0]
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
    return _found(parts, cue, "clause") if parts else None


def _right_clause(scene: Scene, cue: Cue, kid: int) -> Span | None:
    """What a verb with a clause behind it reports: from behind the one spoken to, up to words that are the reporter's."""
    tree, v = scene.tree, cue.token
    start = tree.left[kid]
    first = v + 1
    while first < start:
        branch = _branch(tree, v, first)
        if branch is None or not _is_aside(scene, cue, branch):
            break
        first = tree.right[branch] + 1
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
        _turn_back(scene, cue, kid),
        scene.text.find(" according to ", tree.start[start], end),
    ):
        if cut is not None and tree.start[start] < cut < end and scene.run_at(cut) is None:
            end = cut
    end = min(end, _main_clause_behind(tree, v, tree.start[start], end))
    if v not in scene.cuts:
        end = max(end, _joined_quote(scene, v, end))
    return scene.trim(tree.start[start], end)


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
        if any(end <= cue.span.start < run.span.start for cue in scene.cues):
            return end
        end = run.span.end
    return end


def _turn_back(scene: Scene, cue: Cue, content: int) -> int | None:
    """Where the speaker's own doing goes on: said it was late | and left"""
    tree, v = scene.tree, cue.token
    finite = [k for k in (content, *tree.kids[content]) if tree.tag[k] in ("VBD", "VBZ", "VBP", "MD")]
    if tree.tag[v] not in ("VBD", "VBZ", "VBP") or any(tree.tag[k] == tree.tag[v] for k in finite):
        return None
    for kid in tree.kids_by(content, "conj"):
        if tree.tag[kid] == tree.tag[v] and tree.kid(kid, "nsubj", "nsubjpass") is None:
            joined = [k for k in tree.kids_by(content, "cc") if k < kid]
            return tree.start[joined[-1]] if joined else None
    return None


CONTENT_MARKS = ("because", "if", "unless", "although", "though", "so", "whether", "that")
TIME = frozenset(
    """monday tuesday wednesday thursday friday saturday sunday today yesterday week month year morning afternoon evening
    night day time weekend january february march april may june july august september october november december
    later earlier recently ago""".split()
)


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
    left = scene.trim(_behind_opening(scene, sentence.start, start), start)
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
    if cue.lemma not in OBJECT_TELLS or cue.how == "noun" or _unreal(scene, v):
        return None
    if cue.passive:
        return passive_act(scene, cue)
    right = [k for k in tree.kids_by(v, *CONTENT) if k > v]
    if not right:
        return None
    if cue.say and tree.dep[right[0]] != "dobj":
        return None
    if cue.lemma in NOT_OF and tree.dep[right[0]] == "prep" and tree.words[right[0]] in NOT_OF[cue.lemma]:
        return None
    while len(right) > 1 and _tells_where(scene, right[-1]):
        right.pop()
    last = right[0] if cue.say else right[-1]
    first = right[0]
    if tree.dep[first] == "prep" and tree.kids[first]:
        start = tree.start[tree.left[tree.kids[first][0]]]
    else:
        start = tree.start[tree.left[first]]
    span = scene.trim(start, tree.end[tree.right[last]])
    if span is None or not _telling(scene, span):
        return None
    return _found((scene.whole_marks(span),), cue, "object_of_act")


def _tells_where(scene: Scene, kid: int) -> bool:
    """Whether a phrase says when or where something was said: "in a tweet", "on Monday"."""
    tree = scene.tree
    if tree.dep[kid] != "prep" or tree.words[kid] not in ("in", "at", "on", "during", "after"):
        return False
    noun = tree.kid(kid, "pobj")
    return noun is not None and (tree.words[noun] in TIME or tree.words[noun] in MEDIUM)


MEDIUM = frozenset(
    """interview interviews statement statements tweet tweets speech speeches rally conference debate email e-mail
    letter post posts message memo briefing hearing testimony meeting event remarks op-ed article column video ad
    twitter facebook television tv radio forum appearance broadcast show program news""".split()
)


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
