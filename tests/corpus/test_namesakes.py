"""Two people of one full name: a note and a mark, and an entry that parts them."""

import yaml

from generator.model import NameCorrection, parted
from tests.corpus.stories import corpus, entity_names, story

SHOP = "<former head of shops=Ron Varnholt> {Ron Varnholt} spoke."
PEER = "<Senator=Ron Varnholt> {Ron Varnholt} of {place:Cawdle} slept."


def test_roles_with_nothing_in_common_are_told() -> None:
    linked = corpus(story("a", SHOP), story("b", PEER))
    (problem,) = [p for p in linked.problems if "two people" in p.what]
    assert problem.note
    assert problem.what == (
        "“Ron Varnholt” may be two people: “former head of shops” and “Senator” share no word"
    )
    (one,) = [e for e in linked.entities if e.kind == "person"]
    assert [(n.role, n.articles) for n in one.namesakes] == [
        ("former head of shops", ("a",)),
        ("Senator", ("b",)),
    ]


def test_the_entry_that_is_told_makes_two() -> None:
    stories = [story("a", SHOP), story("b", PEER)]
    (one,) = [e for e in corpus(*stories).entities if e.kind == "person"]
    held = yaml.safe_load(parted(one))
    by_hand = NameCorrection(
        "c.yml:1", held["name"], only_in=tuple(held["only_in"]), elsewhere=held["elsewhere"]
    )
    linked = corpus(*stories, names=(by_hand,))
    assert [n for n in entity_names(linked) if "Ron" in n] == [
        "Ron Varnholt",
        "Ron Varnholt (former head of shops)",
    ]
    assert not linked.problems


def test_a_shared_word_or_somebody_rare_beside_both_makes_one() -> None:
    shared = "<former senator=Ron Varnholt> {Ron Varnholt} spoke."
    beside = SHOP + " {Ilse Quell} came."
    for one, other in ((shared, PEER), (beside, PEER + " {Ilse Quell} left.")):
        linked = corpus(story("a", one), story("b", other))
        assert not [p for p in linked.problems if "two people" in p.what]


def test_a_person_who_says_that_it_is_one_hears_no_more_of_it() -> None:
    by_hand = NameCorrection("c.yml:1", "Ron Varnholt")
    assert not corpus(story("a", SHOP), story("b", PEER), names=(by_hand,)).problems


def test_two_words_for_one_title_are_one() -> None:
    linked = corpus(story("a", PEER), story("b", "<Sen.=Ron Varnholt> {Ron Varnholt} left."))
    assert not [p for p in linked.problems if "two people" in p.what]
