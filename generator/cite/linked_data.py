"""schema.org: an article and the quotations in it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from generator import paths
from generator.cite.article import absolute, withheld
from generator.cite.authors import author
from generator.cite.dates import iso
from generator.config import Site
from generator.model import Article, Entity, EntityKind, Kind, Quote, Stance, Story, Subject

_SAID: Final[dict[Kind, str]] = {
    "direct": "",  # what a Quotation is, if nothing else is said
    "mixed": "Partly the speaker’s own words",
    "indirect": "Reported speech, not the speaker’s own words",
}
_NOT_SAID: Final[dict[Stance, str]] = {
    "says": "",
    "denies": "Denied by the speaker, who does not claim it",
    "asks": "Asked by the speaker, who does not claim it",
    "expected": "Expected of the speaker, who has not said it",
}
_TYPE: Final[dict[EntityKind, str]] = {
    "person": "Person",
    "organisation": "Organization",
    "government": "GovernmentOrganization",
    "group": "Organization",
    "place": "Organization",  # a place that says something is its government
}
# What could end a script element or a line of one; the escapes are JSON's own
NOBODY: Final[Mapping[str, Sequence[Entity]]] = MappingProxyType({})
_UNSAFE: Final = re.compile("[<>&\u2028\u2029\ud800-\udfff]")


MEDIA_TOPIC: Final = "http://cv.iptc.org/newscodes/mediatopic/"  # an identifier, never fetched


def json_ld(
    story: Story,
    speakers: Mapping[str, Entity],
    site: Site,
    others: Mapping[str, Sequence[Entity]] = NOBODY,
    subjects: Sequence[Subject] = (),
) -> str:
    """The content of a script element of type application/ld+json: it can't end the element.

    What lies on this site is named relative to the article's page (`@base`), which is the shortest
    form. `speakers`: who said it, by Quote.id of this story; absent = not known, and then nobody is
    named. `others`: who said it together with that speaker. `subjects`: what its quotations are
    about, as the site's owner declares it.
    """
    article = story.article
    here = absolute(site, paths.article(article.id))
    value: dict[str, Any] = {
        "@context": ["https://schema.org", {"@base": here}] if here else "https://schema.org",
        "@type": "NewsArticle",
        "@id": here or "./",
        "url": here,
        "headline": article.title,
        "description": _description(article, site),
        "datePublished": iso(article.date),
        "dateModified": iso(article.updated),
        "author": [_author(name) for name in article.authors if name.strip()],
        "publisher": {"@type": "Organization", "name": article.publication}
        if article.publication
        else None,
        "isBasedOn": article.source_url,
        "archivedAt": article.archive_url,
        "keywords": list(article.tags),
        "about": [_subject(subject, site) for subject in subjects],
        "inLanguage": article.lang,
        **_rights(article.rights),
        "hasPart": _quotations(story, speakers, site, others),
    }
    return script_json(_known(value))


def _subject(subject: Subject, site: Site) -> dict[str, Any]:
    """A heading of the site, with the IPTC's code for it where the owner gives one."""
    return _known(
        {
            "@type": "DefinedTerm",
            "name": subject.name,
            "url": absolute(site, paths.subject(subject.id)),
            "termCode": subject.iptc,
            "sameAs": MEDIA_TOPIC + subject.iptc if subject.iptc else None,
        }
    )


def script_json(value: Any) -> str:
    """JSON that can't end the script element it stands in."""
    held = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", held)


def _quotations(
    story: Story,
    speakers: Mapping[str, Entity],
    site: Site,
    others: Mapping[str, Sequence[Entity]],
) -> list[dict[str, Any]]:
    """Each quotation; a speaker is described the first time, and then referred to where there is an
    address for it.
    """
    described: set[str] = set()
    found = []
    for quote in story.annotations.quotes:
        speaker = speakers.get(quote.id)
        here = paths.article(story.article.id)
        said = [speaker, *others.get(quote.id, ())] if speaker else []
        who = [_speaker(one, here, site, described) for one in said]
        found.append(
            _quotation(story.article, quote, who if len(who) > 1 else who[0] if who else None)
        )
    return found


def _quotation(
    article: Article, quote: Quote, speaker: dict[str, Any] | list[dict[str, Any]] | None
) -> dict[str, Any]:
    """A Quotation; what somebody denies or asks is none: a work that mentions them, with the verb
    in its text.
    """
    if quote.stance != "says":
        return _known(
            {
                "@type": "CreativeWork",
                "@id": f"#{quote.id}",
                "text": quote.told(article.text),
                "disambiguatingDescription": _NOT_SAID[quote.stance],
                "mentions": speaker,
            }
        )
    return _known(
        {
            "@type": "Quotation",
            "@id": f"#{quote.id}",
            "text": quote.words(article.text),
            "disambiguatingDescription": _SAID[quote.kind],
            "spokenByCharacter": speaker,
        }
    )


def _speaker(entity: Entity, here: str, site: Site, described: set[str]) -> dict[str, Any]:
    url = paths.link(here, paths.entity(entity.kind, entity.id)) if site.url else ""
    if url in described:
        return {"@id": url}
    described |= {url} if url else set()
    return _known({"@type": _TYPE[entity.kind], "@id": url, "name": entity.name})


def _author(name: str) -> dict[str, str]:
    return {"@type": "Person" if author(name).person else "Organization", "name": name}


def _description(article: Article, site: Site) -> str:
    return (
        ""
        if withheld(article, site) or not article.standfirst
        else article.standfirst.of(article.text)
    )


def _rights(rights: str | None) -> dict[str, str]:
    """`license` takes an address; other words about rights are a notice."""
    if not rights:
        return {}
    return {"license" if rights.startswith(("https://", "http://")) else "copyrightNotice": rights}


def _known(value: dict[str, Any]) -> dict[str, Any]:
    return {key: held for key, held in value.items() if held}
