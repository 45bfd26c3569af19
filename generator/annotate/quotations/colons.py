"""Rules for a name and a colon: headlines ("Lee: The Road Is Shut"), transcripts ("LEE: It is
shut.") and captions.
"""

from __future__ import annotations

import re

from generator.annotate.quotations.cue_beside import LABEL
from generator.annotate.quotations.scene import Found, Scene
from generator.annotate.quotations.subjects import noun_phrase
from generator.languages.words import LABELS
from generator.model import Span

PREFIX = re.compile(
    r"[\W_]*(?P<name>[A-Z][^\n:“”\"]{1,60}?)(?P<about> (?:[Oo]n|[Tt]o) [^\n:“”\"]{1,60})?: +(?=\S)"
)
NAME = re.compile(r"[A-Z][\w.’'-]*(?: (?:(?:de|van|von|der|bin|al|la) )?[A-Z][\w.’'-]*){0,5}$")


def headline_colon(scene: Scene) -> list[Found]:
    """Lee: The Road Will Stay Shut — in the first block or the standfirst, for a name that the
    article knows.
    """
    found = []
    surnames = _surnames(scene.text)
    for number, block in enumerate(scene.blocks):
        if number > 0 and block.kind == "paragraph":
            break
        match = PREFIX.match(scene.text, block.span.start, block.span.end)
        if match is None or _named_last(surnames, match.group("name")) < block.span.end:
            continue
        span = scene.trim(match.end(), block.span.end)
        if span is not None and len(span.of(scene.text).split()) >= 3:
            printed = Span(match.start("name"), match.end("name"))
            found.append(
                Found((scene.whole_marks(span),), None, printed, "headline_colon", how="colon")
            )
    return found


LONGER = re.compile(r"\b[A-Z][\w.’'-]* (?=(?P<last>\w[\w’'-]*))")
POSSESSIVE = re.compile(r"[’'](?:s|S)?$")


def _surnames(text: str) -> dict[str, int]:
    """Each word that stands behind a capitalised one, as "Lee" in "Ann Lee", and where that last
    is.
    """
    return {POSSESSIVE.sub("", match["last"]): match.start() for match in LONGER.finditer(text)}


def _named_last(surnames: dict[str, int], name: str) -> int:
    """Where a name's last word last stands as part of a longer name; -1 = nowhere, or it is
    nobody's name.
    """
    last = name.split()[-1].strip(".,’'")
    if not NAME.search(name) or last.lower() in LABELS.nobody_on_top or len(last) < 2:
        return -1
    return surnames.get(last.title() if last.isupper() else last, -1)


NAME_ROLE = re.compile(r"[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?:, [\w’' -]{1,40})?:")
DASH_NAME = re.compile(
    r"\s*[—–―-]+\s?(?P<name>[A-Z][\w.’'-]*(?: (?:(?:de|van|von|der|bin|al|la) )?[A-Z][\w.’'-]*){0,4})"
    r"(?:, [\w’' -]{2,50})?\W*$"
)


def quote_dash_name(scene: Scene, number: int, taken: set[int]) -> Found | None:
    """“…” — Ann Lee, clerk of the court, to the end of the block: letters, pull quotes, collections
    of voices.
    """
    run = scene.runs[number]
    behind = scene.text[run.span.end : min(scene.blocks[run.block].span.end, run.span.end + 80)]
    match = DASH_NAME.match(behind)
    if (
        match is None
        or re.search(r"\b\d{4}\b", match.group())  # a source and its date, in a list of sources
        or run.words(scene.text) < 4
        or scene.blocks[run.block].span.end > run.span.end + 80
    ):
        return None
    before = scene.text[scene.blocks[run.block].span.start : run.span.start].rstrip()
    if before and before[-1] not in '.!?”":':
        return None  # … was “still the first.” — Ann Lee: whoever wrote the article
    printed = Span(run.span.end + match.start("name"), run.span.end + match.end("name"))
    return Found((run.span,), None, printed, "quote_dash_name", how="dash")


# Lee’s post on Monday: “…” / Her answer was, “…”
OWNED = re.compile(
    r"(?P<name>\b(?:[A-Z][\w.-]{0,40}(?: [A-Z][\w.-]{0,40}){0,4}(?=[’']s )|[Hh]is\b|[Hh]er\b|[Tt]heir\b))(?:[’']s)?"
    r" (?:[\w-]{1,40} ){0,3}?"
    r"(?P<noun>advice|answer|argument|comment|conclusion|dictum|explanation|line|message|objection|point|post|question"
    r"|reaction|reasoning|remark|reply|response|statement|tweet|verdict|warning|words)"
    r"(?: (?:to|on|in|for|about|after|from) [^:“”\"]{1,60})?(?::| (?:was|is)[,:])$"
)


def name_then_quote(scene: Scene, number: int, taken: set[int]) -> Found | None:
    """Ann Lee: “…” with no verb before the colon."""
    run = scene.runs[number]
    start = scene.blocks[run.block].span.start
    lead = scene.text[start : run.span.start].rstrip()
    if not lead.endswith((":", "was,", "is,")) or run.words(scene.text) < 3:
        return None
    label = LABEL.search(lead)
    if label:
        printed: Span | None = Span(start + label.start("name"), start + label.end("name"))
        return Found((run.span,), None, printed, "name_then_quote", how="colon")
    end = start + len(lead)
    owned = OWNED.search(scene.text, max(start, end - 400), end)
    if owned:
        printed, cue = Span(*owned.span("name")), Span(*owned.span("noun"))
        return Found(
            (run.span,), cue, printed, "name_then_quote", lemma=owned.group("noun"), how="noun"
        )
    if NAME_ROLE.fullmatch(lead.strip()):
        printed = scene.trim(start, end)
    else:
        printed = _name_at_colon(scene, start, end) if lead.endswith(":") else None
        if printed is None:
            return None
    return Found((run.span,), None, printed, "name_then_quote", how="colon")


def _name_at_colon(scene: Scene, start: int, end: int) -> Span | None:
    """The phrase of a name that ends in a colon, six words at most: the mayor, Ann Lee: “…”"""
    tree, token = scene.tree, scene.tree.at(end - 1) - 1
    if token < 0 or tree.pos[token] != "PROPN" or tree.start[token] < start:
        return None
    at, first = token, tree.first[token]
    while tree.head[at] != at and first <= tree.head[at] <= token:
        if tree.pos[tree.head[at]] != "PROPN":
            break
        at = tree.head[at]
    printed = noun_phrase(scene, at, -1)
    if scene.runs_in(printed) or len(printed.of(scene.text).split()) > 6:
        return None
    return printed
