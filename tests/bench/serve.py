"""How soon an edit is seen under `mkdocs serve`. `python -m tests.bench.serve 1000 [--times 5]`.

A real server on a corpus of that many invented articles. A word is written into one article; its
page is asked for by HTTP until it holds the word, and so is the page of its first speaker. Seconds
are counted from just before the file is written. The first edit finds the machine at rest; the
others come while the whole site is built in the background, for which the last line waits. The
project is made where `python -m tests.bench` makes it, with its cache of parses.
"""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.bench.__main__ import project
from tests.bench.processes import used

ROOT = Path(__file__).resolve().parent.parent.parent
ADDRESS = "127.0.0.1:8961"
LISTENING, BUILT, READY = "Serving on", "The whole site is", "Articles in memory"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How soon an edit is seen under mkdocs serve.")
    parser.add_argument("count", type=int)
    parser.add_argument(
        "--folder", type=Path, default=Path(tempfile.gettempdir()) / "florilegium-bench"
    )
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    folder = given.folder / str(given.count)
    project(folder, given.count)
    log = folder / "serve.log"
    seeds = sorted((folder / "seeds").rglob("*.md"))
    before: dict[Path, str] = {}
    with log.open("w") as out:
        began = time.monotonic()
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", ADDRESS]
        env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        server = subprocess.Popen(
            command, cwd=folder, env=env, stdout=out, stderr=subprocess.STDOUT
        )
        try:
            for words in (LISTENING, READY):
                wait_for(log, words, 1)
                print(f"{words}: {time.monotonic() - began:.1f} s after the start")
            print(f"a second of rest costs {100 * idle(server.pid):.1f} % of a core")
            began = time.monotonic()
            for number in range(given.times):
                seed = seeds[(number * 7919 + 11) % len(seeds)]
                before[seed] = seed.read_text(encoding="utf-8")
                edit(seed, folder / "seeds", f"Quibblewick{number}", server.pid)
            wait_for(log, BUILT, 1)
            print(f"whole site with the first edit after {time.monotonic() - began:.1f} s")
        finally:
            server.terminate()
            server.wait(30)
            for seed, text in before.items():
                seed.write_text(text, encoding="utf-8")


def edit(seed: Path, seeds: Path, word: str, pid: int) -> None:
    """Change one word of an article's first quotation, and wait until it is seen."""
    article = f"articles/{seed.relative_to(seeds).with_suffix('').as_posix()}/"
    people = re.findall(r'href="[./]*(people/[^/"#]+/)"', fetch(article))
    text = seed.read_text(encoding="utf-8")
    began, cpu = time.monotonic(), used(pid)
    seed.write_text(text.replace("“", f"“{word} ", 1), encoding="utf-8")
    seconds = wait_for_page(article, word) - began
    cost = used(pid) - cpu
    others = [path for path in dict.fromkeys(people) if word in fetch(path)]
    print(
        f"{article}: seen after {seconds:.2f} s ({cost:.2f} s of CPU), on {', '.join(others) or 'no other page'} too"
    )


def fetch(path: str) -> str:
    """A page as the server gives it."""
    with urllib.request.urlopen(f"http://{ADDRESS}/florilegium/{path}") as answer:
        return str(answer.read().decode("utf-8"))


def wait_for_page(path: str, word: str) -> float:
    """The time when the page first holds a word."""
    deadline = time.monotonic() + 600
    while word not in fetch(path):
        if time.monotonic() > deadline:
            raise TimeoutError(path)
        time.sleep(0.01)
    return time.monotonic()


def wait_for(log: Path, words: str, times: int) -> None:
    """Until the server has printed words so often."""
    deadline = time.monotonic() + 3600
    while log.read_text().count(words) < times:
        if time.monotonic() > deadline:
            raise TimeoutError(f"{words}: {log.read_text()[-2000:]}")
        time.sleep(0.1)


def idle(pid: int, seconds: float = 20) -> float:
    """CPU seconds that the server spends in a second in which nothing happens."""
    before = used(pid)
    time.sleep(seconds)
    return (used(pid) - before) / seconds


if __name__ == "__main__":
    main()
