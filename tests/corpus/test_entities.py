"""Who is who: the same person in several articles, and never a merge on a guess."""

import re
from pathlib import Path

from generator.model import Why
from tests.corpus.stories import corpus, entity_names, story


def who(*marked: str) -> list[tuple[str, int]]:
    """Names of the entities and in how many articles they appear; one article for each marked
    text.
    """
    linked = corpus(
        *(story(f"a{n}", text, date=f"2042-01-{n:02}") for n, text in enumerate(marked, 1))
    )
    return sorted((entity.name, len(entity.appears_in)) for entity in linked.entities)


def doubts(*marked: str) -> list[str]:
    linked = corpus(
        *(story(f"a{n}", text, date=f"2042-01-{n:02}") for n, text in enumerate(marked, 1))
    )
    return [problem.what for problem in linked.problems]


def test_a_full_name_is_one_person_everywhere() -> None:
    assert who("{Dmitry Polyansky} spoke.", "{Dmitry Polyansky} slept.") == [
        ("Dmitry Polyansky", 2)
    ]


def test_titles_accents_apostrophes_and_hyphens_make_no_other_person() -> None:
    assert who("{Sean O’Brien} spoke.", "{Mr Sean O'Brien} slept.", "{Sir Seán O’Brien} left.") == [
        ("Sean O’Brien", 3)
    ]
    assert who("{Moon Jae-in} spoke.", "{President Moon Jae In} slept.") == [("Moon Jae-in", 2)]


def test_a_family_name_alone_is_the_corpus_only_bearer() -> None:
    assert who("{Ilse Varnholt} spoke.", "{Varnholt} slept.", "{Mrs Varnholt} left.") == [
        ("Ilse Varnholt", 3)
    ]


def test_a_common_family_name_alone_is_nobody_in_particular() -> None:
    marked = ("{John Smith} spoke.", "{Mr Smith} slept.")
    assert who(*marked) == [("John Smith", 1), ("Smith (which one is not known)", 1)]
    assert doubts(*marked) == ["“Smith” and “John Smith” may be the same (same family name)"]


def test_a_common_family_name_is_known_by_its_role() -> None:
    marked = (
        "{John Smith}, <harbour master of Cawdle=John Smith>, spoke.",
        "<Cawdle harbour master=Smith> {Smith} slept.",
    )
    assert who(*marked) == [("John Smith", 2)]


def test_a_family_name_with_two_bearers_is_left_open() -> None:
    marked = ("{Ilse Varnholt} spoke.", "{Anna Varnholt} spoke.", "{Varnholt} slept.")
    assert who(*marked) == [
        ("Anna Varnholt", 1),
        ("Ilse Varnholt", 1),
        ("Varnholt (which one is not known)", 1),
    ]
    assert doubts(*marked) == [
        "“Varnholt” may be “Anna Varnholt” or “Ilse Varnholt” (same family name)"
    ]


def test_family_names_alone_are_one_entity_when_it_is_open_who_they_are() -> None:
    linked = corpus(
        story("a", "{Ilse Varnholt} and {Anna Varnholt} spoke."),
        story("b", "{Varnholt} slept."),
        story("c", "{Varnholt} slept."),
    )
    assert [e.id for e in linked.entities] == [
        "anna-varnholt",
        "ilse-varnholt",
        "varnholt-which-one-is-not-known",
    ]
    assert len(linked.entities[2].appears_in) == 2


def test_two_of_one_family_in_one_article_stay_two() -> None:
    assert who("{Ilse Varnholt} met {Anna Varnholt}.", "{Ilse Varnholt} slept.") == [
        ("Anna Varnholt", 1),
        ("Ilse Varnholt", 2),
    ]


def test_a_family_name_beside_its_full_name_in_one_article_is_somebody_else() -> None:
    assert who("{Ilse Varnholt} met {Varnholt}.") == [("Ilse Varnholt", 1), ("Varnholt", 1)]


def test_a_middle_name_or_initial_without_contradiction_is_the_same() -> None:
    assert who(
        "{Tobias Rackham} spoke.", "{Tobias J. Rackham} spoke.", "{Tobias John Rackham} slept."
    ) == [("Tobias John Rackham", 3)]


def test_the_two_presidents_bush_are_two_and_george_bush_is_neither() -> None:
    marked = ("{George W. Bush} spoke.", "{George H. W. Bush} slept.", "{George Bush} left.")
    assert who(*marked) == [("George Bush", 1), ("George H. W. Bush", 1), ("George W. Bush", 1)]
    assert doubts(*marked) == [
        "“George Bush” may be “George H. W. Bush” or “George W. Bush” (same given and family name)"
    ]


def test_the_son_is_not_the_father() -> None:
    assert who("{Bede Vass} spoke.", "{Bede Vass Jr.} slept.") == [
        ("Bede Vass", 1),
        ("Bede Vass Jr.", 1),
    ]


def test_an_initial_is_the_only_one_that_it_fits() -> None:
    assert who("{Dmitry Polyansky} spoke.", "{D. Polyansky} slept.") == [("Dmitry Polyansky", 2)]
    assert who(
        "{Dmitry Polyansky} spoke.", "{Daria Polyansky} spoke.", "{D. Polyansky} slept."
    ) == [
        ("D. Polyansky", 1),
        ("Daria Polyansky", 1),
        ("Dmitry Polyansky", 1),
    ]


def test_a_transliteration_with_the_same_role_is_the_same() -> None:
    assert who(
        "{Dmitry Polyansky}, <Moscow’s deputy envoy to the UN=Dmitry Polyansky>, spoke.",
        "{Dmitri Polyanskiy}, <Russia’s deputy envoy=Dmitri Polyanskiy>, slept.",
        "{Dmitry Polyansky} left.",
    ) == [("Dmitry Polyansky", 3)]


def test_a_transliteration_alone_is_a_likely_pair_with_a_correction_to_paste() -> None:
    linked = corpus(
        story("a", "{Dmitry Polyansky} spoke."), story("b", "{Dmitri Polyanskiy} slept.")
    )
    assert [entity.name for entity in linked.entities] == ["Dmitri Polyanskiy", "Dmitry Polyansky"]
    [problem] = linked.problems
    assert problem.where == "seeds/a.txt"
    assert (
        problem.what == "“Dmitry Polyansky” and “Dmitri Polyanskiy” may be the same (spelled alike)"
    )
    assert '- {name: "Dmitri Polyanskiy", also: ["Dmitry Polyansky"]}' in problem.hint


def test_a_slip_of_one_letter_is_a_likely_pair() -> None:
    assert doubts("{Petra Quillfeather} spoke.", "{Petra Quillfether} slept.") == [
        "“Petra Quillfether” and “Petra Quillfeather” may be the same (one letter differs)"
    ]
    assert doubts("{Petra Quillfeather} spoke.", "{Anna Quillfether} slept.") == []


def test_a_hyphenated_given_name_is_another_name() -> None:
    assert who("{Jean-Pierre Dupont} spoke.", "{Jean Dupont} slept.") == [
        ("Jean Dupont", 1),
        ("Jean-Pierre Dupont", 1),
    ]


def test_particles_and_eastern_order() -> None:
    linked = corpus(
        story(
            "a", "{Ursula von der Leyen}, {Xi Jinping}, {Mohammed bin Salman} and {Lee Marvin} met."
        )
    )
    assert sorted(entity.sort for entity in linked.entities) == [
        "Marvin, Lee",
        "Mohammed bin Salman",
        "Xi Jinping",
        "von der Leyen, Ursula",
    ]
    assert who("{Ursula von der Leyen} spoke.", "{Mrs von der Leyen} slept.") == [
        ("Ursula von der Leyen", 2)
    ]
    assert who("{Xi Jinping} spoke.", "{Xi} slept.") == [("Xi Jinping", 2)]


def test_an_organisation_is_one_with_and_without_the_and_its_company_form() -> None:
    assert who(
        "{org:the Cawdle Mill} shut.", "{org:Cawdle Mill Ltd} opened.", "{org:Cawdle Mill} burnt."
    ) == [("Cawdle Mill", 3)]


def test_an_acronym_means_what_the_article_says() -> None:
    assert who("The {org:Lower Sluice Action Group} (LSAG) met.", "{org:LSAG} met again.") == [
        ("Lower Sluice Action Group", 2)
    ]


def test_an_acronym_with_two_meanings_follows_its_own_article() -> None:
    assert who(
        "The {org:Cawdle Rowing Club} (CRC) met; {org:CRC} won.",
        "The {org:Cawl River Committee} (CRC) met; {org:CRC} lost.",
        "{org:CRC} met.",
    ) == [("CRC", 1), ("Cawdle Rowing Club", 1), ("Cawl River Committee", 1)]


def test_well_known_acronyms_need_no_explanation() -> None:
    assert who("The {org:United Nations} met.", "The {org:UN} met.", "{org:NATO} met.") == [
        ("NATO", 1),
        ("United Nations", 2),
    ]


def test_a_name_without_its_first_words_is_the_longer_one_where_the_article_has_them() -> None:
    assert who(
        "The {org:Eddermoor Water Trust} met.", "The {org:Water Trust} met in Eddermoor."
    ) == [("Eddermoor Water Trust", 2)]
    assert doubts("The {org:Eddermoor Water Trust} met.", "The {org:Water Trust} met.") == [
        "“Water Trust” and “Eddermoor Water Trust” may be the same (the end of the longer name)"
    ]
    assert who(
        "The {org:Northfell Defence Ministry} met.", "The {org:Defence Ministry} met in Northfell."
    ) == [
        ("Defence Ministry", 1),
        ("Northfell Defence Ministry", 1),
    ]


def test_a_name_without_its_first_words_is_the_longer_one_where_most_articles_have_them() -> None:
    shorts = ["The {org:Action Group} met in Lower Sluice."] * 2
    assert who(
        "The {org:Lower Sluice Action Group} met.", *shorts, "The {org:Action Group} slept."
    ) == [("Lower Sluice Action Group", 4)]


def test_a_paper_calls_itself_by_the_end_of_its_name() -> None:
    linked = corpus(
        story("a", "{Ilse Varnholt} told the {org:Courier}.", publication="Eddermoor Courier"),
        story(
            "b", "{Ilse Varnholt} told the {org:Eddermoor Courier}.", publication="Meridian Wire"
        ),
        story("c", "{Ilse Varnholt} told the {org:Gazette}.", publication="Northfell Gazette"),
        story("d", "{Ilse Varnholt} told the {org:Herald}.", publication="Meridian Wire"),
        story("e", "{Ilse Varnholt} told the {org:Herald}.", publication="Weir & Culvert"),
        story("f", "{Ilse Varnholt} told the {org:Herald}.", publication="Cawdle Herald"),
    )
    assert [
        (entity.name, len(entity.appears_in))
        for entity in linked.entities
        if entity.kind == "organisation"
    ] == [
        ("Eddermoor Courier", 2),
        ("Herald", 3),  # of which paper is open
        ("Northfell Gazette", 1),
    ]


def test_a_name_that_things_are_in_is_a_place_whatever_the_model_says() -> None:
    linked = corpus(
        story(
            "a",
            "It rained in {org:Eddermoor}. The {org:Water Trust} and {org:NATO} met in {org:Congress}.",
        ),
        story(
            "b",
            "The mayor of {org:Eddermoor} slept. “It is in {org:Oxfam},” he said, in {org:NATO}.",
        ),
        story(
            "c",
            "It snowed in {org:Northmoor} and in {org:Congress}. [Northmoor: It’s over] in {org:Northmoor}.",
        ),
        story(
            "d",
            "Confidence in {org:Tessel} fell, and shares in {org:Tessel}. She is the mayor of {org:Northmoor}.",
        ),
    )
    assert {entity.name: entity.kind for entity in linked.entities} == {
        "Eddermoor": "place",
        "Congress": "organisation",  # a kind of body
        "NATO": "organisation",  # an acronym
        "Northmoor": "organisation",  # it speaks
        "Water Trust": "organisation",
    }


def test_what_one_article_takes_for_a_body_without_any_evidence_has_no_page() -> None:
    assert who("{org:Xanodol} is a pill.", "{org:Tessel} fell.", "{org:Tessel} rose.") == [
        ("Tessel", 2)
    ]
    assert who("{org:Xanodol Trust} met.", "{org:XTC} fell.") == [("XTC", 1), ("Xanodol Trust", 1)]
    assert who("[Xanodol: “We sell,”] said {org:Xanodol}.") == [("Xanodol", 1)]


def test_a_word_that_is_mostly_printed_in_lower_case_is_nobody() -> None:
    assert (
        who(
            "The {org:Board} met. The board sat, the board stood, the board left.",
            "The {org:Board} met. A board is a board.",
        )
        == []
    )
    assert who("{Sharon Letter} is a letter, this letter, that letter.") == []


def test_a_government_is_not_the_town_that_names_it() -> None:
    linked = corpus(
        story("a", "{gov:Moscow} spoke in {place:Geneva}."),
        story("b", "It rained in {place:Moscow}."),
    )
    assert [(entity.name, entity.kind) for entity in linked.entities] == [
        ("Geneva", "place"),
        ("Moscow", "government"),
        ("Moscow", "place"),
    ]


def test_the_more_frequent_kind_wins_for_the_same_words() -> None:
    linked = corpus(
        story("a", "{Ilse Varnholt} spoke."),
        story("b", "{Ilse Varnholt} slept."),
        story("c", "{org:Ilse Varnholt} left."),
    )
    assert [(entity.name, entity.kind, len(entity.appears_in)) for entity in linked.entities] == [
        ("Ilse Varnholt", "person", 3)
    ]


def test_names_in_other_scripts_have_an_address_of_their_own() -> None:
    linked = corpus(story("a", "{ليلى القَنطَري} spoke to {Λένα Ρίζου}."))
    assert len({entity.id for entity in linked.entities}) == 2
    assert all(entity.id.isascii() for entity in linked.entities)


def test_roles_are_said_once_and_a_change_is_kept() -> None:
    linked = corpus(
        story("a", "{Ilse Varnholt}, <the chief engineer=Ilse Varnholt>", date="2041"),
        story(
            "b", "{Ilse Varnholt}, <chief engineer of the Water Trust=Ilse Varnholt>", date="2042"
        ),
        story(
            "c", "{Ilse Varnholt}, <the Water Trust’s chief engineer=Ilse Varnholt>", date="2043"
        ),
        story("d", "{Ilse Varnholt}, <former chief engineer=Ilse Varnholt>", date="2044"),
    )
    [her] = linked.entities
    assert [(role.words, role.date) for role in her.roles] == [
        ("chief engineer of the Water Trust", "2042"),
        ("former chief engineer", "2044"),
    ]


def test_the_trust_is_the_one_that_the_article_names() -> None:
    assert who(
        "The {org:Eddermoor Water Trust} met; the {org:Trust} voted.",
        "The {org:Cawdle Forest Trust} met; the {org:Trust} slept.",
        "The {org:Trust} met.",
    ) == [("Cawdle Forest Trust", 1), ("Eddermoor Water Trust", 1), ("Trust", 1)]


def test_an_article_that_prints_both_names_says_that_they_are_one() -> None:
    assert who(
        "The {org:Eddermoor Water Trust} met; the {org:Water Trust} voted.",
        "The {org:Water Trust} slept.",
    ) == [("Eddermoor Water Trust", 2)]


def test_one_word_that_is_nobodys_family_name_is_one_thing() -> None:
    kinds = [
        (e.name, e.kind)
        for e in corpus(
            story("a", "{Carrowmere} slept."), story("b", "In {place:Carrowmere}.")
        ).entities
    ]
    assert kinds == [("Carrowmere", "place")]
    linked = corpus(
        story("a", "{Anna Washington} slept. So did {place:Washington}."),
        story("b", "{Washington} met."),
    )
    assert [(e.name, e.kind) for e in linked.entities] == [
        ("Anna Washington", "person"),
        ("Washington", "place"),
    ]


def test_a_courtesy_is_no_role() -> None:
    [her] = corpus(
        story("a", "<Dame=Ilse Varnholt> {Ilse Varnholt}, <chair=Ilse Varnholt>")
    ).entities
    assert [role.words for role in her.roles] == ["chair"]


def test_a_family_name_is_the_bearer_who_has_nearly_all_of_its_articles() -> None:
    many = ["{Bruno Varnholt} spoke."] * 6
    assert who(*many, "{Ida Varnholt} slept.", "{Varnholt} left.") == [
        ("Bruno Varnholt", 7),
        ("Ida Varnholt", 1),
    ]
    assert ("Bruno Varnholt", 6) in who(*many, "{Ida Varnholt} met {Varnholt}.")


def test_a_title_that_one_bearer_has_tells_the_family_name_alone() -> None:
    assert who(
        "<President=Bruno Varnholt> {Bruno Varnholt} met {Ida Varnholt}.",
        "<President=Varnholt> {Varnholt} spoke.",
    ) == [("Bruno Varnholt", 2), ("Ida Varnholt", 1)]


def test_an_honorific_that_contradicts_the_first_name_is_somebody_else() -> None:
    one = story("a", "{George Hallam} spoke.", genders={"George Hallam": "m"})
    other = story("b", "Ms {Hallam} slept.", genders={"Hallam": "f"})
    assert entity_names(corpus(one, other)) == ["George Hallam", "Hallam"]


def test_a_nickname_with_the_same_role_is_the_same_person() -> None:
    assert who(
        "{Joseph Varnholt}, <keeper of the gate=Joseph Varnholt>, spoke.",
        "The <keeper of the gate=Joe Varnholt>, {Joe Varnholt}, slept.",
    ) == [("Joseph Varnholt", 2)]
    assert len(who("{Joseph Varnholt} spoke.", "{Joe Varnholt} slept.", "{Ida Varnholt} sat.")) == 3


def test_a_middle_initial_is_no_particle() -> None:
    linked = corpus(story("a", "{Loretta E. Varn} spoke."), story("b", "{Loretta Varn} slept."))
    assert [(e.name, e.sort) for e in linked.entities] == [("Loretta E. Varn", "Varn, Loretta E.")]


def test_the_name_is_what_most_articles_print() -> None:
    assert who(
        *["{org:Gazette Group} met."] * 3, "{org:Gazette Group} or {org:Norland Gazette Group}."
    ) == [("Gazette Group", 4)]


def test_a_country_is_one_whatever_it_is_called() -> None:
    assert who(
        "{place:Britain} won.", "{gov:UK} said no.", "It rained in {place:the United Kingdom}."
    ) == [("United Kingdom", 3)]


def test_a_body_that_many_countries_have_is_its_countrys() -> None:
    assert who(
        "OTTAWA — The {org:Senate} of this Canadian town met.",
        "WASHINGTON — The {org:Senate} voted; the {org:U.S. Senate} left.",
    ) == [("Senate (Canada)", 1), ("Senate (United States)", 1)]
    assert who("The {org:Supreme Court of Canada} sat. The {org:Supreme Court} left.") == [
        ("Supreme Court of Canada", 1)
    ]


def test_the_house_is_not_the_white_house() -> None:
    assert ("White House", 1) in who("The {gov:White House} wrote to the {org:House}.")
    assert len(who("The {gov:White House} wrote to the {org:House}.", "The {org:House} sat.")) == 2


def test_a_page_can_say_why_its_forms_are_one() -> None:
    linked = corpus(
        story("a", "{Ilse Varnholt} spoke."),
        story("b", "{Varnholt} slept."),
        story("c", "{Varnholt} left."),
    )
    assert linked.entities[0].why == (Why("family name", "Varnholt", 2, "b"),)


def test_only_the_gate_joins() -> None:
    folder = Path(__file__).parents[2] / "generator" / "corpus"
    callers = {
        path.name
        for path in folder.rglob("*.py")
        if re.search(r"\.join\(\w+\.\w+, \w+\.\w+\)", path.read_text())
    }
    assert callers == {"claims.py"}


def test_the_role_that_most_articles_give_comes_first() -> None:
    once = "<friend of the river=Ilse Varnholt>, {Ilse Varnholt}, spoke."
    often = "<mayor=Ilse Varnholt> {Ilse Varnholt} spoke."
    linked = corpus(
        *(
            story(f"a{n}", text, date=f"2042-01-0{n}")
            for n, text in enumerate((once, often, often), 1)
        )
    )
    assert [(r.words, r.articles, r.title) for r in linked.entities[0].roles] == [
        ("mayor", 2, True),
        ("friend of the river", 1, False),
    ]
