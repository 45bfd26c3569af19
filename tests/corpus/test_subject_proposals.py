"""What the words of quotations suggest as subjects."""

from __future__ import annotations

from generator.corpus.subject_proposals import proposals
from generator.corpus.subjects import subjects_of
from generator.explain import hints
from generator.model import Corpus, Proposed, SubjectCorrection
from tests.corpus.stories import corpus, story

PEOPLE = ("Ann Lee", "Bo Ek", "Cy Moor", "Di Hall", "Ed Ross")


def told(sentence: str, people: tuple[str, ...] = PEOPLE) -> Corpus:
    """An article a speaker, all with nearly the same words."""
    return corpus(
        *(
            story(f"a{n}", f"[{who}: “{sentence.format(n=n)}”] {{{who}}} said.")
            for n, who in enumerate(people)
        )
    )


def asked(found: Corpus, *declared: SubjectCorrection) -> Proposed:
    subjects, _ = subjects_of(found.stories, declared)
    return proposals(found.stories, found.speakers, subjects, declared)


def phrases(found: Corpus, *declared: SubjectCorrection) -> list[str]:
    return [one.words for one in asked(found, *declared).phrases]


def test_a_phrase_that_four_speakers_of_three_articles_use_is_proposed() -> None:
    (one,) = asked(told("We will not pay the carbon tax for them")).phrases
    assert (one.words, one.quotes, one.speakers, one.articles) == ("carbon tax", 5, 5, 5)


def test_three_speakers_are_too_few() -> None:
    assert phrases(told("We will not pay the carbon tax for them", PEOPLE[:3])) == []


def test_a_name_is_no_subject() -> None:
    assert phrases(told("We will not go to Silver Harbour for them")) == []


def test_a_piece_of_a_longer_phrase_is_none() -> None:
    assert phrases(told("They have a carbon tax rebate for us")) == ["carbon tax rebate"]


def test_what_is_declared_or_said_to_be_none_is_not_proposed_again() -> None:
    found = told("We will not pay the carbon taxes for them")
    declared = SubjectCorrection("c.yml:1", "Levies", words=("carbon tax",))
    refused = SubjectCorrection("c.yml:1", "Carbon tax", not_a_subject=True)
    assert phrases(found, declared) == phrases(found, refused) == []


def test_words_that_stand_where_a_subject_is_spoken_of_may_be_its_own() -> None:
    found = told("The carbon tax is a price on emissions, and a pollution charge for them")
    declared = SubjectCorrection("c.yml:1", "Carbon tax", words=("carbon tax",))
    asked_for = asked(found, declared)
    assert [(more.subject, more.words) for more in asked_for.words] == [
        ("Carbon tax", "pollution charge")
    ]
    assert "pollution charge" not in phrases(found, declared)


def test_two_subjects_with_the_same_quotations_may_be_one() -> None:
    found = told("The carbon tax is a pollution charge for them")
    one = SubjectCorrection("c.yml:1", "Carbon tax", words=("carbon tax",))
    other = SubjectCorrection("c.yml:2", "Pollution", words=("pollution charge",))
    (pair,) = asked(found, one, other).alike
    assert ({pair.one, pair.other}, pair.shared, pair.of) == ({"Carbon tax", "Pollution"}, 5, 5)
    under = SubjectCorrection(
        "c.yml:2", "Pollution", words=("pollution charge",), under="Carbon tax"
    )
    assert asked(found, one, under).alike == ()


def test_a_proposal_can_be_pasted() -> None:
    lines = hints((), (), asked(told("We will not pay the carbon tax for them")))
    assert lines == [
        "subjects:",
        "  # 5 quotations by 5 speakers in 5 articles",
        '  - { name: "Carbon tax", words: ["carbon tax"] }',
    ]
