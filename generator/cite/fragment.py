"""A link to the exact words on the publisher's own page, by text fragment.

Syntax: https://wicg.github.io/scroll-to-text-fragment/ —
`#:~:text=[prefix-,]start[,end][,-suffix]`, one directive for each part of a quotation. A browser
looks for whole words, whatever their case, and takes the first match.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote as percent

from generator.model import Article, Quote, Span

# words that are given in full; a longer quotation is given by its first and last words
_WHOLE: Final = 10
_ENDS: Final = 4  # words at each end of a longer one
_MOST: Final = 12  # words of context at most
_CORE: Final = re.compile(r"\w(?:.*\w)?", re.S)
_WORD: Final = re.compile(r"\S+")


def text_fragment(article: Article, quote: Quote) -> str | None:
    """`source_url` with the quotation's words as its fragment; None if there is no such address or
    no word.

    The outer quotation marks are left out, since a publisher's page may print them otherwise.
    """
    if not article.source_url:
        return None
    lower = article.text.lower()
    # lower case may be longer in a few scripts; then the text is compared as it stands
    text = lower if len(lower) == len(article.text) else article.text
    directives = [
        directive for part in quote.parts if (directive := _directive(article, text, part))
    ]
    if not directives:
        return None
    joint = ":~:" if "#" in article.source_url else "#:~:"
    return article.source_url + joint + "&".join(f"text={directive}" for directive in directives)


def _directive(article: Article, text: str, part: Span) -> str:
    match = _CORE.search(text, part.start, part.end)
    if match is None:
        return ""
    core = Span(match.start(), match.end())
    start, end = _ends(text, core)
    shown, prefix, suffix = article.text, "", ""
    before = _context(article, core, -1)
    after = _context(article, core, +1)
    # Context is added only where the words alone stand in the article more than once
    if text.count(start.of(text)) > 1:
        known = Span(core.start, start.end)
        prefix_span = next(
            (s for s in before if text.count(text[s.start : known.end]) == 1),
            before[-1:] and before[-1],
        )
        prefix = prefix_span.of(shown).strip() if prefix_span else ""
        if end is None and (not prefix_span or text.count(text[prefix_span.start : known.end]) > 1):
            suffix_span = next(
                (s for s in after if text.count(text[core.start : s.end]) == 1),
                after[-1:] and after[-1],
            )
            suffix = suffix_span.of(shown).strip() if suffix_span else ""
    return ",".join(
        [
            *([_encode(prefix) + "-"] if prefix else []),
            _encode(start.of(shown)),
            *([_encode(end.of(shown))] if end else []),
            *(["-" + _encode(suffix)] if suffix else []),
        ]
    )


def _ends(text: str, core: Span) -> tuple[Span, Span | None]:
    """The words to look for: all of them, or the first and the last few. Neither goes over the end
    of a block.
    """
    words = [Span(*match.span()) for match in _WORD.finditer(text, core.start, core.end)]
    if len(words) <= _WHOLE and "\n" not in core.of(text):
        return core, None
    size = min(_ENDS, len(words))
    while size < min(_MOST, len(words)) and text.count(text[core.start : words[size - 1].end]) > 1:
        size += 1
    first = Span(core.start, words[size - 1].end)
    line = text.find("\n", first.start, first.end)
    first = Span(first.start, line) if line >= 0 else first
    floor = max(first.end, text.rfind("\n", core.start, core.end) + 1)
    last = [word for word in words if word.start >= floor]
    count = min(_ENDS, len(last))
    # the first match of the last words must not come before the end
    while (
        count < len(last)
        and text.find(text[last[-count].start : core.end], first.end) < last[-count].start
    ):
        count += 1
    return first, Span(last[-count].start, core.end) if last else None


def _context(article: Article, core: Span, side: int) -> list[Span]:
    """Growing stretches beside the words and in the same block, a word longer each."""
    at = core.start if side < 0 else core.end - 1
    place = article.place_of(Span(at, at + 1))
    block = place[0].span if place else core
    if side < 0:
        found = [
            m.start()
            for m in _WORD.finditer(article.text, max(block.start, core.start - 300), core.start)
        ]
        return [Span(start, core.start) for start in reversed(found[-_MOST:])]
    found = [
        m.end() for m in _WORD.finditer(article.text, core.end, min(block.end, core.end + 300))
    ]
    return [Span(core.end, end) for end in found[:_MOST]]


def _encode(words: str) -> str:
    """Percent-encoded; the hyphen too, since it marks prefix and suffix."""
    return percent(" ".join(words.split()), safe="", errors="replace").replace("-", "%2D")
