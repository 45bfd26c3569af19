"""The whole of `link`, on a handful of stories."""

from generator.model import QuoteRef
from tests.corpus.stories import corpus, entity_names, story

ONE = story(
    "one",
    "{Dmitry Polyansky}, <envoy to the UN=Dmitry Polyansky>, said [Dmitry Polyansky: “That is so.”]",
    "{The diplomat=Dmitry Polyansky} left. {the diplomat=Dmitry Polyansky} met {Polyansky’s=Dmitry Polyansky} dog.",
    title="Envoy {Dmitry Polyansky} speaks",
    date="2042-03-12",
)
TWO = story(
    "two", "[Dmitry Polyansky: “It was not.”], said {Dmitry Polyansky}. [?: “Perhaps,”] someone said.", date="2041"
)


def test_an_entity_gathers_what_the_articles_say_of_it() -> None:
    linked = corpus(ONE, TWO)
    [him] = linked.entities
    assert (him.id, him.name, him.sort, him.kind) == (
        "dmitry-polyansky",
        "Dmitry Polyansky",
        "Polyansky, Dmitry",
        "person",
    )
    assert [(a.words, a.count) for a in him.aliases] == [("Dmitry Polyansky", 3), ("the diplomat", 2), ("Polyansky", 1)]
    assert [(r.words, r.article, r.date) for r in him.roles] == [("envoy to the UN", "one", "2042-03-12")]
    assert him.appears_in == ("two", "one")
    assert [ref.article for ref in him.said] == ["two", "one"]


def test_a_quotation_without_a_speaker_has_none_in_the_corpus() -> None:
    linked = corpus(TWO)
    known, unknown = TWO.annotations.quotes
    assert linked.speakers == {QuoteRef("two", known.id): "dmitry-polyansky"}
    assert QuoteRef("two", unknown.id) not in linked.speakers


def test_the_order_of_the_stories_does_not_matter() -> None:
    assert corpus(ONE, TWO) == corpus(TWO, ONE)


def test_nothing_comes_of_nothing() -> None:
    linked = corpus()
    assert (linked.stories, linked.entities, linked.speakers, linked.problems) == ((), (), {}, ())


def test_the_same_name_of_two_kinds_has_two_addresses() -> None:
    linked = corpus(story("a", "{gov:Moscow} said so in {place:Kiev}."), story("b", "It rained in {place:Moscow}."))
    assert [(e.id, e.kind) for e in linked.entities] == [
        ("kiev", "place"), ("moscow", "government"), ("moscow-place", "place"),
    ]  # fmt: skip
    assert entity_names(linked) == ["Kiev", "Moscow", "Moscow"]
