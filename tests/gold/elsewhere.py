"""What real news gives: the extractor measured on articles that others marked, for the Method page.

    python -m tests.gold.elsewhere "PolNeAR" polnear.jsonl --split dev

writes a row of `elsewhere` in `generator/accuracy.json`, in place of the one of that name. The file
is one of marked articles (`generator/evaluate/marked.py`); with --split only those count whose field
`split` says so. Such articles are not ours to publish, so they are in no file here, and only
their figures are.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from generator.evaluate import compare, extract
from generator.evaluate.marked import MarkedArticle, read_gold
from generator.evaluate.scoring import KINDS, Measured
from generator.model import band
from tests.gold.measure import ACCURACY, row, write


def read_split(path: Path, split: str) -> tuple[MarkedArticle, ...]:
    """The marked articles of a file whose `split` is the one named; "" = all of them."""
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not split or json.loads(line).get("split") == split]
    with tempfile.TemporaryDirectory() as folder:
        part = Path(folder) / path.name
        part.write_text("".join(kept), encoding="utf-8")
        return read_gold(part)


def row_of(name: str, command: str, measured: Measured) -> dict[str, Any]:
    """The figures of one collection."""
    high = [one.right for one in measured.judged if band(one.confidence) == "high"]
    return {
        "name": name,
        "command": command,
        "articles": measured.articles,
        "quotes": measured.counts["all"].gold,
        **{kind: row(kind, measured.counts[kind])["f1"] for kind in ("all", *KINDS)},
        "high_right": round(sum(high) / len(high), 3) if high else None,
    }


def main() -> int:
    """Measure, and write the row."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("name")
    parser.add_argument("marked", type=Path)
    parser.add_argument("--split", default="")
    given = parser.parse_args()
    split = f" --split {given.split}" if given.split else ""
    command = f'python -m tests.gold.elsewhere "{given.name}" {given.marked.name}{split}'
    measured = compare(read_split(given.marked, given.split), extract)[0]
    made = row_of(given.name, command, measured)
    held = json.loads(ACCURACY.read_text(encoding="utf-8"))
    others = [one for one in held.get("elsewhere", []) if one["name"] != given.name]
    write(ACCURACY, {**held, "elsewhere": sorted([*others, made], key=lambda one: one["name"])})
    print(json.dumps(made, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
