"""Dates as articles write them → ISO 8601. Nothing is guessed: what is not clearly a date is
none.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import Any

from generator.languages.words import TIMES

MONTHS = {name.lower(): n for n, name in enumerate(TIMES.months, 1)}
MONTHS |= {name[:3]: n for name, n in MONTHS.items()} | {"sept": 9}
MONTH = "(?P<month>" + "|".join(sorted(MONTHS, reverse=True)) + r")\b\.?"
ISO = r"(?P<y>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})"
WORDS = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
    rf"(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?{MONTH},? (?P<year>\d{{4}})"
    rf"|{MONTH.replace('month', 'month2')} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year2>\d{{4}}))",
    re.IGNORECASE,
)
ISO_FULL = re.compile(
    rf"{ISO}(?:[T ]\d{{2}}:\d{{2}}[\d:.]{{0,20}} ?(?:Z|UTC|GMT|[+-]\d{{2}}:?\d{{2}})?)?\Z"
)
ISO_PART = re.compile(r"(\d{4})(?:-(\d{2}))?\Z")
LABEL = re.compile(
    r"(?P<label>published|posted|first published|updated|last updated|date)(?: on)? ?:? ",
    re.IGNORECASE,
)
CLOCK = re.compile(
    r"[ ,|·–—-]{0,3}(?:at )?\d{1,2}[:.]\d{2} ?(?:[ap]\.?m\.?)?(?: ?[A-Z]{1,4})?\.?\Z", re.IGNORECASE
)
# languages whose months are known, and no date without all its parts
LANGUAGES = ["en", "de", "fr", "es", "nl", "it", "pt"]
STRICT: Any = {
    "STRICT_PARSING": True,
    "REQUIRE_PARTS": ["day", "month", "year"],
    "PARSERS": ["absolute-time"],
    "RETURN_AS_TIMEZONE_AWARE": False,
}
NAMED_MONTH = re.compile(
    r"(?:[^\W\d_]{2,12}\.?,? )?(?:le |den )?\d{1,2}(?:\.|er)? (?:de |of )?[^\W\d_]{3,12}\.?,? (?:de )?\d{4}"
)
DATELINE = re.compile(r"[^\W\d_][^\n—–:“”\"]{1,60}?, ")
TIME = r"(?:[T ]\d{2}:?\d{2}(?::?\d{2})?(?:\.\d{1,6})? ?(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})?)?"
NUMBERS = re.compile(rf"(?P<y>\d{{4}})(?P<mark>/?)(?P<m>\d{{2}})(?P=mark)(?P<d>\d{{2}}){TIME}")
DOTTED = re.compile(r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?P<y>\d{4})")
SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
NAMED = re.compile(
    rf"(?:[A-Za-z]{{3}}, )?(?P<d>\d{{1,2}})[ -](?P<month>[A-Za-z]{{3}})[ -](?P<y>\d{{4}}){TIME}"
)
MONTH_ALONE = re.compile(r"(?P<month>[A-Za-z]{3,9})\.? (?P<y>\d{4})")
PREFIX = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[-_ .]+|\Z)")


def iso(words: str) -> str | None:
    """A whole string that is a date, as ISO 8601 ("2042-03-12", "2042-03", "2042"), else None.

    Accepts ISO dates with or without a time (the time is dropped), "12 March 2042" and "March 12,
    2042".
    """
    words = " ".join(words[:80].split())
    if part := ISO_PART.match(words):
        year, month = int(part[1]), int(part[2] or 1)
        return words if year and 1 <= month <= 12 else None
    if full := ISO_FULL.match(words):
        return _day(int(full["y"]), int(full["m"]), int(full["d"]))
    if written := WORDS.fullmatch(words):
        return _written(written)
    return _of_programs(words)


def _of_programs(words: str) -> str | None:
    """Dates as programs write them: "2042/03/12", "20420312T081500Z", "12.03.2042", "12-Mar-2042",
    "Wed, 12 Mar 2042 10:00:00 +0000", "March 2042". "03/04/2042" is none: who knows the month?
    """
    if plain := NUMBERS.fullmatch(words):
        return _day(int(plain["y"]), int(plain["m"]), int(plain["d"]))
    if dotted := DOTTED.fullmatch(words):
        return _day(int(dotted["y"]), int(dotted["m"]), int(dotted["d"]))
    if (slashed := SLASHED.fullmatch(words)) and is_settled(words):
        one, two = int(slashed[1]), int(slashed[2])
        return _day(int(slashed[3]), min(one, two), max(one, two))
    if named := NAMED.fullmatch(words):
        month = MONTHS.get(named["month"].lower())
        return _day(int(named["y"]), month, int(named["d"])) if month else None
    if part := MONTH_ALONE.fullmatch(words):
        month = MONTHS.get(part["month"].lower())
        return f"{part['y']}-{month:02d}" if month else None
    return None


@lru_cache(maxsize=4096)
def in_words(words: str) -> str | None:
    """A day with its month in words, in a language of LANGUAGES: "12. März 2042"; else None.

    By dateparser, which takes half a second to load: so only for what `iso` doesn't know.
    """
    if len(words) > 60 or not NAMED_MONTH.fullmatch(words):
        return None
    import dateparser  # type: ignore[import-untyped,unused-ignore]

    found = dateparser.parse(words, languages=LANGUAGES, settings=STRICT)
    return found.date().isoformat() if found else None


def is_settled(words: str) -> bool:
    """Whether it is clear which number of "12/31/2042" is the day: the one over 12."""
    found = SLASHED.fullmatch(words.strip())
    return found is not None and (int(found[1]) > 12) != (int(found[2]) > 12)


def is_slashed(words: str) -> bool:
    """Whether a text is a date with slashes: "05/01/2042"."""
    return SLASHED.fullmatch(words.strip()) is not None


def dated_line(line: str) -> tuple[str, str] | None:
    """(field, ISO date) of a line that is nothing but a date: "Published: 12 March 2042, 10:05";
    else None.

    The field is "date" or "updated".
    """
    if len(line) > 80:
        return None
    label = LABEL.match(line.strip())
    words = line.strip()[label.end() if label else 0 :]
    found = iso(words) or iso(CLOCK.sub("", words))
    # a bare "2042" is a sentence, a title, a list item …
    if not found or (len(found) < 7 and not label):
        return None
    return ("updated" if label and "updated" in label["label"].lower() else "date", found)


def dateline(paragraph: str) -> str | None:
    """The date of "EDDERMOOR, 4 November 2041 — …" at the start of a paragraph."""
    place = DATELINE.match(paragraph[:100])
    written = place and WORDS.match(paragraph, place.end())
    if not written or not re.match(
        r"\)?[.,]? ?(?:\([^()\n]{1,40}\) ?)?[—–:-]", paragraph[written.end() :][:60]
    ):
        return None
    return _written(written)


def file_name_date(stem: str) -> tuple[str | None, str]:
    """(ISO date, rest) of a file's stem: "2042-03-12-the-port" → ("2042-03-12", "the-port")."""
    prefix = PREFIX.match(stem)
    if prefix and (found := iso(prefix[1])):
        return found, stem[prefix.end() :]
    return None, stem


def _written(found: re.Match[str]) -> str | None:
    month = MONTHS[(found["month"] or found["month2"]).lower()]
    return _day(int(found["year"] or found["year2"]), month, int(found["day"] or found["day2"]))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
