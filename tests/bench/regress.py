"""`make bench-check`: does a change cost more? Fails where a stage does, at 300 invented articles.

    python -m tests.bench.regress [--write]

The CPU time of each stage is told in laps: one lap is a fixed piece of work (`lap`), run before and
after the stage in the same process, so that the machine and what else runs on it cancel out. What
is allowed stands in `limits.json`: the laps that were measured (`--write`) and a third more; and
bytes an article, of the generated folder and of its data, and a twentieth more. Those that cost
less than they did are named too, so that somebody may lower the limit.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from generator import batch, build, corpus, export, pages
from generator.cache.store import Cache
from generator.config import load
from generator.model import Page, Story
from generator.read import read_seeds
from tests.bench.__main__ import project

T = TypeVar("T")
LIMITS = Path(__file__).with_name("limits.json")
COUNT = 300
PARSED = 40  # articles that are parsed: the dearest stage, the same for each article
SLACK, SLACK_BYTES = 4 / 3, 1.05


def lap() -> float:
    """CPU seconds of a fixed piece of work like ours: text searched, small objects,
    dictionaries.
    """
    text = "The harbour master said on Monday that “nothing can be ruled out”. " * 40
    start = time.process_time()
    for _ in range(60):
        held: dict[str, list[tuple[int, str]]] = {}
        for match in re.finditer(r"\w+|[^\w\s]", text):
            held.setdefault(match[0].lower(), []).append((match.start(), match[0].upper()))
        json.dumps({key: sorted(found, reverse=True) for key, found in held.items()})
    return time.process_time() - start


def measure() -> dict[str, float]:
    """Laps of each stage, and bytes an article."""
    found: dict[str, float] = {}

    def run(stage: str, work: Callable[[], T]) -> T:
        before = lap()
        start = time.process_time()
        made = work()
        found[stage] = (time.process_time() - start) / ((before + lap()) / 2)
        return made

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project(folder, COUNT)
        settings = replace(load(folder / "mkdocs.yml"), workers=1)
        lap()  # the first one is slower
        reading = run("read", lambda: read_seeds(settings.seeds))
        some = reading.articles[:PARSED]
        batch.parse_and_annotate(reading.articles[-1])  # loads the model
        parsed = run(
            "parse and find", lambda: [batch.parse_and_annotate(article)[0] for article in some]
        )
        run("find", lambda: list(map(batch.parse_and_annotate, some, parsed)))
        cache = Cache(settings.cache / "cache.sqlite")
        annotations = batch.annotate_all(reading.articles, cache, 1)
        cache.close()
        stories = list(map(Story, reading.articles, annotations))
        linked = run("link", lambda: corpus.link(stories, reading, ()))
        exported = run("export", lambda: export.export(linked, settings.site))
        look = (linked, settings.site, settings.templates, exported.data_page)
        made = run("pages", lambda: list(pages.render(*look)))
        build.build(settings)
        run("nothing changed", lambda: build.build(settings))
        found["bytes of pages"] = _bytes(made) / COUNT
        found["bytes of data"] = _bytes(list(exported.data)) / COUNT
    return found


def _bytes(made: list[Page]) -> int:
    return sum(len(p.text.encode() if isinstance(p.text, str) else p.text) for p in made)


def verdicts(found: dict[str, float], limits: dict[str, float]) -> tuple[list[str], bool]:
    """A line for each figure, and whether all are within their limits. One without a limit fails.

    verdicts({"link": 5.0}, {"link": 3.0}) → (["link  5.0  of 3.0  too much"], False)
    """
    lines, good = [], True
    for name in sorted(found.keys() | limits.keys()):
        now, was = found.get(name, math.inf), limits.get(name, 0.0)
        slack = SLACK_BYTES if name.startswith("bytes") else SLACK
        said = "too much" if now > was * slack else "less" if now < was / slack else ""
        good = good and said != "too much"
        lines.append(f"{name:18}{now:12.2f}  of {was:.2f}  {said}".rstrip())
    return lines, good


def main() -> int:
    """Measure, print, compare; a stage that is too dear is measured once more before that is
    said.
    """
    parser = argparse.ArgumentParser(description="Does a change cost more?")
    parser.add_argument("--write", action="store_true", help="make what is measured the limits")
    given = parser.parse_args()
    found = measure()
    if given.write:
        rounded = {name: round(value, 2) for name, value in sorted(found.items())}
        LIMITS.write_text(json.dumps(rounded, indent=2) + "\n", encoding="utf-8")
        return 0
    limits = json.loads(LIMITS.read_text(encoding="utf-8"))
    lines, good = verdicts(found, limits)
    if not good:
        again = measure()
        lines, good = verdicts({name: min(found[name], again[name]) for name in found}, limits)
    print("\n".join(lines))
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
