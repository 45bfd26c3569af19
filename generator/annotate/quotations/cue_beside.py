"""The cue that stands beside a quoted run: behind it, before it, or at the end of the block
above.
"""

from __future__ import annotations

import re

from generator.annotate.quotations.cues import cue_of
from generator.annotate.quotations.scene import Cue, Scene
from generator.annotate.quotations.subjects import find_subject
from generator.annotate.text.tree import FINITE, Tree
from generator.languages.words import VERBS
from generator.model import Span

OWN_CLAUSE = ("relcl", "acl", "advcl")


def is_named_thing(scene: Scene, number: int) -> bool:
    """A title rather than speech: “Meet the Press.”"""
    words = re.findall(r"[^\W\d_]+", scene.runs[number].inner.of(scene.text))
    return 0 < len(words) <= 6 and words[0][0].isupper() and words[-1][0].isupper()


def names_a_work(scene: Scene, number: int) -> bool:
    """Whether a run is the title of something that words before it name: In her book, “Make It
    Rain,” Lee …
    """
    run = scene.runs[number]
    start = max(scene.blocks[run.block].span.start, run.span.start - 40)
    before = scene.text[start : run.span.start].rstrip()
    return (is_named_thing(scene, number) and before[-1:].isalpha()) or (
        is_named_thing(scene, number) and before.endswith(",") and bool(WORK.search(before))
    )


WORK = re.compile(
    r"\b(?:book|novel|memoir|film|movie|song|album|show|series|play|article|essay|report|paper|poem|column|podcast|speech)"
    r"s?\b[^.]{0,25},$"
)


def last_character(scene: Scene, number: int) -> str:
    """The last character inside a run, marks of a quotation in it left out; "" for an empty one."""
    return scene.runs[number].inner.of(scene.text).rstrip(" '’‘”\"")[-1:]


def cue_before(scene: Scene, number: int) -> Cue | None:
    """Lee said, “…” / Lee told reporters: “…” / She called it: “…”: the cue of the words before a
    run; None = none.
    """
    tree, run = scene.tree, scene.runs[number]
    start = scene.blocks[run.block].span.start
    if number and scene.runs[number - 1].block == run.block:
        start = max(start, scene.runs[number - 1].span.end)
    lead = scene.text[start : run.span.start].rstrip()
    high = tree.at(run.span.start)
    while high > 0 and tree.start[high - 1] >= run.span.start:
        high -= 1
    if not lead or high == 0 or tree.start[high - 1] < start:
        return None
    low = max(tree.at(start), tree.first[high - 1])
    if lead.endswith(":"):
        return None if LABEL.search(lead) else _cue_at_colon(scene, low, high)
    return _cue_at_comma(scene, number, low, high) if lead.endswith(",") else None


def _cue_at_comma(scene: Scene, number: int, low: int, high: int) -> Cue | None:
    """The cue of the words between two tokens that a comma parts from a run: Lee said, “…”"""
    if names_a_work(scene, number):
        return None  # he said in his book, “Make It Rain.”
    cue = _verb_before(scene, low, high, 25)
    if cue is None or _interrupts(scene, cue, number):
        return None
    if cue.lemma == "put" and scene.tree.words[cue.token + 1 : cue.token + 2] == ["it"]:
        return cue  # as Lee put it, “…”
    if cue.lemma not in VERBS.say and not _right_before(scene, cue, scene.runs[number].span.start):
        return None
    return None if _reports_between(scene, cue.token, high) else cue


# a name between a dash and a colon: Turnout was high – Ann Lee: “…”
LABEL = re.compile(
    r" [—–-] ?(?:(?:[Mm]ore )?[Ff]rom )?"
    r"(?P<name>(?:the [a-z]+|[A-Z][\w.’'-]*)(?: (?:and |of )?[A-Z][\w.’'-]*){0,6}):$"
)


RIGHT_BEFORE = re.compile(r"(?: back| out| in (?:response|reply|return)| again| aloud)?, *$")


def _right_before(scene: Scene, cue: Cue, start: int) -> bool:
    """Whether a verb of manner and a comma stand right before a quotation: They chanted, “…” / She
    shot back, “…”
    """
    behind = scene.text[scene.tree.end[cue.token] : start]
    return (
        cue.lemma in VERBS.manner - VERBS.moves - VERBS.thought
        and cue.printed is not None
        and RIGHT_BEFORE.match(behind) is not None
    )


def _interrupts(scene: Scene, cue: Cue, number: int) -> bool:
    """Whether the run carries on a clause that the cue interrupts: The road, Lee said, “is a
    ditch.”
    """
    run = scene.runs[number]
    before = scene.text[
        max(scene.sentence(cue.token).start, cue.clause.start - 20) : cue.clause.start
    ].rstrip()
    if CONNECTIVE.match(before):
        return False
    return before.endswith((",", "—", "–")) and run.inner.of(scene.text)[:1].islower()


CONNECTIVE = re.compile(
    r"\W*(?:And|But|Still|Yet|So|Then|However|Now|Instead|Meanwhile|Also|Again),$"
)


def _reports_between(scene: Scene, verb: int, high: int) -> bool:
    """Whether the words between a verb and a run are what the verb reports, so that the run only
    ends them.
    """
    tree = scene.tree
    clauses = [kid for kid in tree.kids_by(verb, "ccomp") if tree.left[kid] < high <= kid]
    if any(tree.subject(kid) is not None for kid in clauses):
        return True  # noted that Lee, who is ill, “is a fighter”
    between = [
        kid
        for kid in tree.kids_by(verb, "dobj", "ccomp", "xcomp", "attr", "oprd")
        if verb < kid < high
    ]
    if not all(_is_listener(tree, verb, kid) for kid in between):
        return True
    return any(_is_main_verb(tree, i) for i in range(verb + 1, high))


def _is_listener(tree: Tree, verb: int, kid: int) -> bool:
    """Whether an object is the one spoken to: told her, “…” / told reporters, “…”"""
    if tree.words[kid] in ("reporters", "journalists"):
        return True
    told = VERBS.lemma(tree.words[verb]) in VERBS.tells_someone
    return tree.dep[kid] == "dobj" and (told or tree.pos[kid] in ("PROPN", "PRON"))


def _is_main_verb(tree: Tree, i: int) -> bool:
    """Whether a token is a finite verb outside clauses that hang on a noun or a verb."""
    if tree.pos[i] not in ("VERB", "AUX") or tree.tag[i] not in FINITE:
        return False
    helper = tree.dep[i] in ("aux", "auxpass")
    return tree.dep[tree.head[i] if helper else i] not in OWN_CLAUSE


def _verb_before(scene: Scene, low: int, high: int, far: int) -> Cue | None:
    """The cue of the last reporting verb before a token; one in a clause about a noun only where
    there is no other.
    """
    tree, of_somebody = scene.tree, None
    for i in range(high - 1, max(low, high - far) - 1, -1):
        verb = VERBS.lemma(tree.words[i])
        if verb and (tree.pos[i] in ("VERB", "AUX") or tree.words[i] in ("says", "said")):
            if tree.dep[i] != "relcl" or verb in VERBS.say:
                return cue_of(scene, i, verb)
            of_somebody = i if of_somebody is None else of_somebody
    if of_somebody is None:
        return None
    return cue_of(scene, of_somebody, VERBS.lemma(tree.words[of_somebody]))


def _cue_at_colon(scene: Scene, low: int, high: int) -> Cue | None:
    """The cue of a sentence that ends in a colon: its last reporting verb, else its first verb."""
    tree = scene.tree
    cue = _verb_before(scene, low, high, 40)
    if cue is not None and cue.printed is not None and cue.how != "noun":
        return cue
    for i in _told_verbs(tree, low, high):
        subject, how = find_subject(scene, i, tree.kid(i, "auxpass") is not None)
        if subject is not None and how == "subject":
            return cue_of(scene, i, VERBS.lemma(tree.words[i]) or tree.words[i])
    return cue


def _told_verbs(tree: Tree, low: int, high: int) -> list[int]:
    """The finite verbs among tokens; where there are any, those of main clauses."""
    verbs = [
        i
        for i in range(low, high)
        if tree.pos[i] in ("VERB", "AUX") and tree.tag[i] in ("VBD", "VBZ", "VBP")
    ]
    return [i for i in verbs if tree.dep[i] not in OWN_CLAUSE] or verbs


def cue_above(scene: Scene, number: int) -> Cue | None:
    """Lee said: (end of block) “…”: the cue in the last sentence of the block above a run that
    opens its block.
    """
    run = scene.runs[number]
    if run.block == 0 or scene.text[scene.blocks[run.block].span.start : run.span.start].strip():
        return None
    return cue_at_end(scene, scene.blocks[run.block - 1].span)


def cue_at_end(scene: Scene, above: Span) -> Cue | None:
    """The cue of the last sentence of a stretch of text that ends in a colon; None = no colon, or
    nobody speaks.
    """
    tree = scene.tree
    if not above.of(scene.text).rstrip(" *_").endswith(":") or not tree.words:
        return None
    high = tree.at(above.end - 1) + 1
    return _cue_at_colon(scene, max(tree.first[high - 1], tree.at(above.start)), high)


def continues_block(scene: Scene, number: int) -> bool:
    """Whether a run opens its block and there is nothing in the block but quoted runs."""
    block = scene.runs[number].block
    span = scene.blocks[block].span
    own = scene.runs[number].span
    # On the batting: (next line) “…” — a line of nothing but marks is as good as a block
    line = scene.text.rfind("\n", span.start, own.start) + 1
    end = scene.text.find("\n", own.end, span.end)
    at, span = max(line, span.start), Span(span.start, end if end >= 0 else span.end)
    for k in scene.runs_of[block]:
        if scene.runs[k].span.end <= at or scene.runs[k].span.start >= span.end:
            continue
        if re.search(r"\w", scene.text[at : scene.runs[k].span.start]):
            return False
        at = scene.runs[k].span.end
    return not re.search(r"\w", scene.text[at : span.end])
