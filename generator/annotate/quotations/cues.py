"""Where a word reports speech, and who its subject is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.annotate.quotations.scene import Cue, Scene
from generator.annotate.quotations.speaker_phrase import whole_phrase
from generator.annotate.quotations.subjects import NOUNS, find_subject, main_subject, noun_phrase
from generator.annotate.text.tree import FINITE, Tree
from generator.languages.words import GRAMMAR, SPEECH, VERBS
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
        if verb not in VERBS.reporting and verb != "hear":
            continue
        if _may_report(scene, i, verb) and not any(
            # the title of another article
            span.start <= tree.start[i] < span.end
            for span in pointers
        ):
            yield cue_of(scene, i, verb)


def _may_report(scene: Scene, i: int, verb: str) -> bool:
    """Whether a form of a verb of speech is one, outside quotation marks."""
    tree = scene.tree
    if tree.pos[i] not in ("VERB", "AUX") and not _mistagged(tree, i):
        return False
    if scene.run_at(tree.start[i]) is not None or tree.dep[i] in ("amod", "compound"):
        return False
    if tree.words[i + 1 : i + 4] == ["not", "to", "be"]:
        return False  # officials who asked not to be named
    return verb != "rule" or tree.words[i + 1 : i + 2] != ["out"]


def _mistagged(tree: Tree, i: int) -> bool:
    """A reporting verb that the tagger took for a noun, in its commonest forms: “…,” Lee says."""
    return tree.words[i] in ("says", "said")


def _is_court(tree: Tree, i: int) -> bool:
    """Whether those who hear are a court: The court heard that …: what was said before it."""
    subject = tree.kid(i, "nsubj")
    return subject is not None and tree.words[subject] in SPEECH.courts


def cue_of(scene: Scene, i: int, verb: str, subject: int | None = None) -> Cue:
    """The cue for a reporting verb at a token; `subject` is its subject's head where a rule knows
    better.
    """
    tree = scene.tree
    subject = _quoted_one(tree, i) if subject is None else subject
    participle = _is_participle(tree, i)
    if participle and _is_past(tree, i, verb):
        participle, subject = False, tree.head[i]
    passive = participle or tree.in_passive(i)
    how = "subject" if subject == tree.head[i] else "beside"
    if subject is None:
        subject, how = _own_subject(scene, i, passive)
    printed = _printed(scene, i, subject, how, passive)
    span = _with_helpers(tree, i)
    clause = span
    if printed is not None and _near(scene, printed, span):
        clause = Span(min(span.start, printed.start), max(span.end, printed.end))
    return Cue(i, verb, verb in VERBS.say or verb == "hear", span, printed, clause, how, passive)


def _is_participle(tree: Tree, i: int) -> bool:
    """Whether a verb hangs on something as a participle of its own: Asked who it was, …"""
    return (
        tree.tag[i] == "VBN"
        and tree.dep[i] in ("advcl", "acl")
        and tree.kid(i, "aux", "nsubj") is None
    )


def _own_subject(scene: Scene, i: int, passive: bool) -> tuple[int | None, str]:
    """The subject's head as the tree has it, or who does the rest of the sentence."""
    subject, how = find_subject(scene, i, passive)
    quoted = subject is not None and scene.run_at(scene.tree.start[subject]) is not None
    if (subject is None or quoted) and not passive and scene.run_at(scene.tree.start[i]) is None:
        return main_subject(scene, i), "shared"
    return subject, how


def _printed(scene: Scene, i: int, subject: int | None, how: str, passive: bool) -> Span | None:
    """Who speaks, as printed; None = nobody is named."""
    if subject is None:
        return None if passive else _name_before(scene, i)
    printed = noun_phrase(scene, subject, i)
    return printed if how == "relative" else whole_phrase(scene, printed, i)


def _with_helpers(tree: Tree, i: int) -> Span:
    """A verb with its auxiliaries and its particle: "has been told", "lashed out"."""
    if tree.words[i - 2 : i + 1] == ["quoted", "as", "saying"]:
        start = min([i - 2, *tree.kids_by(i - 2, "aux", "auxpass")])
    else:
        helpers = [kid for kid in tree.kids_by(i, "aux", "auxpass", "neg") if i - 5 < kid < i]
        start = min([i, *(kid for kid in helpers if tree.pos[kid] not in NOUNS)])
    end = i + 1 if i + 1 in tree.kids[i] and tree.dep[i + 1] == "prt" else i
    return Span(tree.start[start], tree.end[end])


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
        or tree.words[before] in GRAMMAR.no_subjects
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
        if tree.subject(cue.token) is not None:
            continue
        above = _reporting_above(tree, cue.token, by_token)
        if above is None or not cues[above].say or cues[above].printed is None:
            continue
        main, separator = cues[above], _separator(scene, cue.token)
        if separator is not None and _goes_on(scene, main, cue, separator):
            cues[k] = replace(cue, printed=main.printed, clause=cue.span, how="shared")
            scene.cuts[main.token] = min(separator, scene.cuts.get(main.token, separator))
    return cues


def _goes_on(scene: Scene, main: Cue, cue: Cue, separator: int) -> bool:
    """Whether a verb behind a comma or "and" is the speaker's of the cue above it."""
    tree, tag = scene.tree, scene.tree.tag[cue.token]
    if scene.run_at(separator) is not None:
        return False
    if tag == "VBG":
        # said they were shouting | and telling him to go: others do
        return tree.words[tree.at(separator)] != "and" or tree.tag[main.token] == "VBG"
    return _tense_returns(tree, main.token, cue.token)


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
    tree, i = scene.tree, token - 1
    participle = tree.tag[token] == "VBG"
    if participle and i > 0 and _closes(tree, i):
        return tree.end[i]  # “…,” | adding
    i = _before_adverbs(scene, i)
    if i < 0:
        return None
    joined = tree.pos[i] == "CCONJ" and not participle
    if joined or (tree.words[i] == "and" and tree.dep[token] == "conj"):
        return tree.start[i]
    return tree.start[i] if participle and tree.words[i] in (",", "—", "–", "-") else None


def _closes(tree: Tree, i: int) -> bool:
    """Whether a closing mark stands behind a comma or a full stop: “…,”"""
    return tree.words[i] in ("”", '"', "''") and tree.words[i - 1] in (",", ".")


def _before_adverbs(scene: Scene, i: int) -> int:
    """The last token up to this one that is neither an adverb, a helper nor a mark; -1 where words
    in quotation marks stand first.
    """
    tree = scene.tree
    while i >= 0:
        quoted = scene.run_at(tree.start[i]) is not None
        if quoted and tree.pos[i] not in ("PUNCT", "ADV"):
            return -1
        if not quoted and tree.pos[i] not in ("ADV", "AUX", "PART"):
            return i
        i -= 1
    return -1


def _tense_returns(tree: Tree, main: int, token: int) -> bool:
    """Whether a joined verb has the tense of the main cue, unlike the clause between: "says it was
    so and tells".
    """
    between = tree.head[token]
    own = _tense(tree, token) if tree.tag[token] == "VB" else tree.tag[token]
    if tree.dep[token] != "conj" or own != _tense(tree, main):
        return False
    if VERBS.lemma(tree.words[token]) in VERBS.say | VERBS.act:
        return True
    subject = tree.subject(between)
    if subject is not None and tree.words[subject] in ("he", "she", "they", "it", "i", "we"):
        return True
    finite = [k for k in (between, *tree.kids[between]) if tree.tag[k] in FINITE]
    return all(tree.tag[k] != own for k in finite)


def _tense(tree: Tree, verb: int) -> str:
    """The tag of a verb's tense; of "did … say" that of "said"."""
    return "VBD" if _has_word(tree, verb, "did") else tree.tag[verb]


def _has_word(tree: Tree, token: int, word: str) -> bool:
    return any(tree.words[kid] == word for kid in tree.kids[token])
