"""MkDocs in a quarter of its time, inside its documented events; `extra.florilegium.fast: false`
switches it off.

Two things take MkDocs its time, and the generated pages need neither: `body` shows that a page is
one block of HTML, which Markdown would hand through unchanged; `skeleton` renders the theme's
template once for each kind of page and then fills in what differs. Whatever can't be shown to be
the same goes the normal way, page by page. The HTML is the same byte for byte (tests/fast/).
"""

from generator.engine.fast import kept, shared
from generator.engine.fast.filler import start
from generator.engine.fast.page import RawPage, attach

__all__ = ["RawPage", "attach", "kept", "shared", "start"]
