"""Months, weekdays and other words for a time. Data only."""

from __future__ import annotations

from generator.languages.listed import listed, word_set

MONTHS = listed("""
    January February March April May June July August September October November December
""")
WEEKDAYS = listed("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")

OF_MONTHS = frozenset(month.lower() for month in MONTHS)
OF_WEEKDAYS = frozenset(day.lower() for day in WEEKDAYS)

# nouns and adverbs of time: they may stand between a verb and what it reports
TIME = (
    OF_MONTHS
    | OF_WEEKDAYS
    | word_set("""
    afternoon ago day earlier evening later month morning night recently time today week weekend
    year yesterday
""")
)
