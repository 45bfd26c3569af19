"""Words of quotations by what they tell. Data, no logic; as `model.normal_words` gives them."""

from __future__ import annotations

from generator.languages.listed import word_set

# Too common to say what a quotation is about.
SMALL = word_set("""
    a about above after again against all also am an and any are as at be because been before
    being below between both but by can could did do does doing don down during each few for
    from further had has have having he her here hers him his how i if in into is it its itself
    just let ll m me more most much my no nor not now of off on once only or other our ours out
    over own re s same she should so some such t than that the their theirs them then there
    these they this those through to too under until up us ve very was we were what when where
    which while who whom why will with would you your yours isn aren wasn weren won wouldn
    shouldn couldn doesn didn hasn haven hadn cannot may might must shall upon yet ever never
    nothing something anything everything d although though even whether since without within
    among amid however per via along across around towards toward onto off else either neither
""")

# What anyone says about anything: alone, they make no two quotations the same statement.
COMMON = word_set("""
    absolutely able action actions actually always answer ask asked believe best better bring
    call called certainly change clear clearly close closely come commitment committed community
    concern concerned concerns continue continues country course day days decision decisions
    difficult do doing done effort efforts ensure every everyone everybody expect fact fair far
    feel find first forward full fully future get getting give given giving go goes going good
    great happen happened happening happy hard help hope important issue issues job keep kind
    know last let life like little long look looking lot made make makes making many matter mean
    month months move moment need needs new next one part people person place plan point
    position possible problem problems process proud put question questions ready really right
    said same say saying says see serious seriously sense several show situation sorry soon
    start statement still stop support sure take taken takes taking talk tell thank thanks thing
    things think thought time times today together told tomorrow tonight too took try trying
    understand use used want wants way week weeks well went whatever whole wish within without
    work worked working works world year years yes yesterday monitor monitoring review reviewing
    comment comments investigation ongoing appropriate response respond
""")

# Phrases that are said on every occasion; left out before quotations are compared.
BOILERPLATE = (
    "thoughts and prayers",
    "our hearts go out to",
    "victims and their families",
    "the families of the victims",
    "at this difficult time",
    "we take this matter very seriously",
    "we take all allegations seriously",
    "safety is our top priority",
    "our number one priority",
    "no comment",
    "decline to comment",
    "declined to comment",
    "comment on an ongoing investigation",
    "comment on ongoing investigations",
    "at this stage",
    "at this point in time",
    "at the end of the day",
    "as soon as possible",
    "in due course",
    "full and thorough investigation",
    "cooperating fully with the authorities",
    "monitoring the situation closely",
    "ladies and gentlemen",
    "thank you very much",
    "it is too early to say",
    "speculate on",
)

NEGATIONS = word_set("""
    no not never none nobody nothing neither nor cannot cant dont doesnt didnt isnt arent wasnt
    werent wont wouldnt shouldnt couldnt hasnt havent hadnt mustnt hardly refuse refused deny
    denied denies
""")

NUMBERS = word_set("""
    one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million billion dozen half first second third fourth fifth twice once
""")

# Where one stands for the other, two sentences say different things, however alike they are.
OPPOSITES = tuple(
    frozenset(pair.split("/"))
    for pair in """
    north/south east/west northern/southern eastern/western left/right raise/cut raise/lower increase/decrease
    increase/reduce rise/fall rose/fell up/down win/lose won/lost safe/unsafe open/closed open/shut opened/closed
    accept/reject support/oppose guilty/innocent always/never before/after more/less more/fewer higher/lower
    better/worse strong/weak success/failure legal/illegal possible/impossible begin/end start/stop in/out
    men/women boys/girls upper/lower for/against gain/loss profit/loss buy/sell true/false public/private
    inside/outside hot/cold day/night yes/no can/cannot can/cant will/wont true/untrue early/late earlier/later
    wrong/right good/bad inner/outer""".split()
)

GRAMMAR = word_set("""
    a am an and are be been had has have he her him his i in is it its me my of our s she that
    the their them these they this those to us was we were your
""")
