"""Rules for a cue's clause that stands apart: between commas, behind "as", "according to"."""

from __future__ import annotations

import re

from generator.annotate.quotations.clause_end import BUT_IT, branch_of, is_aside
from generator.annotate.quotations.reported import ASIDE_THAT, CONTENT, found_by
from generator.annotate.quotations.scene import Cue, Found, Scene
from generator.annotate.quotations.subjects import noun_phrase
from generator.languages.words import VERBS
from generator.model import Span


def parenthesis(scene: Scene, cue: Cue) -> Found | None:
    """The benefit, it says, would … / …, Lee said on Friday. — the cue's clause stands between
    commas.
    """
    tree, v = scene.tree, cue.token
    if not cue.say or cue.passive or cue.printed is None or cue.how == "shared":
        return None
    if tree.tag[v] not in ("VBD", "VBZ", "VBP", "VBN") or _right_content(scene, cue):
        return None
    if ASIDE_THAT.match(scene.text, cue.span.end):
        return None
    if (
        any(k > v and tree.start[k] > cue.clause.end for k in tree.kids_by(v, "dobj"))
        and cue.lemma not in VERBS.tells_someone
    ):
        return None
    sentence = scene.sentence(v)
    start, end = cue.clause.start, _end_of_asides(scene, cue)
    if not scene.text[sentence.start : start].rstrip(" '”\"").endswith((",", "—", "–")):
        return None
    rest = scene.text[end : sentence.end]
    right = None
    if (
        (
            rest.startswith((",", " —", " –"))
            and not re.match(r"\W*(?:\w+ing|who|which|according|and|but|though)\b", rest)
        )
        or QUOTED_REST.match(rest)
        or GOES_ON.match(rest)
        or BUT_IT.match(rest)
    ):
        right = scene.trim(end, sentence.end)
    left = scene.trim(_content_start(scene, cue, sentence), start)
    if left and ASKED.match(left.of(scene.text)):
        return None  # Asked whether he would stay, Lee said no
    opens = QUOTED_REST.match(rest) is not None
    if (
        left
        and right
        and _has_verb(scene, left)
        and not _has_verb(scene, right)
        and not (opens or GOES_ON.match(rest))
        and len(left.of(scene.text).split()) > 2
    ):
        right = None  # …, Lee said, without giving a reason
    if (
        left
        and right is None
        and not _has_verb(scene, left)
        and len(left.of(scene.text).split()) < 5
    ):
        return None  # On Friday, Lee said something
    if left is None and (right is None or not _has_verb(scene, right)):
        return None  # And, Lee added, the road was shut: without it nothing is said
    if left is not None and right is None and len(left.of(scene.text)) < 8:
        return None
    return found_by(
        tuple(scene.whole_marks(span) for span in (left, right) if span), cue, "parenthesis"
    )


ASKED = re.compile(
    r"(?:When |Once )?(?:asked|pressed|questioned|challenged|quizzed)\b", re.IGNORECASE
)

GOES_ON = re.compile(
    r", (?:including|and (?:has|had|have|is|was|were|will|would|could|should|can|may)\b)"
)

QUOTED_REST = re.compile(r",? (?:(?:and|but|not|or) )?(?:\w+ )?(?:[“\"]|''(?=\w))")


def _has_verb(scene: Scene, span: Span) -> bool:
    """Whether a finite verb stands in a span."""
    tree = scene.tree
    return any(
        tree.tag[i] in ("VBD", "VBZ", "VBP", "MD")
        for i in range(tree.at(span.start), tree.at(span.end))
    )


def _end_of_asides(scene: Scene, cue: Cue) -> int:
    """Where the cue's clause ends with what belongs to it: told CNN on Friday"""
    tree, v = scene.tree, cue.token
    at = max(cue.clause.end, cue.span.end)
    token = tree.at(at)
    while token <= tree.last[v] and tree.words[token] not in (",", "—", "–"):
        branch = branch_of(tree, v, token)
        if branch is None or not is_aside(scene, cue, branch):
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
    stop = scene.text.rfind("; ", start, cue.clause.start)
    if stop >= 0 and scene.run_at(stop) is None:
        start = stop + 2  # the flood was late, he told them; | the bell, he said, was later
    aside = WHICH.search(scene.text, max(start, cue.clause.start - 60), cue.clause.start)
    return max(start, aside.start("which")) if aside else start


# the mill, which, Lee says, is shut / (the end of which, Lee says, is near)
WHICH = re.compile(r"[,(] ?(?P<which>(?:(?:the )?\w+ of )?(?:which|who|whom)),? $")


def _right_content(scene: Scene, cue: Cue) -> bool:
    tree = scene.tree
    right = [kid for kid in tree.kids_by(cue.token, "ccomp", "xcomp") if tree.left[kid] > cue.token]
    return any(
        not scene.text[cue.clause.end : tree.start[tree.left[kid]]].startswith(",") for kid in right
    )


JOINS = re.compile(r"\b(?:and|but|or)$")


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
    if cut := SETTING.search(printed.of(text)):
        printed = Span(printed.start, printed.start + cut.start())
        end = printed.end
    if name := NAMED.match(text, end):
        printed = Span(printed.start, name.end())
        end = printed.end
    sentence = scene.sentence(token)
    left = scene.trim(sentence.start, start)
    aside = QUOTING.match(text, end)
    right = scene.trim(aside.end() if aside else end, sentence.end)
    if left and right and len(left.of(text).split()) < 2:
        left = None
    if left and right and (len(right.of(text).split()) < 2 or text[end : end + 1] != ","):
        right = None
    if left and right and text[start - 2 : start].strip() != ",":
        right = None
    if left and right and JOINS.search(left.of(text)):
        left = None  # it stood on a wall and, according to Lee, | on the inside of a door
    if left and right and len(left.of(text).split()) > 6:
        right = None
    parts = tuple(scene.whole_marks(span) for span in (left, right) if span)
    cue = Span(start, tree.end[to])
    return (
        Found(parts, cue, printed, "according_to", "according to", "according") if parts else None
    )


# According to their coach, Ann Lee, | in their first match, they won
SETTING = re.compile(r", (?:in|at|on|during|after|before|for|since|until) ")
# According to the agency, quoting the ministry, | the army is ready
QUOTING = re.compile(r", (?:quoting|citing) [^,.;:“”\"]{2,80}(?=, )")
# the name behind a role: according to the mayor, | Ana Reyes, | the road is shut
NAMED = re.compile(
    r", (?:[A-Z][\w’'.-]+ ){1,3}[A-Z][\w’'-]+(?=[,.])(?:, (?:who|which) [^,.;“”\"]{1,80}(?=[,.]))?"
)

TO_COMMA = re.compile(r"[^,.;:—–“”\"]{0,60}?(?:,|:| —| –| --)")


def as_clause(scene: Scene, cue: Cue) -> Found | None:
    """As Lee noted, the road is shut / The road is shut, as Lee has said: the clause that "as"
    makes hers.
    """
    tree, v = scene.tree, cue.token
    mark = tree.kid(v, "mark", "advmod")
    if (
        mark is None
        or tree.words[mark] != "as"
        or not cue.say
        or cue.printed is None
        or cue.passive
    ):
        return None
    if tree.dep[v] != "advcl" or any(
        k > v for k in tree.kids_by(v, *CONTENT) if tree.dep[k] != "prep"
    ):
        return None
    sentence = scene.sentence(v)
    start = tree.start[mark]
    aside = TO_COMMA.match(scene.text, max(cue.clause.end, cue.span.end), sentence.end)
    left = (
        scene.trim(_content_start(scene, cue, sentence), start) if start > sentence.start else None
    )
    right = scene.trim(aside.end() - 1, sentence.end) if aside else None
    if left is not None and not scene.text[sentence.start : start].rstrip().endswith(
        (",", "—", "–", "--", " -")
    ):
        return None
    if right is not None and cue.lemma not in VERBS.as_said:
        return None  # As Lee joked with a friend, her brother …
    if left is not None and right is not None and _has_verb(scene, left):
        return None  # the road is shut, as Lee said, and nobody cares
    parts = [scene.whole_marks(span) for span in (left, right) if span is not None]
    if not any(_has_verb(scene, part) for part in parts):
        return None
    return found_by(tuple(parts), cue, "as_clause")
