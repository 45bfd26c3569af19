"""How an article is read, whatever it was set in: the same text in other typography is the same."""

from __future__ import annotations

from functools import lru_cache

from generator.annotate.text.paragraphs import parted
from generator.annotate.text.spaces import even
from generator.annotate.text.style import one_style
from generator.model import Block


@lru_cache(maxsize=1)
def as_read(text: str, blocks: tuple[Block, ...]) -> tuple[str, tuple[Block, ...]]:
    """The text and its blocks as the model and the rules shall see them. The text keeps its length,
    so that every offset holds in the article's own.

    The last answer is kept: the model asks first, then the rules.
    """
    text = even(text, blocks)
    blocks = parted(text, blocks)
    return one_style(text, blocks), blocks
