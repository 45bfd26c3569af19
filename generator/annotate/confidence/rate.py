"""How sure: the probability that a quotation's words and its speaker are both right.

How it is computed. `evidence` counts what speaks for and against a quotation (its rule, the class
of its verb, how many words of its sentence are left over, what stands right behind it, …). 120
small decision trees each ask up to 11 questions about these counts and give a number; their sum s
gives the probability 1 / (1 + e^-s) that words and printed speaker are right. Where that speaker
was resolved to a name, it is multiplied by how often the resolving rule names the right one,
counted by itself where the rule passed over two or more people who were named since. Trees and
shares are in `confidence.json`, as numbers over the names of `evidence`: no text of any article is
in it, and no word or list of words was taken from one.

What they were fitted on: the train splits of two collections of news marked by others (896
articles, 12,330 quotations found), a quotation counting as right if it shares 80 % of its
characters with a marked one, has the same speaker and does not name another person than the marks
do (one of the collections has names). The trees were grown by gradient boosting (Friedman 2001;
scikit-learn's implementation, which is not needed to use them):

    python -m tests.bench.calibrate score.py polnear.jsonl sfu.jsonl --first 900 --write

Checked on the dev splits, which took no part in the fit (said: mean probability; right: share that
was right; n: quotations). A quotation is also "wrong" where the annotators marked nothing, or a
span of other length: two people who mark the same news agree on .77 of the spans.

    said        mean   right      n
    0.00–0.10   0.07    0.00      2
    0.10–0.20   0.15    0.09     23
    0.20–0.30   0.25    0.21     33
    0.30–0.40   0.34    0.26     90
    0.40–0.50   0.45    0.42     99
    0.50–0.60   0.55    0.59    118
    0.60–0.70   0.65    0.67    199
    0.70–0.80   0.75    0.76    225
    0.80–0.85   0.82    0.86    177
    0.85–0.90   0.87    0.93    181
    0.90–0.95   0.92    0.98    250
    0.95–1.00   0.96    0.98    367

    python -m tests.bench.calibrate score.py polnear.jsonl sfu.jsonl --shipped

Shares of rules. What some rules find is right less often than the trees say, since most of what the
trees grew on was found by others: in train articles that the trees had not seen (five fits, each on
four fifths), less than .96 of what was high were right. Those rules whose high ones were also below .95 on
dev have a share in `confidence.json`, by which what they find is less sure: "parenthesis" (33 of 40
before), several people as the speaker, an act's object, "according to", a document's owner, no name.

Below .30 a quotation is not kept (`Annotations.left_out` counts them). Bands: high from .83. On dev
.969 of the high ones were right in words and printed speaker (.977 and .946 in the two
collections), .962 in the name too, and 52 % of all found are high. Before rules had shares, from
.86, it was .963, .960 and 51 %. Medium from .60, low below. Of single rules with ten and more that
are high on dev these are below .95: a cue in front of marks 37 of 40, no name 38 of 41, several people 28
of 30, "parenthesis" 9 of 11. A fit anew, on what today's rules find, gave less: .970 at 50 % in one
collection, but .90 for names in the other; it was not taken.

Size against coverage, in train articles not seen and before names were asked for: where 95 of 100
are right, 50 trees of 8 leaves make 49 % high, 80 of 10 leaves 50 %, 120 of 12 and 200 of 14 leaves
52 %. A logistic regression of 29 points made 37 % high.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.annotate.confidence.evidence import Evidence, evidence
from generator.annotate.confidence.forest import PAST_OTHERS, forest
from generator.annotate.quotations.scene import Scene
from generator.model import LEAST, MEDIUM, Name, Quote

# Rules for words in marks that carry on without a verb: one of the two collections marks them (.75
# right in its train split), the other hardly does (.14), and the larger one would have them all
# left out.
CARRIED = ("free_sentence", "free_block")


UNCLEAR_END = "Where it ends is not certain."
# why one may doubt a quotation; the first that holds is said
DOUBTS: list[tuple[str, Callable[[Evidence], bool]]] = [
    ("The text beside it names no speaker.", lambda found: "words of the speaker" not in found),
    ("A quotation mark is missing.", lambda found: found["marks missing"] > 0),
    (
        "The speaker is printed, but cannot be tied to a name in the article.",
        lambda found: "speaker rule none" in found,
    ),
    (UNCLEAR_END, lambda found: not found["ends at a stop"]),
    (UNCLEAR_END, lambda found: "direct" not in found and found.get("left behind", 0) > 4),
    ("The verb stands in a clause about somebody.", lambda found: "cue is relcl" in found),
    ("It reports what somebody else said.", lambda found: found.get("cues inside", 0) > 0),
    (
        "It may tell what was wished or planned, not what was said.",
        lambda found: "cue tag VB" in found,
    ),
]


def rate(scene: Scene, names: tuple[Name, ...], quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """The quotations of an article, their speakers resolved, with a confidence and a note where
    there is doubt.
    """
    if not quotes:
        return ()
    found = evidence(scene, names, quotes)
    sure = forest().probabilities(found, [resolver_of(*pair) for pair in zip(quotes, found)])
    sure = [_by_layout(quote, value) for quote, value in zip(quotes, sure)]
    sure = [max(value, PLAIN) if _plain(why) else value for value, why in zip(sure, found)]
    if scene.form.kind == "fiction":
        sure = [_in_a_story(value) for value in sure]
    return tuple(_rated(*one) for one in zip(quotes, found, sure))


# Rules that read the layout: the trees were grown on news, which hardly has any. Shares of the
# turns that are right.
BY_LAYOUT = {
    "transcript": 0.93,
    "answer": 0.9,
    "in_full": 0.85,
    "letter": 0.7,
    "words_below": 0.8,
    "label_then_quote": 0.88,
    "quote_over_name": 0.88,
    "headline_dash": 0.7,
}
UNNAMED = 0.8  # times as sure, where the label is nobody's name


def _by_layout(quote: Quote, sure: float) -> float:
    share = BY_LAYOUT.get(quote.rule)
    return sure if share is None else round(share if quote.speaker else UNNAMED * share, 2)


# What the trees doubt of “…,” he said, with nothing else to doubt: on dev and our gold set 13 of 20
# such were right
PLAIN = 0.65


def _plain(found: Evidence) -> bool:
    """Whether a quotation is all in its two marks, "said" and its speaker stand right behind it, and
    at most one other person was named since the speaker was.
    """
    whole = "direct" in found and found["marks missing"] == 0 and found["parts"] == 1
    said = "cue said" in found and found["cue apart"] + found.get("speaker apart", 0) <= 20
    near = found.get("words between speaker and cue", 1) == 0 and "speaker in front" in found
    return (
        whole
        and said
        and near
        and found["speaker in front"] == 0
        and "rule quote_then_cue" in found
        and found.get("others named since", 9) <= 1
    )


# The trees were grown on news: in stories 8 of 20 "high" ones were right, since people speak in
# turn there and are named by nobody. Times as sure, so that high is low; none is dropped for it.
IN_A_STORY = 0.6


def _in_a_story(sure: float) -> float:
    return sure if sure < LEAST else max(LEAST, round(IN_A_STORY * sure, 2))


def _rated(quote: Quote, found: Evidence, sure: float) -> Quote:
    doubts = [words for words, holds in DOUBTS if holds(found)] if sure < MEDIUM else []
    return replace(quote, confidence=sure, note=doubts[0] if doubts else "")


def resolver_of(quote: Quote, found: Evidence) -> str:
    """The rule that turned the printed speaker into a name, and whether it passed over several
    people; "" = no name.
    """
    if quote.speaker is None:
        return ""
    return quote.speaker_rule + (PAST_OTHERS if found.get("others named since", 0) > 1 else "")


def kept(quotes: tuple[Quote, ...]) -> tuple[Quote, ...]:
    """Those that are likely enough to be shown, and those in `CARRIED`, whatever their
    probability.
    """
    return tuple(quote for quote in quotes if quote.confidence >= LEAST or quote.rule in CARRIED)
