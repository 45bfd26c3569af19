"""What extraction costs: CPU milliseconds per 1,000 words, beside the language pipeline and
textacy's extractor.

    python -m tests.bench.extraction [GOLD.jsonl]

The texts are those of a gold file (the shipped one if none is named). CPU time of this process and
its children, good to about a quarter; the model is loaded before the clock starts, except in the
lines that say so. textacy is compared where it is installed; it needs 561 MB, so it is no
dependency of anything here.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import os
import re
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from generator.annotate import annotate
from generator.annotate.text import parse
from generator.model import Article, Block, Span

SHIPPED = Path(__file__).parent.parent / "gold" / "gold.jsonl"


def article_of(one: dict[str, Any]) -> Article:
    """The text of a marked article, one paragraph a line."""
    lines = [m for m in re.finditer(r"[^\n]+", one["text"]) if m[0].strip()]
    blocks = tuple(Block("paragraph", Span(m.start(), m.end())) for m in lines)
    return Article(id=one["id"], source=one["id"], title="", text=one["text"], blocks=blocks)


def articles_of(gold: Path) -> list[Article]:
    """The texts of a gold file as articles."""
    return [article_of(json.loads(line)) for line in gold.read_text(encoding="utf-8").splitlines()]


def cpu(work: Callable[[], Any]) -> float:
    """User and system seconds of this process and its finished children."""
    before = os.times()
    work()
    after = os.times()
    return sum(after[:4]) - sum(before[:4])


def whole(article: Article) -> int:
    """Parse and annotate one article, as a worker process does; how many quotations there are."""
    return len(annotate(article, parse.parse(article.text, article.blocks)).quotes)


def in_processes(articles: list[Article], count: int) -> None:
    """Everything, in some fresh processes, loading the model in each."""
    with ProcessPoolExecutor(count, mp_context=get_context("spawn")) as pool:
        list(pool.map(whole, articles, chunksize=8))


def textacy_rows(articles: list[Article]) -> list[tuple[str, Callable[[], Any]]]:
    """textacy's pipeline and its extractor of direct quotations over the same texts, a paragraph at
    a time as it asks.

    It raises on a paragraph with an odd number of marks, which then counts as one without
    quotations.
    """
    import spacy

    direct = importlib.import_module("textacy.extract").direct_quotations
    nlp = spacy.load(str(parse.model_folder()))
    docs: list[Any] = []

    def read() -> None:
        docs.extend(
            nlp(block.span.of(article.text)) for article in articles for block in article.blocks
        )

    def extract() -> None:
        found = refused = 0
        for doc in docs:
            try:
                found += len(list(direct(doc)))
            except ValueError:
                refused += 1
        print(f"textacy: {found} direct quotations; {refused} of {len(docs)} paragraphs refused")

    return [
        ("textacy: the same model, a paragraph at a time", read),
        ("textacy: direct quotations, no names resolved", extract),
    ]


def main() -> None:
    """Print the table."""
    articles = articles_of(Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED)
    thousands = sum(len(article.text.split()) for article in articles) / 1000
    # loads the model, and what the rules read
    annotate(articles[0], parse.parse(articles[0].text, articles[0].blocks))
    parses: list[bytes] = []
    rows = [
        (
            "parsing (the language pipeline)",
            lambda: parses.extend(parse.parse(a.text, a.blocks) for a in articles),
        ),
        (
            "quotations, names and speakers, parses cached",
            lambda: [annotate(a, p) for a, p in zip(articles, parses)],
        ),
        ("all, 1 process, model loaded for it", lambda: in_processes(articles, 1)),
        ("all, 2 processes, model loaded for each", lambda: in_processes(articles, 2)),
    ]
    has_textacy = importlib.util.find_spec("textacy") is not None
    rows += textacy_rows(articles) if has_textacy else []
    print(f"{len(articles)} articles, {thousands:.1f} thousand words; CPU ms per 1,000 words")
    costs = []
    for name, work in rows:
        costs.append(1000 * cpu(work) / thousands)
        print(f"{name:50}{costs[-1]:8.1f}", flush=True)
    print(f"the rules add {costs[1] / costs[0]:.1%} to the pipeline")
    if not has_textacy:
        print(
            "textacy is not installed: python -m venv T && T/bin/pip install textacy, then run this again with"
        )
        print("PYTHONPATH=T/lib/python3.11/site-packages (561 MB, so it is no dependency)")


if __name__ == "__main__":
    main()
