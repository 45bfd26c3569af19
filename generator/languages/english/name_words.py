"""Words inside names that are not the name itself. Data, no logic; lower case, without accents and
full stops.
"""

from __future__ import annotations

from generator.languages.listed import word_set

# Courtesy titles and offices printed before a name. Only dropped while at least one word is left.
TITLES = word_set("""
    mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess king
    queen prince princess president premier chancellor minister secretary ambassador envoy
    senator congressman congresswoman representative governor mayor councillor commissioner
    judge justice chief general gen colonel col lieutenant lt major maj captain capt sergeant
    sgt corporal private admiral adm commander cmdr brigadier marshal officer detective
    inspector superintendent constable rev reverend father fr sister brother bishop archbishop
    cardinal pope rabbi imam sheikh ayatollah hon deputy acting former ex prime foreign vice
    interior finance defence defense monsieur madame m mme herr frau senor senora don dona
""")

# What tells father from son; kept in the key, so that they never merge.
SUFFIXES = {
    "jr": "jr", "jnr": "jr", "junior": "jr", "sr": "sr", "snr": "sr", "senior": "sr",
    "ii": "ii", "iii": "iii", "iv": "iv",
}  # fmt: skip

# Two words for one title or trade
SAME_TITLES = dict(
    pair.split("=")
    for pair in """sen=senator gov=governor rep=representative gen=general chairwoman=chair chairman=chair
    chairperson=chair lawyer=attorney sgt=sergeant capt=captain col=colonel lt=lieutenant pm=minister
    spokeswoman=spokesman spokesperson=spokesman congressman=representative congresswoman=representative
    """.split()
)

# Letters behind a name that say what somebody holds, not who it is.
HONOURS = word_set("obe mbe cbe kbe dbe phd md mp mep qc kc esq msp ms ba ma msc frs")

# Particles that belong to the family name: "von der Leyen, Ursula".
PARTICLES = word_set(
    "de del della di da das do dos du des la le van von der den ter ten zu zur af av y e al el st"
)

# Patronymic particles: such names have no family name to sort by.
PATRONYMICS = word_set("bin bint ibn ben abu umm")

# Family names that come first in Chinese, Korean and Vietnamese order. From lists of the most
# common surnames; only used together with the form of the given name (see `spelling.family_first`).
FAMILY_FIRST = word_set("""
    wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng
    liang xie song tang deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye
    cheng wei su lu ding ren lyu shen yao jin xi qin mao hua fu bo hou wen kim lee park choi
    jung jeong kang cho yoon jang lim shin yoo moon kwon hwang ahn song roh ban ri pak nguyen
    tran le pham hoang phan vu vo dang bui ngo
""")

# Endings of company names, dropped from an organisation's key.
COMPANY_FORMS = word_set("inc ltd limited plc corp co llc llp gmbh ag sa nv bv spa oy ab as")

# What a title says of rank or courtesy, not of a role.
COURTESY = word_set(
    "mr mrs ms miss mx dr sir dame lord lady rev reverend prof hon madame monsieur herr frau m mme"
)

# Kinds of body of which every country or town has one.
EVERYWHERE = word_set("""
    ministry government council committee court party university college school police
    department office agency commission parliament senate assembly army navy force forces board
    service authority congress administration hospital church bank bureau panel inquiry
""")
# Bodies that many countries, towns or firms have: the last word does not tell which.
GENERIC = EVERYWHERE | word_set("""
    union association federation institute club company group house centre center society trust
    foundation corporation league alliance coalition campaign
""")

# More words that only the names of bodies hold
BODY_WORDS = word_set("""
    alliance airlines airways associates authority band brigade broadcasting business businesses
    chamber charity choir cooperative consortium corps division embassy enterprises exchange
    faculty fc federal fellowship festival fighters foods fraternity fund gazette guild health
    herald holdings industries initiative institutes institution journal laboratory laboratories
    lab mail media ministries movement museum mutual network news orchestra organisation
    organization partners partnership party post press project publishing radio records registry
    reserve retailers school schools secretariat services steel studios superpac syndicate
    systems team telegraph theatre theater times tribune tv unit watch workers works
""")

# Words of names that say who printed a report, not what it is about
PAPERS = word_set("""
    press news times post journal reuters agency gazette tribune herald courier radio tv
    broadcasting network media magazine today
""")

# Organisations that are printed either way, by their acronym: (acronym, full name, the form that
# the site shows). Only those whose acronym means one thing in the news; an article's own "Full Name
# (FN)" needs no table.
COMMON_ACRONYMS = (
    ("UN", "United Nations", "United Nations"),
    ("EU", "European Union", "European Union"),
    ("NATO", "North Atlantic Treaty Organization", "NATO"),
    ("NATO", "North Atlantic Treaty Organisation", "NATO"),
    ("WHO", "World Health Organization", "World Health Organization"),
    ("WHO", "World Health Organisation", "World Health Organization"),
    ("IMF", "International Monetary Fund", "International Monetary Fund"),
    ("WTO", "World Trade Organization", "World Trade Organization"),
    ("WTO", "World Trade Organisation", "World Trade Organization"),
    ("IAEA", "International Atomic Energy Agency", "International Atomic Energy Agency"),
    ("OSCE", "Organization for Security and Co-operation in Europe", "OSCE"),
    ("OPEC", "Organization of the Petroleum Exporting Countries", "OPEC"),
    ("OECD", "Organisation for Economic Co-operation and Development", "OECD"),
    ("ICC", "International Criminal Court", "International Criminal Court"),
    ("ICJ", "International Court of Justice", "International Court of Justice"),
    ("UNESCO", "United Nations Educational, Scientific and Cultural Organization", "UNESCO"),
    ("UNICEF", "United Nations Children’s Fund", "UNICEF"),
    ("FBI", "Federal Bureau of Investigation", "FBI"),
    ("CIA", "Central Intelligence Agency", "CIA"),
    ("NASA", "National Aeronautics and Space Administration", "NASA"),
    ("BBC", "British Broadcasting Corporation", "BBC"),
    ("NHS", "National Health Service", "NHS"),
    ("ECB", "European Central Bank", "European Central Bank"),
    ("GOP", "Republican Party", "Republican Party"),
    ("AP", "Associated Press", "Associated Press"),
    ("AFP", "Agence France-Presse", "Agence France-Presse"),
    ("UPI", "United Press International", "United Press International"),
    ("RNC", "Republican National Committee", "Republican National Committee"),
    ("DNC", "Democratic National Committee", "Democratic National Committee"),
    ("CNN", "Cable News Network", "CNN"),
    ("NYPD", "New York Police Department", "NYPD"),
    ("RCMP", "Royal Canadian Mounted Police", "RCMP"),
    ("NRA", "National Rifle Association", "National Rifle Association"),
    ("EPA", "Environmental Protection Agency", "Environmental Protection Agency"),
    ("NAACP", "National Association for the Advancement of Colored People", "NAACP"),
)
