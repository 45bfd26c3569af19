"""Grows the trees of `annotate/confidence.json`, shows where "high" may begin, and prints the
reliability table.

    python -m tests.bench.calibrate SCORE.py MARKED.jsonl … [--first 300] [--cache FOLDER] [--write
    | --shipped]

SCORE.py is a scorer with `score(gold, predicted, segments=, speech=True, dump=[])` whose dump pairs
each prediction with the gold quotation that it matches; the files are marked articles in its format
with a `split`. The trees are grown on train, of each file's train split the first so many articles,
and checked on dev. Where no marked quotation of a file has a second part, its annotators marked
every part for itself, and so it is scored. Every fourth train article is also read without a parse,
so that the trees know what may be had without a language model. A quotation of a smaller file
counts up to three times, since files mark by different habits.

A rule whose high ones are right too seldom in those articles is given a share of its own.

Gradient boosting (scikit-learn, `pip install .[calibrate]`): 120 trees of at most 12 leaves. The
curve for train is of five fits, each on four fifths of the articles, that judge the fifth which
they have not seen. `--cache` keeps the parses; `--write` writes the file.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import importlib.util
import itertools
import json
import math
from collections import Counter
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy

from generator.annotate.confidence import forest, rate
from generator.annotate.confidence.evidence import Evidence, evidence
from generator.annotate.names.find import find_names
from generator.annotate.quotations.find import find_quotes, scene_of
from generator.annotate.speakers import resolve
from generator.annotate.text import parse
from generator.evaluate.agree import fold, last_name
from generator.model import HIGH, LEAST, Article
from tests.bench.extraction import article_of

CUTS = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 1.0)
FOLDS = 5
TREES, LEAVES, RATE = 120, 12, 0.09
UNPARSED = 4  # every so many train articles are read without a parse, too
DRAWN = 10  # quotations that a resolver's share is drawn towards that of all by
HEAVIEST = 3.0  # times that a quotation of the smaller collection counts
OFTEN = 60  # evidence seen less often is not asked about


@dataclass(frozen=True, slots=True)
class Row:
    """A quotation that was found: what speaks for it, whether it is right, and in which article."""

    found: Evidence
    # span and speaker; a name that the marks contradict is wrong, no name at all is not
    right: bool
    article: str
    parsed: bool = True
    weight: float = 1.0
    printed: bool = False  # the same whatever the name
    named: bool | None = None  # where that is so: whether the resolved name is; None = not known
    resolver: str = ""  # the rule that resolved it


def rows_of(
    scorer: Any, marked: list[dict[str, Any]], cache: Path | None, parsed: bool = True
) -> list[Row]:
    """What is found in the texts of some marked articles."""
    predicted = {
        one["id"]: {"id": one["id"], "quotes": _predicted(article_of(one), cache, parsed)}
        for one in marked
    }
    pieces = not any(len(quote["spans"]) > 1 for one in marked for quote in one["quotes"])
    dump: list[dict[str, Any]] = []
    scorer.score(
        {one["id"]: one for one in marked}, predicted, segments=pieces, speech=True, dump=dump
    )
    return [
        Row(
            one["pred"]["found"],
            _right(one) and _name_right(one) is not False,
            one["id"],
            parsed,
            printed=_right(one),
            named=_name_right(one) if _right(one) else None,
            resolver=one["pred"]["resolver"],
        )
        for one in dump
        if one["pred"]
    ]  # fmt: skip


def weighed(rows: list[Row], most: int) -> list[Row]:
    """The rows of one file; the habits of a smaller collection count up to `HEAVIEST` times as
    much.
    """
    return [replace(row, weight=min(HEAVIEST, most / len(rows))) for row in rows]


def _right(one: dict[str, Any]) -> bool:
    """Span and printed speaker, whatever the name."""
    return bool(one["what"] == "gold" and one["iou"] >= 0.8 and one["speaker_right"])


def _name_right(one: dict[str, Any]) -> bool | None:
    """Whether the resolved name is the marked one; None where there is not one of each."""
    marked = one["gold"]["speaker_canonical"] if one["what"] == "gold" else None
    resolved = one["pred"]["speaker_canonical"]
    if not (marked and resolved):
        return None
    last = last_name(marked)
    return last == last_name(resolved) if last else fold(marked) == fold(resolved)


def resolvers(rows: list[Row]) -> dict[str, float]:
    """How often each rule's name is right where the words that it resolves are: shares, drawn
    towards that of all.
    """
    known = [row for row in rows if row.named is not None and row.parsed]
    share = sum(bool(row.named) for row in known) / len(known) if known else 1.0
    counts: dict[str, list[int]] = {}
    for row in known:
        count = counts.setdefault(row.resolver, [0, 0])
        count[0] += bool(row.named)
        count[1] += 1
    return {
        rule: round((right + DRAWN * share) / (number + DRAWN), 3)
        for rule, (right, number) in sorted(counts.items())
    }


def _predicted(article: Article, cache: Path | None, parsed: bool) -> list[dict[str, Any]]:
    doc = parse.load_doc(_parse(article, cache)) if parsed else None
    scene = scene_of(article, doc)
    found = find_quotes(article, scene)
    known = find_names(article, doc, found)
    resolved = resolve.resolve(article, doc, known, found)
    out = []
    for quote, why in zip(resolved, evidence(scene, known, resolved)):
        spans = [[quote.printed.start, quote.printed.end]] if quote.printed else []
        words = quote.printed.of(article.text) if quote.printed else quote.speaker
        out.append(
            {
                "spans": [[part.start, part.end] for part in quote.parts],
                "cue": [quote.cue.start, quote.cue.end] if quote.cue else None,
                "speaker": {"spans": spans, "text": words} if words else None,
                "speaker_canonical": quote.speaker,
                "found": why,
                "resolver": rate.resolver_of(quote, why),
            }
        )
    return out


def _parse(article: Article, cache: Path | None) -> bytes:
    if cache is None:
        return parse.parse(article.text, article.blocks)
    file = cache / hashlib.sha256((parse.FORMAT + article.text).encode()).hexdigest()[:24]
    if not file.exists():
        cache.mkdir(parents=True, exist_ok=True)
        file.write_bytes(parse.parse(article.text, article.blocks))
    return file.read_bytes()


def grow(rows: list[Row]) -> forest.Forest:
    """The trees for some rows; the same rows give the same trees."""
    boosting = importlib.import_module("sklearn.ensemble").GradientBoostingClassifier(
        n_estimators=TREES, learning_rate=RATE, max_depth=None, max_leaf_nodes=LEAVES, min_samples_leaf=25,
        subsample=0.7, max_features=0.2, random_state=0,
    )  # fmt: skip
    often = Counter(name for row in rows for name in row.found)
    asked = sorted(name for name, count in often.items() if count >= OFTEN)
    table = numpy.array([[row.found.get(name, forest.ABSENT) for name in asked] for row in rows])
    boosting.fit(table, [row.printed for row in rows], sample_weight=[row.weight for row in rows])
    share = sum(row.weight * row.printed for row in rows) / sum(row.weight for row in rows)
    inner = [one[0].tree_ for one in boosting.estimators_]
    used = sorted({int(k) for tree in inner for k in tree.feature if k >= 0})
    place = {k: index for index, k in enumerate(used)}
    return forest.Forest(
        start=round(math.log(share / (1 - share)), 4),
        names=tuple(asked[k] for k in used),
        trees=tuple(_nested(tree, 0, place) for tree in inner),
        resolvers=resolvers(rows),
    )


def _nested(tree: Any, node: int, place: dict[int, int]) -> Any:
    """A scikit-learn tree as nested lists."""
    if tree.children_left[node] < 0:
        return round(RATE * float(tree.value[node][0][0]), 3)
    branches = [
        _nested(tree, int(side[node]), place) for side in (tree.children_left, tree.children_right)
    ]
    return [place[int(tree.feature[node])], round(float(tree.threshold[node]), 3), *branches]


Judged = tuple[float, bool]  # probability, and whether it was right
BAR = 0.96  # of what a rule finds and the trees call high so many shall be right
FEWEST = 12  # that must be high to tell


def shares(judged: list[tuple[Row, float]]) -> dict[str, float]:
    """For each rule whose high ones, in articles that its trees had not seen, are right too seldom:
    times as sure, so that what stays high is right often enough.
    """
    found: dict[str, list[Judged]] = {}
    for row, sure in judged:
        for name in row.found:
            if name.startswith(("rule ", "speaker rule ")) and sure >= HIGH:
                found.setdefault(name, []).append((sure, row.right))
    made = {}
    for name, high in sorted(found.items()):
        if len(high) < FEWEST or sum(right for _, right in high) >= BAR * len(high):
            continue
        cuts = sorted({sure for sure, _ in high})
        for cut in cuts:
            above = [right for sure, right in high if sure >= cut]
            if len(above) >= FEWEST and sum(above) >= BAR * len(above):
                made[name] = round(HIGH / cut, 3)
                break
        else:
            made[name] = round((HIGH - 0.01) / max(cuts), 3)
    return made


def crossed(rows: list[Row]) -> list[tuple[Row, float]]:
    """Each parsed row judged by trees that were grown without its article."""
    articles = sorted({row.article for row in rows})
    fold = {article: index % FOLDS for index, article in enumerate(articles)}
    judged: list[tuple[Row, float]] = []
    for left_out in range(FOLDS):
        trees = grow([row for row in rows if fold[row.article] != left_out])
        unseen = [row for row in rows if fold[row.article] == left_out and row.parsed]
        sure = trees.probabilities([row.found for row in unseen], [row.resolver for row in unseen])
        judged += zip(unseen, sure, strict=True)
    return judged


def reliability(judged: list[Judged]) -> str:
    """How often each probability was right."""
    lines = ["said        mean   right      n"]
    for low, high in itertools.pairwise(CUTS):
        inside = [one for one in judged if low <= one[0] < high]
        if inside:
            said, right = (sum(one[k] for one in inside) / len(inside) for k in (0, 1))
            lines.append(f"{low:.2f}–{high:.2f}   {said:.2f}    {right:.2f}  {len(inside):5d}")
    return "\n".join(lines)


def curve(judged: list[Judged]) -> str:
    """What "high" would be for several beginnings: share that is right, share of the quotations
    that are shown.
    """
    shown = [one for one in judged if one[0] >= LEAST]
    pieces = []
    for cut in (0.8, 0.82, 0.84, 0.85, 0.86, 0.87, 0.88, 0.89, 0.9, 0.92):
        high = [right for sure, right in shown if sure >= cut]
        if high:
            pieces.append(f"{cut:.2f}: {sum(high) / len(high):.3f} of {len(high) / len(shown):.1%}")
    return "; ".join(pieces)


def main() -> None:
    """Grow, check, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("scorer", type=Path)
    parser.add_argument("marked", type=Path, nargs="+")
    parser.add_argument("--first", type=int, default=300, help="articles of each train split")
    parser.add_argument("--cache", type=Path, help="folder to keep parses in")
    parser.add_argument("--write", action="store_true", help="write confidence.json")
    parser.add_argument(
        "--shipped",
        action="store_true",
        help="grow nothing, check the trees of confidence.json on dev",
    )
    args = parser.parse_args()
    spec = importlib.util.spec_from_file_location("scorer", args.scorer)
    assert spec
    assert spec.loader
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    grown: list[list[Row]] = []
    splits: dict[str, list[Row]] = {}
    for file in args.marked:
        marked = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        first = [one for one in marked if one["split"] == "train"][
            : 0 if args.shipped else args.first
        ]
        found = rows_of(scorer, first, args.cache)
        grown.append([*found, *rows_of(scorer, first[::UNPARSED], args.cache, parsed=False)])
        splits[f"dev {file.name}"] = rows_of(
            scorer, [one for one in marked if one["split"] == "dev"], args.cache
        )
        print(f"{file.name}: {len(first)} articles to grow on", flush=True)
    train = [row for rows in grown for row in weighed(rows, max(map(len, grown)))]
    trees = forest.forest() if args.shipped else grow(train)
    unseen = [] if args.shipped else crossed(train)
    if unseen:
        trees = replace(trees, shares=shares(unseen))
        print("shares", trees.shares, flush=True)
    dev = {
        name: [(trees.probability(r.found, r.resolver), r.right) for r in rows]
        for name, rows in splits.items()
    }
    dev["dev, whatever the name"] = [
        (trees.probability(row.found, row.resolver), row.printed)
        for rows in splits.values()
        for row in rows
    ]
    dev["dev, all"] = list(itertools.chain(*list(dev.values())[:-1]))
    print(f"{len(train)} rows, {len(trees.names)} kinds of evidence, {len(trees.trees)} trees")
    print(reliability(dev["dev, all"]))
    in_train = [(sure * trees.share_of(row.found), row.right) for row, sure in unseen]
    for name, judged in {"train, unseen": in_train, **dev}.items():
        print(f"{name}, {len(judged)}: {curve(judged)}", flush=True)
    if args.write:
        held = {
            "resolvers": trees.resolvers,
            "shares": trees.shares,
            "start": trees.start,
            "names": trees.names,
            "trees": trees.trees,
        }
        forest.FILE.write_text(
            json.dumps(held, separators=(",", ":")).replace(",[[", ",\n[[") + "\n", "utf-8"
        )


if __name__ == "__main__":
    main()
