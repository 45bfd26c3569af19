"""No page grows with the corpus: one speaker with 3,000 quotations, one statement in hundreds of
articles.
"""

from __future__ import annotations

import re
from functools import cache

from generator.config import Site
from generator.corpus import link
from generator.model import Corpus, Page, Reading
from generator.pages import render
from tests.conftest import ROOT
from tests.pages.made import made

ARTICLES, EACH = 340, 9
LARGEST = 280_000  # bytes of a page's content; the theme's part, some 5 kB, makes 300 kB of none
NUMBERS = "zero one two three four five six seven eight nine".split()


def spelled(number: int) -> str:
    """A number as words, so that statements about two numbers have little in common."""
    return " ".join(NUMBERS[int(digit)] for digit in f"{number:04}")


def said(words: str, speaker: str) -> str:
    return f"{{1 direct {speaker}: “{words},”}} {{1 cue: said}} {{1 who: {speaker}}}."


def numbered(marked: str, number: int) -> str:
    return re.sub(r"\{1 ", f"{{{number} ", marked)


def article(number: int) -> str:
    """Ten quotations by Ann Lee, of which the first stands in every article, and a long one by
    somebody else.
    """
    everywhere = "the gate must be shut before the winter comes and the water rises again"
    lines = [f"Report {number}", said(everywhere, "Ann Lee")]
    for n in range(2, EACH + 1):
        words = f"{spelled(number * EACH + n)} houses of {spelled(number)} streets are under water"
        lines.append(numbered(said(words, "Ann Lee"), n))
    long = " ".join(f"{spelled(number * 100 + n)} letters" for n in range(60))
    lines.append(numbered(said(long, f"Bo Ek {chr(65 + number % 26)}"), EACH + 1))
    return "\n".join(lines)


@cache
def large() -> Corpus:
    stories = [
        made(
            f"a{n:03}",
            article(n),
            False,
            date=f"20{10 + n % 3}-{n % 12 + 1:02}-11",
            publication=f"Paper {n % 7}",
        )
        for n in range(ARTICLES)
    ]
    return link(stories, Reading())


@cache
def pages() -> dict[str, Page]:
    return {
        page.path: page
        for page in render(large(), Site(url="https://example.org/x/"), ROOT / "templates")
    }


def text(page: Page) -> str:
    return page.text if isinstance(page.text, str) else page.text.decode()


def test_the_corpus_is_what_it_is_meant_to_be() -> None:
    corpus = large()
    assert max(len(entity.said) for entity in corpus.entities) == ARTICLES * EACH > 3_000
    assert max(len(statement.versions) for statement in corpus.statements) == ARTICLES


def test_no_page_is_too_large() -> None:
    sizes = {path: len(text(page).encode()) for path, page in pages().items()}
    assert [path for path, size in sizes.items() if size > LARGEST] == []
    assert (
        len([path for path in sizes if path.startswith("people/ann-lee/") and path.endswith(".md")])
        > 15
    )


def test_every_quotation_of_the_speaker_is_on_one_page_of_a_year() -> None:
    held = [
        text(page)
        for path, page in pages().items()
        if re.match(r"people/ann-lee/\d{4}~/.*\.md$", path)
    ]
    linked = [url for page in held for url in re.findall(r'<a href="([^"]*#q-[^"]*)"', page)]
    assert len(linked) == len({url.lstrip("./") for url in linked}) == ARTICLES * EACH


def test_every_version_of_the_statement_is_on_one_page() -> None:
    most = max(large().statements, key=lambda statement: len(statement.versions))
    held = [text(page) for path, page in pages().items() if path.startswith(f"compare/{most.id}/")]
    assert sum(len(re.findall(r'<li[^>]* data-p="', page)) for page in held) == ARTICLES
    assert len(held) > 1
    # the words once on each page
    assert sum(page.count("<blockquote") for page in held) == len(held)
