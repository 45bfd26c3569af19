"""What extraction costs: CPU milliseconds per 1,000 words, beside the language pipeline and textacy's extractor.

    python -m tests.bench.extraction [GOLD.jsonl]

The texts are those of a gold file (the shipped one if none is named). User CPU time of this process and its children,
good to about a quarter; the model is loaded before the clock starts, except in the two-process line.
"""

from __future__ import annotations

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

from generator.annotate import annotate, parse
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


def textacy_quotes(articles: list[Article]) -> Callable[[], Any] | None:
    """textacy's direct quotations over the same pipeline, if textacy is installed."""
    if importlib.util.find_spec("textacy") is None:
        return None
    import spacy
    from textacy.extract import direct_quotations  # type: ignore[import-not-found]

    nlp = spacy.load(str(parse.model_folder()))
    return lambda: [list(direct_quotations(nlp(article.text))) for article in articles]


def main() -> None:
    """Print the table."""
    articles = articles_of(Path(sys.argv[1]) if len(sys.argv) > 1 else SHIPPED)
    thousands = sum(len(article.text.split()) for article in articles) / 1000
    parse.parse(articles[0].text, articles[0].blocks)  # loads the model
    parses: list[bytes] = []
    rows = [
        ("parsing (the language pipeline)", lambda: parses.extend(parse.parse(a.text, a.blocks) for a in articles)),
        ("quotations, names and speakers, parses cached", lambda: [annotate(a, p) for a, p in zip(articles, parses)]),
        ("all, 1 process, model loaded for it", lambda: in_processes(articles, 1)),
        ("all, 2 processes, model loaded for each", lambda: in_processes(articles, 2)),
    ]
    textacy = textacy_quotes(articles)
    if textacy is not None:
        rows.append(("textacy 0.13, direct quotations only", textacy))
    print(f"{len(articles)} articles, {thousands:.1f} thousand words; CPU ms per 1,000 words")
    for name, work in rows:
        print(f"{name:50}{1000 * cpu(work) / thousands:8.1f}")
    if textacy is None:
        print("textacy is not installed")


if __name__ == "__main__":
    main()
