"""Fits the points of `annotate/confidence.py`, and prints the reliability table.

    python -m tests.bench.calibrate SCORE.py FIT.jsonl … --check CHECK.jsonl …

SCORE.py is a scorer with `score(gold, predicted, speech=True, dump=[])` whose dump pairs each prediction with the gold
quotation that it matches; the files are marked articles in its format. Logistic regression by Newton's method with a
quadratic penalty of 2; features seen fewer than 15 times get no points; rounded to a tenth.
"""

from __future__ import annotations

import importlib.util
import itertools
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy

from generator.annotate import confidence, coref, extract, names, parse
from tests.bench.extraction import articles_of

Row = tuple[tuple[str, ...], bool]
CUTS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 1.0)


def rows_of(scorer: Any, gold: Path) -> list[Row]:
    """For each quotation found in the texts of a gold file: its features, and whether it is right."""
    marked = {one["id"]: one for one in map(json.loads, gold.read_text(encoding="utf-8").splitlines())}
    predicted = {article.id: {"id": article.id, "quotes": _predicted(article)} for article in articles_of(gold)}
    dump: list[dict[str, Any]] = []
    scorer.score(marked, predicted, speech=True, dump=dump)
    return [
        (tuple(one["pred"]["features"]), one["what"] == "gold" and one["iou"] >= 0.8 and bool(one["speaker_right"]))
        for one in dump
        if one["pred"]
    ]


def _predicted(article: Any) -> list[dict[str, Any]]:
    doc = parse.load_doc(parse.parse(article.text, article.blocks))
    scene = extract.scene_of(article, doc)
    found = extract.find_quotes(article, scene)
    known = names.find_names(article, doc, tuple(quote.printed for quote in found if quote.printed))
    out = []
    for old, quote in zip(found, coref.resolve(article, doc, known, found)):
        spans = [[quote.printed.start, quote.printed.end]] if quote.printed else []
        words = quote.printed.of(article.text) if quote.printed else quote.speaker
        out.append(
            {
                "spans": [[part.start, part.end] for part in quote.parts],
                "cue": [quote.cue.start, quote.cue.end] if quote.cue else None,
                "speaker": {"spans": spans, "text": words} if words else None,
                "speaker_canonical": quote.speaker,
                "features": confidence.features(scene, quote, old.speaker_rule),
            }
        )
    return out


def fit(rows: list[Row]) -> dict[str, float]:
    """The points of each feature."""
    often = Counter(name for found, _ in rows for name in found)
    kept = sorted(name for name, count in often.items() if count >= 15)
    x = numpy.array([[float(name in found) for name in kept] for found, _ in rows])
    y = numpy.array([float(right) for _, right in rows])
    points = numpy.zeros(len(kept))
    for _ in range(60):
        p = 1 / (1 + numpy.exp(-x @ points))
        slope = x.T @ (p - y) + 2 * points
        points -= numpy.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + 2 * numpy.eye(len(kept)), slope)
    return {name: round(float(value), 1) for name, value in zip(kept, points) if round(float(value), 1)}


def main() -> None:
    """Fit, check, print."""
    spec = importlib.util.spec_from_file_location("scorer", sys.argv[1])
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    at = sys.argv.index("--check")
    points = fit([row for name in sys.argv[2:at] for row in rows_of(scorer, Path(name))])
    print(json.dumps(points, indent=4))
    checked = [row for name in sys.argv[at + 1 :] for row in rows_of(scorer, Path(name))]
    sure = [(1 / (1 + numpy.exp(-sum(points.get(name, 0.0) for name in found))), right) for found, right in checked]
    for low, high in itertools.pairwise(CUTS):
        bin_ = [(p, right) for p, right in sure if low <= p < high]
        if bin_:
            said, right = (float(numpy.mean([one[k] for one in bin_])) for k in (0, 1))
            print(f"{low:.2f}–{high:.2f}  said {said:.2f}  right {right:.2f}  n {len(bin_)}")


if __name__ == "__main__":
    main()
