"""What stands before a colon at the start of a line: who speaks, or nobody. Data only."""

from __future__ import annotations

from generator.languages.english.times import OF_WEEKDAYS
from generator.languages.english.titles import TITLES
from generator.languages.listed import word_set

TITLED = frozenset(TITLES) | word_set(
    """
    mr mrs ms miss mx dr sir dame lord lady rev hon senator sen rep gov gen judge justice prof
    professor
"""
)
# what a label may be called that is no name
OFFICE = word_set("""
    speaker chair chairman chairwoman chairperson moderator host interviewer presenter operator
    observer analyst witness president counsel judge clerk question answer q a interviewee
    reporter audience caller narrator
""")
# what stands before a colon and is nobody
NOBODY = OF_WEEKDAYS | word_set("""
    image images photo photos photograph picture pictures credit caption source sources subject
    date time place location where when what why how who which tickets price admission address
    phone tel email website web contact info note notes update updated from to cc re via more
    related watch listen read video audio map chart figure table step ingredients method serves
    makes result results score scores
    verdict rating stars director cast genre age born education career example warning tip tips
    exclusive analysis opinion comment live breaking review editorial poll report interview
    explainer fact feature profile obituary correction letter letters sponsored transcript
    timeline topic background summary conclusion part chapter
""")
# what opens a sentence, so that its capital makes no name
OPENERS = word_set(
    """
    the a an this that these those in on at for and but when while after before i we he she it
    they
"""
)

NOBODY_ON_TOP = word_set("""
    a analysis breaking check column comment correction daily editorial exclusive exclusive:
    explainer fact factcheck feature gallery interview latest letter letters listen live more
    note obituary opinion photos podcast poll preview profile q quiz read recap report review
    sponsored timeline transcript update updated video watch
""")
