"""The words that invented articles are made of. All people, towns and bodies are invented."""

FIRST = """Ada Bruno Carla Dario Edda Falk Greta Hanno Ilse Jarek Katya Lars Mirela Nils Odile Pavel Quirin Rosa Stellan
Tamsin Ugo Vera Wanda Xenia Yannick Zora Anselm Birte Casper Delphine Emeric Frieda Gustaf Hedda Isidor Jolanda Kaspar
Leonie Matthis Nadia Oskar Petra Raoul Sabine Tibor Ulrika Viggo Wilma Ysolde Zdenek""".split()
LAST = """Varnholt Brennick Castellane Dorvald Estrup Falkenrath Gorsky Halvorsen Ibarrola Jantzen Kestner Lindqvist
Marchetti Novotny Ostrander Pellerin Quintrell Rasmussen Sandoval Thorvik Umberti Vasseur Wexley Yarrow Zelenka Ambrose
Birkholm Corvino Delacourt Engström Fairbairn Grünewald Holloway Ingram Jaskari Kowalczyk Larsson Mendizabal Nakagawa
Oakhurst Pettersen Rourke Szymanski Talbot Ulvaeus Vermeer Whitlock Abernathy Bellweather Crowhurst Drummond Eastlake
Fenwick Garrick Hathersage Isherwood Jarnvik Kirkbride Lockridge Mossberg Northcott Ormsby Pemberton Ravenhill Sorensen
Tolliver Underhill Vantongeren Winterbourne Aldersey""".split()
PLACES = """Norrland|Casteveria|Port Ellery|Vale of Osk|Tarnmouth|Brightwater|Sundholm|Kestrel Bay|Greyhaven|Aldermoor
Lower Tessin|Ostmark|Westering|Halden Ferry|Marisol|Quillon|Rook Harbour|Silvermere|Thornby|Upper Lisk""".replace(
    "\n", "|"
).split("|")
BODIES = [
    ("{place} Harbour Authority", "harbour master"),
    ("{place} City Council", "councillor"),
    ("Ministry of Transport", "transport minister"),
    ("Ministry of Health", "deputy health minister"),
    ("{place} Water Board", "chief engineer"),
    ("National Grid Company", "spokesman"),
    ("{place} University", "professor of economics"),
    ("Teachers' Union", "general secretary"),
    ("{place} Police", "superintendent"),
    ("Central Bank", "governor"),
    ("Fishermen's Association", "chairwoman"),
    ("{place} Hospital Trust", "medical director"),
    ("Foreign Ministry", "spokeswoman"),
    ("Opposition Party", "deputy leader"),
    ("{place} Chamber of Commerce", "president"),
    ("Institute for Climate Research", "senior researcher"),
]
OUTLETS = """The Tarnmouth Courier|Norrland Post|The Evening Ledger|Harbour Gazette|The Brightwater Times|Sundholm Herald
Kestrel Bay Observer|The Weekly Record|Casteveria Today|The Northern Standard|Osk Valley News|Public Service Radio
The Aldermoor Echo|Wire Service North|The Quillon Dispatch""".replace("\n", "|").split("|")
TOPICS = [
    ("harbour", "the harbour extension", "dredging", "the quay"),
    ("hospital", "the hospital merger", "waiting times", "the wards"),
    ("rail", "the new railway line", "ticket prices", "the tracks"),
    ("water", "the water shortage", "rationing", "the reservoirs"),
    ("schools", "the school reform", "class sizes", "the classrooms"),
    ("energy", "the wind farm plan", "electricity bills", "the turbines"),
    ("budget", "the budget dispute", "public debt", "the accounts"),
    ("fishing", "the fishing quota", "cod stocks", "the trawlers"),
    ("housing", "the housing programme", "rents", "the estates"),
    ("security", "the border agreement", "patrols", "the checkpoints"),
    ("climate", "the flood defences", "rising seas", "the dykes"),
    ("trade", "the customs treaty", "import duties", "the warehouses"),
]
# A statement is one opening, one middle and one close: 24 × 24 × 24 × topics of them.
OPENINGS = """we will not accept|nobody has told us about|there is no reason to fear|the country cannot afford
we have always supported|it would be a mistake to ignore|people are right to ask about|we are prepared for
I have seen no evidence for|every family will feel|our members reject|the government must explain
I would be the last to defend|we need an honest debate about|no serious expert doubts|we were promised an end to
the public deserves the truth about|we can no longer postpone|there will be no retreat from|I am deeply worried about
we welcome the decision on|it is far too early to judge|the figures speak against|we have learned nothing from""".replace(
    "\n", "|"
).split("|")
MIDDLES = """and the costs that come with it|before the end of the year|while prices keep rising|without a public inquiry
after ten years of broken promises|even if it takes another decade|when so many jobs depend on it|in the middle of winter
as long as the law stands|until every question is answered|because safety comes first|whatever the minister may say
for the sake of the next generation|unless parliament votes again|now that the contracts are signed|with so little money left
since the last storm|against the will of the residents|under these conditions|despite all the warnings
at a time of such uncertainty|if the talks collapse|once the auditors have reported|in spite of the delays""".replace(
    "\n", "|"
).split("|")
CLOSES = """and that is the end of the matter|and I say so with regret|so we ask for patience|and we will go to court if needed
which is why I signed the letter|and the numbers prove it|so everyone must do their part|and history will judge us
which nobody could have foreseen|and there is still time to act|so the work goes on|and we stand by every word
which should worry all of us|and the vote will show it|so let us be clear|and our door stays open
which I find hard to believe|and that has to change|so nothing has been decided|and we owe it to the victims
which took us by surprise|and not a day later|so the answer is no|and I thank the crews for it""".replace(
    "\n", "|"
).split("|")
CUES = (
    "said|said|said|said|added|told reporters|warned|argued|insisted|explained|claimed|noted".split(
        "|"
    )
)
NARRATIVE = [
    "The dispute over {it} has divided {place} since the spring, and a decision is not expected before the autumn session.",
    "Figures published last week put the cost at {n} million crowns, about a third more than first planned.",
    "Work on {part} began {m} years ago and has been interrupted twice, once by a strike and once by a lawsuit.",
    "The streets of {place} have been full of noise and dust for {m} months, and {n} shops have closed.",
    "A parliamentary committee heard {m} witnesses on Tuesday and asked for further documents about {small}.",
    "In an independent study of {n} pages, {small} come out higher than in all but one of the official forecasts.",
    "The project was first proposed in the nineties, shelved after a change of government and revived two years ago.",
    "About {n} people attended the meeting in the town hall, many of them with banners and printed questions.",
    "Abroad there are {m} similar schemes, and {small} fell within a few years of their completion.",
    "In {place} the plan has {n} supporters on paper and far fewer in the street, after {m} public hearings since May.",
    "The opposition has tabled {m} amendments, most of which concern the oversight of {part}.",
    "Insurance companies have begun to raise their premiums, and two banks have withdrawn from the financing.",
    "No final contract has been signed, and the tender for {part} remains open for another {m} weeks.",
    "The weather has delayed the surveys, and engineers do not expect to inspect {part} before the thaw.",
    "Under the law the municipality has ninety days to object, after which the ministry may proceed alone.",
    "Local newspapers have printed hundreds of letters on {it}, the great majority of them hostile.",
]
HEADLINES = [
    "{Topic} row deepens in {place}",
    "{place} waits for a decision on {it}",
    "Doubts grow over {it}",
    "{place} divided on {small}",
    "New figures on {small} alarm {place}",
    "Ministers defend {it}",
]
