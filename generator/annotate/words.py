"""Words that report speech: data, and the one function that finds a verb's base form. No other logic.

SAY verbs report a statement in a clause or between quotation marks, ACT verbs name what was done by speaking (blame,
urge, promise). A verb in both may do either. Thought and intention are no speech.
"""

from __future__ import annotations


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SAY = _set("""
    say tell add announce argue acknowledge admit allege answer assert assure attest aver boast caution claim clarify
    comment complain concede conclude confess confide confirm contend counter declare deny disclose elaborate emphasize
    emphasise estimate exclaim explain forecast grumble hint inform insist interject joke lament maintain mention murmur
    muse mutter note notify observe opine posit predict proclaim protest quip rant reaffirm reason reassure reassert
    recall recount reiterate relate relay remark remind repeat reply report respond restate retort reveal scoff shout
    sigh signal sniff speculate state stress submit suggest swear testify theorize tweet underline underscore volunteer
    vow warn whisper write yell bemoan blog chime cry dispute quote rail rave recommend snap stipulate surmise advise
    indicate continue ask inquire enquire wonder offer
""")

ACT = _set("""
    accuse acclaim address advise advocate agree apologize apologise appeal applaud ask assail attack beg berate
    blame blast boast brand call caution censure challenge champion characterize characterise charge chastise chide cite commend compare condemn
    congratulate criticize criticise debate decline decry defend demand denounce deny deride describe disavow discuss
    dismiss dispute disagree disparage dub echo encourage endorse exhort express forbid fault greet hail implore
    indicate inquire insult invite invoke label liken lambast lambaste laud mock name object offer oppose order pan
    plead pledge point praise press proclaim promise propose question rap rebuff rebuke rebut recite recommend refer
    refuse refute reject renounce request reprimand ridicule salute scold slam speak summon talk taunt tease term thank
    threaten title tout urge utter vilify voice welcome
""")

# verbs that report speech only beside a quotation: “…,” she shot back
MANNER = _set("""
    allow bark beam begin blurt boom chant cheer chuckle correct coo crack croak crow croon deadpan drawl enthuse
    eulogize exult fire fume gasp gloat go groan growl grin grouse gush hector hit holler howl intone interrupt jab jeer
    jest joke kid laugh marvel mouth mumble nod opine pen plead point post press prod put read remember retaliate roar
    scream scowl sing shoot shrug smile snarl snort sob sputter stammer start summarize teach text thunder urge venture
    wager weigh whine wink wrote agree demand promise call recite refer thank vent reflect think believe lecture preach
    pray challenge criticize describe dismiss exhort pledge question reason blast accuse blame defend propose speak
""")

IRREGULAR = {
    "says": "say", "said": "say", "saying": "say", "tells": "tell", "told": "tell", "writes": "write",
    "wrote": "write", "written": "write", "writing": "write", "swore": "swear", "sworn": "swear", "spoke": "speak",
    "spoken": "speak", "begs": "beg", "begged": "beg", "begging": "beg", "quipped": "quip", "quipping": "quip",
    "admitted": "admit", "admitting": "admit", "submitted": "submit", "submitting": "submit", "slammed": "slam",
    "slamming": "slam", "dubbed": "dub", "dubbing": "dub", "rebutted": "rebut", "rebutting": "rebut",
    "averred": "aver", "averring": "aver", "labelled": "label", "labelling": "label", "panned": "pan",
    "panning": "pan", "rapped": "rap", "rapping": "rap", "referred": "refer", "referring": "refer",
    "forbade": "forbid", "forbidden": "forbid", "blogged": "blog", "blogging": "blog", "snapped": "snap",
    "snapping": "snap", "signalled": "signal", "signalling": "signal", "shot": "shoot", "went": "go",
    "began": "begin", "sang": "sing", "thought": "think", "taught": "teach", "jabbed": "jab", "kidded": "kid",
    "grinned": "grin", "nodded": "nod", "sobbed": "sob", "penned": "pen",
}  # fmt: skip


def _forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return verb, verb + ending, verb + "ed", verb + "ing"


LEMMA = {form: verb for verb in sorted(SAY | ACT | MANNER) for form in _forms(verb)} | IRREGULAR


def lemma(word: str) -> str:
    """The base form of a verb of SAY, ACT or MANNER, in lower case; "" for any other word."""
    return LEMMA.get(word.lower(), "")


# verbs whose object is the one spoken to, not part of what was said: "urged the council to", "asked him whether"
ADDRESSED = _set("ask urge beg advise tell inform remind assure warn notify order implore exhort press promise call")

# verbs that tell a statement by its object alone: "blamed the council for the flood", "announced a second ferry"
OBJECT_TELLS = _set("""
    accuse acknowledge admit advocate agree allege announce apologize apologise applaud attack assail berate bemoan
    blame blast boast brand call castigate characterize characterise censure challenge champion chastise chide cite claim commend condemn confirm
    congratulate criticize criticise decry defend demand denounce deny deride describe detail disavow disagree disclose
    discuss dismiss disparage dispute dub echo emphasize emphasise encourage endorse exhort explain express fault hail
    implore insult label lament lambast lambaste laud liken mention mock note outline plead pledge point praise predict
    proclaim promise propose question ratify rebuff rebuke rebut recall recount refer refute reiterate reject renounce
    reprimand request reveal ridicule scold slam stress suggest talk tease term threaten title tout tweet underline
    underscore urge vilify voice vow warn welcome reference refuse detail thank
""")

# prepositions that make another sense of a verb: "talked to reporters" tells no content
NOT_OF = {
    "talk": _set("to with at in on before after during"),
    "agree": _set("with on in"),
    "challenge": _set("in on"),
    "plead": _set("in"),
    "call": _set("on to at in with"),
    "point": _set("at in with from"),
    "appeal": _set("in at"),
    "refuse": _set("in at"),
}

TELLS_SOMEONE = _set("tell inform remind assure reassure warn notify advise")
