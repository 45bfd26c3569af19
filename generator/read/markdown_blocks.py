"""Markdown → the blocks that a reader sees: links as their words, no marks, no comments.

Each block stands on the line of the file where it begins, so that lines of the text are lines of
the file; offsets count the text as shown.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from generator.fields.values import Note
from generator.model import Span
from generator.read.markdown_syntax import DEEPEST, of_html, parser
from generator.read.page_text import INLINE

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

# characters that are searched for marks at once: what is longer costs more than its length
LONGEST: Final = 10_000
MOST: Final = 30_000  # blocks: an article of so many is not read
MOST_SIGNS: Final = 100_000  # of what may be a mark; a long feature article has 2,000
_SIGN: Final = re.compile(r"[\n\[\]<>&*_`!{}=~|#^\\%-]")
COMMENT: Final = re.compile(r"%%(?=[^%\s]|[ \t\n])[^%]{1,5000}%%")
ENTITY: Final = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG: Final = re.compile(r"#[^\W\d][\w/-]*")  # Obsidian's "#storm"
_BLOCK_ID: Final = re.compile(r"(?:^|\s)\^[A-Za-z0-9-]{1,60}\Z")
_CALLOUT: Final = re.compile(r"\[![\w-]{1,40}\][+-]?[ \t]*")
_TASK: Final = re.compile(r"\[[ xX]\][ \t]+")
_NAME: Final = re.compile(r"<(?P<closes>/?)(?P<name>[A-Za-z][\w-]*)")
PARTS: Final = "\n\n"  # between two blocks of HTML
# elements whose content no browser shows
_HIDDEN: Final = frozenset("script style template noscript iframe svg textarea select".split())
# what the tokens of markdown-it and of markdown_syntax.py stand for: one, several
_CALLED: Final = {
    "comment": ("comment", "comments"),
    "emphasis": ("mark of emphasis", "marks of emphasis"),
    "footnote": ("footnote mark", "footnote marks"),
    "html": ("HTML tag", "HTML tags"),
    "link": ("link address", "link addresses"),
    "image": ("picture", "pictures"),
    "shortcode": ("shortcode", "shortcodes"),
    "tag": ("line of tags", "lines of tags"),
}
_COUNTED: Final = {
    "link_open": "link",
    "image": "image",
    "em_open": "emphasis",
    "strong_open": "emphasis",
    "s_open": "emphasis",
    "emphasis": "emphasis",
    "footnote": "footnote",
    "shortcode": "shortcode",
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A Markdown file's body as it is read."""

    text: str
    blocks: tuple[Span, ...]
    heading: bool  # whether the first block is a heading of the first rank
    notes: tuple[Note, ...]


def shown(body: str) -> Shown:
    """The blocks of Markdown, its front matter cut off.

    >>> shown("The [ferry](https://herald.example/f) is *back*.").text
    'The ferry is back.'
    """
    if sum(1 for _ in islice(_SIGN.finditer(body), MOST_SIGNS + 1)) > MOST_SIGNS:
        fact = f"has more than {MOST_SIGNS:,} signs that may be marks of Markdown"
        return Shown("", (), False, (Note(fact, "split it into articles, or save it as .txt"),))
    counts: Counter[str] = Counter()
    kept, counts["comment"] = COMMENT.subn(
        lambda comment: "\n" * comment[0].count("\n"), body.replace("\0", "\ufffd")
    )
    env: dict[str, Any] = {}
    tokens = parser().block.parse(kept, parser(), env, []) or []
    counts["footnote"] = env.get("footnotes", 0)
    pieces: list[str] = []
    spans: list[Span] = []
    at = line = 0
    heading = False
    for start, words, first_rank in islice(_blocks(tokens, env, counts), MOST):
        heading = heading or (first_rank and not spans)
        gap = "\n" * max(start - line, 1 if spans else 0)
        pieces += (gap, words)
        at += len(gap)
        line += len(gap) + words.count("\n")
        spans.append(Span(at, at + len(words)))
        at += len(words)
    return Shown("".join(pieces), tuple(spans), heading, _notes(counts, env))


def resolved(words: str) -> str:
    """Words of the front matter with their entities as characters: "&#8220;" → "“"."""
    return ENTITY.sub(lambda entity: html.unescape(entity[0]), words) if "&" in words else words


def _notes(counts: Counter[str], env: dict[str, Any]) -> tuple[Note, ...]:
    notes = []
    if env.get("too deep"):
        fact = f"is nested more than {DEEPEST // 2} blocks deep, so its end may be missing"
        notes.append(Note(fact, "save its text as .txt"))
    told = [
        f"{counts[kind]} {names[counts[kind] > 1]}"
        for kind, names in _CALLED.items()
        if counts[kind]
    ]
    if told:
        fact = f"of its Markdown are not shown: {', '.join(told)}"
        notes.append(Note(fact, "save it as .txt to have every sign of it shown", harmless=True))
    return tuple(notes)


def _blocks(
    tokens: Iterable[Token], env: dict[str, Any], counts: Counter[str]
) -> Iterator[tuple[int, str, bool]]:
    """(line, words, whether it is a heading of the first rank) of each block that has words."""
    mark = ""  # of an item of a numbered list, whose number is part of the text
    row: list[str] | None = None  # the cells of a row of a table
    row_line = 0
    rank = ""  # of the heading that the words are in
    for token in tokens:
        line = token.map[0] if token.map else 0
        if token.type in ("heading_open", "heading_close"):
            rank = token.tag if token.nesting > 0 else ""
        elif token.type == "list_item_open":
            mark = f"{token.info}{token.markup} " if token.info else ""
        elif token.type == "tr_open":
            row, row_line = [], line
        elif token.type == "tr_close" and row is not None:
            if cells := " | ".join(filter(None, row)):
                yield row_line, cells, False
            row = None
        elif token.type == "fence":
            if words := token.content.strip():
                yield line + 1, words, False
        elif token.type == "html_block":
            yield from ((at, words, False) for at, words in _of_html(token, line, counts))
        elif token.type == "inline":
            words = _inline(token.content, env, counts)
            if row is not None:
                row.append(" ".join(words.split()))
            elif words:
                yield line, mark + words, rank == "h1"
                mark = ""


def _inline(content: str, env: dict[str, Any], counts: Counter[str]) -> str:
    """What is shown of a paragraph, a heading, a cell."""
    if content.startswith("#") and all(map(_TAG.fullmatch, content.split())):
        counts["tag"] += 1
        return ""
    content = _BLOCK_ID.sub("", content)
    content = (
        _TASK.sub("", _CALLOUT.sub("", content, count=1), count=1)
        if (content.startswith("["))
        else content
    )
    return "".join(
        "".join(_words(_tokens(piece, parser(), env), counts)) for piece in _pieces(content)
    ).strip()


def _of_html(token: Token, line: int, counts: Counter[str]) -> Iterator[tuple[int, str]]:
    """What is shown of a block of HTML: a block for each of its blocks."""
    for piece in _pieces(token.content):
        stretch = ""
        for words in (*_words(_tokens(piece, of_html(), {}), counts, parted=True), PARTS):
            if words != PARTS:
                stretch += words
                continue
            lead = len(stretch) - len(stretch.lstrip())
            if stretch.strip():
                yield line + stretch.count("\n", 0, lead), stretch.strip()
            line += stretch.count("\n")
            stretch = ""


def _pieces(content: str) -> Iterator[str]:
    """A long paragraph in pieces, parted at blanks."""
    at = 0
    while len(content) - at > LONGEST:
        end = max(content.rfind(blank, at + 1, at + LONGEST) for blank in " \n")
        end = end if end > at else at + LONGEST
        yield content[at:end]
        at = end
    yield content[at:]


def _tokens(piece: str, by: MarkdownIt, env: dict[str, Any]) -> Sequence[Token]:
    # the parser drops blanks around a piece, which part it from the one before
    lead = piece[: len(piece) - len(piece.lstrip())]
    from markdown_it.token import Token

    found: list[Token] = by.inline.parse(piece, by, env, [])
    return [Token("text", "", 0, content=lead), *found] if lead else found


def _words(tokens: Sequence[Token], counts: Counter[str], parted: bool = False) -> Iterator[str]:
    """The words of tokens; `parted`: a tag of a block gives an empty line."""
    open_ended: set[str] = set()  # hidden elements that nothing closes
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.type in _COUNTED:
            counts[_COUNTED[token.type]] += 1
        elif token.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif token.type == "html_inline":
            found = _NAME.match(token.content)
            counts["html" if found else "comment"] += 1
            name = found["name"].lower() if found else ""
            if name in _HIDDEN and name not in open_ended and found and not found["closes"]:
                end = _closing(tokens, at, name)
                open_ended |= set() if end else {name}
                at = end or at
            if found and (name == "br" or (parted and name not in INLINE)):
                yield PARTS if parted and name != "br" else " "
        elif token.type != "image":
            yield token.content


def _closing(tokens: Sequence[Token], at: int, name: str) -> int:
    """Where it goes on behind the closing tag of an element; 0 = it has none."""
    for number in range(at, len(tokens)):
        if tokens[number].type == "html_inline" and tokens[number].content.lower().startswith(
            f"</{name}"
        ):
            return number + 1
    return 0
