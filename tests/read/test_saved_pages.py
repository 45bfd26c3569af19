"""Web pages as browsers save them: the article and what the page says of itself, none of the
rest.
"""

from pathlib import Path

import pytest

from generator.read.page_text import left_out
from generator.read.saved_pages import parse_page, read_page
from tests.read.seeds import article, problems, reading, shown

NEWSPAPER = """<!DOCTYPE html>
<!-- saved from url=(0052)https://courier.example/2042/03/12/bridge-shut?x=1 -->
<html lang="en-GB"><head><meta charset="utf-8">
<title>Bridge shut until May | Eddermoor Courier</title>
<meta property="og:type" content="article"><meta property="og:title" content="Bridge shut until May">
<meta property="og:site_name" content="Eddermoor Courier">
<meta property="og:url" content="https://courier.example/2042/03/12/bridge-shut">
<meta name="description" content="Repairs to the north pier will take eight weeks, the mayor has said">
<meta name="author" content="Nora Pell">
<meta property="article:published_time" content="2042-03-12T07:30:00+00:00">
<meta name="keywords" content="bridges, Eddermoor">
<style>.x{}</style><script>track("you")</script></head><body>
<header><nav><a href="/">Home</a> <a href="/news">News</a> <a href="/sport">Sport</a></nav></header>
<main><article><h1>Bridge shut until May</h1>
<p class="standfirst">Repairs to the north pier will take eight weeks, the mayor has said</p>
<div class="byline">By <a href="/nora">Nora Pell</a></div>
<p>The bridge over the Cawl will be shut until <b>May</b>, the mayor of Eddermoor said on Tuesday, after divers found
   cracks in the north pier that nobody had been looking for.</p>
<p>“It will open in May, or I will row people over myself,” said Tobias Adeyemi-Rackham &amp; laughed. He has been mayor
   since the flood and owns, by his own account, a small boat.</p>
<figure><img src="data:image/png;base64,iVBORw0KGgoAAAANSUhEUg=="><figcaption>The north pier</figcaption></figure>
<p>Traders in Sluice Row fear that they will lose the summer. “Nothing is certain but the toll,” said Verity Banks, who
   keeps the corner shop and has kept it through worse than this.</p>
</article></main>
<aside><h2>Most read</h2><ul><li><a href="/a">Ten things about gates</a></li><li>Dog found</li></ul></aside>
<footer><p>© 2041 Eddermoor Courier. All rights reserved. <a href="/terms">Terms</a></p></footer></body></html>"""


LONG = "data:text/html;base64," + "QUJD" * 200


@pytest.mark.parametrize(
    "words", [LONG, "data:text/html,x", f'url("{LONG}")', f"&lt;img src='{LONG}'>"]
)
def test_an_address_that_holds_its_data_is_kept_where_it_is_text(
    tmp_path: Path, words: str
) -> None:
    page = f"<html><head><title>A</title></head><body><p>One.</p><p>Two {words} three.</p></body></html>"
    assert words.replace("&lt;", "<") in article(tmp_path, page, "a.html").text


def test_a_newspaper_page(tmp_path: Path) -> None:
    made = article(tmp_path, NEWSPAPER, "bridge.html")
    assert (made.title, made.date, made.date_from) == (
        "Bridge shut until May",
        "2042-03-12",
        "front matter",
    )
    assert (made.authors, made.publication, made.lang) == (
        ("Nora Pell",),
        "Eddermoor Courier",
        "en-GB",
    )
    assert made.source_url == "https://courier.example/2042/03/12/bridge-shut"
    assert made.tags == ("bridges", "Eddermoor")
    assert problems(made) == []
    text = "\n".join(shown(made))
    assert shown(made)[0] == "# Bridge shut until May"
    assert "The bridge over the Cawl will be shut until May, the mayor" in text
    assert (
        "“It will open in May, or I will row people over myself,” said Tobias Adeyemi-Rackham & laughed."
        in text
    )
    assert text.count("Repairs to the north pier") == 1
    for other in ("Sport", "Most read", "Dog found", "All rights reserved", "track", "data:", "<"):
        assert other not in text


def test_every_paragraph_is_a_block_in_order(tmp_path: Path) -> None:
    blocks = shown(article(tmp_path, NEWSPAPER, "bridge.html"))
    starts = ["The bridge over", "“It will open", "Traders in Sluice Row"]
    found = [
        next(i for i, block in enumerate(blocks) if block.startswith(start)) for start in starts
    ]
    assert found == sorted(found)


def test_the_address_that_the_browser_noted_counts_when_the_page_names_none(tmp_path: Path) -> None:
    page = NEWSPAPER.replace(
        '<meta property="og:url" content="https://courier.example/2042/03/12/bridge-shut">', ""
    )
    assert (
        article(tmp_path, page, "a.html").source_url
        == "https://courier.example/2042/03/12/bridge-shut?x=1"
    )


def test_nothing_is_guessed(tmp_path: Path) -> None:
    made = article(
        tmp_path,
        "<title>Bridge</title><p>The bridge is shut.<p>© 2019 Courier, 3 May 2018",
        "a.html",
    )
    assert (made.date, made.authors, made.publication, made.source_url) == (None, (), None, None)
    assert shown(made)[:2] == ["# Bridge", "The bridge is shut."]


def test_text_that_looks_like_markup_is_text(tmp_path: Path) -> None:
    made = article(
        tmp_path,
        "<h1>A &lt;b&gt; tag</h1><p>He wrote &lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; left.</p>",
        "a.html",
    )
    assert made.title == "A <b> tag"
    assert "He wrote <script>alert(1)</script> &amp; left." in made.text


def test_a_description_that_the_page_does_not_show_is_no_standfirst(tmp_path: Path) -> None:
    page = NEWSPAPER.replace(
        'eight weeks, the mayor has said">', 'eight weeks. Subscribe for only 1 crown!">'
    )
    assert "Subscribe" not in article(tmp_path, page, "a.html").text


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<html><script>x</script></html>", "has no text that could be found"),
        ("<p>" + "words " * 400_000, "has more than 2,000,000 characters"),
    ],
)
def test_a_page_without_an_article_is_named(tmp_path: Path, page: str, expected: str) -> None:
    found = reading(tmp_path, {"a.html": page})
    assert found.articles == ()
    assert expected in problems(found)[0]


BAIT = {
    "deep": "<div>" * 100_000,
    "wide": "<p>word " * 60_000,
    "attributes": "<p " + " ".join(f"a{i}=1" for i in range(100_000)) + ">",
    "comments": "<!--" * 100_000,
    "tags": "<" * 500_000,
    "entities": "&lt;" * 200_000,
    "json": '<script type="application/ld+json">' + "[" * 200_000 + "</script>",
    "pictures": '<img src="data:image/png;base64,' + "A" * 3_000_000 + '">',
}


@pytest.mark.parametrize("bait", BAIT.values(), ids=BAIT)
def test_hostile_pages_end(bait: str) -> None:
    draft = read_page(f"<html><body><p>The bridge is shut.</p>{bait}<p>The end.</p></body></html>")
    assert draft.blocks or draft.notes


def test_a_paragraph_of_the_page_that_is_not_shown_is_named() -> None:
    page = "<body><nav><p>Home</p></nav><p>The gate\nwas shut.</p><p>The <b>key</b> was lost.</p></body>"
    (said,) = left_out(parse_page(page), "Gates\n\nThe gate was shut.")
    assert (
        said.what
        == "1 paragraphs of the page were not taken for its text, the first one is “The key was lost.”"
    )
    assert said.harmless
    assert left_out(parse_page(page), "The gate was shut.\nThe key was lost.") == ()


LONG = "The keeper of the gate, who had held the key since the autumn of the year before, said at noon that it was lost."


@pytest.mark.parametrize("tag", ["div", "form", "aside", "noscript", "dialog", "button"])
def test_a_long_sentence_outside_paragraphs_that_is_not_shown_is_named(tag: str) -> None:
    page = parse_page(
        f"<body>\n<p>The gate was shut.</p>\n<{tag}><b>{LONG[:30]}</b>{LONG[30:]}</{tag}></body>"
    )
    (said,) = left_out(page, "The gate was shut.")
    assert said.what.endswith(f"the first one is “{LONG[:60]}”")
    assert (said.line, said.harmless) == (3, True)
    assert left_out(page, f"The gate was shut.\n\nNoon. {LONG} And so on.") == ()


@pytest.mark.parametrize("words", ["Subscribe now. It is free.", LONG[:-1] + ":"])
def test_a_banner_or_a_menu_outside_paragraphs_is_not_named(words: str) -> None:
    assert (
        left_out(
            parse_page(f"<body><p>Shut.</p><div>{words}</div><nav>{LONG}</nav></body>"), "Shut."
        )
        == ()
    )


def test_a_page_nested_too_deep_to_be_read_to_its_end_is_named() -> None:
    made = read_page(
        "<html><body><p>The start.</p>" + "<div>" * 300 + "<p>The end.</p></body></html>"
    )
    assert "The start." in made.text
    assert [note.what for note in made.notes] == [
        "is nested more than 200 elements deep, so its end may be missing"
    ]


def test_a_web_archive_is_named() -> None:
    made = read_page(
        "From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related\n\n--b\n\n<p>The gate =\nis shut."
    )
    assert (made.text, [note.what for note in made.notes]) == (
        "",
        ["is a web archive (MHTML), not a page"],
    )


def test_a_page_in_a_frame_is_named() -> None:
    inside = "<p>" + "The keeper said that the gate was shut. " * 4
    made = read_page(
        f"<html><body><p>The gate.</p>\n<iframe srcdoc='{inside}'></iframe></body></html>"
    )
    (said,) = made.notes
    assert said.what.startswith(
        "a page in a frame of the page was not taken for its text: “The keeper said"
    )
    assert (said.line, said.harmless) == (2, True)
    assert (
        read_page(
            "<html><body><p>The gate.</p><iframe srcdoc='<b>Share</b>'></iframe></body></html>"
        ).notes
        == ()
    )


def test_an_entity_of_the_page_is_named() -> None:
    head = '<?xml version="1.0"?>\n<!DOCTYPE html [\n<!ENTITY keeper "Ann Lee">\n]>\n'
    made = read_page(
        f"{head}<html><body><p>“It is shut,” said &keeper; at the gate.</p></body></html>"
    )
    assert [(note.what, note.line) for note in made.notes] == [
        ("declares &keeper;, which is not resolved", 3)
    ]


def test_a_feed_of_news_is_named() -> None:
    feed = (
        '<?xml version="1.0"?>\n<!-- <html> -->\n<rss version="2.0"><channel><title>Eddermoor</title>'
        "<item><description>The bridge is shut, and nobody knows for how long.</description></item>"
        "</channel></rss>"
    )
    assert "is a feed of news" in read_page(feed).notes[0].what
    page = "<html><body><p>The rss feed is shut, and nobody knows for how long.</p></body></html>"
    assert not any("feed of news" in note.what for note in read_page(page).notes)
