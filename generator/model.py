"""Every type that crosses a stage. Standard library only; all values are frozen.

Offsets everywhere are Python string indices into `Article.text`, end exclusive.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final, Literal

Kind = Literal["direct", "mixed", "indirect"]
EntityKind = Literal["person", "organisation", "government", "group", "place"]
BlockKind = Literal["headline", "standfirst", "paragraph"]
# what the speaker does to the words; only what is said is a claim of the speaker's own
Stance = Literal["says", "denies", "asks", "expected"]
_HEAD: Final = 10  # headline and standfirst stand among so many of an article's first blocks
Band = Literal["high", "medium", "low"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a person should look at. Never raised; it rides in the value it concerns."""

    where: str  # "seeds/a.md:3": path as the user knows it, then the line (1-based) if one is known
    what: str  # the fact, one sentence without a full stop
    hint: str = ""  # the remedy
    # an entry for `names:` of seeds/corrections.yml that would settle it; "" = there is none
    paste: str = ""
    # True = worth knowing, but nothing is wrong: listed by `check`, never fails a strict build
    note: bool = False

    def __str__(self) -> str:
        """One line. What a terminal would act on, or can't show, is escaped: the facts hold words
        of articles.
        """
        line = f"{self.where}: {self.what}" + (f" — {self.hint}" if self.hint else "")
        return line if line.isprintable() else "".join(map(_shown, line))


def _shown(character: str) -> str:
    return (
        character if character.isprintable() else character.encode("unicode_escape").decode("ascii")
    )


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch of `Article.text`, in Python characters, never bytes."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words themselves."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """Whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Block:
    """A headline, standfirst or paragraph: what the page shows as one block, without its
    newline.
    """

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Article:
    """One seed, read. `text` is final: every later offset refers to it.

    `text` holds headline and standfirst as well as the paragraphs, since quotations stand there
    too; `blocks` covers everything of it that is shown, in order, disjoint.
    """

    id: str  # permanent address on the site: "collection/slug" or "slug"; never made from the title
    source: str  # the file, relative to seeds/, "/"-separated
    title: str  # one line; the file's name when it has no headline
    text: str
    blocks: tuple[Block, ...]
    collection: str = ""  # folder under seeds/, "/"-separated; "" = seeds/ itself
    line: int = 1  # line of `source` (1-based) where the paragraphs start
    date: str | None = None  # ISO 8601: "2042", "2042-03" or "2042-03-12"; None = undated
    date_from: str = ""  # "front matter", "file name", "dateline", "corrections"; "" with date None
    updated: str | None = None  # ISO 8601
    authors: tuple[str, ...] = ()
    publication: str | None = None
    source_url: str | None = None  # http(s) only
    archive_url: str | None = None  # http(s) only
    accessed: str | None = None  # ISO 8601
    tags: tuple[str, ...] = ()
    lang: str | None = None  # BCP 47; None = not stated
    rights: str | None = None
    publish: Literal["full", "quotes"] = "full"  # "quotes": the full text may not be republished
    redirect_from: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    by_hand: tuple[str, ...] = ()  # names of the fields that corrections.yml has set, sorted

    @property
    def headline(self) -> Span | None:
        """Where the headline stands in `text`; None if the title is not part of it."""
        return next((b.span for b in self.blocks[:_HEAD] if b.kind == "headline"), None)

    @property
    def standfirst(self) -> Span | None:
        """Where the standfirst stands in `text`; None if there is none."""
        return next((b.span for b in self.blocks[:_HEAD] if b.kind == "standfirst"), None)

    @property
    def paragraphs(self) -> tuple[Span, ...]:
        """The paragraphs of the body."""
        return tuple(b.span for b in self.blocks if b.kind == "paragraph")

    def place_of(self, span: Span) -> tuple[Block, int] | None:
        """(the first block that overlaps a span, how many paragraphs there are up to it); None = it
        lies in no block.

        In logarithmic time: an article may have 20,000 blocks, and as many quotations are asked
        for.
        """
        first = max(
            0, bisect_right(self.blocks, span.start, key=lambda block: block.span.start) - 1
        )
        for number in range(first, min(first + 2, len(self.blocks))):
            if self.blocks[number].span.overlaps(span):
                heads = sum(
                    block.kind != "paragraph" for block in self.blocks[: min(number + 1, _HEAD)]
                )
                return self.blocks[number], number + 1 - heads
        return None


@dataclass(frozen=True, slots=True)
class Collection:
    """A folder of seeds."""

    id: str  # folder under seeds/, "/"-separated
    title: str
    description: str = ""
    # shown on every page of the collection, such as "The people here are invented."
    notice: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class HandWritten:
    """A page written by the site's owner (`layout: page`), passed through as Markdown."""

    id: str  # address on the site
    source: str
    title: str
    markdown: str


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read from seeds/, sorted by `id`."""

    articles: tuple[Article, ...] = ()
    pages: tuple[HandWritten, ...] = ()
    collections: tuple[Collection, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in the text that names someone."""

    span: Span
    # "Dmitry Polyansky", "Polyansky"/"Mr Polyansky", "the deputy envoy"
    form: Literal["full", "short", "role"]


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation, government or place of one article."""

    label: str  # the fullest form, unique within its article
    kind: EntityKind
    # in text order, never pronouns; () when only a person's correction names them
    mentions: tuple[Mention, ...]
    # the words by which the reporter gives a role: "Moscow’s deputy envoy to the UN"
    roles: tuple[Span, ...] = ()
    # words that give one in a quotation, a reported clause or a belief: nobody's role,
    claimed: tuple[Span, ...] = ()
    # but they may tell who "the envoy" is in this article
    gender: Literal["f", "m"] | None = (
        None  # of a person, by honorific ("Ms"), role or first name; None = they say nothing
    )


@dataclass(frozen=True, slots=True)
class Quote:
    """One statement by one speaker, with the evidence for it."""

    id: str  # "q-" and a short hash of the words; see `quote_id`
    kind: Kind
    parts: tuple[Span, ...]  # 1+, in text order, disjoint; 2+ when "he said" interrupts it
    cue: Span | None = None  # "said", "according to"; None = no cue stands in the text
    printed: Span | None = None  # the speaker as the text has it: "the diplomat", "he"
    # label of a `Name` of the same article; None = unknown, never a guess
    speaker: str | None = None
    rule: str = ""  # name of the rule that found it
    speaker_rule: str = ""  # name of the rule that attributed it
    confidence: float = 0.0  # probability, 0 to 1, that span and speaker are both right
    # "checked" = found so, and a person agrees
    by: Literal["machine", "human", "checked"] = "machine"
    note: str = ""  # why one should doubt it, one plain sentence; "" = nothing to say
    # "denies": the words are what the speaker holds to be false; show the cue with them
    stance: Stance = "says"

    def words(self, text: str) -> str:
        """The quotation as one line: its parts joined by a space and an ellipsis."""
        return " … ".join(part.of(text) for part in self.parts)

    def label(self, text: str) -> str:
        """The verb that must go with the words wherever they are shown, since they are not simply
        said: "denied".

        "" = they are said: the words may stand alone.
        """
        if self.stance == "says":
            return ""
        return " ".join(self.cue.of(text).split()) if self.cue else self.stance

    def told(self, text: str) -> str:
        """The words for a line of plain text, with their label: "denied: that the weir was
        unsafe".
        """
        label = self.label(text)
        return f"{label}: {self.words(text)}" if label else self.words(text)


@dataclass(frozen=True, slots=True)
class NotSpeech:
    """Words in quotation marks that nobody said."""

    span: Span
    reason: Literal["scare quote", "title", "term", "nickname", "motto", "sign", "by hand"]


@dataclass(frozen=True, slots=True)
class Annotations:
    """What was found in one article. Quotes in text order of their first part."""

    names: tuple[Name, ...] = ()
    quotes: tuple[Quote, ...] = ()
    not_speech: tuple[NotSpeech, ...] = ()
    problems: tuple[Problem, ...] = ()
    # quotations found, but more likely wrong than right, and so not among `quotes`
    left_out: int = 0
    lang: str = "en"  # BCP 47, as stated or told; in what isn't English nothing is looked for


@dataclass(frozen=True, slots=True)
class Story:
    """An article with what was found in it."""

    article: Article
    annotations: Annotations


@dataclass(frozen=True, slots=True)
class NameCorrection:
    """What a person says about one name, from `names:` of seeds/corrections.yml. Each field wins on
    its own.
    """

    where: str  # "seeds/corrections.yml:12"
    name: str  # the name that the site shall show, or the one that it shows now
    also: tuple[str, ...] = ()  # other spellings and names of the same one: merged into `name`
    rename: str | None = None  # None = keep the name
    kind: EntityKind | None = None  # None = as the machine says
    roles: tuple[str, ...] | None = None  # None = as the machine says; () = none
    # roles that the articles give and that are wrong; the others stay
    not_roles: tuple[str, ...] = ()
    not_a_name: bool = False  # True = nobody: no page, no links
    # split: the mentions in these articles (ids) are this one, all others are not
    only_in: tuple[str, ...] = ()
    # the name that the one in all other articles shall have; None = the same name
    elsewhere: str | None = None
    # names that look alike and are others: never merged, no longer listed as likely
    apart_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SubjectCorrection:
    """A subject that a person declares, from `subjects:` of seeds/corrections.yml."""

    where: str  # "seeds/corrections.yml:12"
    name: str  # "Carbon tax"
    # of quotations, without regard to capitals: "carbon tax", "emission*" (any ending)
    words: tuple[str, ...] = ()
    not_: tuple[str, ...] = ()  # what stands inside such words is not meant: "syntax tax"
    tags: tuple[str, ...] = ()  # articles with one of these tags are listed apart
    under: str | None = None  # the name of the broader subject
    was: tuple[str, ...] = ()  # former names: their addresses lead here
    iptc: str = ""  # a code of the IPTC's Media Topics: "20000424"; "" = none
    not_a_subject: bool = False  # True = never proposed, never published


@dataclass(frozen=True, slots=True, order=True)
class QuoteRef:
    """A quotation anywhere in the corpus."""

    article: str  # Article.id
    quote: str  # Quote.id


@dataclass(frozen=True, slots=True)
class SaidOfStatements:
    """What people said of statements, from `statements:` of the corrections."""

    same: tuple[tuple[QuoteRef, QuoteRef], ...] = ()  # one statement, whatever the rules say
    apart: frozenset[tuple[QuoteRef, QuoteRef]] = frozenset()  # sorted pairs that are never one


@dataclass(frozen=True, slots=True)
class Role:
    """Words that gave somebody a role, and where."""

    words: str
    article: str  # Article.id
    span: Span
    date: str | None  # of the article
    articles: int = 1  # how many give it
    title: bool = False  # whether any has it right before the name: "Senator Paul Brandt"


@dataclass(frozen=True, slots=True)
class Alias:
    """A form of a name that the articles use."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Why:
    """Why a form of a name was taken for an entity's."""

    kind: str  # of `corpus.claims.ClaimKind`: "family name", "acronym", "by hand"
    words: str  # the form: "Varnholt"
    articles: int  # in how many articles it stands so


@dataclass(frozen=True, slots=True)
class Entity:
    """One real person, organisation, government or place across the corpus."""

    id: str  # slug, unique over all entities, stable while the name is
    name: str
    kind: EntityKind
    sort: str  # "Polyansky, Dmitry"
    aliases: tuple[Alias, ...] = ()  # as printed, most frequent first, then by words
    roles: tuple[Role, ...] = ()  # oldest first
    said: tuple[QuoteRef, ...] = ()  # by date of the article, then in text order
    appears_in: tuple[str, ...] = ()  # Article.ids, by date
    by: Literal["machine", "human"] = "machine"
    # why forms with other letters than the name's are this one, commonest first
    why: tuple[Why, ...] = ()


@dataclass(frozen=True, slots=True)
class Presence:
    """How often somebody is in the corpus: the numbers that every page, list and data file
    shows.
    """

    quotes: int
    quoted_in: int  # articles that quote it
    articles: int  # articles that quote or name it

    @property
    def only_named_in(self) -> int:
        """Articles that name it and don't quote it."""
        return self.articles - self.quoted_in


def presence(entity: Entity) -> Presence:
    """Count an entity's quotations and articles: 81 quotes in 25 articles, named in 59 more."""
    quoted = {ref.article for ref in entity.said}
    return Presence(len(entity.said), len(quoted), len(quoted | set(entity.appears_in)))


@dataclass(frozen=True, slots=True)
class Reason:
    """Why two articles are related, in words for the reader."""

    kind: Literal["same", "speaker", "about", "words"]
    label: str  # "Ilse Varnholt"
    detail: str = ""  # "2 of 26 articles quote her"
    entity: str | None = None  # Entity.id to link to
    statement: str | None = None  # Statement.id to link to


@dataclass(frozen=True, slots=True)
class Relation:
    """One entry of an article's "related" list."""

    article: str  # Article.id of the other one
    score: float  # 0 to 1
    reasons: tuple[Reason, ...]  # 1+


@dataclass(frozen=True, slots=True)
class Link:
    """The first mention of a known name in an article: it links to the entity's page."""

    span: Span
    entity: str  # Entity.id


@dataclass(frozen=True, slots=True)
class Backlink:
    """A place in another article that points to this one, with the sentence around it."""

    article: str  # Article.id of the article that mentions
    sentence: str
    # "same statement", "names the article", "links to the article", "another version of this text"
    why: str
    quote: str | None = None  # Quote.id in that article, when it is about a quotation
    statement: str | None = None  # Statement.id, when the two share one


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of words in a comparison, verbatim with its spaces.

    Those that are not "missing here" make up the version's words exactly when joined; the missing
    ones are the base's.
    """

    kind: Literal["same", "only here", "missing here"]
    words: str


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a statement, compared with the base version."""

    quote: QuoteRef
    label: str  # tells it from the other versions: "Eddermoor Courier", "standfirst", "paragraph 5"
    alike: int  # percent of words that are the same in both, in the same order; 100 for the base
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A place of the word-by-word table: what each version has there."""

    same: bool  # every version has the same words, but for case and punctuation
    readings: tuple[str, ...]  # one for each version; "" = not in this version


@dataclass(frozen=True, slots=True)
class Statement:
    """The same statement by the same speaker in 2+ quotations."""

    id: str  # slug, stable while its oldest version is there
    # Entity.id of the speaker, unknown in some versions perhaps; None = unknown in all of them
    entity: str | None
    title: str  # the first telling words of its oldest version
    versions: tuple[QuoteRef, ...]  # oldest first
    base: QuoteRef | None = None  # the fullest version, with which the others are compared
    compared: tuple[Version, ...] = ()  # one for each of `versions`, in their order
    # word by word; () when there are too many versions for a table
    columns: tuple[Column, ...] = ()
    findings: tuple[str, ...] = ()  # what the alignment proves, in plain sentences


@dataclass(frozen=True, slots=True)
class Subject:
    """What quotations are about: those that use its words, and apart, the articles tagged so."""

    id: str  # slug of the name, unique
    name: str
    words: tuple[str, ...]  # as declared
    # quotations that use its words, by article id, then in text order, with where in
    # `Article.text` the words stand
    said: tuple[tuple[QuoteRef, tuple[Span, ...]], ...] = ()
    # ids of articles with one of its tags in which no quotation uses its words
    tagged: tuple[str, ...] = ()
    under: str | None = None  # Subject.id of the broader one
    was: tuple[str, ...] = ()  # former names
    iptc: str = ""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The whole of it, sorted everywhere: the same seeds give the same value."""

    stories: tuple[Story, ...] = ()  # by Article.id
    entities: tuple[Entity, ...] = ()  # by id
    # who said it: Entity.id; absent = unknown
    speakers: dict[QuoteRef, str] = field(default_factory=dict)
    links: dict[str, tuple[Link, ...]] = field(default_factory=dict)  # by Article.id, in text order
    # by Article.id, best first
    related: dict[str, tuple[Relation, ...]] = field(default_factory=dict)
    backlinks: dict[str, tuple[Backlink, ...]] = field(default_factory=dict)  # by Article.id
    statements: tuple[Statement, ...] = ()  # by id
    # by Article.id: whom each of its names means, in their order; "" = nobody who has a page
    bearers_in: dict[str, tuple[str, ...]] = field(default_factory=dict)
    # why, in the same order: a `Why.kind`; "" = the name itself says so
    whys_in: dict[str, tuple[str, ...]] = field(default_factory=dict)
    subjects: tuple[Subject, ...] = ()  # by name
    pages: tuple[HandWritten, ...] = ()
    collections: tuple[Collection, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def bearers(self) -> dict[tuple[str, str], str]:
        """(Article.id, Name.label) → Entity.id, of the names that mean somebody who has a page."""
        return {
            (story.article.id, name.label): entity
            for story in self.stories
            for name, entity in zip(
                story.annotations.names, self.bearers_in.get(story.article.id, ())
            )
            if entity
        }


@dataclass(frozen=True, slots=True)
class Page:
    """A file of the generated folder."""

    path: str  # relative, "/"-separated
    text: str | bytes  # bytes only for files that are not text, such as a database


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file of the site, as the Data page lists it."""

    name: str  # "quotes.csv", "quotes-0001.csv"; below data/
    what: str  # one sentence
    size: int  # bytes
    rows: int  # records in it


@dataclass(frozen=True, slots=True)
class DataColumn:
    """A column of a table, as the Data page explains it."""

    table: str  # "quotes"
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class DataExample:
    """A few lines to copy from the Data page."""

    title: str
    language: Literal["python", "r", "sql", "bash"]
    code: str


@dataclass(frozen=True, slots=True)
class DataPage:
    """What the Data page says; all plain text."""

    files: tuple[DataFile, ...]
    columns: tuple[DataColumn, ...]
    examples: tuple[DataExample, ...]  # Python, R, sqlite3
    queries: tuple[DataExample, ...]  # of the SQLite file
    licence: str  # one sentence
    notes: tuple[str, ...]  # offsets, CSV cells, what is withheld
    feeds: tuple[tuple[str, str], ...]  # (title, URL from `paths`)
    json_ld: str  # schema.org Dataset, safe inside a script element


def normal_words(words: str) -> str:
    """Words reduced to what makes them the same words: lower case, no accents, marks or spacing.

    Used for addresses and matching, never for display.
    """
    plain = words.casefold()
    if not plain.isascii():
        plain = "".join(
            c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c)
        )
    return " ".join(re.findall(r"[^\W_]+", plain))


def quote_id(words: str, taken: frozenset[str] | set[str] = frozenset()) -> str:
    """A quotation's permanent id, from its words and not from its position.

    Dropping one quotation renumbers no other. The same words twice in one article get "b", "c", …
    behind the hash, in text order; pass the ids already given as `taken`.
    """
    digest = hashlib.sha256(normal_words(words).encode()).hexdigest()[:8]
    for letter in ("", *"bcdefghijklmnopqrstuvwxyz"):
        if f"q-{digest}{letter}" not in taken:
            return f"q-{digest}{letter}"
    count = sum(1 for other in taken if other.startswith(f"q-{digest}"))
    return f"q-{digest}z{count}"


HIGH: Final = 0.86  # least confidence of the bands
MEDIUM: Final = 0.6
LEAST: Final = 0.3  # what is less likely is not taken for a quotation; of those 5 of 6 are wrong


def band(confidence: float) -> Band:
    """The band that pages show: see docs of `annotate/confidence.py` for where the cuts come
    from.
    """
    if confidence >= HIGH:
        return "high"
    return "medium" if confidence >= MEDIUM else "low"
