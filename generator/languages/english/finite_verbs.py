"""Finite forms of verbs of speech, to tell who speaks without a parse; the cue lists are in
words.py.
"""

from __future__ import annotations

from generator.languages.listed import listed, word_set

_REGULAR = listed(
    """
    accuse acknowledge add admit affirm announce answer appeal argue assert assure blame blast
    boast caution challenge claim comment complain concede conclude condemn confess confirm
    contend counter criticise criticize decline declare decry demand denounce disclose dismiss
    emphasise emphasize estimate explain express hint indicate inform insist joke lament
    maintain mention note object offer ask observe order pledge predict press proclaim promise
    propose protest quip reaffirm recall reject reiterate remark repeat report request respond
    reveal slam state stress suggest threaten urge voice vow warn welcome worry signal signalled
    agree refuse reply deny
"""
)

_IRREGULAR = listed(
    """
    say says said tell tells told write writes wrote think thinks thought see sees saw speak
    speaks spoke know knows knew call calls called want wants wanted believe believes believed
    hope hopes hoped swear swore goes went quip quips quipped put puts
"""
)


def _forms(verb: str) -> tuple[str, str, str]:
    stem = verb[:-1] if verb.endswith("e") else verb
    if verb.endswith("y"):
        return verb, verb[:-1] + "ies", verb[:-1] + "ied"
    return verb, verb + ("es" if verb.endswith(("s", "ss", "sh", "ch")) else "s"), stem + "ed"


SPEAKING = frozenset([*(form for verb in _REGULAR for form in _forms(verb)), *_IRREGULAR])

# Pasts without -ed of what bodies do: "the GOP won"
PASTS = word_set("""
    became began bought broke brought built came chose cut did drew drove fell fought found gave
    got grew had held hit kept knew laid led left lent lost made met paid put ran read rose said
    saw sent set shot showed sold sought spent spoke stood struck sued took taught thought threw
    told was were went withdrew won wrote
""")
