"""Text → Markdown that is read back as that text: what `import` writes."""

from __future__ import annotations

import re
from typing import Final

from generator.read.markdown_blocks import ENTITY

# what is a mark wherever it stands
_ANYWHERE: Final = re.compile(
    r"[`*\[\]]|\\(?=[!-/:-@\[-`{-~\n])|(?<![^\W_])_|_(?![^\W_])|_(?=_)|<(?=[A-Za-z/!?])"
    r"|~(?=~)|=(?==)|%(?=%)|(?<=%)%|\{(?=[{%:])|(?<=\s)\^(?=[A-Za-z0-9-]+\Z)|(?<=!)\["
)
# what is one at the beginning of a line: headings, lists, quotations, rules, tables
_AHEAD: Final = re.compile(r"(?m)^([ \t]*)([#>=~^-]|[+](?=\s|$)|:(?=[-|]))")
_NUMBER: Final = re.compile(r"(?m)^([ \t]*\d{1,9})([.)])(?=\s|$)")
_PIPE: Final = re.compile(r"\|")


def written(words: str) -> str:
    r"""Words of a text as they are written in a Markdown file.

    >>> written("# 3 * [4]")
    '\\# 3 \\* \\[4\\]'
    """
    words = _ANYWHERE.sub(r"\\\g<0>", words)
    words = in_front_matter(words)
    words = _NUMBER.sub(r"\1\\\2", _AHEAD.sub(r"\1\\\2", words))
    return _PIPE.sub(r"\\|", words) if "\n" in words and "|" in words else words


def in_front_matter(words: str) -> str:
    """Words of which an entity is read as one written so that it is none: "&lt;" → "&amp;lt;"."""
    return ENTITY.sub(lambda entity: "&amp;" + entity[0][1:], words)
