"""Words that tell what kind of speaker is printed: a group, a document, a pronoun. Data and one
question.
"""

from __future__ import annotations

from generator.languages.listed import word_set

GROUP_STARTS = word_set("""
    some many most few several two three four five six seven eight nine ten dozens hundreds
    thousands others both all other various numerous a-number critics supporters opponents
    observers experts analysts authorities police officials sources witnesses residents people
    investigators prosecutors researchers scientists activists advocates anyone everyone
    everybody nobody no-one someone somebody none one another
""")
INDEFINITE = frozenset(["a", "an", "some", "any", "one", "another"])
RELATIONS = word_set("""
    friend wife husband mother father son daughter brother sister aunt uncle nephew niece cousin
    neighbour neighbor colleague partner boyfriend girlfriend teammate parent grandmother
    grandfather widow widower reader
""")
DOCUMENT_WORDS = word_set("""
    statement report letter memo email e-mail release study survey website notice post tweet
    filing complaint document documents lawsuit affidavit brief paper article book speech
    message spokesperson-statement op-ed announcement news-release note petition poll resolution
    ruling decision indictment motion
""")

# In an indefinite description these say that somebody else than the one named before is meant
SOME_OTHER = word_set("former senior another other second rival fellow unnamed anonymous")

# Those who deal with the people that an article is about: who is in focus is called so only where
# the role was given
DEALING = word_set("""
    judge magistrate coroner prosecutor barrister lawyer attorney solicitor clerk recorder
    doctor nurse surgeon paramedic officer detective inspector constable minister secretary
    spokesman spokeswoman spokesperson manager employer landlord interviewer host moderator
    presenter reporter referee umpire chairman chairwoman chair
""")

# A statement that was "sent by" or "issued by" somebody is theirs; one "seen by" them is not
SENT = word_set(
    """
    sent emailed e-mailed mailed issued released written signed posted circulated prepared
    drafted submitted
"""
)

# What a company of any name may be called; a council or a union has it in its name, or is
# introduced so
COMPANY_WORDS = word_set("""
    company firm business corporation giant manufacturer maker airline automaker carmaker chain
    developer brewery restaurant carrier insurer lender producer retailer startup start-up
    provider operator publisher broadcaster newspaper network outlet club team agency
    conglomerate enterprise studio department utility railway museum bank
""")
# What any organisation may be called
ANY_BODY = word_set("group organisation organization body institution")
# Of these one may be called by another: the Board of Elections, the commission
OFFICES = word_set(
    "agency board commission committee panel authority department office bureau council ministry"
)
# What only a government is called
STATE_WORDS = word_set("government regime cabinet state nation country kremlin")
# "the rival firm": not the one that was named last
ANOTHER = word_set("rival other second another latter former")
