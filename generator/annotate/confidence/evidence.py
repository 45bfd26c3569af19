"""What speaks for and against a quotation, as numbers: what `confidence` weighs. No judgement here.

Each function yields pairs (name, number). A name such as "rule clause" is 1 where it holds and
absent where not; what cannot be told (no cue, no parse) is absent too. Nothing depends on single
words of an article, only on how many they are, what they are to each other, and on which of our own
lists the verb of speech stands in.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator

from generator.annotate.confidence.sentence_evidence import (
    WORD,
    of_candidates,
    of_parse,
    of_sentence,
)
from generator.annotate.quotations.scene import Scene
from generator.languages.words import VERBS
from generator.model import Name, Quote, Span

Evidence = dict[str, float]
DASH = re.compile(r"—| [–-] ")
JOINS = re.compile(r"\b(?:and|but|or)\b")
JOINED = re.compile(r", (?:and|but|while|which|who|though|although)\b")
TURNS = re.compile(
    r"\b(?:if|when|because|while|as|who|which|after|before|since|until|although|though|where)\b"
)
FAR = 999  # characters; farther is as good as never
MENTIONS = 50  # looked back over
SEVERAL = 4  # people; more are no harder to tell apart
PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "who"))
BEHIND_CUE = frozenset(
    (
        "dobj",
        "prep",
        "xcomp",
        "ccomp",
        "advcl",
        "npadvmod",
        "dative",
        "advmod",
        "conj",
        "prt",
        "acomp",
    )
)


def evidence(scene: Scene, names: tuple[Name, ...], quotes: tuple[Quote, ...]) -> list[Evidence]:
    """For each quotation of an article, its speaker resolved, what is known about it; in the order
    given.
    """
    kinds = {name.label: name for name in names}
    named = sorted(
        (mention.span.start, name.label)
        for name in names
        for mention in name.mentions
        if name.kind == "person" and mention.form != "role"
    )
    found = []
    for index, quote in enumerate(quotes):
        pairs = [*_of_rules(quote), *_of_words(scene, quote), *_of_speaker(scene, kinds, quote)]
        pairs += (
            [("others named since", _others_since(named, quote))]
            if quote.speaker is not None
            else []
        )
        pairs += _of_neighbours(scene, quotes, index)
        if quote.cue is not None:
            pairs += _of_cue(scene, quote, quote.cue)
        if scene.tree.words:
            pairs += [
                *of_sentence(scene, quote),
                *of_parse(scene, quote),
                *of_candidates(scene, quote),
            ]
        found.append({name: float(value) for name, value in pairs})
    return found


def cue_class(scene: Scene, quote: Quote) -> str:
    """What the words of the cue are: "said", "saying", "telling", "according to", a verb of our
    lists, or "other".
    """
    words = quote.cue.of(scene.text).lower().split() if quote.cue else ["other"]
    if words[0] == "according":
        return "according to"
    if words in (["said"], ["says"]):
        return "said"
    lemma = VERBS.lemmas.get(words[-1], "")
    if lemma in ("say", "tell"):
        return "saying" if lemma == "say" else "telling"
    for name, verbs in (
        ("statement or act", VERBS.say & VERBS.act),
        ("statement", VERBS.say),
        ("act", VERBS.act),
        ("thought", VERBS.thought),
    ):
        if lemma in verbs:
            return name
    return "manner" if lemma else "other"


def _of_rules(quote: Quote) -> Iterator[tuple[str, float]]:
    yield quote.kind, 1
    yield f"rule {quote.rule}", 1
    yield f"speaker rule {quote.speaker_rule or 'none'}", 1


def _of_words(scene: Scene, quote: Quote) -> Iterator[tuple[str, float]]:
    """Length, marks and edges of the quoted words."""
    text, start, end = scene.text, quote.parts[0].start, quote.parts[-1].end
    runs = [scene.runs[k] for k in scene.runs_in(Span(start, end))]
    words = sum(len(part.of(text).split()) for part in quote.parts)
    quoted = sum(run.words(text) for run in runs)
    yield "words", words
    yield "quoted words", quoted
    yield "share quoted", quoted / max(1, words)
    yield "runs", len(runs)
    yield "marks missing", sum(not (run.opened and run.closed) for run in runs)
    yield "parts", len(quote.parts)
    body = "".join(text[a:b] for a, b in _outside(quote.parts, [run.span for run in runs]))
    whole = " ".join(part.of(text) for part in quote.parts)
    yield "commas", whole.count(",")
    yield "commas outside marks", body.count(",")
    yield "dashes", len(DASH.findall(whole))
    yield "joins", len(JOINS.findall(body))
    yield "joined", len(JOINED.findall(body))
    yield "turns", len(TURNS.findall(body))
    yield "begins in marks", scene.run_at(start) is not None
    yield "ends in marks", scene.run_at(end - 1) is not None
    yield (
        "ends at a stop",
        text[end : end + 1] in (".", ",", "\n", "", "?", "!") or text[end - 1] in "”\"'’",
    )
    yield "begins with a capital", text[start : start + 3].lstrip("“\"'‘`«„")[:1].isupper()
    before = text[:start].rstrip()[-1:] if start < 4 else text[start - 4 : start].rstrip()[-1:]
    yield "behind a stop", before in (".", "?", "!", "”", '"', "")
    yield "behind a colon", before == ":"
    yield "behind a comma", before == ","
    first, last = scene.block_at(start), scene.block_at(end - 1)
    yield "blocks", last - first
    yield "block", min(first, 9)
    yield "words of the block", len(scene.blocks[first].span.of(text).split())
    yield "rest of the block", min(FAR, scene.blocks[last].span.end - end)


def _outside(parts: tuple[Span, ...], holes: list[Span]) -> Iterator[tuple[int, int]]:
    """The stretches of some spans that lie outside others; both in text order and disjoint; one
    pass over both.
    """
    k = 0
    for part in parts:
        at = part.start
        while k < len(holes) and holes[k].start < part.end:
            if holes[k].start > at:
                yield at, holes[k].start
            at = max(at, holes[k].end)
            if holes[k].end > part.end:
                break
            k += 1
        if at < part.end:
            yield at, part.end


def _of_speaker(scene: Scene, names: dict[str, Name], quote: Quote) -> Iterator[tuple[str, float]]:
    if quote.speaker is not None:
        name = names[quote.speaker]
        yield f"said by a {name.kind}", 1
        yield "mentions", len(name.mentions)
    if quote.printed is None:
        return
    text, printed = scene.text, quote.printed
    words = printed.of(text).split()
    yield "words of the speaker", len(words)
    yield "capitals of the speaker", sum(word[:1].isupper() for word in words)
    yield "pronoun", printed.of(text).lower() in PRONOUNS
    yield "speaker apart", min(FAR, min(_gap(part, printed) for part in quote.parts))
    yield "speaker in front", printed.start < quote.parts[0].start
    yield (
        "paragraphs to the speaker",
        min(9, scene.block_at(quote.parts[0].start) - scene.block_at(printed.start)),
    )
    if quote.cue is not None:
        first, last = min(printed.end, quote.cue.end), max(printed.start, quote.cue.start)
        yield (
            "words between speaker and cue",
            min(99, len(WORD.findall(text, first, max(first, last)))),
        )


def _others_since(named: list[tuple[int, str]], quote: Quote) -> int:
    """How many other people are named between the last time that the speaker is and the words for
    the speaker.
    """
    place = (quote.printed or quote.parts[0]).start
    others: set[str] = set()
    nearest = bisect.bisect_left(named, (place, "")) - 1
    for at in range(nearest, max(-1, nearest - MENTIONS), -1):
        if named[at][1] == quote.speaker or len(others) >= SEVERAL:
            break
        others.add(named[at][1])
    return len(others)


def _gap(one: Span, other: Span) -> int:
    return max(0, other.start - one.end, one.start - other.end)


def _of_neighbours(
    scene: Scene, quotes: tuple[Quote, ...], index: int
) -> Iterator[tuple[str, float]]:
    """How near the quotations before and behind are, and whether they are of the same speaker."""
    quote = quotes[index]
    if index:
        before = quotes[index - 1]
        yield "gap before", min(FAR, quote.parts[0].start - before.parts[-1].end)
        yield "same speaker before", before.speaker == quote.speaker
        yield f"behind a {before.rule}", 1
    if index + 1 < len(quotes):
        behind = quotes[index + 1]
        yield "gap behind", min(FAR, behind.parts[0].start - quote.parts[-1].end)
        yield "same speaker behind", behind.speaker == quote.speaker
        yield f"before a {behind.rule}", 1
    yield "quotations a paragraph", len(quotes) / max(1, len(scene.blocks))


def _of_cue(scene: Scene, quote: Quote, cue: Span) -> Iterator[tuple[str, float]]:
    what = cue_class(scene, quote)
    yield f"cue {what}", 1
    yield f"{quote.kind} cue {what}", 1
    yield "words of the cue", len(cue.of(scene.text).split())
    yield "cue apart", min(FAR, min(_gap(part, cue) for part in quote.parts))
    yield "cue in front", cue.start < quote.parts[0].start
    yield "cue behind", cue.start >= quote.parts[-1].end
    if not scene.tree.words or what == "according to":
        return
    tree = scene.tree
    verb = min(tree.at(cue.end - 1), len(tree.words) - 1)
    yield f"cue is {tree.dep[verb]}", 1
    yield f"cue tag {tree.tag[verb]}", 1
    yield "cue's place", min(99, verb - tree.first[verb])
    yield "words behind the cue's sentence", tree.last[verb] - verb
    head, depth = verb, 0
    while tree.head[head] != head and depth < 9:
        head, depth = tree.head[head], depth + 1
    yield "cue's depth", depth
    for kid in tree.kids[verb]:
        if kid > verb and tree.dep[kid] in BEHIND_CUE:
            yield f"cue has {tree.dep[kid]}", 1
        elif kid < verb and (tree.dep[kid] in ("aux", "auxpass", "neg", "mark")):
            yield f"cue has {tree.dep[kid]} {tree.tag[kid]}", 1
    subjects = [kid for kid in tree.kids[verb] if tree.dep[kid] in ("nsubj", "nsubjpass")]
    yield "subjects of the cue", len(subjects)
    printed = quote.printed
    yield (
        "own subject",
        printed is not None and any(printed.start <= tree.start[k] < printed.end for k in subjects),
    )
