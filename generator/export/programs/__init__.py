"""The corpus for programs that people work in: notes of Obsidian, a project of qualitative data
analysis, TEI. Made on request, into a folder of the user's, never a part of the site.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.config import Site
from generator.export.programs.obsidian import obsidian
from generator.export.programs.qda import qda
from generator.export.programs.tei import tei
from generator.model import Corpus, Page

# name on the command line → what makes the files
PROGRAMS: dict[str, Callable[[Corpus, Site], Iterator[Page]]] = {
    "obsidian": obsidian,
    "qda": qda,
    "tei": tei,
}
