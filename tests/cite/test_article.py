"""The reference formats, read back by parsers that are not ours."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import bibtexparser.entrypoint as bibtexparser
import rispy
from bibtexparser.middlewares import LatexDecodingMiddleware
from citeproc import Citation as CslCitation
from citeproc import CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from hypothesis import example, given
from hypothesis import strategies as st
from pybtex.database import parse_string as pybtex_entries

from generator.cite import citation, withheld
from generator.cite.formats import one_line
from generator.config import Site
from generator.model import Article, Block, Span

SITE = Site(name="Valley archive", url="https://example.org/valley/")
TEXT = "Who pays for “the river”?\nThe council has no answer\nThe mayor said nothing.\n"
FLOOD = Article(
    id="varn/who-pays",
    source="varn/who-pays.md",
    title="Who pays for “the river”?",
    text=TEXT,
    blocks=(
        Block("headline", Span(0, 25)),
        Block("standfirst", Span(26, 51)),
        Block("paragraph", Span(52, 75)),
    ),
    date="2042-03-12",
    authors=("Ann van der Lee", "Valley News Agency"),
    publication="The 5% & Co. Courier",
    source_url="https://courier.example/a_b?x=1&y={2}",
    archive_url="https://archive.example/1",
    accessed="2042-04-01",
    tags=("water", "money"),
    lang="en",
)
BARE = Article(
    id="note",
    source="note.txt",
    title="A note",
    text="A note\n",
    blocks=(Block("headline", Span(0, 6)),),
)


def test_formatted_citation() -> None:
    assert citation(FLOOD, SITE).formatted == (
        "Ann van der Lee and Valley News Agency, “Who pays for ‘the river’?”, The 5% & Co. Courier, 12 March 2042, "
        "https://courier.example/a_b?x=1&y={2} (archived at https://archive.example/1; accessed 1 April 2042; "
        "copy at https://example.org/valley/articles/varn/who-pays/)"
    )


def test_what_is_not_known_is_not_made_up() -> None:
    assert (
        citation(BARE, SITE).formatted
        == "“A note”, n.d., https://example.org/valley/articles/note/"
    )
    assert citation(BARE, Site()).formatted == "“A note”, n.d."
    assert citation(replace(BARE, date="2042-03"), Site()).formatted == "“A note”, March 2042"
    (item,) = json.loads(citation(BARE, Site()).csl_json)
    assert item == {
        "id": "note",
        "type": "article-newspaper",
        "title": "A note",
        "source": "Florilegium",
    }


def test_many_authors_are_shortened() -> None:
    four = replace(BARE, authors=("Ann Lee", "Bo Ek", "Cy Roy", "Di Oz"))
    assert citation(four, Site()).formatted == "Ann Lee et al., “A note”, n.d."
    three = replace(BARE, authors=("Ann Lee", "Bo Ek", "Cy Roy"))
    assert citation(three, Site()).formatted == "Ann Lee, Bo Ek and Cy Roy, “A note”, n.d."


def test_rispy_reads_a_newspaper_article() -> None:
    (entry,) = rispy.loads(citation(FLOOD, SITE).ris)
    assert entry["type_of_reference"] == "NEWS"
    assert entry["title"] == "Who pays for “the river”?"
    assert entry["authors"] == ["van der Lee, Ann", "Valley News Agency"]
    assert entry["secondary_title"] == "The 5% & Co. Courier"
    assert (entry["year"], entry["date"]) == ("2042", "2042/03/12/")
    assert entry["access_date"] == "2042/04/01/"
    assert entry["urls"] == ["https://courier.example/a_b?x=1&y={2}"]
    assert entry["abstract"] == "The council has no answer"
    assert entry["keywords"] == ["water", "money"]
    assert entry["language"] == "en"


def test_ris_of_an_undated_article_has_no_date() -> None:
    (entry,) = rispy.loads(citation(BARE, SITE).ris)
    assert "year" not in entry
    assert "date" not in entry
    assert entry["urls"] == ["https://example.org/valley/articles/note/"]


def test_bibtexparser_reads_an_article() -> None:
    library = bibtexparser.parse_string(
        citation(FLOOD, SITE).bibtex,
        append_middleware=[LatexDecodingMiddleware(keep_braced_groups=True)],
    )
    assert not library.failed_blocks
    (entry,) = library.entries
    fields = {name: field.value for name, field in entry.fields_dict.items()}
    assert (entry.entry_type, entry.key) == ("article", "varn:who-pays")
    assert fields["title"].strip("{}") == "Who pays for “the river”?"
    assert fields["author"] == "{van der Lee}, Ann and {Valley News Agency}"
    assert fields["journal"] == "The 5% & Co. Courier"
    assert fields["entrysubtype"] == "newspaper"
    assert (fields["date"], fields["year"], fields["month"]) == ("2042-03-12", "2042", "mar")
    assert fields["url"].startswith("https://courier.example/a")
    assert fields["urldate"] == "2042-04-01"


def test_citeproc_reads_csl_json() -> None:
    held = citation(FLOOD, SITE)
    source = CiteProcJSON(json.loads(held.csl_json))
    style = CitationStylesStyle("harvard-cite-them-right", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    bibliography.register(CslCitation([CitationItem(held.key)]))
    (line,) = map(str, bibliography.bibliography())
    assert line.startswith("van der Lee, A. and Valley News Agency (2042)")
    assert "The 5% & Co. Courier, 12 March" in line
    assert "https://courier.example/a_b?x=1&y={2}" in line


def test_the_standfirst_is_text_too_and_withheld_with_it() -> None:
    for article, site in (
        (replace(FLOOD, publish="quotes"), SITE),
        (FLOOD, replace(SITE, publish="quotes")),
    ):
        assert withheld(article, site)
        held = citation(article, site)
        assert "no answer" not in held.ris + held.bibtex + held.csl_json + held.formatted


@given(st.text(min_size=1), st.text(), st.lists(st.text(), max_size=3))
def test_no_text_breaks_out_of_its_field(title: str, publication: str, authors: list[str]) -> None:
    article = replace(BARE, title=title, publication=publication, authors=tuple(authors))
    held = citation(article, SITE)
    (entry,) = rispy.loads(held.ris)
    assert {"type_of_reference", "urls", "database_provider", "id"} <= entry.keys()
    assert entry["urls"] == ["https://example.org/valley/articles/note/"]
    library = bibtexparser.parse_string(held.bibtex)
    assert not library.failed_blocks
    assert [e.key for e in library.entries] == ["note"]
    (item,) = json.loads(held.csl_json)
    assert item["title"] == title
    held.csl_json.encode()


PRINTED = {
    "braceleft": "{",
    "braceright": "}",
    "backslash": "\\",
    "asciitilde": "~",
    "asciicircum": "^",
}


def printed(value: str) -> str:
    """What TeX prints of a field's text, as far as the escapes go."""
    names = r"\{\\text(brace(?:left|right))\}|\\text(backslash|asciitilde|asciicircum)\{\}|\\([$&#%_])|[{}]"
    return re.sub(names, lambda found: PRINTED.get(found[1] or found[2], found[3] or ""), value)


TITLES = (
    st.text()
    | st.text(alphabet='ab{}\\@,="$% \n')
    | st.sampled_from(
        [
            "Smile :-}",
            "Set {a",
            "\\}",
            'x}}, } @book(evil, title = "Pwned", author = "Eve", year = 1999) y',
        ]
    )
)


@given(TITLES.filter(str.strip), TITLES, st.lists(TITLES, max_size=2))
@example("0", "", ["0,,,"])
def test_bibtex_has_one_entry_with_all_its_fields(
    title: str, outlet: str, authors: list[str]
) -> None:
    """Read by pybtex, which counts braces as BibTeX does."""
    article = replace(FLOOD, title=title, publication=outlet, authors=tuple(authors), tags=(title,))
    entries = pybtex_entries(citation(article, SITE).bibtex, "bibtex").entries
    assert list(entries) == ["varn:who-pays"]
    fields = dict(entries["varn:who-pays"].fields)
    assert printed(fields["title"]) == one_line(title)
    assert printed(fields.get("journal", "")) == one_line(outlet)
    assert fields["year"] == "2042"
    assert fields["langid"] == "en"
    assert len(entries["varn:who-pays"].persons.get("author", ())) == sum(
        map(bool, map(one_line, authors))
    )


def test_keys_are_ascii_and_differ() -> None:
    ids = ("a/b", "a-b", "a.b", "é", "ü", "a")
    keys = {citation(replace(BARE, id=id), SITE).key for id in ids}
    assert len(keys) == len(ids)
    assert all(key.isascii() for key in keys)
