"""The whole of `link`, on a handful of stories."""

import os
import subprocess
import sys

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
    "two",
    "[Dmitry Polyansky: “It was not.”], said {Dmitry Polyansky}. [?: “Perhaps,”] someone said.",
    date="2041",
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
    assert [(a.words, a.count) for a in him.aliases] == [
        ("Dmitry Polyansky", 3),
        ("the diplomat", 2),
        ("Polyansky", 1),
    ]
    assert [(r.words, r.article, r.date) for r in him.roles] == [
        ("envoy to the UN", "one", "2042-03-12")
    ]
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
    linked = corpus(
        story("a", "{gov:Moscow} said so in {place:Kiev}."),
        story("b", "It rained in {place:Moscow}."),
    )
    assert [(e.id, e.kind) for e in linked.entities] == [
        ("kiev", "place"), ("moscow", "government"), ("moscow-place", "place"),
    ]  # fmt: skip
    assert entity_names(linked) == ["Kiev", "Moscow", "Moscow"]


PRINT = """
from generator.corpus import link
from generator.model import Reading
from tests.corpus.bench import bench_story
print(repr(link([bench_story(number, 40) for number in {order}], Reading())))
"""


def test_neither_the_hash_seed_nor_the_order_changes_a_byte() -> None:
    shown = [
        subprocess.run(
            [sys.executable, "-c", PRINT.format(order=order)],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=True,
            capture_output=True,
        ).stdout
        for seed, order in (("1", "range(40)"), ("2", "reversed(range(40))"))
    ]
    assert shown[0] == shown[1]
    assert b"Statement(" in shown[0]


def test_every_name_has_its_bearer_and_why() -> None:
    linked = corpus(
        story("a", "{Ilse Varnholt} spoke."), story("b", "{Varnholt} slept in {org:Xanodol}.")
    )
    assert linked.bearers_in == {"a": ("ilse-varnholt",), "b": ("ilse-varnholt", "")}
    assert linked.whys_in == {"a": ("",), "b": ("family name", "")}
    assert linked.bearers == {
        ("a", "Ilse Varnholt"): "ilse-varnholt",
        ("b", "Varnholt"): "ilse-varnholt",
    }
