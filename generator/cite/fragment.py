"""A link to the exact words on the publisher's own page, by text fragment.

Syntax: https://wicg.github.io/scroll-to-text-fragment/ —
`#:~:text=[prefix-,]start[,end][,-suffix]`, one directive for each part of a quotation. A browser
looks for whole words, whatever their case, and takes the first match.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote as percent

from generator.model import Article, Quote, Span

# words that are given in full; a longer quotation is given by its first and last words
_WHOLE: Final = 10
_ENDS: Final = 4  # words at each end of a longer one
_MOST: Final = 12  # words of context at most
_LONG: Final = 20_000  # characters of a text whose places are looked up
_KEY: Final = 16  # characters by which
_MOST_PLACES: Final = 200  # that begin alike and are compared
_START: Final = re.compile(r"(?<!\w)\w")
_CORE: Final = re.compile(r"\w(?:.*\w)?", re.S)
_WORD: Final = re.compile(r"\S+")


def text_fragment(article: Article, quote: Quote) -> str | None:
    """`source_url` with the quotation's words as its fragment; None if there is no such address or
    no word.

    The outer quotation marks are left out, since a publisher's page may print them otherwise.
    """
    if not article.source_url:
        return None
    held = _searched(article.text)
    directives = [
        directive for part in quote.parts if (directive := _directive(article, held, part))
    ]
    if not directives:
        return None
    joint = ":~:" if "#" in article.source_url else "#:~:"
    return article.source_url + joint + "&".join(f"text={directive}" for directive in directives)


class _Searched:
    """A text that is asked whether words stand in it more than once.

    Looking through it costs its length for each question, and a book has thousands of quotations
    with dozens of questions each. So the places of a long text are looked up by the first letters
    of what stands there; words that are short, or begin like very many others, then count as
    repeated, and are given with more context than they need.
    """

    def __init__(self, text: str) -> None:
        lower = text.lower()
        # lower case may be longer in a few scripts; then the text is compared as it stands
        self.text = lower if len(lower) == len(text) else text
        self._places: dict[str, list[int]] = {}
        self.long = len(text) > _LONG
        if self.long:
            for match in _START.finditer(self.text):
                start = match.start()
                self._places.setdefault(self.text[start : start + _KEY], []).append(start)

    def repeats(self, start: int, end: int) -> bool:
        """Whether the words of a stretch stand elsewhere too."""
        words = self.text[start:end]
        if not self.long:
            return self.text.count(words) > 1
        first = _START.search(words)
        key = words[first.start() : first.start() + _KEY] if first else ""
        places = self._places.get(key, ())
        if first is None or len(key) < _KEY or len(places) > _MOST_PLACES:
            return True
        return sum(self.text.startswith(words, place - first.start()) for place in places) > 1


@lru_cache(maxsize=2)
def _searched(text: str) -> _Searched:
    return _Searched(text)


def _directive(article: Article, held: _Searched, part: Span) -> str:
    text = held.text
    match = _CORE.search(text, part.start, part.end)
    if match is None:
        return ""
    core = Span(match.start(), match.end())
    start, end = _ends(held, core)
    shown, prefix, suffix = article.text, "", ""
    before = _context(article, core, -1)
    after = _context(article, core, +1)
    # Context is added only where the words alone stand in the article more than once
    if held.repeats(start.start, start.end):
        known = Span(core.start, start.end)
        prefix_span = next(
            (s for s in before if not held.repeats(s.start, known.end)), before[-1:] and before[-1]
        )
        prefix = prefix_span.of(shown).strip() if prefix_span else ""
        if end is None and (not prefix_span or held.repeats(prefix_span.start, known.end)):
            suffix_span = next(
                (s for s in after if not held.repeats(core.start, s.end)), after[-1:] and after[-1]
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


def _ends(held: _Searched, core: Span) -> tuple[Span, Span | None]:
    """The words to look for: all of them, or the first and the last few. Neither goes over the end
    of a block.
    """
    text = held.text
    words = [Span(*match.span()) for match in _WORD.finditer(text, core.start, core.end)]
    if len(words) <= _WHOLE and "\n" not in core.of(text):
        return core, None
    size = min(_ENDS, len(words))
    while size < min(_MOST, len(words)) and held.repeats(core.start, words[size - 1].end):
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
