"""Where a word reports speech, and who its subject is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.annotate.quotations.scene import Cue, Scene
from generator.annotate.quotations.speaker_phrase import whole_phrase
from generator.annotate.quotations.subjects import NOUNS, find_subject, main_subject, noun_phrase
from generator.annotate.text.tree import Tree
from generator.languages.words import VERBS
from generator.model import Span

POINTER = re.compile(
    r"\W*(?:READ MORE|MORE|WATCH|RELATED|LISTEN|SEE ALSO|Read more|Watch|Related|Listen|See also)\b[^:]{0,12}:"
)


def find_cues(scene: Scene) -> Iterator[Cue]:
    """Reporting verbs outside quotation marks, in text order."""
    tree = scene.tree
    pointers = [
        block.span
        for block in scene.blocks
        if POINTER.match(scene.text, block.span.start, block.span.end)
    ]
    for i, word in enumerate(tree.words):
        verb = "hear" if word in ("heard", "hears") and _is_court(tree, i) else VERBS.lemma(word)
        if (verb not in VERBS.reporting and verb != "hear") or (
            tree.pos[i] not in ("VERB", "AUX") and not _mistagged(tree, i)
        ):
            continue
        if scene.run_at(tree.start[i]) is None and tree.dep[i] not in ("amod", "compound"):
            if tree.words[i + 1 : i + 4] == ["not", "to", "be"]:
                continue  # officials who asked not to be named
            if verb == "rule" and tree.words[i + 1 : i + 2] == ["out"]:
                continue
            if any(span.start <= tree.start[i] < span.end for span in pointers):
                continue  # the title of another article
            yield cue_of(scene, i, verb)


def _mistagged(tree: Tree, i: int) -> bool:
    """A reporting verb that the tagger took for a noun, in its commonest forms: “…,” Lee says."""
    return tree.words[i] in ("says", "said")


COURTS = frozenset(
    "court inquest inquiry enquiry tribunal jury hearing committee panel commission trial".split()
)


def _is_court(tree: Tree, i: int) -> bool:
    """Whether those who hear are a court: The court heard that …: what was said before it."""
    subject = tree.kid(i, "nsubj")
    return subject is not None and tree.words[subject] in COURTS


def cue_of(scene: Scene, i: int, verb: str, subject: int | None = None) -> Cue:
    """The cue for a reporting verb at a token; `subject` is its subject's head where a rule knows
    better.
    """
    tree = scene.tree
    subject = _quoted_one(tree, i) if subject is None else subject
    participle = (
        tree.tag[i] == "VBN"
        and tree.dep[i] in ("advcl", "acl")
        and tree.kid(i, "aux", "nsubj") is None
    )
    if participle and _is_past(tree, i, verb):
        participle, subject = False, tree.head[i]
    passive = participle or tree.kid(i, "auxpass", "nsubjpass") is not None
    how = "subject" if subject == tree.head[i] else "beside"
    if subject is None:
        subject, how = find_subject(scene, i, passive)
        quoted = subject is not None and scene.run_at(tree.start[subject]) is not None
        if (subject is None or quoted) and not passive and scene.run_at(tree.start[i]) is None:
            subject, how = main_subject(scene, i), "shared"
    printed = noun_phrase(scene, subject, i) if subject is not None else None
    if printed is not None and how != "relative":
        printed = whole_phrase(scene, printed, i)
    if printed is None and not passive:
        printed = _name_before(scene, i)
    start = i
    for kid in tree.kids[i]:
        if (
            kid < start
            and tree.dep[kid] in ("aux", "auxpass", "neg")
            and tree.pos[kid] not in NOUNS
            and i - kid < 5
        ):
            start = min(start, kid)
    if tree.words[i - 2 : i + 1] == ["quoted", "as", "saying"]:
        start = min(
            [i - 2, *(kid for kid in tree.kids[i - 2] if tree.dep[kid] in ("aux", "auxpass"))]
        )
    end = i + 1 if i + 1 in tree.kids[i] and tree.dep[i + 1] == "prt" else i
    span = Span(tree.start[start], tree.end[end])
    clause = span
    if printed is not None and _near(scene, printed, span):
        clause = Span(min(span.start, printed.start), max(span.end, printed.end))
    return Cue(i, verb, verb in VERBS.say or verb == "hear", span, printed, clause, how, passive)


def _quoted_one(tree: Tree, i: int) -> int | None:
    """Who is quoted "as saying": The paper quoted | Lee | as saying that …; None = nobody, or in
    the passive.
    """
    if tree.words[i] != "saying" or tree.words[i - 1 : i] != ["as"] or tree.head[i - 1] >= i - 1:
        return None
    quoting = tree.head[i - 1]
    named = tree.kid(quoting, "dobj")
    if tree.pos[quoting] in NOUNS:  # the parser may hang "as saying" on the one who is quoted
        quoting, named = tree.head[quoting], quoting
    passive = tree.kid(quoting, "auxpass", "nsubjpass") is not None
    return named if tree.words[quoting] in QUOTES and not passive else None


QUOTES = frozenset("quoted quotes quoting cited cites citing".split())


def _is_past(tree: Tree, i: int, verb: str) -> bool:
    """Whether a form that looks like a participle on a name is its verb."""
    head = tree.head[i]
    if head >= i or tree.kid(i, "agent") is not None:
        return False
    called = tree.kid(i, "dobj") is not None and verb in VERBS.act - VERBS.say - VERBS.gives
    return (verb in VERBS.no_passive and tree.pos[head] == "PROPN") or (
        called and tree.dep[i] == "acl"
    )


# what a sentence may start with right before its verb without being anybody
NO_NAME = frozenset(
    """also then now still later earlier meanwhile yet so and but as when if after before who what which that having
    asked not never he she they it i we you once here there though while or nor to by in on at for from with""".split()
)


def _name_before(scene: Scene, verb: int) -> Span | None:
    """A capitalised word that opens the sentence right before a finite verb: the parser may not
    know it for a name.
    """
    tree = scene.tree
    before = verb - 1
    if before < 0 or tree.first[verb] != before or tree.tag[verb] not in ("VBD", "VBZ"):
        return None
    word = scene.text[tree.start[before] : tree.end[before]]
    if (
        not word[:1].isupper()
        or tree.words[before] in NO_NAME
        or word.endswith("ly")
        or not word[1:].islower()
    ):
        return None
    return Span(tree.start[before], tree.end[before])


def _near(scene: Scene, printed: Span, cue: Span) -> bool:
    """Whether subject and verb stand together, with no quotation and no long clause between."""
    first, last = min(printed.end, cue.end), max(printed.start, cue.start)
    return last - first < 120 and not scene.runs_in(Span(first, max(first + 1, last)))


def share_speakers(scene: Scene, cues: list[Cue]) -> list[Cue]:
    """Cues that the parser put into the clause reported by another cue, given back to its speaker.

    "She said the road was shut, adding that …" and "He says it is late and tells them to go": the
    second verb is the speaker's, not the road's. `scene.cuts` then says where the first clause
    ends.
    """
    tree = scene.tree
    by_token = {cue.token: k for k, cue in enumerate(cues)}
    for k, cue in enumerate(cues):
        if tree.kid(cue.token, "nsubj", "nsubjpass") is not None:
            continue
        above = _reporting_above(tree, cue.token, by_token)
        if above is None:
            continue
        main = cues[above]
        separator = _separator(scene, cue.token)
        if (
            separator is None
            or not main.say
            or main.printed is None
            or scene.run_at(separator) is not None
        ):
            continue
        if (
            tree.words[tree.at(separator)] == "and"
            and tree.tag[cue.token] == "VBG" != tree.tag[main.token]
        ):
            continue
        if tree.tag[cue.token] != "VBG" and not _tense_returns(tree, main.token, cue.token):
            continue
        cues[k] = replace(cue, printed=main.printed, clause=cue.span, how="shared")
        scene.cuts[main.token] = min(separator, scene.cuts.get(main.token, separator))
    return cues


def _reporting_above(tree: Tree, token: int, by_token: dict[int, int]) -> int | None:
    """The cue before this token whose reported clause it stands in; None if there is none."""
    at = token
    for _ in range(8):
        head = tree.head[at]
        if head == at:
            return None
        if head in by_token and head < token and tree.dep[at] == "ccomp":
            return by_token[head]
        at = head
    return None


def _separator(scene: Scene, token: int) -> int | None:
    """Where the comma or "and" before a verb stands, adverbs and auxiliaries between; None if
    neither is there.
    """
    tree = scene.tree
    i = token - 1
    if (
        tree.tag[token] == "VBG"
        and i > 0
        and tree.words[i] in ("”", '"', "''")
        and tree.words[i - 1] in (",", ".")
    ):
        return tree.end[i]
    while i >= 0 and (
        tree.pos[i] in ("ADV", "AUX", "PART") or scene.run_at(tree.start[i]) is not None
    ):
        if scene.run_at(tree.start[i]) is not None and tree.pos[i] not in ("PUNCT", "ADV"):
            return None
        i -= 1
    if i < 0:
        return None
    if tree.pos[i] == "CCONJ" and tree.tag[token] != "VBG":
        return tree.start[i]
    if tree.words[i] == "and" and tree.dep[token] == "conj":
        return tree.start[i]
    return (
        tree.start[i]
        if tree.words[i] in (",", "—", "–", "-") and tree.tag[token] == "VBG"
        else None
    )


def _tense_returns(tree: Tree, main: int, token: int) -> bool:
    """Whether a joined verb has the tense of the main cue, unlike the clause between: "says it was
    so and tells".
    """
    between = tree.head[token]
    finite = [
        k for k in (between, *tree.kids[between]) if tree.tag[k] in ("VBD", "VBZ", "VBP", "MD")
    ]
    own = (
        tree.tag[token]
        if tree.tag[token] != "VB"
        else "VBD"
        if _has_word(tree, token, "did")
        else "VB"
    )
    of_main = "VBD" if _has_word(tree, main, "did") else tree.tag[main]
    if tree.dep[token] != "conj" or own != of_main:
        return False
    subject = tree.kid(between, "nsubj", "nsubjpass")
    same = subject is not None and tree.words[subject] in ("he", "she", "they", "it", "i", "we")
    return (
        same
        or VERBS.lemma(tree.words[token]) in VERBS.say | VERBS.act
        or all(tree.tag[k] != own for k in finite)
    )


def _has_word(tree: Tree, token: int, word: str) -> bool:
    return any(tree.words[kid] == word for kid in tree.kids[token])
