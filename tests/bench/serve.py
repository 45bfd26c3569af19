"""How soon an edit is seen under `mkdocs serve`. `python -m tests.bench.serve 1000 [--times 5]`.

A real server on a corpus of that many invented articles. A word is written into one article; the page is asked for by
HTTP until it holds the word, and so is its first speaker's; then until the whole site has been built. Seconds from
just before the file is written. The project is made where `python -m tests.bench` makes it, with its cache of parses.
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

ROOT = Path(__file__).resolve().parent.parent.parent
ADDRESS = "127.0.0.1:8961"
LISTENING, BUILT, READY = "Serving on", "The whole site is", "Articles in memory"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="How soon an edit is seen under mkdocs serve.")
    parser.add_argument("count", type=int)
    parser.add_argument("--folder", type=Path, default=Path(tempfile.gettempdir()) / "florilegium-bench")
    parser.add_argument("--times", type=int, default=5)
    given = parser.parse_args()
    folder = given.folder / str(given.count)
    project(folder, given.count)
    log = folder / "serve.log"
    seeds = sorted((folder / "seeds").rglob("*.md"))
    with log.open("w") as out:
        began = time.monotonic()
        command = [sys.executable, "-m", "mkdocs", "serve", "-a", ADDRESS]
        env = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        server = subprocess.Popen(command, cwd=folder, env=env, stdout=out, stderr=subprocess.STDOUT)
        try:
            for words in (LISTENING, READY):
                wait_for(log, words, 1)
                print(f"{words}: {time.monotonic() - began:.1f} s after the start")
            print(f"a second of rest costs {100 * idle(server.pid):.1f} % of a core")
            for time_ in range(given.times):
                edit(seeds[(time_ * 7919 + 11) % len(seeds)], folder / "seeds", f"Quibblewick{time_}", log, server.pid)
        finally:
            server.terminate()
            server.wait(30)


def edit(seed: Path, seeds: Path, word: str, log: Path, pid: int) -> None:
    """Change one word of an article's first quotation, wait for it, and put it back."""
    before = seed.read_text(encoding="utf-8")
    builds = log.read_text().count(BUILT)
    article = f"articles/{seed.relative_to(seeds).with_suffix('').as_posix()}/"
    person = re.search(r'href="[./]*(people/[^/"#]+/)"', fetch(article))
    began, cpu = time.monotonic(), used(pid)
    try:
        seed.write_text(before.replace("“", f"“{word} ", 1), encoding="utf-8")
        shown = wait_for_page(article, word) - began
        cost = used(pid) - cpu
        others = [path for path in ([person[1]] if person else []) if word in fetch(path)]
        print(
            f"{article}: seen after {shown:.2f} s ({cost:.2f} s of CPU); with it {', '.join(others) or 'nothing'}",
            end="",
        )
        wait_for(log, BUILT, builds + 1)
        print(f"; whole site after {time.monotonic() - began:.1f} s", flush=True)
    finally:
        seed.write_text(before, encoding="utf-8")
        wait_for(log, BUILT, builds + 2)


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


def used(pid: int) -> float:
    """CPU seconds of a process so far (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


if __name__ == "__main__":
    main()
