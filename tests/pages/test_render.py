"""All pages of a corpus: addresses, order, what is withheld, what is split."""

from __future__ import annotations

import html
import json
import re
from dataclasses import replace
from typing import get_args

import pytest

from generator.config import Site
from generator.corpus import link
from generator.export import export
from generator.model import (
    Article,
    Block,
    Collection,
    Corpus,
    DocumentKind,
    HandWritten,
    Page,
    Quote,
    QuoteRef,
    Reading,
    Span,
)
from generator.pages import render
from generator.pages.archive import Said
from generator.pages.method import load_accuracy
from generator.pages.voices import correction
from tests.conftest import ROOT
from tests.pages.made import demo, made

TEMPLATES = ROOT / "templates"
MARKED = """Ministers at odds
The minister: "cut costs"
{1 direct Ann Lee: “We will not cut costs,”} {1 who: Ann Lee} {1 cue: said}.
The hidden sentence of the paper."""


def rendered(corpus: Corpus, site: Site | None = None) -> dict[str, str]:
    pages = list(render(corpus, site or Site(), TEMPLATES))
    return {page.path: text(page) for page in pages}


def text(page: Page) -> str:
    return page.text if isinstance(page.text, str) else page.text.decode()


def test_the_same_corpus_gives_the_same_pages() -> None:
    assert list(render(demo(), Site(), TEMPLATES)) == list(render(demo(), Site(), TEMPLATES))


def test_no_two_pages_have_one_path() -> None:
    paths = [page.path for page in render(demo(), Site(rows_per_page=7), TEMPLATES)]
    assert len(paths) == len(set(paths))


def test_an_empty_corpus_has_all_its_sections() -> None:
    pages = rendered(Corpus())
    for section in (
        "",
        "articles/",
        "people/",
        "organisations/",
        "places/",
        "quotes/",
        "compare/",
        "method/",
    ):
        assert f"{section}index.md" in pages


def test_the_page_of_the_editor_can_be_switched_off() -> None:
    corpus = link([made("a", MARKED)], Reading())
    assert "unnamed-voices/index.md" in rendered(corpus)
    pages = rendered(corpus, Site(editor_pages=False))
    assert "unnamed-voices/index.md" not in pages
    assert "unnamed-voices" not in "".join(pages.values())


@pytest.mark.parametrize("where", ["site", "article"])
def test_a_withheld_text_is_on_no_page(where: str) -> None:
    held = link([made("a", MARKED, publish="quotes" if where == "article" else "full")], Reading())
    pages = rendered(held, Site(publish="quotes" if where == "site" else "full"))
    everything = html.unescape("".join(pages.values()))
    assert "“We will not cut costs,”" in everything
    assert "hidden sentence" not in everything
    assert "The minister" not in everything


def test_a_title_is_one_line_of_the_front_matter() -> None:
    title = 'A "title": with\n---\n# {{ syntax }} <script>'
    article = Article("a", "a.txt", title, "Text.", (Block("paragraph", Span(0, 5)),))
    page = rendered(link([replace(made("a", "x", False), article=article)], Reading()))[
        "articles/a/index.md"
    ]
    first, front, body = page.split("---\n", 2)
    assert first == ""
    assert (
        html.unescape(front.split("\n")[0])
        == f'title: "{title}"'.split("\n")[0] + '\n---\n# {{ syntax }} <script>"'
    )
    assert "<script" not in body
    assert "{{" not in body


def test_a_card_has_what_the_script_needs_for_the_citation() -> None:
    corpus = link([made("a", MARKED, publication="The Courier", date="2042-03-12")], Reading())
    quote = corpus.stories[0].annotations.quotes[0]
    page = html.unescape(rendered(corpus)["articles/a/index.md"])
    assert 'data-cite="“Ministers at odds”, The Courier, 12 March 2042"' in page
    assert quote.kind == "direct"  # the rule, which has no attribute
    assert re.search(rf'<li data-at="\d+–\d+"><a href="#{quote.id}">', page)
    assert re.search(f'<p id="p1"><mark id="{quote.id}">', page)
    # where not the whole text stands, the script can't see which paragraph it was
    withheld = html.unescape(rendered(corpus, Site(publish="quotes"))["articles/a/index.md"])
    assert f'<li data-p="¶ 1"><a href="#{quote.id}">' in withheld


def test_a_card_leads_to_the_words_on_the_publishers_page() -> None:
    paper = "https://paper.example/a?b=1&c"
    page = html.unescape(
        rendered(link([made("a", MARKED, source_url=paper)], Reading()))["articles/a/index.md"]
    )
    assert re.findall(r'href="([^"]*:~:[^"]*)"', page) == [
        f"{paper}#:~:text=We%20will%20not%20cut%20costs"
    ]
    assert ":~:text" not in html.unescape(
        rendered(link([made("a", MARKED)], Reading()))["articles/a/index.md"]
    )


def test_an_article_that_prints_the_same_statement_stands_once() -> None:
    texts = [
        MARKED.replace("Ministers at odds", title)
        for title in ("Ministers at odds", "The cabinet and its costs")
    ]
    words = "“We will not cut costs before the bridge at Sluice Row is open again,”"
    both = [
        made(id, text.replace("“We will not cut costs,”", words))
        for id, text in zip("ab", texts, strict=True)
    ]
    corpus = link(both, Reading())
    assert corpus.related["a"]
    assert corpus.backlinks["a"]
    card = "#c-" + corpus.stories[0].annotations.quotes[0].id[2:]
    page = html.unescape(rendered(corpus)["articles/a/index.md"])
    assert page.count('href="../b/"') == 1
    assert f'Both print <a href="{card}">quote 1</a>: 2 versions, word for word' in page
    # one that is related to nothing else, or that says more than the statement, is listed for that
    apart = html.unescape(rendered(replace(corpus, related={}))["articles/a/index.md"])
    assert '<li><b>Same statement</b><p><a href="../b/">The cabinet and its costs</a>' in apart


def test_an_address_that_is_no_web_page_is_no_link() -> None:
    page = rendered(link([made("a", MARKED, source_url="javascript:alert(1)")], Reading()))[
        "articles/a/index.md"
    ]
    assert re.search(r'href="\s*javascript', html.unescape(page)) is None


def test_an_article_with_quotations_leads_to_their_references() -> None:
    speaking, silent = (
        link([made("a", marked)], Reading())
        for marked in (MARKED, "Ministers at odds\nNobody spoke.")
    )
    for corpus, there in ((speaking, True), (silent, False)):
        pages = render(corpus, Site(), TEMPLATES, export(corpus, Site()).data_page)
        (page,) = [text(page) for page in pages if page.path == "articles/a/index.md"]
        assert ('rq-each"><a href="../../data/"' in html.unescape(page)) is there


def test_a_speakers_page_leads_to_the_feeds_of_what_that_one_says() -> None:
    corpus = link([made("a", MARKED)], Reading())
    page = html.unescape(
        rendered(corpus, Site(url="https://example.org/repo/"))["people/ann-lee/index.md"]
    )
    assert '<a href="feed.xml">Atom</a>' in page
    assert 'feed: ["feed.xml", "feed.json"]' in page
    # there are none
    assert "feed.xml" not in html.unescape(rendered(corpus)["people/ann-lee/index.md"])


def test_a_speaker_of_many_quotes_is_split_and_nothing_is_lost() -> None:
    pages = rendered(demo(), Site(rows_per_page=5))
    whole = rendered(demo())["people/ilse-varnholt/index.md"]
    all_in_one = whole.partition("rq-namedby")[0].count("<blockquote")  # hers, not others' of her
    parts = [path for path in pages if path.startswith("people/ilse-varnholt/") and "~" in path]
    assert len(parts) > 3
    assert sum(pages[path].count("<blockquote") for path in parts) == all_in_one
    assert all(pages[path].count("<blockquote") <= 5 for path in parts)


def test_each_quotation_is_in_the_index_once() -> None:
    corpus = demo()
    pages = rendered(corpus, Site(rows_per_page=50))
    table = "".join(
        body for path, body in pages.items() if path.startswith("quotes/") and path.endswith(".md")
    )
    rows = re.findall(r'<td><a href="(?:\.\./)+articles/([^"#]*)/#(q-[^"]*)">', table)
    assert sorted(rows) == sorted(
        (s.article.id, q.id) for s in corpus.stories for q in s.annotations.quotes
    )


def test_the_filters_know_what_is_on_which_page() -> None:
    corpus = demo()
    pages = rendered(corpus, Site(rows_per_page=5))
    held = [
        json.loads(pages[path])
        for path in sorted(pages)
        if re.fullmatch(r"quotes/rows-\d+\.json", path)
    ]
    assert len(held) > 1
    spoken = [file["speaker"][row[0]] for file in held for page in file["pages"] for row in page]
    names = {entity.id: entity.name for entity in corpus.entities}
    wanted = [
        names.get(corpus.speakers.get(QuoteRef(s.article.id, q.id), ""), "Speaker not identified")
        for s in corpus.stories
        for q in s.annotations.quotes
    ]
    assert sorted(spoken) == sorted(wanted)
    table = [path for path in pages if re.fullmatch(r"quotes/(page~\d+/)?index\.md", path)]
    assert len(table) == sum(len(file["pages"]) for file in held)
    second = pages["quotes/page~2/index.md"]
    # direct is the rule and has no attribute
    kinds = re.findall(r'<tr(?: data-kind="(\w+)")?[^>]*><td>', second)
    assert [kinds.count(kind) for kind in ("", "mixed", "indirect")] == [
        sum(row[1] == number for row in held[0]["pages"][1]) for number in range(3)
    ]
    assert [second.count(f"<i>{kind}</i>") for kind in ("Direct", "Mixed", "Indirect")] == [
        kinds.count(kind) for kind in ("", "mixed", "indirect")
    ]


def test_a_correction_can_be_pasted() -> None:
    said = Said(made("a", MARKED).article, Quote("q-1", "direct", (Span(44, 68),)), 1, None, None)
    assert correction(said).startswith("  - article: a\n    words: ")
    assert correction(said).endswith("\n    speaker: NAME")


def test_a_hand_written_page_passes_through() -> None:
    pages = rendered(
        Corpus(pages=(HandWritten("about", "about.md", "About & more", "# Hello *you*\n"),))
    )
    assert pages["about/index.md"].endswith("---\n\n# Hello *you*\n")
    assert 'title: "About &#38; more"' in pages["about/index.md"]


def test_figures_of_accuracy(tmp_path: object) -> None:
    from pathlib import Path

    file = Path(str(tmp_path)) / "accuracy.json"
    assert load_accuracy(file) is None
    file.write_text("[]", encoding="utf-8")
    assert load_accuracy(file) is None
    kinds = [{"kind": "direct", "count": 9, "precision": 0.987, "recall": None, "f1": 0.9}]
    held = {"corpus": "c", "command": "x", "articles": 2, "quotes": 9, "kinds": kinds, "bands": []}
    file.write_text(json.dumps(held), encoding="utf-8")
    found = load_accuracy(file)
    assert found is not None
    assert (found.scores[0].precision, found.scores[0].recall) == ("99%", "–")


def test_the_method_page_shows_kinds_of_text_and_what_real_news_gives() -> None:
    page = rendered(link([], Reading()))["method/index.md"]
    held = json.loads((ROOT / "generator/accuracy.json").read_text())
    assert len(held["documents"]) >= 7
    assert len(held["elsewhere"]) == 2
    for row in (*held["documents"], *held["elsewhere"]):
        assert (
            f'<th scope="row">{html.escape(row.get("kind") or row["name"], quote=False)}</th>'
            in page
        )


def test_an_article_shows_its_tags() -> None:
    page = rendered(link([made("a", MARKED, tags=("flood", "a<b>"))], Reading()))[
        "articles/a/index.md"
    ]
    assert "<li>flood</li>" in page
    assert "<li>a&#60;b&#62;</li>" in page


def test_an_article_says_what_kind_of_text_it_is_unless_it_is_the_usual_one() -> None:
    story = made("a", MARKED)
    pages = {}
    for kind in get_args(DocumentKind):
        read = replace(story, annotations=replace(story.annotations, document=kind))
        pages[kind] = rendered(link([read], Reading()))["articles/a/index.md"]
    assert "Kind of text" not in pages.pop("narrative")
    said = {re.search(r"<dt>Kind of text</dt><dd>(.+)</dd>", page)[1] for page in pages.values()}  # type: ignore[index]
    assert len(said) == len(pages) == 5


def test_a_notice_stands_on_the_pages_of_the_folders_below() -> None:
    corpus = link([made("harbour/letters/a", MARKED, collection="harbour/letters")], Reading())
    held = (
        Collection("harbour", "Harbour", notice="Scanned by hand."),
        Collection("harbour/letters", "Letters"),
    )
    pages = rendered(replace(corpus, collections=held))
    assert "Scanned by hand" in pages["articles/harbour/letters/a/index.md"]


def test_names_that_run_the_other_way_keep_to_themselves() -> None:
    authors = "\u05e0\u05d5\u05e2\u05d4"
    page = rendered(link([made("a", MARKED, authors=(authors,))], Reading()))["articles/a/index.md"]
    assert re.search(rf"By <bdi>[^<]*{authors}[^<]*</bdi>", html.unescape(page))


def test_a_statement_is_of_the_speaker_that_any_version_names() -> None:
    words = "“The gate was the door, but the hill was the burglar of this whole valley,”"
    first = made("a", f"Flood\n{{1 direct: {words}}}", date="2042-01-01")
    second = made(
        "b",
        f"Inquiry\n{{1 direct Ann Lee: {words}}} {{1 who: Ann Lee}} {{1 cue: said}}.",
        date="2042-01-02",
    )
    pages = rendered(link([first, second], Reading()))
    index = html.unescape(pages["compare/index.md"])
    assert "burglar" in index
    assert "Ann Lee" in index
    assert "not identified" not in index
