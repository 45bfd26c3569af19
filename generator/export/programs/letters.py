"""Text that XML can hold."""

from __future__ import annotations

import re
from typing import Final

# XML 1.0, 2.2: all but most controls, halves of surrogate pairs and two non-characters
_CANNOT: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def for_xml(words: str) -> str:
    """The same length, so that offsets stay: what XML can't hold is U+FFFD, and a carriage return,
    which XML would turn into a line feed, is one.
    """
    return _CANNOT.sub("\ufffd", words).replace("\r", "\n")
