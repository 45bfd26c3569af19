"""The page on which an editor looks at what is doubtful, and the list that its script reads.

It is no page of the site: `mkdocs serve` alone shows it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator import paths
from generator.model import Page, Question, Review
from generator.pages.jinja import environment, fill
from generator.pages.words import words_of

ITEMS = "items.json"


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """Context of review.md.j2."""

    title: str
    left: int  # questions
    quotes: int
    by_hand: int
    sure: int  # percent
    after: int  # the same when all is answered


def review_files(review: Review, templates: Path) -> Iterator[Page]:
    """The page and its list; both hold words of articles that may not be published, and so lie
    outside the site's folder.
    """
    context = ReviewPage(
        title=words_of(templates)["titles"]["review"],
        left=len(review.questions),
        quotes=review.quotes,
        by_hand=review.by_hand,
        sure=round(100 * review.sure),
        after=round(100 * review.after),
    )
    env = environment(templates)
    yield Page(paths.source(paths.REVIEW), fill(env, "review.md.j2", context))
    yield Page(f"{paths.REVIEW}{ITEMS}", _listed(review))


def _listed(review: Review) -> str:
    items = [_item(question) for question in review.questions]
    head = {
        "quotes": review.quotes,
        "by_hand": review.by_hand,
        "sure": round(review.sure, 6),
        "items": items,
    }
    return json.dumps(head, ensure_ascii=False, separators=(",", ":")) + "\n"


def _item(question: Question) -> dict[str, object]:
    """One question, without the fields that say nothing."""
    held = {
        "kind": question.kind,
        "id": question.key,
        "art": question.article,
        "q": question.quote,
        "sure": round(question.confidence, 4),
        "unnamed": question.unnamed,
        "why": question.why,
        "names": list(question.names),
        "roles": list(question.roles),
        "lang": question.language,
        "says": [[place.article, place.title, place.words] for place in question.places],
    }
    return {name: value for name, value in held.items() if value}
