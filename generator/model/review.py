"""What a person should look at, the most doubtful first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence that shows what a question is about."""

    article: str  # Article.id
    title: str  # of the article
    words: str


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to decide."""

    kind: Literal["quote", "pair", "name", "language"]
    # of a quotation or a language: Article.id; of names: the article in which the first one stands
    article: str
    key: str  # unique among the questions, the same in the next build
    weight: float  # how much an answer is worth: see `review.py`
    why: str = ""  # why one should doubt it, one plain sentence; "" = nothing to say
    quote: str = ""  # Quote.id
    confidence: float = 1.0  # of a quotation
    unnamed: bool = False  # of a quotation: its speaker is not known
    names: tuple[str, ...] = ()  # the name that it is about; of a pair the kept one and the other
    roles: tuple[str, ...] = ()  # of a name: what the articles call it
    places: tuple[Place, ...] = ()  # of names
    language: str = ""  # BCP 47, as it was told


@dataclass(frozen=True, slots=True)
class Review:
    """All of them, and how sure the site is."""

    quotes: int  # quotations of the site
    by_hand: int  # of them corrected or checked by a person
    sure: float  # mean confidence of all, 0 to 1; a person's word counts as 1
    after: float  # the same when every question has an answer
    questions: tuple[Question, ...] = ()  # in the order in which they are asked
