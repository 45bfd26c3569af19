"""Quotations over time: one bar a month, a quarter or a year, stacked by kind."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from generator.model import Kind
from generator.pages import dates
from generator.pages.archive import Said
from generator.pages.tallies import steps
from generator.pages.views import KINDS
from generator.pages.words import Words, words_of

MOST_BARS = 36  # more months than this are drawn as quarters, more quarters as years
# so many labels of years have room side by side on a phone, and in rq.css's 43rem
NARROW, WIDE = 16, 48
YEARS = 13  # so many whole years ("2042") have room side by side on a phone
_EVERY = (1, 2, 5, 10, 20, 50, 100)
_MONTHS = {"month": 1, "quarter": 3}
Bin = tuple[int, int]  # year, and 0-based month or quarter in it


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar. Heights in steps of a fiftieth of the highest bar."""

    label: str  # "November 2041"
    short: str  # "N"; "" = there is no room for it
    wide: str  # what a wide chart has room for though a phone has not; else ""
    year: str  # under the first bar of a year; else ""
    start: str  # ISO 8601: "2041-11", or "2041" where bars are years
    direct: int
    mixed: int
    indirect: int
    total: int
    direct_steps: int
    mixed_steps: int
    indirect_steps: int


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars, and what they count."""

    label: str  # "Quotes per month, November 2041 to January 2043"
    per: str  # "month"
    unit: str  # "Month"
    bars: tuple[Bar, ...]
    left_out: int  # quotations that no bar counts: their article has no date, or only a year


def chart(said: tuple[Said, ...], words: Words | None = None) -> Chart | None:
    """Quotations over time; None when their articles have fewer than two dates between them.

    `words`: the table of the interface; None = the shipped one.
    """
    held = [(dates.parts(s.article.date), s.quote.kind) for s in said]
    years = sorted({parts[0] for parts, _ in held if parts})
    months = sorted({parts[:2] for parts, _ in held if parts and parts[1]})
    if len({parts for parts, _ in held if parts}) < 2:
        return None
    unit = _unit(years, [(year, month) for year, month in months if month])
    found: Counter[tuple[Bin, Kind]] = Counter()
    for parts, kind in held:
        place = _bin(unit, parts[0], parts[1]) if parts else None
        if place:
            found[place, kind] += 1
    places = sorted({place for place, _ in found})
    if len(places) < 2:
        return None
    row = _row(unit, places)
    top = max(sum(found[place, kind] for kind in KINDS) for place in row)
    bars = tuple(
        _bar(unit, place, row[at - 1] if at else None, found, top) for at, place in enumerate(row)
    )
    bars = _labelled(row, bars) if unit == "year" else _apart(bars)
    counted = sum(found.values())
    told = (words or words_of())["chart"]
    per, head = told[unit]
    return Chart(
        told["label"].format(per, bars[0].label, bars[-1].label),
        per,
        head,
        bars,
        len(said) - counted,
    )


def _unit(years: list[int], months: list[tuple[int, int]]) -> str:
    if not months:
        return "year"
    (y1, m1), (y2, m2) = months[0], months[-1]
    length = (y2 - y1) * 12 + m2 - m1 + 1
    if length > MOST_BARS * 3 or years[0] < y1 or years[-1] > y2:
        return "year"
    return "month" if length <= MOST_BARS else "quarter"


def _bin(unit: str, year: int, month: int | None) -> Bin | None:
    if unit == "year":
        return year, 0
    if month is None:
        return None
    return (year, month - 1) if unit == "month" else (year, (month - 1) // 3)


def _row(unit: str, places: list[Bin]) -> list[Bin]:
    """Every bin from the first to the last, empty ones too; only those that hold something when
    years lie far apart.
    """
    size = {"month": 12, "quarter": 4, "year": 1}[unit]
    start, stop = places[0][0] * size + places[0][1], places[-1][0] * size + places[-1][1]
    return (
        places
        if stop - start > MOST_BARS * 2
        else [divmod(n, size) for n in range(start, stop + 1)]
    )


def _apart(bars: tuple[Bar, ...]) -> tuple[Bar, ...]:
    """Months or quarters, the first year left out where the next one's label would run into it on a
    phone.
    """
    second = next((at for at, bar in enumerate(bars) if at and bar.year), len(bars))
    return (replace(bars[0], year=""), *bars[1:]) if second * YEARS < len(bars) else bars


def _labelled(row: list[Bin], bars: tuple[Bar, ...]) -> tuple[Bar, ...]:
    """Years, as many of them labelled as have room: round ones, or every nth bar where years
    between are left out.
    """
    every = next((n for n in _EVERY if len(row) <= n * NARROW), len(row))
    joined = row[-1][0] - row[0][0] == len(row) - 1
    labelled = {at for at, (year, _) in enumerate(row) if (year if joined else at) % every == 0}
    return tuple(
        bar
        if at in labelled
        else replace(bar, short="", wide=bar.short if len(row) <= WIDE else "")
        for at, bar in enumerate(bars)
    )


def _bar(
    unit: str, place: Bin, before: Bin | None, found: Counter[tuple[Bin, Kind]], top: int
) -> Bar:
    year, n = place
    counts = [found[place, kind] for kind in KINDS]
    label = {
        "month": f"{dates.MONTHS[n % 12]} {year}",
        "quarter": f"Q{n + 1} {year}",
        "year": str(year),
    }[unit]
    short = {"month": dates.MONTHS[n % 12][0], "quarter": str(n + 1), "year": f"’{year % 100:02}"}[
        unit
    ]
    new = unit != "year" and (before is None or before[0] != year)
    direct, mixed, indirect = counts
    return Bar(
        label=label,
        short=short,
        wide="",
        year=str(year) if new else "",
        start=f"{year:04}" if unit == "year" else f"{year:04}-{n * _MONTHS[unit] + 1:02}",
        direct=direct,
        mixed=mixed,
        indirect=indirect,
        total=sum(counts),
        direct_steps=steps(direct, top),
        mixed_steps=steps(mixed, top),
        indirect_steps=steps(indirect, top),
    )
