"""What a language says of how things are said: the fields of `Language`, each with the first rule
that reads it. English is the example.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verbs:
    """Verbs by which something is said, by their base forms, and how they behave."""

    say: frozenset[str]
    """Report a statement in a clause or in quotation marks: "add", "warn".
    `annotate/confidence/evidence.py`"""
    act: frozenset[str]
    """Name what was done by speaking: "blame", "promise". `annotate/confidence/evidence.py`"""
    thought: frozenset[str]
    """Thought and wish, no speech but where quoted words stand in it: "hope".
    `annotate/confidence/evidence.py`"""
    manner: frozenset[str]
    """Report speech beside a quotation only: "laugh" (“…,” she laughed).
    `annotate/quotations/cue_behind.py`"""
    reporting: frozenset[str]
    """All that may report in a clause: say, act and thought: "claim".
    `annotate/quotations/clause_end.py`"""
    moves: frozenset[str]
    """Of manner, what mostly moves or places something: "put".
    `annotate/quotations/cue_behind.py`"""
    called_out: frozenset[str]
    """Tell what many or loud voices said, their words right behind: "chant".
    `annotate/quotations/in_marks.py`"""
    said_words: frozenset[str]
    """Their words stand right behind them, without a comma: "read" (a tweet reading “…”).
    `annotate/quotations/in_marks.py`"""
    no_passive: frozenset[str]
    """Nobody is their object, so "Lee, the mayor, tweeted" is no passive: "tweet".
    `annotate/quotations/cues.py`"""
    gives: frozenset[str]
    """Their participle may have an object in the passive too: "offer" (Lee, offered a seat, …).
    `annotate/quotations/cues.py`"""
    as_said: frozenset[str]
    """Tell a statement behind "as": "note" (As Lee noted, …). `annotate/quotations/asides.py`"""
    tells_someone: frozenset[str]
    """Have an object who is told: "remind" (reminded them that). `annotate/quotations/asides.py`"""
    addressed: frozenset[str]
    """Their object is spoken to and no part of what was said: "urge" (urged the council to).
    `annotate/quotations/clause_start.py`"""
    object_tells: frozenset[str]
    """Their object alone tells what was said: "blame" (blamed the council).
    `annotate/quotations/object_of_act.py`"""
    needs_marks: frozenset[str]
    """Of these, what does more often than says with a noun behind it: "claim" (claimed the
    prize). `annotate/quotations/object_of_act.py`"""
    not_of: Mapping[str, frozenset[str]]
    """Verb → prepositions that make another sense of it: "talk" → "to".
    `annotate/quotations/object_of_act.py`"""
    tells_of: Mapping[str, frozenset[str]]
    """Verb of saying → prepositions behind which it tells a statement: "warn" → "of".
    `annotate/quotations/object_of_act.py`"""
    topic: frozenset[str]
    """Name only what was spoken of: "talk". `annotate/quotations/acts.py`"""
    finite: frozenset[str]
    """Finite forms, to tell who speaks without a parse: "says", "warned".
    `annotate/names/apposition.py`"""
    pasts: frozenset[str]
    """Pasts without an ending of what bodies do: "won". `corpus/who/evidence.py`"""
    lemmas: Mapping[str, str]
    """Form → base form: "told" → "tell". `annotate/confidence/evidence.py`"""
    never_said: frozenset[str]
    """Never "X said": "becomes". `annotate/quotations/cue_behind.py`"""

    def lemma(self, word: str) -> str:
        """The base form of a verb; "" for any other word: `lemma("Told")` is "tell"."""
        return self.lemmas.get(word.lower(), "")


@dataclass(frozen=True, slots=True)
class Speech:
    """Nouns and times around what is said."""

    nouns: frozenset[str]
    """Nouns whose clause tells what was said: "claim" (her claim that …).
    `annotate/quotations/nouns.py`"""
    nouns_with_to: frozenset[str]
    """Nouns of speech whose "to" does: "pledge" (her pledge to …).
    `annotate/quotations/nouns.py`"""
    medium: frozenset[str]
    """Where something was said: "tweet", "rally". `annotate/quotations/object_of_act.py`"""
    papers: frozenset[str]
    """What somebody sends or writes that says something: "petition" (a petition saying …).
    `annotate/quotations/subjects.py`"""
    written: frozenset[str]
    """Of these, what one writes about as often as in: "letter".
    `annotate/quotations/object_of_act.py`"""
    courts: frozenset[str]
    """What is heard there was said: "tribunal". `annotate/quotations/cues.py`"""
    given_by: frozenset[str]
    """What one does with a noun of speech to say it: "renewed" (renewed her call).
    `annotate/quotations/nouns.py`"""


@dataclass(frozen=True, slots=True)
class Truth:
    """Words that tell whether what is reported is held to be true, and whether it was said at
    all."""

    denies: frozenset[str]
    """Verbs that hold a clause, or a claim, to be false: "dispute".
    `annotate/quotations/truth.py`"""
    denial_nouns: frozenset[str]
    """Nouns of speech that do: "denial". `annotate/quotations/truth.py`"""
    claims: frozenset[str]
    """What may be true or false, or is said against somebody: "allegation".
    `annotate/quotations/truth.py`"""
    plans: frozenset[str]
    """Of these, what with "of" is a plan as often as a claim: "idea".
    `annotate/quotations/truth.py`"""
    about_truth: frozenset[str]
    """The truth of what stands behind "of": "accuracy". `annotate/quotations/truth.py`"""
    deeds: frozenset[str]
    """What somebody is charged with; after "denied" the charge itself: "fraud".
    `annotate/quotations/truth.py`"""
    conditions: frozenset[str]
    """Turn a clause into a condition: "unless". `annotate/quotations/happened.py`"""
    modals: frozenset[str]
    """Helpers that make an act possible, not done: "might". `annotate/quotations/happened.py`"""
    hardly: frozenset[str]
    """Adverbs that take an act back: "never". `annotate/quotations/happened.py`"""
    nobody: frozenset[str]
    """Subjects that nobody is: "none". `annotate/quotations/happened.py`"""
    one: frozenset[str]
    """Whoever it may be: "those" (those who say). `annotate/quotations/happened.py`"""
    keeps_still: frozenset[str]
    """Verbs and adjectives under which an act is not done: "declined".
    `annotate/quotations/happened.py`"""
    towards: frozenset[str]
    """Verbs and adjectives that want, plan or ask for an act: "hoping".
    `annotate/quotations/happened.py`"""
    unhelped: frozenset[str]
    """What one cannot do without doing it: "resist" (could not resist saying).
    `annotate/quotations/happened.py`"""
    judged: frozenset[str]
    """Adjectives by which an act is judged, and nobody did it: "safe" (It is safe to say …).
    `annotate/quotations/happened.py`"""
    without: frozenset[str]
    """Prepositions that leave an act out: "without". `annotate/quotations/happened.py`"""
    asks: frozenset[str]
    """Verbs of asking: "wonder". `annotate/quotations/truth.py`"""
    question_words: frozenset[str]
    """Open a question that is reported: "whether". `annotate/quotations/truth.py`"""


@dataclass(frozen=True, slots=True)
class Labels:
    """What stands before a colon at the start of a line: who speaks, or nobody."""

    titled: frozenset[str]
    """Titles with which a label is a person: "mr", "judge" (Judge Kell: …).
    `annotate/text/lines.py`"""
    office: frozenset[str]
    """What a label may be called that is no name: "chair". `annotate/text/lines.py`"""
    nobody: frozenset[str]
    """Stands before a colon and is nobody: "photo". `annotate/quotations/labels.py`"""
    openers: frozenset[str]
    """Open a sentence, so that their capital makes no name: "when".
    `annotate/quotations/labels.py`"""
    nobody_on_top: frozenset[str]
    """Stands before a colon on top of an article and is nobody: "podcast".
    `annotate/quotations/colons.py`"""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of quotations and articles by what they tell, to compare them by."""

    small: frozenset[str]
    """Too common to say what a text is about: "about". `corpus/similarity.py`"""
    common: frozenset[str]
    """What anyone says about anything: "ensure". `corpus/similarity.py`"""
    boilerplate: tuple[str, ...]
    """Phrases said on every occasion: "thoughts and prayers". `corpus/statements/sayings.py`"""
    negations: frozenset[str]
    """Turn a statement round: "never". `corpus/statements/same_statement.py`"""
    numbers: frozenset[str]
    """Numbers in words: "twelve". `corpus/statements/same_statement.py`"""
    opposites: tuple[frozenset[str], ...]
    """Pairs; where one stands for the other, two sentences say different things: "cut" and
    "raise". `corpus/statements/same_statement.py`"""
    stem: Callable[[str], str]
    """A word without its inflection: "ruling" → "rul". `corpus/similarity.py`"""
    grammar: frozenset[str]
    """A change of these alone is one of grammar, not of what was said: "had".
    `corpus/statements/findings.py`"""


@dataclass(frozen=True, slots=True)
class Times:
    """Words for a time."""

    months: tuple[str, ...]
    """The months of a year, in its order: "January". `fields/dates.py`"""
    weekdays: tuple[str, ...]
    """The days of a week: "Monday". `corpus/who/standing.py`"""
    words: frozenset[str]
    """May stand between a verb and what it reports: "yesterday", "monday".
    `annotate/quotations/clause_start.py`"""
