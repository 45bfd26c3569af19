"""Rules for reported clauses: indirect and mixed quotations, from the parse around a cue."""

from __future__ import annotations

import re

from generator.annotate.quotations.clause_end import FAR, right_clause
from generator.annotate.quotations.happened import said_by_anybody
from generator.annotate.quotations.scene import Cue, Found, Scene
from generator.annotate.text.tree import Tree
from generator.languages.words import VERBS
from generator.model import Span

CONTENT = ("dobj", "prep", "oprd", "xcomp", "ccomp", "attr", "acomp", "dative", "pcomp")


# texted her to come, continue to say: no statement stands behind "to"
NO_INFINITIVE = frozenset("continue text e-mail email message radio cable".split())


def clause(scene: Scene, cue: Cue) -> Found | None:
    """Lee said that … / Lee told reporters the … / …, Lee said."""
    if _nobody_says(scene, cue):
        return None
    kids = _content_clauses(scene, cue)
    if not kids:
        return _that_clause(scene, cue)
    kid = kids[-1] if cue.say else kids[0]
    if not _is_report(scene, cue, kid):
        return None
    spans = _clause_spans(scene, cue, kid)
    parts = tuple(scene.whole_marks(span) for span in spans if span and span.end - span.start > 6)
    if not parts or parts[0].of(scene.text).lower() in ("nothing", "yes", "no", "so"):
        return None
    return found_by(parts, cue, "clause")


def _content_clauses(scene: Scene, cue: Cue) -> list[int]:
    """The heads of the clauses that a cue may report, as the parser hung them on it."""
    tree, v = scene.tree, cue.token
    kids = [kid for kid in tree.kids_by(v, "ccomp") if _long(scene, kid)]
    if not kids and (cue.say or cue.lemma in VERBS.thought) and cue.lemma not in NO_INFINITIVE:
        kids = [kid for kid in tree.kids_by(v, "xcomp") if kid > v and _long(scene, kid)]
    if not kids and cue.lemma == "ask":
        kids = _asked_whether(tree, v)
    if not kids and cue.lemma in VERBS.tells_someone:
        kids = _hung_on_listener(scene, cue)
    return kids


def _asked_whether(tree: Tree, v: int) -> list[int]:
    """The questions that the parser took for conditions: asked | if she would stay."""
    behind = [k for k in tree.kids_by(v, "advcl") if k > v]
    return [k for k in behind if tree.words[tree.left[k]] in ("if", "whether")]


def _is_report(scene: Scene, cue: Cue, kid: int) -> bool:
    """Whether a clause of a cue is what somebody said."""
    tree = scene.tree
    if _is_said_again(scene, cue, kid) or _other_report(scene, cue, tree.left[kid]):
        return False
    thought = cue.lemma in VERBS.thought and cue.lemma not in VERBS.say
    if thought and not _quoted_thought(scene, kid):
        return False
    if cue.printed is not None:
        return True
    if cue.passive:
        return kid > cue.token
    # nobody is named: only what is marked, or opened by "that"
    return bool(scene.runs_in(_span(tree, kid))) or _told_that(tree, kid)


def _clause_spans(scene: Scene, cue: Cue, kid: int) -> list[Span | None]:
    """Where a reported clause stands: around its cue, before it, or behind it."""
    start, end = scene.tree.starts(kid), scene.tree.ends(kid)
    if start < cue.span.start < end:
        first = min(cue.clause.start, cue.span.start)
        return [scene.trim(start, first), scene.trim(max(cue.clause.end, cue.span.end), end)]
    if kid < cue.token:
        return [scene.trim(start, end)]
    return [right_clause(scene, cue, kid)]


def _is_said_again(scene: Scene, cue: Cue, kid: int) -> bool:
    """Whether all that is reported is that the same one said so: She said | she said she was
    ill.
    """
    tree = scene.tree
    subject = tree.kid(kid, "nsubj")
    said = VERBS.lemma(tree.words[kid]) == "say" and cue.lemma == "say" and kid > cue.token
    own = subject is not None and tree.words[subject] in ("he", "she", "they", "it")
    return said and own and tree.kid(kid, "ccomp") is not None


def _other_report(scene: Scene, cue: Cue, first: int) -> bool:
    """Whether a clause opens with a report of its own: “…,” Lee said, | going on to say that …"""
    tree = scene.tree
    behind = first > cue.token and tree.words[first - 1] == "," and tree.tag[first] == "VBG"
    return behind and any(
        other.say for other in scene.cues_in(tree.start[first], tree.start[first] + 20)
    )


def _hung_on_listener(scene: Scene, cue: Cue) -> list[int]:
    """The clause that the parser hung on the one spoken to: told a rally at the mill | that she
    would stay.
    """
    tree, v = scene.tree, cue.token
    for kid in tree.kids_by(v, "dobj", "dative", "npadvmod", "prep"):
        near = kid > v and tree.right[kid] - tree.left[kid] < FAR
        for token in tree.below(kid) if near else []:
            if _says_something(tree, token):
                return [token]
    return []


def _says_something(tree: Tree, token: int) -> bool:
    """Whether a clause about a noun is a statement: opened by "that", or with a subject of its
    own; not "the men who saw it".
    """
    clause = tree.dep[token] in ("relcl", "acl", "ccomp")
    if not clause or tree.pos[token] not in ("VERB", "AUX"):
        return False
    if _told_that(tree, token):
        return True
    subject = tree.subject(token)
    relative = subject is None or tree.tag[subject] in ("WDT", "WP")
    return not relative and not is_wh(tree, tree.left[token])


def _told_that(tree: Tree, kid: int) -> bool:
    first = tree.left[kid]
    return tree.words[first] == "that" and tree.dep[first] == "mark"


def is_wh(tree: Tree, token: int) -> bool:
    """Whether a token asks or relates: who, which, where, that."""
    return tree.tag[token] in ("WDT", "WP", "WP$", "WRB", "IN")


def _span(tree: Tree, token: int) -> Span:
    """From the first to the last character of what hangs on a token."""
    return Span(tree.starts(token), tree.ends(token))


def _nobody_says(scene: Scene, cue: Cue) -> bool:
    """Whether nobody in particular says it: "those who say …", "one could say …", "is said to
    be".
    """
    subject = cue.printed.of(scene.text) if cue.printed is not None else ""
    if subject:
        return cue.lemma == "say" and said_by_anybody(scene.tree, subject, cue.how, cue.token)
    return cue.passive and cue.lemma == "say" and scene.tree.kid(cue.token, "xcomp") is not None


ASIDE_THAT = re.compile(
    r"(?: (?:in|on|at|for|during|to|following|after|before|earlier|late|last|[A-Z]\w+day)\b[^,.;:“”\"]{0,90}?)?"
    r" (?=that\b)"
)


def _that_clause(scene: Scene, cue: Cue) -> Found | None:
    """says in a statement that …: where the parser lost the clause, "that" still opens it."""
    match = (
        ASIDE_THAT.match(scene.text, cue.span.end) if cue.say and cue.printed is not None else None
    )
    if match is None or scene.run_at(match.end()) is not None:
        return None
    end = scene.sentence(cue.token).end
    cut = scene.cuts.get(cue.token)
    span = scene.trim(match.end(), cut if cut is not None and match.end() < cut < end else end)
    return found_by((scene.whole_marks(span),), cue, "clause") if span else None


def _quoted_thought(scene: Scene, kid: int) -> bool:
    """Whether a clause of thought holds two or more quoted words that are no name."""
    return any(
        scene.runs[k].words(scene.text) >= 2 and not scene.runs[k].inner.of(scene.text).istitle()
        for k in scene.runs_in(_span(scene.tree, kid))
    )


def _long(scene: Scene, kid: int) -> bool:
    return scene.tree.ends(kid) - scene.tree.starts(kid) > 3


def found_by(parts: tuple[Span, ...], cue: Cue, rule: str) -> Found | None:
    """The candidate of a cue with what it reports; None if nothing is left of it."""
    return Found(parts, cue.span, cue.printed, rule, cue.lemma, cue.how, cue.say) if parts else None
