"""OpenDocument texts (.odt) → drafts: what LibreOffice writes."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any, Final

from generator.fields.values import Note
from generator.read.draft import Draft
from generator.read.layout import of_styles

LARGEST_CONTENT: Final = 50_000_000  # bytes of its text with all tags, unpacked
MOST_TAGS: Final = 400_000
LARGEST_TEXT: Final = 2_000_000  # characters
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_BLOCKS: Final = (f"{_TEXT}p", f"{_TEXT}h")
_BLANKS: Final = (f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break")
# what stands beside the text, or stood in it
_APART: Final = (f"{_TEXT}note", f"{_OFFICE}annotation", f"{_TEXT}tracked-changes")
_LEFT_OUT: Final = Note(
    "its footnotes and comments are not read", "put what they say into the text", harmless=True
)


def read_odt(data: bytes) -> Draft:
    """An OpenDocument text: Title or the first heading is the headline, Subtitle the standfirst."""
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            if parts.getinfo("content.xml").file_size > LARGEST_CONTENT:
                return _refused("unpacks to more than 50 MB", "save its text as .txt")
            content = parts.read("content.xml")
        if content.count(b"<") > MOST_TAGS:
            return _refused(f"has more than {MOST_TAGS:,} tags", "save its text as .txt")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        styled, apart = _paragraphs(etree.fromstring(content, parser))
    # zipfile and lxml each have their own for a broken file
    except Exception as error:
        fact = f"can't be read as an OpenDocument text: {type(error).__name__}"
        return _refused(fact, "save it again, or as .txt")
    if sum(len(text) for _, text in styled) > LARGEST_TEXT:
        return _refused(f"has more than {LARGEST_TEXT:,} characters", "split it into articles")
    draft = of_styles(styled, ("Title", "1"))
    return replace(
        draft,
        notes=(*draft.notes, _LEFT_OUT) if apart else draft.notes,
        plain="\n\n".join(text for _, text in styled) if draft.blocks else "",
    )


def _paragraphs(root: Any) -> tuple[list[tuple[str, str]], bool]:
    """(style or rank of a heading, text) of each paragraph; whether something beside it is left."""
    from lxml import etree

    # "P1" is what the program calls "Title, centred": it says what it is made from
    parents = {
        style.get(f"{_STYLE}name"): style.get(f"{_STYLE}parent-style-name")
        for style in root.iter(f"{_STYLE}style")
    }
    body = root.find(f"{_OFFICE}body")
    made: list[tuple[str, list[str]]] = []
    inside: list[list[str]] = []
    apart = False
    walk = etree.iterwalk(body if body is not None else root, events=("start", "end"))
    for event, node in walk:
        if event == "start" and node.tag in _APART:
            apart = True
            walk.skip_subtree()
        elif event == "start" and node.tag in _BLOCKS:
            name = node.get(f"{_TEXT}style-name") or ""
            rank = node.get(f"{_TEXT}outline-level") or "" if node.tag == _BLOCKS[1] else ""
            inside.append([node.text or ""])
            made.append((rank or parents.get(name) or name, inside[-1]))
        elif event == "end" and node.tag in _BLOCKS:
            inside.pop()
        elif event == "start" and inside:
            inside[-1].append(" " if node.tag in _BLANKS else node.text or "")
        if event == "end" and inside:
            inside[-1].append(node.tail or "")
    kept = ((style, " ".join("".join(pieces).split())) for style, pieces in made)
    return [(style, text) for style, text in kept if text], apart


def _refused(what: str, hint: str) -> Draft:
    return Draft(notes=(Note(what, hint),))
