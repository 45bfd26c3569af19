"""`make bench`: what each stage costs. `python -m tests.bench 100 1000 [10000]` (hours at 10,000
the first time).

Parses are kept in the working folder, so that a second run measures everything but the language
model; its row then says what it took when it was measured. CPU is user + system, with all
processes; growth is the exponent of CPU between the two largest corpora (1 = linear); memory is the
peak of the stage's process, with the stages before it.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench import browse, corpus

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = ("generate", "again", "index", "fast", "plain")


def project(folder: Path, count: int) -> None:
    """A site of `count` invented articles, with today's code."""
    if not (folder / "seeds").is_dir():
        corpus.write(count, folder / "seeds")
    for name in ("generator", "templates", "site_overrides"):
        shutil.rmtree(folder / name, ignore_errors=True)
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "tests/mkdocs.yml", folder)
    (folder / ".build/docs").mkdir(parents=True, exist_ok=True)


def measure(folder: Path, parts: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The stages of one corpus, in order."""
    for part in parts:
        env = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
        command = [sys.executable, "-m", "tests.bench.stages", part, str(folder)]
        done = subprocess.run(
            command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, check=True
        )
        yield from (json.loads(line) for line in done.stdout.splitlines() if line.startswith("{"))


def sizes(folder: Path) -> dict[str, float]:
    """What the site comes to, in MB."""
    files = [path for path in (folder / "site-fast").rglob("*") if path.is_file()]
    pages = [path.stat().st_size for path in files if path.suffix == ".html"]
    data = [path.stat().st_size for path in files if "data" in path.parts]
    return {
        "pages": len(pages),
        "site, MB": sum(path.stat().st_size for path in files) / 1e6,
        "largest page, MB": max(pages) / 1e6,
        "largest data file, MB": max(data) / 1e6,
        "search index, MB": sum(path.stat().st_size for path in files if "pagefind" in path.parts)
        / 1e6,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="What each stage costs, on invented articles.")
    parser.add_argument("counts", type=int, nargs="*", default=[100, 1000])
    parser.add_argument(
        "--without-plain", action="store_true", help="leave plain MkDocs out: 700 CPU s at 10,000"
    )
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()) / "florilegium-bench"
    )
    given = parser.parse_args()
    rows: dict[str, dict[int, dict[str, Any]]] = {}
    facts: dict[str, dict[int, float]] = {}
    for count in given.counts:
        folder = given.folder / str(count)
        project(folder, count)
        for row in measure(folder, PARTS[: -1 if given.without_plain else None]):
            rows.setdefault(row["stage"], {})[count] = row
            print(f"{count:6} {row['stage']:18} {row['cpu']:8.1f} s", file=sys.stderr)
        for name, value in {**sizes(folder), **browse.search_costs(folder / "site-fast")}.items():
            facts.setdefault(name, {})[count] = value
    print("\n".join(table(rows, facts, given.counts)))


def table(
    rows: dict[str, dict[int, dict[str, Any]]],
    facts: dict[str, dict[int, float]],
    counts: list[int],
) -> list[str]:
    """The lines of the table."""
    lines = [
        f"{'stage':28}"
        + "".join(f"{f'CPU s, {n}':>14}{'wall s':>9}{'MB':>7}" for n in counts)
        + "   growth"
    ]
    for stage, by_count in rows.items():
        line = f"{stage:28}"
        for count in counts:
            line += f"{by_count[count]['cpu']:14.2f}{by_count[count]['wall']:9.1f}{by_count[count]['memory']:7}"
        lines.append(line + f"{growth({n: by_count[n]['cpu'] for n in counts}):9.2f}")
    for name, values in facts.items():
        lines.append(f"{name:28}" + "".join(f"{values[n]:14.3f}{'':16}" for n in counts))
    return lines


def growth(costs: dict[int, float]) -> float:
    """The exponent between the two largest; nan for one."""
    if len(costs) < 2:
        return math.nan
    small, large = sorted(costs)[-2:]
    return math.log(max(costs[large], 0.01) / max(costs[small], 0.01)) / math.log(large / small)


if __name__ == "__main__":
    main()
