"""The whole sweep: python -m tests.faults.sweep [--kills 50] [--each 12]."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from tests.faults import bench, cases
from tests.faults.bench import Bench

Run = tuple[str, Callable[[], str]]  # what breaks, what gives the verdict
SPARE = (0, 20_000, 100_000, 300_000, 700_000, 1_200_000, 2_500_000, 4_000_000)  # bytes free on the small disk


def spread(last: int, count: int) -> list[int]:
    """`count` of the numbers 1 to `last`, evenly, both ends among them."""
    if last <= count:
        return list(range(1, last + 1))
    return sorted({1 + round(i * (last - 1) / (count - 1)) for i in range(count)})


def faults(numbers: dict[str, int], kills: int, each: int) -> list[str]:
    """The injected faults. A third of the kills falls on the last operations, where the sites change places."""
    last = numbers["kill"]
    at = [*spread(last, kills - kills // 3), *range(max(1, last - kills // 3 + 1), last + 1)]
    failing = [f"{kind}:{n}" for kind in ("write", "rename", "read") for n in spread(numbers.get(kind, 0), each)]
    return [*(f"kill:{n}" for n in sorted(set(at))), *failing]


def runs(held: Bench, folder: Path, wanted: list[str]) -> Iterator[Run]:
    """Every run: the injected faults that are wanted, and the others."""
    for fault in wanted:
        yield fault, partial(cases.injected, held, folder, fault)
    for spare in SPARE:
        yield f"disk full, {spare} bytes free", partial(cases.disk_full, held, folder, spare)
    for one in (cases.read_only, cases.at_once, cases.vanished, cases.interrupted_serve):
        yield one.__name__.replace("_", " "), partial(one, held, folder)


def main() -> int:
    """Run all, print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--each", type=int, default=12, help="failing writes, renames and reads, of each so many")
    given = parser.parse_args()
    wrong = skipped = done = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        held = bench.make(folder)
        numbers = bench.counts(held, folder)
        print("operations of a build:", numbers, flush=True)
        todo = list(runs(held, folder, faults(numbers, given.kills, given.each)))
        for done, (what, run) in enumerate(todo, 1):
            said = run()
            skipped += said.startswith("skipped")
            wrong += bool(said) and not said.startswith("skipped")
            print(f"{done} of {len(todo)}, {what}: {said or 'old or new, and no litter'}", flush=True)
    print(f"{done} runs, {wrong} wrong, {skipped} skipped")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
