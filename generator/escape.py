"""The one border for text on its way out.

`text` turns every character that any reader on the way could take for syntax (Markdown and its
extensions, Jinja, YAML, HTML, a search index shown as HTML) into a numeric character reference.
What is left are letters, digits, marks and punctuation that no syntax uses; so the same string is
safe as an element's content, as a quoted attribute and as a quoted YAML value, and reads back as
the text that went in.

`Html` is the type of everything that has crossed. Templates print `Html`, whole numbers and text;
text they escape.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Final
from urllib.parse import quote, urlsplit


class Html(str):
    """Text that is safe to print as it is. Few files make one of more than a literal: see
    `tests/test_source.py`.
    """

    __slots__ = ()

    def __html__(self) -> str:
        """The mark by which Jinja knows safe text."""
        return str(self)


# Safe as it is: ASCII letters, digits, space, comma, full stop; beyond ASCII all but spaces, format
# and control characters, private use, surrogates and what is no character at all.
_SYNTAX: Final = re.compile(
    "[^A-Za-z0-9 ,.\u00a1-\u00ac\u00ae-\u05ff\u0606-\u061b\u061d-\u06dc\u06de-\u070e\u0710-\u167f\u1681-\u180d"
    "\u180f-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff\uf900-\ufdcf\ufdf0-\ufdff\ufe10-\ufefe\uff01-\uffef\ufffd"
    "\U00010000-\U0001fffd\U00020000-\U0002fffd\U00030000-\U0003fffd]"
)
# What would hide or turn the text around it, or can't stand in HTML: controls but tab and newline,
# bidi embeddings, overrides and isolates, interlinear annotation, tag characters, surrogates.
_SIGN: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ufff9-\ufffb\ud800-\udfff\U000e0001\U000e0020-\U000e007f]"
)
# Spreadsheets take a cell that begins so for a formula:
# https://owasp.org/www-community/attacks/CSV_Injection
_FORMULA: Final = tuple("=+-@\t\r\n＝＋－＠'")
_ENDLESS: Final = re.compile(r"\S{1000}")
# never before an accent or within an emoji
_BREAK: Final = re.compile(r"\S{100}[^\w\s]{0,50}(?=\w)")
_REPLACEMENT: Final = "\ufffd"
# What an address may hold, after percent-encoding
_ADDRESS: Final = re.compile(r"[A-Za-z0-9/._~#?=;%+:@,!-]*")
_NOT_ADDRESS: Final = re.compile(r"[^A-Za-z0-9/._~#?=;%+:@,!-]")


def visible(words: str) -> str:
    """The same text with each character that hides or reverses others shown as �; offsets stay the
    same.
    """
    return _SIGN.sub(_REPLACEMENT, words)


@lru_cache(maxsize=1 << 15)
def text(words: str) -> Html:
    """Text as inert characters: for an element's content, a quoted attribute, a quoted YAML
    value.
    """
    return Html(_inert(visible(words)))


def prose(words: str) -> Html:
    """Text as an element's content, with each hidden character as a sign that names it ("U+202E").

    An endless word has places where a line may end, which are no characters: a browser takes
    quadratic time to break it otherwise, 20 seconds for 100,000 letters.
    """
    pieces: list[str] = []
    at = 0
    for match in _SIGN.finditer(words):
        pieces.append(_breakable(words[at : match.start()]))
        pieces.append(f'<span class="rq-sign" title="U+{ord(match[0]):04X}">{_REPLACEMENT}</span>')
        at = match.end()
    pieces.append(_breakable(words[at:]))
    return Html("".join(pieces))


def _breakable(words: str) -> str:
    if not _ENDLESS.search(words):
        return _inert(words)
    ends = [match.end() for match in _BREAK.finditer(words)]
    return "<wbr>".join(_inert(words[start:end]) for start, end in pairwise([0, *ends, len(words)]))


def address(url: str) -> Html:
    """An address made by `paths`, as an attribute. ValueError if it holds what an address of ours
    never holds.
    """
    if not _ADDRESS.fullmatch(url):
        raise ValueError(f"not an address of this site: {url!r}")
    return Html(url)


def elsewhere(url: str) -> Html | None:
    """An http(s) address of another site, as an attribute; None if it is no such thing."""
    try:
        parts = urlsplit(url.strip())
        if parts.scheme not in ("http", "https") or not parts.hostname:
            return None
        # percent-encoded, so ASCII: what an address of ours may hold needs no reference, as in
        # `address`
        held = quote(url.strip(), safe="/:?#[]@!$&'()*+,;=%~-._")
        return Html(_NOT_ADDRESS.sub(lambda match: f"&#{ord(match[0])};", held))
    except ValueError:  # a broken host, a lone surrogate
        return None


def cell(words: str) -> str:
    """Text as a cell of a CSV file. What could be a formula gets an apostrophe in front, and so
    does what begins with one: whoever drops one leading apostrophe has the text back.
    """
    return f"'{words}" if words.startswith(_FORMULA) else words


def join(pieces: Iterable[Html]) -> Html:
    """Safe text put together."""
    held = list(pieces)
    for piece in held:
        if not isinstance(piece, Html):
            raise TypeError(f"not escaped: {piece!r}")
    return Html("".join(held))


def _inert(words: str) -> str:
    return _SYNTAX.sub(lambda match: f"&#{ord(match[0])};", words)
