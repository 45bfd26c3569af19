"""gzip (RFC 1952) whose bytes follow from the content alone."""

from __future__ import annotations

import gzip
from typing import Final

# the byte of the header that tells the system: Python 3.13 writes 255 there, earlier ones 3
_SYSTEM: Final = 9
_UNKNOWN: Final = b"\xff"


def zipped(body: bytes, level: int = 9) -> bytes:
    """The body compressed, with neither time nor system in its header. Another zlib may pack it
    otherwise.
    """
    made = gzip.compress(body, level, mtime=0)
    return made[:_SYSTEM] + _UNKNOWN + made[_SYSTEM + 1 :]
