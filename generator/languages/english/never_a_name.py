"""Words with a capital that are no name and begin none."""

from __future__ import annotations

from generator.languages.english.times import OF_MONTHS, OF_WEEKDAYS
from generator.languages.listed import word_set

NEVER_A_NAME = (
    OF_MONTHS
    | OF_WEEKDAYS
    | word_set("""
    i a the     but and or if when while
    after before in on at for from by to with as he she they it we you his her their its our my
    this that these those there here what who why how where no not yes so then now yet still
    also even just well christmas easter god internet english french republicans democrats some
    many most few several both all each every any other another such certainly perhaps maybe
""")
)
