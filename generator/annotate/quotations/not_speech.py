"""Words in quotation marks that nobody said: titles, terms, nicknames, mottoes, signs, scare
quotes.
"""

from __future__ import annotations

import re
from typing import Literal

from generator.annotate.quotations.scene import Scene
from generator.annotate.text.runs import Run
from generator.model import NotSpeech, Quote

Reason = Literal["scare quote", "title", "term", "nickname", "motto", "sign", "by hand"]

WORK = re.compile(
    r"\b(?:book|novel|memoir|film|movie|song|album|single|show|series|play|musical|opera|article|essay|poem|painting"
    r"|sculpture|exhibition|column|podcast|documentary|magazine|ballad|hymn|anthem|titled|entitled|wrote|made|directed"
    r"|sang|in|on|of)\s*,?\s*$"
)
KNOWN_AS = re.compile(r"\b(?:known(?: \w+){0,2} as|nicknamed|dubbed|aka|alias)\s*$")
TERM = re.compile(
    r"\b(?:[Tt]he (?:word|term|phrase|expression|concept)s?|terms? like|words? like|speaks? of|(?<!so-)called|means"
    r"|meaning|defined as|referred to as|termed)\s*$"
)
MOTTO = re.compile(r"\b(?:motto|slogan|catchphrase|watchword)\b[^.]{0,20}$")
SIGN = re.compile(
    r"\b(?:sign|signs|placard|placards|banner|banners|poster|label|plaque|T-shirt|shirt|notice)\b[^.]{0,40}$"
)
NAME_BEFORE = re.compile(r"\b[A-Z][\w’'-]+\s$")
NAME_BEHIND = re.compile(r"\s[A-Z][\w’'-]+")


def kept_apart(scene: Scene, quotes: tuple[Quote, ...]) -> tuple[NotSpeech, ...]:
    """The quoted runs that belong to no quotation, each with the reason."""
    said = [part for quote in quotes for part in quote.parts]
    found = []
    for run in scene.runs:
        if not scene.has_words(run.inner.start, run.inner.end) or any(
            run.span.overlaps(part) for part in said
        ):
            continue
        found.append(NotSpeech(run.span, reason(scene, run)))
    return tuple(found)


def reason(scene: Scene, run: Run) -> Reason:
    """Why words in marks are no speech, from their form and the words before them."""
    text = scene.text
    before = text[max(0, run.span.start - 60) : run.span.start]
    words = re.findall(r"[^\W\d_][\w’'-]*", run.inner.of(text))
    if KNOWN_AS.search(before) or (
        len(words) <= 3 and NAME_BEFORE.search(before) and NAME_BEHIND.match(text, run.span.end)
    ):
        return "nickname"
    if SIGN.search(before):
        return "sign"
    if MOTTO.search(before):
        return "motto"
    if TERM.search(before):
        return "term"
    if words and words[0][0].isupper() and (words[-1][0].isupper() or WORK.search(before)):
        return "title"
    return "scare quote"
