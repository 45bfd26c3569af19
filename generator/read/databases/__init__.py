"""What newspaper databases export: one file, ten to hundreds of articles.

An export of a kind that is not known is named as one, never published as one article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, Final

from generator.fields.values import Note
from generator.read.databases import factiva, lexis, pages, proquest
from generator.read.databases.export import Exported, draft
from generator.read.draft import Draft

# how an export is told, and its reader; the first that knows it reads it
DATABASES: Sequence[tuple[Callable[[str], bool], Callable[[str], Iterator[Exported]]]] = (
    (lexis.is_uni, lexis.uni),
    (proquest.is_proquest, proquest.articles),
    (lexis.is_numbered, lexis.numbered),
    (factiva.is_coded, factiva.coded),
    (factiva.is_plain, factiva.plain),
)
_OF: Final = re.compile(
    r"^[ \t]*(?:(?:document|dokument|documento|article|artikel|artículo|item|treffer|record|result)"
    r"s?[ \t.:#]*)?(?P<n>\d{1,5}) ?(?:of|von|sur|de|van|di|/|aus) ?(?P<all>\d{1,5})"
    r"(?: (?:documents?|dokumenten?|articles?|artikeln?|records?|results?))?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
# what an export as a web page has that is else text
_TEXTUAL: Final = re.compile(
    r"\d (?:of|von|sur|de|van|di) \d{1,5} DO[CK]UMENT|>(?:End of Document|Ende des Dokuments"
    r"|Fin du document|Fin del documento)<|ProQuest"
)
_CORPUS: Final = re.compile(r"^\*{4} \*\w", re.MULTILINE)  # texts for IRaMuTeQ and its like
UNKNOWN: Final = Note(
    "is an export of several articles in a form that is not known",
    "export it from the database as plain text or HTML, or put each article into a file of its own",
)
SAMPLE: Final = 400_000  # characters in which an export shows


def of_text(text: str) -> Iterator[Draft] | Note | None:
    """The articles of an export as text, or that it is one of an unknown kind; None = it is
    none.
    """
    for knows, read in DATABASES:
        if knows(text[:SAMPLE]):
            return map(draft, read(text))
    return UNKNOWN if _counts(text[:SAMPLE]) or _CORPUS.match(text) else None


def of_page(
    text: str, parse: Callable[[str], Any], lines: Callable[[Any], str]
) -> Iterable[Draft] | Note | None:
    """The articles of an export as a web page; None = it is none.

    `parse` makes its tree, of which `lines` gives the text, a line for each block.
    """
    of_its_own, as_text = pages.is_export(text), _TEXTUAL.search(text)
    if not of_its_own and not as_text:
        return None
    tree = parse(text)
    if tree is None:
        return None
    if of_its_own and (found := [draft(one) for one in pages.articles(tree)]):
        return found
    return of_text(lines(tree).replace("\n", "\n\n")) if as_text else None


def _counts(text: str) -> bool:
    """Whether lines of a text count articles: "1 of 12", and further down "2 of 12"."""
    found = [(int(match["n"]), match["all"]) for match in islice(_OF.finditer(text), 50)]
    return any(
        n == 1 and int(total) > 1 and (2, total) in found[at + 1 :]
        for at, (n, total) in enumerate(found)
    )
