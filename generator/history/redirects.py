"""Old addresses stay alive: redirect pages for renamed articles, old anchors for quotations whose
words changed.

People write `redirect_from` in an article; what the machine notices (`note`) goes into a small file
beside mkdocs.yml that is committed with the sources: `redirects.json`. Nothing is taken out of it
unless its address is in use again.
"""

from __future__ import annotations

import html
import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from generator import paths
from generator.config import Site
from generator.history.changes import renamed, reworded
from generator.history.snapshot import ArticleState, Snapshot
from generator.model import Article, Page, Problem, QuoteRef, Subject

FILE: Final = "redirects.json"
SCRIPT: Final = "redirect.js"
# A redirect by markup loses what stands behind the #, so that a quotation's address would only
# reach the article
_CODE: Final = 'location.replace(document.getElementById("moved").href + location.hash);\n'


@dataclass(frozen=True, slots=True)
class Former:
    """Former addresses. Chains are resolved: each leads to where it stands now."""

    articles: Mapping[str, str] = field(default_factory=dict)  # former id → id
    # the article's id now, a former anchor → anchor now
    quotes: Mapping[QuoteRef, str] = field(default_factory=dict)


def load(text: str) -> tuple[Former, tuple[Problem, ...]]:
    """What `dump` wrote. A damaged file is a problem, since what it held is lost: nothing is
    overwritten then.
    """
    try:
        held = json.loads(text)
        articles = {str(old): str(new) for old, new in held["articles"].items()}
        quotes = {
            QuoteRef(str(article), str(old)): str(new)
            for article, anchors in held["quotations"].items()
            for old, new in anchors.items()
        }
    except (ValueError, TypeError, KeyError, AttributeError):
        hint = "restore it from version control, or delete it to start afresh"
        return Former(), (Problem(FILE, "the record of former addresses can't be read", hint),)
    return Former(articles, quotes), ()


def dump(former: Former) -> str:
    """The record as JSON, sorted, one address a line: quiet in version control."""
    quotes: dict[str, dict[str, str]] = defaultdict(dict)
    for ref, now in former.quotes.items():
        quotes[ref.article][ref.quote] = now
    about = "Former addresses of articles and quotations. Written by the build; commit it with the sources."
    value = {"about": about, "articles": dict(former.articles), "quotations": quotes}
    return json.dumps(value, indent=1, sort_keys=True) + "\n"


def note(former: Former, before: Snapshot, now: Snapshot) -> Former:
    """The record after this build: what was renamed or reworded since `before` is added."""
    moved = dict(renamed(before, now))
    articles = {old: moved.get(new, new) for old, new in former.articles.items()} | moved
    quotes = {
        QuoteRef(moved.get(ref.article, ref.article), ref.quote): to
        for ref, to in former.quotes.items()
    }
    for old_id, was in before.articles.items():
        here = now.articles.get(moved.get(old_id, old_id))
        if here is not None:
            quotes = _reworded(quotes, was, here)
    return Former(
        {old: new for old, new in sorted(articles.items()) if old not in now.articles},
        {ref: to for ref, to in sorted(quotes.items()) if not _in_use(now, ref)},
    )


def _reworded(
    quotes: dict[QuoteRef, str], was: ArticleState, now: ArticleState
) -> dict[QuoteRef, str]:
    pairs = reworded(was, now)
    if not pairs:
        return quotes
    chained = {
        ref: pairs.get(to, to) if ref.article == now.id else to for ref, to in quotes.items()
    }
    return chained | {QuoteRef(now.id, old): new for old, new in pairs.items()}


def _in_use(now: Snapshot, ref: QuoteRef) -> bool:
    article = now.articles.get(ref.article)
    return article is not None and any(quote.id == ref.quote for quote in article.quotes)


def former_anchors(former: Former) -> dict[QuoteRef, tuple[str, ...]]:
    """For each quotation the anchors that it had before, sorted: the page keeps an element with
    each of these ids.
    """
    found: dict[QuoteRef, list[str]] = defaultdict(list)
    for ref, now in former.quotes.items():
        found[QuoteRef(ref.article, now)].append(ref.quote)
    return {ref: tuple(sorted(anchors)) for ref, anchors in sorted(found.items())}


def redirect_pages(
    articles: Collection[Article],
    former: Former,
    site: Site,
    taken: Collection[str],
    subjects: Collection[Subject] = (),
) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    """A page at each former address, and the script that they share.

    `taken`: paths of all other files of the site ("articles/x/index.md"). An address in use, or
    claimed by two articles, is a problem and gets no page.
    """
    wanted = [*_wanted(articles, former), *_of_subjects(subjects)]
    if not wanted:
        return (), ()
    used = {path.removesuffix(".md") + ".html" if path.endswith(".md") else path for path in taken}
    engine = {*paths.ENGINE, SCRIPT}
    folders = {above for path in used for above in _above(path)}
    pages: dict[str, Page] = {}
    owner: dict[str, str] = {}
    below: set[str] = set()
    problems: list[Problem] = []
    for where, path, url in wanted:
        # a page in the place of a file, or below one, would stop the build
        if (
            path in used
            or path in folders
            or not used.isdisjoint(_above(path))
            or path.partition("/")[0] in engine
        ):
            problems.append(
                Problem(where, f"the address {path} is in use", "take it out of redirect_from")
            )
        elif owner.get(path, url) != url:
            problems.append(
                Problem(where, f"{path} leads to {owner[path]} already", "let one page have it")
            )
        elif path in below or not owner.keys().isdisjoint(_above(path)):
            problems.append(
                Problem(where, f"{path} lies below another former address", "keep one of the two")
            )
        else:
            owner[path] = url
            below.update(_above(path))
            pages[path] = Page(path, _page(path, url, site))
    if pages:
        pages[SCRIPT] = Page(SCRIPT, _CODE)
    return tuple(pages.values()), tuple(problems)


def _above(path: str) -> Iterator[str]:
    """Every folder that a file lies in."""
    while path := path.rpartition("/")[0]:
        yield path


def _wanted(articles: Collection[Article], former: Former) -> Iterator[tuple[str, str, str]]:
    """(where it is said, path, address now): people's own first, so that they win."""
    ids = {article.id for article in articles}
    for article in articles:
        for old in article.redirect_from:
            path = paths.former(old)
            if path:
                yield f"seeds/{article.source}", path, paths.article(article.id)
    for old, new in former.articles.items():
        path = paths.former(paths.article(old))
        if new in ids and path:
            yield FILE, path, paths.article(new)


def _of_subjects(subjects: Collection[Subject]) -> Iterator[tuple[str, str, str]]:
    """The same of a subject's former names (`was:`)."""
    for subject in subjects:
        for name in subject.was:
            path = paths.former(paths.subject(paths.slug(name)))
            yield "seeds/corrections.yml", path, paths.subject(subject.id)


def _page(path: str, url: str, site: Site) -> str:
    here = path.removesuffix("index.html")
    there = html.escape(paths.link(here, url))
    script = html.escape(paths.link(here, SCRIPT))
    canonical = html.escape(site.url + url) if site.url else there
    return (
        f'<!doctype html>\n<html lang="{html.escape(site.language)}">\n<head>\n<meta charset="utf-8">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self'\">\n"
        f'<title>Moved</title>\n<link rel="canonical" href="{canonical}">\n<meta name="robots" content="noindex">\n'
        # the script goes at once; this is for browsers without one
        f'<meta http-equiv="refresh" content="1; url={there}">\n</head>\n<body data-pagefind-ignore>\n'
        f'<p>This page has moved: <a id="moved" href="{there}">{there}</a></p>\n'
        f'<script src="{script}"></script>\n</body>\n</html>\n'
    )
