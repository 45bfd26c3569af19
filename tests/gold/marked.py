"""Read an article in which a person has marked who said what. The marks are described in README.md
beside this file.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from typing import Any, Literal

Kind = Literal["direct", "mixed", "indirect"]

_KINDS = ("direct", "mixed", "indirect")
_REASONS = ("scare quote", "title", "term", "nickname", "motto", "sign")
_TOKEN = re.compile(r"\\[{}]|[{}]")
_HEAD = re.compile(r"[^:{}\n]{1,120}: ")


class MarkError(ValueError):
    """A mark that can't be read. The message says where, what, and the right form."""


@dataclass(slots=True)
class _Quote:
    kind: str
    name: str | None
    spans: list[tuple[int, int]] = field(default_factory=list)
    who: list[tuple[int, int]] = field(default_factory=list)
    cue: tuple[int, int] | None = None
    cue_class: str = "say"  # also where only a name and a colon say so


@dataclass(slots=True)
class _Open:
    head: str
    start: int


def read_marked(text: str) -> tuple[str, list[dict[str, Any]]]:
    """The article without its marks, and its quotations in the scorer's form, in text order.

    Each is {"spans", "kind", "cue", "speaker": {"spans", "text"} | None, "speaker_canonical",
    "cue_class"}, offsets being characters of the returned text, ends exclusive. Raises MarkError on
    a mark that can't be read.
    """
    plain, quotes, _ = read_article(text)
    return plain, quotes


def read_article(text: str) -> tuple[str, list[dict[str, Any]], list[dict[str, Any]]]:
    """Like `read_marked`, and the words in marks that are not speech: {"span": [s, e],
    "reason"}.
    """
    plain, marks = _strip(text.replace("\r\n", "\n").strip())
    quotes: dict[str, _Quote] = {}
    not_speech: list[dict[str, Any]] = []
    for head, start, end in sorted(marks, key=lambda mark: _rank(mark[0])):
        words = plain[start:end]
        if head.startswith("not "):
            not_speech.append({"span": [start, end], "reason": _reason(head, words)})
        else:
            _apply(quotes, head, (start, end), words)
    out = [_as_scored(number, quote, plain) for number, quote in quotes.items()]
    return (
        plain,
        sorted(out, key=lambda q: q["spans"][0]),
        sorted(not_speech, key=lambda n: n["span"]),
    )


def _strip(text: str) -> tuple[str, list[tuple[str, int, int]]]:
    """The text without marks, and each mark as (head, start, end) in it."""
    plain: list[str] = []
    marks: list[tuple[str, int, int]] = []
    stack: list[_Open] = []
    at = length = 0
    for token in _TOKEN.finditer(text):
        if token.start() < at:
            continue
        plain.append(text[at : token.start()])
        length += token.start() - at
        at = token.end()
        if token[0] == "{":
            head = _HEAD.match(text, at)
            if not head:
                raise MarkError(
                    f"no “: ” after “{{{text[at : at + 40]}”; a mark looks like {{1 cue: said}}"
                )
            stack.append(_Open(head[0][:-2], length))
            at = head.end()
        elif token[0] == "}":
            if not stack:
                raise MarkError(
                    f"a closing brace without its opening one after “{text[max(0, at - 40) : at]}”"
                )
            mark = stack.pop()
            marks.append((mark.head, mark.start, length))
        else:
            plain.append(token[0][1])
            length += 1
    if stack:
        raise MarkError(f"the mark {{{stack[-1].head}: … is never closed")
    plain.append(text[at:])
    return "".join(plain), marks


def _rank(head: str) -> int:
    """Opening marks of quotations come first, since a cue or a speaker may stand before its
    quotation.
    """
    words = head.split(" ", 2)
    return 0 if len(words) > 1 and words[1] in _KINDS else 1


def _reason(head: str, words: str) -> str:
    reason = head.removeprefix("not ")
    if reason not in _REASONS:
        raise MarkError(f"“{words}”: “{reason}” is not one of the reasons {', '.join(_REASONS)}")
    return reason


def _apply(quotes: dict[str, _Quote], head: str, span: tuple[int, int], words: str) -> None:
    """Lay one mark on the quotations read so far."""
    numbers, _, what = head.partition(" ")
    kind, _, name = what.partition(" ")
    for number in numbers.split("+"):
        if kind in _KINDS:
            if number in quotes:
                raise MarkError(
                    f"“{words}”: quotation {number} is opened twice; later parts are {{{number}: …}}"
                )
            quotes[number] = _Quote(kind, name or None, [span])
        elif number not in quotes:
            raise MarkError(
                f"“{words}”: there is no quotation {number}; one starts with {{{number} direct Name: …}}"
            )
        elif not what:
            quotes[number].spans.append(span)
        elif what == "who":
            quotes[number].who.append(span)
        elif what in ("cue", "act") and quotes[number].cue is None:
            quotes[number].cue, quotes[number].cue_class = span, "say" if what == "cue" else "act"
        else:
            raise MarkError(
                f"“{words}”: {{{head}: …}} is not a mark, or a second cue of one quotation"
            )


def _as_scored(number: str, quote: _Quote, plain: str) -> dict[str, Any]:
    spans, who = sorted(quote.spans), sorted(quote.who)
    for (_, end), (start, _) in itertools.pairwise(spans):
        if end > start:
            raise MarkError(f"the parts of quotation {number} overlap")
    speaker = (
        {"spans": [list(s) for s in who], "text": " ".join(plain[s:e] for s, e in who)}
        if who
        else None
    )
    return {
        "spans": [list(s) for s in spans],
        "kind": quote.kind,
        "cue": list(quote.cue) if quote.cue else None,
        "speaker": speaker,
        "speaker_canonical": quote.name,
        "cue_class": quote.cue_class,
    }
