"""Finite forms of verbs of speech, to tell who speaks without a parse; made of the table of verbs."""

from __future__ import annotations

from collections.abc import Iterator

from generator.languages.english.verbs import IRREGULAR, SAY, forms_of
from generator.languages.listed import word_set

# of SAY, verbs whose present is a noun as often: "new rules", "the price report forecasts"
NOUNS_TOO = word_set("""
    advise cable cry e-mail email forecast message quote radio rail reason rule text volunteer
""")

# of SAY, verbs that more often do than say where nothing is quoted: "Norway accepted refugees"
DO = word_set("accept continue relay submit")

# verbs of acts and thoughts that tell as well that somebody speaks, writes or acts
ALSO = word_set("""
    accuse agree appeal believe blame blast call challenge condemn criticise criticize decline
    decry demand denounce dismiss express hope object order pledge press
    promise propose refuse reject request slam speak think threaten urge voice want
    welcome worry
""")

# what tells it in these forms alone
OTHER_FORMS = word_set("goes went know knows knew put puts see sees saw")

# forms that stand alone for no verb: "the letter written by"
PARTICIPLES = word_set("forbidden known seen spoken sworn written")


def _finite(verb: str) -> Iterator[str]:
    """The present and the past of a verb; of one that is a noun too, only the past."""
    base, third, past, _ = forms_of(verb)
    irregular = [form for form, of in IRREGULAR.items() if of == verb and form[-3:] != "ing"]
    yield from (form for form in irregular if form not in PARTICIPLES)
    if not irregular:
        yield past
    if verb not in NOUNS_TOO:
        yield from (base, third)


SPEAKING = frozenset(form for verb in (SAY - DO) | ALSO for form in _finite(verb)) | OTHER_FORMS

# Pasts without -ed of what bodies do: "the GOP won"
PASTS = word_set("""
    became began bought broke brought built came chose cut did drew drove fell fought found gave
    got grew had held hit kept knew laid led left lent lost made met paid put ran read rose said
    saw sent set shot showed sold sought spent spoke stood struck sued took taught thought threw
    told was were went withdrew won wrote
""")
