"""Where a reported clause ends: before an afterthought, the next speaker, an aside."""

from __future__ import annotations

import re
from itertools import islice

from generator.annotate.quotations.scene import Cue, Scene
from generator.annotate.text.tree import Tree
from generator.languages.words import SPEECH, VERBS
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
        if tree.words[i] not in (",", "—", "–"):
            continue
        first, close = i + 1, tree.end[i - 1]
        number = scene.run_at(tree.start[i])
        if number is not None:  # “a fool,” | adding …: the comma stands inside the marks
            close = scene.runs[number].span.end
            first = tree.at(close)
            if scene.has_words(tree.end[i], close) or first >= len(tree.words):
                continue
        for top in (first, *tree.above(first)):
            if tree.left[top] != first:
                break
            told = tree.dep[top] != "relcl" or tree.words[first] in ("which", "who")
            if (
                tree.dep[top] in deps
                and told
                and tree.right[top] >= last
                and start <= tree.head[top] < i
            ):
                if tree.dep[top] == "appos" and LISTED.search(scene.text, close, end):
                    break  # three things: a boat, a bell, and a boy
                inside = scene.runs_in(Span(tree.start[first], end))
                return end if inside else close
    return end


PAST = ("VBD", "VBZ", "VBP", "MD")


def right_clause(scene: Scene, cue: Cue, kid: int) -> Span | None:
    """What a verb with a clause behind it reports: from behind the one spoken to, up to the
    reporter's words.
    """
    tree, v = scene.tree, cue.token
    start = tree.left[kid]
    first = v + 1
    while first < start:
        branch = branch_of(tree, v, first)
        if branch is None or not is_aside(scene, cue, branch):
            break
        first = tree.right[branch] + 1
    start = _behind_time(scene, kid, start)
    if (
        first < start
        and tree.kid(kid, "nsubj", "nsubjpass", "expl", "csubj") is None
        and tree.tag[kid] in PAST
    ):
        first = v + 1  # said | about half of them were late
    to = tree.kid(kid, "aux")
    if (
        cue.lemma in ("ask", "tell")
        and not tree.kid(kid, "mark")
        and to is not None
        and tree.words[to] == "to"
        and to > start
    ):
        # urged swimmers | to keep their mouths shut
        start = to - 1 if tree.words[to - 1] in ("not", "never") else to
    if (
        first < start
        and tree.pos[first] not in ("PUNCT", "SPACE")
        and cue.lemma not in VERBS.addressed
    ):
        start = first
    last = tree.right[kid]
    for other in tree.kids[v]:
        if other > kid and tree.left[other] > last and tree.dep[other] in ("advcl", "ccomp", "dep"):
            mark = tree.kid(other, "mark", "advmod")
            if tree.dep[other] == "advcl" and (
                mark is None or tree.words[mark] not in CONTENT_MARKS
            ):
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
    end = min(end, main_clause_behind(tree, v, tree.start[start], end))
    end = min(end, _next_speaker(scene, cue, tree.start[start], end))
    if v not in scene.cuts:
        end = max(end, _joined_quote(scene, v, end))
        end = max(end, _joined_clause(scene, cue, end))
    return scene.trim(tree.start[start], end)


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
        if pattern is AND_DID and (
            tree.kid(verb, "nsubj", "nsubjpass") is not None
            or tree.tag[verb] not in ("VBD", "MD", "VB")
            or (tree.head[verb] == cue.token and tree.tag[verb] == "VBD")
        ):
            return end
        right = tree.right[verb] if tree.left[verb] > cue.token else tree.last[cue.token]
        return max(end, tree.end[right])
    return end


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


def _behind_time(scene: Scene, kid: int, start: int) -> int:
    """Where a clause starts behind a time that belongs to its cue: told reporters on Friday | she
    would stay.
    """
    tree = scene.tree
    first = tree.first_kid_at(kid, start)
    if (
        first is None
        or tree.words[start] not in ("on", "earlier", "late", "last", "this")
        or first >= kid
    ):
        return start
    noun = tree.kid(first, "pobj") if tree.dep[first] == "prep" else first
    behind = tree.right[first] + 1
    if noun is None or tree.words[noun] not in SPEECH.time or tree.words[behind] == ",":
        return start
    return behind


NEXT = re.compile(r"(?:,? (?:and|but|while)(?: (?:that|then|now|also|later))?|;) $")


# what only the speaker does behind "before"
GOES_ON = frozenset("add conclude continue note say".split())


def _next_speaker(scene: Scene, cue: Cue, start: int, end: int) -> int:
    """Where another speaker's clause is joined on: Lee said it would stand | and Sand said she
    would not stay
    """
    for other in islice(scene.cues_in(start, end + 200), MOST_CUES):
        before = other.token - 1
        goes_on = other.lemma in GOES_ON and scene.tree.tag[other.token] == "VBG"
        if (
            goes_on
            and scene.tree.words[before] == "before"
            and start < scene.tree.start[before] < end
        ):
            return scene.tree.start[before]  # told them it was shut | before adding that …
        if (
            other.token == cue.token
            or not other.say
            or other.printed is None
            or other.how != "subject"
        ):
            continue
        subject = scene.tree.kid(other.token, "nsubj", "nsubjpass")
        at = min(other.clause.start, other.span.start)
        if subject is not None and scene.tree.left[subject] < other.token:
            at = min(at, scene.tree.start[scene.tree.left[subject]])
        if start < at < end and scene.run_at(at) is None:
            match = NEXT.search(scene.text, max(start, at - 15), at)
            if match:
                return match.start()
    return end


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


def branch_of(tree: Tree, v: int, token: int) -> int | None:
    """The child of a verb that a token hangs under; None if it does not."""
    at = token
    for _ in range(30):
        if tree.head[at] == v:
            return at
        if tree.head[at] == at:
            return None
        at = tree.head[at]
    return None


def is_aside(scene: Scene, cue: Cue, branch: int) -> bool:
    """Whether a child of the cue is not part of what was said: the one spoken to, a time, a
    place.
    """
    tree = scene.tree
    dep = tree.dep[branch]
    if dep in ("dobj", "dative", "iobj"):
        return cue.lemma in VERBS.tells_someone or cue.lemma in VERBS.addressed
    if dep == "npadvmod":
        return tree.words[branch] in SPEECH.time
    if dep in ("prep", "agent") and branch > 0:
        return True
    if dep == "advmod" and tree.right[branch] - tree.left[branch] > 4:
        return False  # said | no matter what they do, the road …
    return dep in ("advmod", "punct", "prt", "neg", "nsubj", "cc")
