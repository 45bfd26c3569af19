"""Records the parses of the language cases, so that their test needs no language model.

    python -m tests.annotate.record

writes `recorded/parses.bin`: one zlib-compressed pickle-free pack (JSON of base64), keyed by a hash
of the text.
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from pathlib import Path

from generator.annotate.text import parse
from tests.annotate.case_files import Case, all_cases

RECORDED = Path(__file__).parent / "recorded" / "parses.bin"


def key_of(case: Case) -> str:
    """What a recorded parse belongs to: the text alone."""
    return hashlib.sha256(case.text.encode()).hexdigest()[:16]


def recorded() -> dict[str, bytes]:
    """The recorded parses by `key_of`."""
    packed = json.loads(zlib.decompress(RECORDED.read_bytes()))
    return {key: zlib.compress(base64.b64decode(value), 1) for key, value in packed.items()}


def record() -> None:
    """Parse every case and write the pack."""
    parses = {key_of(case): parse.parse(case.text, case.article.blocks) for case in all_cases()}
    # each is compressed; unpacked and packed as one they take a fifth
    packed = {
        key: base64.b64encode(zlib.decompress(value)).decode()
        for key, value in sorted(parses.items())
    }
    RECORDED.parent.mkdir(exist_ok=True)
    RECORDED.write_bytes(zlib.compress(json.dumps(packed).encode(), 9))


if __name__ == "__main__":
    record()
