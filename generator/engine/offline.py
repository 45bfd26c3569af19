"""The search documents as a script: pages that are opened from a folder can load no index, but this.

A browser reads a `file:` address by no other way than a plain `<script>`. The script is as large as
the articles' words, so it is only made where the setting `offline` asks for it.
"""

from __future__ import annotations

import html
import json
import re
from pathlib import Path
from urllib.parse import unquote

from generator.disk import write

NAME = "search/offline.js"
_BODY = re.compile(r"<h1[^>]*>(.*?)</h1>(.*)</body>", re.S)
_SHOWN = re.compile(r'<meta data-pagefind-meta="(\w+)\[content\]" content="([^"]*)">')
_QUOTE = re.compile(r'<a id="([^"]*)"></a>(.*?)<a id="end[^"]*"></a>', re.S)
_TAG = re.compile(r"<[^>]*>")


def publish(documents: Path, site: Path) -> None:
    """Write the script into the site, in the order of the documents' names."""
    rows = [
        _row(path.relative_to(documents).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted(documents.rglob("*.html"))
    ]
    told = json.dumps([row for row in rows if row], ensure_ascii=False, separators=(",", ":"))
    write.beside(site / NAME, f"window.FL_DOCS = {told.replace('<', chr(92) + 'u003c')};\n")


def _row(name: str, page: str) -> list[object] | None:
    """[address, title, outlet and date, words, [[anchor, kind, speaker, verb, words], …]]."""
    found = _BODY.search(page)
    if found is None:
        return None
    shown = {key: html.unescape(value) for key, value in _SHOWN.findall(page)}
    quotes = []
    for mark, words in _QUOTE.findall(found[2]):
        anchor, kind, speaker, verb = (html.unescape(mark).split("|") + [""] * 4)[:4]
        if anchor.startswith("q-"):
            quotes.append([anchor, kind, unquote(speaker), unquote(verb), _words(words)])
    told = ", ".join(filter(None, (shown.get("outlet"), shown.get("date"))))
    return [name, _words(found[1]), told, _words(found[2]), quotes]


def _words(marked: str) -> str:
    return " ".join(html.unescape(_TAG.sub("", marked.replace("</p>", " "))).split())
