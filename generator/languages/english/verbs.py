"""Words that report speech: data, no logic but the making of their forms.

SAY verbs report a statement in a clause or between quotation marks, ACT verbs name what was done by
speaking (blame, urge, promise). A verb in both may do either. Thought and intention are no speech.
"""

from __future__ import annotations

from generator.languages.listed import word_set

SAY = word_set("""
    accept acknowledge add admit advise affirm allege announce answer argue ask assert assure attest
    aver bemoan blog boast caution chime claim clarify comment complain concede conclude confess
    confide confirm contend continue counter cry declare deny disclose dispute elaborate
    emphasise emphasize enquire estimate exclaim explain forecast grumble hint indicate inform
    inquire insist interject joke lament maintain mention murmur muse mutter note notify observe
    offer opine posit predict proclaim protest quip quote rail rant rave reaffirm reason
    reassert reassure recall recommend recount reiterate relate relay remark remind repeat reply
    report respond restate retort reveal rule say scoff shout sigh signal snap sniff speculate
    state stipulate stress submit suggest surmise text e-mail email message radio cable swear
    tell testify theorize tweet underline underscore volunteer vow warn whisper wonder write
    yell
""")

ACT = word_set("""
    acclaim accuse address advise advocate agree apologise apologize appeal applaud ask assail
    attack beg berate blame blast boast brand call caution censure challenge champion
    characterise characterize charge chastise chide cite commend compare condemn congratulate
    criticise criticize debate decline decry defend demand denounce deny deride describe
    disagree disavow discuss dismiss disparage dispute dub echo encourage endorse exhort express
    fault forbid greet hail implore indicate inquire insult invite invoke label lambast lambaste
    laud liken mock name object offer oppose order pan plead pledge point praise press proclaim
    promise propose question rap rebuff rebuke rebut recite recommend refer refuse refute reject
    renounce reprimand request ridicule salute scold slam speak summon talk taunt tease term
    thank threaten title tout urge utter vilify voice welcome
""")

# verbs that report speech only beside a quotation: “…,” she shot back
MANNER = word_set("""
    accuse agree allow bark beam begin believe blame blast blurt boom call challenge chant cheer
    chuckle coo correct crack criticize croak croon crow deadpan defend demand describe dismiss
    drawl enthuse eulogize exhort exult fire fume gasp gloat go grin groan grouse growl gush
    hector hit holler howl interrupt intone jab jeer jest joke kid laugh lecture marvel mouth
    mumble nod opine pen plead pledge point post pray preach press prod promise propose put
    question rage read reason recite refer reflect remember retaliate roar scowl scream shoot
    shrug sing smile snarl snort sob speak sputter stammer start summarize teach text thank
    think thunder urge vent venture wager weigh whine wink wrote
""")

# of these, verbs that mostly move or place something: with a quotation before them they seldom
# report it
MOVES = word_set("go begin start put read reflect post point hit allow agree")

# verbs that tell what many or loud voices said, their words right behind
CALLED_OUT = word_set("shout yell scream chant holler")

# verbs whose words stand right behind them, without a comma: a tweet reading “…”
SAID_WORDS = word_set("say declare read write tweet post cry exclaim ask state proclaim")

# verbs that nobody is the object of: "Lee, the mayor, tweeted in response" is no passive, whatever
# the tagger thinks
NO_PASSIVE = word_set("""
    say tweet respond reply argue declare insist complain joke add continue comment explain
    shout post boast quip retort
""")

# acts whose participle may have an object in the passive too: "Lee, offered a seat, …"
GIVES = word_set("offer promise pledge name order forbid refuse term title invite")

# verbs that tell a statement behind "as": As Lee noted, …
AS_SAID = word_set("""
    say note report write explain tell observe acknowledge argue suggest warn remark predict
    recall admit declare announce conclude contend state claim confirm
""")

# verbs of thought and wish: no speech, but where quoted words stand in what was thought, somebody
# said them
THOUGHT = word_set("""
    allow anticipate assume believe doubt envision expect fear feel figure find groan grouse
    guess hope imagine imply lament recognise recognize suspect think want wish worry
""")

REPORTING = SAY | ACT | THOUGHT

IRREGULAR = {
    "says": "say", "said": "say", "saying": "say", "tells": "tell", "told": "tell", "writes": "write",
    "wrote": "write", "written": "write", "writing": "write", "swore": "swear", "sworn": "swear", "spoke": "speak",
    "spoken": "speak", "begs": "beg", "begged": "beg", "begging": "beg", "quipped": "quip", "quipping": "quip",
    "admitted": "admit", "admitting": "admit", "submitted": "submit", "submitting": "submit", "slammed": "slam",
    "slamming": "slam", "dubbed": "dub", "dubbing": "dub", "rebutted": "rebut", "rebutting": "rebut",
    "averred": "aver", "averring": "aver", "labelled": "label", "labelling": "label", "panned": "pan",
    "panning": "pan", "rapped": "rap", "rapping": "rap", "referred": "refer", "referring": "refer",
    "forbade": "forbid", "forbidden": "forbid", "blogged": "blog", "blogging": "blog", "snapped": "snap",
    "snapping": "snap", "signalled": "signal", "signaled": "signal", "signalling": "signal", "shot": "shoot", "went": "go",
    "began": "begin", "sang": "sing", "thought": "think", "taught": "teach", "jabbed": "jab", "kidded": "kid",
    "believed": "believe", "felt": "feel", "knew": "know", "known": "know", "saw": "see", "seen": "see",
    "sought": "seek", "understood": "understand", "grinned": "grin", "nodded": "nod", "sobbed": "sob", "penned": "pen",
    "found": "find",
}  # fmt: skip


def forms_of(verb: str) -> tuple[str, str, str, str]:
    """A regular verb in the present, in the third person, in the past and with -ing."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return verb, verb + ending, verb + "ed", verb + "ing"


LEMMA = {
    form: verb for verb in sorted(SAY | ACT | MANNER | THOUGHT) for form in forms_of(verb)
} | IRREGULAR


# verbs whose object is the one spoken to, not part of what was said: "urged the council to", "asked
# him whether"
ADDRESSED = word_set(
    """
    ask urge beg advise tell inform remind assure warn notify order implore exhort press promise
    call
"""
)

# verbs that tell a statement by its object alone: "blamed the council for the flood", "announced a
# second ferry"
OBJECT_TELLS = word_set("""
    accuse acknowledge admit advocate agree allege announce apologise apologize applaud assail
    attack bemoan berate blame blast boast brand call castigate censure challenge champion
    characterise characterize chastise chide cite claim commend condemn confirm congratulate
    criticise criticize decry defend demand denounce deny decline deride describe detail
    disagree disavow disclose discuss dismiss disparage dispute dub echo emphasise emphasize
    encourage endorse exhort explain express fault hail implore insult label lambast lambaste
    lament laud liken mention mock note outline plead pledge point praise predict proclaim
    promise propose question ratify rebuff rebuke rebut recall recount refer reference refuse
    refute reiterate reject renounce reprimand request reveal ridicule scold slam stress suggest
    talk tease term thank threaten title tout tweet underline underscore urge vilify voice vow
    warn welcome
""")

# with a noun for object these more often do something than say it: "claimed the prize"
NEEDS_MARKS = word_set("advocate claim explain recall suggest")

# prepositions that make another sense of a verb: "talked to reporters" tells no content
NOT_OF = {
    "talk": word_set("to with at in on before after during"),
    "agree": word_set("with on in"),
    "challenge": word_set("in on"),
    "plead": word_set("in"),
    "call": word_set("on to at in with"),
    "point": word_set("at in with from out"),
    "appeal": word_set("in at"),
    "refuse": word_set("in at"),
}

# verbs that name only what was spoken of
TOPIC = word_set("speak talk")

TELLS_SOMEONE = word_set("tell inform remind assure reassure warn notify advise")

# verbs of saying that tell a statement behind a preposition: "warned of a clash", "argued for a
# ferry"
TELLS_OF = {
    "argue": word_set("for against"),
    "ask": word_set("for"),
    "boast": word_set("of about"),
    "caution": word_set("against about of"),
    "complain": word_set("of about"),
    "hint": word_set("at"),
    "protest": word_set("against"),
    "warn": word_set("of about against"),
}


# where something was said: "in a tweet", "at a rally"
MEDIUM = word_set("""
    ad appearance article briefing broadcast column conference debate e-mail email event
    facebook forum hearing interview interviews letter meeting memo message news op-ed post
    posts program radio rally remarks show speech speeches statement statements television
    testimony tv tweet tweets twitter video
""")

# what somebody issues, sends or writes that says something: a statement saying …
PAPERS = MEDIUM | word_set("letter note petition release report")

# of these, what somebody writes about as often as in: "defended the points in the letter"
WRITTEN = word_set("article letter memo column ad e-mail email statement statements remarks")

# nouns of speech whose clause tells what was said
SPEECH_NOUNS = word_set("""
    accusation admission allegation announcement argument assertion assurance boast call charge
    claim comment complaint concession contention declaration demand denial insistence pledge
    plea prediction promise proposal remark reply statement suggestion threat vow warning
""")

TO_NOUNS = word_set("call demand pledge plea promise proposal threat vow")

COURTS = word_set("""
    commission committee court enquiry hearing inquest inquiry jury panel trial tribunal
""")

NEVER_SAID = word_set("""
    's are be became becomes did do does had has have is was were ’s
""")

GIVEN_BY = word_set("""
    deliver delivered gave give gives issue issued issues made make makes making offer offered
    reiterate reiterated release released renewed repeat repeated repeats voice voiced withdraw
    withdrew
""")
