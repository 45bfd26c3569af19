"""Small words by what they do in a sentence. Data only."""

from __future__ import annotations

from generator.languages.listed import word_set

PRONOUNS = word_set("""
    he her his i it she they we you
""")

AUXILIARIES = word_set("""
    can could did do does has is may might was will would
""")

QUANTITIES = word_set("""
    all another any both each every few many more most no other several some these those which
""")

CLOSED = word_set("""
    about after against all although among and another any as because been before behind being
    best better between both but each even every few here how if just least less like many more
    most much neither no nor not once only or other outside over per rather real said same says
    several since some such take than that there these this those though told true under until
    via what when where whether while why without worst
""")

OPENERS = word_set("""
    a also an as her his its now one our the their then
""")

ARTICLES = word_set("""
    a an her his its one our the their
""")

PREPOSITIONS = word_set("""
    about against at by for from in near of on to with
""")

JOINS = word_set("""
    about after against and as at before between by for from in like near of on or over than to
    under with
""")

NARROWING = word_set("""
    at close familiar for from in of on that who with
""")

NO_SUBJECTS = word_set("""
    after also and as asked at before but by earlier for from having he here i if in it later
    meanwhile never nor not now on once or she so still that then there they though to we what
    when which while who with yet you
""")
