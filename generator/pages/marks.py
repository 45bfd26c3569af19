"""Text with its quotations marked: well-formed HTML around exactly `text[start:end]`.

Marks may lie in one another (a quotation inside a reported one) or cross; what crosses is cut where
the outer one ends and goes on behind it. The numbers of the quotations are drawn from an attribute
by the style sheet, so that the text of the page is the text of the source, and nothing else.
"""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import TypeVar

from generator import escape, paths
from generator.escape import Html
from generator.model import Link, Quote, Span

T = TypeVar("T")
_PAIRS = {"“": "”", "«": "»", "„": "“”", "‘": "’", '"': '"', "‹": "›", "「": "」"}


@dataclass(frozen=True, slots=True, order=True)
class _Stretch:
    """Something to wrap around text[start:end]. `go_on` opens it again where it had to be cut."""

    start: int
    less_end: int  # the longer of two that start together comes first
    rank: int
    order: int
    open: str
    go_on: str
    close: str
    after: str  # printed once, behind the end

    @property
    def end(self) -> int:
        return -self.less_end


def quoted(words: str) -> list[Span]:
    """The stretches of `words` inside quotation marks, marks included; an unclosed one is none.
    Linear.
    """
    found: list[Span] = []
    start, closers = -1, ""
    for at, char in enumerate(words):
        if start < 0:
            if char in _PAIRS and not (char == "‘" and at and words[at - 1].isalnum()):
                start, closers = at, _PAIRS[char]
        elif char in closers and not (char == "’" and words[at + 1 : at + 2].isalnum()):
            found.append(Span(start, at + 1))
            start = -1
    return found


def spoken(words: str, mixed: bool) -> Html:
    """A quotation's words outside their article; in a mixed one the words inside quotation marks
    are set off.
    """
    if not mixed:
        return escape.prose(words)
    return _wrap(
        words, Span(0, len(words)), [_voice(span, n) for n, span in enumerate(quoted(words))]
    )


def lit(words: str, mixed: bool, found: Sequence[Span]) -> Html:
    """The same with some of the words lit; `found` counts characters of `words`."""
    whole = Span(0, len(words))
    voices = [_voice(span, n) for n, span in enumerate(quoted(words))] if mixed else []
    return _wrap(words, whole, [*voices, *(_plain(span, 4, "<mark>", "</mark>") for span in found)])


def marked(
    text: str,
    block: Span,
    quotes: Sequence[tuple[int, Quote]],
    links: Iterable[tuple[Link, str]] = (),
    not_speech: Iterable[tuple[Span, str]] = (),
    former: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> Html:
    """A block of an article. `quotes` are (number, quotation); `links` are (link, URL);
    `not_speech` are (words in quotation marks that nobody said, what a reader is told of them).

    `former`: by quotation id, the anchors that it had before; they still land on it.
    """
    stretches: list[_Stretch] = []
    edges: set[int] = set()
    for number, quote in quotes:
        for index, part in enumerate(quote.parts):
            if not part.overlaps(block):
                continue
            edges |= {part.start, part.end}
            stretches.append(_mark(block, number, quote, index, part, former.get(quote.id, ())))
            if quote.kind == "mixed":
                inner = Span(max(part.start, block.start), min(part.end, block.end))
                for span in quoted(inner.of(text)):
                    stretches.append(
                        _voice(Span(inner.start + span.start, inner.start + span.end), number)
                    )
    for span, told in not_speech:
        if block.holds(span):
            title = escape.text(told)
            stretches.append(_plain(span, 2, f'<span class="rq-x" title="{title}">', "</span>"))
    stretches += _links(block, edges, links)
    return _wrap(text, block, stretches)


def within(blocks: Sequence[Span], placed: Iterable[tuple[Span, T]]) -> list[list[T]]:
    """For each block what overlaps it, each thing once. `blocks` in text order, apart; `placed` are
    (span, thing).
    """
    starts = [block.start for block in blocks]
    found: list[list[T]] = [[] for _ in blocks]
    for span, thing in placed:
        for number in range(max(0, bisect_right(starts, span.start) - 1), len(blocks)):
            if blocks[number].start >= span.end:
                break
            held = found[number]
            if blocks[number].overlaps(span) and not (held and held[-1] is thing):
                held.append(thing)
    return found


def in_context(text: str, html: Html, before: Span, behind: Span) -> Html:
    """A marked stretch of `text` with the words around it, which are set back and cut off by "…";
    "" = none.
    """
    left = (
        f'<span class="rq-around">… {escape.prose(before.of(text))}</span>'
        if before.of(text)
        else ""
    )
    right = (
        f'<span class="rq-around">{escape.prose(behind.of(text))} …</span>'
        if behind.of(text)
        else ""
    )
    return Html(left + html + right)


def _mark(
    block: Span, number: int, quote: Quote, index: int, part: Span, former: Sequence[str]
) -> _Stretch:
    start, end = max(part.start, block.start), min(part.end, block.end)
    # data-q says whose a mark is that has no id, or the id of a later part; direct is the rule and
    # has no attribute
    kind = "" if quote.kind == "direct" else f' data-kind="{quote.kind}"'
    data = f' data-q="{escape.address(quote.id)}"{kind}'
    anchor = f' id="{escape.address(paths.part(quote.id, index))}"{data if index else kind}'
    anchor = anchor if start == part.start else data
    after = ""
    if index == len(quote.parts) - 1 and end == part.end:
        after = f'<a href="#{escape.address(paths.card(quote.id))}" data-n="{number}"></a>'
    old = (
        "".join(f'<span id="{escape.address(name)}"></span>' for name in former)
        if start == part.start and index == 0
        else ""
    )
    return _Stretch(
        start, -end, 0, number, f"<mark{anchor}>{old}", f"<mark{data}>", "</mark>", after
    )


def _voice(span: Span, order: int) -> _Stretch:
    return _plain(span, 3, '<span class="rq-v">', "</span>", order)


def _plain(span: Span, rank: int, opening: str, closing: str, order: int = 0) -> _Stretch:
    return _Stretch(span.start, -span.end, rank, order, opening, opening, closing, "")


def _links(block: Span, edges: set[int], links: Iterable[tuple[Link, str]]) -> list[_Stretch]:
    """Links that lie in the block, apart from one another, and that no mark would cut in two."""
    found: list[_Stretch] = []
    at = block.start
    for link, url in sorted(links, key=lambda pair: pair[0].span):
        span = link.span
        if (
            not block.holds(span)
            or span.start < at
            or any(edge in edges for edge in range(span.start + 1, span.end))
        ):
            continue
        found.append(_plain(span, 4, f'<a href="{escape.address(url)}">', "</a>"))
        at = span.end
    return found


def _wrap(text: str, block: Span, stretches: list[_Stretch]) -> Html:
    out: list[str] = []
    waiting = [s for s in stretches if s.start < s.end]
    heapq.heapify(waiting)
    inside: list[_Stretch] = []
    at = block.start

    def write(to: int) -> None:
        nonlocal at
        if to > at:
            out.append(escape.prose(text[at:to]))
            at = to

    def leave(until: int) -> None:
        while inside and inside[-1].end <= until:
            last = inside.pop()
            write(last.end)
            out.append(last.close + last.after)

    while waiting:
        item = heapq.heappop(waiting)
        leave(item.start)
        write(item.start)
        if inside and item.end > inside[-1].end:
            item = _cut(item, inside[-1].end, lambda rest: heapq.heappush(waiting, rest))
        out.append(item.open)
        inside.append(item)
    leave(block.end)
    write(block.end)
    return Html("".join(out))


def _cut(item: _Stretch, at: int, later: Callable[[_Stretch], None]) -> _Stretch:
    """The part of `item` before `at`; the rest is waited for."""
    later(
        _Stretch(
            at, item.less_end, item.rank, item.order, item.go_on, item.go_on, item.close, item.after
        )
    )
    return _Stretch(item.start, -at, item.rank, item.order, item.open, item.go_on, item.close, "")
