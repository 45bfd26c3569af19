"""A long list parted into pages."""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from generator import paths
from generator.escape import Html
from generator.pages.views import link

T = TypeVar("T")


# bytes of rows on a page, about: with all else that stands there it stays well below 300 kB
PAGE = 120_000
LEAST = PAGE * 2 // 3  # of a page of a list that is parted where few rows move


NEAR = 3  # pages before and after this one that a pager names


@dataclass(frozen=True, slots=True)
class Pager:
    """Which page of a long list this is; `pages` has number and URL of the first, the last and
    those near; number 0 stands for those left out."""

    number: int
    of: int
    pages: tuple[tuple[int, Html], ...]
    previous: Html  # "" = none
    next: Html


def pager(here: str, listing: str, number: int, of: int) -> Pager:
    """Links to the pages of a list."""
    shown: list[tuple[int, Html]] = []
    for n in sorted(
        {1, of, *range(max(1, number - NEAR), min(of, number + NEAR) + 1)} if of > 1 else ()
    ):
        if shown and n > shown[-1][0] + 1:
            shown.append((0, Html("")))
        shown.append((n, link(here, paths.page(listing, n))))
    return Pager(
        number=number,
        of=of,
        pages=tuple(shown),
        previous=link(here, paths.page(listing, number - 1)) if number > 1 else Html(""),
        next=link(here, paths.page(listing, number + 1)) if number < of else Html(""),
    )


def chunks(rows: list[T], weights: list[int]) -> list[list[T]]:
    """Rows for each page of a list: in order, so many that their weights (bytes of HTML, about)
    stay below PAGE.
    """
    found: list[list[T]] = [[]]
    held = 0
    for row, weight in zip(rows, weights, strict=True):
        if found[-1] and held + weight > PAGE:
            found.append([])
            held = 0
        found[-1].append(row)
        held += weight
    return found


def steady(rows: Sequence[T], weights: Sequence[int], names: Sequence[str]) -> list[list[T]]:
    """The same, parted so that a row more or less moves few others to another page.

    A page ends somewhere between LEAST and PAGE: before the row whose name has the lowest checksum
    there. A row that comes in before it changes where a page begins, but hardly ever where it ends.
    """
    weighed = [0, *itertools.accumulate(weights)]
    places = [zlib.crc32(name.encode("utf-8", "replace")) for name in names]
    found: list[list[T]] = []
    start, least, most = 0, 1, 1
    while start + 1 < len(rows) and weighed[-1] - weighed[start] > PAGE:
        least, most = max(least, start + 1), max(most, start + 1)
        while least < len(rows) and weighed[least] - weighed[start] < LEAST:
            least += 1
        while most < len(rows) and weighed[most + 1] - weighed[start] <= PAGE:
            most += 1
        end = min(range(min(least, most), most + 1), key=lambda at: (places[at], at))
        found.append(list(rows[start:end]))
        start = end
    return [*found, list(rows[start:])]
