"""How sure: a probability that span and speaker are both right."""

from __future__ import annotations

from generator.annotate.scene import Found, Scene


def of(scene: Scene, found: Found) -> float:
    """The probability for a candidate."""
    return 0.5
