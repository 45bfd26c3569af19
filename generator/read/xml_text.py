"""What XML can't hold, taken out of markup before a parser sees it.

libxml2 lets such characters in, raw or by number, and lxml raises when one of them is written back.
"""

from __future__ import annotations

import re
from typing import Final

_CANT: Final = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_BY_NUMBER: Final = re.compile(r"&#(?:[xX](?P<hex>[0-9A-Fa-f]+)|(?P<decimal>[0-9]+));?")
_LONGEST: Final = 10  # digits of a number that can be a character's, leading zeros left out
_REPLACEMENT: Final = "\ufffd"


def holdable(markup: str) -> str:
    """Markup without controls; one that stands there by number goes too, as a browser shows nothing
    for it.

    A number beyond Unicode becomes a replacement character, one of windows-1252 its character, as
    in https://html.spec.whatwg.org/#numeric-character-reference-end-state.

    >>> holdable("a&#8;b&#x0b;c&#65;")
    'abc&#65;'
    """
    if "&#" in markup:
        markup = _BY_NUMBER.sub(_resolved, markup)
    return _CANT.sub("", markup.replace("\f", " "))


def _resolved(reference: re.Match[str]) -> str:
    digits = (reference["hex"] or reference["decimal"]).lstrip("0") or "0"
    number = int(digits, 16 if reference["hex"] else 10) if len(digits) <= _LONGEST else 0x110000
    if number == 0 or number > 0x10FFFF or 0xD800 <= number <= 0xDFFF:
        return _REPLACEMENT
    if 0x80 <= number <= 0x9F:
        return bytes([number]).decode("cp1252", "ignore")
    return "" if _CANT.match(chr(number)) else " " if number == 0x0C else reference[0]
