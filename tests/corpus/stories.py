"""Tiny stories from marked text, so that each test shows its whole input.

{Dmitry Polyansky}                      names a person
{Polyansky=Dmitry Polyansky}            … by another form; "the envoy" is a role form
{org:NATO}  {gov:Moscow}  {group:…}  {place:Ukraine}
<the envoy to the UN=Dmitry Polyansky>  words that give a role
[Dmitry Polyansky: “Words.”]            a quotation and its speaker; "?" = unknown
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from generator.corpus import link
from generator.model import (
    Annotations,
    Article,
    Block,
    Corpus,
    EntityKind,
    Mention,
    Name,
    NameCorrection,
    Quote,
    Reading,
    Span,
    Story,
    quote_id,
)

KINDS: dict[str, EntityKind] = {
    "org": "organisation",
    "gov": "government",
    "group": "group",
    "place": "place",
}
MARK = re.compile(
    r"\{(?:(org|gov|group|place):)?([^{}=]+)(?:=([^{}]+))?\}|<([^<>=]+)=([^<>]+)>|\[([^\]:]+): |\]"
)


def story(
    id: str,
    *paragraphs: str,
    title: str = "",
    standfirst: str = "",
    genders: dict[str, Literal["f", "m"]] | None = None,
    **fields: object,
) -> Story:
    """A story with the marked title, standfirst and paragraphs; other fields are `Article`'s.

    `genders`: what its article says of a person, by label.
    """
    kinds: dict[str, EntityKind] = {}
    mentions: dict[str, list[Mention]] = {}
    roles: dict[str, list[Span]] = {}
    quotes: list[Quote] = []
    blocks: list[Block] = []
    text = ""
    for kind, marked in [
        ("headline", title),
        ("standfirst", standfirst),
        *(("paragraph", p) for p in paragraphs),
    ]:
        if not marked:
            continue
        start, at, open_quote = len(text), 0, ("", 0)
        for mark in MARK.finditer(marked):
            text += marked[at : mark.start()]
            at = mark.end()
            prefix, form, label, role, bearer, speaker = mark.groups()
            if form:
                kinds.setdefault(label or form, KINDS.get(prefix, "person"))
                full = form == (label or form)
                shape = "full" if full else "role" if form[:4].lower() == "the " else "short"
                span = Span(len(text), len(text) + len(form))
                mentions.setdefault(label or form, []).append(Mention(span, shape))  # type: ignore[arg-type]
                text += form
            elif role:
                roles.setdefault(bearer, []).append(Span(len(text), len(text) + len(role)))
                text += role
            elif speaker:
                open_quote = (speaker, len(text))
            else:
                who, begin = open_quote
                words = Span(begin, len(text))
                taken = {quote.id for quote in quotes}
                kind_of = (
                    "direct"
                    if words.of(text).startswith("“") and words.of(text).endswith("”")
                    else "mixed"
                )
                quotes.append(
                    Quote(
                        quote_id(words.of(text), taken),
                        kind_of if "“" in words.of(text) else "indirect",  # type: ignore[arg-type]
                        (words,),
                        speaker=None if who == "?" else who,
                    )
                )
                if who != "?":
                    mentions.setdefault(who, [])
        text += marked[at:]
        blocks.append(Block(kind, Span(start, len(text))))  # type: ignore[arg-type]
        text += "\n"
    names = tuple(
        Name(
            label,
            kinds.get(label, "person"),
            tuple(sorted(places, key=lambda m: m.span)),
            tuple(roles.get(label, ())),
            gender=(genders or {}).get(label),
        )
        for label, places in mentions.items()
    )
    headline = blocks[0].span.of(text) if title else id
    article = Article(id, f"{id}.txt", headline, text, tuple(blocks))
    return Story(replace(article, **fields), Annotations(names, tuple(quotes)))  # type: ignore[arg-type]


def corpus(*stories: Story, names: tuple[NameCorrection, ...] = ()) -> Corpus:
    """The stories, linked."""
    return link(stories, Reading(tuple(s.article for s in stories)), names)


def entity_names(linked: Corpus) -> list[str]:
    """The names of all entities, sorted."""
    return sorted(entity.name for entity in linked.entities)
