"""Names → permanent ids: ASCII, inside the site, never two on one."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable

from generator.model import without_accents
from generator.paths import LATIN

LONGEST = 80  # of one part of an id; file systems allow 255 bytes for a name
# index, 404 and readme are pages of the site itself; the others can't be file names on Windows
RESERVED = frozenset(
    ["index", "404", "readme", "con", "prn", "aux", "nul"]
    + [f"{p}{n}" for p in ("com", "lpt") for n in range(10)]
)


def short_hash(words: str, length: int = 6) -> str:
    """A few hexadecimal digits that depend on the words alone."""
    return hashlib.sha256(words.encode("utf-8", "backslashreplace")).hexdigest()[:length]


def slug(name: str) -> str:
    """One part of an id: a–z, 0–9 and single hyphens, 1 to 80 characters, not reserved.

    What can't be written in ASCII is stood for by a short hash of the whole name, so "日本" and "中国"
    differ.
    """
    letters = without_accents(unicodedata.normalize("NFC", name).casefold().translate(LATIN))
    words = re.findall(r"[a-z0-9]+", letters)
    made = "-".join(words)
    if any(c.isalnum() and not c.isascii() for c in letters) or not words:
        return f"{made[: LONGEST - 7].strip('-') or 'n'}-{short_hash(name)}"
    if len(made) > LONGEST:
        return f"{made[: LONGEST - 7].strip('-')}-{short_hash(name)}"
    return f"{made}-article" if made in RESERVED else made


def distinct(wanted: Iterable[tuple[str, str]], taken: Iterable[str] = ()) -> dict[str, str]:
    """One id for each source, from pairs of (source, id wanted); the first to want an id has it.

    The others get a short hash of their source behind it, which doesn't change when other files
    come or go.
    """
    used = set(taken)
    given: dict[str, str] = {}
    for source, want in wanted:
        made, length = want, 6
        while made in used:
            made, length = f"{want}-{short_hash(source, length)}", length + 2
        used.add(made)
        given[source] = made
    return given
