"""Where a word reports speech, and who its subject is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.annotate.scene import Cue, Scene
from generator.annotate.tree import SUBJECTS, Tree
from generator.annotate.words import ACT, GIVES, NO_PASSIVE, PAPERS, REPORTING, SAY, lemma
from generator.model import Span

LONGEST_SUBJECT = 40  # tokens; a longer one is a parser's mistake, and is cut to its head noun
POINTER = re.compile(
    r"\W*(?:READ MORE|MORE|WATCH|RELATED|LISTEN|SEE ALSO|Read more|Watch|Related|Listen|See also)\b[^:]{0,12}:"
)
NOUNS = ("NOUN", "PROPN", "PRON")
CLIMB = ("conj", "advcl", "xcomp", "acomp", "pcomp", "prep", "ccomp", "dep", "parataxis")
CLIMB_NOUN = ("pobj", "dobj", "attr", "appos", "nmod")


def find_cues(scene: Scene) -> Iterator[Cue]:
    """Reporting verbs outside quotation marks, in text order."""
    tree = scene.tree
    pointers = [block.span for block in scene.blocks if POINTER.match(scene.text, block.span.start, block.span.end)]
    for i, word in enumerate(tree.words):
        verb = lemma(word)
        if verb not in REPORTING or (tree.pos[i] not in ("VERB", "AUX") and not _mistagged(tree, i)):
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


def cue_of(scene: Scene, i: int, verb: str, subject: int | None = None) -> Cue:
    """The cue for a reporting verb at a token; `subject` is its subject's head where a rule knows better."""
    tree = scene.tree
    subject = _quoted_one(tree, i) if subject is None else subject
    participle = tree.tag[i] == "VBN" and tree.dep[i] in ("advcl", "acl") and tree.kid(i, "aux", "nsubj") is None
    if participle and _is_past(tree, i, verb):
        participle, subject = False, tree.head[i]
    passive = participle or tree.kid(i, "auxpass", "nsubjpass") is not None
    how = "subject" if subject == tree.head[i] else "beside"
    if subject is None:
        subject, how = find_subject(scene, i, passive)
        quoted = subject is not None and scene.run_at(tree.start[subject]) is not None
        if (subject is None or quoted) and not passive and scene.run_at(tree.start[i]) is None:
            subject, how = _main_subject(scene, i), "shared"
    printed = noun_phrase(scene, subject, i) if subject is not None else None
    if printed is None and not passive:
        printed = _name_before(scene, i)
    start = i
    for kid in tree.kids[i]:
        if kid < start and tree.dep[kid] in ("aux", "auxpass", "neg") and tree.pos[kid] not in NOUNS and i - kid < 5:
            start = min(start, kid)
    if tree.words[i - 2 : i + 1] == ["quoted", "as", "saying"]:
        start = min([i - 2, *(kid for kid in tree.kids[i - 2] if tree.dep[kid] in ("aux", "auxpass"))])
    end = i + 1 if i + 1 in tree.kids[i] and tree.dep[i + 1] == "prt" else i
    span = Span(tree.start[start], tree.end[end])
    clause = span
    if printed is not None and _near(scene, printed, span):
        clause = Span(min(span.start, printed.start), max(span.end, printed.end))
    return Cue(i, verb, verb in SAY, span, printed, clause, how, passive)


def _quoted_one(tree: Tree, i: int) -> int | None:
    """Who is quoted "as saying": The paper quoted | Lee | as saying that …; None = nobody, or in the passive."""
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
    called = tree.kid(i, "dobj") is not None and verb in ACT - SAY - GIVES
    return (verb in NO_PASSIVE and tree.pos[head] == "PROPN") or (called and tree.dep[i] == "acl")


# what a sentence may start with right before its verb without being anybody
NO_NAME = frozenset(
    """also then now still later earlier meanwhile yet so and but as when if after before who what which that having
    asked not never he she they it i we you once here there though while or nor to by in on at for from with""".split()
)


def _name_before(scene: Scene, verb: int) -> Span | None:
    """A capitalised word that opens the sentence right before a finite verb: the parser may not know it for a name."""
    tree = scene.tree
    before = verb - 1
    if before < 0 or tree.first[verb] != before or tree.tag[verb] not in ("VBD", "VBZ"):
        return None
    word = scene.text[tree.start[before] : tree.end[before]]
    if not word[:1].isupper() or tree.words[before] in NO_NAME or word.endswith("ly") or not word[1:].islower():
        return None
    return Span(tree.start[before], tree.end[before])


def _near(scene: Scene, printed: Span, cue: Span) -> bool:
    """Whether subject and verb stand together, with no quotation and no long clause between."""
    first, last = min(printed.end, cue.end), max(printed.start, cue.start)
    return last - first < 120 and not scene.runs_in(Span(first, max(first + 1, last)))


def find_subject(scene: Scene, verb: int, passive: bool) -> tuple[int | None, str]:
    """The token that heads the speaker's phrase, and how it was found."""
    tree = scene.tree
    if passive:
        return _passive_subject(tree, verb)
    at, how = verb, "subject"
    for _ in range(6):
        subject = next((kid for kid in tree.kids[at] if tree.dep[kid] in SUBJECTS and kid != verb), None)
        if subject is not None:
            if tree.words[subject] in ("who", "that", "which") and tree.dep[at] in ("relcl", "acl"):
                head = tree.head[at]  # of a named person the pronoun is what is printed: Lee, the mayor, | who | said
                named = "PROPN" in (tree.pos[head], tree.pos[tree.head[head]] if tree.dep[head] == "appos" else "")
                return (subject if tree.words[subject] == "who" and named else head), "relative"
            return subject, how
        if at == verb and tree.tag[verb] in ("VBD", "VBZ", "VBP"):
            other = _other_subject(tree, verb)
            if other is not None:
                return other, "shared"
        dep, head = tree.dep[at], tree.head[at]
        if dep == "acl" and tree.tag[at] == "VBG" and tree.words[head] in PAPERS and tree.dep[head] == "dobj":
            at, how = tree.head[head], "shared"  # Lee issued a statement | saying …
            continue
        if dep in ("relcl", "acl"):
            return head, "noun"
        if head == at:
            break
        if dep in CLIMB or (dep in CLIMB_NOUN and tree.pos[head] in ("VERB", "AUX", "ADP")):
            at, how = head, "shared"
            continue
        break
    return None, ""


def _main_subject(scene: Scene, verb: int) -> int | None:
    """Who does the rest of a sentence that ", saying" carries on where the parser hung the verb elsewhere."""
    tree = scene.tree
    if tree.dep[verb] == "compound" and tree.head[verb] > verb and tree.pos[tree.head[verb]] == "PROPN":
        return tree.head[verb]  # Said Lee: “…”
    if tree.tag[verb] != "VBG" or tree.words[verb - 1] not in (",", "and", "while", "before", "after", "by"):
        return None
    for i in range(verb - 1, max(tree.first[verb], verb - LONGEST_SUBJECT) - 1, -1):
        head = tree.head[i]
        if tree.dep[i] == "nsubj" and i < head < verb and tree.dep[head] in ("ROOT", "ccomp", "conj"):
            return i if scene.run_at(tree.start[i]) is None and tree.tag[i] not in ("WDT", "WP") else None
    return None


def _other_subject(tree: Tree, verb: int) -> int | None:
    """A subject that the parser missed: about 4 in 10 | say …; Lee offered him a post, then | says he will help."""
    number = tree.kid(verb, "nummod")
    if number is not None and number == verb - 1:
        return number
    clauses = tree.kids_by(verb, "ccomp")
    if not any(clause > verb for clause in clauses) or tree.tag[tree.first[verb]] == "``":
        return None
    for clause in clauses:
        subject = tree.kid(clause, "nsubj")
        if clause < verb and tree.tag[clause] == tree.tag[verb] and subject is not None:
            return subject
    return None


def share_speakers(scene: Scene, cues: list[Cue]) -> list[Cue]:
    """Cues that the parser put into the clause reported by another cue, given back to its speaker.

    "She said the road was shut, adding that …" and "He says it is late and tells them to go": the second verb is the
    speaker's, not the road's. `scene.cuts` then says where the first clause ends.
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
        if separator is None or not main.say or main.printed is None or scene.run_at(separator) is not None:
            continue
        if tree.words[tree.at(separator)] == "and" and tree.tag[cue.token] == "VBG" != tree.tag[main.token]:
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
    """Where the comma or "and" before a verb stands, adverbs and auxiliaries between; None if neither is there."""
    tree = scene.tree
    i = token - 1
    if tree.tag[token] == "VBG" and i > 0 and tree.words[i] in ("”", '"', "''") and tree.words[i - 1] in (",", "."):
        return tree.end[i]
    while i >= 0 and (tree.pos[i] in ("ADV", "AUX", "PART") or scene.run_at(tree.start[i]) is not None):
        if scene.run_at(tree.start[i]) is not None and tree.pos[i] not in ("PUNCT", "ADV"):
            return None
        i -= 1
    if i < 0:
        return None
    if tree.pos[i] == "CCONJ" and tree.tag[token] != "VBG":
        return tree.start[i]
    if tree.words[i] == "and" and tree.dep[token] == "conj":
        return tree.start[i]
    return tree.start[i] if tree.words[i] in (",", "—", "–", "-") and tree.tag[token] == "VBG" else None


def _tense_returns(tree: Tree, main: int, token: int) -> bool:
    """Whether a joined verb has the tense of the main cue, unlike the clause between: "says it was so and tells"."""
    between = tree.head[token]
    finite = [k for k in (between, *tree.kids[between]) if tree.tag[k] in ("VBD", "VBZ", "VBP", "MD")]
    own = tree.tag[token] if tree.tag[token] != "VB" else "VBD" if _has_word(tree, token, "did") else "VB"
    of_main = "VBD" if _has_word(tree, main, "did") else tree.tag[main]
    if tree.dep[token] != "conj" or own != of_main:
        return False
    subject = tree.kid(between, "nsubj", "nsubjpass")
    same = subject is not None and tree.words[subject] in ("he", "she", "they", "it", "i", "we")
    return same or lemma(tree.words[token]) in SAY | ACT or all(tree.tag[k] != own for k in finite)


def _has_word(tree: Tree, token: int, word: str) -> bool:
    return any(tree.words[kid] == word for kid in tree.kids[token])


def _passive_subject(tree: Tree, verb: int) -> tuple[int | None, str]:
    agent = tree.kid(verb, "agent")
    if agent is not None:
        by = tree.kid(agent, "pobj")
        if by is not None:
            return by, "agent"
    if tree.words[verb] in ("quoted", "reported", "said") and any(
        tree.words[kid] in ("as", "saying") for kid in tree.kids[verb]
    ):
        return tree.kid(verb, "nsubjpass", "nsubj"), "subject"
    return None, "passive"


def noun_phrase(scene: Scene, head: int, verb: int) -> Span:
    """The phrase around a noun as printed, without a clause or quotation that hangs on it."""
    tree = scene.tree
    tokens = {head}
    todo = [head]
    while todo:
        at = todo.pop()
        for kid in tree.kids[at]:
            if kid != verb and _belongs(scene, at, kid, verb):
                tokens.add(kid)
                todo.append(kid)
    left = right = head
    while left - 1 in tokens or (left - 2 in tokens and tree.pos[left - 1] == "PUNCT"):
        left -= 1
    while right + 1 in tokens or (right + 2 in tokens and tree.pos[right + 1] == "PUNCT"):
        right += 1
    if left <= verb <= right or right - left > LONGEST_SUBJECT:
        left = right = head
    return Span(tree.start[left], tree.end[right])


def _belongs(scene: Scene, noun: int, kid: int, verb: int) -> bool:
    """Whether a child belongs to the phrase of a speaker as printed."""
    tree = scene.tree
    dep = tree.dep[kid]
    if dep in ("punct", "acl", "advcl", "ccomp", "parataxis") or tree.pos[kid] == "SPACE":
        return False
    if dep == "relcl":  # "two officials who saw it", but not what follows a comma
        edge = tree.left[kid]
        near = tree.pos[noun] == "NOUN" and tree.words[edge - 1] != "," and tree.right[kid] - edge < 20
        return near and not edge <= verb <= tree.right[kid]
    if dep == "cc" and tree.kid(noun, "conj") is None:
        return False
    if dep == "prep" and tree.pos[noun] == "PROPN":  # "said Lee in Lisbon", "said Lee of her neighbour"
        pobj = tree.kid(kid, "pobj")
        if tree.words[kid] != "of" or pobj is None or tree.pos[pobj] != "PROPN":
            return False
    return scene.run_at(tree.start[kid]) is None or scene.run_at(tree.start[noun]) is not None


def subject_beside(scene: Scene, verb: int, low: int, high: int) -> int | None:
    """The head of the noun phrase right before a verb, or else right behind it, among the tokens low … high - 1.

    For where the parser hung the subject elsewhere: it reads “…,” said Lee less well than plain clauses.
    """
    tree = scene.tree
    before = [i for i in range(low, verb) if tree.pos[i] in NOUNS]
    if before:
        return _top(tree, before[0], low, verb)
    for i in range(verb + 1, min(high, verb + 12)):
        if tree.pos[i] in NOUNS:
            return _top(tree, i, verb + 1, high)
        if tree.pos[i] in ("VERB", "PUNCT", "ADP", "SCONJ"):
            break
    return None


def _top(tree: Tree, token: int, low: int, high: int) -> int:
    """The highest noun above a token that still lies among low … high - 1."""
    while low <= tree.head[token] < high and tree.head[token] != token and tree.pos[tree.head[token]] in NOUNS:
        token = tree.head[token]
    return token
