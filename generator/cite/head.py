"""Head tags by which a reference manager takes an article's page for a newspaper article.

Zotero reads meta tags and not JSON-LD. Its precedence (translators "Embedded Metadata" and "RDF",
written down in tests/cite/test_head.py): a `citation_journal_title` makes a journal article,
`og:type=website` a web page before `DC.type` is looked at, and `og:type=article` decides nothing;
the outlet is `DC.source`, then `og:site_name`.
"""

from __future__ import annotations

import re

from generator import paths
from generator.cite.article import absolute, withheld
from generator.cite.dates import iso
from generator.config import Site
from generator.model import Article

_ACTIVE = re.compile(
    r"[\s\x00-\x20]*(?:javascript|vbscript|livescript|data|file|blob|filesystem):(?!\s)",
    re.IGNORECASE,
)
# browsers leave these out of an address: https://url.spec.whatwg.org/#url-parsing
_UNSEEN = re.compile("[\t\n\r]")


def head_metadata(article: Article, site: Site) -> tuple[tuple[str, str], ...]:
    """(name, content) in a fixed order, only what is known. Names with a colon go into `property`,
    others into `name`.

    Without an outlet there is no `og:site_name`: the site's own name would be taken for the
    newspaper's.
    """
    date, outlet = iso(article.date), article.publication or ""
    standfirst = article.standfirst
    abstract = "" if standfirst is None or withheld(article, site) else standfirst.of(article.text)
    tags = [
        ("DC.type", "newspaperArticle"),
        ("DC.title", article.title),
        ("DC.date", date),
        ("DC.source", outlet),
        ("DC.publisher", outlet),
        ("DC.language", article.lang or ""),
        ("DC.rights", article.rights or ""),
        *(("citation_author", name) for name in article.authors),
        ("og:type", "article"),
        ("og:title", article.title),
        ("og:description", abstract),
        ("og:site_name", outlet),
        ("og:url", absolute(site, paths.article(article.id))),
        ("article:published_time", date),
        ("article:modified_time", iso(article.updated)),
    ]
    held = (
        (name, " ".join(content.split()))
        for name, content in tags
        if not is_like_an_address(content)
    )
    return tuple((name, content) for name, content in held if content)


def is_like_an_address(words: str) -> bool:
    """Whether a text is one that a careless reader of meta tags would follow: `javascript:…`,
    `data:…`, `file:…`.
    """
    return _ACTIVE.match(_UNSEEN.sub("", words)) is not None
