"""Plain text and Markdown → drafts: the first is shown word for word, the second as a reader sees
it, where its front matter tells that a program wrote it so.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from generator.fields.metadata import one_line
from generator.fields.values import Note, Value
from generator.model import Span
from generator.read import front_matter
from generator.read.broken_words import mended
from generator.read.draft import Draft
from generator.read.layout import lay_out, put_together
from generator.read.mail import pasted_mail
from generator.read.markdown_blocks import COMMENT, Shown, resolved, shown
from generator.read.paragraphs import lines_of, paragraphs

# Front matter that note programs, clippers and site generators write, and people by hand don't:
# Obsidian and its clipper, MarkDownload, Hugo, Jekyll; +++ is TOML; a wiki link; an address as source
_WRITTEN_BY_A_PROGRAM: Final = re.compile(
    r"""(?mix)^(?:\+\+\+
    |(?:aliases|clipped|created|cssclass|cssclasses|draft|lastmod|modified|taxonomies|weight)[ \t]*:
    |layout[ \t]*:[ \t]*(?!["']?page\b)
    |source[ \t]*:[ \t]*["'<]?https?://
    |[ \t]*(?:[\w-]{1,40}[ \t]*:|-)[ \t]*["']?\[\[[^\[\]\n]{1,200}\]\])"""
)
_SAID: Final = re.compile(r"(?mi)^markdown[ \t]*:[ \t]*[\"']?(true|yes|on|false|no|off)\b")
_HEADING: Final = re.compile(r"\s*?[ ]{0,3}#[ \t]+(?P<title>[^\n]+)(?:\n|\Z)")
_UNDERLINED: Final = re.compile(r"\s*?[ ]{0,3}(?P<title>[^\s#>*+-][^\n]{0,300})\n=+[ \t]*(?:\n|\Z)")
_MARKS: Final = re.compile(
    r"\]\(https?://|!?\[\[[^\[\]\n]{1,200}\]\]|(\*\*|__|==)[^\s*_=][^*_=\n]{0,200}\1"
)


def read_text(text: str) -> Draft:
    """A .txt file: headline, perhaps a standfirst, paragraphs; front matter is allowed.

    Word for word, but for words that line ends parted; a mail with its head is read as one.
    """
    fields, body, line, notes = front_matter.split(text)
    body, parted = mended(body)
    notes = (*notes, *parted)
    if not fields and (mail := pasted_mail(body.lstrip("\n"))):
        return replace(mail, notes=(*notes, *mail.notes))
    title, standfirst = _head(fields)
    end = _repeated(body, title)
    draft = (
        put_together(title, standfirst, body[end:], fields, None)
        if title or standfirst
        else lay_out(body, fields)
    )
    return replace(draft, line=draft.line + body.count("\n", 0, end) + line - 1, notes=notes)


def read_markdown(text: str) -> Draft:
    """A .md file: front matter, then the body; without a `title` its first heading is the headline.

    The body is shown as a reader of Markdown sees it where it has no front matter, or one that a
    program wrote, or one that says `markdown: true`; else word for word, since whoever writes
    `title:` and `date:` by hand pastes the article's own text below, in which a star is a star.
    Offsets count the text as shown; its lines are the lines of the file.
    """
    fields, body, line, notes = front_matter.split(text)
    head = "\n".join(text.split("\n")[: line - 1])
    read = _is_markup(head)
    if read:
        fields = {
            name: replace(value, texts=tuple(map(resolved, value.texts)))
            if name in ("title", "standfirst")
            else value
            for name, value in fields.items()
        }
    # front matter that can't be read stands above the text, which then is shown as it is written
    made = shown(body) if read and (fields or not notes) else _as_written(body, _head(fields)[0])
    title, standfirst = _head(fields)
    first = made.blocks[0].of(made.text) if made.heading else ""
    headline = first if title in ("", first) else ""
    end = made.blocks[0].end if headline else _repeated(made.text, title)
    blocks = [block for block in made.blocks if block.start >= end]
    if title or headline or standfirst:
        below = [replace(block, start=block.start - end, end=block.end - end) for block in blocks]
        draft = put_together(title or headline, standfirst, made.text[end:], fields, False, below)
    else:
        draft = lay_out(made.text, fields, made.blocks)
    return replace(
        draft,
        line=draft.line + made.text.count("\n", 0, end) + line - 1,
        # a page of the owner's own is passed through, whatever it holds
        notes=notes if "layout" in fields and made.blocks else (*notes, *made.notes),
        body=body,
    )


def _is_markup(head: str) -> bool:
    """Whether the text below this front matter ("" = none) was written as Markdown."""
    if said := _SAID.search(head):
        return said[1].lower() in ("true", "yes", "on")
    return not head.strip() or bool(_WRITTEN_BY_A_PROGRAM.search(head))


def _as_written(body: str, title: str) -> Shown:
    """Word for word, but for a heading at the top and comments that were meant for nobody's eyes."""
    kept = COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), body)
    notes = []
    if kept != body:
        fact = "its comments (%% … %%) are not published"
        hint = "take off the marks if they belong to the article"
        notes.append(Note(fact, hint, harmless=True))
    if _MARKS.search(kept):
        fact = "marks of Markdown stand in the text, which is shown as it is written"
        notes.append(Note(fact, "add `markdown: true` to its front matter", harmless=True))
    heading = _HEADING.match(kept) or _UNDERLINED.match(kept)
    words = heading["title"].strip() if heading else ""
    if heading is None or title not in ("", words):
        blocks = tuple(block.span for block in paragraphs(kept, 0, False))
        return Shown(kept, blocks, False, tuple(notes))
    above = kept.count("\n", 0, heading.start("title"))
    below = kept.count("\n", heading.start("title"), heading.end())
    kept = "\n" * above + words + "\n" * below + kept[heading.end() :]
    end = above + len(words)
    found = (block.span for block in paragraphs(kept, end, False))
    return Shown(kept, (Span(above, end), *found), True, tuple(notes))


def _head(fields: Mapping[str, Value]) -> tuple[str, str]:
    """Title and standfirst of the front matter."""
    found = [one_line(fields[n].text) if n in fields else "" for n in ("title", "standfirst")]
    return found[0], found[1]


def _repeated(text: str, title: str) -> int:
    """Where a text goes on behind a first line that repeats the title; 0 = it has none."""
    first = next(lines_of(text), None) if title else None
    return first.end if first and first.of(text) == title else 0
