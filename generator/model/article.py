"""One article and what is found in it. All values are frozen.

Offsets everywhere are Python string indices into `Article.text`, end exclusive.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final, Literal

from generator.model.letters import normal_words

Kind = Literal["direct", "mixed", "indirect"]


EntityKind = Literal["person", "organisation", "government", "group", "place"]


BlockKind = Literal["headline", "standfirst", "paragraph"]


# what an article is: told by its layout, or said by a person. turns: who speaks stands before the
# words (interview, hearing, chat); questions: questions with their answers; live: paragraphs with
# times of day; statement: one person's words in full; fiction: nobody said them
DocumentKind = Literal["narrative", "turns", "questions", "live", "statement", "fiction"]


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
    document: DocumentKind | None = None  # None = not stated: its layout tells
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
    # labels of those who said it together with `speaker`, as a person gave them
    others: tuple[str, ...] = ()

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
    document: DocumentKind = "narrative"  # as stated or told: how it was read


@dataclass(frozen=True, slots=True)
class Story:
    """An article with what was found in it."""

    article: Article
    annotations: Annotations


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


HIGH: Final = 0.83  # least confidence of the bands


MEDIUM: Final = 0.6


LEAST: Final = 0.3  # what is less likely is not taken for a quotation; of those 5 of 6 are wrong


def band(confidence: float) -> Band:
    """The band that pages show: see docs of `annotate/confidence.py` for where the cuts come
    from.
    """
    if confidence >= HIGH:
        return "high"
    return "medium" if confidence >= MEDIUM else "low"
