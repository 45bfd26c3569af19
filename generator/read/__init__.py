"""Seed files in, `Article`s out: one reader a format."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.model import Reading


def read_seeds(seeds: Path, progress: Callable[[int, int], None] = lambda done, total: None) -> Reading:
    """Read every file of a folder. Never raises for a bad file: it is listed in `problems`."""
    raise NotImplementedError
