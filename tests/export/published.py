"""All that the files of a built site say, in whatever form: packed, escaped, split by tags, in a
database.
"""

from __future__ import annotations

import gzip
import html
import re
import sqlite3
from pathlib import Path
from urllib.parse import unquote

_WORD = re.compile(r"[^\W_]+")
_TAG = re.compile(r"<[^<>]*>")
_CODE = re.compile(r"\\u([0-9a-fA-F]{4})")


def words(said: str) -> str:
    """Bare words, one space between them and one at each end: what two texts have in common
    whatever their marks.
    """
    return " " + " ".join(_WORD.findall(said.casefold())) + " "


def spoken(path: Path) -> str:
    """Every reading of a file, as bare words."""
    held = path.read_bytes()
    if held[:2] == b"\x1f\x8b":  # Pagefind's files, the packed sitemap
        held = gzip.decompress(held)
    readings = [held.decode("utf-8", "replace")]
    if path.suffix == ".sqlite":
        with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as db:
            readings.append("\n".join(db.iterdump()))
    plain = html.unescape(
        _CODE.sub(lambda match: chr(int(match[1], 16)), readings[-1].replace("\\n", "\n"))
    )
    readings += [plain, _TAG.sub("", plain), _TAG.sub(" ", plain), unquote(plain)]
    return "\n".join(map(words, readings))


def saying(site: Path, sentences: tuple[str, ...]) -> dict[str, list[str]]:
    """For each sentence the files of the site that have it in any reading, sorted."""
    found: dict[str, list[str]] = {sentence: [] for sentence in sentences}
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        said = spoken(path)
        for sentence in sentences:
            if words(sentence) in said:
                found[sentence].append(path.relative_to(site).as_posix())
    return found
