"""Countries: their names, and the words by which an article tells which country it is about. Data,
no logic.

A line: name | other names | words that speak for it (people, adjective, capital, provinces,
parties, seats). Folded.
"""

from __future__ import annotations

from generator.languages.listed import word_set

LINES = """
united states | us, u s, usa, u s a, america, united states of america | american, americans,
    washington, gop, republican, republicans, democrat, democrats, democratic, white house,
    pentagon, congress, texas, california, florida, ohio, iowa, new york, virginia, michigan,
    wisconsin, pennsylvania, new hampshire, nevada, north carolina, south carolina, arizona,
    indiana, illinois, massachusetts, colorado, fbi
united kingdom | uk, u k, britain, great britain | british, britons, london, england, scotland,
    wales, westminster, brexit, tory, tories, downing street
canada | | canadian, canadians, ottawa, ontario, quebec, alberta, british columbia, manitoba,
    saskatchewan, nova scotia, new brunswick, newfoundland, toronto, montreal, vancouver,
    calgary, edmonton, winnipeg, halifax, trudeau, rcmp, cbc
australia | | australian, australians, canberra, sydney, melbourne, queensland, victoria, perth
new zealand | | wellington, auckland, kiwi
ireland | | irish, dublin, taoiseach
france | | french, paris
germany | | german, germans, berlin, bundestag
spain | | spanish, madrid
italy | | italian, italians, rome
china | | chinese, beijing
japan | | japanese, tokyo
india | | indian, delhi, new delhi, mumbai
pakistan | | pakistani, islamabad
russia | russian federation | russian, russians, moscow, kremlin
ukraine | | ukrainian, ukrainians, kyiv, kiev
turkey | turkiye | turkish, ankara
israel | | israeli, israelis, jerusalem, knesset
iran | | iranian, tehran
iraq | | iraqi, baghdad
syria | | syrian, damascus
mexico | | mexican, mexico city
brazil | | brazilian, brasilia
south africa | | south african, pretoria
south korea | republic of korea | south korean, seoul
north korea | dprk, democratic peoples republic of korea | north korean, pyongyang
netherlands | holland | dutch, the hague
poland | | polish, warsaw
sweden | | swedish, stockholm
norway | | norwegian, oslo
denmark | | danish, copenhagen
greece | | greek, athens
austria | | austrian, vienna
switzerland | | swiss, bern
nigeria | | nigerian, abuja
egypt | | egyptian, cairo
"""
# What a country's name is printed as, where that is not its words with capitals
PRINTED = {"united states": "United States", "united kingdom": "United Kingdom"}

# Bodies that many countries have under one name: which one, the article tells
NATIONAL = word_set("""
    senate|parliament|supreme court|high court|house of commons|house of lords|
    house of representatives|house|conservative party|liberal party|labour party|green party|
    conservatives|liberals|foreign ministry|defence ministry|defense ministry|finance ministry|
    interior ministry|health ministry|justice ministry|ministry of defence|ministry of defense|
    ministry of health|ministry of foreign affairs|national assembly|central bank|air force|
    army|navy|treasury|justice department|health department|cabinet|congress|coast guard|
    national guard|border patrol|constitutional court|court of appeal
""")

# Words before such a body that are none of its name: "the Republican Congress"
PARTIES = frozenset(("republican", "republicans", "democratic", "democrats", "tory"))

# Names in which "House" is no short form: "the House" of an article that names the White House is
# a parliament's
OWN_NAMES = frozenset({"white house", "opera house"})

_ROWS = [
    [part.strip() for part in line.split("|")]
    for line in LINES.replace("\n    ", " ").strip().splitlines()
]
# A folded name of a country → its first name here
NAMES = {
    name: country
    for country, others, _ in _ROWS
    for name in (country, *filter(None, others.split(", ")))
}
# A folded word → the country that it speaks for
WORDS = {
    word: country
    for country, others, marks in _ROWS
    for word in (country, *filter(None, others.split(", ")), *marks.split(", "))
}
