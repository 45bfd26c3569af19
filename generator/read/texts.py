"""Plain text and Markdown → drafts: the first is shown word for word, the second as it is read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.fields.metadata import one_line
from generator.fields.values import Value
from generator.read import front_matter
from generator.read.broken_words import mended
from generator.read.draft import Draft
from generator.read.layout import lay_out, lines_of, paragraphs, put_together
from generator.read.mail import pasted_mail
from generator.read.markdown_blocks import Shown, resolved, shown


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
    """A .md file: front matter, then the body as a reader of Markdown sees it; without a `title`
    its first heading is the headline.

    Offsets count the text as shown; its lines are the lines of the file.
    """
    fields, body, line, notes = front_matter.split(text)
    fields = {
        name: replace(value, texts=tuple(map(resolved, value.texts)))
        if name in ("title", "standfirst")
        else value
        for name, value in fields.items()
    }
    # front matter that can't be read stands above the text, which then is shown as it is written
    made = shown(body) if fields or not notes else _as_written(body)
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


def _as_written(body: str) -> Shown:
    return Shown(body, tuple(block.span for block in paragraphs(body, 0, False)), False, ())


def _head(fields: Mapping[str, Value]) -> tuple[str, str]:
    """Title and standfirst of the front matter."""
    found = [one_line(fields[n].text) if n in fields else "" for n in ("title", "standfirst")]
    return found[0], found[1]


def _repeated(text: str, title: str) -> int:
    """Where a text goes on behind a first line that repeats the title; 0 = it has none."""
    first = next(lines_of(text), None) if title else None
    return first.end if first and first.of(text) == title else 0
