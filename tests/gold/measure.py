"""The shipped gold set's figures: for the site's Method page, and as a floor that may not be
undercut.

python -m tests.gold.measure                  measure, write accuracy.json, raise the floor
python -m tests.gold.measure --lower "why"    let the floor sink, and record why
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path
from typing import Any

from generator.evaluate import compare, extract
from generator.evaluate.marked import read_gold
from generator.evaluate.scoring import KINDS, Counts, Measured, measure, precision_recall_f1
from generator.model import band

HERE = Path(__file__).parent
GOLD = HERE / "gold.jsonl"
FLOOR = HERE / "floor.json"
ACCURACY = HERE.parent.parent / "generator/accuracy.json"
COMMAND = "python -m tests.gold.measure"

# A figure may sink by this much before the test fails. The same code gives the same figures on one
# machine; other processors round the language model's sums differently, which has moved single
# quotations: 2 of 538 is 0.004.
MARGIN = 0.005


# A row each on the Method page, by the folder below `marked/invented/`; all others are news and
# features
KINDS_OF_DOCUMENT = {
    "": "news and features",
    "courts": "court reports",
    "sports": "sports reports",
    "live": "live blogs",
    "interviews": "interviews, hearings, calls and chats",
    "statements": "statements and speeches in full",
    "single-marks": "articles with ‘single’ marks",
}


def measured_gold() -> tuple[Measured, dict[str, Measured]]:
    """Run the product's extractor over the gold set: (all of it, each kind of document)."""
    gold = read_gold(GOLD)
    measured, found = compare(gold, extract)
    apart = {}
    for folder, kind in KINDS_OF_DOCUMENT.items():
        held = tuple(one for one in gold if _folder(one.id) == folder)
        names = {one.id for one in held}
        apart[kind] = measure(held, tuple(one for one in found if one.id in names))
    return measured, apart


def _folder(article: str) -> str:
    parts = article.split("/")
    return parts[1] if len(parts) == 3 and parts[0] == "invented" else ""


def figures(measured: Measured) -> dict[str, float]:
    """What the floor holds: F1 by kind, span and end to end, the share of right names, and how
    right "high" is.
    """
    held: dict[str, float] = {}
    for kind in ("all", *KINDS):
        count = measured.counts[kind]
        held[f"{kind} span"] = _f1(count, count.span_found, count.span_gold)
        held[f"{kind} end to end"] = _f1(count, count.end_found, count.end_gold)
    count = measured.counts["all"]
    held["all with full name"] = _f1(count, count.name_found, count.name_gold)
    high = [one.right for one in measured.judged if band(one.confidence) == "high"]
    held["high is right"] = round(sum(high) / len(high), 4) if high else 0.0
    held["share that is high"] = (
        round(len(high) / len(measured.judged), 4) if measured.judged else 0.0
    )
    return held


def _f1(count: Counts, found: int, gold: int) -> float:
    return round(precision_recall_f1(found, count.found, gold, count.gold)[2], 4)


def accuracy(measured: Measured, apart: dict[str, Measured]) -> dict[str, Any]:
    """The figures that the Method page prints; see `generator/pages/method.py`."""
    kinds = [row(kind, measured.counts[kind]) for kind in ("all", *KINDS)]
    documents = [
        {**row(kind, one.counts["all"]), "articles": one.articles} for kind, one in apart.items()
    ]
    bands = []
    for name in ("high", "medium", "low"):
        inside = [one.right for one in measured.judged if band(one.confidence) == name]
        if inside:
            share, right = len(inside) / len(measured.judged), sum(inside) / len(inside)
            bands.append({"band": name, "share": round(share, 3), "right": round(right, 3)})
    return {
        "corpus": "the gold set that ships with Florilegium, in wording of its makers’ own and one real article",
        "command": COMMAND,
        "articles": measured.articles,
        "quotes": measured.counts["all"].gold,
        "kinds": kinds,
        "documents": documents,
        "bands": bands,
        "elsewhere": elsewhere(),
    }


def row(kind: str, count: Counts) -> dict[str, Any]:
    """A row of a table of the Method page."""
    values = precision_recall_f1(count.end_found, count.found, count.end_gold, count.gold)
    rounded = (round(value, 3) for value in values)
    shares = dict(zip(("precision", "recall", "f1"), rounded, strict=True))
    return {"kind": kind, "count": count.gold, **shares}


def elsewhere() -> list[dict[str, Any]]:
    """What `elsewhere.py` measured on articles that others marked: kept as it was written."""
    held = json.loads(ACCURACY.read_text(encoding="utf-8")) if ACCURACY.exists() else {}
    return list(held.get("elsewhere", []))


def fingerprint() -> str:
    """Of the gold file: a floor holds for these articles and no others."""
    return hashlib.sha256(GOLD.read_bytes()).hexdigest()[:16]


def main() -> int:
    """0 = written; 1 = a figure is below the floor and nobody said why that is right."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--lower", metavar="WHY", default="", help="let the floor sink, and record why"
    )
    why = parser.parse_args().lower
    measured, apart = measured_gold()
    now = figures(measured)
    held = (
        json.loads(FLOOR.read_text(encoding="utf-8"))
        if FLOOR.exists()
        else {"floor": {}, "lowered": []}
    )
    same = held.get("gold") == fingerprint()
    sunk = [name for name, value in held["floor"].items() if same and now[name] < value - MARGIN]
    for kind, one in apart.items():
        print(f"{kind:40} {row(kind, one.counts['all'])['f1']:.3f} of {one.counts['all'].gold}")
    for name, value in now.items():
        print(
            f"{name:22} {value:.4f}  floor {held['floor'].get(name, 0):.4f}{'  BELOW' if name in sunk else ''}"
        )
    if sunk and not why:
        print(
            f"below the floor: {', '.join(sunk)}; to accept that: {COMMAND} --lower WHY",
            file=sys.stderr,
        )
        return 1
    kept = (
        now
        if why or not same
        else {name: max(value, held["floor"].get(name, 0.0)) for name, value in now.items()}
    )
    lowered = [*held["lowered"], {"why": why, "figures": sunk}] if sunk else held["lowered"]
    write(FLOOR, {"gold": fingerprint(), "margin": MARGIN, "floor": kept, "lowered": lowered})
    write(ACCURACY, accuracy(measured, apart))
    return 0


def write(path: Path, value: dict[str, Any]) -> None:
    """As JSON that a diff shows line by line."""
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
