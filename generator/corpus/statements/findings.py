"""What differs between the versions of a statement, in plain sentences: only what the alignment
proves.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.corpus.statements.compare import Opcode, Words, align, words_of
from generator.languages.words import TIMES, WORDING
from generator.model import Kind

MOST = 6
LONGEST = 12  # words of a change that a sentence can show
MARKS = " \t\n.,;:!?“”«»„\"'‘’–—-"


@dataclass(frozen=True, slots=True)
class Told:
    """A version as the sentences need it."""

    label: str  # as in a sentence: "the standfirst", "Eddermoor Courier"
    text: str
    kind: Kind
    date: str | None


def findings(versions: Sequence[Told], base: int) -> tuple[str, ...]:
    """At most six sentences, in the order of the base's words; then who is dated first."""
    found = [*_kinds(versions), *_changes(versions, base)][:MOST]
    return tuple(sentence[0].upper() + sentence[1:] for sentence in (*found, *_first(versions)))


def _kinds(versions: Sequence[Told]) -> Iterator[str]:
    """Who quotes and who reports."""
    full = [told.label for told in versions if told.kind == "direct"]
    rest = [told.label for told in versions if told.kind != "direct"]
    if full and rest and len(versions) <= MOST:
        quotes, reports = ("quotes", "quote")[len(full) > 1], ("reports", "report")[len(rest) > 1]
        yield f"{_list(full)} {quotes} the words in full; {_list(rest)} {reports} them in part or in other words."


def _changes(versions: Sequence[Told], base: int) -> Iterator[str]:
    """What is missing, replaced and added, compared with the base."""
    origin = words_of(versions[base].text)
    where: defaultdict[tuple[int, int, str, str], list[str]] = defaultdict(list)
    for at, told in enumerate(versions):
        if at != base:
            words = words_of(told.text)
            for code in align(origin.plain, words.plain):
                if _tells(code, origin, words):
                    gone, new = _shown(origin, code[1], code[2]), _shown(words, code[3], code[4])
                    where[(code[1], code[2], gone, new)].append(told.label)
    held = versions[base].label
    for (_, _, gone, new), labels in sorted(where.items()):
        have = ("has", "have")[len(labels) > 1]
        if gone and new:
            yield f"{_list(labels)} {have} “{new}” where {held} has “{gone}”."
        elif new:
            yield f"Only {_list(labels)} {have} “{new}”."
        elif len(labels) == len(versions) - 1:
            yield f"Only {held} has “{gone}”."
        else:
            yield f"“{gone}” is missing in {_list(labels)}."


def _tells(code: Opcode, origin: Words, words: Words) -> bool:
    kind, i1, i2, j1, j2 = code
    changed = {*origin.plain[i1:i2], *words.plain[j1:j2]}
    return kind != "equal" and max(i2 - i1, j2 - j1) <= LONGEST and not changed <= WORDING.grammar


def _shown(words: Words, start: int, end: int) -> str:
    shown = " ".join("".join(words.printed[start:end]).split()).strip(MARKS)
    return shown.replace("“", "‘").replace("”", "’")


def _first(versions: Sequence[Told]) -> Iterator[str]:
    """Who is dated first, when all have a full date and one is alone with the earliest."""
    dates = [told.date for told in versions if told.date and len(told.date) == 10]
    if len(dates) == len(versions) and dates.count(min(dates)) == 1 and len(versions) > 1:
        [first] = [told for told in versions if told.date == min(dates)]
        year, month, day = min(dates).split("-")
        yield f"{first.label} is dated first, {int(day)} {TIMES.months[int(month) - 1]} {year}."


def _list(labels: Sequence[str]) -> str:
    """ "a", "a and b", "a, b and c", "a, b and 4 others"."""
    if len(labels) > 4:
        return f"{', '.join(labels[:2])} and {len(labels) - 2} others"
    return " and ".join(filter(None, (", ".join(labels[:-1]), labels[-1])))
