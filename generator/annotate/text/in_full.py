"""Whether a text is one person's words in full, and whose: a statement, a speech, remarks.

Its headline says so, and its paragraphs speak for themselves: a report about a statement has marks and
"she said" in it.
"""

from __future__ import annotations

import re

from generator.languages.words import LABELS, NAMES
from generator.model import Block, Span

TEXTS = (
    r"(?:[Ss]tatement|[Ss]peech|[Rr]emarks|[Aa]ddress|[Kk]eynote|[Tt]estimony|[Ee]ulogy|[Ss]ermon)"
)
OPENS = r"(?:(?:[Ii]n full|[Ff]ull text(?: of)?|[Tt]ranscript(?: of)?|[Rr]ead)\W{0,3})?(?:[Tt]he |[Oo]pening |[Ff]ull ){0,2}"
BY = re.compile(
    rf"{OPENS}{TEXTS}(?: as delivered| in full| issued| given| made| delivered)? (?:by|from|of) (?P<who>\S.*)"
)
WHOSE = re.compile(rf"{OPENS}(?P<who>[A-Z].{{2,80}}?)[’']s (?:\w+ ){{0,2}}{TEXTS}\b")
NAME = re.compile(r"[A-Z][\w.’'-]*(?: (?:(?:de|van|von|bin|al) )?[A-Z][\w.’'-]*){1,3}")
# where what follows the name is no part of it: "… Ada Fenwick, at the opening"
FAR = re.compile(
    r"[,:;] (?=(?:at|on|to|in|before|after|following|about)\b)| (?:at|on|about|to) (?=the )"
)
OWN = re.compile(r"\b(?:I|we|We|my|My|our|Our|us)\b")
TOLD = re.compile(
    r"\b(?:he|she|they|[A-Z]\w+) (?:said|says|added|told)\b|\b(?:said|says|added) (?:he|she|[A-Z])"
)
# a line that is no sentence: "Check against delivery"
SENTENCE_ENDS = (".", "!", "?", "…", ":", "”", "’", '"', ";", ",")
AFTERWARDS = re.compile(r"(?:[Nn]otes? (?:to|for) [Ee]ditors|ENDS?\b|-ENDS-|Contact:|###|\*\*\*)")


def speaker_of(text: str, blocks: tuple[Block, ...]) -> Span | None:
    """The words in the headline that name whose statement or speech it is; None = it is none that
    says so.

    "Speech by the transport minister, Ada Fenwick, at the opening of the bridge" → "Ada Fenwick".
    """
    if not blocks:
        return None
    head = blocks[0].span
    match = BY.match(text, head.start, head.end) or WHOSE.match(text, head.start, head.end)
    if match is None:
        return None
    start, end = match.span("who")
    far = FAR.search(text, start, end)
    end = far.start() if far else end
    names = [Span(*found.span()) for found in NAME.finditer(text, start, end)]
    people = [name for name in names if _is_person(name.of(text))]
    whole = Span(start, start + len(text[start:end].rstrip(" ,.:")))
    return people[-1] if people else names[0] if len(names) == 1 else whole


def _is_person(words: str) -> bool:
    first = words.split()[0].rstrip(".").lower()
    return first in NAMES.given or first in LABELS.titled


def is_in_full(text: str, blocks: tuple[Block, ...]) -> bool:
    """Whether a text is a statement or speech in full: the headline says whose, and below it somebody
    speaks, of whom nobody tells.
    """
    body = words_of_it(text, blocks)
    if speaker_of(text, blocks) is None or len(body) < 2:
        return False
    own = sum(OWN.search(text, span.start, span.end) is not None for span in body)
    told = sum(TOLD.search(text, span.start, span.end) is not None for span in body)
    marked = sum(text[span.start] in "“\"‘'«" for span in body)
    return own * 3 >= len(body) and told * 6 <= len(body) and marked * 4 <= len(body)


def words_of_it(text: str, blocks: tuple[Block, ...]) -> tuple[Span, ...]:
    """The paragraphs of a statement: from the first sentence below the headline to the notes for
    editors.
    """
    body: list[Span] = []
    for block in blocks[1:]:
        words = block.span.of(text).strip()
        if AFTERWARDS.match(words):
            break
        if body or (words.endswith(SENTENCE_ENDS) and block.kind == "paragraph"):
            body.append(block.span)
    return tuple(body)
