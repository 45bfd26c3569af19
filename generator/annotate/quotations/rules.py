"""Where the quotations are: direct, mixed, indirect.

The order is fixed: quoted runs with a cue beside them, then reported clauses around the remaining
cues, then quoted runs that carry on without a cue. A rule's name is the `Quote.rule` that the user
sees; to catch a new way of quoting, append a function to one of the lists.
"""

from __future__ import annotations

from generator.annotate.quotations.acts import CLAUSES, called_too
from generator.annotate.quotations.asides import according_to
from generator.annotate.quotations.carried_over import carry_over
from generator.annotate.quotations.colons import headline_colon
from generator.annotate.quotations.happened import was_said
from generator.annotate.quotations.in_marks import QUOTED, verb_then_quote
from generator.annotate.quotations.labels import headline_dash
from generator.annotate.quotations.nouns import noun_cue
from generator.annotate.quotations.scene import Found, Scene
from generator.annotate.quotations.turns import letter, turns, words_below

LAYOUT = [headline_colon, headline_dash, turns, letter, words_below]
RULES = [*LAYOUT, *QUOTED, according_to, *CLAUSES, verb_then_quote, noun_cue, carry_over]


def candidates(scene: Scene) -> list[Found]:
    """What the rules find, in the order of the rules; no two share a cue."""
    found: list[Found] = []
    taken: set[int] = set()  # runs
    cues_used: set[int] = set()

    def keep(one: Found | None) -> bool:
        if one is None:
            return False
        if was_said(scene, one):
            found.append(one)
        for part in one.parts:
            taken.update(scene.runs_in(part))
        if one.cue:
            cues_used.add(one.cue.end)
        return True

    for layout in LAYOUT:
        for one in layout(scene):
            keep(one)
    for number in range(len(scene.runs)):
        if number not in taken:
            any(keep(rule(scene, number, taken)) for rule in QUOTED)
    for token, word in enumerate(scene.tree.words):
        if word == "according" and scene.tree.words[token + 1 : token + 2] == ["to"]:
            keep(
                according_to(scene, token)
                if scene.run_at(scene.tree.start[token]) is None
                else None
            )
    for cue in scene.cues:
        if cue.span.end not in cues_used:
            any(keep(rule(scene, cue)) for rule in CLAUSES)
            for one in called_too(scene, found[-1]) if found else ():
                keep(one)
    for number in range(len(scene.runs)):
        if number not in taken:
            keep(verb_then_quote(scene, number, taken))
    for token in range(len(scene.tree.words)):
        if scene.run_at(scene.tree.start[token]) is None:
            keep(noun_cue(scene, token))
    return carry_over(scene, found, taken)
