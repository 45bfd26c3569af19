"""Words that tell whether what is reported is held to be true: data, no logic."""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# verbs that hold a clause, or a claim, to be false
DENIES = _set("deny dismiss reject dispute refute rebut")

# nouns of speech that do: her denial that …
DENIAL_NOUNS = _set("denial")

# nouns for what may be true or false, or for what is said against somebody
CLAIMS = _set("""
    accusation accusations allegation allegations argument arguments assertion assertions assumption assumptions
    attack attacks belief characterisation characterization characterisations characterizations charge charges
    claim claims complaint complaints concern concerns conclusion conclusions contention contentions controversy
    conspiracy criticism criticisms doubt doubts fear fears finding findings gossip hint hints hypothesis idea ideas
    implication implications insinuation insinuations interpretation kerfuffle myth narrative notion notions
    perception possibility report reports reporting rumor rumors rumour rumours speculation statement statements
    stories story suggestion suggestions suspicion suspicions talk theories theory uproar version view views
""")

# of these, nouns that with “of” mean a plan as often as a claim
PLANS = _set("idea ideas notion notions possibility suggestion suggestions talk")

# nouns for the truth of what stands behind “of”
ABOUT_TRUTH = _set("accuracy authenticity existence substance truth validity veracity")

# nouns for what somebody is charged with: after “denied” the charge itself
DEEDS = _set("""
    bias collusion complicity corruption fault fraud guilt involvement knowledge liability misconduct negligence
    wrongdoing wrongdoings
""")
