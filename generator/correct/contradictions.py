"""What an entry of a corrections file can't say at once."""

from __future__ import annotations

import re

from generator.correct.entries import (
    QuoteCorrection,
)
from generator.model import SubjectCorrection


def contradiction(entry: QuoteCorrection) -> tuple[str, str] | None:
    """(what an entry of quotes can't do at once, the remedy)."""
    if sum((entry.drop, entry.add, entry.not_speech is not None)) > 1:
        return "an entry can do one of drop, add and not_speech", "remove the others"
    gone = entry.drop or entry.not_speech is not None
    if gone and entry.checked:
        return "what is no quotation can't be checked as one", "remove checked"
    if sum((bool(entry.join), bool(entry.split), entry.span is not None)) > 1:
        return "an entry can do one of join, split and span", "remove the others"
    if (entry.join or entry.split) and (gone or entry.add):
        return "what is joined or split stays a quotation", "remove drop, add and not_speech"
    if entry.split and len(entry.split) < 2:
        return "split has only one part", "list the words of each quotation"
    return None


def no_subject(entry: SubjectCorrection) -> tuple[str, str] | None:
    """(why an entry of subjects can't be used, the remedy)."""
    if not entry.name:
        return "an entry of subjects has no name", 'write "name: …" as the site shall show it'
    if entry.not_a_subject:
        return None
    if not (entry.words or entry.tags):
        return f"the subject {entry.name!r} has neither words nor tags", "list words of quotations"
    for words in (*entry.words, *entry.not_):
        letters = re.sub(r"[\W_]", "", words.replace("*", ""))
        if len(letters) < 2 or "*" in words.rstrip("*") or words.endswith("**"):
            return f"{words[:80]!r} are no words", "write words; a * at the end = any ending"
    return None
