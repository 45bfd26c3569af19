"""CPU seconds of processes, as Linux counts them (proc(5), /proc/PID/stat)."""

from __future__ import annotations

import os
from pathlib import Path


def used(pid: int) -> float:
    """CPU seconds of a process so far, user + system."""
    _, _, ticks = _stat(Path(f"/proc/{pid}/stat").read_text())
    return ticks / os.sysconf("SC_CLK_TCK")


def used_below(pid: int, name: str) -> float:
    """CPU seconds so far of all living processes that `pid` started, at any remove, whose name
    holds `name`.
    """
    found: dict[int, tuple[str, int, int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            found[int(path.parent.name)] = _stat(path.read_text())
        except OSError:  # gone meanwhile
            continue
    below, total = {pid}, 0
    grown = True
    while grown:
        more = {child for child, (_, parent, _) in found.items() if parent in below} - below
        below |= more
        grown = bool(more)
    for child in below - {pid}:
        called, _, ticks = found[child]
        total += ticks if name in called else 0
    return total / os.sysconf("SC_CLK_TCK")


def _stat(line: str) -> tuple[str, int, int]:
    """(name, parent, clock ticks); the name stands in brackets and may hold anything."""
    start, _, rest = line.rpartition(")")
    fields = rest.split()
    return start.partition("(")[2], int(fields[1]), int(fields[11]) + int(fields[12])
