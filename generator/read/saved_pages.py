"""Web pages as browsers save them → drafts: the main text and what the page says of itself.

trafilatura finds the text, the title and the authors, htmldate (through it) the date; both are
asked for what the page states only, never for a guess. Where they find nothing, or the page is too
odd to be given to them, its paragraphs are taken as they come. The libraries are imported when the
first page is read: that takes half a second.
"""

from __future__ import annotations

import email
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from generator.fields.metadata import one_line, safe_url
from generator.fields.values import Note, Value
from generator.read.decode import decode
from generator.read.draft import Draft
from generator.read.layout import put_together
from generator.read.page_says import put_right
from generator.read.page_text import left_out, lines_of
from generator.read.xml_text import holdable

if TYPE_CHECKING:
    from lxml.html import HtmlElement

LARGEST_PAGE = 2_000_000  # characters without embedded pictures
MOST_ELEMENTS = 20_000  # an article page has 500 to 5,000; trafilatura takes 60 µs for each
DEEPEST = 200  # an article page has 15 to 40
MOST_ATTRIBUTES = 300  # of one tag; libxml2 compares each with each
DATA_URI = re.compile(r"data:[\w.+-]+/[\w.+-]+(?:;[\w=-]+)*[;,][\w+/=%.~!*'()-]*")
TAG = re.compile(r"<[A-Za-z][^<>]*>")
OPAQUE = re.compile(r"<(?:style|script)[^<>]*>", re.IGNORECASE)
SAVED_FROM = re.compile(
    r"saved from url=\(\d+\)(\S{1,2000})|Page saved with SingleFile\s{1,9}url: (\S{1,2000})"
)
SAVED_ON = re.compile(r"saved date: \w{3} (\w{3} \d{1,2} \d{4})")
NO_AUTHOR = re.compile(
    r"https?|www|@|\d|\.com\b|^(?:admin|staff|editor|author|guest)$", re.IGNORECASE
)
UNSEEN = "//script | //style | //template | //noscript | //head | //svg | //nav | //footer | //form"
ENTITY = re.compile(r"<!ENTITY\s{1,9}(?:%\s{1,9})?([\w.:-]{1,60})\s")
HEAD = 20_000  # characters of a page in which entities are declared
# characters of a page in a frame: what is shorter is a button or an advertisement
WORTH_A_FRAME = 100
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
FIRST_ELEMENT = re.compile(r"<([A-Za-z][\w:]{0,40})")
FEEDS = frozenset(["rss", "feed", "rdf:rdf"])
DATES = {"extensive_search": False, "original_date": True, "max_date": "2199-12-31"}


def read_page(text: str) -> Draft:
    """A saved web page; its fields have no lines, since pages are not written to be read."""
    head = "\n" + text[:HEAD].partition("\n\n")[0]
    if "\nMIME-Version:" in head and "\nContent-Type:" in head:
        fact = "is a web archive (MHTML), not a page"
        return Draft(notes=(Note(fact, "give it the ending .mhtml, or save the page as HTML"),))
    text = TAG.sub(_plain_tag, _without_pictures(holdable(text)))
    if len(text) > LARGEST_PAGE:
        return Draft(
            notes=(
                Note(
                    f"has more than {LARGEST_PAGE:,} characters",
                    "save the text of the article alone",
                ),
            )
        )
    tree = parse_page(text)
    if tree is None:
        return Draft(
            notes=(Note("is no web page that can be read", "save it again, or save its text"),)
        )
    count, depth = _measure(tree)
    found = _extract(text) if count <= MOST_ELEMENTS and depth <= DEEPEST else None
    fields = _fields(found, tree, text[:5000])
    # not its `text`, in which entities are resolved twice
    body = (lines_of(found.body) if found is not None and found.body is not None else "") or _seen(
        tree
    )
    title = one_line(fields["title"].text) if "title" in fields else ""
    if title and body.lstrip().split("\n", 1)[0].lstrip("# ").strip() == title:
        body = body.lstrip().partition("\n")[2]
    if not body.strip():
        return Draft(
            fields=fields, notes=(Note("has no text that could be found", "save the text as .txt"),)
        )
    draft = put_together(title, _standfirst(found, tree, body), body, fields, one_a_line=True)
    missing = left_out(tree if found is not None else None, draft.text)
    notes = (*_feed(text[:HEAD]), *_too_deep(depth), *missing, *_in_frames(tree), *_entities(text))
    return replace(draft, line=1, notes=notes)


def read_mhtml(text: str) -> Draft:
    """A web archive: the page in it, and where it was saved from."""
    message = email.message_from_string(text)
    part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    packed = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(packed, bytes):
        return Draft(notes=(Note("holds no web page", "save the page as HTML"),))
    page = decode(packed, part.get_content_charset("")).text
    draft = read_page(page)
    found = message.get("Snapshot-Content-Location") or part.get("Content-Location") or ""
    if "source_url" in draft.fields or safe_url(found) is None:
        return draft
    return replace(draft, fields={**draft.fields, "source_url": Value("source_url", 0, (found,))})


def _without_pictures(text: str) -> str:
    """The page without the data that a browser put into styles and scripts; `_plain_tag` drops that
    in tags.
    """
    pieces: list[str] = []
    at = 0
    for opening in OPAQUE.finditer(text):
        if opening.start() < at:
            continue
        end = text.find("</", opening.end())
        if end < 0:
            break
        pieces += (text[at : opening.end()], DATA_URI.sub(_if_short, text[opening.end() : end]))
        at = end
    return "".join((*pieces, text[at:]))


def _if_short(data: re.Match[str]) -> str:
    return data[0] if len(data[0]) < 300 else ""


def _plain_tag(tag: re.Match[str]) -> str:
    """The tag without embedded pictures, and without its attributes if they are too many."""
    words = DATA_URI.sub(_if_short, tag[0])
    return (
        words
        if len(words) < 2 * MOST_ATTRIBUTES or len(words.split()) < MOST_ATTRIBUTES
        else words.split()[0] + ">"
    )


def parse_page(text: str) -> HtmlElement | None:
    """The page as a tree; None if it is none."""
    from lxml import etree, html

    try:
        parser = html.HTMLParser(
            encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True
        )
        return html.document_fromstring(holdable(text).encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _measure(tree: HtmlElement) -> tuple[int, int]:
    """(elements, how deep they are nested) of a page: what the libraries can take."""
    from lxml import etree

    depth = count = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        deepest = max(deepest, depth)
    return count, deepest


def _feed(head: str) -> tuple[Note, ...]:
    """A feed of news (RSS, Atom, RDF) that was saved under the name of a page."""
    first = FIRST_ELEMENT.search(COMMENT.sub("", head))
    if first is None or first[1].lower() not in FEEDS:
        return ()
    fact = "is a feed of news, not a page, so its entries are shown as one article"
    return (Note(fact, "save the page of each article instead"),)


def _too_deep(depth: int) -> tuple[Note, ...]:
    """libxml2 leaves out what lies more than some 250 elements deep."""
    fact = f"is nested more than {DEEPEST} elements deep, so its end may be missing"
    return (
        (Note(fact, "compare the page with the original, or save the text as .txt"),)
        if depth > DEEPEST
        else ()
    )


def _in_frames(tree: HtmlElement) -> tuple[Note, ...]:
    """Pages within the page, which browsers save as an attribute."""
    for frame in tree.iter("iframe"):
        page = frame.get("srcdoc") or ""
        inside = parse_page(page) if len(page) >= WORTH_A_FRAME else None
        words = _seen(inside) if inside is not None else ""
        if len(words) >= WORTH_A_FRAME:
            fact = (
                f"a page in a frame of the page was not taken for its text: “{words[:60].strip()}”"
            )
            remedy = "save what is in the frame as a page of its own if it belongs to it"
            return (Note(fact.replace("\n", " "), remedy, frame.sourceline or 0, harmless=True),)
    return ()


def _entities(text: str) -> tuple[Note, ...]:
    """Abbreviations that a page declares: nothing is put in their place."""
    declared = ENTITY.search(text, 0, HEAD)
    if declared is None:
        return ()
    fact = f"declares &{declared[1]};, which is not resolved"
    return (
        Note(
            fact, "write in its place what it stands for", text.count("\n", 0, declared.start()) + 1
        ),
    )


def _extract(text: str) -> Any:
    """What trafilatura makes of the page (a Document); None = nothing."""
    import logging

    import trafilatura

    # what it can't read is our note, not its log
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    try:
        return trafilatura.bare_extraction(
            text,
            with_metadata=True,
            include_comments=False,
            include_tables=True,
            favor_recall=True,
            date_extraction_params=DATES,
        )
    # a third party's parser on hostile input: the page's paragraphs are taken instead
    except Exception:
        return None


def _fields(found: Any, tree: HtmlElement, head: str) -> dict[str, Value]:
    """What the page says of itself."""
    said: dict[str, tuple[str, ...]] = {}
    if found is not None:
        authors = tuple(name.strip() for name in (found.author or "").split(";"))
        said["author"] = tuple(name for name in authors if name and not NO_AUTHOR.search(name))
        said["title"] = (found.title or "",)
        said["date"] = (found.date or "",)
        said["publication"] = (found.sitename or "",)
        said["source_url"] = (safe_url(found.url or "") or "",)
        said["tags"] = tuple(
            tag.strip() for tags in found.tags or () for tag in tags.split(",") if tag.strip()
        )
    saved = SAVED_FROM.search(head)
    if saved and not any(said.get("source_url", ())):
        said["source_url"] = (safe_url(saved[1] or saved[2]) or "",)
    if not any(said.get("title", ())):
        said["title"] = (
            " ".join((tree.findtext(".//title") or tree.findtext(".//h1") or "").split()),
        )
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})?", lang := (tree.get("lang") or "").strip()):
        said["lang"] = (lang,)
    if saved and (on := SAVED_ON.search(head)):
        said["accessed"] = (on[1],)
    said = put_right(said, tree)
    lists = ("author", "tags")
    return {
        name: Value(name, 0, texts, "list" if name in lists else "text")
        for name, texts in said.items()
        if any(texts)
    }


def _standfirst(found: Any, tree: HtmlElement, body: str) -> str:
    """The page's description, if it stands on the page too and not in the body: other ones are for
    search engines.
    """
    words = " ".join((found.description or "").split()) if found is not None else ""
    shown = " ".join(" ".join(tree.itertext()).split()) if 20 < len(words) < 500 else ""
    return words if words and words in shown and words[:60] not in " ".join(body.split()) else ""


def _seen(tree: HtmlElement) -> str:
    """The text of a page without what is not shown, or not the article for sure."""
    for unseen in tree.xpath(UNSEEN):
        if unseen.getparent() is not None:
            unseen.drop_tree()
    return lines_of(tree)
