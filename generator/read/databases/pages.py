"""Exports as web pages: Factiva's and Europresse's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from generator.read.databases.export import Exported, day_within
from generator.read.databases.factiva import CODE, DOCUMENT, coded, of_lines

_NAME: Final = ".//*[contains(@class, 'DocPublicationName')]"
_TITLE: Final = ".//*[contains(@class, 'titreArticle')]"


def is_export(text: str) -> bool:
    """Whether a page may be one, without parsing it."""
    return (
        "articleParagraph" in text
        or "DocPublicationName" in text
        or ("<b>HD</b>" in text and "<b>SN</b>" in text)
    )


def articles(tree: Any) -> Iterator[Exported]:
    """The articles of an exported page; none if it is another."""
    from lxml import etree  # takes a while to load

    rows = [
        f"{cells[0]}  {cells[1]}"
        for row in tree.iter("tr")
        if len(cells := [_words(cell) for cell in row.findall("td")]) == 2 and CODE.match(cells[0])
    ]
    if rows:
        yield from coded("\n".join(rows))
        return
    walk = etree.iterwalk(tree, events=("start",))
    for _, node in walk:
        if node.tag == "article" and node.xpath(_NAME) and node.xpath(_TITLE):
            yield _of_europresse(node)
        elif "article" in (node.get("class") or "").split() and (found := _of_factiva(node)):
            yield found
        else:
            continue
        walk.skip_subtree()


def _of_factiva(node: Any) -> Exported | None:
    title = next((_words(head) for head in node.xpath(".//*[contains(@class, 'Headline')]")), "")
    paragraphs = node.xpath(".//p[contains(@class, 'articleParagraph')]")
    first = paragraphs[0] if paragraphs else None
    head: list[str] = []
    for part in node.iter():
        if part is first:
            break
        if part.tag == "div" and part is not node and not part.xpath(".//div"):
            head.append(_words(part))
    found = of_lines([line for line in head if line])
    if found is None:
        return None
    body = "\n\n".join(words for p in paragraphs if not DOCUMENT.match(words := _words(p)))
    author = found.author if found.author != title else ""
    line = node.sourceline or 1
    return Exported(
        title or found.title, body, line, found.outlet, found.date, author, "", found.language
    )


def _of_europresse(node: Any) -> Exported:
    def words(query: str) -> str:
        return next((_words(part) for part in node.xpath(query)), "")

    body = node.xpath(".//*[contains(@class, 'docOcurrContainer')]") or node.xpath(
        ".//*[contains(@class, 'DocText')]"
    )
    inside = body[0].xpath(".//p") if body else []
    text = "\n\n".join(filter(None, map(_words, inside))) or (_words(body[0]) if body else "")
    header = words(".//*[contains(@class, 'DocHeader')]")
    return Exported(
        title=words(_TITLE),
        body=text,
        line=node.sourceline or 1,
        outlet=words(_NAME).partition(" (")[0].partition(", no.")[0],
        date=day_within(header),
        author=words(".//*[contains(@class, 'docAuthors')]"),
    )


def _words(node: Any) -> str:
    return " ".join(" ".join(node.itertext()).split())
