"""Words before and after names: honorifics, titles, suffixes, and what kind of person a role word
means. Data only.
"""

from __future__ import annotations

from generator.languages.english.wider_roles import WIDER
from generator.languages.listed import listed, word_set
from generator.languages.named import Gender

# honorific → gender it gives; None = says nothing. Compared in lower case without a full stop.
HONORIFICS: dict[str, Gender | None] = {
    **dict.fromkeys(
        listed(
            """
    mr mister sir lord baron count prince king herr monsieur
"""
        ),
        "m",
    ),
    **dict.fromkeys(
        listed(
            """
    señor imam rabbi brother pope archbishop cardinal
"""
        ),
        "m",
    ),
    **dict.fromkeys(
        listed(
            """
    mrs ms miss mme madam madame dame lady baroness princess
"""
        ),
        "f",
    ),
    **dict.fromkeys(("queen", "duchess", "countess", "sister", "frau", "señora"), "f"),
    **dict.fromkeys(("dr", "prof", "rev", "reverend", "hon", "mx"), None),
}

# a title written with a capital before a name ("Senator Lee", "Prime Minister Ito"); last word of
# it, lower case
TITLES = word_set("""
    cllr president premier minister chancellor secretary senator sen representative rep
    congressman congresswoman governor gov mayor councillor councilor coun alderman delegate
    speaker ambassador envoy commissioner commander general gen colonel col captain capt
    lieutenant lt sergeant sgt major maj admiral adm corporal cpl constable const officer
    detective det inspector insp superintendent supt chief sheriff deputy judge justice
    magistrate attorney prosecutor professor doctor chairman chairwoman chair director coach
    manager spokesman spokeswoman spokesperson pastor father bishop archbishop cardinal pope
    rabbi imam sheikh sheik ayatollah staff-sgt mp mpp mla mep assemblyman assemblywoman
    assemblymember lawmaker democrat republican candidate nominee king queen prince princess
    emperor vice-president coordinator co-ordinator analyst economist lawyer author actor
    actress singer writer founder leader principal dean provost reeve warden treasurer
    comptroller auditor ombudsman solicitor executive con pc wpc
""")

# capitalised words that may stand before the last word of a title ("Vice President", "US Deputy
# Foreign Minister")
TITLE_PARTS = word_set("""
    vice deputy prime foreign finance defence defense interior justice health education
    environment transport former acting interim assistant associate attorney general lieutenant
    district crown chief executive first second supreme court state house senate majority
    minority speaker staff us u.s british russian canadian american french german chinese
    ukrainian israeli police fire city county head senior federal party opposition republican
    democratic liberal conservative labour green independent energy trade labor indigenous
    public safety services relations minister officer editor-in-chief vice-presidential
    presidential
""")

# letters behind a name that are no part of it
HONOURS = word_set("md phd esq mp mpp mla mep msp qc kc sc obe mbe cbe")
SUFFIXES = HONOURS | frozenset(("jr", "sr", "ii", "iii", "iv"))

# lower-case words inside a name ("Ursula von der Leyen")
PARTICLES = word_set("""
    de da di del della der den des du van von ver ten ter la le los bin bint ibn ben al el ap ab
    abd abu y e st
""")


# role words that mean a person and give a gender
ROLE_GENDER: dict[str, Gender] = {
    **dict.fromkeys(
        listed(
            """
    spokesman chairman congressman assemblyman businessman alderman king prince actor father son
    brother husband uncle grandfather nephew widower boyfriend man boy gentleman salesman
    policeman councilman fisherman firefighter-man statesman patriarch duke pontiff sportsman
    frontman
"""
        ),
        "m",
    ),
    **dict.fromkeys(
        listed(
            """
    spokeswoman chairwoman congresswoman assemblywoman businesswoman queen princess actress
    mother daughter sister wife aunt grandmother niece widow girlfriend woman girl lady
    policewoman councilwoman matriarch duchess heroine sportswoman
"""
        ),
        "f",
    ),
}
del ROLE_GENDER["actor"]

# other words that mean a person in some role; with the keys and values above they make ROLE_WORDS
OTHER_ROLES = listed(
    """
    accountant adviser advisor agent aide analyst anchor apprentice archbishop architect
    archivist artist assistant astronaut astronomer athlete auditor baker banker biographer
    blogger boxer brewer broadcaster brother builder buyer campaigner caretaker carpenter
    cellist chef clerk coauthor co-author co-founder cofounder co-chair co-owner collector
    colleague columnist commander commentator composer conductor conservationist contractor cook
    coordinator co-ordinator coroner correspondent critic curator customer cyclist dancer
    daughter dean defendant dentist deputy designer developer dispatcher doctor donor driver
    economist editor educator electrician employee engineer entertainer entrepreneur
    environmentalist expert farmer father fighter filmmaker firefighter fisherman friend
    fundraiser gardener grandmother grandfather guide head host hunter husband infielder
    instructor interpreter investigator investor janitor keeper labourer laborer landlord lead
    librarian lobbyist magnate marshal mechanic mediator member minister mogul mother nanny
    neighbour neighbor negotiator newcomer nurse officer official operator organiser outfielder
    owner paramedic parent partner patient pensioner pharmacist philosopher photographer pianist
    pilot planner playwright plumber pollster president principal producer programmer promoter
    prophet provost publisher pundit ranger realtor receiver recruiter refugee regent registrar
    reporter resident retiree reverend rookie runner sailor sales-manager scholar screenwriter
    sculptor seller sheriff shopkeeper sister skier skipper soldier solicitor son specialist
    spouse star statistician storekeeper student successor surveyor survivor swimmer teacher
    teammate technician teenager tenant therapist trainer translator treasurer trustee tutor
    undertaker veteran vet veterinarian vicar victim violinist volunteer waiter waitress warden
    watchdog widow wife winemaker witness worker wrestler writer youth nominee frontrunner
    billionaire democrat republican liberal conservative tory socialist lawmaker vice-president
    co-leader whip chaplain rabbi sheikh cleric mufti patriarch ombudsman ombudsperson
    whistleblower hostage prisoner inmate suspect plaintiff complainant applicant claimant
    tycoon boss hopeful
"""
)

ROLE_WORDS = frozenset(
    [*WIDER, *(w for wider in WIDER.values() for w in wider), *ROLE_GENDER, *OTHER_ROLES]
)

PLURAL_ROLES = frozenset(
    word[:-1] + "ies"
    if word.endswith("y")
    else word + ("es" if word.endswith(("s", "ch", "sh")) else "s")
    for word in ROLE_WORDS
)

# definite descriptions that mean an organisation or a government already named
ORGANISATION_WORDS = word_set("""
    agency alliance association authority bank bloc board body broadcaster bureau cabinet
    campaign centre center charity church club coalition college commission committee company
    conglomerate consortium cooperative co-operative corporation council court department
    diocese district division embassy enterprise federation firm force foundation fund giant
    government group hospital institute institution kremlin league manufacturer ministry
    movement museum network newspaper nonprofit non-profit office operator opposition
    organisation organization outlet panel parliament party police provider publisher railway
    regime regulator retailer school service society startup start-up state studio team
    think-tank thinktank tribunal union university utility watchdog airline automaker carmaker
    chain developer brewery restaurant carrier insurer lender maker producer city province
    country nation municipality township town
""")
