"""Small things that many templates show, as data: who, when, how sure. URLs are relative to the
page they are for.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from generator import escape, paths
from generator.cite import place
from generator.escape import Html
from generator.model import (
    Article,
    Band,
    Entity,
    Kind,
    NotSpeech,
    Quote,
    Span,
    Stance,
    band,
)
from generator.pages import dates, marks
from generator.pages.archive import Archive, Said
from generator.pages.strips import Strip, strip

# Letters of the scripts that run right to left, and their forms:
# https://www.unicode.org/reports/tr9/ (R and AL)
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
KINDS: tuple[Kind, ...] = ("direct", "mixed", "indirect")


@dataclass(frozen=True, slots=True)
class Text:
    """A link, or its words alone."""

    words: str
    url: Html  # "" = no link
    note: str = ""


@dataclass(frozen=True, slots=True)
class Who:
    """A speaker. `name` and `url` are "" when nobody is identified; `printed` is the text's own words where
    they differ.
    """

    name: str
    url: Html
    printed: str
    also: tuple[Who, ...] = ()  # who said it together with them


@dataclass(frozen=True, slots=True)
class When:
    """A date for people and for machines; both "" = undated."""

    words: str
    iso: Html


@dataclass(frozen=True, slots=True)
class Sure:
    """How likely a quotation and its speaker are right."""

    percent: int
    band: Band
    by_hand: bool  # a person corrected it, or looked at it and found it right
    checked: bool  # found right as it is
    why: str  # the rules that found it and its speaker


@dataclass(frozen=True, slots=True)
class Counts:
    """How many quotations of each kind."""

    direct: int
    mixed: int
    indirect: int


@dataclass(frozen=True, slots=True)
class Byline:
    """Where and when an article appeared. `source` is "" when the file doesn't say."""

    source: str
    when: When


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in a list."""

    title: str
    url: Html
    standfirst: str
    byline: Byline
    quotes: int
    strip: Strip


@dataclass(frozen=True, slots=True)
class Line:
    """A quotation in a list: on a speaker's page, in the index."""

    number: int
    id: Html
    url: Html  # its place in the text
    kind: Kind
    words: Html
    # the verb that stands before the words, since they are not simply said: "denied"; "" = they are
    say: str
    stance: Stance
    rtl: bool  # whether any of them run right to left
    who: Who
    cue: str  # "" also where the verb stands before the words
    sure: Sure
    note: str
    versions: int  # 0 = no comparison
    versions_url: Html
    place: str  # where in the article: "¶ 2", "standfirst", "headline"


@lru_cache(maxsize=1 << 12)  # a page names most of its people several times
def link(here: str, there: str) -> Html:
    """A relative URL, ready to print."""
    return escape.address(paths.link(here, there))


def elsewhere(url: str | None) -> Html:
    """An address of another site, or "" if it is not one."""
    return escape.elsewhere(url or "") or Html("")


def who(here: str, said: Said) -> Who:
    """The speaker of a quotation: the entity, or nobody."""
    if said.entity is None:
        return Who("", Html(""), said.printed)
    name, printed = said.entity.name, said.printed
    words = "" if printed in name or name in printed else printed
    one = named(here, said.entity, words)
    return (
        replace(one, also=tuple(named(here, other) for other in said.others))
        if said.others
        else one
    )


def named(here: str, entity: Entity, printed: str = "") -> Who:
    """A link to an entity's page."""
    return Who(entity.name, link(here, paths.entity(entity.kind, entity.id)), printed)


def when(date: str | None, long: bool = False) -> When:
    """A date, short or long."""
    return When(dates.long(date) if long else dates.short(date), escape.address(dates.iso(date)))


def sure(quote: Quote) -> Sure:
    """How sure a quotation is. 100 is kept for what a person has checked."""
    return _sure(quote.confidence, quote.by, quote.rule, quote.speaker_rule)


@lru_cache(maxsize=1 << 12)
def _sure(confidence: float, by: str, rule: str, speaker_rule: str) -> Sure:
    by_hand = by != "machine"
    return Sure(
        percent=100 if by_hand else min(99, round(confidence * 100)),
        band="high" if by_hand else band(confidence),
        by_hand=by_hand,
        checked=by == "checked",
        why=", ".join(filter(None, (rule, speaker_rule))).replace("_", " "),
    )


def counts(said: list[Said] | tuple[Said, ...]) -> Counts:
    """Quotations by kind."""
    return Counts(*(sum(1 for s in said if s.quote.kind == kind) for kind in KINDS))


def byline(article: Article) -> Byline:
    """Outlet and date."""
    return Byline(article.publication or "", when(article.date))


def line(archive: Archive, here: str, said: Said) -> Line:
    """A quotation in a list."""
    return Line(
        number=said.number,
        id=escape.address(said.quote.id),
        url=link(here, said.url),
        kind=said.quote.kind,
        words=words(said),
        say=said.label,
        stance=said.quote.stance,
        rtl=rtl(said.words),
        who=who(here, said),
        cue="" if said.label else said.cue,
        sure=sure(said.quote),
        note=said.quote.note,
        versions=len(said.statement.versions) if said.statement else 0,
        versions_url=link(here, paths.statement(said.statement.id)) if said.statement else Html(""),
        place=place(said.article, said.quote),
    )


def words(said: Said) -> Html:
    """A quotation's words, its parts joined by an ellipsis."""
    text = said.article.text
    pieces = [marks.spoken(part.of(text), said.quote.kind == "mixed") for part in said.quote.parts]
    return Html(" … ".join(pieces))


def lit(said: Said, hits: Sequence[Span]) -> Html:
    """The same with some of the words lit; `hits` count characters of the article's text."""
    text = said.article.text
    pieces = []
    for part in said.quote.parts:
        inside = [
            Span(hit.start - part.start, hit.end - part.start) for hit in hits if part.holds(hit)
        ]
        pieces.append(marks.lit(part.of(text), said.quote.kind == "mixed", inside))
    return Html(" … ".join(pieces))


def rtl(words: str) -> bool:
    """Whether a text has letters that run right to left: then the browser has to look for its
    direction.
    """
    return _RIGHT_TO_LEFT.search(words) is not None


def entry(archive: Archive, here: str, article: Article) -> Entry:
    """An article in a list."""
    first = article.standfirst
    return Entry(
        title=article.title,
        url=link(here, paths.article(article.id)),
        standfirst=first.of(article.text) if first and not archive.withheld(article) else "",
        byline=byline(article),
        quotes=len(archive.said_in[article.id]),
        strip=strip(archive, article),
    )


def left_out(article: Article, found: tuple[NotSpeech, ...], withheld: bool) -> tuple[Text, ...]:
    """Words in quotation marks that nobody said, with the reason and the paragraph."""
    shown = []
    for other in found if not withheld else ():
        place = article.place_of(other.span)
        number = (
            place[1]
            if place and place[0].kind == "paragraph" and place[0].span.holds(other.span)
            else 0
        )
        url = escape.address("#" + paths.paragraph(number)) if number else Html("")
        shown.append(Text(other.span.of(article.text), url, other.reason))
    return tuple(shown)


def feeds(archive: Archive, here: str, home: str) -> tuple[Text, ...]:
    """A page's feeds; () = the site has no address."""
    forms = (("Atom", "feed.xml"), ("JSON Feed", "feed.json")) if archive.site.url else ()
    return tuple(Text(form, link(here, paths.feed(home, name))) for form, name in forms)
