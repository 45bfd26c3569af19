"""Rules for a cue's clause that stands apart: between commas, behind "as", "according to"."""

from __future__ import annotations

import re

from generator.annotate.quotations.clause_end import BUT_IT
from generator.annotate.quotations.clause_start import branch_of, is_aside
from generator.annotate.quotations.reported import ASIDE_THAT, CONTENT, found_by
from generator.annotate.quotations.scene import Cue, Found, Scene
from generator.annotate.quotations.subjects import noun_phrase
from generator.annotate.text.tree import FINITE, Tree
from generator.languages.words import VERBS
from generator.model import Span


def parenthesis(scene: Scene, cue: Cue) -> Found | None:
    """The benefit, it says, would … / …, Lee said on Friday. — the cue's clause stands between
    commas.
    """
    if not _stands_apart(scene, cue):
        return None
    sentence = scene.sentence(cue.token)
    start, end = cue.clause.start, _end_of_asides(scene, cue)
    if not scene.text[sentence.start : start].rstrip(" '”\"").endswith((",", "—", "–")):
        return None
    left = scene.trim(_content_start(scene, cue, sentence), start)
    if left and ASKED.match(left.of(scene.text)):
        return None  # Asked whether he would stay, Lee said no
    right = _behind_aside(scene, end, sentence.end, left)
    if not _say_enough(scene, left, right):
        return None
    return found_by(
        tuple(scene.whole_marks(span) for span in (left, right) if span), cue, "parenthesis"
    )


def _stands_apart(scene: Scene, cue: Cue) -> bool:
    """Whether a cue may interrupt or end what it reports: it has nothing of its own to report."""
    tree, v = scene.tree, cue.token
    if not cue.say or cue.passive or cue.printed is None or cue.how == "shared":
        return False
    if tree.tag[v] not in ("VBD", "VBZ", "VBP", "VBN") or _right_content(scene, cue):
        return False
    if ASIDE_THAT.match(scene.text, cue.span.end):
        return False  # The mayor, Lee said in May that …
    objects = (k for k in tree.kids_by(v, "dobj") if k > v and tree.start[k] > cue.clause.end)
    # …, Lee said a prayer; but: …, Lee told reporters
    return cue.lemma in VERBS.tells_someone or next(objects, None) is None


def _behind_aside(scene: Scene, end: int, last: int, left: Span | None) -> Span | None:
    """What goes on behind a cue's clause as part of what was said; None = nothing."""
    rest = scene.text[end:last]
    opens = QUOTED_REST.match(rest) is not None or GOES_ON.match(rest) is not None
    comma = rest.startswith((",", " —", " –")) and not REPORTERS.match(rest)
    if not (comma or opens or BUT_IT.match(rest)):
        return None
    right = scene.trim(end, last)
    if right is None or left is None or opens:
        return right
    whole = _has_verb(scene, left) and len(left.of(scene.text).split()) > 2
    # …, Lee said, without giving a reason
    return None if whole and not _has_verb(scene, right) else right


def _say_enough(scene: Scene, left: Span | None, right: Span | None) -> bool:
    """Whether what stands around a cue's clause is a statement."""
    if left is None:
        # And, Lee added, the road was shut: without it nothing is said
        return right is not None and _has_verb(scene, right)
    if right is not None:
        return True
    words = left.of(scene.text)
    # On Friday, Lee said something
    return len(words) >= 8 and (_has_verb(scene, left) or len(words.split()) >= 5)


ASKED = re.compile(
    r"(?:When |Once )?(?:asked|pressed|questioned|challenged|quizzed)\b", re.IGNORECASE
)

GOES_ON = re.compile(
    r", (?:including|and (?:has|had|have|is|was|were|will|would|could|should|can|may)\b)"
)


# …, Lee said, | adding nothing / | who left at noon: the reporter's own words
REPORTERS = re.compile(r"\W*(?:\w+ing|who|which|according|and|but|though)\b")


QUOTED_REST = re.compile(r",? (?:(?:and|but|not|or) )?(?:\w+ )?(?:[“\"]|''(?=\w))")


def _has_verb(scene: Scene, span: Span) -> bool:
    """Whether a finite verb stands in a span."""
    tree = scene.tree
    return any(tree.tag[i] in FINITE for i in range(tree.at(span.start), tree.at(span.end)))


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
    noun = _whose_account(tree, token)
    if noun is None or tree.first[token] != tree.first[noun]:
        return None
    printed, end = _source(scene, token, noun)
    sentence = scene.sentence(token)
    left = scene.trim(sentence.start, tree.start[token])
    aside = QUOTING.match(text, end)
    right = scene.trim(aside.end() if aside else end, sentence.end)
    if left and right:
        left, right = _one_side(scene, left, right, tree.start[token], end)
    parts = tuple(scene.whole_marks(span) for span in (left, right) if span)
    cue = Span(tree.start[token], tree.end[token + 1])
    return (
        Found(parts, cue, printed, "according_to", "according to", "according") if parts else None
    )


def _whose_account(tree: Tree, token: int) -> int | None:
    """The noun behind "according to", hung on either word."""
    to = token + 1
    noun = tree.kid(to, "pobj") if to < len(tree.words) else None
    return tree.kid(token, "pobj") if noun is None else noun


def _source(scene: Scene, token: int, noun: int) -> tuple[Span, int]:
    """The one whose account it is, as printed, and where the words that say so end."""
    tree, text = scene.tree, scene.text
    printed = noun_phrase(scene, noun, token)
    end = max(printed.end, tree.ends(noun))
    if text[printed.end : printed.end + 1] in (",", ".", ";"):
        end = printed.end
    if cut := SETTING.search(printed.of(text)):
        printed = Span(printed.start, printed.start + cut.start())
        end = printed.end
    if name := NAMED.match(text, end):
        printed = Span(printed.start, name.end())
        end = printed.end
    return printed, end


def _one_side(
    scene: Scene, left: Span, right: Span, start: int, end: int
) -> tuple[Span | None, Span | None]:
    """Of the words on both sides of "according to Lee" those that are her account."""
    text, words = scene.text, left.of(scene.text).split()
    if len(words) < 2:
        return None, right
    if len(right.of(text).split()) < 2 or text[end : end + 1] != ",":
        return left, None
    if text[start - 2 : start].strip() != ",":
        return left, None  # it burned down according to Lee, | who saw it
    if JOINS.search(left.of(text)):
        return None, right  # it stood on a wall and, according to Lee, | on the inside of a door
    return left, None if len(words) > 6 else right


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
    mark = _as(scene, cue)
    if mark is None:
        return None
    sentence, start = scene.sentence(cue.token), scene.tree.start[mark]
    aside = TO_COMMA.match(scene.text, max(cue.clause.end, cue.span.end), sentence.end)
    left = (
        scene.trim(_content_start(scene, cue, sentence), start) if start > sentence.start else None
    )
    right = scene.trim(aside.end() - 1, sentence.end) if aside else None
    if left is not None and not scene.text[sentence.start : start].rstrip().endswith(APART):
        return None
    if right is not None and cue.lemma not in VERBS.as_said:
        return None  # As Lee joked with a friend, her brother …
    if left is not None and right is not None and _has_verb(scene, left):
        return None  # the road is shut, as Lee said, and nobody cares
    parts = [scene.whole_marks(span) for span in (left, right) if span is not None]
    if not any(_has_verb(scene, part) for part in parts):
        return None
    return found_by(tuple(parts), cue, "as_clause")


APART = (",", "—", "–", "--", " -")


def _as(scene: Scene, cue: Cue) -> int | None:
    """The "as" that makes a clause a speaker's who says nothing else; None = none."""
    tree, v = scene.tree, cue.token
    mark = tree.kid(v, "mark", "advmod")
    if mark is None or tree.words[mark] != "as" or tree.dep[v] != "advcl":
        return None
    if not cue.say or cue.printed is None or cue.passive:
        return None
    own = [k for k in tree.kids_by(v, *CONTENT) if k > v and tree.dep[k] != "prep"]
    return None if own else mark
