"""Subtitles (.srt, .vtt) → what was said, a paragraph a turn."""

from __future__ import annotations

import html
import re
from typing import Final

from generator.fields.values import Note
from generator.read.draft import Draft
from generator.read.layout import put_together
from generator.read.paragraphs import ENDS_SENTENCE

_TIME: Final = re.compile(r"(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{3}[ \t]{0,9}-->")
_VOICE: Final = re.compile(r"<v(?:\.[\w.]{1,80})?[ \t]{1,9}(?P<name>[^<>\n]{1,100})>")
_TAG: Final = re.compile(r"</?[A-Za-z0-9][^<>\n]{0,200}>|\{\\an?\d{1,2}\}")
# who speaks, as subtitles write it: ">> LEE: ", "- Yes.", "ANN LEE: "
_TURN: Final = re.compile(r">>|[-–—] |[^\W\d_][\w.' ]{1,40}: ")
LONGEST: Final = 600  # characters of a paragraph that nobody's name begins


def read_subtitles(text: str) -> Draft:
    """The words of a film or a broadcast: who is named speaks until the next is named."""
    made: list[str] = []
    line = 0
    for number, words in _cues(text):
        voice = _VOICE.search(words)
        plain = " ".join(html.unescape(_TAG.sub("", _VOICE.sub("", words))).split())
        if not plain:
            continue
        line = line or number
        name = f"{voice['name'].strip()}: " if voice else ""
        begun = bool(name) and not (made and made[-1].startswith(name))
        full = bool(made) and len(made[-1]) > LONGEST and made[-1].endswith(ENDS_SENTENCE)
        if not made or begun or full or (not name and _TURN.match(plain)):
            made.append(name + plain.removeprefix(">>").strip())
        else:
            made[-1] += " " + plain
    if not made:
        return Draft(notes=(Note("holds no subtitles", "save what was said as .txt"),))
    draft = put_together("", "", "\n\n".join(made), {}, True)
    return Draft(draft.text, draft.blocks, draft.fields, draft.dateline, line, draft.notes)


def _cues(text: str) -> list[tuple[int, str]]:
    """(line, words) of each cue: what stands below its time, up to an empty line."""
    found: list[tuple[int, list[str]]] = []
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if _TIME.match(line.strip()):
            inside = True
            found.append((number + 1, []))
        elif not line.strip():
            inside = False
        elif inside:
            found[-1][1].append(line)
    return [(number, " ".join(words)) for number, words in found]
