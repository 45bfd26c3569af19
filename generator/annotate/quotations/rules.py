"""Where the quotations are: direct, mixed, indirect.

The order is fixed: quoted runs with a cue beside them, then reported clauses around the remaining
cues, then quoted runs that carry on without a cue. A rule's name is the `Quote.rule` that the user
sees; to catch a new way of quoting, append a function to one of the lists.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.annotate.quotations.acts import CLAUSES, called_too
from generator.annotate.quotations.asides import according_to
from generator.annotate.quotations.carried_over import carry_over
from generator.annotate.quotations.colons import headline_colon
from generator.annotate.quotations.happened import was_said
from generator.annotate.quotations.in_full import in_full
from generator.annotate.quotations.in_marks import QUOTED, verb_then_quote
from generator.annotate.quotations.labels import headline_dash
from generator.annotate.quotations.nouns import noun_cue
from generator.annotate.quotations.scene import Cue, Found, Scene
from generator.annotate.quotations.turns import letter, turns, words_below

LAYOUT = [headline_colon, headline_dash, turns, in_full, letter, words_below]
RULES = [*LAYOUT, *QUOTED, according_to, *CLAUSES, verb_then_quote, noun_cue, carry_over]


def candidates(scene: Scene) -> list[Found]:
    """What the rules find, in the order of the rules; no two share a cue."""
    kept = Kept(scene)
    for layout in LAYOUT:
        for one in layout(scene):
            kept.add(one)
    for number in kept.free_runs():
        any(kept.add(rule(scene, number, kept.runs)) for rule in QUOTED)
    words = scene.tree.words
    outside = [i for i in range(len(words)) if scene.run_at(scene.tree.start[i]) is None]
    for token in outside:
        if words[token] == "according" and words[token + 1 : token + 2] == ["to"]:
            kept.add(according_to(scene, token))
    for cue in scene.cues:
        _around_cue(scene, cue, kept)
    for number in kept.free_runs():
        kept.add(verb_then_quote(scene, number, kept.runs))
    for token in outside:
        kept.add(noun_cue(scene, token))
    return carry_over(scene, kept.found, kept.runs)


class Kept:
    """What the rules have found so far, and what is taken by it."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.found: list[Found] = []
        self.runs: set[int] = set()
        self.cues: set[int] = set()  # where they end

    def add(self, one: Found | None) -> bool:
        """Keep what a rule found; its runs and its cue are taken, also where it was not said."""
        if one is None:
            return False
        if was_said(self.scene, one):
            self.found.append(one)
        for part in one.parts:
            self.runs.update(self.scene.runs_in(part))
        if one.cue:
            self.cues.add(one.cue.end)
        return True

    def free_runs(self) -> Iterator[int]:
        """The runs that nothing has taken yet, while others are taken."""
        return (number for number in range(len(self.scene.runs)) if number not in self.runs)


def _around_cue(scene: Scene, cue: Cue, kept: Kept) -> None:
    """The first rule for clauses that finds something around a cue, and what it calls too."""
    if cue.span.end in kept.cues:
        return
    any(kept.add(rule(scene, cue)) for rule in CLAUSES)
    for one in called_too(scene, kept.found[-1]) if kept.found else ():
        kept.add(one)
