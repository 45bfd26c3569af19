"""A quotation's citation and the link to its words on the publisher's page."""

from __future__ import annotations

import json
from dataclasses import replace
from urllib.parse import unquote

from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON

from generator.cite import json_ld, quote_citation, quote_reference, text_fragment
from generator.config import Site
from generator.model import Entity, Quote, Span, Story
from tests.corpus.stories import story

SITE = Site(name="Valley archive", url="https://example.org/valley/")
FLOOD = story(
    "flood",
    "The river rose.",
    "[Ann Lee: “We will not go,”] {Lee=Ann Lee} said, adding [Ann Lee: that the dam was “a joke”].",
    "[?: The road is shut], an official said.",
    title="[Ann Lee: Mayor will not go]",
    date="2042-03-12",
    publication="The Courier",
    source_url="https://courier.example/flood",
)


def quotes(held: Story) -> tuple[Quote, ...]:
    return held.annotations.quotes


def test_a_quotation_says_how_far_the_words_are_the_speakers_own() -> None:
    headline, direct, mixed, unknown = quotes(FLOOD)
    at = "https://example.org/valley/articles/flood/#"
    assert quote_citation(FLOOD.article, direct, "Ann Lee", SITE).text == (
        f"“We will not go,” — Ann Lee, quoted in “Mayor will not go”, The Courier, 12 March 2042, ¶ 2, {at}{direct.id}"
    )
    assert quote_citation(FLOOD.article, mixed, "Ann Lee", SITE).text == (
        "that the dam was “a joke” — Ann Lee, partly quoted in “Mayor will not go”, The Courier, 12 March 2042, ¶ 2, "
        f"{at}{mixed.id}"
    )
    assert ", reported in “Mayor will not go”, The Courier, 12 March 2042, headline, " in (
        quote_citation(FLOOD.article, headline, "Ann Lee", SITE).text
    )
    assert quote_citation(FLOOD.article, unknown, None, SITE).text.startswith(
        "The road is shut — speaker not named, "
    )


def test_an_unnamed_speaker_is_cited_as_printed() -> None:
    unknown = quotes(FLOOD)[3]
    text = FLOOD.article.text
    start = text.index("an official")
    printed = replace(unknown, printed=Span(start, start + len("an official")))
    assert " — an official, reported in " in quote_citation(FLOOD.article, printed, None, SITE).text


def test_without_a_site_address_the_permalink_is_relative_and_not_in_the_citation() -> None:
    direct = quotes(FLOOD)[1]
    held = quote_citation(FLOOD.article, direct, "Ann Lee", Site())
    assert held.permalink == f"articles/flood/#{direct.id}"
    assert held.text.endswith("12 March 2042, ¶ 2")


def test_a_quotation_has_its_own_csl_json() -> None:
    direct = quotes(FLOOD)[1]
    (item,) = json.loads(quote_citation(FLOOD.article, direct, "Ann Lee", SITE).csl_json)
    assert item["id"] == f"flood:{direct.id}"
    assert item["type"] == "article-newspaper"
    assert item["URL"] == f"https://example.org/valley/articles/flood/#{direct.id}"
    assert item["note"].startswith("“We will not go,” — Ann Lee, quoted in")


def test_a_fragment_holds_the_words_without_the_marks() -> None:
    direct = quotes(FLOOD)[1]
    assert text_fragment(FLOOD.article, direct) == (
        # the headline has "will not go" too, but not "we will not go"
        "https://courier.example/flood#:~:text=We%20will%20not%20go"
    )
    assert text_fragment(replace(FLOOD.article, source_url=None), direct) is None


def test_words_that_stand_twice_get_context() -> None:
    twice = story(
        "twice",
        "[?: “No-one knows,”] he said.",
        "And [?: “no-one knows,”] she said.",
        source_url="https://x.example/#top",
    )
    first, second = quotes(twice)
    assert (
        text_fragment(twice.article, second)
        == "https://x.example/#top:~:text=And%20%E2%80%9C-,no%2Done%20knows"
    )
    fragment = text_fragment(twice.article, first)
    assert fragment is not None
    assert fragment.endswith(":~:text=%E2%80%9C-,No%2Done%20knows,-%2C%E2%80%9D%20he")


def test_a_long_quotation_is_given_by_its_ends() -> None:
    long = story(
        "long",
        "[?: “One two three four five six seven eight nine ten eleven twelve,”] he said.",
        "[?: “One two three four again and so on and on and on to the very end,”] he said.",
        source_url="https://x.example/",
    )
    first, second = quotes(long)
    assert unquote(str(text_fragment(long.article, second))).endswith(
        "text=One two three four again,to the very end"
    )
    assert unquote(str(text_fragment(long.article, first))).endswith(
        "text=One two three four five,nine ten eleven twelve"
    )


def test_in_a_book_too_words_that_stand_twice_get_context() -> None:
    once = "[?: “The old weir upstream of the town will hold,”] she said."
    many = [
        f"Then [?: “nobody at all knows about it, not even I,”] he said on day {n}."
        for n in range(500)
    ]
    book = story("book", once, *many, source_url="https://x.example/")
    first, second, *_ = quotes(book)
    assert unquote(str(text_fragment(book.article, first))).endswith(
        "text=The old weir upstream of the town will hold"
    )
    assert "text=Then “-,nobody at all knows about it, not even I" in unquote(
        str(text_fragment(book.article, second))
    ).replace("%2C", ",")


def test_every_part_has_its_directive() -> None:
    held = story("parts", "“One,” he said. “Two.”", source_url="https://x.example/")
    quote = Quote("q-1", "direct", (Span(0, 6), Span(16, 22)))
    assert text_fragment(held.article, quote) == "https://x.example/#:~:text=One&text=Two"


def test_json_ld_can_not_end_its_element() -> None:
    held = story(
        "x", "[Ann: “</script><script>alert(1)</script>\u2028”] {Ann} said.", title="</SCRIPT>"
    )
    (quote,) = quotes(held)
    out = json_ld(held, {quote.id: Entity("ann", "Ann </script>", "person", "Ann")}, SITE)
    assert "<" not in out
    assert "\u2028" not in out
    value = json.loads(out)
    assert value["headline"] == "</SCRIPT>"
    assert value["hasPart"][0]["text"] == "“</script><script>alert(1)</script>\u2028”"
    assert value["hasPart"][0]["spokenByCharacter"]["name"] == "Ann </script>"


def test_citeproc_reads_a_reference_for_each_quotation() -> None:
    said: list[tuple[Quote, str | None]] = [(quote, "Ann Lee") for quote in quotes(FLOOD)[:3]]
    said += [(quotes(FLOOD)[3], None)]
    items = [
        json.loads(quote_reference(FLOOD.article, quote, speaker, SITE)) for quote, speaker in said
    ]
    assert [item["id"] for item in items] == [f"flood:{quote.id}" for quote in quotes(FLOOD)]
    assert (
        items[1]
        == json.loads(quote_citation(FLOOD.article, said[1][0], "Ann Lee", SITE).csl_json)[0]
    )
    source = CiteProcJSON(items)
    bibliography = CitationStylesBibliography(
        CitationStylesStyle("harvard-cite-them-right", validate=False), source, formatter.plain
    )
    bibliography.register(Citation([CitationItem(item["id"]) for item in items]))
    lines = [str(line) for line in bibliography.bibliography()]
    assert len(lines) == 4
    assert all("The Courier, 12 March" in line and "articles/flood/#q-" in line for line in lines)
