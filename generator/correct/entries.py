"""What people wrote into seeds/corrections.yml, one value an entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

from generator import paths
from generator.model import Article, Kind, NameCorrection, Problem, Stance, SubjectCorrection

Reason = Literal["scare quote", "title", "term", "nickname", "motto", "sign", "by hand"]
REASONS: tuple[str, ...] = get_args(Reason)
KINDS: tuple[str, ...] = get_args(Kind)
STANCES: tuple[str, ...] = get_args(Stance)


@dataclass(frozen=True, slots=True)
class QuoteCorrection:
    """What a person says about one quotation. A field that is None leaves it to the machine."""

    where: str  # "seeds/corrections.yml:12"
    article: str  # Article.id, or the file under seeds/
    words: str  # the words of the quotation, or enough of them to find it; parts are joined by "…"
    before: str = ""  # words right before it, to tell it from others with the same words
    after: str = ""
    speaker: str | None = None  # only if `speaker_given`; None = nobody can be named
    speaker_given: bool = False
    others: tuple[str, ...] = ()  # further speakers, where several said it together
    kind: Kind | None = None
    span: str | None = None  # the exact words that it should cover
    cue: str | None = None  # "said"
    stance: Stance | None = None
    drop: bool = False
    add: bool = False  # True = it is a quotation even if the machine finds none there
    not_speech: Reason | None = None
    # True = somebody looked at it, and what the entry does not change is right
    checked: bool = False
    # the words of the text that name or describe the speaker: "two officials"
    printed: str | None = None
    join: tuple[str, ...] = ()  # words of other quotations that belong to this one
    split: tuple[str, ...] = ()  # the words of each of the quotations that it is in truth
    why: str = ""  # the reason, in the words of whoever wrote it
    see: str = ""  # what shows it: an address, or words


@dataclass(frozen=True, slots=True)
class MentionCorrection:
    """Whom an article means by words such as "the mayor": who speaks where they name the
    speaker.
    """

    where: str
    article: str  # Article.id, or the file under seeds/
    words: str  # as printed, without regard to "the", "a" and capitals
    name: str  # as the article or the site has it
    # words right before them: only this one place; "" = wherever the article has them
    before: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A quotation as a person points at it."""

    article: str  # Article.id, or the file under seeds/
    words: str  # its words, or enough of them to find it
    before: str = ""


@dataclass(frozen=True, slots=True)
class StatementCorrection:
    """That quotations are one statement, or that they are not."""

    where: str
    same: bool  # False = each of them is another statement than the others
    passages: tuple[Passage, ...]  # 2+


@dataclass(frozen=True, slots=True)
class ArticleCorrection:
    """Metadata that a person gives an article, by names of `Article` fields."""

    where: str
    article: str  # Article.id, or the file under seeds/
    values: tuple[tuple[str, Any], ...]  # as `Article` has them
    slug: str | None = None  # the last part of its address from now on; None = as it is
    draft: bool = False  # True = not to be published


@dataclass(frozen=True, slots=True)
class Corrections:
    """The whole file, or all files together."""

    quotes: tuple[QuoteCorrection, ...] = ()
    names: tuple[NameCorrection, ...] = ()
    articles: tuple[ArticleCorrection, ...] = ()
    mentions: tuple[MentionCorrection, ...] = ()
    statements: tuple[StatementCorrection, ...] = ()
    subjects: tuple[SubjectCorrection, ...] = ()
    problems: tuple[Problem, ...] = ()


About = QuoteCorrection | ArticleCorrection | MentionCorrection | Passage


def is_about(entry: About, article: Article) -> bool:
    """Whether an entry means this article: by its id, an earlier address, or its file with or
    without "seeds/".
    """
    named = entry.article
    if named in (article.id, article.source) or named.removeprefix("seeds/") == article.source:
        return True
    return bool(article.redirect_from) and paths.article(named).strip("/") in article.redirect_from
