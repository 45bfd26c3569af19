"""Words of a sentence that the model took for a name, or for a part of one."""

from generator.model import NameCorrection
from tests.corpus.stories import corpus, entity_names, story
from tests.corpus.test_entities import who


def test_a_verb_before_a_family_name_is_none_of_it() -> None:
    marked = (
        "{Ilse Varnholt} spoke. She stated this, he stated that, they stated it.",
        "{Ilse Varnholt} slept. {Stated Varnholt}: “No.”",
    )
    assert who(*marked) == [("Ilse Varnholt", 2)]


def test_a_word_before_a_full_name_is_none_of_it() -> None:
    lower = "They were booing here, booing there and booing at home."
    marked = (f"{{Ilse Varnholt}} spoke. {lower}", "Crowd {Booing Ilse Varnholt} goes home.")
    assert who(*marked) == [("Ilse Varnholt", 2)]


def test_a_given_name_that_is_also_a_word_stays() -> None:
    lower = "It will, they will, we will and she will."
    assert who(f"{{Will Varnholt}} spoke. {lower}", "{Ilse Varnholt} slept.") == [
        ("Ilse Varnholt", 1),
        ("Will Varnholt", 1),
    ]


def test_a_category_of_a_prize_is_nobody() -> None:
    lower = "The best cook, the best baker and the best brewer came."
    assert who(f"{{Best Brewery}} – Cawdle. {lower}") == []


def test_a_single_word_is_a_person_by_a_given_name_a_title_or_a_known_family_name() -> None:
    assert who("A former Miss {Galaxy} spoke.") == []
    assert who("Mr {Quell} spoke.") == [("Quell", 1)]
    assert who("{Catherine} spoke.") == [("Catherine", 1)]


def test_a_part_of_an_office_or_of_a_longer_name_is_no_body() -> None:
    lower = "The guild is a guild, and no guild is like it."
    part = "The Rivermen {org:Guild of Eddermoor} met. A warden of {org:Locks} came. " + lower
    assert who(part + " Old locks, new locks, no locks.") == [("Guild of Eddermoor", 1)]
    alone = "The warden left {org:Locks} in May, where locks, locks and locks are made."
    assert who(alone, "{org:Locks} opened.") == [("Locks", 2)]


def test_a_papers_name_is_not_the_country_in_it() -> None:
    assert who("A {gov:USA} TODAY report said so.", "The {gov:United States} agreed.") == [
        ("United States", 1)
    ]


def test_a_chamber_of_a_state_is_not_the_countrys() -> None:
    assert who(
        "The American {org:Senate} met in Washington.", "The state {org:Senate} met in Washington."
    ) == [("Senate", 1)]


def test_the_people_named_before_a_ministry_say_whose_it_is() -> None:
    marked = (
        "The {org:Chinese Foreign Ministry} spoke.",
        "In Washington and Ohio, a Chinese {org:Foreign Ministry} spokesman spoke.",
        "The American {org:Foreign Ministry} of Washington, Ohio, slept.",
    )
    assert who(*marked) == [
        ("Foreign Ministry (China)", 2),
        ("Foreign Ministry (United States)", 1),
    ]


def test_a_partys_congress_is_the_congress() -> None:
    assert who("The {org:Republican Congress} of America met.", "The US {org:Congress} met.") == [
        ("Congress", 2)
    ]


def test_an_acronym_with_a_plural_is_a_common_noun() -> None:
    assert who("A {org:PTC} gave money. Two PTCs gave none.", "The {org:PTC} met. PTCs do.") == []
    assert who("The {org:PTC} gave money.", "The {org:PTC} met.") == [("PTC", 2)]


def test_an_acronym_that_only_describes_others_is_no_body() -> None:
    said = ("Members of the {org:QRST} community.", "{org:QRST} parents came.")
    assert who(*said, "The {org:QRST} community left.") == []
    assert who(*said) == [("QRST", 2)]  # too little to tell
    assert who("She is an {org:QRST} at the mill.") == []


def test_what_a_person_says_of_such_a_word_wins() -> None:
    texts = ["A former Miss {Galaxy} spoke."]
    stories = [story(f"a{n}", text) for n, text in enumerate(texts)]
    by_hand = NameCorrection("corrections.yml:3", "Galaxy")
    assert entity_names(corpus(*stories, names=(by_hand,))) == ["Galaxy"]


def test_two_nicknames_count_together_as_the_bearer_who_leads() -> None:
    marked = (
        *("{Joe Varnholt} spoke.",) * 3,
        "{Joseph R. Varnholt} slept.",
        *("{Joe Varnholt} left.",) * 3,
        "{Ilse Varnholt} came.",
    )
    assert who(*marked) == [("Ilse Varnholt", 1), ("Joe Varnholt", 7)]


def test_a_president_behind_a_word_is_the_one_with_the_title() -> None:
    marked = (
        *("<President=Ilse Varnholt> {Ilse Varnholt} spoke.",) * 4,
        "{Anna Varnholt} came. <President=Varnholt Speech> {Varnholt Speech} at Cawdle."
        " One speech, a speech, no speech.",
    )
    assert who(*marked) == [("Anna Varnholt", 1), ("Ilse Varnholt", 5)]


def test_two_lords_of_one_family_name_with_different_titles_are_two() -> None:
    marked = (
        "Lord {Quell} of Cawdle spoke.",
        "Lord {Quell} of Upper Sluice slept.",
        "Baron {Quell} of Cawdle left, and Lord Quell of {Cawdle} came.",
    )
    assert who(*marked) == [("Quell of Cawdle", 2), ("Quell of Upper Sluice", 1)]


def test_a_body_called_by_its_country_is_no_person() -> None:
    linked = corpus(story("a", "{Ontario Milk} has a programme. {Paris Varnholt} came."))
    assert {e.name: e.kind for e in linked.entities} == {
        "Ontario Milk": "organisation",
        "Paris Varnholt": "person",
    }


def test_the_trust_of_an_article_that_names_none_is_the_one_that_nearly_all_mean() -> None:
    named = "The {org:Eddermoor Water Trust} met. The {org:Trust} left."
    assert who(*(named,) * 3, "The {org:Trust} spoke.") == [("Eddermoor Water Trust", 4)]
    other = "The {org:Cawdle Art Trust} met. The {org:Trust} left."
    assert ("Trust", 1) in who(*(named,) * 3, other, "The {org:Trust} spoke.")
    town = "The {org:Eddermoor University} met. The {org:University} left."
    assert ("University", 1) in who(*(town,) * 3, "The {org:University} spoke.")


def test_a_description_in_lower_case_is_no_body() -> None:
    assert who("Reporting by the {org:Eddermoor bureau}.") == []


def test_a_rare_given_name_that_is_also_a_word_makes_no_other_person() -> None:
    lower = "They skip this, skip that and skip more."
    marked = (f"[Skip Varnholt: “No.”] said {{Skip Varnholt}}. {lower}", "{Todd Varnholt} spoke.")
    assert who(*marked) == [("Skip Varnholt", 1), ("Todd Varnholt", 1)]


def test_who_is_printed_in_full_anywhere_has_a_page() -> None:
    assert who("{Zorvika Quell} spoke.", "{Quell} slept.") == [("Zorvika Quell", 2)]


def test_where_something_is_is_a_place_whoever_takes_it_for_a_person() -> None:
    linked = corpus(story("a", "They won in {American Samoa}, and {American Samoa} has voted."))
    assert [(e.name, e.kind) for e in linked.entities] == [("American Samoa", "place")]
