"""The text of a saved page's elements, and the paragraphs that were not taken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from generator.fields import bylines
from generator.fields.values import Note

if TYPE_CHECKING:
    from lxml.html import HtmlElement


INLINE = frozenset(  # in HTML, and in what trafilatura makes of it
    "a abbr b bdi bdo cite code data del dfn em font hi i img ins kbd label mark q ref s samp small span strong sub sup"
    " time tt u var wbr".split()
)


PARAGRAPHS = "//p[not(ancestor::nav or ancestor::footer or ancestor::form or ancestor::aside or ancestor::header)]"


FURNITURE = frozenset(
    ("script", "style", "head", "nav", "footer", "svg", "select", "textarea", "iframe")
)


SENTENCE_ENDS = (".", "!", "?", "”", '"', "’", "…")


# of the text: what is less than this part of it is a caption, a notice, a line on its author
SHARE = 0.1


# characters; what is shorter and in no paragraph is mostly a menu, a banner or a button
LONG_SENTENCE = 100


def left_out(tree: HtmlElement | None, text: str) -> tuple[Note, ...]:
    """Paragraphs of the page that were not taken for its text, and long sentences in whatever else
    it is made of.
    """
    if tree is None:
        return ()
    shown = {_start(line) for line in text.split("\n")}
    missing = []
    line = 0
    for paragraph in tree.xpath(PARAGRAPHS):
        words = lines_of(paragraph).partition("\n")[0]
        # a sentence without a link: what has one leads on, or is a teaser
        if not words.endswith(SENTENCE_ENDS) or paragraph.find(".//a") is not None:
            continue
        if _start(words) and _start(words) not in shown and not bylines.is_byline(words):
            missing.append(words)
            line = line or paragraph.sourceline or 0
    if not missing:
        starts = _starts(text)
        for place, words in _stretches(tree, FURNITURE):
            long = len(words) >= LONG_SENTENCE and words.endswith(SENTENCE_ENDS)
            if long and _start(words) not in starts:
                missing.append(words)
                line = line or place
    if sum(map(len, missing)) <= SHARE * len(text):
        return ()
    fact = f"{len(missing)} paragraphs of the page were not taken for its text, the first one is “{missing[0][:60]}”"
    return (Note(fact, "save the text as .txt if they belong to it", line, harmless=True),)


def _start(words: str) -> str:
    return "".join(filter(str.isalnum, words[:200]))[:40]


def _starts(text: str) -> set[str]:
    """What `_start` gives for the text from any of its words on, so long as a long sentence stands
    there.
    """
    words = ["".join(filter(str.isalnum, word)) for word in text.split()]
    whole, at, made = "".join(words), 0, set()
    for word in words:
        made.add(whole[at : at + 40])
        at += len(word)
    return made


def lines_of(tree: Any) -> str:
    """The text of an element, one line for each stretch that is a block of its own."""
    return "\n".join(words for _, words in _stretches(tree))


def shown_lines(tree: Any) -> str:
    """The same without styles, scripts and what else is no text."""
    return "\n".join(words for _, words in _stretches(tree, FURNITURE))


def _stretches(tree: Any, skipped: frozenset[str] = frozenset()) -> Iterator[tuple[int, str]]:
    """(line of the page, text) of each stretch of an element that is a block of its own, without
    some elements.
    """
    from lxml import etree

    line, pieces = 0, [""]
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, node in walk:
        if node.tag not in INLINE:
            if words := " ".join("".join(pieces).split()):
                yield line, words
            line, pieces = node.sourceline or 0, []
        if event == "start" and node.tag in skipped:
            walk.skip_subtree()
        else:
            pieces.append(
                (node.text if event == "start" else node.tail if node is not tree else "") or ""
            )
    if words := " ".join("".join(pieces).split()):
        yield line, words
