"""The page of an article: its text with the quotations marked, and their cards beside it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import jinja2

from generator import cite, escape, paths
from generator.cite.article import where
from generator.escape import Html
from generator.model import Article, Backlink, Entity, Page, Quote, Reason, Relation, Span
from generator.pages import dates, marks, views
from generator.pages.archive import Archive, Said
from generator.pages.around import around
from generator.pages.jinja import fill
from generator.pages.views import Byline, Counts, Line, Notice, Tally, Text, When


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the text."""

    anchor: Html
    html: Html
    rtl: bool  # whether any of it runs right to left


@dataclass(frozen=True, slots=True)
class Card:
    """A quotation in the sidebar."""

    line: Line
    anchor: Html
    role: str
    goes_on: bool  # the same speaker as the card before, in the same paragraph
    original: Html  # its words on the publisher's own page; "" = no address of that page


@dataclass(frozen=True, slots=True)
class Because:
    """Why an article is related: its words, and between them a link to a quotation here."""

    label: str
    quote: Text
    detail: str


@dataclass(frozen=True, slots=True)
class Related:
    """A related article."""

    title: str
    url: Html
    byline: Byline
    quotes: int
    reasons: tuple[Because, ...]


@dataclass(frozen=True, slots=True)
class LinkedFrom:
    """An article that links here, with all its reasons."""

    kinds: str
    title: str
    url: Html
    note: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """One form of a reference. `file` lies beside the article's page."""

    label: str
    file: Html
    download: str  # the name under which it is saved


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """Context of article.md.j2."""

    title: str
    description: str
    headline: Html
    standfirst: Html  # "" = none
    source: str
    source_page: Html
    original: Html  # "" = no address of the publisher's page
    archived: Html
    when: When
    updated: When
    authors: str
    length: int  # words
    notices: tuple[Notice, ...]
    paragraphs: tuple[Paragraph, ...]
    withheld: bool
    cards: tuple[Card, ...]
    strokes: tuple[Html, ...]  # where each card's words stand: SVG paths, thousandths of the text across
    share: int  # per cent of the text that is attributed
    counts: Counts
    left_out: tuple[Text, ...]
    speakers: tuple[Tally, ...]
    others: tuple[Text, ...]
    organisations: tuple[Text, ...]
    places: tuple[Text, ...]
    collection: Text
    tags: tuple[str, ...]
    rights: str
    by_hand: str  # the fields that a person corrected: "authors, date"; "" = none
    file: str
    related: tuple[Related, ...]
    linked_from: tuple[LinkedFrom, ...]
    earlier: Text
    later: Text
    cite: str  # title, outlet and date, as in the citation of a quotation
    citation: str
    references: tuple[Reference, ...]
    each_quote: Html  # the page with the file of references for each quotation; "" = nobody is quoted
    head: tuple[tuple[Html, Html, str], ...]  # head tags: name, property (one may be ""), content


def article_pages(archive: Archive, env: jinja2.Environment) -> Iterator[Page]:
    """One page for each article."""
    around = neighbours(archive)
    for article in archive.articles:
        context = article_page(archive, article, *around[article.id])
        yield Page(paths.source(paths.article(article.id)), fill(env, "article.md.j2", context))


def neighbours(archive: Archive) -> dict[str, tuple[Article | None, Article | None]]:
    """The article before and after each one in time, within its collection."""
    found: dict[str, tuple[Article | None, Article | None]] = {}
    rows: dict[str, list[Article]] = {}
    for article in archive.articles:
        rows.setdefault(article.collection if article.date else f"{article.collection}\0{article.id}", []).append(
            article
        )
    for row in rows.values():
        for at, article in enumerate(row):
            found[article.id] = (row[at + 1] if at + 1 < len(row) else None, row[at - 1] if at else None)
    return found


def article_page(archive: Archive, article: Article, earlier: Article | None, later: Article | None) -> ArticlePage:
    """All that the page of an article shows."""
    here = paths.article(article.id)
    said = archive.said_in[article.id]
    withheld = archive.withheld(article)
    named = archive.named_in.get(article.id, ())
    speakers = {s.entity.id for s in said if s.entity}
    collection = archive.collections.get(article.collection)
    standfirst = article.standfirst
    citation = cite.citation(article, archive.site)
    relations = [r for r in archive.corpus.related.get(article.id, ()) if r.article in archive.stories]
    return ArticlePage(
        title=article.title,
        description=_description(article, withheld),
        headline=_headline(archive, article, withheld),
        standfirst=_block(archive, article, standfirst) if standfirst and not withheld else Html(""),
        source=article.publication or "",
        source_page=views.link(here, paths.outlet(article.publication)) if article.publication else Html(""),
        original=views.elsewhere(article.source_url),
        archived=views.elsewhere(article.archive_url),
        when=views.when(article.date, long=True),
        updated=views.when(article.updated, long=True),
        authors=", ".join(article.authors),
        length=len(article.text.split()),
        notices=views.notices(archive, here, [article]),
        paragraphs=_withheld_text(archive, article) if withheld else _text(archive, article),
        withheld=withheld,
        cards=_cards(archive, article),
        strokes=_strokes(article, said),
        share=_share(article, said),
        counts=views.counts(said),
        left_out=views.left_out(article, archive.stories[article.id].annotations.not_speech, withheld),
        speakers=_speakers(here, said),
        others=_names(here, named, ("person", "government", "group"), speakers),
        organisations=_names(here, named, ("organisation",), set()),
        places=_names(here, named, ("place",), set()),
        collection=Text(collection.title, views.link(here, paths.collection(collection.id)))
        if collection and collection.id
        else Text("", Html("")),
        tags=article.tags,
        rights=article.rights or "",
        by_hand=", ".join(name.replace("_", " ") for name in article.by_hand),
        file=article.source,
        related=tuple(_related(archive, here, r, said) for r in relations),
        linked_from=_linked_from(archive, here, article, {r.article for r in relations}),
        earlier=_neighbour(here, earlier),
        later=_neighbour(here, later),
        cite=", ".join(where(article)),
        citation=citation.formatted,
        references=_references(citation),
        each_quote=views.link(here, paths.DATA) if said else Html(""),
        head=_head(cite.head_metadata(article, archive.site)),
    )


def _head(tags: Sequence[tuple[str, str]]) -> tuple[tuple[Html, Html, str], ...]:
    """Tags that say the same share one element: Zotero reads its `name`, then no `property`; Open Graph the other."""
    found: list[tuple[Html, Html, str]] = []
    for tag, words in tags:
        name = escape.address(tag)
        same = next((at for at, held in enumerate(found) if held[2] == words and not held[1]), None)
        if ":" not in tag:
            found.append((name, Html(""), words))
        elif same is None or tag == "og:description":
            found.append((Html(""), name, words))
        else:
            found[same] = (found[same][0], name, words)
    return tuple(found)


def _references(citation: cite.Citation) -> tuple[Reference, ...]:
    """The forms that reference managers read, the best first."""
    name = citation.key.replace(":", "-")
    forms = (("CSL-JSON", "json"), ("RIS", "ris"), ("BibTeX", "bib"))
    return tuple(Reference(label, escape.address(f"cite.{end}"), f"{name}.{end}") for label, end in forms)


def _description(article: Article, withheld: bool) -> str:
    first = article.standfirst or (article.paragraphs[0] if article.paragraphs else None)
    words = "" if withheld or not first else first.of(article.text)[:200]
    if cite.is_like_an_address(words):
        return ""
    return words if len(words) < 200 else words.rsplit(" ", 1)[0] + " …"


def _quotes(archive: Archive, article: Article) -> list[tuple[int, Quote]]:
    return [(said.number, said.quote) for said in archive.said_in[article.id]]


def _block(archive: Archive, article: Article, span: Span, links: bool = True) -> Html:
    return _blocks(archive, article, (span,), links)[0]


def _blocks(archive: Archive, article: Article, spans: Sequence[Span], links: bool = True) -> list[Html]:
    """Each block with its marks; looking for them in all blocks at once keeps the cost in proportion to the text."""
    here = paths.article(article.id)
    known = archive.entities
    pairs = [
        (link.span, (link, paths.link(here, paths.entity(known[link.entity].kind, link.entity))))
        for link in archive.corpus.links.get(article.id, ())
        if links and link.entity in known
    ]
    quotes = [(part, one) for one in _quotes(archive, article) for part in one[1].parts]
    not_speech = [(one.span, one) for one in archive.stories[article.id].annotations.not_speech]
    former = archive.former.get(article.id, {})
    said, linked, other = (marks.within(spans, quotes), marks.within(spans, pairs), marks.within(spans, not_speech))
    return [marks.marked(article.text, span, said[n], linked[n], other[n], former) for n, span in enumerate(spans)]


def _headline(archive: Archive, article: Article, withheld: bool) -> Html:
    span = article.headline
    return _block(archive, article, span, links=False) if span else escape.prose(article.title)


def _text(archive: Archive, article: Article) -> tuple[Paragraph, ...]:
    return tuple(
        Paragraph(escape.address(paths.paragraph(n)), html, views.rtl(html))
        for n, html in enumerate(_blocks(archive, article, article.paragraphs), 1)
    )


def _withheld_text(archive: Archive, article: Article) -> tuple[Paragraph, ...]:
    """The quotations with a few words around them, each as a paragraph; the headline keeps its own marks."""
    blocks = [block.span for block in article.blocks if block.kind != "headline"]
    found: list[Paragraph] = []
    for said in archive.said_in[article.id]:
        for part in said.quote.parts:
            block = next((block for block in blocks if block.overlaps(part)), None)
            if block:
                html = marks.marked(article.text, part, [(said.number, said.quote)])
                html = marks.in_context(article.text, html, *around(article.text, block, part))
                anchor = escape.address(paths.paragraph(len(found) + 1))
                found.append(Paragraph(anchor, html, views.rtl(html)))
    return tuple(found)


def _cards(archive: Archive, article: Article) -> tuple[Card, ...]:
    here = paths.article(article.id)
    found: list[Card] = []
    seen: set[str] = set()
    before: Said | None = None
    for said in archive.said_in[article.id]:
        entity = said.entity
        role = _role(entity, article) if entity and entity.id not in seen else ""
        goes_on = bool(
            before and entity and before.entity == entity and before.paragraph == said.paragraph and said.paragraph
        )
        line, anchor = views.line(archive, here, said), escape.address(paths.card(said.quote.id))
        found.append(Card(line, anchor, role, goes_on, views.elsewhere(cite.text_fragment(article, said.quote))))
        seen |= {entity.id} if entity else set()
        before = said
    return tuple(found)


def _role(entity: Entity, article: Article) -> str:
    """The role that this article gives a speaker; "" when it gives none."""
    return next((role.words for role in entity.roles if role.article == article.id), "")


def _strokes(article: Article, said: tuple[Said, ...]) -> tuple[Html, ...]:
    length = max(1, len(article.text))
    return tuple(
        escape.address("".join(views.stroke(s.quote.kind, part, length) for part in s.quote.parts)) for s in said
    )


def _share(article: Article, said: tuple[Said, ...]) -> int:
    """Per cent of the text that stands in a quotation with or without a known speaker; nested ones count once."""
    covered = at = 0
    for part in sorted(part for s in said for part in s.quote.parts):
        covered += max(0, part.end - max(part.start, at))
        at = max(at, part.end)
    return round(covered / max(1, len(article.text)) * 100)


def _speakers(here: str, said: tuple[Said, ...]) -> tuple[Tally, ...]:
    count = Counter(s.entity.id if s.entity else "" for s in said)
    known = {s.entity.id: s.entity for s in said if s.entity}
    nobody = views.Who("Speaker not identified", Html(""), "")
    ranked = sorted(count.items(), key=lambda pair: (-pair[1], pair[0]))
    return views.tallies([(views.named(here, known[key]) if key else nobody, n, "") for key, n in ranked])


def _names(here: str, named: tuple[Entity, ...], kinds: tuple[str, ...], without: set[str]) -> tuple[Text, ...]:
    return tuple(
        Text(e.name, views.link(here, paths.entity(e.kind, e.id)))
        for e in named
        if e.kind in kinds and e.id not in without
    )


def _related(archive: Archive, here: str, relation: Relation, said: tuple[Said, ...]) -> Related:
    other = archive.article(relation.article)
    return Related(
        title=other.title,
        url=views.link(here, paths.article(other.id)),
        byline=views.byline(other),
        quotes=len(archive.said_in[other.id]),
        reasons=tuple(_because(reason, said) for reason in relation.reasons),
    )


def _because(reason: Reason, said: tuple[Said, ...]) -> Because:
    """A statement that both print is a quotation here, whose card leads on to its versions; the other names are
    linked beside the text, by "Who speaks" and the names."""
    mine = next((s for s in said if s.statement and s.statement.id == reason.statement), None)
    if mine is None:
        return Because(reason.label, Text("", Html("")), reason.detail)
    url = escape.address(f"#{paths.card(mine.quote.id)}")
    return Because("Both print", Text(f"quote {mine.number}", url), reason.detail)


def _linked_from(archive: Archive, here: str, article: Article, related: set[str]) -> tuple[LinkedFrom, ...]:
    """Each article once; not one that does no more than print the same statement and stands among the related ones."""
    found: dict[str, list[Backlink]] = {}
    for backlink in archive.corpus.backlinks.get(article.id, ()):
        if backlink.article in archive.stories and not (backlink.statement and backlink.article in related):
            found.setdefault(backlink.article, []).append(backlink)
    return tuple(_backlink(archive, here, links) for links in found.values())


def _backlink(archive: Archive, here: str, links: list[Backlink]) -> LinkedFrom:
    other = archive.article(links[0].article)
    # the same statement's words stand on this page, and word by word in the comparison
    shown = [link.sentence for link in links if not link.statement and not archive.withheld(other)]
    return LinkedFrom(
        kinds=", ".join(dict.fromkeys(link.why for link in links)).capitalize(),
        title=other.title,
        url=views.link(here, paths.article(other.id)),
        note=", ".join(filter(None, (other.publication, dates.short(other.date)))),
        sentences=tuple(dict.fromkeys(filter(None, shown))),
    )


def _neighbour(here: str, article: Article | None) -> Text:
    if article is None:
        return Text("", Html(""))
    return Text(article.title, views.link(here, paths.article(article.id)), dates.short(article.date))
