"""Words in the names of bodies, places and people. Data only."""

from __future__ import annotations

from generator.languages.listed import listed, word_set

ENDS = word_set("""
    agency airlines airways alliance association authority bank board bureau campaign center
    centre church club coalition college commission committee company conference congress corp
    corporation council court department division embassy enterprises federation force forum
    foundation fund gazette group herald holdings hospital inc industries initiative institute
    institution league limited llc ltd ministry motors movement museum mutual network news
    office organisation organization parliament party plc police post press records school
    secretariat senate service services society studios systems team times tribune trust union
    university works
""")

PLACES_ENDS = word_set("""
    airport ave avenue bay beach boulevard bridge cemetery cottages county cove creek dam drive
    falls forest gate hall harbor harbour highway island lake lane lighthouse mount park pier
    plaza point province quay reservoir river road row square st stadium station street tower
    valley water wharf
""")

ALSO_ROLES = word_set("""
    abbot baker bishop constable cook dean duke judge king knight marshall pope prince sheikh
""")

DESCRIBED_BY = tuple(
    listed("""
    -led -based -backed -born -run -owned -style -made -trained -speaking -wide
""")
)

FIRMS_END_WITH = word_set("""
    ag associates bros brothers co company corp corporation daughters gmbh group holdings inc
    incorporated limited llc llp ltd partners plc son sons
""")

FIRMS_DO = word_set("""
    builds built employed employs hired hires made makes manufactured manufactures owned owns
    published publishes sells sold supplied supplies
""")

LEFT_OUT = word_set("""
    co company corp corporation group holdings inc incorporated limited llc ltd plc
""")

ALSO_WORDS = word_set("""
    art ball banks bell best bill bird black brown bush case cash chase church close cook court
    cross cruise dawn day dean drew early east faith field fields first fish fox frank garden
    good grace grant gray green grey hill hope house hunt joy judge justice king law long love
    major many march mark may minor moon more most much noble north old page park parks pat poor
    power powers price rains rice rich rob rose rush sharp short small snow south star stark
    stone strong sue summer sweet swift true west white will winter wise wolf wood woods young
""")

FAMILY_PARTICLES = word_set("""
    abu al ap ben bin de del el ibn la le ni van von
""")

SMALL = word_set("""
    and de der des du for in la le of on the und
""")
