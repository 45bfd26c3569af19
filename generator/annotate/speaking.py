"""Finite forms of verbs of speech, to tell who speaks without a parse; the cue lists are in words.py."""

from __future__ import annotations

from generator.annotate.lexing import Layout
from generator.annotate.listed import listed
from generator.model import Span

_REGULAR = listed(
    """
accuse acknowledge add admit affirm announce answer appeal argue assert assure blame blast boast caution
challenge claim comment complain concede conclude condemn confess confirm contend counter criticise criticize
decline declare decry demand denounce disclose dismiss emphasise emphasize estimate explain express hint indicate
inform insist joke lament maintain mention note object offer ask observe order pledge predict press proclaim
promise propose protest quip reaffirm recall reject reiterate remark repeat report request respond reveal
slam state stress suggest threaten urge voice vow warn welcome worry signal signalled agree refuse reply deny
"""
)

_IRREGULAR = listed(
    """
say says said tell tells told write writes wrote think thinks thought see sees saw speak speaks spoke
know knows knew call calls called want wants wanted believe believes believed hope hopes hoped swear swore goes went
quip quips quipped put puts
"""
)


def _forms(verb: str) -> tuple[str, str, str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y"):
        return verb, verb[:-1] + "ies", verb[:-1] + "ied"
    return verb, verb + ("es" if verb.endswith(("s", "ss", "sh", "ch")) else "s"), stem + "ed"


SPEAKING = frozenset([*(form for verb in _REGULAR for form in _forms(verb)), *_IRREGULAR])
_PREPOSITIONS = frozenset(("of", "in", "from", "at", "near", "for", "to", "with", "by", "about", "against", "on"))
_SAYING = frozenset(("said", "says", "asked", "added", "replied", "told", "wrote"))


def speaks(layout: Layout, span: Span) -> bool:
    """Whether a name speaks: a verb of speech follows with at most adverbs between, or "said" goes before."""
    if layout.quoted[span.start]:
        return False
    index = layout.first_word(span.end)
    before = layout.word(span.start) - 1
    if before >= 0 and layout.adjacent(before + 1) and layout.words[before].low in _SAYING:
        return True  # "said Lee"
    if before >= 0 and layout.adjacent(before + 1) and layout.words[before].low in _PREPOSITIONS:
        return False  # "the mayor of Oslo said"
    end = span.end
    for word in layout.words[index : index + 4]:
        if layout.text[end : word.span.start].strip(" "):
            return False  # a mark stands between
        end = word.span.end
        if word.low in SPEAKING:
            return True
        if not (word.low.endswith("ly") or word.low in ("has", "have", "had", "also", "again", "later", "now")):
            return False
    return False
