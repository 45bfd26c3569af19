"""The rule for a statement or speech in full: all of it is one person's words."""

from __future__ import annotations

from generator.annotate.quotations.scene import Found, Scene
from generator.annotate.text import in_full as document


def in_full(scene: Scene) -> list[Found]:
    """Statement by Ann Lee (below it, without marks:) I shall leave at the end of the month. …"""
    if scene.form.kind != "statement":
        return []
    spans = (
        scene.trim(span.start, span.end) for span in document.words_of_it(scene.text, scene.blocks)
    )
    parts = tuple(span for span in spans if span is not None)
    printed = document.speaker_of(scene.text, scene.blocks)
    return [Found(parts, None, printed, "in_full", how="colon")] if parts else []
