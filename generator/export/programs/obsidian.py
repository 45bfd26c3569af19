"""Notes for Obsidian (https://help.obsidian.md): one for each article and each person or body that
speaks. A quotation is a callout with a block id, so that other notes can link to it and embed it:
`![[Articles/bridge#^q-16230bb2]]`.
"""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from generator import cite, paths
from generator.config import Site
from generator.export import rows
from generator.model import Article, Block, Corpus, Entity, Page, Quote, QuoteRef, Story, band

# What Obsidian reads as markup: CommonMark's marks (2.4: a backslash before a mark of ASCII makes it
# a letter), its own `[[`, `%%`, `==`, `#tag`, `^id`, `$` and `|`; an entity; "://" and "::"
_MARKUP: Final = re.compile(r"""[\\`*_{}\[\]<>#|~=%$^]|&(?=[#\w])|:(?=:|//)|(?<=www)\.""")
_FIRST: Final = re.compile(r"[-+.)](?=\s|$|-|\+)")  # opens a list or a line, at the start alone
_LISTED: Final = re.compile(r"(\d{1,9})([.)])(?=\s|$)")
_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|#^\[\]\x00-\x1f]+')  # of files, and in links
_LONGEST: Final = 120  # characters of a file's name
WRITTEN: Final = (
    "%% Written by Florilegium. The next export writes it anew: keep your own words in another "
    "note, and link to this one. %%"
)


def obsidian(corpus: Corpus, site: Site) -> Iterator[Page]:
    """`Articles/<address>.md` and `People/<name>.md`, for a folder of its own in a vault."""
    about = rows.known(corpus, site)
    notes = _names_of_notes(corpus)
    for story in corpus.stories:
        yield Page(_article_note(story.article), _article(story, about, notes))
    stories = {story.article.id: story for story in corpus.stories}
    for entity in corpus.entities:
        if entity.said:
            yield Page(f"People/{notes[entity.id]}.md", _person(entity, stories, site))


def _names_of_notes(corpus: Corpus) -> dict[str, str]:
    """Entity.id → name of its note, no two the same for a disk that doesn't tell "A" from "a"."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for entity in corpus.entities:
        name = _NOT_IN_NAMES.sub(" ", entity.name).strip(" .")[:_LONGEST].strip() or entity.id
        if name.casefold() in taken:
            name = f"{name} ({entity.id})"
        taken.add(name.casefold())
        found[entity.id] = name
    return found


def _article_note(article: Article) -> str:
    return f"Articles/{article.id}.md"


def _article(story: Story, about: rows.Known, notes: dict[str, str]) -> str:
    article = story.article
    fields = {
        "title": article.title,
        "date": article.date,
        "authors": list(article.authors),
        "publication": article.publication,
        "source": article.source_url,
        "address": cite.permalink(about.site, paths.article(article.id)),
        "tags": [re.sub(r"[^\w/-]+", "-", tag).strip("-") for tag in article.tags],
    }
    lines = [_front_matter(fields), WRITTEN, "", f"# {_plain(article.title)}", ""]
    callouts = defaultdict[Block | None, list[str]](list)
    for quote in story.annotations.quotes:
        place = article.place_of(quote.parts[0])
        callouts[place[0] if place else None].append(_callout(story, quote, about, notes))
    for block in article.blocks:
        if block.kind != "headline":
            words = _plain(block.span.of(article.text))
            lines += [f"*{words}*" if block.kind == "standfirst" and words else words, ""]
        for callout in callouts[block]:
            lines += [callout, ""]
    return "\n".join(lines)


def _callout(story: Story, quote: Quote, about: rows.Known, notes: dict[str, str]) -> str:
    """`> [!quote] [[People/Ada Lee|Ada Lee]] · said · high`, the words below it, and its id."""
    text = story.article.text
    ref = QuoteRef(story.article.id, quote.id)
    speaker = about.speaker(ref)
    told = [speaker, *about.others(ref)] if speaker else []
    who = " and ".join(f"[[People/{notes[one.id]}|{_label(one.name)}]]" for one in told)
    who = who or "Nobody named"
    cue = quote.cue.of(text) if quote.cue else ""
    head = " · ".join(filter(None, (who, _plain(cue), quote.kind, band(quote.confidence))))
    words = _plain(quote.told(text))
    return f"> [!quote] {head}\n> {words}\n> ^{quote.id}"


def _person(entity: Entity, stories: dict[str, Story], site: Site) -> str:
    section = paths.entity(entity.kind, entity.id)
    fields = {
        "title": entity.name,
        "kind": entity.kind,
        "aliases": sorted({alias.words for alias in entity.aliases} - {entity.name}),
        "address": cite.permalink(site, section),
    }
    lines = [_front_matter(fields), WRITTEN, "", f"# {_plain(entity.name)}", ""]
    for ref in entity.said:
        article = stories[ref.article].article
        when = f" ({article.date})" if article.date else ""
        note = _article_note(article).removesuffix(".md")
        lines += [
            f"[[{note}|{_label(article.title)}]]{when}",
            "",
            f"![[{note}#^{ref.quote}]]",
            "",
        ]
    return "\n".join(lines)


def _front_matter(fields: Mapping[str, object]) -> str:
    """Strings and lists of strings in double quotes, as YAML and JSON both write them."""
    lines = [f"{name}: {_quoted(value)}" for name, value in fields.items() if value]
    return "\n".join(["---", *lines, "---"])


def _quoted(value: object) -> str:
    words = json.dumps(value, ensure_ascii=False)
    return words if words.isprintable() else json.dumps(value)


def _plain(words: str) -> str:
    """Words as one line of Markdown that shows exactly them."""
    line = _MARKUP.sub(r"\\\g<0>", " ".join(rows.plain(words).split()))
    if _FIRST.match(line):
        return f"\\{line}"
    return _LISTED.sub(r"\1\\\2", line, count=1) if _LISTED.match(line) else line


def _label(words: str) -> str:
    """Words shown for a link, in which Obsidian knows no escape: brackets and bars go."""
    return " ".join(re.sub(r"[\[\]|#^\\]", " ", rows.plain(words)).split())
