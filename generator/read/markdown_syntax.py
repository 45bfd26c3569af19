"""The Markdown that people have: CommonMark, tables, and what note programs and site generators add.

By markdown-it-py, imported when the first Markdown file is read.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

DEEPEST: Final = 100  # blocks within blocks; an article has 2 to 4
LONGEST_LABEL: Final = 200  # characters of a wiki link
# Hugo's {{< figure … >}} and {{% note %}}, Jekyll's {% include … %} and {: .class }
_SHORTCODE: Final = re.compile(
    r"\{\{[<%][^{}]{0,500}[%>]\}\}|\{%[^{}]{1,500}%\}|\{:[^{}\n]{1,200}\}"
)
_WIKI: Final = re.compile(
    rf"(?P<embed>!?)\[\[(?:[^\[\]|\n]{{0,{LONGEST_LABEL}}}\|)?(?P<shown>[^\[\]|\n]{{1,{LONGEST_LABEL}}})\]\]"
)
_HIGHLIGHT: Final = re.compile(r"==(?=[^\s=])[^=\n]{1,500}(?<!\s)==")
_FOOTNOTE: Final = re.compile(r"\[\^[^\[\]\s]{1,60}\]")
_FOOTNOTE_TEXT: Final = re.compile(r"\[\^[^\[\]\s]{1,60}\]:[ \t]*")
# what stands behind the words of a link: "(https://herald.example/f "Ferry")"
_TARGET: Final = re.compile(
    r"\(\s{0,9}+(?:<[^<>\n]{0,2000}+>|[^\s()<]{0,2000}+(?:\([^\s()]{0,500}+\)[^\s()]{0,500}+)?)"
    r"(?:\s{1,9}+(?:\"[^\"]{0,999}+\"|'[^']{0,999}+'|\([^()]{0,999}+\)))?\s{0,9}+\)"
)
_BRACKET: Final = re.compile(r"\\.|[\[\]]")
# "[Reporter]: No." begins a turn of an interview; what names a link goes on with an address
_NAMES_LINK: Final = re.compile(
    r"\[(?:[^\[\]\\]|\\.){1,999}\]:\s{0,9}(?:<|[a-z][a-z0-9+.-]{1,20}:|[/#.]|www\.)", re.IGNORECASE
)
# blocks of HTML that end at a mark of their own, which may be missing: then it is no such block
_OPENS: Final = (
    (re.compile(r"<(?:script|pre|style|textarea)\b", re.IGNORECASE), "</"),
    (re.compile(r"<!--"), "-->"),
    (re.compile(r"<\?"), "?>"),
    (re.compile(r"<!\[CDATA\["), "]]>"),
    (re.compile(r"<![A-Za-z]"), ">"),
)
_CLOSES: Final = re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """The parser of Markdown files. A line that is indented is no code: it is a paragraph."""
    from markdown_it import MarkdownIt
    from markdown_it.rules_block import html_block, reference

    made = MarkdownIt("commonmark", {"maxNesting": DEEPEST})
    # a link of our own, since the library's takes quadratic time to find where its words end
    made.enable(["table", "strikethrough"]).disable(["code", "link", "image"])

    def closed_html(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        return _is_closed(state, start) and html_block(state, start, end, silent)

    def links(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        at = state.bMarks[start] + state.tShift[start]
        return bool(_NAMES_LINK.match(state.src, at)) and reference(state, start, end, silent)

    before = ["paragraph", "reference", "blockquote"]
    made.block.ruler.at("html_block", closed_html, {"alt": before})
    made.block.ruler.at("reference", links)
    made.block.ruler.before("reference", "footnote", _footnote, {"alt": [*before, "list"]})
    made.block.ruler.before("table", "depth", _notes_depth)
    for name, rule in (
        *(("shortcode", _shortcode), ("wiki", _wiki), ("mark", _mark), ("words", _link)),
    ):
        made.inline.ruler.before("link", name, rule)
    return made


@lru_cache(maxsize=1)
def of_html() -> MarkdownIt:
    """The parser of a block of HTML, in which stars and brackets are no marks."""
    from markdown_it import MarkdownIt

    made = MarkdownIt("commonmark")
    made.inline.ruler.enableOnly(["text", "newline", "entity", "html_inline"])
    made.inline.ruler2.enableOnly([])
    return made


def _is_closed(state: StateBlock, start: int) -> bool:
    """Whether a block of HTML that would go on to the end of the file has its closing mark there."""
    at = state.bMarks[start] + state.tShift[start]
    for opens, closes in _OPENS:
        if opens.match(state.src, at):
            last = state.env.setdefault("last", {})
            if closes not in last:
                last[closes] = (
                    max((found.start() for found in _CLOSES.finditer(state.src)), default=-1)
                    if closes == "</"
                    else state.src.rfind(closes)
                )
            return bool(last[closes] > at)
    return True


def _notes_depth(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """No block, but the place where it shows that what is nested deeper is left out."""
    if not silent and state.level >= DEEPEST - 2:
        state.env["too deep"] = True
    return False


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The text of a footnote: a paragraph, without the mark before it."""
    at = state.bMarks[start] + state.tShift[start]
    mark = _FOOTNOTE_TEXT.match(state.src, at, state.eMarks[start])
    if mark is None or silent:
        return mark is not None
    below = start + 1
    while (
        below < end
        and not state.isEmpty(below)
        and not _FOOTNOTE_TEXT.match(state.src, state.bMarks[below] + state.tShift[below])
    ):
        below += 1
    lines = state.getLines(start, below, state.blkIndent, False)
    state.env["footnotes"] = state.env.get("footnotes", 0) + 1
    state.line = below
    token = state.push("inline", "", 0)
    token.content = _FOOTNOTE_TEXT.sub("", lines.strip(), count=1)
    token.map = [start, below]
    token.children = []
    return True


def _shortcode(state: StateInline, silent: bool) -> bool:
    return _taken(state, silent, _SHORTCODE, "shortcode")


def _mark(state: StateInline, silent: bool) -> bool:
    """A mark of a footnote, and words that are lit: "==closed==" → "closed"."""
    if found := _HIGHLIGHT.match(state.src, state.pos, state.posMax):
        return _shown(state, silent, found, found[0][2:-2], "emphasis")
    return _taken(state, silent, _FOOTNOTE, "footnote")


def _wiki(state: StateInline, silent: bool) -> bool:
    """A link of a note: "[[Ann Lee|Lee]]" → "Lee"; what it embeds, "![[wall.png]]", is not shown."""
    found = _WIKI.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    words = "" if found["embed"] else found["shown"]
    return _shown(state, silent, found, words, "image" if found["embed"] else "link_open")


def _link(state: StateInline, silent: bool) -> bool:
    """A link, of which its words are shown, or a picture, of which nothing is."""
    from markdown_it.common.utils import normalizeReference

    picture = state.src.startswith("![", state.pos)
    opens = state.pos + picture
    if not state.src.startswith("[", opens):
        return False
    closes = _closing(state).get(opens, -1)
    if not 0 <= closes < state.posMax:
        return False
    target = _TARGET.match(state.src, closes + 1, state.posMax)
    end = target.end() if target else closes + 1
    if target is None:
        known = state.env.get("references", {})
        label = state.src[opens + 1 : closes] if known else ""
        if known and state.src.startswith("[", end) and end in _closing(state):
            end = _closing(state)[end] + 1
            label = state.src[closes + 2 : end - 1] or label
        if not label or len(label) > 999 or normalizeReference(label) not in known:
            return False
    if not silent:
        state.push("image" if picture else "link_open", "", 1)
        state.pos, state.posMax, last = opens + 1, closes, state.posMax
        if not picture:
            state.md.inline.tokenize(state)
        state.posMax = last
        state.push("link_close", "", -1)
    state.pos = end
    return True


def _closing(state: StateInline) -> dict[int, int]:
    """Where each bracket that is opened is closed."""
    if state.env.get("of") is not state.src:
        found: dict[int, int] = {}
        opened: list[int] = []
        for bracket in _BRACKET.finditer(state.src):
            if bracket[0] == "[":
                opened.append(bracket.start())
            elif bracket[0] == "]" and opened:
                found[opened.pop()] = bracket.start()
        state.env["of"], state.env["brackets"] = state.src, found
    held: dict[int, int] = state.env["brackets"]
    return held


def _taken(state: StateInline, silent: bool, pattern: re.Pattern[str], kind: str) -> bool:
    found = pattern.match(state.src, state.pos, state.posMax)
    return bool(found) and _shown(state, silent, found, "", kind)


def _shown(
    state: StateInline, silent: bool, found: re.Match[str] | None, words: str, kind: str
) -> bool:
    """Words in the place of what was found, behind a token without words that says what it was."""
    if found is None:
        return False
    if not silent:
        state.push(kind, "", 0)
        state.push("text", "", 0).content = words
    state.pos = found.end()
    return True
