"""A subject's page: the quotations that use its words, each by whom, lit where they stand."""

from __future__ import annotations

import json
from dataclasses import replace

from generator.config import Site
from generator.corpus.subjects import subjects_of
from generator.export import files
from generator.model import Corpus, SubjectCorrection
from generator.pages import render
from tests.conftest import ROOT
from tests.pages.made import demo

SITE = Site(name="Test", url="https://test.example/")


def with_subject(*entries: SubjectCorrection) -> Corpus:
    corpus = demo()
    return replace(corpus, subjects=subjects_of(corpus.stories, entries)[0])


def pages(corpus: Corpus) -> dict[str, str]:
    made = render(corpus, SITE, ROOT / "templates")
    return {page.path: page.text for page in made if isinstance(page.text, str)}


GATE = SubjectCorrection("c.yml:1", "The gate", ("gate", "gates"))


def test_each_quotation_that_uses_the_words_stands_there_once_with_them_lit() -> None:
    corpus = with_subject(GATE)
    (subject,) = corpus.subjects
    page = pages(corpus)["subjects/the-gate/index.md"]
    assert len(subject.said) > 3
    assert page.count("<blockquote") == len(subject.said)
    assert page.count("<mark>") == sum(len(hits) for _, hits in subject.said)
    assert f"<b>{len(subject.said)} quotes</b>" in page


def test_a_speaker_page_says_what_about_and_the_quotes_lead_there() -> None:
    made = pages(with_subject(GATE))
    assert 'href="../subjects/"' in made["quotes/index.md"]
    speaking = [
        path for path, text in made.items() if path.startswith("people/") and "By subject" in text
    ]
    assert speaking


def test_its_table_has_its_quotations() -> None:
    corpus = with_subject(GATE)
    (table,) = [p for p in files(corpus, SITE) if p.path == "subjects/the-gate/quotes.csv"]
    assert isinstance(table.text, bytes)
    assert table.text.count(b"\r\n") == 1 + len(corpus.subjects[0].said)


def test_without_subjects_the_site_is_as_it_was() -> None:
    made = pages(demo())
    assert not [path for path in made if path.startswith("subjects")]
    assert not any("subjects/" in text for text in made.values())


def test_a_hostile_name_stays_text() -> None:
    hostile = SubjectCorrection("c.yml:1", "<script>x</script>{{ 1 }}", ("gate",))
    made = pages(with_subject(hostile))
    page = next(text for path, text in made.items() if path.startswith("subjects/script"))
    assert "<script>" not in page


def test_a_subject_can_be_followed_and_names_itself_in_the_linked_data() -> None:
    corpus = with_subject(replace(GATE, iptc="20000424"))
    made = {page.path: page.text for page in files(corpus, SITE)}
    feed = json.loads(made["subjects/the-gate/feed.json"])
    assert feed["title"] == "The gate – Test"
    said = {f"{SITE.url}articles/{ref.article}/#{ref.quote}" for ref, _ in corpus.subjects[0].said}
    assert {item["url"] for item in feed["items"]} <= said
    assert len(feed["items"]) == min(20, len(said))
    page = pages(corpus)["subjects/the-gate/index.md"]
    assert 'feed: ["feed.xml", "feed.json"]' in page
    about = [
        line for line in str(made["data/schema_org.jsonld"]).splitlines() if "DefinedTerm" in line
    ]
    assert about
    assert "http://cv.iptc.org/newscodes/mediatopic/20000424" in about[0]
