"""Where a reported clause ends: before an afterthought, the next speaker, an aside."""

from __future__ import annotations

import re
from itertools import islice

from generator.annotate.quotations.clause_start import clause_start
from generator.annotate.quotations.scene import Cue, Scene
from generator.annotate.text.tree import Tree
from generator.languages.words import VERBS
from generator.model import Span

LISTED = re.compile(r", (?:and|or) ")


FAR = 80  # tokens that are looked through for what is said to somebody, or as an afterthought


def before_afterthought(scene: Scene, start: int, end: int, deps: tuple[str, ...]) -> int:
    """Where the words end before the reporter's own afterthought: backed the bridge|, which is
    shut.
    """
    tree = scene.tree
    last = tree.at(end - 1)
    for i in range(max(start + 2, last - FAR), min(last, len(tree.words) - 1)):
        behind = _behind_comma(scene, i) if tree.words[i] in (",", "—", "–") else None
        if behind is None:
            continue
        first, close = behind
        for top in (first, *tree.above(first)):
            if tree.left[top] != first:
                break
            hung = tree.dep[top] in deps and start <= tree.head[top] < i
            if hung and tree.right[top] >= last and _may_be_reporters(tree, top, first):
                if tree.dep[top] == "appos" and LISTED.search(scene.text, close, end):
                    break  # three things: a boat, a bell, and a boy
                inside = scene.runs_in(Span(tree.start[first], end))
                return end if inside else close
    return end


def _behind_comma(scene: Scene, i: int) -> tuple[int, int] | None:
    """The first token behind a comma or dash, and where the words before it end; None where the
    mark stands inside quotation marks and does not end them.
    """
    tree, number = scene.tree, scene.run_at(scene.tree.start[i])
    if number is None:
        return i + 1, tree.end[i - 1]
    close = scene.runs[number].span.end  # “a fool,” | adding …
    first = tree.at(close)
    if scene.has_words(tree.end[i], close) or first >= len(tree.words):
        return None
    return first, close


def _may_be_reporters(tree: Tree, top: int, first: int) -> bool:
    """Whether a clause may be the reporter's own; of those about a noun only one behind "which" or
    "who".
    """
    return tree.dep[top] != "relcl" or tree.words[first] in ("which", "who")


def right_clause(scene: Scene, cue: Cue, kid: int) -> Span | None:
    """What a verb with a clause behind it reports: from behind the one spoken to, up to the
    reporter's words.
    """
    tree, v = scene.tree, cue.token
    start = tree.start[clause_start(scene, cue, kid)]
    end = tree.end[_last_of_clauses(tree, v, kid)]
    for cut in (scene.cuts.get(v), scene.text.find(" according to ", start, end)):
        if cut is not None and start < cut < end and scene.run_at(cut) is None:
            end = cut
    end = min(end, main_clause_behind(tree, v, start, end))
    end = min(end, _next_speaker(scene, cue, start, end))
    if v not in scene.cuts:
        end = max(end, _joined_quote(scene, v, end))
        end = max(end, _joined_clause(scene, cue, end))
    return scene.trim(start, end)


def _last_of_clauses(tree: Tree, v: int, kid: int) -> int:
    """The last token of a clause and of those that go on with it: said it was shut | because …"""
    last = tree.right[kid]
    for other in (one for one in tree.kids[v] if one > kid):
        if tree.left[other] > last and tree.dep[other] in ("advcl", "ccomp", "dep"):
            mark = tree.kid(other, "mark", "advmod")
            content = mark is not None and tree.words[mark] in CONTENT_MARKS
            if tree.dep[other] == "advcl" and not content:
                break  # said it was shut, | after she had seen it
            last = tree.right[other]
        elif tree.dep[other] != "punct":
            break
    return last


MOST_CUES = 20  # cues in one clause; a text of nothing else would cost the square of their number


AND_THAT = re.compile(r",?[”\"'’]*,? (?:and|but) (?=that (?:\w))")


BUT_IT = re.compile(
    r",?[”\"'’]*,? but (?:now |then |that |he |she |it |they |this |there |these |no )"
)


AND_DID = re.compile(r",?[”\"'’]*,? (?:and|but) (?:\w+ly )?(?:then |now |also )?(?=\w)")


def _joined_clause(scene: Scene, cue: Cue, end: int) -> int:
    """The end of a clause that is joined to the one reported: Lee said it was late | and that she
    would leave.
    """
    tree = scene.tree
    sentence = scene.sentence(cue.token)
    if end >= sentence.end or not cue.say:
        return end
    for pattern in (AND_THAT, BUT_IT, AND_DID):
        match = pattern.match(scene.text, end, sentence.end)
        if match is None:
            continue
        verb = _finite_verb(scene, tree.at(match.end() - 1), tree.last[cue.token])
        if verb is None or VERBS.lemma(tree.words[verb]) in VERBS.reporting:
            return end
        if pattern is AND_DID and not _has_same_subject(tree, verb, cue.token):
            return end
        right = tree.right[verb] if tree.left[verb] > cue.token else tree.last[cue.token]
        return max(end, tree.end[right])
    return end


def _has_same_subject(tree: Tree, verb: int, cue: int) -> bool:
    """Whether a joined verb goes on with the reported clause: it was late | and would be shut; not
    what the speaker did: said it was late | and left.
    """
    speakers = tree.head[verb] == cue and tree.tag[verb] == "VBD"
    return tree.subject(verb) is None and tree.tag[verb] in ("VBD", "MD", "VB") and not speakers


def _finite_verb(scene: Scene, first: int, last: int) -> int | None:
    """The first verb from a token on that is not an auxiliary's, outside clauses about a noun."""
    tree = scene.tree
    for i in range(first, min(last + 1, first + 15)):
        if tree.pos[i] in ("VERB", "AUX") and tree.dep[i] not in (
            "aux",
            "auxpass",
            "relcl",
            "acl",
            "amod",
        ):
            return i
    return None


NEXT = re.compile(r"(?:,? (?:and|but|while)(?: (?:that|then|now|also|later))?|;) $")


# what only the speaker does behind "before"
GOES_ON = frozenset("add conclude continue note say".split())


def _next_speaker(scene: Scene, cue: Cue, start: int, end: int) -> int:
    """Where another speaker's clause is joined on: Lee said it would stand | and Sand said she
    would not stay
    """
    tree = scene.tree
    for other in islice(scene.cues_in(start, end + 200), MOST_CUES):
        before = other.token - 1
        goes_on = other.lemma in GOES_ON and tree.tag[other.token] == "VBG"
        if goes_on and tree.words[before] == "before" and start < tree.start[before] < end:
            return tree.start[before]  # told them it was shut | before adding that …
        if other.token == cue.token or not _has_own_speaker(other):
            continue
        at = _starts_at(tree, other)
        if start < at < end and scene.run_at(at) is None:
            match = NEXT.search(scene.text, max(start, at - 15), at)
            if match:
                return match.start()
    return end


def _has_own_speaker(cue: Cue) -> bool:
    """Whether a cue reports, and its subject is printed before or behind it."""
    return cue.say and cue.printed is not None and cue.how == "subject"


def _starts_at(tree: Tree, cue: Cue) -> int:
    """Where a cue's clause starts, with all that hangs on its subject."""
    subject = tree.subject(cue.token)
    at = min(cue.clause.start, cue.span.start)
    if subject is None or tree.left[subject] >= cue.token:
        return at
    return min(at, tree.starts(subject))


def main_clause_behind(tree: Tree, v: int, start: int, end: int) -> int:
    """Where the main clause starts behind a cue's own clause: When asked who it was, | most named
    Lee.
    """
    head = tree.head[v]
    if tree.dep[v] != "advcl" or head <= v:
        return end
    subject = tree.kid(head, "nsubj", "nsubjpass")
    if subject is None or tree.left[subject] <= v:
        return end
    behind = tree.start[tree.left[subject]]
    return behind if start < behind else end


JOINED = re.compile(r",?[”\"'’]*,?(?: —| –)? (?:and|but|or|nor|yet)\b[^.!?:;“”\"]{0,60}$")


def _joined_quote(scene: Scene, v: int, end: int) -> int:
    """The end of quoted words that "and" or "but" joins to a clause: not to “mend it” | but to “end
    it.”
    """
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
