"""Words that tell whether what is reported is held to be true: data, no logic."""

from __future__ import annotations

from generator.languages.listed import word_set

# verbs that hold a clause, or a claim, to be false
DENIES = word_set("deny dismiss reject dispute refute rebut")

# nouns of speech that do: her denial that …
DENIAL_NOUNS = word_set("denial")

# nouns for what may be true or false, or for what is said against somebody
CLAIMS = word_set("""
    accusation accusations allegation allegations argument arguments assertion assertions
    assumption assumptions attack attacks belief characterisation characterization
    characterisations characterizations charge charges claim claims complaint complaints concern
    concerns conclusion conclusions contention contentions controversy conspiracy criticism
    criticisms doubt doubts fear fears finding findings gossip hint hints hypothesis idea ideas
    implication implications insinuation insinuations interpretation kerfuffle myth narrative
    notion notions perception possibility report reports reporting rumor rumors rumour rumours
    speculation statement statements stories story suggestion suggestions suspicion suspicions
    talk theories theory uproar version view views
""")

# of these, nouns that with “of” mean a plan as often as a claim
PLANS = word_set("idea ideas notion notions possibility suggestion suggestions talk")

# nouns for the truth of what stands behind “of”
ABOUT_TRUTH = word_set("accuracy authenticity existence substance truth validity veracity")

# nouns for what somebody is charged with: after “denied” the charge itself
DEEDS = word_set("""
    bias collusion complicity corruption fault fraud guilt involvement knowledge liability
    misconduct negligence wrongdoing wrongdoings
""")

# --- whether anything was said at all

# words that turn a clause into a condition
CONDITIONS = word_set("if unless whether lest until")

# helpers that make an act possible, not done
MODALS = word_set("might may could should can must ought")

# adverbs that take an act back
HARDLY = word_set("never hardly scarcely barely rarely seldom nowhere n’t n't not")

# subjects that nobody is
NOBODY = word_set("nobody none no-one neither nothing")

# whoever it may be: "those who say"
ONE = word_set("""
    one you those anyone anybody somebody voters people share proportion number percentage
    whoever
""")

# verbs and adjectives under which an act is not done
KEEPS_STILL = word_set("""
    decline declined declines declining refuse refused refuses refusing unable unwilling
    hesitant reluctant fail failed fails failing neglected omitted avoided avoids avoid avoiding
    resisted stopped stops stopping forgot refrained refrain refrains refraining hesitated loath
    prevented banned barred barring forbade forbidden
""")

# verbs and adjectives that want, plan or ask for an act
TOWARDS = word_set("""
    want wants wanted wanting wish wishes wished hope hopes hoped hoping expect expects expected
    expecting plan plans planned planning intend intends intended need needs needed due likely
    set scheduled ready prepared preparing supposed poised urge urges urged urging ask asks
    asked asking beg begged pressed pressure pressured invite invited tempted like love waiting
    wait about obliged required try trying tries tried seek sought bound unlikely eager willing
    threatened threatens threatening promised promises vowed afraid
""")

# what one cannot do without doing it: could not resist saying, could not help but say
UNHELPED = word_set("resist help")

# adjectives by which an act is judged, and nobody did it: It is safe to say that …
JUDGED = word_set("""
    safe hard fair easy soon early difficult impossible possible premature enough fine wrong
    absurd tempting reasonable
""")

# prepositions that leave an act out
WITHOUT = word_set("without instead rather than besides")

# verbs of asking, and what opens a question that is reported
ASKS = word_set("ask wonder inquire enquire question query")
QUESTION_WORDS = word_set("whether if what who whom whose why how where when which")
