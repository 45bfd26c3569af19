"""Which quotations a person says are one statement, or are not, as references into the corpus."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from generator.correct.attach import best_of, held_at
from generator.correct.desk import cut
from generator.correct.entries import Corrections, Passage, is_about
from generator.correct.place import Text
from generator.model import Problem, QuoteRef, SaidOfStatements, Story


def statement_pairs(
    stories: Sequence[Story], corrections: Corrections
) -> tuple[SaidOfStatements, tuple[Problem, ...]]:
    """Every pair that entries of `statements:` join or part; one whose quotation is not found is a
    problem.
    """
    # → where it is said
    pairs: dict[bool, dict[tuple[QuoteRef, QuoteRef], str]] = {True: {}, False: {}}
    problems: list[Problem] = []
    for entry in corrections.statements:
        found = [_found(stories, passage) for passage in entry.passages]
        problems += [
            Problem(entry.where, one.what, one.hint) for one in found if isinstance(one, Problem)
        ]
        refs = {one for one in found if isinstance(one, QuoteRef)}
        pairs[entry.same] |= dict.fromkeys(combinations(sorted(refs), 2), entry.where)
    for pair in [pair for pair in pairs[True] if pair in pairs[False]]:
        fact = "two quotations are said to be the same statement and not to be"
        problems.append(
            Problem(
                pairs[True].pop(pair), fact, f"see {pairs[False][pair]}, and keep one of the two"
            )
        )
    return SaidOfStatements(tuple(pairs[True]), frozenset(pairs[False])), tuple(problems)


def _found(stories: Sequence[Story], passage: Passage) -> QuoteRef | Problem:
    story = next((story for story in stories if is_about(passage, story.article)), None)
    if story is None:
        return Problem(
            "", f"there is no article {passage.article!r}", "give its address or its file"
        )
    quotes = story.annotations.quotes
    held = held_at(quotes, Text(story.article.text).find(passage.words, passage.before))
    if not held:
        return Problem(
            "", f"no quotation is found at the words {cut(passage.words)!r}", "copy its words again"
        )
    chosen, clear = best_of([(place.score + shared, at) for place, at, shared in held])
    if not clear:
        return Problem(
            "", f"the words {cut(passage.words)!r} are in several quotations", "add before: …"
        )
    return QuoteRef(story.article.id, quotes[chosen].id)
