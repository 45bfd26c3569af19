"""The citation of an article."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from generator import paths
from generator.cite.dates import spelled
from generator.cite.formats import Reference, bibtex, csl_item, dump, one_line, ris
from generator.config import Site
from generator.model import Article


@dataclass(frozen=True, slots=True)
class Citation:
    """An article, ready to be cited. All plain text: nothing of it is escaped for HTML."""

    key: str  # BibTeX and CSL key, ASCII, unique and stable as the article's id is
    formatted: str  # "Ann Lee, “Flood in Varn”, The Paper, 12 March 2042, https://…"
    bibtex: str
    ris: str
    csl_json: str  # an array of one item


def citation(article: Article, site: Site) -> Citation:
    """Every form of an article's citation; a date, outlet or author that is not known is never made
    up.
    """
    reference = reference_of(article, site)
    return Citation(
        key=reference.key,
        formatted=formatted(article, site),
        bibtex=bibtex(reference),
        ris=ris(reference),
        csl_json=dump([csl_item(reference)]) + "\n",
    )


def reference_of(article: Article, site: Site) -> Reference:
    """What the reference formats need. The address is the publisher's, or ours when that is not
    known.
    """
    hidden = withheld(article, site)
    return Reference(
        key=key(article.id),
        article=article,
        url=article.source_url or absolute(site, paths.article(article.id)),
        abstract=""
        if hidden or article.standfirst is None
        else article.standfirst.of(article.text),
        catalogue=site.name,
    )


def withheld(article: Article, site: Site) -> bool:
    """Whether only quotations of the article may be published, with a little context."""
    return "quotes" in (article.publish, site.publish)


def permalink(site: Site, url: str) -> str:
    """The permanent address of a page of ours (`url` from `paths`); relative to the site while it
    has no address.
    """
    return site.url + url


def absolute(site: Site, url: str) -> str:
    """The same, or "" while the site has no address."""
    return site.url + url if site.url else ""


def key(article_id: str) -> str:
    """An article's id as a key that every format takes."""
    plain = re.sub(r"[^A-Za-z0-9-]+", ":", article_id)
    if plain == article_id.replace("/", ":"):
        return plain
    return f"{plain.strip(':') or 'article'}:{hashlib.sha256(article_id.encode()).hexdigest()[:8]}"


def formatted(article: Article, site: Site) -> str:
    """A newspaper citation: authors, “title”, outlet, date or "n.d.", address, copies. No full stop
    at the end.
    """
    names = [one_line(name) for name in article.authors if name.strip()]
    here = absolute(site, paths.article(article.id))
    copies = [
        f"archived at {article.archive_url}" if article.archive_url else "",
        f"accessed {spelled(article.accessed)}" if article.accessed else "",
        f"copy at {here}" if here and article.source_url else "",
    ]
    said = "; ".join(filter(None, copies))
    pieces = [*who(names), *where(article), article.source_url or here]
    return ", ".join(filter(None, pieces)) + (f" ({said})" if said else "")


def who(names: list[str]) -> list[str]:
    """The authors as one phrase, or nothing; more than three are shortened."""
    if len(names) > 3:
        return [f"{names[0]} et al."]
    return [" and ".join(filter(None, (", ".join(names[:-1]), names[-1])))] if names else []


def where(article: Article) -> list[str]:
    """Title, outlet if known, date."""
    outlet = [one_line(article.publication)] if article.publication else []
    return [quoted(article.title), *outlet, spelled(article.date)]


def quoted(title: str) -> str:
    """A title in double marks, its own double marks made single, as citations do."""
    inner = one_line(title).replace("“", "‘").replace("”", "’").replace('"', "'")
    return f"“{inner}”"
