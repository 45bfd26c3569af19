"""Fits the points of `annotate/confidence.py`, chooses where "high" begins, and prints the reliability table.

    python -m tests.bench.calibrate SCORE.py MARKED.jsonl … [--first 300]

SCORE.py is a scorer with `score(gold, predicted, segments=, speech=True, dump=[])` whose dump pairs each prediction
with the gold quotation that it matches; the files are marked articles in its format with a `split`. The points are
fitted on train, of each file's train split the first so many articles, and checked on dev. Where no marked quotation of
a file has a second part, its annotators marked every part for itself, and so it is scored. Logistic regression by
Newton's method with a quadratic penalty of 2; features seen fewer than 25 times get no points; rounded to a tenth.
"High" begins at the lowest probability from which at least 95 of 100 are right in every file's train split.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
from collections import Counter
from pathlib import Path
from typing import Any

import numpy

from generator.annotate import confidence, coref, extract, names, parse
from generator.model import Article
from tests.bench.extraction import article_of

Row = tuple[tuple[str, ...], bool]  # features, and whether span and speaker are right
CUTS = (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.92, 0.94, 1.0)
RIGHT = 0.95


def rows_of(scorer: Any, marked: list[dict[str, Any]]) -> list[Row]:
    """For each quotation found in the texts of some marked articles: its features, and whether it is right."""
    predicted = {one["id"]: {"id": one["id"], "quotes": _predicted(article_of(one))} for one in marked}
    pieces = not any(len(quote["spans"]) > 1 for one in marked for quote in one["quotes"])
    dump: list[dict[str, Any]] = []
    scorer.score({one["id"]: one for one in marked}, predicted, segments=pieces, speech=True, dump=dump)
    return [
        (tuple(one["pred"]["features"]), one["what"] == "gold" and one["iou"] >= 0.8 and bool(one["speaker_right"]))
        for one in dump
        if one["pred"]
    ]


def _predicted(article: Article) -> list[dict[str, Any]]:
    doc = parse.load_doc(parse.parse(article.text, article.blocks))
    scene = extract.scene_of(article, doc)
    found = extract.find_quotes(article, scene)
    known = names.find_names(article, doc, tuple(quote.printed for quote in found if quote.printed))
    out = []
    for quote in coref.resolve(article, doc, known, found):
        spans = [[quote.printed.start, quote.printed.end]] if quote.printed else []
        words = quote.printed.of(article.text) if quote.printed else quote.speaker
        out.append(
            {
                "spans": [[part.start, part.end] for part in quote.parts],
                "cue": [quote.cue.start, quote.cue.end] if quote.cue else None,
                "speaker": {"spans": spans, "text": words} if words else None,
                "speaker_canonical": quote.speaker,
                "features": confidence.features(scene, quote),
            }
        )
    return out


def fit(rows: list[Row]) -> dict[str, float]:
    """The points of each feature."""
    often = Counter(name for found, _ in rows for name in found)
    kept = sorted(name for name, count in often.items() if count >= 25)
    x = numpy.array([[float(name in found) for name in kept] for found, _ in rows])
    y = numpy.array([float(right) for _, right in rows])
    points = numpy.zeros(len(kept))
    for _ in range(30):
        p = 1 / (1 + numpy.exp(-x @ points))
        slope = x.T @ (p - y) + 2 * points
        points -= numpy.linalg.solve((x * (p * (1 - p))[:, None]).T @ x + 2 * numpy.eye(len(kept)), slope)
    return {name: round(float(value), 1) for name, value in zip(kept, points) if round(float(value), 1)}


def where_high_begins(points: dict[str, float], files: list[list[Row]]) -> float:
    """The lowest probability, to two digits, from which enough are right in each file; 1.0 = none is good enough."""
    for cut in (number / 100 for number in range(60, 100)):
        if all(_high(points, rows, cut)[0] >= RIGHT for rows in files):
            return cut
    return 1.0


def _high(points: dict[str, float], rows: list[Row], cut: float) -> tuple[float, int, float]:
    """Of the quotations from a probability on: the share that is right, how many they are, their share of all."""
    high = [right for found, right in rows if confidence.probability(found, points) >= cut]
    return sum(high) / len(high) if high else 0.0, len(high), len(high) / len(rows)


def show(points: dict[str, float], rows: list[Row]) -> None:
    """The reliability table."""
    sure = [(confidence.probability(found, points), right) for found, right in rows]
    print("said       mean   right      n")
    for low, high in itertools.pairwise(CUTS):
        inside = [(p, right) for p, right in sure if low <= p < high]
        if inside:
            said, right = (sum(one[k] for one in inside) / len(inside) for k in (0, 1))
            print(f"{low:.2f}–{high:.2f}   {said:.2f}    {right:.2f}  {len(inside):5d}")


def main() -> None:
    """Fit, check, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("marked", type=Path, nargs="+")
    parser.add_argument("--first", type=int, default=300, help="articles of each train split")
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location("scorer", args.scorer)
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    splits: dict[str, list[list[Row]]] = {"train": [], "dev": []}
    for file in args.marked:
        marked = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        for split, rows in splits.items():
            chosen = [one for one in marked if one["split"] == split]
            rows.append(rows_of(scorer, chosen[: args.first] if split == "train" else chosen))
    points = fit([row for rows in splits["train"] for row in rows])
    cut = where_high_begins(points, splits["train"])
    print(json.dumps(points, indent=4))
    show(points, [row for rows in splits["dev"] for row in rows])
    print(f"high from {cut}")
    for split, files in splits.items():
        named = [*zip((file.name for file in args.marked), files), ("all", list(itertools.chain(*files)))]
        for name, found in named:
            right, count, share = _high(points, found, cut)
            print(f"{split} {name}: {right:.3f} of {count} right, {share:.1%} of all {len(found)}")


if __name__ == "__main__":
    main()
