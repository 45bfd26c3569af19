"""How right the program is on this very site: what it finds by itself, against what people settled
in the corrections.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.evaluate.agree import last_name
from generator.evaluate.letters import letters_of
from generator.evaluate.report import reliability
from generator.evaluate.scoring import OVERLAP, SPAN, Judged
from generator.model import Quote, Story

Verdict = Literal["right", "speaker", "words", "kind", "no quotation", "not found"]
WORDS: dict[Verdict, str] = {
    "right": "found, and all of it right",
    "speaker": "another speaker",
    "words": "other words",
    "kind": "another kind",
    "no quotation": "no quotation at all",
    "not found": "not found by the program",
}


@dataclass(frozen=True, slots=True)
class Looked:
    """A quotation that a person settled, and what was wrong with it first."""

    verdict: Verdict
    confidence: float | None  # None = the program had found none there


def looked_at(found: Story, settled: Story) -> Iterator[Looked]:
    """Each quotation of an article that a person looked at.

    `found`: as the program has it without corrections; `settled`: with them.
    """
    text, taken = found.article.text, set[int]()
    machine = found.annotations.quotes
    letters = [letters_of(text, quote.parts) for quote in machine]
    for quote in settled.annotations.quotes:
        if quote.by == "machine":
            continue
        ours = letters_of(text, quote.parts)
        alike = [
            (len(ours & theirs) / len(ours | theirs) if ours else 0.0, -at)
            for at, theirs in enumerate(letters)
            if at not in taken
        ]
        best, at = max(alike, default=(0.0, 0))
        if best < OVERLAP:
            yield Looked("not found", None)
        else:
            taken.add(-at)
            yield Looked(_verdict(machine[-at], quote, best), machine[-at].confidence)
    kept = set(settled.annotations.quotes)
    for at, quote in enumerate(machine):
        if at not in taken and quote not in kept:
            yield Looked("no quotation", quote.confidence)


def _verdict(machine: Quote, settled: Quote, alike: float) -> Verdict:
    if alike < SPAN:
        return "words"
    if machine.speaker != settled.speaker and not (
        machine.speaker
        and settled.speaker
        and last_name(machine.speaker) == last_name(settled.speaker) != ""
    ):
        return "speaker"
    return "right" if machine.kind == settled.kind else "kind"


def lines(pairs: Iterable[tuple[Story, Story]]) -> list[str]:
    """The figures, each with its count; `pairs` are (found, settled) of every article."""
    everything = list(pairs)
    looked = [one for found, settled in everything for one in looked_at(found, settled)]
    quotes = sum(len(found.annotations.quotes) for found, _ in everything)
    found = [one for one in looked if one.confidence is not None]
    if not looked:
        return ["nobody has corrected or checked a quotation yet — mkdocs serve, /review/"]
    count = Counter(one.verdict for one in looked)
    right = count["right"]
    out = [
        f"{len(found)} of the {quotes} quotations that the program finds were looked at by a person"
        f" ({_share(len(found), quotes)}), and {len(looked) - len(found)} that it does not find",
        "",
        *(
            f"{words:30}{count[verdict]:6}  {_share(count[verdict], len(looked))}"
            for verdict, words in WORDS.items()
        ),
        "",
        f"of those that it finds, {right} of {len(found)} are right in words, speaker and kind"
        f" ({_share(right, len(found))})",
        "",
    ]
    judged = [
        Judged(one.confidence, one.verdict == "right")
        for one in found
        if one.confidence is not None
    ]
    return [*out, *reliability(judged), "", *_caution(judged, everything)]


def _share(part: int, of: int) -> str:
    return f"{100 * part / of:.1f} %" if of else "-"


def _caution(judged: Sequence[Judged], pairs: Sequence[tuple[Story, Story]]) -> list[str]:
    """What is doubtful is looked at first: then the figures say less of the whole than they seem
    to.
    """
    everything = [quote.confidence for found, _ in pairs for quote in found.annotations.quotes]
    if not judged or not everything:
        return []
    mean = sum(one.confidence for one in judged) / len(judged)
    whole = sum(everything) / len(everything)
    return [
        f"mean confidence of those looked at {mean:.2f}, of all {whole:.2f}"
        + (
            ": the doubtful ones were taken first, so the whole is better"
            if mean < whole - 0.02
            else ""
        )
    ]
