"""Plain text and Markdown → drafts. Markdown is shown as it is written, so both are text with a
head.
"""

from __future__ import annotations

import re
from dataclasses import replace

from generator.fields.metadata import one_line
from generator.fields.values import Note
from generator.read import front_matter
from generator.read.draft import Draft
from generator.read.layout import lay_out, lines_of, put_together

HEADING = re.compile(r" {0,3}#[ \t]+(?P<title>[^\n]+)(?:\n|\Z)")
COMMENT = re.compile(r"%%(?=[^%\s]|[ \t\n])[^%]{1,5000}%%")
LINK = re.compile(r"\]\(https?://|!\[\[|\[\[[^\[\]\n]{1,200}\]\]")
# **closed**, __closed__, ==closed==: within a line, so that no line costs more than its length
EMPHASIS = re.compile(r"(\*\*|__|==)[^\s*_=][^*_=\n]{0,200}\1")
MARKS = {"links": LINK, "emphasis": EMPHASIS}
UNDERLINED = re.compile(r" {0,3}(?P<title>[^\s#>*+-][^\n]*)\n=+[ \t]*(?:\n|\Z)")


def read_text(text: str) -> Draft:
    """A .txt file: headline, perhaps a standfirst, paragraphs; front matter is allowed."""
    return replace(_read(text, markdown=False), body=None)


def read_markdown(text: str) -> Draft:
    """A .md file: front matter, then the body; without a `title` its first heading is the
    headline.
    """
    return _read(text, markdown=True)


def _read(text: str, markdown: bool) -> Draft:
    fields, body, line, notes = front_matter.split(text)
    if markdown:
        body, note = _without_comments(body)
        notes = (*notes, *note)
    title, standfirst = (
        one_line(fields[n].text) if n in fields else "" for n in ("title", "standfirst")
    )
    end, headline = _headline(body, markdown, title)
    if not title and not headline and not standfirst:
        draft = lay_out(body, fields, markdown)
    else:
        draft = put_together(
            title or headline, standfirst, body[end:], fields, False if markdown else None
        )
    return replace(
        draft, line=draft.line + body.count("\n", 0, end) + line - 1, notes=notes, body=body
    )


def _without_comments(body: str) -> tuple[str, tuple[Note, ...]]:
    """Markdown without what its writer meant for nobody's eyes ("%% call Lee again %%"), its lines
    the same; and that markup stands in the text, which is shown as it is written.
    """
    notes: list[Note] = []
    kept = COMMENT.sub(lambda match: "\n" * match[0].count("\n"), body)
    if kept != body:
        fact = "its comments (%% … %%) are not published"
        notes.append(Note(fact, "take off the marks if they belong to the article", harmless=True))
    marks = [name for name, pattern in MARKS.items() if pattern.search(kept)]
    if marks:
        held = " and ".join(marks)
        fact = f"the marks of its {held} stand in the text, which is shown as it is written"
        notes.append(Note(fact, "save its text as .txt, or take them out", harmless=True))
    return kept, tuple(notes)


def _headline(body: str, markdown: bool, title: str) -> tuple[int, str]:
    """(where the body goes on, words) of a heading at its top, or a line that repeats the title;
    else (0, "").
    """
    start = len(body) - len(body.lstrip("\n"))
    if markdown and (heading := HEADING.match(body, start) or UNDERLINED.match(body, start)):
        words = heading["title"].strip()
        return (heading.end(), words) if title in ("", words) else (0, "")
    first = next(lines_of(body), None)
    return (first.end, title) if first and first.of(body) == title else (0, "")
