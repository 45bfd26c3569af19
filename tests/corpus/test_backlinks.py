"""Where other articles point to an article."""

from generator.corpus.backlinks import MOST_VERSIONS
from generator.corpus.sentences import sentence_around
from generator.model import Span, Story
from tests.corpus.stories import corpus, story

TARGET = story(
    "target",
    "It rained.",
    title="North gate jams open again",
    source_url="https://www.courier.example/gate/",
)


def links(*stories: Story) -> list[tuple[str, str, str]]:
    found = corpus(TARGET, *stories).backlinks
    return [(link.article, link.why, link.sentence) for link in found.get("target", ())]


def test_an_article_that_prints_the_title() -> None:
    one = story(
        "one",
        "It was late. Under “North gate jams open again” the Courier told all. Nobody read it.",
    )
    assert links(one) == [
        ("one", "names the article", "Under “North gate jams open again” the Courier told all.")
    ]


def test_a_title_in_speech_in_other_letters_or_in_a_headline_is_no_mention() -> None:
    one = story("one", "[Ilse Varnholt: “North gate jams open again and again,”] she said.")
    two = story("two", "The north gate jams open again.")
    three = story("three", "It rained.", title="North gate jams open again, says Varnholt")
    assert links(one, two, three) == []


def test_a_title_of_three_words_or_of_two_articles_names_nobody() -> None:
    short = story("short", "It rained.", title="Gate jams open")
    twin = story("twin", "It rained.", title="North gate jams open again")
    one = story("one", "Gate jams open. North gate jams open again.")
    assert corpus(short, one).backlinks == {}
    assert links(twin, one) == []


def test_an_article_that_prints_the_address() -> None:
    one = story(
        "one", "See http://courier.example/gate?utm_source=x#top, if you like.", date="2041"
    )
    two = story("two", "See https://courier.example/gates.")
    assert links(one, two) == [
        (
            "one",
            "links to the article",
            "See http://courier.example/gate?utm_source=x#top, if you like.",
        )
    ]


def test_the_same_statement_points_both_ways() -> None:
    sentence = "[Ilse Varnholt: “The lighthouse lamp was replaced with a cheaper one that fails in fog,”] she said. Rain."
    found = corpus(story("a", sentence), story("b", "Well. " + sentence)).backlinks
    assert [(target, link.article, link.why) for target in found for link in found[target]] == [
        ("a", "b", "same statement"),
        ("b", "a", "same statement"),
    ]
    [link] = found["a"]
    assert (
        link.sentence
        == "“The lighthouse lamp was replaced with a cheaper one that fails in fog,” she said."
    )
    assert link.quote is not None
    assert link.statement is not None


def test_a_statement_of_many_articles_is_left_to_its_own_page() -> None:
    sentence = "[Ilse Varnholt: “The lighthouse lamp was replaced with a cheaper one that fails in fog,”] she said."
    for count, each in ((MOST_VERSIONS, MOST_VERSIONS - 1), (MOST_VERSIONS + 1, 0)):
        held = corpus(*(story(f"a{n}", f"{'Well. ' * n}{sentence}") for n in range(count)))
        assert [len(statement.versions) for statement in held.statements] == [count]
        assert [len(held.backlinks.get(f"a{n}", ())) for n in range(count)] == [each] * count


def around(text: str, words: str) -> str:
    at = text.index(words)
    return sentence_around(text, Span(at, at + len(words)), Span(0, len(text)))


def test_sentences_end_where_a_reader_would_end_them() -> None:
    text = "Mr. A. Vass of the U.S. spoke. “It rained.” Then Dr. Pell left at 3.30 p.m. today! Who knew?"
    assert around(text, "Vass") == "Mr. A. Vass of the U.S. spoke."
    assert around(text, "rained") == "“It rained.”"
    assert around(text, "left") == "Then Dr. Pell left at 3.30 p.m. today!"
    assert around(text, "knew") == "Who knew?"
    assert around(text, "spoke. “It") == "Mr. A. Vass of the U.S. spoke. “It rained.”"


def test_an_endless_sentence_is_cut_at_words() -> None:
    cut = around("word " * 400 + "here " + "word " * 400, "here")
    assert cut.startswith("… word")
    assert cut.endswith("word …")
    assert "here" in cut
    assert len(cut) <= 404


def test_the_longer_of_two_titles_has_the_words() -> None:
    longer = story("longer", "It rained.", title="North gate jams open again in March")
    one = story("one", "See “North gate jams open again in March”.")
    assert list(corpus(TARGET, longer, one).backlinks) == ["longer"]
