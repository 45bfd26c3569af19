"""What a build changed."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator.history.changes import Changes, changes, renamed, reworded
from generator.history.snapshot import ArticleState, QuoteState, Snapshot, dump, load, snapshot
from generator.model import Entity, Problem, quote_id
from tests.corpus.stories import corpus, story


def state(id: str, *words: str, text: str = "") -> ArticleState:
    return ArticleState(
        id, text or id, tuple(QuoteState(quote_id(w), "direct", w, "Ann Lee") for w in words)
    )


def shot(*articles: ArticleState, orphans: tuple[str, ...] = ()) -> Snapshot:
    return Snapshot({article.id: article for article in articles}, orphans)


def test_nothing_changed() -> None:
    one = shot(state("a", "We will not go"))
    assert changes(one, one) == Changes()
    assert changes(one, one).summary == ""


def test_a_snapshot_of_a_corpus() -> None:
    made = corpus(
        story(
            "flood",
            "[Ann Lee: “We will not go,”] {Ann Lee} said. [?: The road is shut].",
            title="Flood",
        )
    )
    problems = [
        Problem("seeds/corrections.yml:3", "no quotation has these words"),
        Problem("seeds/flood.txt:1", "no date"),
    ]
    held = snapshot(made, problems)
    (article,) = held.articles.values()
    assert [(q.words, q.kind, q.speaker) for q in article.quotes] == [
        ("“We will not go,”", "direct", "Ann Lee"),
        ("The road is shut", "indirect", None),
    ]
    assert held.orphans == ("no quotation has these words",)


def test_everything_that_can_change() -> None:
    before = shot(
        state("a", "We will not go", "The river rose by two metres", "It was always so"),
        state("gone", "Good bye"),
        state("old-name", "One", text="same"),
        orphans=("old trouble",),
    )
    stays, river, _ = before.articles["a"].quotes
    longer = "The river rose by two metres overnight"
    now = shot(
        replace(
            before.articles["a"],
            quotes=(
                replace(stays, speaker="Bo Ek"),
                replace(river, id=quote_id(longer), words=longer, kind="mixed"),
                QuoteState("q-new", "direct", "Entirely different words", None),
            ),
        ),
        state("new-name", "One", text="same"),
        state("fresh", "Hello there"),
        orphans=("old trouble", "no quotation has these words"),
    )
    found = changes(before, now)
    assert found.summary == (
        "+1 article, −1 article, 1 article renamed, +2 quotations, −2 quotations, 1 quotation reworded, "
        "1 attribution changed, 1 kind changed, 1 correction orphaned"
    )
    assert found.articles_renamed == (("old-name", "new-name"),)
    assert [(c.before, c.after) for c in found.speaker] == [("Ann Lee", "Bo Ek")]
    assert [(c.before, c.after) for c in found.reworded] == [
        ("The river rose by two metres", longer)
    ]
    assert [(c.article, c.words) for c in found.removed] == [
        ("a", "It was always so"),
        ("gone", "Good bye"),
    ]
    assert [(c.article, c.words) for c in found.added] == [
        ("a", "Entirely different words"),
        ("fresh", "Hello there"),
    ]
    review = json.loads(found.json())
    assert review["summary"] == found.summary
    assert review["kind"] == [
        {
            "article": "a",
            "quote": quote_id(longer),
            "words": longer,
            "before": "direct",
            "after": "mixed",
        }
    ]


def test_a_quotation_taken_into_a_longer_one_is_recognised() -> None:
    was = state("a", "that the dam was safe for years", "and nobody had to worry about it")
    now = state(
        "a",
        "that the dam was safe for years and nobody had to worry about it, whatever the papers wrote of it then",
    )
    (new,) = [quote.id for quote in now.quotes]
    assert reworded(was, now) == {quote.id: new for quote in was.quotes}


def test_other_words_are_not_the_same_quotation() -> None:
    assert reworded(state("a", "We will not go"), state("a", "The road is shut for good")) == {}
    assert reworded(state("a", "Yes"), state("a", "No")) == {}


def test_a_renamed_article_is_known_by_its_text_or_by_its_quotations() -> None:
    same = renamed(shot(state("a", "One", text="t")), shot(state("b", "Two", text="t")))
    assert same == (("a", "b"),)
    words = ("We will not go", "The road is shut", "It was always so")
    assert renamed(shot(state("a", *words)), shot(state("b", *words, "More"))) == (("a", "b"),)
    assert renamed(shot(state("a", "One")), shot(state("b", "One"))) == ()
    # two articles with that text: nobody can say which one it became
    assert (
        renamed(shot(state("a", text="t")), shot(state("b", text="t"), state("c", text="t"))) == ()
    )


def test_an_article_that_is_still_there_was_not_renamed() -> None:
    before = shot(state("a", text="t"))
    assert renamed(before, shot(state("a", text="t"), state("copy", text="t"))) == ()


def test_a_damaged_snapshot_is_none() -> None:
    held = dump(shot(state("a", "We will not go")))
    assert load(held) == shot(state("a", "We will not go"))
    for broken in (
        "",
        "[]\n",
        held[:-9],
        held.replace('"version":1', '"version":0'),
        "{}\n1\n",
        '{"version":1}\n',
    ):
        assert load(broken) is None


@given(st.lists(st.tuples(st.text(), st.lists(st.text(), max_size=4)), max_size=4))
def test_a_snapshot_reads_back(articles: list[tuple[str, list[str]]]) -> None:
    held = shot(*(state(id, *words) for id, words in articles))
    assert load(dump(held)) == held


def test_the_name_of_the_speaker_counts_not_the_id() -> None:
    made = corpus(story("flood", "[Ann Lee: “We will not go,”] {Ann Lee} said."))
    renamed_person = replace(
        made, entities=(Entity("ann-lee", "Ann M. Lee", "person", "Lee, Ann M."),)
    )
    assert changes(snapshot(made), snapshot(renamed_person)).summary == "1 attribution changed"
