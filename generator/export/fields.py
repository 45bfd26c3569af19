"""What each column of the data files means: for CSV, SQLite, the descriptor and the Data page
alike.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from generator.model import HIGH, MEDIUM


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a CSV file."""

    name: str
    type: Literal["string", "integer", "number"]
    what: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the name of its files and its columns."""

    name: str
    what: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    references: tuple[tuple[str, str], ...] = ()  # column → table of which it is the `id`


def _s(name: str, what: str, required: bool = False) -> Column:
    return Column(name, "string", what, required)


def _i(name: str, what: str) -> Column:
    return Column(name, "integer", what, True)


ARTICLES: Final = Table(
    "articles",
    "One row an article. The JSON Lines file has its text as well, where the text may be published.",
    ("id",),
    (
        _s("id", "Permanent id: the article's address below articles/", True),
        _s("title", "Headline", True),
        _s("standfirst", "The paragraph under the headline; empty where the text is withheld"),
        _s(
            "date",
            "Date of publication, ISO 8601, as exact as it is known (2042, 2042-03, 2042-03-12); empty = undated",
        ),
        _s("updated", "Date of the last change, ISO 8601"),
        _s("authors", "Names of the byline, joined by “; ”"),
        _s("publication", "Newspaper, magazine, agency or site that published it"),
        _s("url", "The article's page on this site", True),
        _s("source_url", "The publisher's own page"),
        _s("archive_url", "An archived copy"),
        _s("accessed", "When it was read at the source, ISO 8601"),
        _s("collection", "The folder it belongs to"),
        _s("tags", "Keywords, joined by “; ”"),
        _s("lang", "Language, BCP 47"),
        _s(
            "document",
            "Kind of text, told by its layout or by hand: narrative, turns (who speaks stands before the words), "
            "questions (with answers), live (a live blog), statement (in full), fiction",
            True,
        ),
        _s("rights", "Licence or notice of rights"),
        _s(
            "publish",
            "full, or quotes: only its quotations may be published, and its text is withheld",
            True,
        ),
        _i("quotes", "How many quotations were found in it"),
        _i("text_length", "Length of the text in Unicode characters"),
        _s(
            "text_sha256",
            "SHA-256 of the text in UTF-8, so that whoever has the text can check the offsets",
            True,
        ),
    ),
)
QUOTES: Final = Table(
    "quotes",
    "One row a quotation: who said what, in which words, where.",
    ("id",),
    (
        _s("id", "Permanent id: article id, #, quotation id", True),
        _s("article_id", "The article it stands in", True),
        _s(
            "quote_id",
            "The quotation's anchor on the article's page; made from its words, not from its position",
            True,
        ),
        _s("kind", "direct (the speaker's words), mixed (partly), indirect (reported)", True),
        _s(
            "text",
            "The words as printed; the parts of an interrupted quotation are joined by “ … ”",
            True,
        ),
        _s("speaker_id", "Who said it; empty = not known"),
        _s("speaker", "The speaker's name on this site"),
        _s("also_speaker_ids", "Who said it together with that speaker, joined by “; ”"),
        _s("also_speakers", "Their names on this site, joined by “; ”"),
        _s("printed", "The speaker as the article has it: “the diplomat”, “she”"),
        _s("cue", "The word that says that it was said: “said”, “according to”"),
        _s(
            "stance",
            "What the speaker does to the words: says, denies (they are what the speaker calls false: never "
            "quote them without the cue), asks, expected",
            True,
        ),
        _s("place", "Where it begins: ¶ and the number of the paragraph, headline or standfirst"),
        _s("title", "Headline of the article"),
        _s("date", "Date of the article, ISO 8601; empty = undated"),
        _s("publication", "Where the article was published"),
        _s("url", "Permanent address of the quotation on this site", True),
        _s("statement_id", "The same statement in several articles has one id; empty = only here"),
        Column(
            "confidence",
            "number",
            "Probability, 0 to 1, that words and speaker are right; 1 for a person's work",
            True,
        ),
        _s("band", f"high ({HIGH} and more), medium ({MEDIUM} and more), low", True),
        _s(
            "by",
            "machine, human (corrected or added by hand) or checked (found right by hand)",
            True,
        ),
        _s("rule", "The rule that found it"),
        _s("speaker_rule", "The rule that found its speaker"),
        _s("note", "Why one should doubt it"),
    ),
    (("article_id", "articles"), ("speaker_id", "people")),
)
PARTS: Final = Table(
    "quote_parts",
    "One row a stretch of text; a quotation that something interrupts has two or more.",
    ("quote_id", "part"),
    (
        _s("quote_id", "The quotation (`id` in quotes)", True),
        _i("part", "1, 2, … in text order"),
        _i("start", "First character, counted from 0 in Unicode characters of the article's text"),
        _i("end", "The character after the last one"),
        _s("exact", "The words: text[start:end]", True),
        _s("prefix", "The characters before; prefix + exact + suffix stand in the text once"),
        _s("suffix", "The characters after"),
        _s(
            "label",
            "The verb that must stand before the words, since they are not simply said: “denied”; empty = said",
        ),
    ),
    (("quote_id", "quotes"),),
)
PEOPLE: Final = Table(
    "people",
    "One row a person, organisation, government, group or place that the articles name.",
    ("id",),
    (
        _s("id", "Permanent id, as long as the name is the same", True),
        _s("name", "Name on this site", True),
        _s("kind", "person, organisation, government, group or place", True),
        _s("sort", "Name for sorting: “Lee, Ann”", True),
        _s("aliases", "How the articles name it, the most frequent first, joined by “; ”"),
        _s("roles", "The roles that the articles give, the oldest first, joined by “; ”"),
        _i("quotes", "How many quotations it said"),
        _i("quoted_in", "In how many articles it is quoted"),
        _i("articles", "How many articles quote or name it"),
        _s("url", "Its page on this site", True),
        _s("by", "machine, human (corrected by hand) or checked (found right by hand)", True),
    ),
)
TABLES: Final = (QUOTES, PARTS, ARTICLES, PEOPLE)
